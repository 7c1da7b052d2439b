import type { RecordedEvent } from '@regielijn/event-store';
import type { Kill } from './chaos.js';
import type { Verdict } from './verdict.js';

/** A mail as the mail server took it in. */
export interface Mail {
  /** The part of its `Message-ID` that the log has too. */
  readonly kenmerk: string;
  readonly at: number;
}

const SENT = ['bericht.verzonden@1', 'bericht.in-overzicht-verzonden@1'];
/** What stands between the mail server taking a mail in and the event that says so. */
const IN_BETWEEN = ['worker', 'postgresql', 'eventstoredb'];
/** It is recorded within so long after it went, or not at all: what it asked may be done when it is tried again. */
const RECORDED_WITHIN_MS = 5_000;
/** A mail is stamped when it was read to its end; who sent it may have been killed a moment before that. */
const SLACK_MS = 1_000;

/** Whether what records mails was away at some moment between these two. */
const wasAway = (from: number, until: number, kills: readonly Kill[]): boolean =>
  kills.some((kill) => IN_BETWEEN.includes(kill.part) && kill.from <= until && kill.until >= from - SLACK_MS);

/**
 * No mail went out twice or unrecorded, unless what records it was away then: the one window that docs/failures.md knows.
 * What the log calls sent was sent, and no delivery is recorded twice.
 */
export const judgeMails = (mails: readonly Mail[], log: readonly RecordedEvent[], kills: readonly Kill[]): Verdict => {
  const sent = log.filter(({ type }) => SENT.includes(type));
  const reminders = log.filter(({ type }) => type === 'bericht.herinnerd@1');
  const received = new Map<string, number[]>();
  for (const { kenmerk, at } of mails) received.set(kenmerk, [...(received.get(kenmerk) ?? []), at]);
  const faults: string[] = [];
  for (const [kenmerk, times] of received) {
    for (const [nr, at] of times.entries())
      if (nr > 0 && !wasAway(times[nr - 1]!, at, kills)) faults.push(`mail ${kenmerk} ging twee keer uit`);
    const isRecorded = sent.some(({ data }) => data['kenmerk'] === kenmerk);
    const last = times.at(-1)!;
    if (!isRecorded && !wasAway(last, last + RECORDED_WITHIN_MS, kills))
      faults.push(`mail ${kenmerk} is nergens vastgelegd`);
  }
  const deliveries = new Map<string, number>();
  for (const { stream, data } of sent) {
    const { kenmerk, ontvanger } = data as { kenmerk: string; ontvanger: string };
    if (!received.has(kenmerk)) faults.push(`${stream}: mail ${kenmerk} kwam nooit aan`);
    const delivery = `${stream} ${ontvanger}`;
    deliveries.set(delivery, (deliveries.get(delivery) ?? 0) + 1);
  }
  for (const [delivery, times] of deliveries) {
    const reminded = reminders.filter(({ stream }) => delivery.startsWith(`${stream} `)).length;
    if (times > 1 + reminded) faults.push(`${delivery}: ${times} keer vastgelegd als verzonden`);
  }
  return { name: 'geen bericht is twee keer verzonden buiten het beschreven moment', counted: received.size, faults };
};
