import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { EngineModule, openEngine, readSettings, startWork } from '@regielijn/engine';
import { CodedError } from '@regielijn/kern';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The work behind the requests as a server process of its own: read models and followers. */
const main = async (): Promise<void> => {
  const engine = await openEngine(readSettings(process.env), say);
  const app = await NestFactory.createApplicationContext(EngineModule.on(engine), {
    logger: false,
    abortOnError: false,
  });
  const work = startWork(engine, app, say);
  say('worker volgt het logboek');
  const stop = async (): Promise<void> => {
    await work.stop();
    await app.close();
    await engine.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
};

main().catch((error: unknown) => {
  say(error instanceof CodedError ? `${error.code}: ${error.message}` : String(error));
  process.exitCode = 1;
});
