import { catchUp, startWork } from '@regielijn/engine';
import { demoMoment, laadDemo, STANDAARD_SEED } from '../demo/demo.js';
import { answer, progress, say } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface DemoOptions extends CommonOptions {
  readonly cijfers?: string;
  readonly seed?: number;
  readonly nu?: string;
  readonly zonderVandaag?: boolean;
}

/** Loads the demo year and the caseload of today into an empty folder. */
export const demo = (options: DemoOptions): Promise<void> =>
  withSession(options, async ({ engine, app, poort }) => {
    const begonnen = Date.now();
    const nu = options.zonderVandaag ? undefined : await demoMoment(engine, options.nu);
    const keuze = { cijfers: options.cijfers, seed: options.seed ?? STANDAARD_SEED, nu };
    const work = startWork(engine, app, say);
    try {
      const opdrachten = await laadDemo(engine, poort, keuze, progress);
      await catchUp(engine);
      const seconden = Math.round((Date.now() - begonnen) / 100) / 10;
      answer({ opdrachten, seconden }, options, () => `${opdrachten} opdrachten gegeven in ${seconden} seconden.`);
    } finally {
      await work.stop();
    }
  });
