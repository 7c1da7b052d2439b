import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createKlok, EngineModule, openEngine, startWork } from '@regielijn/engine';
import { runServer } from '@regielijn/server';

// The work behind the requests as a server process of its own: read models and followers.
await runServer('worker', async ({ settings, say, observe, onStop }) => {
  const engine = await openEngine(settings, say, observe);
  onStop(() => engine.close());
  const app = await NestFactory.createApplicationContext(EngineModule.on(engine), {
    logger: false,
    abortOnError: false,
  });
  onStop(() => app.close());
  const work = startWork(engine, app, say);
  onStop(work.stop);
  const klok = await createKlok(engine, app, say);
  onStop(() => klok.stop());
  klok.start();
  say('worker volgt het logboek');
  return engine;
});
