import type { Kill } from './chaos.js';
import type { Verdict } from './verdict.js';

/** Whether the campaign was one: every part was taken away, in the middle of work. */
export const judgeKills = (
  kills: readonly Kill[],
  parts: readonly { readonly name: string }[],
  acknowledged: number,
): Verdict => {
  const missing = parts.filter(({ name }) => !kills.some(({ part }) => part === name));
  return {
    name: 'elk onderdeel viel weg, midden in het werk',
    counted: kills.length,
    faults: [
      ...(kills.length < parts.length ? [] : missing.map(({ name }) => `${name} viel nooit weg`)),
      ...(acknowledged > kills.length ? [] : [`maar ${acknowledged} opdrachten bevestigd`]),
    ],
  };
};
