import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DatumSchema, isCodedError } from '@regielijn/kern';
import { z } from 'zod';
import { zonderOpslag } from './zonder-opslag.js';

const schema = z.strictObject({
  naam: z.string(),
  aantal: z.int().max(9).optional(),
  dagen: z.array(DatumSchema).optional(),
  soort: z.enum(['a', 'b']).optional(),
});
const vraagsoort = { schema, antwoord: ({ naam }: z.output<typeof schema>) => ({ hallo: naam }) };

let stdout = '';

beforeEach(() => {
  stdout = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((tekst) => {
    stdout += String(tekst);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const vraag = async (invoer: string | Buffer, options = {}): Promise<unknown> => {
  await zonderOpslag(vraagsoort, options, Readable.from([invoer]));
  return JSON.parse(stdout);
};

/** The one line that is said; nothing may have been answered. */
const weigering = async (invoer: string, soort: object = vraagsoort): Promise<string> => {
  const gooit = zonderOpslag(soort as typeof vraagsoort, {}, Readable.from([invoer]));
  const error = await gooit.then(
    () => new Error('not refused'),
    (reden: unknown) => reden,
  );
  expect(stdout).toBe('');
  if (!isCodedError(error)) throw error;
  expect(error.kind).toBe('invalid');
  expect(error.message).not.toMatch(/\n/);
  return `${error.code}: ${error.message}`;
};

describe('answers without a store', () => {
  it('given one question, then its answer', async () =>
    expect(await vraag('{"naam":"een"}')).toEqual({ hallo: 'een' }));

  it('given an array of one, then an array of one', async () =>
    expect(await vraag('[{"naam":"een"}]')).toEqual([{ hallo: 'een' }]));

  it('given several, then as many answers in the same order', async () =>
    expect(await vraag('[{"naam":"een"},{"naam":"twee"},{"naam":"een"}]')).toEqual([
      { hallo: 'een' },
      { hallo: 'twee' },
      { hallo: 'een' },
    ]));

  it('given none, then none', async () => expect(await vraag('[]')).toEqual([]));

  it('given --json, then the same: it is always JSON, for people to read', async () => {
    await vraag('{"naam":"een"}', { json: true });
    expect(stdout).toBe('{\n  "hallo": "een"\n}\n');
  });

  it('given a file of a Windows editor, then its first mark is no part of the question', async () =>
    expect(await vraag('\uFEFF{"naam":"een"}')).toEqual({ hallo: 'een' }));

  it('given a question in pieces in the middle of a letter, then it is read whole', async () => {
    const bytes = Buffer.from('{"naam":"é"}');
    await zonderOpslag(vraagsoort, {}, Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]));
    expect(JSON.parse(stdout)).toEqual({ hallo: 'é' });
  });

  it('given --schema, then the schema of one question, and nothing is read', async () => {
    const stil = new Readable({ read: () => undefined });
    await zonderOpslag(vraagsoort, { schema: true }, stil);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', required: ['naam'], additionalProperties: false });
    stil.destroy();
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['nothing', '', 'er staat niets op de invoer; geef een vraag in JSON.'],
    ['only blanks', ' \n\t ', 'er staat niets op de invoer; geef een vraag in JSON.'],
    ['no JSON', '{"naam": "Jansen", }', 'de invoer is geen geldige JSON, zie teken 20.'],
    ['half a question', '{"naam"', 'de invoer is geen geldige JSON, zie teken 8.'],
    ['a word', 'Jansen', 'de invoer is geen geldige JSON.'],
    ['no object', '"Jansen"', 'vraag 1: (de hele vraag): hier hoort een object.'],
    ['an array in an array', '[[]]', 'vraag 1: (de hele vraag): hier hoort een object.'],
    ['null', 'null', 'vraag 1: (de hele vraag): hier hoort een object.'],
    ['a missing field', '[{"naam":"een"},{}]', 'vraag 2: naam: dit veld is nodig.'],
    ['an unknown field', '{"naam":"een","leeftijd":3}', 'vraag 1: leeftijd: dit veld bestaat hier niet.'],
    ['an unknown field over two lines', '{"naam":"een","a\\nb":3}', 'vraag 1: a b: dit veld bestaat hier niet.'],
    ['a number too high', '{"naam":"een","aantal":10}', 'vraag 1: aantal: dit moet hoogstens 9 zijn.'],
    ['a value out of no list', '{"naam":"een","soort":"c"}', 'vraag 1: soort: kies uit a, b.'],
    [
      'a day deep inside',
      '{"naam":"een","dagen":["2026-03-02","0026-03-02"]}',
      'vraag 1: dagen.1: kies een jaar van 1900 tot en met 2199.',
    ],
  ])('given %s, then one line says question, field and reason', async (_, invoer, zin) =>
    expect(await weigering(invoer)).toBe(`ONGELDIGE_INVOER: ${zin}`),
  );

  it('given a kind of question that does not exist, then those that do are named', async () => {
    const soorten = z.discriminatedUnion('soort', [
      z.strictObject({ soort: z.literal('x') }),
      z.strictObject({ soort: z.literal('y') }),
    ]);
    expect(await weigering('{"soort":"z"}', { schema: soorten, antwoord: () => ({}) })).toBe(
      'ONGELDIGE_INVOER: vraag 1: soort: kies uit x, y.',
    );
  });

  it('given a name in what is no JSON, then the line does not repeat it', async () => {
    for (const invoer of ['Jansen', '{"naam":Jansen}', '["Jansen"', '{"naam":"Jansen"} {}'])
      expect(await weigering(invoer)).not.toContain('Jansen');
  });
});
