import type { Redis } from 'ioredis';

export type { Redis };

/** How long a question to Redis may take, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * A connection that is made when it is first used, and made again whenever it broke. That Redis is away stops no start:
 * nothing lies only there.
 */
export const openRedis = async (url: string): Promise<Redis> => {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 1,
  });
  // Whoever asks hears of it; an error that nobody listens to would be printed, with the address.
  redis.on('error', () => undefined);
  return redis;
};
