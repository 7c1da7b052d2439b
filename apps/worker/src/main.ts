import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createKlok, EngineModule, openEngine, runServer, startWork } from '@regielijn/engine';

// The work behind the requests as a server process of its own: read models and followers.
await runServer(async (settings, say) => {
  const engine = await openEngine(settings, say);
  const app = await NestFactory.createApplicationContext(EngineModule.on(engine), {
    logger: false,
    abortOnError: false,
  });
  const work = startWork(engine, app, say);
  const klok = await createKlok(engine, app, say);
  klok.start();
  say('worker volgt het logboek');
  return async () => {
    await klok.stop();
    await work.stop();
    await app.close();
    await engine.close();
  };
});
