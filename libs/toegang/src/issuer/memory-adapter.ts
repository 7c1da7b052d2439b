import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * Where the built-in issuer keeps sessions, grants and codes: in this process. They end with it, and whoever was
 * logged in picks an account again. Access tokens stay valid: their key is on disk.
 */
export const createMemoryAdapterFactory = (): ((model: string) => Adapter) => {
  const entries = new Map<string, Entry>();
  const dropExpired = (): void => {
    for (const [key, { expiresAt }] of entries) if (expiresAt <= Date.now()) entries.delete(key);
  };

  return (model) => {
    const keyOf = (id: string): string => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        dropExpired();
        entries.set(keyOf(id), { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
      },
      async find(id) {
        dropExpired();
        return entries.get(keyOf(id))?.payload;
      },
      async findByUid(uid) {
        return [...entries].find(([key, { payload }]) => key.startsWith(keyOf('')) && payload.uid === uid)?.[1].payload;
      },
      // User codes belong to the device flow, which is off.
      async findByUserCode() {},
      async consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries)
          if (key.startsWith(keyOf('')) && payload.grantId === grantId) entries.delete(key);
      },
    };
  };
};
