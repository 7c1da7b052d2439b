import { describe, expect, it } from '@jest/globals';
import type { Engine } from '@regielijn/engine';
import { weiger } from '@regielijn/kern';
import { createMetrics, type Metrics } from './metrics.js';

const lines = async (metrics: Metrics): Promise<readonly string[]> => (await metrics.show()).split('\n');
const failing = (error: unknown) => () => Promise.reject(error instanceof Error ? error : new Error());

interface Stand {
  readonly leesmodellen: readonly string[];
  readonly geparkeerd: readonly string[];
  readonly weg?: boolean;
}

/** An engine of which only the stand is real: who follows the log, none of them behind, and what was set apart. */
const engineWith = (stand: () => Stand): Engine => {
  const query = async (text: string) => {
    const { leesmodellen, geparkeerd, weg } = stand();
    if (weg) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    if (text.includes('geparkeerd')) return { rows: geparkeerd.map((projectie) => ({ projectie })) };
    if (text.includes('generatie'))
      return { rows: leesmodellen.map((naam) => ({ soort: 'leesmodel', naam, position: '1' })) };
    return { rows: [], rowCount: 1 };
  };
  const pool = { query, totalCount: 3, idleCount: 2, waitingCount: 1 };
  const store = { readAll: async () => [], read: () => [] };
  return { settings: { embedded: false }, pool, store } as unknown as Engine;
};

describe('the figures of a process', () => {
  it('given commands that were done, refused and broke, then each is counted by its outcome and nothing of its text', async () => {
    const metrics = createMetrics(() => undefined);
    const done = { soort: 'opdracht', naam: 'proef.doe' } as const;
    expect(await metrics.observe(done, async () => 7)).toBe(7);
    const refusal = weiger('PROEF_MAG_NIET', 'Noor mag dit niet.');
    await expect(metrics.observe(done, failing(refusal))).rejects.toBe(refusal);
    await expect(metrics.observe(done, failing(new TypeError('cannot read Noor')))).rejects.toThrow('Noor');
    const shown = await lines(metrics);
    for (const outcome of ['ok', 'PROEF_MAG_NIET', 'INTERNE_FOUT'])
      expect(shown).toContain(`regielijn_command_duration_seconds_count{name="proef.doe",outcome="${outcome}"} 1`);
    expect(shown.join('\n')).not.toContain('Noor');
  });

  it('given queries and appends, then those are counted apart', async () => {
    const metrics = createMetrics(() => undefined);
    await metrics.observe({ soort: 'vraag', naam: 'proef.vraag' }, async () => 1);
    await metrics.observe({ soort: 'append', naam: 'proef' }, async () => 1);
    const shown = await lines(metrics);
    expect(shown).toContain('regielijn_query_duration_seconds_count{name="proef.vraag",outcome="ok"} 1');
    expect(shown).toContain('regielijn_append_duration_seconds_count{name="proef",outcome="ok"} 1');
  });

  it('given no engine yet, then those of the process itself are there', async () => {
    const shown = (await lines(createMetrics(() => undefined))).filter((line) => !line.startsWith('#'));
    expect(shown).toContainEqual(expect.stringMatching(/^nodejs_eventloop_lag_seconds /));
    expect(shown.filter((line) => line.startsWith('regielijn_'))).toEqual([]);
  });

  it('given streams that were set apart, then they are counted by who did, and who did not has none', async () => {
    const stand = { leesmodellen: ['traject', 'jeugdige'], geparkeerd: ['traject', 'volger:proef', 'traject'] };
    const shown = await lines(createMetrics(() => engineWith(() => stand)));
    expect(shown).toContain('regielijn_parked_streams{kind="leesmodel",name="traject"} 2');
    expect(shown).toContain('regielijn_parked_streams{kind="leesmodel",name="jeugdige"} 0');
    expect(shown).toContain('regielijn_parked_streams{kind="volger",name="proef"} 1');
    expect(shown).toContain('regielijn_pool_connections{state="waiting"} 1');
  });

  it('given a read model that is gone, or a database that went away, then no old figure of it stays', async () => {
    let stand: Stand = { leesmodellen: ['traject', 'oud'], geparkeerd: ['oud'] };
    const metrics = createMetrics(() => engineWith(() => stand));
    expect((await lines(metrics)).filter((line) => line.includes('name="oud"'))).toHaveLength(2);
    stand = { leesmodellen: ['traject'], geparkeerd: [] };
    expect((await lines(metrics)).filter((line) => line.includes('name="oud"'))).toEqual([]);
    stand = { ...stand, weg: true };
    const shown = await lines(metrics);
    expect(shown).toContain('regielijn_ready{part="database"} 0');
    expect(shown).toContain('regielijn_ready{part="logboek"} 1');
    expect(shown.filter((line) => line.includes('name="traject"'))).toEqual([]);
  });
});
