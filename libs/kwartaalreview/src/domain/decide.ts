import { beslis, type Beslissers, type Decider } from '@regielijn/kern';
import { agendabesluiten } from './agenda.js';
import { besprekingsbesluiten } from './bespreken.js';
import type { ReviewCommand } from './commands.js';
import { deelnemersbesluiten } from './deelnemen.js';
import type { ReviewEvent } from './events.js';
import type { ReviewFacts } from './facts.js';
import { evolve, initialState, type ReviewState } from './state.js';

const besluiten: Beslissers<ReviewCommand, ReviewState, ReviewEvent, ReviewFacts> = {
  ...agendabesluiten,
  ...deelnemersbesluiten,
  ...besprekingsbesluiten,
};

export const reviewDecider: Decider<ReviewCommand, ReviewState, ReviewEvent, ReviewFacts> = {
  initialState,
  decide: (command, state, facts) => beslis(besluiten, command, state, facts),
  evolve,
};
