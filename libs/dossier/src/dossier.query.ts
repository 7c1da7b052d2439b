import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { jeugdigeDecider, jeugdigeStream, jeugdigeVan } from '@regielijn/jeugdige';
import { DatumSchema, defineQuery, fold, IdSchema, isCorrectieType, nietGevonden } from '@regielijn/kern';
import { machtigingDecider, machtigingStream } from '@regielijn/machtiging';
import { normtoetsStream } from '@regielijn/normenkader';
import { DATABASE } from '@regielijn/postgres';
import { trajectDecider, trajectStream } from '@regielijn/traject';
import type pg from 'pg';
import { z } from 'zod';
import { type AsOf, factsAsOf, knownEvents, stateAsOf } from './as-of.js';

const AsOfSchema = {
  jeugdigeId: IdSchema,
  op: DatumSchema.optional().meta({ description: 'Zoals het was aan het einde van deze dag' }),
  bekendOp: DatumSchema.optional().meta({ description: 'Zoals het bekend was aan het einde van deze dag' }),
};

const ToestandSchema = z.looseObject({});
export const DossierSchema = z
  .strictObject({
    jeugdigeId: IdSchema,
    persoon: z.strictObject({ naam: z.string(), bsn: z.string(), geboortedatum: z.string(), geslacht: z.string() }),
    regie: ToestandSchema,
    machtigingen: z.array(ToestandSchema),
    trajecten: z.array(ToestandSchema),
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
  leest: ['machtiging', 'traject'],
}) {}

export class VraagTijdlijn extends defineQuery<z.output<typeof TijdlijnSchema>>()({
  naam: 'jeugdige.tijdlijn',
  omschrijving: 'Alles wat over een jeugdige is vastgelegd, in de tijd waarin het gebeurde.',
  schema: z.strictObject(AsOfSchema),
  leest: ['machtiging', 'traject'],
}) {}

/** Everything in the log about one jeugdige, stream by stream. */
class DossierReader {
  constructor(
    private readonly log: EventLog,
    private readonly pool: pg.Pool,
  ) {}

  async read(jeugdigeId: string) {
    const ids = async (table: string): Promise<string[]> => {
      const { rows } = await this.pool.query<{ id: string }>(
        `select ${table}_id as id from lm.${table} where jeugdige_id = $1 order by stream`,
        [jeugdigeId],
      );
      return rows.map(({ id }) => id);
    };
    const [machtigingen, trajecten] = await Promise.all([ids('machtiging'), ids('traject')]);
    const streams = (names: readonly string[]) => Promise.all(names.map((name) => this.log.read(name)));
    return {
      jeugdige: await this.log.read(jeugdigeStream(jeugdigeId)),
      machtigingen: await streams(machtigingen.map(machtigingStream)),
      trajecten: await streams(trajecten.map(trajectStream)),
      normtoetsen: await streams(trajecten.map(normtoetsStream)),
    };
  }
}

const onbekend = () => nietGevonden('Dit dossier is niet bekend, of u mag het niet zien.');

@QueryHandler(VraagDossier)
export class VraagDossierHandler implements IQueryHandler<VraagDossier> {
  private readonly reader: DossierReader;

  constructor(@Inject(EventLog) log: EventLog, @Inject(DATABASE) pool: pg.Pool) {
    this.reader = new DossierReader(log, pool);
  }

  async execute({ data }: VraagDossier): Promise<z.output<typeof DossierSchema>> {
    const asOf: AsOf = data;
    const { jeugdige, machtigingen, trajecten } = await this.reader.read(data.jeugdigeId);
    const registratie = factsAsOf(jeugdige, asOf)[0]?.data as Record<string, string> | undefined;
    const regie = jeugdigeVan(stateAsOf(jeugdigeDecider, jeugdige, asOf));
    if (!registratie || regie === null) throw onbekend();
    const { naam, bsn, geboortedatum, geslacht } = registratie as Record<
      'naam' | 'bsn' | 'geboortedatum' | 'geslacht',
      string
    >;
    const states = <S>(
      histories: readonly (readonly RecordedEvent[])[],
      fold: (history: readonly RecordedEvent[]) => S,
    ) => histories.map(fold).filter((state) => state !== null) as Record<string, unknown>[];
    return {
      jeugdigeId: data.jeugdigeId,
      persoon: { naam, bsn, geboortedatum, geslacht },
      regie: regie as unknown as Record<string, unknown>,
      machtigingen: states(machtigingen, (history) => stateAsOf(machtigingDecider, history, asOf)),
      trajecten: states(trajecten, (history) => stateAsOf(trajectDecider, history, asOf)),
    };
  }
}

@QueryHandler(VraagTijdlijn)
export class VraagTijdlijnHandler implements IQueryHandler<VraagTijdlijn> {
  private readonly reader: DossierReader;

  constructor(@Inject(EventLog) log: EventLog, @Inject(DATABASE) pool: pg.Pool) {
    this.reader = new DossierReader(log, pool);
  }

  async execute({ data }: VraagTijdlijn): Promise<z.output<typeof TijdlijnSchema>> {
    const { jeugdige, machtigingen, trajecten, normtoetsen } = await this.reader.read(data.jeugdigeId);
    const streams = [jeugdige, ...machtigingen, ...trajecten, ...normtoetsen];
    const items = streams.flatMap((history) => tijdlijnVan(history, data));
    if (items.length === 0 || jeugdigeVan(fold(jeugdigeDecider, jeugdige)) === null) throw onbekend();
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
