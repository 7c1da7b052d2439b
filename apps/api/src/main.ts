import 'reflect-metadata';
import { openEngine, runServer } from '@regielijn/engine';
import { createApi } from './api.js';

// The api as a server process of its own; a worker does the work behind it.
await runServer(async (settings, say) => {
  const engine = await openEngine(settings, say);
  const app = await createApi(engine, { address: `http://127.0.0.1:${settings.PORT}`, say });
  await app.listen(settings.PORT, settings.embedded ? '127.0.0.1' : '0.0.0.0');
  say(`api luistert op poort ${settings.PORT}`);
  return async () => {
    await app.close();
    await engine.close();
  };
});
