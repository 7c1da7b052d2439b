import type { Instant } from '@regielijn/kern';

/** With one more, in the order in which they happened: what is told afterwards takes its place among the others. */
export const inVolgorde = <T extends { readonly op: Instant }>(eerder: readonly T[], nieuw: T): readonly T[] => {
  const plek = eerder.findLastIndex(({ op }) => op <= nieuw.op) + 1;
  return eerder.toSpliced(plek, 0, nieuw);
};
