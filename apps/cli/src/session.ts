import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Engine, EngineModule, openEngine, readSettings, type Settings, startWork } from '@regielijn/engine';
import { Poort } from '@regielijn/poort';
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

export const withEngine = async <T>(options: CommonOptions, work: (engine: Engine) => Promise<T>): Promise<T> => {
  const engine = await openEngine(settingsOf(options), say);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
};

/** An engine with its slices and its work, beside whatever other process runs on the same data. */
export const withSession = <T>(options: CommonOptions, work: (session: Session) => Promise<T>): Promise<T> =>
  withEngine(options, async (engine) => {
    const app = await NestFactory.createApplicationContext(EngineModule.on(engine), {
      logger: false,
      abortOnError: false,
    });
    const running = startWork(engine, app, say);
    try {
      return await work({ engine, app, poort: app.get(Poort) });
    } finally {
      await running.stop();
      await app.close();
    }
  });
