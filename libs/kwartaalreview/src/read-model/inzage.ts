import { type Actor, CodedError } from '@regielijn/kern';
import type { Review } from '../domain/state.js';

/** Who prepares the reviews, and the program itself, see each of them; anybody else those they take part in. */
export const zietAlles = ({ rol }: Actor): boolean => rol === 'reviewer' || rol === 'dienst';

export const neemtDeel = ({ deelnemers }: Pick<Review, 'deelnemers'>, { subject }: Actor): boolean =>
  Object.hasOwn(deelnemers, subject);

/** Until small figures can be hidden, a pack goes to who takes part and to nobody else; also not whether it is there. */
export const eisInzage = (review: Review | null, actor: Actor): void => {
  if (zietAlles(actor) || (review !== null && neemtDeel(review, actor))) return;
  throw new CodedError(
    'forbidden',
    'GEEN_DEELNEMER',
    'Alleen wie deelneemt aan deze review, kan haar bekijken. Vraag de voorbereider van de review om u toe te voegen.',
  );
};
