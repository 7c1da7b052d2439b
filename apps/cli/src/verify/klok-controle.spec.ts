import { describe, expect, it } from '@jest/globals';
import type { Engine } from '@regielijn/engine';
import type { RecordedEvent } from '@regielijn/event-store';
import { deriveId } from '@regielijn/kern';
import { controleerMeldingen, controleerVergeten } from './klok-controle.js';

const MOMENT = {
  termijnId: deriveId('termijn'),
  stream: 'machtiging-1',
  moment: 'verstreken',
  wektOp: '2026-03-01T09:00:00.000Z',
};
const ANDER = { ...MOMENT, termijnId: deriveId('andere termijn') };

const gemeld = (moment: typeof MOMENT, vastgelegdOp: string): RecordedEvent =>
  ({
    stream: `proces-termijn-${moment.termijnId}`,
    type: 'bewaking.termijn-gemeld@1',
    data: moment,
    vastgelegdOp,
  }) as unknown as RecordedEvent;

const streams = (...events: readonly RecordedEvent[]) => new Map([['alle', events]]);

describe('the check that each moment is told once', () => {
  it('given one that was told twice, then it is named; one that moved, or of another term, is another', () => {
    const eens = gemeld(MOMENT, '2026-03-01T09:00:01.000Z');
    const verschoven = gemeld({ ...MOMENT, wektOp: '2026-03-08T09:00:00.000Z' }, '2026-03-08T09:00:01.000Z');
    const ander = gemeld(ANDER, '2026-03-01T09:00:01.000Z');
    expect(controleerMeldingen(streams(eens, verschoven, ander))).toMatchObject({ geteld: 3, fouten: [] });
    expect(controleerMeldingen(streams(eens, ander, eens)).fouten).toEqual([expect.stringContaining(eens.stream)]);
  });
});

describe('the check that no moment is forgotten', () => {
  /** A ledger in which these moments have come and were not told, at each time that it is asked. */
  const vergeten = (meldingen: readonly RecordedEvent[], laatste: string, ...gevonden: (typeof MOMENT)[][]) => {
    let keer = 0;
    const query = (sql: string) =>
      Promise.resolve({
        rows: sql.includes('count(*)') ? [{ aantal: 5 }] : gevonden[Math.min(keer++, gevonden.length - 1)],
      });
    const engine = { pool: { query } } as unknown as Engine;
    return controleerVergeten(engine, streams(...meldingen), new Map([[MOMENT.stream, laatste]]), 1);
  };
  const lang = '2026-02-01T09:00:00.000Z';
  const anderGemeld = gemeld(ANDER, '2026-03-01T10:00:00.000Z');

  it('given a clock that never ran, then nothing is forgotten', async () => {
    expect(await vergeten([], lang, [MOMENT])).toMatchObject({ geteld: 5, fouten: [] });
  });

  it('given a clock that told another one later, then what it left is named, with what to do', async () => {
    const { fouten, uitleg } = await vergeten([anderGemeld], lang, [MOMENT]);
    expect(fouten).toEqual([`machtiging-1: verstreken van ${MOMENT.wektOp} is niet gemeld`]);
    expect(uitleg).toContain('klok');
  });

  it('given a fact that was told late, a moment before the clock last told something, then it is not late yet', async () => {
    expect((await vergeten([anderGemeld], '2026-03-01T09:59:58.000Z', [MOMENT])).fouten).toEqual([]);
  });

  it('given a ledger that has yet to hear that it was told, then it was told', async () => {
    const zelf = gemeld(MOMENT, '2026-03-01T10:00:00.000Z');
    expect((await vergeten([zelf], lang, [MOMENT])).fouten).toEqual([]);
  });

  it('given a clock that works through many, then it may finish', async () => {
    expect((await vergeten([anderGemeld], lang, [MOMENT, { ...MOMENT, moment: 'vooraf' }], [])).fouten).toEqual([]);
  });
});
