/** The outcome of one thing that must hold after a campaign. */
export interface Verdict {
  readonly name: string;
  /** How many it looked at: a check that saw nothing proves nothing. */
  readonly counted: number;
  readonly faults: readonly string[];
}

const MOST_SHOWN = 10;

/** Whether it holds; one that must have seen something and did not, does not. */
export const holds = ({ counted, faults }: Verdict): boolean => counted > 0 && faults.length === 0;

export const sentence = (verdict: Verdict): string => {
  const { name, counted, faults } = verdict;
  const shown = faults.slice(0, MOST_SHOWN).map((fault) => `\n    ${fault}`);
  const more = faults.length > MOST_SHOWN ? `\n    en nog ${faults.length - MOST_SHOWN}` : '';
  return `${holds(verdict) ? 'goed' : 'FOUT'}  ${name}: ${counted} bekeken${shown.join('')}${more}`;
};
