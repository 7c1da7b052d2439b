import {
  beslis,
  type Beslissers,
  datumVan,
  type Decider,
  deriveId,
  type Instant,
  nietGevonden,
  ongeldig,
  volgorde,
  weiger,
} from '@regielijn/kern';
import type { Beoordeling } from './beoordeling.js';
import type {
  LegBesprekingVast,
  MotiveerAfwijking,
  NormenkaderCommand,
  RondHerstelAf,
  ToetsNormen,
} from './commands.js';
import { motivering, normenkaderFeiten as feit, type NormenkaderEvent } from './events.js';
import {
  type Afwijking,
  evolve,
  initialState,
  type Motivering,
  type NormtoetsState,
  type StaandeAfwijking,
  staandeAfwijkingen,
  toetsSleutel,
} from './state.js';

/** What the norms say now; nothing where the dossier was destroyed. A motivation needs none of it. */
export interface ToetsFacts {
  readonly jeugdigeId: string;
  readonly beoordelingen: readonly Beoordeling[];
}

interface Verschuiving {
  readonly nieuw: readonly string[];
  readonly voorbij: readonly StaandeAfwijking[];
}

/** What makes two assessments of a norm the same. */
const kernVan = ({ uitkomst, uitleg, feiten }: Pick<Beoordeling, 'uitkomst' | 'uitleg' | 'feiten'>): string =>
  JSON.stringify([uitkomst, uitleg, [...feiten].sort()]);

const isZelfde = (eerder: Motivering, nieuw: Motivering): boolean =>
  Object.keys(motivering).every((veld) => {
    const naam = veld as keyof Motivering;
    return JSON.stringify(eerder[naam]) === JSON.stringify(nieuw[naam]);
  });

/** Where was deviated that no standing deviation is about, and which of those are about nothing any more. */
const verschuiving = (state: NormtoetsState, { norm, gevallen }: Beoordeling): Verschuiving => {
  const staand = staandeAfwijkingen(state, norm);
  const nieuw = gevallen.filter((geval) => !staand.some((afwijking) => afwijking.geval === geval));
  const los = staand.filter(({ geval }) => geval === null || !gevallen.includes(geval));
  // Recorded before it was said at which fact: such a deviation stands for one of those that no other is about.
  const vroeger = los.filter(({ geval }) => geval === null).slice(0, nieuw.length);
  return { nieuw: nieuw.slice(vroeger.length), voorbij: los.filter((afwijking) => !vroeger.includes(afwijking)) };
};

const isVerschoven = (state: NormtoetsState, beoordeling: Beoordeling): boolean => {
  const { nieuw, voorbij } = verschuiving(state, beoordeling);
  return nieuw.length + voorbij.length > 0;
};

/**
 * Whether an assessment says something new. Not when the norm is not yet to be checked, when this trigger was assessed
 * before, when a later moment was, or when it would only say the same again.
 */
const isNieuw = (state: NormtoetsState, beoordeling: Beoordeling, aanleiding: string, peilmoment: Instant): boolean => {
  const { norm, regelversie, isAanDeOrde } = beoordeling;
  if (state.getoetst.includes(toetsSleutel(norm, regelversie, aanleiding))) return false;
  const laatste = state.laatste[norm];
  if (laatste === undefined) return isAanDeOrde;
  return (
    peilmoment >= laatste.peilmoment && (kernVan(laatste) !== kernVan(beoordeling) || isVerschoven(state, beoordeling))
  );
};

/** The assessment, and the deviations that begin or end with it. */
const eventsVan = (
  state: NormtoetsState,
  { data: { trajectId, peilmoment, ...data }, context }: ToetsNormen,
  jeugdigeId: string,
  beoordeling: Beoordeling,
): readonly NormenkaderEvent[] => {
  const aanleiding = data.aanleiding ?? context.commandId;
  if (!isNieuw(state, beoordeling, aanleiding, peilmoment)) return [];
  const { norm, regelversie, feiten, uitkomst, uitleg, bron } = beoordeling;
  const toets = { trajectId, jeugdigeId, norm, regelversie };
  const getoetst = feit.getoetst.of({
    ...{ ...toets, aanleiding, peilmoment, feiten: [...feiten] },
    ...{ uitkomst, uitleg, bron: [...bron] },
  });
  const { nieuw, voorbij } = verschuiving(state, beoordeling);
  const idVan = (geval: string): string => deriveId('afwijking', trajectId, norm, aanleiding, geval);
  return [
    getoetst,
    ...voorbij.map(({ id }) => feit.afwijkingVervallen.of({ ...toets, afwijkingId: id })),
    ...nieuw.map((geval) => feit.afwijkingVastgesteld.of({ ...toets, afwijkingId: idVan(geval), peilmoment, geval })),
  ];
};

