import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Engine } from '@regielijn/engine';
import { weiger } from '@regielijn/kern';
import { runServer, type Surroundings } from './server-process.js';

const said: string[] = [];
let exit: ReturnType<typeof jest.spyOn>;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const before = new Map<string, readonly unknown[]>();

beforeEach(() => {
  said.length = 0;
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  for (const name of [...SIGNALS, 'uncaughtException']) before.set(name, process.listeners(name as 'SIGINT'));
});

afterEach(() => {
  jest.restoreAllMocks();
  // Only what was added here: jest listens too.
  for (const [name, old] of before)
    for (const listener of process.listeners(name as 'SIGINT'))
      if (!old.includes(listener)) process.removeListener(name, listener);
});

const opened =
  (...closers: readonly (() => Promise<void>)[]) =>
  async ({ onStop }: Surroundings): Promise<Engine> => {
    for (const close of closers) onStop(close);
    return {} as Engine;
  };
const listener = (name: 'SIGTERM' | 'uncaughtException') =>
  process.listeners(name as 'SIGTERM').at(-1) as (of: unknown) => void;
const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));

describe('a server process', () => {
  it('given that it cannot open, then it says so without the text of the error, and ends with 1', async () => {
    await runServer('proef', () => Promise.reject(new TypeError('cannot read Noor de Vries')));
    expect(exit).toHaveBeenCalledWith(1);
    expect(said.join('')).toMatch(/^proef start niet: INTERNE_FOUT: TypeError\n/);
    expect(said.join('')).not.toContain('Noor');
  });

  it('given that it cannot open all of it, then what was opened is put away first, the last opened first', async () => {
    const closed: string[] = [];
    await runServer('proef', async (surroundings) => {
      await opened(
        async () => void closed.push('database'),
        async () => void closed.push('port'),
      )(surroundings);
      throw weiger('POORT_BEZET', 'Deze poort is al in gebruik.');
    });
    expect(closed).toEqual(['port', 'database']);
    expect(said.filter((line) => line.startsWith('proef'))).toEqual([
      'proef start niet: POORT_BEZET: Deze poort is al in gebruik.\n',
    ]);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it('given a signal while it opens, then it stops, and what fails because of that is no failure to start', async () => {
    let open = (): void => undefined;
    const running = runServer('proef', async (surroundings) => {
      await opened(async () => undefined)(surroundings);
      await new Promise<void>((done) => void (open = done));
      throw new Error('the pool was closed');
    });
    await turn();
    listener('SIGTERM')('SIGTERM');
    await turn();
    expect(exit.mock.calls).toEqual([[0]]);
    open();
    await running;
    expect(said.filter((line) => line.startsWith('proef'))).toEqual(['proef stopt\n']);
  });

  it('given that it cannot stop at a signal, then it says so without the text of the error, and ends with 1', async () => {
    await runServer(
      'proef',
      opened(() => Promise.reject(new TypeError('cannot close Noor de Vries'))),
    );
    listener('SIGTERM')('SIGTERM');
    await turn();
    expect(exit).toHaveBeenCalledWith(1);
    expect(said.join('')).toMatch(/^proef stopt\nstoppen ging niet goed: INTERNE_FOUT: TypeError\n/);
    expect(said.join('')).not.toContain('Noor');
  });

  it('given a signal, then it ends with 0 once all was put away; given a second one before that, then at once', async () => {
    let finish = (): void => undefined;
    await runServer(
      'proef',
      opened(() => new Promise((done) => void (finish = done))),
    );
    listener('SIGTERM')('SIGTERM');
    await turn();
    expect(exit).not.toHaveBeenCalled();
    listener('SIGTERM')('SIGTERM');
    expect(exit).toHaveBeenLastCalledWith(143);
    finish();
    await turn();
    expect(exit).toHaveBeenLastCalledWith(0);
  });

  it('given that stopping takes nine seconds, then it goes on no longer, and ends with 1', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      await runServer(
        'proef',
        opened(() => new Promise(() => undefined)),
      );
      listener('SIGTERM')('SIGTERM');
      await jest.advanceTimersByTimeAsync(8_900);
      expect(exit).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(200);
      expect(exit).toHaveBeenCalledWith(1);
      expect(said.join('')).toContain('stoppen duurde te lang');
    } finally {
      jest.useRealTimers();
    }
  });

  it('given an error that nobody caught, then it ends with 1 and its text is told nowhere', async () => {
    await runServer(
      'proef',
      opened(() => Promise.resolve()),
    );
    listener('uncaughtException')(new TypeError('cannot read Noor de Vries'));
    expect(exit).toHaveBeenCalledWith(1);
    expect(said.join('')).toMatch(/^onverwacht gestopt: INTERNE_FOUT: TypeError\n/);
    expect(said.join('')).not.toContain('Noor');
  });
});
