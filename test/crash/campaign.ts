import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EventStore, LOG_START, type RecordedEvent } from '@regielijn/event-store';
import { kopVan } from '../kit/mailserver.js';
import { until } from '../kit/proces.js';
import { Caller } from './caller.js';
import { driveCases } from './cases.js';
import { type Kill, rage } from './chaos.js';
import { judgeAcknowledged, judgeDoubles, judgeRefused } from './judge-commands.js';
import { judgeAgendas, judgeHolders, judgePlaces, judgeSteps, judgeTold } from './judge-log.js';
import { judgeMails, type Mail } from './judge-mails.js';
import { judgeKills } from './judge-kills.js';
import { bsns, people } from './people.js';
import { Random } from './random.js';
import { readRecord, Record } from './record.js';
import { Reviewers } from './review.js';
import { type LogKind, type Servers, startServers } from './servers.js';
import { holds, type Verdict } from './verdict.js';

export interface Options {
  readonly kills: number;
  readonly seed: number;
  readonly log: LogKind;
  /** So many apis, and so many workers. */
  readonly each: number;
  /** How many pairs of cases run at a time. */
  readonly drivers: number;
  /** An existing folder that gets the record and the log, for who wants to know how a fault came about. */
  readonly keep?: string;
}

export interface Report {
  readonly verdicts: readonly Verdict[];
  readonly kills: readonly Kill[];
  readonly acknowledged: number;
  readonly events: number;
  /** How long after all was up and the work was over nobody was behind any more. */
  readonly settledMs: number;
  readonly durationMs: number;
}

type Say = (line: string) => void;

const READY_WITHIN_MS = 120_000;
/** A job that a worker took along into its death is given to another after a minute at most. */
const LEVEL_WITHIN_MS = 180_000;
/** Longer than between two looks of the sender, and than two sweeps of the clock. */
const QUIET_MS = 7_000;
const POLL_MS = 500;
const PAGE = 5_000;
/** The review is closed when this share of the kills is behind us. */
const CLOSES_AT = 0.6;

/** What the log holds after this. */
const readLog = async (store: EventStore, after = LOG_START): Promise<readonly RecordedEvent[]> => {
  const log: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll(log.at(-1)?.position ?? after, PAGE);
    log.push(...page);
    if (page.length < PAGE) return log;
  }
};

const whenReady = async ({ apis, workers }: Servers): Promise<void> => {
  for (const one of [...apis, ...workers]) await until(`${one.name} is ready`, () => one.ready(), READY_WITHIN_MS);
};

/** Somebody at each side gets every message at once. */
const askForMails = async (caller: Caller): Promise<void> => {
  await caller.give(people.gi, '/v1/mijn-berichten/voorkeur', { wijze: 'direct', adres: 'gi@voorbeeld.nl' });
  for (const organisatie of ['gemeente-0599', 'aanbieder-demo'])
    await caller.give(people.beheer, `/v1/organisaties/${organisatie}/postbus`, {
      ...{ wijze: 'direct', adres: `${organisatie}@voorbeeld.nl` },
    });
};

const LEVEL = ['regielijn_lag_seconds', 'regielijn_parked_streams', 'regielijn_terms'];

/** What of the read models, followers and terms is behind: figures that are not 0. */
const behind = ({ workers: [worker] }: Servers): Promise<readonly string[]> =>
  worker!.figures(LEVEL).then(
    (figures) => figures.filter((figure) => !figure.endsWith(' 0')),
    () => ['geen cijfers'],
  );

/** Waits until nobody is behind and nothing comes in any more. Answers who still was when that took too long. */
const settle = async (servers: Servers, store: EventStore): Promise<readonly string[]> => {
  let position = LOG_START;
  let since = Date.now();
  let late: readonly string[] = [];
  for (const deadline = Date.now() + LEVEL_WITHIN_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    late = await behind(servers);
    const news = await readLog(store, position);
    position = news.at(-1)?.position ?? position;
    if (late.length > 0 || news.length > 0) since = Date.now();
    else if (Date.now() - since > QUIET_MS) return [];
  }
  return [`niet binnen ${LEVEL_WITHIN_MS} ms`, ...late];
};

const work = async (servers: Servers, record: Record, { kills, seed, drivers }: Options, say: Say) => {
  const random = new Random(seed);
  const callers = Array.from({ length: drivers + 1 }, () => new Caller(servers, record, random.fork()));
  await askForMails(callers[0]!);
  let goesOn = true;
  let killed = 0;
  let closed = false;
  const closesNow = (): boolean => {
    if (closed || killed < kills * CLOSES_AT) return false;
    return (closed = true);
  };
  const numbers = bsns();
  const driving = callers.slice(1).map((caller) => driveCases(caller, random.fork(), numbers, () => goesOn));
  const reviewing = new Reviewers(callers[0]!, random.fork(), () => goesOn, closesNow).drive();
  const counting = servers.parts.map((part) => ({
    ...part,
    kill: (downMs: number) => {
      killed += 1;
      return part.kill(downMs);
    },
  }));
  const done = await rage(counting, kills, random.fork(), () => record.acknowledged, say).finally(() => {
    goesOn = false;
  });
  const faults = (await Promise.all([...driving, reviewing])).flat();
  return { kills: done, faults };
};

