import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { connectionSettings, isDatabaseAway, isDiskFull } from './pool.js';

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
    ['the socket broke a moment ago', new Error('Client has encountered a connection error and is not queryable')],
    ['the connection was closed a moment ago', new Error('Client was closed and is not queryable')],
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

describe('a moment as PostgreSQL writes it', () => {
  const moment = connectionSettings('postgres://x').types!.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (
    text: string,
  ) => string;

  it.each([
    ['2026-03-29 01:30:00+00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29 01:30:00.5+00', '2026-03-29T01:30:00.500Z'],
    ['2026-03-29 01:30:00.12+00', '2026-03-29T01:30:00.120Z'],
    ['2026-03-29 01:30:00.123+00', '2026-03-29T01:30:00.123Z'],
    // Only what PostgreSQL's own clock writes has microseconds. Cut off, never rounded up into the next second.
    ['2026-12-31 23:59:59.999999+00', '2026-12-31T23:59:59.999Z'],
    // Of the year 1 Date makes 2001, and of the year 30 nothing, unless they stand in ISO 8601.
    ['0001-01-01 00:00:00+00', '0001-01-01T00:00:00.000Z'],
    ['0030-05-04 12:00:00.5+00', '0030-05-04T12:00:00.500Z'],
    ['9999-12-31 23:59:59.999+00', '9999-12-31T23:59:59.999Z'],
    // A pooler in between that does not pass the time zone on.
    ['2026-03-29 03:30:00+02', '2026-03-29T01:30:00.000Z'],
    ['2026-03-28 21:30:00.25-04', '2026-03-29T01:30:00.250Z'],
    ['2026-03-29 07:00:00.123456+05:30', '2026-03-29T01:30:00.123Z'],
  ])('given %s, then it is %s', (text, expected) => expect(moment(text)).toBe(expected));

  it.each(['infinity', '-infinity', '0044-03-15 12:00:00+00 BC', '10000-01-01 00:00:00+00', '29-03-2026 01:30:00 CET'])(
    'given %s, which no moment of ours can be, then it throws instead of guessing',
    (text) => expect(() => moment(text)).toThrow(RangeError),
  );

  it('given any moment, then it is the one that PostgreSQL wrote', () => {
    const any = fc.date({
      min: new Date('0001-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(any, (date) => {
        const iso = date.toISOString();
        // PostgreSQL writes no zeros at the end of a fraction.
        const written = iso.replace('T', ' ').replace(/\.?0*Z$/, '+00');
        expect(moment(written)).toBe(iso);
      }),
    );
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
