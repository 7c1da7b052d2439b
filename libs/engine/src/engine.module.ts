import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { BEWAKINGEN, type Bewakingen, OPDRACHTEN, type Opdrachten } from '@regielijn/bewaking';
import { BERICHTINSTELLINGEN } from '@regielijn/berichten';
import { DOCUMENTREGELS } from '@regielijn/documenten';
import { CommandRunner, EventLog, KEY_STORE } from '@regielijn/event-store';
import { REGIEREGELS } from '@regielijn/dossier';
import { REGIEAFSPRAKEN, type Regieafspraken, REGIO_INDELING } from '@regielijn/jeugdige';
import { beginVan, plusDagen } from '@regielijn/kern';
import { REVIEWREGELS } from '@regielijn/kwartaalreview';
import { TERMIJNREGELS } from '@regielijn/machtiging';
import { NORMENKADER, NORMTERMIJNEN } from '@regielijn/normenkader';
import { OPSCHALINGREGELS } from '@regielijn/opschaling';
import { CLOCK, LEES_NA, type LeesNa, OBSERVE, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { waitForReadModels } from '@regielijn/projecties';
import { laatsteDag, ontbreekt, type Regieregels } from '@regielijn/regie';
import { TERUGKEERREGELS } from '@regielijn/terugkeer';
import { MAATREGELREGELS, maatregelRegelsUit, TRIAGE_REGELS } from '@regielijn/traject';
import { berichtinstellingenUit } from './berichtinstellingen.js';
import type { Engine } from './engine.js';
import { bewakingen, commands, sliceModules } from './slices.js';

/** How long a query waits for the read models it needs. */
const LEES_NA_MS = 2_000;

const regieafsprakenUit = (regels: Regieregels): Regieafspraken => ({
  ontbreekt: (minimumset) => ontbreekt(minimumset, regels).map(({ veld }) => veld),
  aanbodTot: (op) => beginVan(plusDagen(laatsteDag(op, regels.termijnen.aanbodVervalt, regels), 1)),
  volgendeAfstemming: (op) => laatsteDag(op, regels.termijnen.afstemmingGiGemeente, regels),
});

const opdrachten: Opdrachten = new Map(commands.map((command) => [command.definition.naam, command]));

/** The slices on one opened engine. Every process imports this; nothing else puts the parts together. */
@Module({})
export class EngineModule {
  static on(engine: Engine): DynamicModule {
    const leesNa: LeesNa = (position, leest) => waitForReadModels(engine.pool, position, LEES_NA_MS, leest);
    const provided = [
      { provide: CLOCK, useValue: engine.clock },
      { provide: DATABASE, useValue: engine.pool },
      { provide: KEY_STORE, useValue: engine.keys },
      { provide: EventLog, useValue: engine.log },
      { provide: CommandRunner, useValue: engine.runner },
      { provide: REGIO_INDELING, useValue: engine.rules.indeling },
      { provide: REGIEREGELS, useValue: engine.rules.regie },
      { provide: REGIEAFSPRAKEN, useValue: regieafsprakenUit(engine.rules.regie) },
      { provide: DOCUMENTREGELS, useValue: engine.rules.documenten },
      { provide: NORMENKADER, useValue: engine.rules.normenkader },
      { provide: NORMTERMIJNEN, useValue: engine.rules.termijnen },
      { provide: REVIEWREGELS, useValue: engine.rules.kwartaalreview },
      { provide: TERMIJNREGELS, useValue: engine.rules.termijnen },
      { provide: OPSCHALINGREGELS, useValue: engine.rules.opschaling },
      { provide: TERUGKEERREGELS, useValue: engine.rules.bewaking },
      { provide: TRIAGE_REGELS, useValue: engine.rules.triage },
      {
        provide: MAATREGELREGELS,
        useValue: maatregelRegelsUit(engine.rules.maatregelen, engine.rules.termijnen),
      },
      { provide: BERICHTINSTELLINGEN, useValue: berichtinstellingenUit(engine.settings) },
      { provide: LEES_NA, useValue: leesNa },
      { provide: OPDRACHTEN, useValue: opdrachten },
      { provide: BEWAKINGEN, useValue: { bewakingen, regels: engine.rules.bewaking } satisfies Bewakingen },
      { provide: OBSERVE, useValue: engine.observe },
      Poort,
    ];
    return {
      module: EngineModule,
      global: true,
      imports: [CqrsModule.forRoot(), ...sliceModules],
      providers: provided,
      exports: provided,
    };
  }
}
