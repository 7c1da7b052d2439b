import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { weiger } from '@regielijn/kern';
import { sayError } from './failures.js';

/** What the command line says about an error. */
const saidOf = (error: unknown): string => {
  const said: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  sayError(error);
  return said.join('');
};

const withCode = (code: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { code, ...more });

afterEach(() => void jest.restoreAllMocks());

describe('what the command line says about a failure', () => {
  it.each<[string, Error, string]>([
    ['a refusal', weiger('NIET_LEEG', 'Kies een lege map.'), 'NIET_LEEG: Kies een lege map.\n'],
    [
      'a file that is not there',
      withCode('ENOENT', 'no such file', { path: 'a.json' }),
      'BESTAND: a.json is er niet.\n',
    ],
    [
      'a full disk',
      withCode('53100', 'could not extend file for "Noor de Vries"'),
      'SCHIJF_VOL: De schijf is vol. Wat was vastgelegd, is er nog. Maak ruimte en geef de opdracht opnieuw.\n',
    ],
    [
      'a database that is away',
      withCode('ECONNREFUSED', 'connect ECONNREFUSED'),
      'OPSLAG_NIET_BEREIKBAAR: De opslag is even niet bereikbaar. Probeer het zo opnieuw.\n',
    ],
  ])('given %s, then one line', (_, error, line) => {
    expect(saidOf(error)).toBe(line);
  });

  it('given what nobody expected, then its kind and where it was, and never its text', () => {
    const said = saidOf(withCode('22P02', 'invalid input syntax for type uuid: "Noor de Vries"'));
    expect(said).toMatch(/^INTERNE_FOUT: Error \(22P02\)\n +at /);
    expect(said).not.toContain('Noor');
  });
});
