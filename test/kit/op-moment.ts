import type { SimulatedClock } from '@regielijn/kern';
import type { TestApi } from './engine.js';

/** Lets the clock look at this moment, and everything that follows come about. Answers how many moments it handed on. */
export const opMoment = async (
  { settle, klok }: Pick<TestApi, 'settle' | 'klok'>,
  clock: SimulatedClock,
  moment: string,
): Promise<number> => {
  clock.advanceTo(moment);
  await settle();
  const gemeld = await klok.ronde();
  await settle();
  return gemeld;
};
