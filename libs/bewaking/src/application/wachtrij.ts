import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Gekomen } from './gekomen.js';
import type { Uitvoerder } from './klok.js';
import type { Melder } from './melder.js';

const NAAM = 'termijnen';
const TEGELIJK = 16;
/** A worker that died is noticed after at most this long, and its jobs go to another. */
const VASTGELOPEN_NA_MS = 30_000;
const STOP_BINNEN_MS = 3_000;

type Taak = Pick<Gekomen, 'termijnId' | 'moment' | 'op'>;

/** One name per moment, so that who is handed on already is not handed on again. A queue takes no `:` in it. */
export const taakNaam = ({ termijnId, wektOp }: Gekomen): string => `${termijnId}_${Date.parse(wektOp)}`;

/** Nothing of a job stays: one that failed is handed on anew by the next look. */
const NIETS_BLIJFT = { removeOnComplete: true, removeOnFail: true } as const;

/**
 * Hands moments to any number of workers over Redis. The queue is only the way there: whoever takes a job reads the
 * ledger again, and what a Redis loses that is emptied or away, the next look finds.
 */
export class Wachtrij implements Uitvoerder {
  private readonly queue: Queue<Taak>;
  private readonly worker: Worker<Taak>;
  private readonly verbindingen: readonly Redis[];

  /** `zelf` tells them while Redis is away. */
  constructor(
    url: string,
    melder: Melder,
    private readonly zelf: Uitvoerder,
    say: (line: string) => void,
  ) {
    // Who hands on does not wait for a Redis that is away; who takes does, as long as it takes.
    const geduldloos = new Redis(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false });
    const geduldig = new Redis(url, { maxRetriesPerRequest: null });
    this.verbindingen = [geduldloos, geduldig];
    this.queue = new Queue<Taak>(NAAM, { connection: geduldloos, skipWaitingForReady: true, skipVersionCheck: true });
    this.worker = new Worker<Taak>(NAAM, ({ data }) => melder.meldAlsNogNodig(data), {
      connection: geduldig,
      concurrency: TEGELIJK,
      stalledInterval: VASTGELOPEN_NA_MS,
      skipVersionCheck: true,
    });
    let isWeg = false;
    const weg = (): void => {
      if (!isWeg) say('Redis is er niet; dit proces meldt de termijnen zolang zelf');
      isWeg = true;
    };
    geduldig.on('ready', () => (isWeg = false));
    // Without somebody who hears it, an error would end the process.
    this.queue.on('error', weg);
    this.worker.on('error', weg);
    for (const verbinding of this.verbindingen) verbinding.on('error', weg);
  }

  async neem(gekomen: readonly Gekomen[]): Promise<void> {
    try {
      await this.queue.addBulk(
        gekomen.map((een) => ({
          name: NAAM,
          data: { termijnId: een.termijnId, moment: een.moment, op: een.op },
          opts: { jobId: taakNaam(een), ...NIETS_BLIJFT },
        })),
      );
    } catch {
      await this.zelf.neem(gekomen);
    }
  }

  async stop(): Promise<void> {
    const klaar = Promise.allSettled([this.worker.close(), this.queue.close()]);
    // A Redis that is away answers no goodbye.
    await Promise.race([klaar, sleep(STOP_BINNEN_MS, undefined, { ref: false })]);
    for (const verbinding of this.verbindingen) verbinding.disconnect();
  }
}
