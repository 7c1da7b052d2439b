import { describe, jest } from '@jest/globals';
import { describeAppend } from './append.contract.js';
import { describeConcurrency } from './concurrency.contract.js';
import { describeFollow } from './follow.contract.js';
import type { ContractHarness } from './harness.js';
import { describeRead } from './read.contract.js';
import { describeReconnect } from './reconnect.contract.js';

/** What every adapter of the EventStore port must do, whatever lies below it. Each adapter's spec calls this once. */
export const describeEventStoreContract = (name: string, harness: ContractHarness): void => {
  // A real node may hold a long log of others that has to be passed first.
  jest.setTimeout(30_000);
  describe(`the EventStore contract on ${name}`, () => {
    describeAppend(harness);
    describeRead(harness);
    describeConcurrency(harness);
    describeFollow(harness);
    if (harness.interrupt) describeReconnect(harness, harness.interrupt);
  });
};
