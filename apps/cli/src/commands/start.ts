import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { catchUp, createKlok, type Engine, openEngine, startWork } from '@regielijn/engine';
import { Poort } from '@regielijn/poort';
import { createApi } from '../../../api/src/api.js';
import { demoMoment, demoOntbreekt, laadDemo, STANDAARD_SEED } from '../demo/demo.js';
import { sayError } from '../failures.js';
import { answer, progress, say } from '../output.js';
import { type CommonOptions, settingsOf, SIGNALS } from '../session.js';

interface StartOptions extends CommonOptions {
  readonly port?: string;
  readonly geenDemo?: boolean;
}

const thingsToTry = (adres: string, map: string): string => {
  const data = map === './data' ? '' : ` --data ${map}`;
  return [
    `Regielijn luistert op ${adres}`,
    'Drie dingen om te proberen, in een tweede venster:',
    `  npm run -s regielijn -- monitor plaatsingen --jaar 2019${data}`,
    `  npm run -s regielijn -- monitor bezetting --jaar 2019${data}`,
    `  curl -H "Authorization: Bearer $(npm run -s regielijn -- token --als regiosturing${data})" "${adres}/v1/monitor/plaatsingen?jaar=2019"`,
    'Stoppen: Ctrl-C',
  ].join('\n');
};

/** Everything in one process: listens first, then loads the demo behind it when the folder is empty. */
export const start = async (options: StartOptions): Promise<void> => {
  const settings = settingsOf(options, options.port === undefined ? {} : { PORT: options.port });
  const engine = await openEngine(settings, say);
  const closers: (() => Promise<unknown>)[] = [() => engine.close()];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      for (const closer of closers.reverse()) await closer();
    })());
  try {
    const loading = { busy: settings.embedded && !options.geenDemo && (await demoOntbreekt(engine)) };
    const adres = `http://127.0.0.1:${settings.PORT}`;
    const app = await createApi(engine, { address: adres, say, isLoadingDemo: () => loading.busy });
    const work = startWork(engine, app, say);
    closers.push(
      () => work.stop(),
      () => app.close(),
    );
    await app.listen(settings.PORT, '127.0.0.1');
    stopAtSignal(stop);
    answer({ adres }, options, () => thingsToTry(adres, settings.REGIELIJN_DATA));
    if (loading.busy) await loadDemo(engine, app, () => stopping !== undefined);
    loading.busy = false;
    if (stopping !== undefined) return;
    const klok = await createKlok(engine, app, say);
    klok.start();
    closers.push(() => klok.stop());
  } catch (error) {
    await stop();
    throw error;
  }
};

const stopAtSignal = (stop: () => Promise<void>): void => {
  const stopAndExit = async (): Promise<void> => {
    say('Regielijn stopt');
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      sayError(error);
      process.exit(1);
    }
  };
  for (const signal of SIGNALS) process.once(signal, () => void stopAndExit());
};

/** A load that fails is said, and the server goes on: the next start goes on with it. */
const loadDemo = async (engine: Engine, app: NestFastifyApplication, isStopping: () => boolean): Promise<void> => {
  try {
    const keuze = { seed: STANDAARD_SEED, nu: await demoMoment(engine) };
    await laadDemo(engine, app.get(Poort), keuze, progress);
    await catchUp(engine);
    say('Het voorbeeldjaar staat klaar.');
  } catch (error) {
    if (!isStopping()) sayError(error);
  }
};
