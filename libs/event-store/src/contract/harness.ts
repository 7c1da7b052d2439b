import { randomId } from '@regielijn/kern';
import { afterEach, beforeEach } from '@jest/globals';
import type { EventStore } from '../event-store.js';

/** A log that one test has to itself, or that looks like it: nothing else writes to `category`. */
export interface TestLog {
  /** What the names of the test's streams begin with, before the first `-`. */
  readonly category: string;
  /** A connection to the log; each call makes one of its own where the adapter knows connections. */
  connect(): Promise<EventStore>;
  /** Lets go of everything, also of the connections. */
  close(): Promise<void>;
}

/** What an adapter's spec hands to the contract suite. */
export interface ContractHarness {
  open(): Promise<TestLog>;
  /** Whether the log promises positions without gaps and a `vastgelegdOp` that never runs back along the log. */
  readonly gapless: boolean;
  /** Whether the log refuses an id it already holds in another place. EventStoreDB does not look. */
  readonly uniqueIds: boolean;
  /** Takes the server away and resolves when nothing of it answers any more; the answer brings it back, log and all. */
  readonly interrupt?: () => Promise<() => Promise<void>>;
}

/** Opens a log before each test of the surrounding `describe` and closes it afterwards. */
export const useLog = (harness: ContractHarness) => {
  let log: TestLog;
  let store: EventStore;
  beforeEach(async () => {
    log = await harness.open();
    store = await log.connect();
  }, 60_000);
  afterEach(() => log.close(), 60_000);
  return {
    store: (): EventStore => store,
    connect: (): Promise<EventStore> => log.connect(),
    newStream: (): string => `${log.category}-${randomId()}`,
  };
};
