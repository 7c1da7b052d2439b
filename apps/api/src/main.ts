import 'reflect-metadata';
import { CodedError } from '@regielijn/kern';
import { openEngine, readSettings } from '@regielijn/engine';
import { createApi } from './api.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The api as a server process of its own; a worker does the work behind it. */
const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const engine = await openEngine(settings, say);
  const app = await createApi(engine, { address: `http://127.0.0.1:${settings.PORT}`, say });
  await app.listen(settings.PORT, settings.embedded ? '127.0.0.1' : '0.0.0.0');
  say(`api luistert op poort ${settings.PORT}`);
  const stop = async (): Promise<void> => {
    await app.close();
    await engine.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
};

main().catch((error: unknown) => {
  say(error instanceof CodedError ? `${error.code}: ${error.message}` : String(error));
  process.exitCode = 1;
});
