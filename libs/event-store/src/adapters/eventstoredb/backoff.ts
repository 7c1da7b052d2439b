import { setTimeout } from 'node:timers/promises';

const FIRST_MS = 50;

/** How long to wait after the given number of failures in a row: doubling up to `maxMs`, and never all at the same time. */
export const backoffMs = (failures: number, maxMs: number): number =>
  Math.min(FIRST_MS * 2 ** (failures - 1), maxMs) * (0.5 + Math.random() / 2);

/** Waits, or stops waiting when the signal is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);
