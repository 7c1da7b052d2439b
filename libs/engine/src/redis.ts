import { Redis } from 'ioredis';

const CONNECTS_WITHIN_MS = 2_000;
/** The client waits this long for the end of a connection, also of one that was gone already. */
const DISCONNECTS_WITHIN_MS = 200;

/**
 * A connection that is made when it is first used, and made again whenever it broke. That Redis is away stops no start:
 * nothing lies only there.
 */
export const openRedis = (url: string): Redis => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECTS_WITHIN_MS,
    disconnectTimeout: DISCONNECTS_WITHIN_MS,
    maxRetriesPerRequest: 1,
  });
  // Whoever asks hears of it; an error that nobody listens to would be printed, with the address.
  redis.on('error', () => undefined);
  return redis;
};
