import 'reflect-metadata';
import { openEngine } from '@regielijn/engine';
import { runServer } from '@regielijn/server';
import { closeApi, createApi } from './api.js';

// The api as a server process of its own; a worker does the work behind it.
await runServer('api', async ({ settings, say, observe, watch, isStopping, onStop }) => {
  const engine = await openEngine(settings, say, observe);
  onStop(() => engine.close());
  const address = `http://127.0.0.1:${settings.PORT}`;
  const app = await createApi(engine, { address, say, watch, isStopping });
  onStop(() => closeApi(app, say));
  await app.listen(settings.PORT, settings.embedded ? '127.0.0.1' : '0.0.0.0');
  say(`api luistert op poort ${settings.PORT}`);
  return engine;
});
