import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Klok } from '@regielijn/bewaking';
import { deriveId, type Instant, randomId, SimulatedClock, unobserved } from '@regielijn/kern';
import { normtoetsStream } from '@regielijn/normenkader';
import { dienstAccounts } from '@regielijn/toegang';
import { normenkaderFeiten as feit } from '../../normenkader/src/domain/events.js';
import { describeWith } from '../../../test/kit/describe-with.js';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/postgres.js';
import { ownRedisMissing, startOwnRedis, type OwnRedis } from '../../../test/kit/redis.js';
import { catchUp, type Engine, openEngine } from './engine.js';
import { EngineModule } from './engine.module.js';
import { Settings } from './settings.js';
import { createKlok } from './work.js';

jest.setTimeout(600_000);

/** So many terms in one night; `TERMIJNEN=100000` is the long form. */
const NACHT = Number(process.env['TERMIJNEN'] ?? 1_000);
const PER_TRAJECT = 20;

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One process with a clock of its own on the shared database; it keeps the read models, as the worker does. */
class Proces {
  private constructor(
    readonly engine: Engine,
    private readonly app: INestApplicationContext,
    readonly klok: Klok,
    readonly gezegd: readonly string[],
  ) {}

  static async start(clock: SimulatedClock, redisUrl?: string): Promise<Proces> {
    const gezegd: string[] = [];
    const say = (line: string): void => void gezegd.push(line);
    const settings = Object.assign(new Settings(), {
      REGIELIJN_DATA: folder,
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl,
    });
    const engine = await openEngine(settings, say, unobserved, clock);
    const app = await NestFactory.createApplicationContext(EngineModule.on(engine), { logger: false });
    engine.projections.start();
    return new Proces(engine, app, await createKlok(engine, app, say), gezegd);
  }

  async close(): Promise<void> {
    await this.klok.stop();
    await this.app.close();
    await this.engine.close();
  }
}

let dag = 0;
/** A week of its own for each test, so that one does not see what another left. */
let begin: Instant;
let clock: SimulatedClock;
let processen: Proces[];
beforeEach(() => {
  dag += 1;
  begin = new Date(Date.parse('2026-06-01T09:00:00.000Z') + dag * 28 * 86_400_000).toISOString();
  clock = new SimulatedClock(begin);
  processen = [];
});
const sluit = async (): Promise<void> => {
  for (const proces of processen.splice(0)) await proces.close();
};
afterEach(sluit);
const proces = async (redisUrl?: string): Promise<Proces> => {
  const nieuw = await Proces.start(clock, redisUrl);
  processen.push(nieuw);
  return nieuw;
};

/** Deviations that nobody motivates: a term of five werkdagen each. Answers their ids. */
const wijkAf = async ({ engine }: Proces, aantal: number): Promise<readonly string[]> => {
  const metadata = {
    actor: dienstAccounts.follower,
    commandId: randomId(),
    correlationId: randomId(),
    causationId: randomId(),
  };
  const trajecten = Array.from({ length: Math.ceil(aantal / PER_TRAJECT) }, () => randomId());
  const ids: string[] = [];
  const zet = async (trajectId: string): Promise<void> => {
    const events = Array.from({ length: PER_TRAJECT }, () => {
      const afwijkingId = randomId();
      ids.push(afwijkingId);
      const data = { trajectId, jeugdigeId: deriveId('jeugdige', trajectId), norm: 'O1', regelversie: '2020-10-12' };
      const { type, data: inhoud } = feit.afwijkingVastgesteld.of({
        ...data,
        afwijkingId,
        peilmoment: begin,
        geval: null,
      });
      return { id: randomId(), type, data: inhoud, geldigOp: begin, vastgelegdOp: begin, metadata };
    });
    await engine.log.append(normtoetsStream(trajectId), 'no-stream', events);
  };
  while (trajecten.length > 0) await Promise.all(trajecten.splice(0, 4).map(zet));
  await catchUp(engine);
  return ids;
};

/** How often each of these terms was told. */
const keren = async ({ engine }: Proces, afwijkingen: readonly string[]): Promise<readonly number[]> => {
  await catchUp(engine);
  const ids = afwijkingen.map((id) => deriveId('termijn', id, 'MOT', ''));
  const { rows } = await engine.pool.query<{ keren: number }>(
    `select coalesce((select sum(g.value::int)::int from lm.bewaking b, jsonb_each_text(b.gemeld) g where b.termijn_id = t.id), 0) as keren
     from unnest($1::uuid[]) as t (id)`,
    [ids],
  );
  return [...new Set(rows.map((row) => row.keren))];
};

/** Past five werkdagen, and the day after. */
const verstreken = (): void => clock.advanceTo(new Date(Date.parse(begin) + 9 * 86_400_000).toISOString());

const totAllesGemeld = async (een: Proces, binnenMs: number): Promise<void> => {
  for (const einde = Date.now() + binnenMs; (await een.klok.controleer()).vergeten > 0; await sleep(50))
    if (Date.now() > einde) throw new Error(`still forgotten: ${(await een.klok.controleer()).vergeten}`);
};

