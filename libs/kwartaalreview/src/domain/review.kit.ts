import { deriveId } from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import {
  Concludeer,
  LegVergaderingVast,
  LichtZaakToe,
  NeemOver,
  OpenReview,
  RondActieAf,
  SluitReview,
  SpreekActieAf,
  StelLeeslijstVast,
  Verschoon,
  VoegDeelnemerToe,
  WerkAgendaBij,
  ZetOpAgenda,
} from './commands.js';
import { reviewFeiten as feit, type ReviewEvent } from './events.js';
import { type Afwijkingsfeit, geenFeiten, type Opening, type ReviewFacts } from './facts.js';

export const REVIEW = 'zuidwest-2026-K1';
export const VORIGE = 'zuidwest-2025-K4';
export const OP = '2026-03-02T09:30:00.000Z';
export const afw = (n: number): string => deriveId('afwijking', n);
/** Two deviations to a traject. */
export const traject = (n: number): string => deriveId('traject', Math.ceil(n / 2));
export const jeugdigeId = deriveId('jeugdige');

export const regels: Opening = {
  ...{ regelversie: '2020-10-12', disciplines: ['gedragswetenschapper', 'jeugdbeschermer', 'onderwijs'] },
  quorum: { minimaalDisciplines: 2, verplicht: ['gedragswetenschapper'] },
};

export const afwijking = (n: number, wijziging: Partial<Afwijkingsfeit> = {}): Afwijkingsfeit => ({
  ...{ trajectId: traject(n), afwijkingId: afw(n), norm: n % 2 ? 'O1' : 'B3', regio: 'rijnmond' },
  ...{ aanbieder: 'aanbieder-demo', vastgesteldOp: '2026-02-01T10:00:00.000Z', gemotiveerd: false, redencodes: [] },
  ...{ isVervallen: false, ...wijziging },
});

export const facts = (wijziging: Partial<ReviewFacts> = {}): ReviewFacts => ({
  ...{ ...geenFeiten, opening: regels, zegel: 'a'.repeat(64), jeugdigen: { [traject(1)]: jeugdigeId }, ...wijziging },
});

export const geopend = feit.geopend.of({
  ...{ review: REVIEW, landsdeel: 'zuidwest', kwartaal: '2026-K1', ...regels },
  disciplines: [...regels.disciplines],
});

export const geagendeerd = (n: number, wijziging: Partial<Afwijkingsfeit> = {}, uitReview: string | null = null) => {
  const { isVervallen: _, ...punt } = afwijking(n, wijziging);
  return feit.geagendeerd.of({ review: REVIEW, ...punt, redencodes: [...punt.redencodes], uitReview });
};

const deelnemer = (account: string, discipline: string) =>
  feit.deelnemerToegevoegd.of({ review: REVIEW, account, discipline });

/** Three participants of three disciplines; `gw` is the one without whom nothing is decided. */
export const deelnemers = [
  deelnemer('gw', 'gedragswetenschapper'),
  deelnemer('jb', 'jeugdbeschermer'),
  deelnemer('school', 'onderwijs'),
];

export const vergaderd = (...aanwezig: string[]) => feit.vergaderd.of({ review: REVIEW, aanwezig });

/** A review with two cases of two deviations, at which all three were there. */
export const bijeen: readonly ReviewEvent[] = [
  ...[geopend, ...[1, 2, 3, 4].map((n) => geagendeerd(n)), ...deelnemers],
  vergaderd('gw', 'jb', 'school'),
];

export const besproken = (...afwijkingen: string[]) =>
  feit.besproken.of({
    review: REVIEW,
    afwijkingen,
    conclusie: 'te_voorkomen',
    lessen: ['scholing'],
    opschaling: 'geen',
  });

export const gesloten = (doorgeschoven: string[], openActies: string[] = []) =>
  feit.gesloten.of({ review: REVIEW, zegel: 'a'.repeat(64), trend: [], doorgeschoven, openActies });

type Context = Parameters<typeof testContext>[0];
const actor = { subject: 'voorbereider', organisatie: 'landsdeel-zuidwest', rol: 'reviewer' };
const door = (context: Context) => testContext({ actor, geldigOp: OP, ...context });

export const open = (context?: Context) =>
  new OpenReview({ landsdeel: 'zuidwest', kwartaal: '2026-K1' }, door(context));
export const zetOpAgenda = (n: number, context?: Context) =>
  new ZetOpAgenda({ review: REVIEW, trajectId: traject(n), afwijkingen: [afw(n)] }, door(context));
export const motiveer = (n: number, redencodes: string[], context?: Context) =>
  new WerkAgendaBij({ review: REVIEW, afwijkingId: afw(n), redencodes }, door(context));
export const verval = (n: number, context?: Context) =>
  new WerkAgendaBij({ review: REVIEW, afwijkingId: afw(n), redencodes: null }, door(context));
export const neemOver = (context?: Context) => new NeemOver({ review: REVIEW, uit: VORIGE }, door(context));
export const voegToe = (account: string, discipline: string, context?: Context) =>
  new VoegDeelnemerToe({ review: REVIEW, account, discipline }, door(context));
export const verschoon = (account: string, n: number, context?: Context) =>
  new Verschoon({ review: REVIEW, trajectId: traject(n), account }, door(context));
export const leeslijst = (...nummers: number[]) =>
  new StelLeeslijstVast({ review: REVIEW, trajecten: nummers.map(traject) }, door({}));
export const vergader = (aanwezig: string[], context?: Context) =>
  new LegVergaderingVast({ review: REVIEW, aanwezig }, door(context));
export const concludeer = (afwijkingen: string[], context?: Context, wijziging: Partial<Concludeer['data']> = {}) =>
  new Concludeer(
    {
      ...{ review: REVIEW, afwijkingen, conclusie: 'te_voorkomen', lessen: ['scholing'], opschaling: 'geen' },
      ...wijziging,
    },
    door(context),
  );
export const lichtToe = (n: number, toelichting = 'Te laat aan school gedacht.', context?: Context) =>
  new LichtZaakToe({ review: REVIEW, trajectId: traject(n), toelichting }, door(context));
export const spreekAf = (afwijkingen: string[], uiterlijk = '2026-06-01', context?: Context) =>
  new SpreekActieAf(
    { review: REVIEW, afwijkingen, soort: 'werkafspraak_maken', eigenaar: 'gi-jb-west', uiterlijk },
    door(context),
  );
export const rondAf = (actieId: string, context?: Context) =>
  new RondActieAf({ review: REVIEW, actieId }, door(context));
export const sluit = (context?: Context) => new SluitReview({ review: REVIEW }, door(context));
