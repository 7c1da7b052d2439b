import type { Kill } from './chaos.js';
import type { Verdict } from './verdict.js';

/** Whether the campaign was one: every part had its turn in each round, in the middle of work. */
export const judgeKills = (
  kills: readonly Kill[],
  parts: readonly { readonly name: string }[],
  acknowledged: number,
): Verdict => {
  const rounds = Math.floor(kills.length / parts.length);
  const missing = parts.filter(({ name }) => kills.filter(({ part }) => part === name).length < rounds);
  return {
    name: 'elk onderdeel viel weg, midden in het werk',
    counted: kills.length,
    faults: [
      ...missing.map(({ name }) => `${name} viel minder dan ${rounds} keer weg`),
      ...(acknowledged > kills.length ? [] : [`maar ${acknowledged} opdrachten bevestigd`]),
    ],
  };
};
