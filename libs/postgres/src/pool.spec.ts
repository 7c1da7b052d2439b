import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway, isDiskFull } from './pool.js';

const failure = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('a failure of PostgreSQL', () => {
  it.each([
    ['the connection broke', failure('08006')],
    ['the server is stopping', failure('57P01')],
    ['the server is starting', failure('57P03')],
    ['the disk is full', failure('53100')],
    ['memory is full', failure('53200')],
    ['there are too many connections', failure('53300')],
    ['a file could not be read', failure('58030')],
    ['nobody listens', failure('ECONNREFUSED')],
    ['the socket broke in the middle', new Error('Connection terminated unexpectedly')],
  ])('given that %s, then the same call may succeed later', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    ['a value that does not fit', failure('22008')],
    ['a row that is there already', failure('23505')],
    ['a statement that is wrong', failure('42601')],
    ['a mistake of our own', new TypeError('x is not a function')],
  ])('given %s, then no later call helps', (_, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});

describe('a full disk', () => {
  it.each([
    ['PostgreSQL', failure('53100')],
    ['a file of our own', failure('ENOSPC')],
    ['a program of PostgreSQL', new Error('initdb: error: could not write: No space left on device')],
    ['what lies below', new Error('de opslag is weg', { cause: failure('53100') })],
  ])('is recognised when %s says it', (_, error) => {
    expect(isDiskFull(error)).toBe(true);
  });

  it.each([[failure('53300')], [new Error('x', { cause: failure('EACCES') })], ['ENOSPC'], [undefined]])(
    'is not seen in %p',
    (error) => {
      expect(isDiskFull(error)).toBe(false);
    },
  );
});
