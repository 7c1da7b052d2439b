import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { EngineModule, openEngine, runServer, startWork } from '@regielijn/engine';

// The work behind the requests as a server process of its own: read models and followers.
await runServer(async (settings, say) => {
  const engine = await openEngine(settings, say);
  const app = await NestFactory.createApplicationContext(EngineModule.on(engine), {
    logger: false,
    abortOnError: false,
  });
  const work = startWork(engine, app, say);
  say('worker volgt het logboek');
  return async () => {
    await work.stop();
    await app.close();
    await engine.close();
  };
});
