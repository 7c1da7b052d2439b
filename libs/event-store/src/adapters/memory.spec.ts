import { describe, expect, it } from '@jest/globals';
import { describeEventStoreContract } from '../contract/event-store.contract.js';
import { newEvent, newEvents, readStream } from '../contract/given.js';
import { MemoryEventStore } from './memory.js';

describeEventStoreContract('memory', {
  gapless: true,
  uniqueIds: true,
  open: async () => {
    const store = new MemoryEventStore();
    return { category: 'traject', connect: async () => store, close: () => store.close() };
  },
});

describe('MemoryEventStore', () => {
  it('given a caller that changes an event after appending it, then the log still holds what was appended', async () => {
    const store = new MemoryEventStore();
    const data = { plek: 'A' };
    await store.append('traject-1', 'no-stream', [newEvent(data)]);
    data.plek = 'B';
    expect((await readStream(store, 'traject-1'))[0]!.data).toEqual({ plek: 'A' });
  });

  it('numbers the log from 1, in twenty digits', async () => {
    const store = new MemoryEventStore();
    const first = await store.append('traject-1', 'no-stream', newEvents(1));
    const fourth = await store.append('traject-2', 'no-stream', newEvents(3));
    expect([first.position, fourth.position]).toEqual(['00000000000000000001', '00000000000000000004']);
  });

  it('refuses a position that is none', async () => {
    await expect(new MemoryEventStore().readAll('gisteren', 1)).rejects.toMatchObject({ code: 'ONGELDIGE_POSITIE' });
  });
});
