import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { EngineModule, openEngine, startWork } from '@regielijn/engine';
import { runServer } from '@regielijn/server';

// The work behind the requests as a server process of its own: read models and followers.
await runServer('worker', async ({ settings, say, observe }) => {
  const engine = await openEngine(settings, say, observe);
  const app = await NestFactory.createApplicationContext(EngineModule.on(engine), {
    logger: false,
    abortOnError: false,
  });
  const work = startWork(engine, app, say);
  say('worker volgt het logboek');
  return {
    engine,
    stop: async () => {
      await work.stop();
      await app.close();
      await engine.close();
    },
  };
});
