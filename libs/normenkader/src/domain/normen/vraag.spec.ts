import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { normVraagSchema } from './vraag.js';

const schema = normVraagSchema('2026-03-02');
const opname = (tijdstip: string | null) => ({ type: 'OpnameGestart', tijdstip });

/** Field and reason of what is wrong; undefined when the question is taken. */
const fout = (geboortedatum: string | null, peilmoment: string | null, ...gebeurtenissen: object[]) => {
  const [issue] = schema.safeParse({ jeugdige: { geboortedatum }, peilmoment, gebeurtenissen }).error?.issues ?? [];
  return issue && `${issue.path.join('.')}: ${issue.message}`;
};
const NA = (dag: string): string => `jeugdige.geboortedatum: die ligt na ${dag}; kijk de datums na`;
const TE_OUD = 'jeugdige.geboortedatum: dan is de jeugdige op 2 maart 2026 ouder dan 30 jaar; kijk de datums na';

describe('the birth date in a question to the normenkader', () => {
  it('given one after the peilmoment, then it is refused; on the day itself, in Amsterdam, it is taken', () => {
    expect(fout('2026-03-02', '2026-03-01')).toBe(NA('1 maart 2026'));
    expect(fout('2026-03-02', '2026-03-01T23:30:00Z')).toBeUndefined();
  });

  it('given no peilmoment, then today is asked about', () => {
    expect(fout('2026-03-03', null)).toBe(NA('2 maart 2026'));
    expect(fout('2026-03-02', null)).toBeUndefined();
  });

  it('given one after something that happened, then it is refused, also where the fact has a day of its own', () => {
    expect(fout('2025-05-01', null, opname('2025-04-30'))).toBe(NA('30 april 2025'));
    const uitstroom = { type: 'UitstroomGerealiseerd', tijdstip: '2026-01-05', datum: '2025-04-30' };
    expect(fout('2025-05-01', null, uitstroom)).toBe(NA('30 april 2025'));
    expect(fout('2025-05-01', null, opname(null), opname('2025-05-01'))).toBeUndefined();
  });

  it('given what happens after the peilmoment, then that does not count', () =>
    expect(fout('1996-03-03', '2026-03-02', opname('2027-03-03'))).toBeUndefined());

  it('given somebody of 1910, then it is refused', () => expect(fout('1910-05-04', null)).toBe(TE_OUD));

  it('given a look back at somebody who was a jeugdige then, then it is taken', () =>
    expect(fout('1994-05-04', null, opname('2011-03-02'))).toBeUndefined());

  it('given no birth date, then there is nothing to check', () => {
    expect(fout(null, null)).toBeUndefined();
    expect(schema.safeParse({ gebeurtenissen: [] }).error).toBeUndefined();
  });

  it('given the JSON schema, then it is that of the question', () =>
    expect(Object.keys(z.toJSONSchema(schema, { io: 'input' }).properties!)).toContain('gebeurtenissen'));
});
