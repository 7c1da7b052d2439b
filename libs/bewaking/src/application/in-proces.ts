import type { Gekomen } from './gekomen.js';
import type { Uitvoerder } from './klok.js';
import type { Melder } from './melder.js';

/** So many at once: enough to fill a transaction of the log, few enough for its connections. */
const TEGELIJK = 8;

/** Tells what has come in this process itself. One that fails keeps nobody from the others; the next look finds it again. */
export class InProces implements Uitvoerder {
  constructor(private readonly melder: Melder) {}

  async neem(gekomen: readonly Gekomen[]): Promise<void> {
    const fouten: unknown[] = [];
    const rij = [...gekomen];
    const werk = async (): Promise<void> => {
      for (let een = rij.shift(); een; een = rij.shift())
        await this.melder.meld(een).catch((error: unknown) => fouten.push(error));
    };
    await Promise.all(Array.from({ length: Math.min(TEGELIJK, rij.length) }, werk));
    if (fouten.length > 0) throw fouten[0];
  }

  /** It holds nothing between two looks. */
  async stop(): Promise<void> {}
}
