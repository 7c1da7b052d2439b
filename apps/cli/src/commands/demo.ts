import { catchUp } from '@regielijn/engine';
import { laadDemo, STANDAARD_SEED } from '../demo/demo.js';
import { answer, progress } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

export interface DemoOptions extends CommonOptions {
  readonly cijfers?: string;
  readonly seed?: string;
}

/** Loads the demo year into an empty folder. */
export const demo = (options: DemoOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    const show = progress('Voorbeeldjaar laden');
    const begonnen = Date.now();
    const keuze = { cijfers: options.cijfers, seed: Number(options.seed ?? STANDAARD_SEED) };
    const opdrachten = await laadDemo(engine, poort, keuze, ({ gedaan, totaal }) => show(gedaan, totaal));
    await catchUp(engine);
    const seconden = Math.round((Date.now() - begonnen) / 100) / 10;
    answer({ opdrachten, seconden }, options, () => `${opdrachten} opdrachten gegeven in ${seconden} seconden.`);
  });
