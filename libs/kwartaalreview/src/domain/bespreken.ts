import {
  type Actor,
  type Beslissers,
  datumVan,
  deriveId,
  onbekend,
  ongeldig,
  uniek,
  volgorde,
  weiger,
} from '@regielijn/kern';
import type { Concludeer, LichtZaakToe, RondActieAf, SluitReview, SpreekActieAf } from './commands.js';
import { reviewFeiten as feit, type ReviewEvent } from './events.js';
import { eisOpen, eisZaakOpAgenda, opAgenda, type ReviewFacts } from './facts.js';
import { eisQuorumVoorZaak, vergaderingMetQuorum } from './quorum.js';
import {
  type Agendapunt,
  type Bespreking,
  isVerschoond,
  openActies,
  openPunten,
  type Review,
  type ReviewState,
} from './state.js';

/** The id of an actie follows from the command that agreed it. */
export const actieIdVan = (commandId: string): string => deriveId('reviewactie', commandId);

type Betrokken = ReviewFacts['betrokken'];
const handeldeIn = (betrokken: Betrokken, account: string, trajectId: string): boolean =>
  betrokken[trajectId]?.includes(account) ?? false;

/** Nobody judges a case in which they acted themselves, or from which they stood back. */
const eisGeenEigenZaak = (state: Review, { subject }: Actor, trajectId: string, betrokken: Betrokken): void => {
  if (!isVerschoond(state, subject, trajectId) && !handeldeIn(betrokken, subject, trajectId)) return;
  throw weiger('EIGEN_ZAAK', 'U handelde zelf in deze zaak. Laat een andere deelnemer de conclusie vastleggen.', {
    trajectId,
  });
};

const eisTeBespreken = (state: Review, afwijkingId: string): Agendapunt => {
  const punt = opAgenda(state, afwijkingId);
  if (punt.stand === 'open') return punt;
  if (punt.stand === 'afgevoerd')
    throw weiger('AFWIJKING_VERVALLEN', 'Deze afwijking is vervallen. U hoeft haar niet meer te bespreken.', {
      afwijkingId,
    });
  throw weiger('AL_BESPROKEN', 'Over deze afwijking is al een conclusie getrokken. Laat haar weg.', { afwijkingId });
};

const isZelfde = (eerder: Bespreking, { data }: Concludeer): boolean =>
  eerder.conclusie === data.conclusie &&
  eerder.opschaling === data.opschaling &&
  eerder.lessen.join() === data.lessen.join() &&
  [...eerder.afwijkingen].sort().join() === uniek(data.afwijkingen).sort().join();

const concludeer = (command: Concludeer, state: Review, { betrokken }: ReviewFacts): readonly ReviewEvent[] => {
  const { data, context } = command;
  if (state.besprekingen.some((eerder) => isZelfde(eerder, command))) return [];
  const afwijkingen = uniek(data.afwijkingen);
  const punten = afwijkingen.map((afwijkingId) => eisTeBespreken(state, afwijkingId));
  const trajecten = uniek(punten.map(({ trajectId }) => trajectId));
  for (const trajectId of trajecten) eisGeenEigenZaak(state, context.actor, trajectId, betrokken);
  const vergadering = vergaderingMetQuorum(state);
  volgorde(vergadering.op, context.geldigOp, 'de vergadering');
  const verschoningen = trajecten.flatMap((trajectId) =>
    vergadering.aanwezig
      .filter((account) => handeldeIn(betrokken, account, trajectId) && !isVerschoond(state, account, trajectId))
      .map((account) => ({ trajectId, account, reden: 'handelde_in_zaak' as const })),
  );
  const zonderHen = { ...state, verschoningen: [...state.verschoningen, ...verschoningen] };
  for (const trajectId of trajecten) eisQuorumVoorZaak(zonderHen, vergadering, trajectId);
  const { review } = data;
  return [
    ...verschoningen.map((verschoning) => feit.verschoond.of({ review, ...verschoning })),
    feit.besproken.of({ ...data, afwijkingen }),
  ];
};

const lichtToe = ({ data, context }: LichtZaakToe, state: Review, facts: ReviewFacts): readonly ReviewEvent[] => {
  const { trajectId, toelichting } = data;
  eisZaakOpAgenda(state, trajectId);
  eisGeenEigenZaak(state, context.actor, trajectId, facts.betrokken);
  if (state.toelichtingen[trajectId] === toelichting) return [];
  return [feit.toegelicht.of({ ...data, jeugdigeId: facts.jeugdigen[trajectId]! })];
};

const spreekAf = ({ data, context }: SpreekActieAf, state: Review): readonly ReviewEvent[] => {
  const afwijkingen = uniek(data.afwijkingen);
  const trajecten = uniek(afwijkingen.map((afwijkingId) => opAgenda(state, afwijkingId).trajectId));
  if (data.uiterlijk < datumVan(context.geldigOp))
    throw ongeldig('UITERLIJK_VOORBIJ', 'Deze dag is al voorbij. Kies vandaag of een latere dag.', {
      uiterlijk: data.uiterlijk,
    });
  return [feit.actieAfgesproken.of({ ...data, actieId: actieIdVan(context.commandId), afwijkingen, trajecten })];
};

const rondAf = ({ data, context: { actor } }: RondActieAf, state: Review): readonly ReviewEvent[] => {
  const actie = state.acties[data.actieId];
  if (!actie) throw onbekend('Deze actie', { actieId: data.actieId });
  if (actor.rol !== 'reviewer' && actor.organisatie !== actie.eigenaar)
    throw weiger('ACTIE_VAN_ANDER', 'Deze actie is van een andere organisatie. Vraag die om haar af te ronden.', {
      eigenaar: actie.eigenaar,
    });
  return actie.afgerondOp === null ? [feit.actieAfgerond.of(data)] : [];
};

const sluit = ({ data }: SluitReview, state: Review, { zegel, trend }: ReviewFacts): readonly ReviewEvent[] => {
  vergaderingMetQuorum(state);
  const [doorgeschoven, acties] = [[...openPunten(state)].sort(), [...openActies(state)].sort()];
  return [feit.gesloten.of({ ...data, zegel, trend: [...trend], doorgeschoven, openActies: acties })];
};

export const besprekingsbesluiten: Beslissers<
  Concludeer | LichtZaakToe | SpreekActieAf | RondActieAf | SluitReview,
  ReviewState,
  ReviewEvent,
  ReviewFacts
> = {
  'kwartaalreview.concludeer': (command, state, facts) => concludeer(command, eisOpen(state), facts),
  'kwartaalreview.licht-zaak-toe': (command, state, facts) => lichtToe(command, eisOpen(state), facts),
  'kwartaalreview.spreek-actie-af': (command, state) => spreekAf(command, eisOpen(state)),
  'kwartaalreview.rond-actie-af': (command, state) => rondAf(command, eisOpen(state)),
  'kwartaalreview.sluit': (command, state, facts) => sluit(command, eisOpen(state), facts),
};
