import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandRunner, EventLog, KEY_STORE } from '@regielijn/event-store';
import { REGIO_INDELING } from '@regielijn/jeugdige';
import { systemClock } from '@regielijn/kern';
import { NORMENKADER } from '@regielijn/normenkader';
import { CLOCK, LEES_NA, type LeesNa, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { waitForReadModels } from '@regielijn/projecties';
import type { Engine } from './engine.js';
import { sliceModules } from './slices.js';

/** How long a query waits for the read models it needs. */
const LEES_NA_MS = 2_000;

/** The slices on one opened engine. Every process imports this; nothing else puts the parts together. */
@Module({})
export class EngineModule {
  static on(engine: Engine): DynamicModule {
    const leesNa: LeesNa = (position, leest) => waitForReadModels(engine.pool, position, LEES_NA_MS, leest);
    const provided = [
      { provide: CLOCK, useValue: systemClock },
      { provide: DATABASE, useValue: engine.pool },
      { provide: KEY_STORE, useValue: engine.keys },
      { provide: EventLog, useValue: engine.log },
      { provide: CommandRunner, useValue: engine.runner },
      { provide: REGIO_INDELING, useValue: engine.rules.indeling },
      { provide: NORMENKADER, useValue: engine.rules.normenkader },
      { provide: LEES_NA, useValue: leesNa },
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
