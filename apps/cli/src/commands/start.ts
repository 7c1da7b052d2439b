import { catchUp, openEngine, startWork } from '@regielijn/engine';
import { Poort } from '@regielijn/poort';
import { createApi } from '../../../api/src/api.js';
import { demoOntbreekt, laadDemo, STANDAARD_SEED } from '../demo/demo.js';
import { progress, say, sayError } from '../output.js';
import { type CommonOptions, settingsOf } from '../session.js';

export interface StartOptions extends CommonOptions {
  readonly port?: string;
  /** False by `--geen-demo`. */
  readonly demo: boolean;
}

const thingsToTry = (address: string, data: string): string =>
  [
    `Regielijn luistert op ${address}`,
    'Drie dingen om te proberen, in een tweede venster:',
    `  npm run -s regielijn -- monitor plaatsingen --jaar 2019${data === './data' ? '' : ` --data ${data}`}`,
    `  npm run -s regielijn -- monitor bezetting --jaar 2019${data === './data' ? '' : ` --data ${data}`}`,
    `  curl -H "Authorization: Bearer $(npm run -s regielijn -- token --als regiosturing${data === './data' ? '' : ` --data ${data}`})" "${address}/v1/monitor/plaatsingen?jaar=2019"`,
    'Stoppen: Ctrl-C',
  ].join('\n');

/** Everything in one process: listens first, then loads the demo behind it when the folder is empty. */
export const start = async (options: StartOptions): Promise<void> => {
  const settings = settingsOf(options, options.port === undefined ? {} : { PORT: options.port });
  const engine = await openEngine(settings, say);
  let loading = settings.embedded && options.demo && (await demoOntbreekt(engine));
  const address = `http://127.0.0.1:${settings.PORT}`;
  const app = await createApi(engine, { address, say, isLoadingDemo: () => loading });
  await app.listen(settings.PORT, '127.0.0.1');
  const work = startWork(engine, app, say);
  say(thingsToTry(address, settings.REGIELIJN_DATA));

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      say('Regielijn stopt');
      await app.close();
      await work.stop();
      await engine.close();
    })());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));

  if (!loading) return;
  const show = progress('Voorbeeldjaar laden');
  try {
    await laadDemo(engine, app.get(Poort), { seed: STANDAARD_SEED }, ({ gedaan, totaal }) => show(gedaan, totaal));
    await catchUp(engine);
    say('Het voorbeeldjaar staat klaar.');
  } catch (error) {
    if (!stopping) sayError(error);
  } finally {
    loading = false;
  }
};
