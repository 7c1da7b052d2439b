import { describe, expect, it } from '@jest/globals';
import type { Engine } from '@regielijn/engine';
import { MemoryEventStore, type NewEvent, type RecordedEvent } from '@regielijn/event-store';
import { deriveId, type JsonObject } from '@regielijn/kern';
import { controleerNormen } from './norm-controle.js';

const feit = deriveId('feit');
const beschikking = deriveId('beschikking');
const op = '2026-01-09T21:15:00.000Z';
let nummer = 0;
const event = (type: string, data: JsonObject, id = deriveId('event', type, (nummer += 1))): NewEvent => {
  const metadata = { actor: { subject: 'a', organisatie: 'b', rol: 'dienst' }, correlationId: id, causationId: id };
  return { id, type, data: { norm: 'O1', jeugdigeId: 'j', ...data }, geldigOp: op, vastgelegdOp: op, metadata };
};
const getoetst = (uitkomst: string, ...feiten: string[]) => event('normenkader.norm-getoetst@1', { uitkomst, feiten });
const afwijking = (wat: string, afwijkingId = 'a', geval: string | null = null) =>
  event(`normenkader.afwijking-${wat}@1`, { afwijkingId, geval });

/** What is wrong with these assessments, beside a traject with one fact and a machtiging with one. */
const fouten = async (...events: NewEvent[]): Promise<readonly string[]> => {
  const store = new MemoryEventStore();
  await store.append('traject-1', 'no-stream', [event('traject.aangemeld@1', {}, feit)]);
  const streams = (stream: string, inhoud: NewEvent[]) =>
    new Map([[stream, inhoud as unknown as readonly RecordedEvent[]]]);
  const uitslag = await controleerNormen(
    { store } as unknown as Engine,
    streams('normtoets-1', events),
    streams('machtiging-1', [event('machtiging.verleend@1', {}, beschikking)]),
  );
  expect(uitslag.geteld).toBe(events.length);
  return uitslag.fouten;
};

describe('the check of norm assessments', () => {
  it('given a deviation with its facts, motivated and lapsed, then nothing is wrong', async () => {
    expect(
      await fouten(
        ...[getoetst('AFWIJKING', feit, beschikking), afwijking('vastgesteld'), afwijking('gemotiveerd')],
        ...[getoetst('VOLDAAN', feit), afwijking('vervallen')],
      ),
    ).toEqual([]);
  });

  it('given two deviations of one norm, each at a fact of its own, of which one lapses, then nothing is wrong', async () => {
    expect(
      await fouten(
        ...[
          getoetst('AFWIJKING', feit),
          afwijking('vastgesteld', 'a', feit),
          afwijking('vastgesteld', 'b', beschikking),
        ],
        ...[getoetst('AFWIJKING', feit), afwijking('vervallen', 'a'), afwijking('gemotiveerd', 'b')],
      ),
    ).toEqual([]);
  });

  it('given a fact that is nowhere in the log, then it is named', async () => {
    const weg = deriveId('weg');
    expect(await fouten(getoetst('VOLDAAN', feit, weg))).toEqual([`normtoets-1: feit ${weg} is er niet`]);
  });

  it.each<[string, NewEvent[], RegExp]>([
    ['an outcome without its deviation', [getoetst('AFWIJKING', feit)], /past niet bij de laatste toets/],
    ['a deviation without its outcome', [afwijking('vastgesteld')], /past niet bij de laatste toets/],
    [
      'a deviation that stays when the norm is met',
      [getoetst('AFWIJKING', feit), afwijking('vastgesteld'), getoetst('VOLDAAN', feit)],
      /past niet bij de laatste toets/,
    ],
    [
      'two deviations of one norm at one fact',
      [getoetst('AFWIJKING', feit), afwijking('vastgesteld'), afwijking('vastgesteld', 'b')],
      /twee afwijkingen van O1 tegelijk/,
    ],
    ['a motivation of nothing', [getoetst('VOLDAAN', feit), afwijking('gemotiveerd')], /die er niet is/],
  ])('given %s, then it is named', async (_, events, zin) => {
    expect((await fouten(...events))[0]).toMatch(zin);
  });
});
