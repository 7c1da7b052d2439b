import { describeKeyStoreContract } from './key-store.contract.js';
import { MemoryKeyStore } from './memory-key-store.js';

describeKeyStoreContract('memory', {
  empty: async () => {
    const store = new MemoryKeyStore();
    return { connect: async () => store, close: () => store.close() };
  },
});
