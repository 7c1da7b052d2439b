import { Redis } from 'ioredis';

const CONNECTS_WITHIN_MS = 1_000;

/**
 * A connection that is made when it is first used, and made again whenever it broke. That Redis is away stops no start:
 * nothing lies only there.
 */
export const openRedis = (url: string): Redis => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECTS_WITHIN_MS,
    maxRetriesPerRequest: 1,
  });
  // Whoever asks hears of it; an error that nobody listens to would be printed, with the address.
  redis.on('error', () => undefined);
  return redis;
};
