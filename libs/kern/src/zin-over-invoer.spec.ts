import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { zinOverInvoer } from './zin-over-invoer.js';

const zin = (schema: z.ZodType, input: unknown): string | undefined =>
  schema.safeParse(input, { error: zinOverInvoer }).error?.issues[0]?.message;

describe('what is wrong with a field, in plain Dutch', () => {
  it.each([
    ['a field that is missing', z.object({ a: z.string() }), {}, 'dit veld is nodig'],
    ['a field that does not exist', z.strictObject({}), { b: 1 }, 'dit veld bestaat hier niet: b'],
    [
      'many fields that do not exist',
      z.strictObject({}),
      Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`v${n}`, 1])),
      'dit veld bestaat hier niet: v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, en nog 2',
    ],
    [
      'a field with an endless name',
      z.strictObject({}),
      { ['x'.repeat(99)]: 1 },
      `dit veld bestaat hier niet: ${'x'.repeat(60)}`,
    ],
    ['a choice that is none', z.enum(['ja', 'nee']), 'misschien', 'kies uit ja, nee'],
    ['a number for a text', z.string(), 5, 'hier hoort tekst'],
    ['a text for a list', z.array(z.string()), 'x', 'hier hoort een lijst'],
    ['half a number', z.int(), 1.5, 'hier hoort een heel getal'],
    ['30 February', z.iso.date(), '2026-02-30', 'dit is geen dag die bestaat; schrijf zoals 2026-03-17'],
    [
      'a moment without a zone',
      z.iso.datetime({ offset: true }),
      '2026-03-17T09:30:00',
      'dit is geen tijdstip dat bestaat, of de tijdzone ontbreekt; schrijf zoals 2026-03-17T09:30:00+01:00',
    ],
    ['an id that is none', z.uuid(), 'x', 'dit is geen id; neem het over uit een eerder antwoord'],
    [
      'another form',
      z.string().regex(/^\d{4}$/),
      'x',
      'dit heeft niet de goede vorm; kijk na of er een teken te veel of te weinig staat',
    ],
    ['nothing in it', z.string().min(1), '', 'dit mag niet leeg zijn'],
    ['too long a text', z.string().max(3), 'lang', 'dit moet hoogstens 3 tekens zijn'],
    ['too small a number', z.number().min(1), 0, 'dit moet minstens 1 zijn'],
    ['too short a list', z.array(z.string()).min(1), [], 'dit moet minstens 1 in de lijst zijn'],
  ])('given %s, then what to do', (_, schema, input, verwacht) => {
    expect(zin(schema, input)).toBe(verwacht);
  });

  it('given a kind that has no word here, then the general sentence, with nothing of what was sent', () => {
    expect(zin(z.date(), 'Jesse')).toMatch(/^Ongeldige invoer/);
    expect(zin(z.date(), 'Jesse')).not.toContain('Jesse');
  });

  it('given what a schema says itself, then that', () => {
    expect(
      zin(
        z.string().refine(() => false, 'kies een ander'),
        'x',
      ),
    ).toBe('kies een ander');
  });
});