const afwijkingVan = ({ afwijkingen }: NormtoetsState, afwijkingId: string): Afwijking => {
  const afwijking = afwijkingen[afwijkingId];
  if (afwijking) return afwijking;
  throw nietGevonden('Deze afwijking is niet bekend bij dit traject. Kijk na of het nummer klopt.', { afwijkingId });
};

const motiveer = ({ data, context }: MotiveerAfwijking, state: NormtoetsState): readonly NormenkaderEvent[] => {
  const { trajectId, afwijkingId, ...inhoud } = data;
  const afwijking = afwijkingVan(state, afwijkingId);
  if (afwijking.toestand === 'vervallen')
    throw weiger(
      'AFWIJKING_VERVALLEN',
      'Deze afwijking is vervallen: de feiten zijn verbeterd of later aangevuld. U hoeft niets meer te motiveren.',
      { afwijkingId },
    );
  volgorde(afwijking.vastgesteldOp, context.geldigOp, 'het vaststellen van de afwijking');
  const { herstelactie, herstelUiterlijk } = inhoud;
  if (herstelUiterlijk !== null && (herstelactie === null || herstelUiterlijk < datumVan(context.geldigOp)))
    throw ongeldig(
      'HERSTEL_ONVOLLEDIG',
      'Vul bij een uiterste datum ook in wat u gaat doen, en kies vandaag of een latere dag.',
      { herstelUiterlijk },
    );
  if (afwijking.motivering && isZelfde(afwijking.motivering, inhoud)) return [];
  const { norm, jeugdigeId } = afwijking;
  return [feit.afwijkingGemotiveerd.of({ trajectId, jeugdigeId, norm, afwijkingId, ...inhoud })];
};

const rondHerstelAf = ({ data, context }: RondHerstelAf, state: NormtoetsState): readonly NormenkaderEvent[] => {
  const { norm, jeugdigeId, motivering: belofte, hersteldOp } = afwijkingVan(state, data.afwijkingId);
  if (!belofte?.herstelactie)
    throw weiger(
      'GEEN_HERSTEL_AFGESPROKEN',
      'Bij deze afwijking is geen herstel afgesproken. Leg eerst in een motivering vast wat u gaat doen.',
      { afwijkingId: data.afwijkingId },
    );
  volgorde(belofte.op, context.geldigOp, 'de motivering waarin het herstel is beloofd');
  return hersteldOp === null ? [feit.herstelAfgerond.of({ ...data, norm, jeugdigeId })] : [];
};

/** What lapsed after it was discussed is no deviation any more; the review keeps what it concluded. */
const legBesprekingVast = ({ data }: LegBesprekingVast, state: NormtoetsState): readonly NormenkaderEvent[] => {
  const { norm, jeugdigeId, toestand, bespreking } = afwijkingVan(state, data.afwijkingId);
  if (toestand === 'vervallen' || bespreking !== null) return [];
  return [feit.afwijkingBesproken.of({ ...data, norm, jeugdigeId })];
};

const besluiten: Beslissers<NormenkaderCommand, NormtoetsState, NormenkaderEvent, ToetsFacts> = {
  'normenkader.toets': (command, state, { jeugdigeId, beoordelingen }) =>
    beoordelingen
      .filter(({ norm }) => command.data.normen.includes(norm))
      .flatMap((beoordeling) => eventsVan(state, command, jeugdigeId, beoordeling)),
  'normenkader.motiveer-afwijking': motiveer,
  'normenkader.rond-herstel-af': rondHerstelAf,
  'normenkader.leg-bespreking-vast': legBesprekingVast,
};

export const normtoetsDecider: Decider<NormenkaderCommand, NormtoetsState, NormenkaderEvent, ToetsFacts> = {
  initialState,
  decide: (command, state, facts) => beslis(besluiten, command, state, facts),
  evolve,
};
