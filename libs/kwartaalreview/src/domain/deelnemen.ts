import { type Beslissers, ongeldig, uniek, volgorde, weiger } from '@regielijn/kern';
import type { LegVergaderingVast, StelLeeslijstVast, Verschoon, VoegDeelnemerToe } from './commands.js';
import { reviewFeiten as feit, type ReviewEvent } from './events.js';
import { eisOpen, eisZaakOpAgenda, type ReviewFacts } from './facts.js';
import { isVerschoond, type Review, type ReviewState } from './state.js';

const eisDeelnemer = ({ deelnemers, review }: Review, account: string): void => {
  if (Object.hasOwn(deelnemers, account)) return;
  throw weiger('DEELNEMER_ONBEKEND', 'Dit account neemt niet deel aan deze review. Voeg de deelnemer eerst toe.', {
    ...{ review, account },
  });
};

const voegToe = ({ data }: VoegDeelnemerToe, state: Review): readonly ReviewEvent[] => {
  if (!state.disciplines.includes(data.discipline))
    throw ongeldig('DISCIPLINE_ONBEKEND', `Kies een discipline van deze review: ${state.disciplines.join(', ')}.`, {
      disciplines: state.disciplines,
    });
  return state.deelnemers[data.account] === data.discipline ? [] : [feit.deelnemerToegevoegd.of(data)];
};

const verschoon = ({ data }: Verschoon, state: Review): readonly ReviewEvent[] => {
  eisDeelnemer(state, data.account);
  eisZaakOpAgenda(state, data.trajectId);
  if (isVerschoond(state, data.account, data.trajectId)) return [];
  return [feit.verschoond.of({ ...data, reden: 'uit_eigen_beweging' })];
};

const stelLeeslijstVast = ({ data }: StelLeeslijstVast, state: Review): readonly ReviewEvent[] => {
  const trajecten = uniek(data.trajecten);
  for (const trajectId of trajecten) eisZaakOpAgenda(state, trajectId);
  return state.leeslijst.join() === trajecten.join() ? [] : [feit.leeslijstVastgesteld.of({ ...data, trajecten })];
};

const vergader = ({ data, context }: LegVergaderingVast, state: Review): readonly ReviewEvent[] => {
  const aanwezig = uniek(data.aanwezig);
  for (const account of aanwezig) eisDeelnemer(state, account);
  volgorde(state.geopendOp, context.geldigOp, 'het openen van de review');
  const vorige = state.vergaderingen.at(-1);
  if (vorige) volgorde(vorige.op, context.geldigOp, 'de vorige vergadering');
  const isBekend = vorige?.op === context.geldigOp && vorige.aanwezig.join() === aanwezig.join();
  return isBekend ? [] : [feit.vergaderd.of({ ...data, aanwezig })];
};

export const deelnemersbesluiten: Beslissers<
  VoegDeelnemerToe | Verschoon | StelLeeslijstVast | LegVergaderingVast,
  ReviewState,
  ReviewEvent,
  ReviewFacts
> = {
  'kwartaalreview.voeg-deelnemer-toe': (command, state) => voegToe(command, eisOpen(state)),
  'kwartaalreview.verschoon': (command, state) => verschoon(command, eisOpen(state)),
  'kwartaalreview.stel-leeslijst-vast': (command, state) => stelLeeslijstVast(command, eisOpen(state)),
  'kwartaalreview.leg-vergadering-vast': (command, state) => vergader(command, eisOpen(state)),
};
