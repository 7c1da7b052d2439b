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
import { type AsOf, factsAsOf, stateAsOf } from './as-of.js';
import { DossierLezer } from './dossier-lezer.js';
import { behandelingenVan, regiefeitenVan } from './regiefeiten.js';
import { regieregelVan } from './regieregel.js';
import { REGIEREGELS } from './regieregels.token.js';
import { RegiestandSchema, regiestandVan } from './regiestand.js';
import { verplaatsingenVan } from './verplaatsingen.js';

export const AsOfSchema = {
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

export class VraagDossier extends defineQuery<z.output<typeof DossierSchema>>()({
  naam: 'jeugdige.dossier',
  omschrijving: 'Het dossier van een jeugdige, nu of zoals het op een dag was of bekend was.',
  schema: z.strictObject(AsOfSchema),
  leest: ['machtiging', 'traject', 'document'],
}) {}

export const onbekendDossier = () =>
  nietGevonden('Dit dossier is niet bekend, of u mag het niet zien. Kijk na of het nummer klopt.');

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
    if (!registratie || toestand === null) throw onbekendDossier();
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
