import { describe, expect, it } from '@jest/globals';
import { defineEvent, IdSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { z } from 'zod';
import { EventCatalogue, type Upcaster } from './event-catalogue.js';

const version = (n: number) =>
  defineEvent(`proef.gedaan@${n}`, { omschrijving: 'Proef.', data: { [`veld${n}`]: z.string() } });
const up = (from: number, to: number): Upcaster => ({
  from: `proef.gedaan@${from}`,
  to: `proef.gedaan@${to}`,
  up: (data) => ({ [`veld${to}`]: `${data[`veld${from}`] as string}>${to}` }),
});
const withField = (field: z.ZodType) =>
  defineEvent('proef.gedaan@1', { omschrijving: 'Proef.', data: { jeugdigeId: IdSchema, field } });

describe('the event catalogue', () => {
  it('given an event of version 1 and upcasters to 2 and 3, then it reads as version 3', () => {
    const catalogue = new EventCatalogue([version(1), version(2), version(3)], [up(1, 2), up(2, 3)]);
    expect(catalogue.upcast('proef.gedaan@1', { veld1: 'a' })).toEqual({
      type: 'proef.gedaan@3',
      data: { veld3: 'a>2>3' },
    });
    expect(catalogue.upcast('proef.gedaan@2', { veld2: 'b' }).data).toEqual({ veld3: 'b>3' });
    expect(catalogue.upcast('proef.gedaan@3', { veld3: 'c' }).data).toEqual({ veld3: 'c' });
  });

  it.each([
    ['an old version without an upcaster', [1, 2], []],
    ['a gap in the middle', [1, 2, 3], [up(1, 2)]],
    ['an upcaster that skips a version', [1, 2, 3], [up(1, 3), up(2, 3)]],
    ['a version that nobody registered', [1, 3], [up(1, 2), up(2, 3)]],
    ['an upcaster to a version that nobody registered', [1], [up(1, 2)]],
    ['an upcaster from a version that nobody registered', [2], [up(1, 2)]],
    ['an upcaster from the newest version', [1, 2], [up(1, 2), up(2, 1)]],
    ['two upcasters from one version', [1, 2], [up(1, 2), up(1, 2)]],
    ['a version that is registered twice', [1, 1], []],
  ])('given %s, then the catalogue is not made', (_, versions, upcasters) => {
    expect(() => new EventCatalogue(versions.map(version), upcasters)).toThrow(/proef\.gedaan@/);
  });

  it('given a type that is not in the catalogue, then it says which, with a code', () => {
    const catalogue = new EventCatalogue([version(1)]);
    expect(() => catalogue.known('proef.gedaan@2')).toThrow(
      expect.objectContaining({
        code: 'ONBEKEND_EVENTTYPE',
        data: { type: 'proef.gedaan@2' },
        message: expect.stringContaining('proef.gedaan@2'),
      }),
    );
  });

  it.each(['Proef.gedaan@1', 'proef.gedaan', 'proef@1', 'proef.gedaan@0'])(
    'given %s, which is no <slice>.<participle>@<version>, then the catalogue is not made',
    (type) => {
      expect(() => new EventCatalogue([defineEvent(type, { omschrijving: 'Proef.', data: {} })])).toThrow(type);
    },
  );

  it('given a personal field that names a key field that is not there, then the catalogue is not made', () => {
    expect(() => new EventCatalogue([withField(persoonsgegeven(TekstSchema, 'contactId'))])).toThrow('contactId');
  });

  it.each([
    ['around a marked field', persoonsgegeven(TekstSchema).nullable()],
    ['in an object', z.strictObject({ naam: persoonsgegeven(TekstSchema) })],
    ['in a list', z.array(persoonsgegeven(TekstSchema))],
  ])('given a mark that encryption would not see, %s, then the catalogue is not made', (_, field) => {
    expect(() => new EventCatalogue([withField(field)])).toThrow('the mark on field lies inside it');
    expect(() => new EventCatalogue([withField(persoonsgegeven(TekstSchema.nullable()))])).not.toThrow();
  });
});
