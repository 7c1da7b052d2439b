import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { documentDecider } from '@regielijn/documenten';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import {
  type Clock,
  type Datum,
  DatumSchema,
  datumVan,
  type Decider,
  defineQuery,
  type DomainEvent,
  IdSchema,
  isCorrectieType,
  nietGevonden,
} from '@regielijn/kern';
import { doorDeTijd, machtigingDecider, TERMIJNREGELS, termijnVan } from '@regielijn/machtiging';
import { CLOCK } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import type { Regieregels } from '@regielijn/regie';
import type { Termijnregels } from '@regielijn/termijnen';
import { dagenZonderOnderwijs, type Traject, trajectDecider, wachtOpUitstroomDagen } from '@regielijn/traject';
import type pg from 'pg';
import { z } from 'zod';
import { type AsOf, factsAsOf, knownEvents, stateAsOf } from './as-of.js';
import { DossierLezer, toestandVan } from './dossier-lezer.js';
import { behandelingenVan, regiefeitenVan } from './regiefeiten.js';
import { regieregelVan } from './regieregel.js';
import { REGIEREGELS } from './regieregels.token.js';
import { RegiestandSchema, regiestandVan } from './regiestand.js';
import { verplaatsingenVan } from './verplaatsingen.js';

const AsOfSchema = {
  jeugdigeId: IdSchema,
  op: DatumSchema.optional().meta({ description: 'Zoals het was aan het einde van deze dag' }),
  bekendOp: DatumSchema.optional().meta({ description: 'Zoals het bekend was aan het einde van deze dag' }),
};

const ToestandSchema = z.looseObject({});
const MetDossierSchema = z.looseObject({
  uitDossier: IdSchema.nullable().meta({
    description: 'Het dossier dat in dit dossier is opgegaan en waar dit bij hoort; null: dit dossier zelf',
  }),
});
const dagen = (description: string) => z.int().nullable().meta({ description });
const MetDagenSchema = MetDossierSchema.extend({
  dagenZonderOnderwijs: dagen(
    'Dagen zonder onderwijs sinds de hulp begon, tot het einde van de hulp; null: nog geen hulp',
  ),
  wachtOpUitstroomDagen: dagen(
    'Dagen wachten op een vervolgplek, tot het einde van het verblijf; null: nog niet klaar',
  ),
});
export const DossierSchema = z
  .strictObject({
    jeugdigeId: IdSchema,
    persoon: z.strictObject({
      naam: z.string(),
      bsn: z.string().nullable(),
      geboortedatum: z.string(),
      geslacht: z.string(),
    }),
    regie: ToestandSchema,
    regiestand: RegiestandSchema,
    verplaatsingen: z.int().meta({ description: 'Hoe vaak de jeugdige van plek wisselde, voor zover bekend' }),
    machtigingen: z.array(MetDossierSchema),
    trajecten: z.array(MetDagenSchema),
    documenten: z.array(MetDossierSchema),
  })
  .meta({ id: 'Dossier' });

export const TijdlijnSchema = z
  .array(
    z.strictObject({
      id: IdSchema,
      soort: z.string().meta({ description: 'Wat er gebeurde' }),
      geldigOp: z.string().meta({ description: 'Wanneer het gebeurde' }),
      vastgelegdOp: z.string().meta({ description: 'Wanneer het is vastgelegd' }),
      door: z.strictObject({ subject: z.string(), organisatie: z.string(), rol: z.string() }),
      versie: z.int(),
      vervangen: z.boolean().meta({ description: 'Waar: later gecorrigeerd of ingetrokken' }),
      gegevens: z.looseObject({}),
    }),
  )
  .meta({ id: 'Tijdlijn' });

export class VraagDossier extends defineQuery<z.output<typeof DossierSchema>>()({
  naam: 'jeugdige.dossier',
  omschrijving: 'Het dossier van een jeugdige, nu of zoals het op een dag was of bekend was.',
  schema: z.strictObject(AsOfSchema),
  leest: ['machtiging', 'traject', 'document'],
}) {}

export class VraagTijdlijn extends defineQuery<z.output<typeof TijdlijnSchema>>()({
  naam: 'jeugdige.tijdlijn',
  omschrijving: 'Alles wat over een jeugdige is vastgelegd, in de tijd waarin het gebeurde.',
  schema: z.strictObject(AsOfSchema),
  leest: ['machtiging', 'traject', 'document'],
}) {}

const onbekend = () => nietGevonden('Dit dossier is niet bekend, of u mag het niet zien. Kijk na of het nummer klopt.');

@QueryHandler(VraagDossier)
export class VraagDossierHandler implements IQueryHandler<VraagDossier> {
  private readonly lezer: DossierLezer;

