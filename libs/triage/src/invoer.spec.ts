import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ATTRIBUTEN, triageInvoerSchema } from './index.js';
import { regels } from './triage.kit.js';

// Made in each test: what the table does to the schema is then seen by the test that asks it.
const schema = () => triageInvoerSchema(regels);

const fout = (feiten: object): string | undefined =>
  schema()
    .safeParse(feiten)
    .error?.issues.map((issue) => [...issue.path, issue.code].join(' '))[0];

describe('the input of the triage', () => {
  it.each([
    [{ onbekend: 1 }, 'unrecognized_keys'],
    [{ leeftijd: -1 }, 'leeftijd too_small'],
    [{ leeftijd: 31 }, 'leeftijd too_big'],
    [{ leeftijd: 15.5 }, 'leeftijd invalid_type'],
    [{ leeftijd: '15' }, 'leeftijd invalid_type'],
    [{ crisis: 'ja' }, 'crisis invalid_type'],
    [{ motivatieJeugdige: 'kans' }, 'motivatieJeugdige invalid_value'],
    [{ lijdensdruk: 'kans_op' }, 'lijdensdruk invalid_value'],
    [{ begeleidbaar: true }, 'begeleidbaar invalid_value'],
    [{ agressieRisico: true }, 'agressieRisico invalid_value'],
    [{ machtiging: 'vmgj' }, 'machtiging invalid_value'],
    [{ datum: '2026-02-30' }, 'datum invalid_format'],
    [{ datum: '1026-02-20' }, 'datum custom'],
    [{ verblijftAlIn: 'R9' }, 'verblijftAlIn invalid_value'],
    [{ gekozen: 'ambulant' }, 'gekozen invalid_value'],
    [{ regio: 'atlantis' }, 'regio invalid_value'],
    [{ andereIndicatie: ' ' }, 'andereIndicatie too_small'],
    [{ andereIndicatie: 'x'.repeat(61) }, 'andereIndicatie too_big'],
    [{ instellingen: { C1: 'soms' } }, 'instellingen C1 invalid_value'],
    [{ instellingen: { C99: 'x' } }, 'instellingen unrecognized_keys'],
  ])('given %j, then it is refused by the name of the field', (feiten, melding) => {
    expect(fout(feiten)).toBe(melding);
  });

  it.each([
    [{ leeftijd: 31 }, 'geef hele jaren van 0 tot en met 30'],
    [{ leeftijd: -1 }, 'geef hele jaren van 0 tot en met 30'],
    [{ leeftijd: 12.5 }, 'geef hele jaren van 0 tot en met 30'],
    [{ crisis: 'ja' }, 'kies true (ja) of false (nee)'],
    [{ begeleidbaar: 'soms' }, 'kies uit ja, nee, kans'],
    [{ instellingen: { C1: 'soms' } }, 'kies uit tot_en_met_12, onder_12'],
    [{ andereIndicatie: '' }, 'noem de wet, zoals Wlz, of geen'],
    [{ andereIndicatie: 'x'.repeat(61) }, 'noem de wet, zoals Wlz, of geen'],
    [{ andereIndicatie: 1 }, 'noem de wet, zoals Wlz, of geen'],
  ])('given %j, then the reason is one that a caseworker understands', (feiten, reden) => {
    expect(schema().safeParse(feiten).error?.issues[0]?.message).toBe(reden);
  });

  it('given the bounds, then they are accepted', () => {
    expect(fout({ leeftijd: 0 })).toBeUndefined();
    expect(fout({ leeftijd: 30, andereIndicatie: 'x'.repeat(60) })).toBeUndefined();
  });

  it('given null for everything, then that is as good as absent', () => {
    const niets = Object.fromEntries([...ATTRIBUTEN, 'gekozen', 'regio', 'instellingen'].map((veld) => [veld, null]));
    expect(fout(niets)).toBeUndefined();
  });

  it.each([
    ['Rijnmond', 'rijnmond'],
    ['Zuid-Holland Zuid', 'zuid-holland-zuid'],
    [' Holland-Rijnland ', 'holland-rijnland'],
  ])('given the region %j as people write it, then it is %s', (geschreven, regio) => {
    expect(schema().parse({ regio: geschreven }).regio).toBe(regio);
  });

  it('given the JSON schema, then it names every attribute with its values and refuses other fields', () => {
    const json = z.toJSONSchema(schema(), { io: 'input' });
    expect(Object.keys(json.properties!).sort()).toEqual([...ATTRIBUTEN, 'gekozen', 'regio', 'instellingen'].sort());
    expect(json.additionalProperties).toBe(false);
    expect(json.required).toBeUndefined();
    expect(JSON.stringify(json.properties!.machtiging)).toContain('"enum":["geen","VMGJ","MGJ","geschorst","SPOED"]');
    expect(JSON.stringify(json.properties!.regio)).toContain('rijnmond, haaglanden');
  });
});
