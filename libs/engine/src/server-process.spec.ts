import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { runServer } from './server-process.js';

const said: string[] = [];

const listen = (): void => {
  said.length = 0;
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
};

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

describe('a server process', () => {
  it('given that it cannot open, then it says so without the text of the error, and ends with 1', async () => {
    listen();
    await runServer(() => Promise.reject(new TypeError('cannot read Noor de Vries')));
    expect(process.exitCode).toBe(1);
    expect(said.join('')).toMatch(/^INTERNE_FOUT: TypeError\n/);
    expect(said.join('')).not.toContain('Noor');
  });

  it('given that it cannot stop at a signal, then the same', async () => {
    listen();
    await runServer(() => Promise.resolve(() => Promise.reject(new TypeError('cannot close Noor de Vries'))));
    // Only what was added here: jest listens too.
    const [atInterrupt, atSignal] = (['SIGINT', 'SIGTERM'] as const).map((signal) => process.listeners(signal).at(-1)!);
    process.removeListener('SIGINT', atInterrupt!).removeListener('SIGTERM', atSignal!);
    atSignal!('SIGTERM');
    await new Promise(setImmediate);
    expect(process.exitCode).toBe(1);
    expect(said.join('')).toMatch(/^INTERNE_FOUT: TypeError\n/);
    expect(said.join('')).not.toContain('Noor');
  });
});
