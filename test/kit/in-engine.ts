import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Engine, EngineModule, openEngine, Settings } from '@regielijn/engine';
import type { CommandReceipt } from '@regielijn/event-store';
import type { CommandClass } from '@regielijn/kern';
import { Poort } from '@regielijn/poort';
import { demoAccounts } from '@regielijn/toegang';

/** Gives a command as whoever may: resolves when it was acknowledged. */
type Geef = (type: CommandClass, data: object, als: keyof typeof demoAccounts) => Promise<CommandReceipt>;

/** An engine in this process on the data that the settings name, beside whatever else runs on it. */
export const inEngine = async <T>(
  settings: Partial<Settings>,
  work: (geef: Geef, engine: Engine, app: INestApplicationContext) => Promise<T>,
): Promise<T> => {
  const engine = await openEngine(Object.assign(new Settings(), settings));
  const app = await NestFactory.createApplicationContext(EngineModule.on(engine), { logger: false });
  const poort = app.get(Poort);
  try {
    return await work((type, data, als) => poort.opdracht(type, data, { actor: demoAccounts[als] }), engine, app);
  } finally {
    await app.close();
    await engine.close();
  }
};
