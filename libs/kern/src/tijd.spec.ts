import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DatumSchema, InstantSchema, SimulatedClock, StoredInstantSchema, systemClock } from './tijd.js';

const accepts = (schema: typeof InstantSchema | typeof StoredInstantSchema | typeof DatumSchema, value: string) =>
  schema.safeParse(value).success;

describe('a moment from outside', () => {
  it.each([
    ['2026-03-02T09:30:00Z', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02T10:30:00+01:00', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02T04:30:00.5-05:00', '2026-03-02T09:30:00.500Z'],
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00.000Z'],
    ['2026-03-02T09:30:00.123456789Z', '2026-03-02T09:30:00.123Z'],
    ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00.000Z'],
  ])('given %s, then it is kept as %s', (invoer, moment) => expect(InstantSchema.parse(invoer)).toBe(moment));

  it.each([
    ['without zone', '2026-03-02T09:30:00'],
    ['that is a day', '2026-03-02'],
    ['on a day that does not exist', '2026-02-29T09:30:00Z'],
    ['at an hour that does not exist', '2026-03-02T24:00:00Z'],
    ['in the year 0, which PostgreSQL does not know', '0000-06-01T12:00:00Z'],
    ['in the year before it', '0000-01-01T00:30:00+01:00'],
    ['before 1900 in UTC', '1900-01-01T00:30:00+01:00'],
    ['after 2199 in UTC', '2199-12-31T23:30:00-01:00'],
    ['of more than four digits in UTC', '9999-12-31T23:30:00-01:00'],
    ['that is no moment', 'gisteren'],
  ])('given a moment %s, then it is refused', (_, invoer) => expect(accepts(InstantSchema, invoer)).toBe(false));

  it.each(['1900-01-01T00:00:00.000Z', '2199-12-31T23:59:59.999Z'])(
    'given %s, the edge of what we take, then it is kept',
    (moment) => expect(InstantSchema.parse(moment)).toBe(moment),
  );

  it('given a year that nobody means, then the error says which years can be', () => {
    const { error } = InstantSchema.safeParse('0026-03-02T09:30:00Z');
    expect(error?.issues.map(({ message }) => message)).toEqual(['kies een jaar van 1900 tot en met 2199']);
  });

  it('given whatever text, then it is refused or becomes a stored moment, and never throws', () => {
    const bijna = fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT\d\d:\d\d(:\d\d(\.\d{1,4})?)?(Z|[+-]\d\d:\d\d)$/);
    fc.assert(
      fc.property(fc.oneof(bijna, fc.string()), (invoer) => {
        const { success, data } = InstantSchema.safeParse(invoer);
        if (success) expect(accepts(StoredInstantSchema, data)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('given any two moments, then their texts sort as the moments do', () => {
    const moment = fc.date({
      min: new Date('1900-01-01T00:00:00.000Z'),
      max: new Date('2199-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [tekstA, tekstB] = [a, b].map((date) => InstantSchema.parse(date.toISOString())) as [string, string];
        expect(tekstA < tekstB).toBe(a.getTime() < b.getTime());
      }),
    );
  });
});

describe('a stored moment', () => {
  it.each([
    ['2026-03-02T09:30:00.000Z', true],
    ['2026-03-02T09:30:00Z', false],
    ['2026-03-02T09:30:00.000+00:00', false],
    ['2026-03-02T09:30:00.000000Z', false],
    ['1899-12-31T23:59:59.999Z', false],
    ['2200-01-01T00:00:00.000Z', false],
  ])('given %s, then it is accepted: %s', (invoer, goed) => expect(accepts(StoredInstantSchema, invoer)).toBe(goed));
});

describe('a calendar day', () => {
  it.each([
    ['2026-03-02', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-3-2', false],
    ['02-03-2026', false],
    ['0000-05-04', false],
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['2026-03-02T09:30:00Z', false],
  ])('given %s, then it is accepted: %s', (invoer, goed) => expect(accepts(DatumSchema, invoer)).toBe(goed));
});

describe('a clock', () => {
  it('given the system clock, then it answers a stored moment', () => {
    expect(accepts(StoredInstantSchema, systemClock.now())).toBe(true);
  });

  it('given a clock moved by hand, then it goes forward and never back', () => {
    const clock = new SimulatedClock('2019-01-01T00:00:00.000Z');
    clock.advanceTo('2019-06-01T00:00:00.000Z');
    expect(clock.now()).toBe('2019-06-01T00:00:00.000Z');
    clock.advanceTo('2019-03-01T00:00:00.000Z');
    expect(clock.now()).toBe('2019-06-01T00:00:00.000Z');
  });
});
