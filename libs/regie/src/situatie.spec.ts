import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { regels } from './rules.kit.js';
import { situatieSchema } from './situatie.js';

const schema = situatieSchema(regels);
const minimaal = { regio: 'rijnmond', kader: 'gedwongen' };

const fout = (vraag: object): [string, string] => {
  const issue = schema.safeParse(vraag).error!.issues[0]!;
  return [issue.path.join('.'), issue.message];
};

describe('a situation', () => {
  it('given only region and kader, then the rest is not known', () => {
    expect(schema.parse(minimaal)).toEqual({
      ...minimaal,
      ...{ pilot: null, datum: null, regelset: null, trajectfase: null, variantVanaf: null, uitstroomOp: null },
      machtiging: { soort: null, status: 'geen', verleendOp: null, eindeOp: null, grondslag: null, geschorst: null },
      overdracht: { richting: 'heen', status: 'geen', aangebodenOp: null, aanvaardOp: null, heenAanvaard: null },
    });
    expect(schema.parse({ ...minimaal, machtiging: null, overdracht: null, variant: null })).toEqual({
      ...schema.parse(minimaal),
      variant: null,
    });
  });

  it.each([
    ['Rijnmond', 'rijnmond'],
    ['Zuid-Holland Zuid', 'zuid-holland-zuid'],
    ['MIDDEN HOLLAND', 'midden-holland'],
    ['overig', 'overig'],
  ])('given the region %s, then it is %s', (regio, verwacht) =>
    expect(schema.parse({ ...minimaal, regio }).regio).toBe(verwacht),
  );

  it.each([
    ['KIB', 'kib'],
    ['R4a', 'kib'],
    ['R4', 'kleinschalig'],
    ['KV', 'kleinschalig'],
    ['r1', 'onderwijs-jeugdhulptraject'],
    ['School2Care', 'onderwijs-jeugdhulptraject'],
    ['onderwijstraject', 'onderwijs-jeugdhulptraject'],
    ['R2', 'ambulant'],
    ['R3', 'gezinsopname'],
    ['R5', 'dwanggroep'],
    ['R6', 'crisisgroep'],
    ['ZIKOS', 'zikos'],
    ['R7', 'zikos'],
  ])('given the variant %s, then it is %s', (variant, verwacht) =>
    expect(schema.parse({ ...minimaal, variant }).variant).toBe(verwacht),
  );

  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-01T23:30:00Z', '2026-03-02'],
    ['2026-07-01T23:30:00+02:00', '2026-07-01'],
  ])('given %s, then it is the day %s in Amsterdam', (datum, verwacht) =>
    expect(schema.parse({ ...minimaal, datum }).datum).toBe(verwacht),
  );

  it('given whether the GI accepted before, then yes, no and a day are all answers', () => {
    const heen = (heenAanvaard: unknown) =>
      schema.parse({ ...minimaal, overdracht: { status: 'geen', heenAanvaard } }).overdracht.heenAanvaard;
    expect([heen(true), heen(false), heen('2026-03-02T09:00:00Z'), heen(null)]).toEqual([
      true,
      false,
      '2026-03-02',
      null,
    ]);
  });

  it.each<[string, object, string, string | RegExp]>([
    ['a region outside the landsdeel', { regio: 'Zeeland' }, 'regio', /rijnmond/],
    ['no region', { regio: undefined }, 'regio', /./],
    ['a number as region', { regio: 7 }, 'regio', /./],
    ['another kader', { kader: 'dwang' }, 'kader', /vrijwillig/],
    ['a pilot that does not exist', { pilot: 'kib' }, 'pilot', /KIB/],
    ['a variant that does not exist', { variant: 'R9' }, 'variant', /kib/],
    ['a day that does not exist', { datum: '2026-02-30' }, 'datum', /een dag zoals 2026-03-02/],
    ['a moment without a zone', { datum: '2026-03-02T09:00:00' }, 'datum', /tijdstip met tijdzone/],
    ['a phase that does not exist', { trajectfase: 'KLAAR' }, 'trajectfase', /NAZORG/],
    ['a machtiging without status', { machtiging: { soort: 'MGJ' } }, 'machtiging.status', /./],
    ['an overdracht without status', { overdracht: { richting: 'heen' } }, 'overdracht.status', /./],
    [
      'a heenAanvaard that is neither',
      { overdracht: { status: 'geen', heenAanvaard: 'soms' } },
      'overdracht.heenAanvaard',
      'ja, nee of een dag zoals 2026-03-02',
    ],
    [
      'an acceptance before the offer',
      { overdracht: { status: 'aanvaard', aangebodenOp: '2026-03-02', aanvaardOp: '2026-03-01' } },
      'overdracht.aanvaardOp',
      'de aanvaarding kan niet voor het aanbod liggen',
    ],
    [
      'a way back that is offered before the GI accepted',
      {
        overdracht: { richting: 'terug', status: 'aangeboden', aangebodenOp: '2026-03-02', heenAanvaard: '2026-03-03' },
      },
      'overdracht.heenAanvaard',
      'de GI kan niet later hebben aanvaard dan zij teruggeeft',
    ],
    [
      'a way back that is accepted before the GI accepted',
      { overdracht: { richting: 'terug', status: 'aanvaard', aanvaardOp: '2026-03-02', heenAanvaard: '2026-03-03' } },
      'overdracht.heenAanvaard',
      'de GI kan niet later hebben aanvaard dan zij teruggeeft',
    ],
    [
      'an end before the grant',
      { machtiging: { status: 'verlopen', verleendOp: '2026-03-02', eindeOp: '2026-03-01' } },
      'machtiging.eindeOp',
      'het einde kan niet voor de verlening liggen',
    ],
    [
      'an uitstroom before the grant',
      { machtiging: { status: 'verleend', verleendOp: '2026-03-02' }, uitstroomOp: '2026-03-01' },
      'uitstroomOp',
      'de uitstroom kan niet voor de verlening van de machtiging liggen',
    ],
  ])('given %s, then the field is named with the reason', (_, changes, veld, reden) => {
    const [pad, zin] = fout({ ...minimaal, ...changes });
    expect(pad).toBe(veld);
    expect(zin).toMatch(reden);
  });

  it('given two facts on the same day, then that is in order', () => {
    const dag = '2026-03-02';
    const vraag = {
      ...minimaal,
      machtiging: { status: 'verlopen', verleendOp: dag, eindeOp: dag },
      overdracht: { status: 'aanvaard', aangebodenOp: dag, aanvaardOp: dag },
      uitstroomOp: dag,
    };
    expect(schema.safeParse(vraag).success).toBe(true);
    const terug = { richting: 'terug', status: 'aanvaard', aangebodenOp: dag, aanvaardOp: dag, heenAanvaard: dag };
    expect(schema.safeParse({ ...minimaal, overdracht: terug }).success).toBe(true);
  });

  it('given a way back without its days, then the day on which the GI accepted stands alone', () => {
    const overdracht = { richting: 'terug', status: 'geen', heenAanvaard: '2026-03-02' };
    expect(schema.safeParse({ ...minimaal, overdracht }).success).toBe(true);
  });

  it('given a first handover, then the day of an earlier one is not held against it', () => {
    const overdracht = {
      richting: 'heen',
      status: 'aangeboden',
      aangebodenOp: '2026-03-02',
      heenAanvaard: '2026-03-03',
    };
    expect(schema.safeParse({ ...minimaal, overdracht }).success).toBe(true);
  });

  it.each<[object, string]>([
    [{ naam: 'Kim' }, 'naam'],
    [{ machtiging: { status: 'geen', geldig: true } }, 'geldig'],
    [{ overdracht: { status: 'geen', aan: 'gi' } }, 'aan'],
  ])('given an unknown field %j, then it is refused by name', (changes, veld) => {
    const issue = schema.safeParse({ ...minimaal, ...changes }).error!.issues[0]!;
    expect(issue).toMatchObject({ code: 'unrecognized_keys', keys: [veld] });
  });

  it('given the schema, then it can be printed, with region and kader needed and the choices named', () => {
    const json = z.toJSONSchema(schema, { io: 'input' });
    expect(json.required).toEqual(['regio', 'kader']);
    expect(json.additionalProperties).toBe(false);
    expect(json.properties!['regio']).toMatchObject({ enum: regels.regios });
    expect(JSON.stringify(json.properties!['variant'])).toContain('crisisgroep');
  });
});
