import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { defineQuery, IdSchema, isCorrectieType, ongeldig } from '@regielijn/kern';
import { bladerVelden, bladzijde, plaatsNa, VolgendeSchema } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { terugkeerStream } from '@regielijn/terugkeer';
import type pg from 'pg';
import { z } from 'zod';
import { type AsOf, factsAsOf, knownEvents } from './as-of.js';
import { DossierLezer, toestandVan } from './dossier-lezer.js';
import { AsOfSchema, onbekendDossier } from './dossier.query.js';

const GebeurtenisSchema = z.strictObject({
  id: IdSchema,
  soort: z.string().meta({ description: 'Wat er gebeurde' }),
  geldigOp: z.string().meta({ description: 'Wanneer het gebeurde' }),
  vastgelegdOp: z.string().meta({ description: 'Wanneer het is vastgelegd' }),
  door: z.strictObject({ subject: z.string(), organisatie: z.string(), rol: z.string() }),
  versie: z.int(),
  vervangen: z.boolean().meta({ description: 'Waar: later gecorrigeerd of ingetrokken' }),
  gegevens: z.looseObject({}),
});

export const TijdlijnSchema = z
  .strictObject({ gebeurtenissen: z.array(GebeurtenisSchema), volgende: VolgendeSchema })
  .meta({ id: 'Tijdlijn' });
type Tijdlijn = z.output<typeof TijdlijnSchema>;

export class VraagTijdlijn extends defineQuery<Tijdlijn>()({
  naam: 'jeugdige.tijdlijn',
  omschrijving: 'Alles wat over een jeugdige is vastgelegd, in de tijd waarin het gebeurde.',
  schema: z.strictObject({
    ...AsOfSchema,
    soort: z
      .string()
      .optional()
      .meta({ description: 'Alleen dit soort gebeurtenissen, zoals traject of traject.opname-gestart' }),
    ...bladerVelden,
  }),
  leest: ['machtiging', 'traject', 'document'],
}) {}

const soortVan = (type: string): string => type.replace(/@\d+$/, '');

/** Whether an event is of a kind: the whole name, or the part of it that names what it is about. */
const isVan = (gevraagd: string | undefined, type: string): boolean =>
  gevraagd === undefined || `${soortVan(type)}.`.startsWith(`${gevraagd}.`);

/** Every known event of a stream: a corrected one stands with its own words and a mark. */
const geschiedenis = (history: readonly RecordedEvent[], asOf: AsOf) => {
  const known = knownEvents(history, asOf);
  const vervangen = new Set(known.filter(({ type }) => isCorrectieType(type)).map(({ data }) => data['vervangt']));
  const geldend = new Set(factsAsOf(history, asOf).map(({ id }) => id));
  return known
    .filter((event) => asOf.op === undefined || geldend.has(event.id) || isCorrectieType(event.type))
    .map((event) => ({ event, vervangen: vervangen.has(event.id) }));
};
type Regel = ReturnType<typeof geschiedenis>[number];

/** By when it happened; what happened at one moment, as it was recorded. */
const sleutelVan = ({ event: { geldigOp, position } }: Regel): readonly [string, string] => [geldigOp, position];

const vergelijk = ([opA, plaatsA]: readonly [string, string], [opB, plaatsB]: readonly [string, string]): number => {
  const [a, b] = opA === opB ? [plaatsA, plaatsB] : [opA, opB];
  return a < b ? -1 : a > b ? 1 : 0;
};

const regelVan = ({ event, vervangen }: Regel): Tijdlijn['gebeurtenissen'][number] => ({
  id: event.id,
  soort: soortVan(event.type),
  geldigOp: event.geldigOp,
  vastgelegdOp: event.vastgelegdOp,
  door: event.metadata.actor,
  versie: Number(event.streamVersion),
  vervangen,
  gegevens: event.data,
});

/** Every stream of a traject begins with an event that names it. */
const terugkeerVan = ({ data }: RecordedEvent): string => terugkeerStream(data['trajectId'] as string);

@QueryHandler(VraagTijdlijn)
export class VraagTijdlijnHandler implements IQueryHandler<VraagTijdlijn> {
  private readonly lezer: DossierLezer;

  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(DATABASE) pool: pg.Pool,
  ) {
    this.lezer = new DossierLezer(log, pool);
  }

  /** @throws CodedError `SOORT_ONBEKEND` (invalid): an empty list would say that nothing of that kind happened */
  async execute(vraag: VraagTijdlijn): Promise<Tijdlijn> {
    const { data } = vraag;
    if (!this.log.catalogue.definitions.some(({ type }) => isVan(data.soort, type)))
      throw ongeldig('SOORT_ONBEKEND', 'Dit soort gebeurtenissen is er niet. Kies bijvoorbeeld traject of machtiging.');
    const na = plaatsNa(vraag, z.tuple([z.string(), z.string()]));
    const { jeugdige, opgegaan, machtigingen, trajecten, normtoetsen, documenten } = await this.lezer.lees(
      data.jeugdigeId,
      data,
    );
    const terugkeren = await Promise.all(trajecten.map(([begin]) => this.log.read(terugkeerVan(begin!))));
    const streams = [
      ...[jeugdige, ...opgegaan, ...machtigingen, ...trajecten, ...normtoetsen, ...terugkeren, ...documenten],
    ];
    const regels = streams.flatMap((history) => geschiedenis(history, data));
    if (regels.length === 0 || toestandVan(jeugdige) === null) throw onbekendDossier();
    const gevonden = regels
      .filter((regel) => isVan(data.soort, regel.event.type))
      .filter((regel) => na === null || vergelijk(sleutelVan(regel), na) > 0)
      .sort((a, b) => vergelijk(sleutelVan(a), sleutelVan(b)));
    const { rijen, volgende } = bladzijde(vraag, gevonden, sleutelVan);
    return { gebeurtenissen: rijen.map(regelVan), volgende };
  }
}
