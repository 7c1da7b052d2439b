import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { describeWith } from './describe-with.js';
import { type OwnRedis, ownRedisMissing, startOwnRedis } from './redis.js';

/** One question on a connection of its own, which gives up at once. */
const ask = async <T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> => {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, disconnectTimeout: 100 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await question(client);
  } finally {
    client.disconnect();
  }
};

describeWith(ownRedisMissing, 'a Redis for tests', () => {
  let redis: OwnRedis;
  beforeAll(async () => {
    redis = await startOwnRedis();
  }, 30_000);
  afterAll(() => redis.close());

  const get = (): Promise<string | null> => ask(redis.url, (client) => client.get('termijn'));
  const set = (): Promise<string> => ask(redis.url, (client) => client.set('termijn', 'morgen'));

  it('given what somebody put in it, when it is flushed, then it is empty', async () => {
    await set();
    expect(await get()).toBe('morgen');
    await redis.flush();
    expect(await get()).toBeNull();
  });

  it('given a server that was killed, then nobody answers; when started again, then it is empty on the same address', async () => {
    await set();
    await redis.kill();
    await expect(get()).rejects.toThrow();
    await redis.start();
    expect(await get()).toBeNull();
  });

  it('given two of them, then neither sees what the other holds', async () => {
    const other = await startOwnRedis();
    await set();
    expect(await ask(other.url, (client) => client.get('termijn'))).toBeNull();
    await other.close();
    expect(await get()).toBe('morgen');
  });
});