/** `verify` and the self-check of the clock, as whoever manages the servers runs them. */
const judgeByCli = async (servers: Servers): Promise<readonly Verdict[]> => {
  const clock = await servers.cli('termijnen', '--controle');
  const verify = await servers.cli('verify', '--json');
  const { controles = [] } = verify.stdout === '' ? {} : JSON.parse(verify.stdout);
  const checks = controles as { naam: string; geteld: number; fouten: string[] }[];
  const faults = checks.flatMap(({ naam, fouten }) => fouten.map((fout) => `${naam}: ${fout}`));
  const readModels = checks.find(({ naam }) => naam === 'leesmodellen gelijk aan opbouw vanaf nul');
  return [
    {
      name: 'regielijn termijnen --controle',
      counted: 1,
      faults: clock.code === 0 ? [] : [clock.stdout + clock.stderr],
    },
    {
      name: 'leesmodellen gelijk aan opbouw vanaf nul',
      counted: readModels?.geteld ?? 0,
      faults: readModels?.fouten ?? [],
    },
    {
      name: 'regielijn verify',
      counted: checks.length,
      faults: verify.code === 0 || faults.length > 0 ? faults : [verify.stderr],
    },
  ];
};

const mailsOf = ({ mails }: Servers): readonly Mail[] =>
  mails.ontvangen.map(({ ruw, op }) => ({ kenmerk: /^<([^@]+)@/.exec(kopVan(ruw, 'Message-ID'))?.[1] ?? '', at: op }));

const judge = async (
  servers: Servers,
  record: Record,
  log: readonly RecordedEvent[],
  kills: readonly Kill[],
): Promise<readonly Verdict[]> => {
  const lines = readRecord(record.path);
  const processes = [...servers.apis, ...servers.workers];
  return [
    judgeSteps(log),
    judgeAcknowledged(lines, log),
    judgeRefused(lines, log),
    judgeDoubles(log),
    judgeHolders(log),
    judgePlaces(log),
    judgeTold(log),
    judgeAgendas(log),
    judgeMails(mailsOf(servers), log, kills),
    ...(await judgeByCli(servers)),
    {
      name: 'geen proces meldde een storing die niemand verwachtte',
      counted: processes.length,
      faults: processes.flatMap((one) => one.unexpected().map((line) => `${one.name}: ${line}`)),
    },
  ];
};

const asLine = (event: RecordedEvent): string =>
  `${JSON.stringify(event, (_, value) => (typeof value === 'bigint' ? String(value) : value))}\n`;

const keepIn = (folder: string, record: Record, log: readonly RecordedEvent[]): void => {
  copyFileSync(record.path, join(folder, 'record.jsonl'));
  writeFileSync(join(folder, 'log.jsonl'), log.map(asLine).join(''));
};

const inServers = async (servers: Servers, options: Options, say: Say): Promise<Report> => {
  const began = Date.now();
  const record = new Record(join(servers.folder, 'record.jsonl'));
  await whenReady(servers);
  say(`gereed na ${Date.now() - began} ms`);
  const { kills, faults } = await work(servers, record, options, say);
  await whenReady(servers);
  const store = await servers.openLog();
  const calmSince = Date.now();
  const late = await settle(servers, store);
  const settledMs = Date.now() - calmSince - QUIET_MS;
  const log = await readLog(store);
  await store.close();
  record.close();
  if (options.keep !== undefined) keepIn(options.keep, record, log);
  const verdicts = [
    { name: 'elk antwoord was er een dat de regels toestaan', counted: record.acknowledged, faults },
    judgeKills(kills, servers.parts, record.acknowledged),
    { name: 'daarna kwam iedereen bij', counted: 1, faults: late },
    ...(await judge(servers, record, log, kills)),
  ];
  const { acknowledged } = record;
  return { verdicts, kills, acknowledged, events: log.length, settledMs, durationMs: Date.now() - began };
};

/** Runs cases while parts are taken away, and judges what is left. Nothing of it stays on this machine but what is to be kept. */
export const runCampaign = async (options: Options, say: Say): Promise<Report> => {
  const servers = await startServers(options.log, options.each);
  try {
    return await inServers(servers, options, say);
  } finally {
    await servers.close();
  }
};

/** All of it in one line. */
export const summary = (
  { verdicts, kills, acknowledged, events, settledMs, durationMs }: Report,
  seed: number,
): string => {
  const parts = [...new Set(kills.map(({ part }) => part))].sort();
  const perPart = parts.map((name) => `${name} ${kills.filter(({ part }) => part === name).length}`);
  const wrong = verdicts.filter((verdict) => !holds(verdict)).length;
  return [
    `${wrong === 0 ? 'ALLES HOUDT STAND' : `NIET IN ORDE (${wrong} van ${verdicts.length})`}: ${kills.length} kills`,
    `(${perPart.join(', ')}), ${acknowledged} opdrachten bevestigd, ${events} gebeurtenissen,`,
    `bij na ${Math.round(settledMs / 1000)} s, samen ${Math.round(durationMs / 1000)} s, seed ${seed}`,
  ].join(' ');
};