  constructor(
    @Inject(EventLog) log: EventLog,
    @Inject(DATABASE) pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REGIEREGELS) private readonly regels: Regieregels,
    @Inject(TERMIJNREGELS) private readonly termijnregels: Termijnregels,
  ) {
    this.lezer = new DossierLezer(log, pool);
  }

  async execute({ data }: VraagDossier): Promise<z.output<typeof DossierSchema>> {
    const asOf: AsOf = data;
    const gelezen = await this.lezer.lees(data.jeugdigeId, asOf);
    const { jeugdige, toestand, machtigingen, trajecten } = gelezen;
    const registratie = factsAsOf(jeugdige, asOf)[0]?.data as Record<string, string> | undefined;
    if (!registratie || toestand === null) throw onbekend();
    const { naam, bsn, geboortedatum, geslacht } = registratie as Record<
      'naam' | 'bsn' | 'geboortedatum' | 'geslacht',
      string
    >;
    const behandelingen = trajecten.flatMap((stream) => behandelingenVan(factsAsOf(stream, asOf) as never));
    // Derived from the facts of then: what the dossier itself was told may be of a later day, or of a time before that began.
    const regelperioden = regieregelVan(regiefeitenVan(gelezen, asOf), this.regels).perioden;
    const op = data.op ?? data.bekendOp ?? datumVan(this.clock.now());
    const trajectstanden = toestandenVan(trajectDecider, trajecten, data);
    const machtigingstanden = toestandenVan(machtigingDecider, machtigingen, data);
    return {
      jeugdigeId: data.jeugdigeId,
      persoon: { naam, bsn, geboortedatum, geslacht },
      regie: toestand as unknown as Record<string, unknown>,
      regiestand: regiestandVan({ ...toestand, regelperioden }, behandelingen, op, this.regels),
      verplaatsingen: verplaatsingenVan(
        toestand,
        trajecten.map((stream) => factsAsOf(stream, asOf)),
      ),
      machtigingen: machtigingstanden.map((machtiging) => ({
        ...machtiging,
        ...metVerblijf(doorDeTijd(machtiging, op, termijnVan(this.termijnregels)), trajectstanden),
      })),
      trajecten: trajectstanden.map((traject) => metDagen(traject, op)),
      documenten: toestandenVan(documentDecider, gelezen.documenten, data),
    };
  }
}

/** What stood then, each marked with the dossier it came from when that went into this one. */
const toestandenVan = <S extends { readonly jeugdigeId: string }, E extends DomainEvent>(
  decider: Pick<Decider<never, S | null, E, never>, 'initialState' | 'evolve'>,
  histories: readonly (readonly RecordedEvent[])[],
  asOf: AsOf & { readonly jeugdigeId: string },
): (S & z.output<typeof MetDossierSchema>)[] =>
  histories
    .map((history) => stateAsOf(decider, history, asOf))
    .filter((state) => state !== null)
    .map((state) => ({ ...state, uitDossier: state.jeugdigeId === asOf.jeugdigeId ? null : state.jeugdigeId }));

/** Who was there before it could lapse is not without, also where nobody told the machtiging so yet. */
const metVerblijf = (tijd: ReturnType<typeof doorDeTijd>, trajecten: readonly Traject[]) => {
  const vervaltOp = tijd.zonderUitvoering?.vervaltOp ?? null;
  const isDaarSindsdien = (traject: Traject): boolean =>
    traject.status === 'verblijf' && vervaltOp !== null && datumVan(traject.opnameOp) < vervaltOp;
  return tijd.toestand === 'VERLEEND' && trajecten.some(isDaarSindsdien) ? { ...tijd, zonderUitvoering: null } : tijd;
};

/** How long somebody has been without onderwijs, and waiting to leave, on the day that is asked about. */
const metDagen = (
  traject: Traject & z.output<typeof MetDossierSchema>,
  op: Datum,
): z.output<typeof MetDagenSchema> => ({
  ...traject,
  dagenZonderOnderwijs: dagenZonderOnderwijs(traject, op),
  wachtOpUitstroomDagen: wachtOpUitstroomDagen(traject, op),
});

@QueryHandler(VraagTijdlijn)
export class VraagTijdlijnHandler implements IQueryHandler<VraagTijdlijn> {
  private readonly lezer: DossierLezer;

  constructor(@Inject(EventLog) log: EventLog, @Inject(DATABASE) pool: pg.Pool) {
    this.lezer = new DossierLezer(log, pool);
  }

  async execute({ data }: VraagTijdlijn): Promise<z.output<typeof TijdlijnSchema>> {
    const { jeugdige, opgegaan, machtigingen, trajecten, normtoetsen, documenten } = await this.lezer.lees(
      data.jeugdigeId,
      data,
    );
    const streams = [jeugdige, ...opgegaan, ...machtigingen, ...trajecten, ...normtoetsen, ...documenten];
    const items = streams.flatMap((history) => tijdlijnVan(history, data));
    if (items.length === 0 || toestandVan(jeugdige) === null) throw onbekend();
    return items.sort((a, b) => (a.geldigOp < b.geldigOp ? -1 : a.geldigOp > b.geldigOp ? 1 : 0));
  }
}

/** Every known event of a stream: a corrected one stands with its own words and a mark. */
const tijdlijnVan = (history: readonly RecordedEvent[], asOf: AsOf): z.output<typeof TijdlijnSchema> => {
  const known = knownEvents(history, asOf);
  const vervangen = new Set(known.filter(({ type }) => isCorrectieType(type)).map(({ data }) => data['vervangt']));
  const geldend = new Map(factsAsOf(history, asOf).map((fact) => [fact.id, fact]));
  return known
    .filter((event) => asOf.op === undefined || geldend.has(event.id) || isCorrectieType(event.type))
    .map((event) => ({
      id: event.id,
      soort: event.type.replace(/@\d+$/, ''),
      geldigOp: event.geldigOp,
      vastgelegdOp: event.vastgelegdOp,
      door: event.metadata.actor,
      versie: Number(event.streamVersion),
      vervangen: vervangen.has(event.id),
      gegevens: event.data,
    }));
};
