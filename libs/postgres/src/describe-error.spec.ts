import { describe, expect, it } from '@jest/globals';
import { weiger } from '@regielijn/kern';
import { z } from 'zod';
import { describeError } from './describe-error.js';

/** As PostgreSQL says it, and as it is thrown here. */
const fromPostgres = (code: string, message: string, detail = ''): Error =>
  Object.assign(new Error(message), { name: 'error', code, detail });

describe('what whoever runs the program reads about a failure', () => {
  it('given a refusal, then its code and its sentence', () => {
    expect(describeError(weiger('TRAJECT_LOOPT', 'Er loopt al een traject. Kijk in het dossier.'))).toBe(
      'TRAJECT_LOOPT: Er loopt al een traject. Kijk in het dossier.',
    );
  });

  it('given a database that is away, then that, without its address', () => {
    const away = fromPostgres('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.7:5432');
    expect(describeError(away)).toMatch(/^OPSLAG_NIET_BEREIKBAAR: De opslag is even niet bereikbaar\. [^\n]+$/);
  });

  it('given what PostgreSQL quotes of a row, then only its code and where it happened', () => {
    const said = describeError(
      fromPostgres('22P02', 'invalid input syntax for type uuid: "Noor de Vries"', 'Key (bsn)=(999990019)'),
    );
    expect(said).toMatch(/^INTERNE_FOUT: error \(22P02\)\n +at .*describe-error\.spec\.ts:\d+/);
    expect(said).not.toMatch(/Noor|999990019|syntax/);
  });

  it('given what zod quotes of its input, then only its kind and where it happened', () => {
    const thrown = (() => {
      try {
        return z.strictObject({}).parse({ 'Noor de Vries': 1 });
      } catch (error) {
        return error;
      }
    })();
    expect(String(thrown)).toContain('Noor');
    expect(describeError(thrown)).toMatch(/^INTERNE_FOUT: ZodError\n +at /);
    expect(describeError(thrown)).not.toContain('Noor');
  });

  it('given a text of more lines that looks like a frame, then that is not taken for one', () => {
    expect(describeError(new TypeError('cannot read\n    at Noor de Vries'))).not.toContain('Noor');
  });

  it('given something that is no error, then only what it is', () => {
    expect(describeError('Noor de Vries')).toBe('INTERNE_FOUT: string');
  });
});
