import { beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { FollowerCheckpoints } from './follower-checkpoints.js';

describe('the checkpoints of all followers of a process', () => {
  /** What was written: name and position, one list per statement. */
  let written: string[][][];
  /** Lets the statement that is under way end. */
  let end: (error?: Error) => void;
  let checkpoints: FollowerCheckpoints;

  beforeEach(() => {
    written = [];
    const query = ({ values: [names, positions] }: { values: string[][] }): Promise<void> => {
      written.push(names!.map((name, index) => [name, positions![index]!]));
      return new Promise((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve());
      });
    };
    checkpoints = new FollowerCheckpoints({ query } as unknown as pg.Pool);
  });

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const toWrite = async (nr: number): Promise<void> => {
    while (written.length < nr) await turn();
  };

  it('given several that come to a position together, then one statement writes them', async () => {
    const stored = Promise.all([checkpoints.store('a', '1'), checkpoints.store('b', '2')]);
    await turn();
    end();
    await stored;
    expect(written).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ]);
  });

  it('given a write under way, then what comes meanwhile goes with the next, and of one follower only the last', async () => {
    const first = checkpoints.store('a', '1');
    await turn();
    const later = Promise.all([checkpoints.store('a', '2'), checkpoints.store('b', '2'), checkpoints.store('a', '3')]);
    await turn();
    expect(written).toHaveLength(1);
    end();
    await first;
    await toWrite(2);
    end();
    await later;
    expect(written[1]).toEqual([
      ['a', '3'],
      ['b', '2'],
    ]);
  });

  it('given a write that was just done, then what comes now waits a moment for company', async () => {
    const first = checkpoints.store('a', '1');
    await turn();
    end();
    await first;
    const later = checkpoints.store('a', '2');
    await turn();
    expect(written).toHaveLength(1);
    await toWrite(2);
    end();
    await later;
  });

  it('given a write that fails, then who asked for it hears so, and the next is written', async () => {
    const first = checkpoints.store('a', '1');
    const heard = expect(first).rejects.toThrow('weg');
    await turn();
    const next = checkpoints.store('b', '1');
    end(new Error('weg'));
    await heard;
    await toWrite(2);
    end();
    await next;
    expect(written[1]).toEqual([['b', '1']]);
  });
});
