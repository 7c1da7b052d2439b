import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTeken } from './tekst.kit.js';
import { KorteTekstSchema, TekstSchema } from './tekst.js';

const messagesOf = (schema: typeof TekstSchema, tekst: string): string[] | undefined =>
  schema.safeParse(tekst).error?.issues.map(({ message }) => message);

const nietOpTeSlaan = ['bevat tekens die niet kunnen worden opgeslagen'];
const LONE_HIGH = '\ud83d';
const LONE_LOW = '\ude00';

describe('free text', () => {
  it('given ordinary text, then accents, emoji, tabs and lines stay as they are', () => {
    const tekst = 'Zoë wil naar huis 😀.\nMoeder:\t“óók goed”\r\nAfspraak op 3 mei.';
    expect(TekstSchema.parse(tekst)).toBe(tekst);
  });

  it('given white space around, then it is taken off', () => {
    expect(TekstSchema.parse('  naar huis \n')).toBe('naar huis');
  });

  it.each(['', ' ', '\n\t '])('given nothing but white space (%j), then a text is asked for', (leeg) =>
    expect(messagesOf(TekstSchema, leeg)).toEqual(['vul een tekst in']),
  );

  it.each([
    ['NUL', 'voor\u0000na'],
    ['a control character', 'voor\u0007na'],
    ['an escape', 'voor\u001b[31mna'],
    ['DEL', 'voor\u007fna'],
    ['half an emoji, the first half', `voor${LONE_HIGH}na`],
    ['half an emoji, the second half', `voor${LONE_LOW}na`],
    ['both halves the wrong way round', `voor${LONE_LOW}${LONE_HIGH}na`],
  ])('given %s, then it is refused: no database keeps it', (_, tekst) =>
    expect(messagesOf(TekstSchema, tekst)).toEqual(nietOpTeSlaan),
  );

  it('given 10,000 characters, then it is accepted; one more is refused', () => {
    expect(TekstSchema.parse('a'.repeat(10_000))).toHaveLength(10_000);
    expect(messagesOf(TekstSchema, 'a'.repeat(10_001))).toEqual([expect.stringMatching(/^maximaal 10\.?000 tekens$/)]);
  });

  it('given whatever was accepted, then it survives UTF-8 unchanged and holds no NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyTeken, maxLength: 30 }), (tekst) => {
        const { success, data } = TekstSchema.safeParse(tekst);
        if (!success) return;
        expect(Buffer.from(data, 'utf8').toString('utf8')).toBe(data);
        expect(data).not.toContain('\u0000');
      }),
    );
  });
});

describe('a short text', () => {
  it('given 200 characters, then it is accepted; one more is refused', () => {
    expect(KorteTekstSchema.parse('a'.repeat(200))).toHaveLength(200);
    expect(messagesOf(KorteTekstSchema, 'a'.repeat(201))).toEqual(['maximaal 200 tekens']);
  });

  it('given 200 characters with white space around, then that does not count', () => {
    expect(KorteTekstSchema.parse(` ${'a'.repeat(200)} `)).toHaveLength(200);
  });

  it('given what no free text may hold, then a short text may not either', () => {
    expect(messagesOf(KorteTekstSchema, 'a\u0000')).toEqual(nietOpTeSlaan);
    expect(messagesOf(KorteTekstSchema, ' ')).toEqual(['vul een tekst in']);
  });
});
