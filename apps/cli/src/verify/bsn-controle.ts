import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '@regielijn/engine';
import type { EventLog, KeyStore, RecordedEvent } from '@regielijn/event-store';
import { huidigBsn, jeugdigeStream } from '@regielijn/jeugdige';
import { isCodedError, VERNIETIGD } from '@regielijn/kern';
import { type Controle, Telling } from './controle.js';

/** So many dossiers are opened at a time. */
const PAGE = 200;
/** Somebody who registers or corrects at this moment holds a claim more, or one that the log was read too early for. */
const SETTLES_WITHIN_MS = 2_000;
const POLL_MS = 100;

/** A field that does not open, though its key is there. */
const ONLEESBAAR = Symbol('onleesbaar');
/** The current BSN of a dossier; `null` when there is no dossier. */
type Bsn = string | typeof ONLEESBAAR | null;

const bsnVan = async (history: Promise<readonly RecordedEvent[]>): Promise<Bsn> => {
  try {
    return huidigBsn(await history);
  } catch (error) {
    if (isCodedError(error)) throw error;
    return ONLEESBAAR;
  }
};

/** Every claim is that of a dossier on its current BSN, and every BSN that can be read has its claim. */
export const controleerBsn = async (
  { log, keys }: Engine,
  jeugdigen: ReadonlyMap<string, readonly RecordedEvent[]>,
): Promise<Controle> => {
  const telling = new Telling('elke jeugdige houdt de claim op het eigen bsn');
  const claims = await keys.claimedIds();
  telling.tel(claims.length);
  const gelezen = await bsnsUit(jeugdigen, log, keys);
  let fouten = await foutenVan(keys, new Map([...claims.map((id) => [id, null] as const), ...gelezen]));
  for (const deadline = Date.now() + SETTLES_WITHIN_MS; fouten.size > 0 && Date.now() < deadline;) {
    await sleep(POLL_MS);
    const opnieuw = new Map<string, Bsn>();
    for (const id of fouten.keys()) opnieuw.set(id, await bsnVan(log.read(jeugdigeStream(id))));
    fouten = await foutenVan(keys, opnieuw);
  }
  for (const [id, fout] of fouten) telling.fout(`${fout}: ${id}`);
  return telling.uitslag();
};

const bsnsUit = async (
  jeugdigen: ReadonlyMap<string, readonly RecordedEvent[]>,
  log: EventLog,
  keys: KeyStore,
): Promise<ReadonlyMap<string, Bsn>> => {
  const bsns = new Map<string, Bsn>();
  const streams = [...jeugdigen];
  for (let eerste = 0; eerste < streams.length; eerste += PAGE) {
    const page = streams
      .slice(eerste, eerste + PAGE)
      .map(([stream, events]) => ({ id: stream.slice(jeugdigeStream('').length), events }));
    // One question for all keys of the page; opening them then finds them at hand.
    await keys.find(page.map(({ id }) => id));
    for (const { id, events } of page) bsns.set(id, await bsnVan(log.open(events)));
  }
  return bsns;
};

const foutenVan = async (keys: KeyStore, bsns: ReadonlyMap<string, Bsn>): Promise<ReadonlyMap<string, string>> => {
  const aantal = new Map<string, number>();
  for (const id of await keys.claimedIds()) aantal.set(id, (aantal.get(id) ?? 0) + 1);
  const leesbaar = [...bsns.values()].filter((bsn) => typeof bsn === 'string' && bsn !== VERNIETIGD) as string[];
  const houders = await keys.holdersOf(leesbaar);
  const fouten = new Map<string, string>();
  for (const [id, bsn] of bsns) {
    const fout = foutVan(bsn, typeof bsn === 'string' && houders.get(bsn) === id, aantal.get(id) ?? 0);
    if (fout !== null) fouten.set(id, fout);
  }
  return fouten;
};

const foutVan = (bsn: Bsn, houdtEigen: boolean, claims: number): string | null => {
  if (bsn === ONLEESBAAR) return 'bsn dat niet te lezen is';
  if (bsn === null) return claims > 0 ? 'claim zonder jeugdige' : null;
  if (bsn !== VERNIETIGD && !houdtEigen) return 'geen claim op het eigen bsn';
  return claims > (houdtEigen ? 1 : 0) ? 'claim op een ander bsn' : null;
};
