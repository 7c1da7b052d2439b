import { deepStrictEqual } from 'node:assert/strict';
import type { RecordedEvent } from '@regielijn/event-store';
import { dienstAccounts } from '@regielijn/toegang';
import { type Feit, feitenOp } from './naslag.kit.js';

const PLEK = /^voorziening\.plek-(bezet|vrijgekomen)@/;

const perStream = (log: readonly RecordedEvent[], slice: string): readonly (readonly RecordedEvent[])[] => {
  const eigen = log.filter(({ stream }) => stream.startsWith(`${slice}-`));
  return [...new Set(eigen.map(({ stream }) => stream))].map((stream) => eigen.filter((een) => een.stream === stream));
};

/** Where somebody is by the facts of the traject; null: nowhere. */
const isIn = (feiten: readonly Feit[]): string | null =>
  feiten.reduce<string | null>((waar, { type, data }) => {
    if (/^traject\.(opname-gestart|overgeplaatst)@/.test(type)) return data['voorzieningId'] as string;
    return /^traject\.(uitstroom-gerealiseerd|geeindigd-na-onttrekking)@/.test(type) ? null : waar;
  }, null);

/** Who has a plek by the facts of a voorziening. */
const bewoners = (feiten: readonly Feit[]): ReadonlySet<string> => {
  const er = new Set<string>();
  for (const { type, data } of feiten.filter((feit) => PLEK.test(feit.type))) {
    if (type.startsWith('voorziening.plek-bezet@')) er.add(data['trajectId']);
    else er.delete(data['trajectId']);
  }
  return er;
};

/** What people said themselves about plekken of these trajecten, also by correcting what was said: that is theirs to mend. */
const metDeHand = (log: readonly RecordedEvent[]): ReadonlySet<unknown> => {
  const vanMensen = log.filter(({ metadata }) => metadata.actor.subject !== dienstAccounts.follower.subject);
  const bedoeld = vanMensen.flatMap(({ type, data }) =>
    PLEK.test(type)
      ? [data]
      : log.filter(({ id, type: soort }) => id === data['vervangt'] && PLEK.test(soort)).map((een) => een.data),
  );
  return new Set(bedoeld.map((data) => data['trajectId']));
};

/** Who is opgenomen has exactly one plek, the one where they are; who is not has none. */
export const toetsPlekken = (log: readonly RecordedEvent[]): void => {
  const buiten = metDeHand(log);
  const huizen = perStream(log, 'voorziening').map((history) => ({
    voorzieningId: history[0]!.data['voorzieningId'],
    wonen: bewoners(feitenOp(history)),
  }));
  for (const history of perStream(log, 'traject')) {
    const trajectId = history[0]!.data['trajectId'] as string;
    if (buiten.has(trajectId)) continue;
    const waar = isIn(feitenOp(history));
    const plekken = huizen.filter(({ wonen }) => wonen.has(trajectId)).map(({ voorzieningId }) => voorzieningId);
    deepStrictEqual(plekken, waar === null ? [] : [waar], `the plek of traject ${trajectId}`);
  }
};