describe('the clock in one process', () => {
  it(`given ${NACHT} terms due in one night, then each is told once, and nothing is forgotten`, async () => {
    const een = await proces();
    const ids = await wijkAf(een, NACHT);
    expect(await een.klok.controleer()).toEqual({ vergeten: 0, dubbel: 0 });
    verstreken();
    clock.advanceTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
    expect((await een.klok.controleer()).vergeten).toBe(ids.length);
    const van = Date.now();
    await een.klok.ronde();
    const seconden = (Date.now() - van) / 1000;
    expect(await keren(een, ids)).toEqual([1]);
    expect(await een.klok.controleer()).toEqual({ vergeten: 0, dubbel: 0 });
    process.stderr.write(`${ids.length} terms told in ${seconden.toFixed(1)} s\n`);
  });

  it('given two processes that look at the same moment, then each term is told once', async () => {
    const [een, twee] = [await proces(), await proces()];
    const ids = await wijkAf(een, 200);
    verstreken();
    await Promise.all([een.klok.ronde(), twee.klok.ronde(), een.klok.ronde(), twee.klok.ronde()]);
    await een.klok.ronde();
    expect(await keren(een, ids)).toEqual([1]);
  });

  it('given that everything stood still for a week, then the next start tells each term once', async () => {
    const eerder = await proces();
    const ids = await wijkAf(eerder, 40);
    await sluit();
    verstreken();
    const later = await proces();
    await later.klok.ronde();
    await later.klok.ronde();
    expect(await keren(later, ids)).toEqual([1]);
  });

  it('given a clock that jumps back after it told, then nothing is told again, and nothing is forgotten', async () => {
    const een = await proces();
    const ids = await wijkAf(een, 40);
    verstreken();
    await een.klok.ronde();
    const terug = new SimulatedClock(begin);
    const later = await Proces.start(terug);
    processen.push(later);
    expect(await later.klok.ronde()).toBe(0);
    terug.advanceTo(clock.now());
    expect(await later.klok.ronde()).toBe(0);
    expect(await keren(later, ids)).toEqual([1]);
  });

  it('given a motivation that the ledger does not know yet, then the term is not told', async () => {
    const een = await proces();
    const [id] = await wijkAf(een, 1);
    verstreken();
    const { rows } = await een.engine.pool.query<{ stream: string }>(
      'select stream from lm.termijn where termijn_id = $1',
      [deriveId('termijn', id!, 'MOT', '')],
    );
    const stream = rows[0]!.stream;
    await een.engine.projections.stop();
    const history = await een.engine.log.read(stream);
    const { metadata, data } = history[0]!;
    const vervallen = feit.afwijkingVervallen.of({
      ...{ trajectId: data['trajectId'] as string, jeugdigeId: data['jeugdigeId'] as string, norm: 'O1' },
      ...{ regelversie: '2020-10-12', afwijkingId: id! },
    });
    const nu = clock.now();
    const event = { ...vervallen, id: randomId(), geldigOp: nu, vastgelegdOp: nu, metadata };
    await een.engine.log.append(stream, BigInt(history.length - 1), [event] as never);
    await een.klok.ronde();
    const twee = await proces();
    expect(await keren(twee, [id!])).toEqual([0]);
  });
});

describeWith(ownRedisMissing, 'the clock over Redis', () => {
  let redis: OwnRedis;
  beforeEach(async () => {
    redis = await startOwnRedis();
  });
  afterEach(async () => {
    await sluit();
    await redis.close();
  });

  it('given two processes and a queue, then all terms are told once by either', async () => {
    const [een, twee] = [await proces(redis.url), await proces(redis.url)];
    const ids = await wijkAf(een, 400);
    verstreken();
    clock.advanceTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
    for (const { klok } of [een, twee]) klok.start();
    await totAllesGemeld(een, 60_000);
    expect(await keren(een, ids)).toEqual([1]);
    expect(await een.klok.controleer()).toEqual({ vergeten: 0, dubbel: 0 });
  });

  it('given a Redis that is emptied in the middle, then nothing is lost and nothing doubled', async () => {
    const een = await proces(redis.url);
    const ids = await wijkAf(een, 300);
    verstreken();
    clock.advanceTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
    een.klok.start();
    for (let keer = 0; keer < 20; keer += 1) {
      await redis.flush();
      await sleep(30);
    }
    await totAllesGemeld(een, 60_000);
    expect(await keren(een, ids)).toEqual([1]);
  });

  it('given a Redis that goes away, then the process tells them itself; given one that comes back, it goes on over the queue', async () => {
    const een = await proces(redis.url);
    await redis.kill();
    const ids = await wijkAf(een, 100);
    verstreken();
    clock.advanceTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
    een.klok.start();
    await totAllesGemeld(een, 60_000);
    expect(await keren(een, ids)).toEqual([1]);
    expect(een.gezegd).toEqual(['Redis is er niet; dit proces meldt de termijnen zolang zelf']);
    await redis.start();
    begin = new Date(Date.parse(begin) + 60_000).toISOString();
    const meer = await wijkAf(een, 100);
    await totAllesGemeld(een, 60_000);
    expect(await keren(een, meer)).toEqual([1]);
  });
});
