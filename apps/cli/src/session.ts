import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Engine, EngineModule, openEngine, readSettings, type Settings } from '@regielijn/engine';
import { weiger } from '@regielijn/kern';
import { Poort } from '@regielijn/poort';
import { withReason } from './failures.js';
import { say } from './output.js';

/** Options that every command takes. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export interface Session {
  readonly engine: Engine;
  readonly app: INestApplicationContext;
  readonly poort: Poort;
}

/** The environment, with what the command line says on top. */
export const settingsOf = ({ data }: CommonOptions, more: Readonly<Record<string, string>> = {}): Settings =>
  readSettings({ ...process.env, ...(data === undefined ? {} : { REGIELIJN_DATA: data }), ...more });

export const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Fails at the first signal, so that whoever opened something closes it; PostgreSQL would go on behind us. */
const unlessInterrupted = async <T>(work: Promise<T>): Promise<T> => {
  let interrupt = (): void => undefined;
  const interrupted = new Promise<never>((_, fail) => {
    interrupt = () => fail(weiger('AFGEBROKEN', 'Afgebroken.'));
  });
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
};

export const withEngine = async <T>(options: CommonOptions, work: (engine: Engine) => Promise<T>): Promise<T> => {
  const settings = settingsOf(options);
  const engine = await openEngine(settings, say);
  try {
    return await unlessInterrupted(work(engine));
  } catch (error) {
    throw withReason(error, settings);
  } finally {
    await engine.close();
  }
};

/**
 * An engine with its slices, its read models kept up to date, beside whatever other process runs on the same data. Its
 * followers are not started: whoever only asks writes nothing to the log.
 */
export const withSession = <T>(options: CommonOptions, work: (session: Session) => Promise<T>): Promise<T> =>
  withEngine(options, async (engine) => {
    const app = await NestFactory.createApplicationContext(EngineModule.on(engine), {
      logger: false,
      abortOnError: false,
    });
    engine.projections.start();
    try {
      return await work({ engine, app, poort: app.get(Poort) });
    } finally {
      await app.close();
    }
  });
