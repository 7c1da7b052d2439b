import type { Uitvoerder } from './klok.js';
import type { Melder } from './melder.js';

/** A queue on a Redis. What talks to it is loaded here: who has none does not wait for that. */
export const openWachtrij = async (
  url: string,
  melder: Melder,
  zelf: Uitvoerder,
  say: (line: string) => void,
): Promise<Uitvoerder> => {
  const { Wachtrij } = await import('./wachtrij.js');
  return new Wachtrij(url, melder, zelf, say);
};
