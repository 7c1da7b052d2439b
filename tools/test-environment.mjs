// On Node 20 every promise visits every AsyncLocalStorage that was ever used, and Jest leaves one behind for each test file:
// in a worker's hundredth file a promise cost a hundred visits. Here what a file began to use ends with that file.
import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

const used = new Set();
// Not there in a Node that follows contexts without visiting them.
const enable = AsyncLocalStorage.prototype._enable;
if (enable)
  AsyncLocalStorage.prototype._enable = function () {
    if (!this.enabled) used.add(this);
    return enable.call(this);
  };

export default class extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
}
