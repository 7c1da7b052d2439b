import { Inject } from '@nestjs/common';
import { type CommandReceipt, CommandRunner } from '@regielijn/event-store';
import { uniek, weiger } from '@regielijn/kern';
import { asHandlerOf } from '@regielijn/poort';
import { type ReviewCommand, reviewCommands } from '../domain/commands.js';
import { reviewDecider } from '../domain/decide.js';
import { geenFeiten, type ReviewFacts } from '../domain/facts.js';
import { reviewStream, reviewVan } from '../domain/review.js';
import { openActies, openPunten, type Review, type ReviewState } from '../domain/state.js';
import { ReviewFeitenLezer } from './feiten-lezer.js';
import { zegelVan } from './zegel.js';

type Lees<C extends ReviewCommand> = (
  lezer: ReviewFeitenLezer,
  data: C['data'],
  state: ReviewState,
) => Promise<Partial<ReviewFacts>> | Partial<ReviewFacts>;

const trajectenVan = (state: ReviewState, afwijkingen: readonly string[]): readonly string[] =>
  uniek(afwijkingen.flatMap((afwijkingId) => state?.agenda[afwijkingId]?.trajectId ?? []));

/** What a closed review hands over; deviations as they stand now. */
const overdracht = async (lezer: ReviewFeitenLezer, uit: string): Promise<Partial<ReviewFacts>> => {
  const vorige = await lezer.review(uit);
  if (!vorige?.gesloten)
    throw weiger('REVIEW_NOG_OPEN', 'Deze review is nog niet gesloten. Sluit die eerst.', { review: uit });
  const open = openPunten(vorige);
  const perTraject = trajectenVan(vorige, open).map((trajectId) =>
    lezer.afwijkingen(
      trajectId,
      open.filter((afwijkingId) => vorige.agenda[afwijkingId]!.trajectId === trajectId),
    ),
  );
  const afwijkingen = (await Promise.all(perTraject)).flat();
  const acties = Object.fromEntries(openActies(vorige).map((actieId) => [actieId, vorige.acties[actieId]!]));
  return { afwijkingen, acties };
};

const heeftZaak = (state: ReviewState, trajectId: string): state is Review =>
  state !== null && Object.values(state.agenda).some((punt) => punt.trajectId === trajectId);

/** What each command needs to know from elsewhere; the others need nothing but the review. */
const feitenVoor: { readonly [N in ReviewCommand['naam']]?: Lees<Extract<ReviewCommand, { naam: N }>> } = {
  'kwartaalreview.open': (lezer, data) => ({ opening: lezer.opening(reviewVan(data)) }),
  'kwartaalreview.zet-op-agenda': async (lezer, { review, trajectId, afwijkingen }) => ({
    opening: lezer.opening(review),
    afwijkingen: await lezer.afwijkingen(trajectId, afwijkingen),
  }),
  'kwartaalreview.neem-over': async (lezer, { review, uit }) => ({
    opening: lezer.opening(review),
    ...(await overdracht(lezer, uit)),
  }),
  'kwartaalreview.concludeer': async (lezer, { afwijkingen }, state) => ({
    betrokken: await lezer.betrokken(trajectenVan(state, afwijkingen)),
  }),
  'kwartaalreview.licht-zaak-toe': async (lezer, { trajectId }, state) =>
    heeftZaak(state, trajectId)
      ? {
          betrokken: await lezer.betrokken([trajectId]),
          jeugdigen: { [trajectId]: await lezer.jeugdige(trajectId) },
        }
      : {},
  'kwartaalreview.sluit': async (lezer, _, state) => {
    if (state === null) return {};
    const trend = await lezer.trend(state);
    return { trend, zegel: zegelVan(state, trend) };
  },
};

const reviewVanOpdracht = ({ data }: ReviewCommand): string => ('review' in data ? data.review : reviewVan(data));

export const reviewHandlers = reviewCommands.map((type) => {
  class ReviewHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;
    @Inject(ReviewFeitenLezer) private readonly lezer!: ReviewFeitenLezer;

    execute(command: ReviewCommand): Promise<CommandReceipt> {
      const lees = feitenVoor[command.naam] as Lees<ReviewCommand> | undefined;
      return this.runner.decide({
        ...{ decider: reviewDecider, stream: reviewStream(reviewVanOpdracht(command)), command },
        facts: async (state: ReviewState) => ({ ...geenFeiten, ...(await lees?.(this.lezer, command.data, state)) }),
      });
    }
  }
  return asHandlerOf(type, ReviewHandler);
});
