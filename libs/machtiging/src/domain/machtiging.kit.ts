import {
  deriveId,
  type DomainEvent,
  fold,
  type Instant,
  type MachtigingSoort,
  type Past,
  plusMaanden,
  plusDagen,
  verjaardag,
} from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import type { MachtigingCommand } from './commands.js';
import { machtigingDecider } from './decide.js';
import { type MachtigingEvent, machtigingFeiten as feit } from './events.js';
import type { MachtigingFacts, TermijnVraag } from './feiten.js';
import { OVERGANGEN } from './regels/overgangen.js';
import type { Gebeurtenis, Toestand } from './regels/toestanden.js';
import { instemming, kortTevoren, plan } from './regels/regels.kit.js';
import type { GevraagdeMelding, Machtiging } from './stand.js';

export const machtigingId = deriveId('machtiging');
export const jeugdigeId = deriveId('jeugdige');
export const ids = { machtigingId, jeugdigeId };

const { redenNiet: _, ...verklaring } = instemming;
export { verklaring };
export const toestemming = {
  register: verklaring.register,
  registratieGeldigTot: null,
  gegevenOp: verklaring.gegevenOp,
};
export const hulpverleningsplan = { ...plan, maatregelen: [...plan.maatregelen] };

/** A request in which nothing is missing. */
export const verzoekData = {
  jeugdigeId,
  soort: 'MGJ',
  grondslag: 'OTS',
  kader: 'gedwongen',
  verzoeker: 'gi-demo',
  verzoekerSoort: 'GI',
  bevoegdheid: { kinderbeschermingsmaatregel: 'opgelegd', giMaatregel: 'gi-demo' },
  verlenging: false,
  verlengtMachtigingId: null,
  instemming: verklaring,
  redenGeenOnderzoek: null,
  hulpverleningsplan: null,
  achttienPlus: null,
} as const;

export const verzocht = (
  soort: MachtigingSoort = 'MGJ',
  changes: Partial<Parameters<typeof feit.verzoekIngediend.of>[0]> = {},
) =>
  feit.verzoekIngediend.of({
    ...verzoekData,
    ...{ machtigingId, soort, volledig: true, vlaggen: [] },
    hulpverleningsplan: soort === 'VMGJ' ? hulpverleningsplan : null,
    ...changes,
  });

export const verleend = (changes: Partial<Parameters<typeof feit.verleend.of>[0]> = {}) =>
  feit.verleend.of({
    ...{ ...ids, beschikkingOp: '2026-03-02', geldigVan: '2026-03-02', geldigTot: '2026-09-02' },
    ...{ wettelijkUiterlijk: '2027-03-02', langerDanWet: false, bereidheid: null, ...changes },
  });

/** The terms as the law of today counts them; how it is configured, the lib of the terms tests. */
export const termijn = (vraag: TermijnVraag): string | null => {
  const eerste = (...dagen: string[]): string => dagen.sort()[0]!;
  switch (vraag.regel) {
    case 'D5':
      if (vraag.schorsingVanaf !== undefined || (vraag.soort === 'VMGJ' && !vraag.omgezetInMgj)) return null;
      return plusMaanden(vraag.laatsteTenuitvoerlegging ?? vraag.geldigVan, 3);
    case 'D7':
      return eerste(plusDagen(vraag.intrekking, 14), vraag.geldigTot);
    case 'D9':
      return eerste(plusMaanden(vraag.besluit, 6), vraag.vmgjGeldigTot);
    case 'D10':
      return plusDagen(vraag.start, 4);
    case 'D13':
      return plusMaanden(verjaardag(vraag.geboortedatum, 18), 6);
    default:
      return vraag satisfies never;
  }
};

export const facts: MachtigingFacts = {
  collegeOp: () => 'gemeente-0599',
  ...{ geboortedatum: '2010-05-05', isOnderzoekOud: kortTevoren(), eindigtNaAchttien: false, termijn },
};

/** A log that is written command by command, each at its own moment; what is refused throws. */
export class Logboek {
  readonly history: Past<DomainEvent>[] = [];

