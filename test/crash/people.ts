import { isBsn } from '@regielijn/kern';
import { demoAccounts } from '@regielijn/toegang';

const colleague = <R extends keyof typeof demoAccounts>(rol: R, subject: string) => ({ ...demoAccounts[rol], subject });

/** Who gives the commands. Two of a kind, where two want the same at the same moment. */
export const people = {
  gemeente: demoAccounts['lokaal-team'],
  gi: demoAccounts.jeugdbeschermer,
  giToo: demoAccounts.teamleider,
  coordinator: demoAccounts.plaatsingscoordinator,
  coordinatorToo: colleague('plaatsingscoordinator', 'crash-coordinator-2'),
  aanbieder: demoAccounts.behandelaar,
  reviewer: demoAccounts.reviewer,
  reviewerToo: colleague('reviewer', 'crash-reviewer-2'),
  beheer: demoAccounts.beheer,
} as const;

const FIRST_BSN = 999_900_006;
const LAST_BSN = 999_999_990;

/** The numbers of the test range that pass the elfproef, each once. */
export function* bsns(): Generator<string, never> {
  for (let number = FIRST_BSN; number <= LAST_BSN; number += 1) if (isBsn(String(number))) yield String(number);
  throw new Error('the test range of BSN is used up');
}

const DAY_MS = 24 * 3600 * 1000;

/** So many days ago, in the evening: what is told late, and at an hour that norms speak about. */
export const daysAgo = (days: number): string => {
  const day = new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
  return `${day}T21:30:00.000Z`;
};

export const dateDaysAgo = (days: number): string => daysAgo(days).slice(0, 10);

export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