  constructor(private readonly feiten: MachtigingFacts = facts) {}

  get stand(): Machtiging {
    return fold(machtigingDecider, this.history)!;
  }

  /** Puts a fact in, whatever a decision would say. */
  leg(event: MachtigingEvent, op: Instant): this {
    this.history.push({ ...event, id: deriveId('logboek', this.history.length), geldigOp: op, vastgelegdOp: op });
    return this;
  }

  geef<D>(
    opdracht: new (data: D, context: never) => MachtigingCommand,
    data: D,
    op: Instant,
  ): readonly MachtigingEvent[] {
    const context = testContext({ geldigOp: op, nu: op, commandId: deriveId('opdracht', op, this.history.length) });
    const command = new opdracht(data, context as never);
    const events = machtigingDecider.decide(command, fold(machtigingDecider, this.history), this.feiten);
    for (const event of events) this.leg(event, op);
    return events;
  }
}

/** The notices that are still to be done. */
export const openMeldingen = ({ meldingen }: Machtiging): readonly GevraagdeMelding[] =>
  meldingen.filter(({ gedaanOp }) => gedaanOp === null);

const VERLOOP: Readonly<Partial<Record<Gebeurtenis, () => MachtigingEvent>>> = {
  afgewezen: () => feit.afgewezen.of({ ...ids, beschikkingOp: '2026-03-02' }),
  verleend: () => verleend(),
  hulpverleningsplan_gewijzigd: () => feit.hulpverleningsplan_gewijzigd.of({ ...ids, hulpverleningsplan }),
  opnamebeslissing_genomen: () =>
    feit.opnamebeslissing_genomen.of({
      ...{ ...ids, door: 'medewerker-1', geldigTot: '2026-09-02', meldingUiterlijk: '2026-03-06', redenen: 'nodig' },
    }),
};

/** The event of a gebeurtenis, as it would be if it fitted. */
export const eventVan = (gebeurtenis: Gebeurtenis): MachtigingEvent => {
  const bijzonder = VERLOOP[gebeurtenis];
  if (bijzonder) return bijzonder();
  if (!(gebeurtenis in feit))
    return feit.geeindigd.of({ ...ids, grond: gebeurtenis as 'uitstroom', berekendOp: null, vlaggen: [] });
  const definition = feit[gebeurtenis as 'opname_gestart'];
  return 'vlaggen' in definition.schema.shape
    ? definition.of({ ...ids, vlaggen: [], toelichting: null })
    : feit[gebeurtenis as 'schorsing_verleend'].of({ ...ids, instemming: toestemming, toelichting: null });
};

/** The moment of the n-th step, all in the first days in which a machtiging of this kit holds. */
export const stapOp = (n: number): Instant => `2026-03-02T${String(n + 8).padStart(2, '0')}:00:00.000Z`;

/** The shortest way to each toestand of a kind, by the table. */
export const wegenNaar = (soort: MachtigingSoort): ReadonlyMap<Toestand, readonly Gebeurtenis[]> => {
  const wegen = new Map<Toestand, readonly Gebeurtenis[]>([['VERZOCHT', []]]);
  for (const [toestand, weg] of wegen)
    for (const { van, gebeurtenis, naar } of OVERGANGEN[soort])
      if (van === toestand && !wegen.has(naar)) wegen.set(naar, [...weg, gebeurtenis]);
  return wegen;
};

/** A log of a machtiging in this toestand. */
export const inToestand = (
  soort: MachtigingSoort,
  toestand: Toestand,
  feiten: MachtigingFacts = facts,
  beschikking: Parameters<typeof verleend>[0] = {},
): Logboek => {
  const logboek = new Logboek(feiten).leg(verzocht(soort, { grondslag: 'INSTEMMING_WV' }), '2026-03-01T09:00:00.000Z');
  wegenNaar(soort)
    .get(toestand)!
    .forEach((gebeurtenis, n) =>
      logboek.leg(gebeurtenis === 'verleend' ? verleend(beschikking) : eventVan(gebeurtenis), stapOp(n)),
    );
  return logboek;
};
