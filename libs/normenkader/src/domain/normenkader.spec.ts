import { describe, expect, it } from '@jest/globals';
import { normenkaderVanHetProject } from './normenkader.kit.js';
import { NormenkaderSchema, versieOp } from './normenkader.js';
import { NORM_IDS } from './normen/feiten.js';
import { isLager, variantVan } from './normen/instellingen.js';

const project = normenkaderVanHetProject();
const versie = (geldigVanaf: string) => ({ ...structuredClone(project.versies[0]!), versie: geldigVanaf, geldigVanaf });

describe('the version of the normenkader that holds', () => {
  const normenkader = NormenkaderSchema.parse({ versies: [versie('2020-10-12'), versie('2024-01-01')] });

  it.each([
    ['2020-10-11', '2020-10-12', true],
    ['2020-10-12', '2020-10-12', false],
    ['2023-12-31', '2020-10-12', false],
    ['2024-01-01', '2024-01-01', false],
  ])('given %s, then version %s (terugblik: %s)', (dag, verwacht, terugblik) => {
    const gevonden = versieOp(normenkader, dag);
    expect([gevonden.versie.versie, gevonden.terugblik]).toEqual([verwacht, terugblik]);
  });

  it('carries the feestdagen of a royal decree along', () => {
    const gelijkgesteldeDagen = [{ datum: '2026-01-02', naam: 'dag na Nieuwjaarsdag' }];
    const { instellingen } = versieOp({ ...normenkader, gelijkgesteldeDagen }, '2026-01-01').versie;
    expect(instellingen.gelijkgesteldeDagen).toEqual(gelijkgesteldeDagen);
  });
});

describe('the file of the normenkader', () => {
  it('has each of the eleven norms once', () => {
    expect(project.versies[0]!.normen.map(({ id }) => id)).toEqual(NORM_IDS);
  });

  it.each<[string, string, (v: any) => void]>([
    ['a norm twice', 'normen', (v) => v.normen.push(v.normen[0])],
    ['no norm at all', 'normen', (v) => (v.normen = [])],
    ['a norm without text', 'normen.0.tekst', (v) => (v.normen[0].tekst = '')],
    ['a norm that needs nothing', 'normen.0.nodig', (v) => (v.normen[0].nodig = [])],
    ['a norm that needs a fact that does not exist', 'normen.0.nodig.0', (v) => (v.normen[0].nodig = ['Opname.tijd'])],
    ['an empty assumption', 'normen.0.aannames.0', (v) => (v.normen[0].aannames = [''])],
    ['a term of half a month', 'instellingen.perspectiefMaanden', (v) => (v.instellingen.perspectiefMaanden = 0.5)],
    ['a negative number of werkdagen', 'instellingen.directWerkdagen', (v) => (v.instellingen.directWerkdagen = -1)],
    ['no levensgebieden', 'instellingen.levensgebieden', (v) => (v.instellingen.levensgebieden = [])],
    ['a levensgebied twice', 'instellingen.levensgebieden', (v) => v.instellingen.levensgebieden.push('wonen')],
    [
      'a levensgebied with a space',
      'instellingen.levensgebieden.0',
      (v) => (v.instellingen.levensgebieden = ['vrije tijd']),
    ],
    [
      'an urgentie that does not exist',
      'instellingen.spoedUrgenties.0',
      (v) => (v.instellingen.spoedUrgenties = ['spoed']),
    ],
    ['no variants', 'instellingen.varianten', (v) => (v.instellingen.varianten = [])],
    ['one name for two variants', 'instellingen.varianten', (v) => v.instellingen.varianten[0].namen.push('k.i.b.')],
    ['a step under the ladder', 'instellingen.varianten.0.trede', (v) => (v.instellingen.varianten[0].trede = 0)],
    [
      'a niveau on two steps',
      'instellingen.onderwijsladders.0',
      (v) => v.instellingen.onderwijsladders[0].push(['HAVO']),
    ],
    ['an empty step', 'instellingen.onderwijsladders.0.0', (v) => (v.instellingen.onderwijsladders[0][0] = [])],
    ['no ladders', 'instellingen.onderwijsladders', (v) => (v.instellingen.onderwijsladders = [])],
    [
      'an accommodatie with an office day that ends before it begins',
      'instellingen.perAccommodatie.noord.kantoortijd',
      (v) => (v.instellingen.perAccommodatie = { noord: { kantoortijd: { van: '17:00', tot: '09:00' } } }),
    ],
    ['a word too many', '', (v) => (v.oordeel = 'goed')],
  ])('given %s, then it is refused', (_, sleutel, wijzig) => {
    const gewijzigd = versie('2020-10-12');
    wijzig(gewijzigd);
    const result = NormenkaderSchema.safeParse({ versies: [gewijzigd] });
    expect(result.error?.issues[0]?.path.slice(2).join('.')).toBe(sleutel);
  });

  it.each([
    ['versions out of order', [versie('2024-01-01'), versie('2020-10-12')]],
    ['two versions from the same day', [versie('2024-01-01'), versie('2024-01-01')]],
    ['no version', []],
  ])('given %s, then it is refused', (_, versies) => {
    expect(NormenkaderSchema.safeParse({ versies }).success).toBe(false);
  });

  it.each([['jeugdige.geboortedatum'], ['variant'], ['OpnameGestart.tijdstip']])('knows the fact %s', (feit) => {
    const gewijzigd = versie('2020-10-12');
    gewijzigd.normen[0]!.nodig = [feit];
    expect(NormenkaderSchema.safeParse({ versies: [gewijzigd] }).success).toBe(true);
  });
});

describe('the list of variants', () => {
  const instellingen = project.versies[0]!.instellingen;

  it.each([
    ['R2', 'R2'],
    ['r4A', 'R4a'],
    ['kib', 'R4a'],
    ['KV', 'R4'],
    ['Onderwijs-jeugdhulptraject', 'R1'],
    ['onderwijs_jeugdhulptraject', 'R1'],
    ['dwang', undefined],
    ['', undefined],
    [null, undefined],
  ])('given %s, then row %s', (naam, id) => {
    expect(variantVan(naam, instellingen)?.id).toBe(id);
  });

  it.each([
    ['havo', 'vwo', true],
    ['vwo', 'havo', false],
    ['HAVO', 'havo', false],
    ['mavo', 'vmbo-t', false],
    ['vmbo-kader', 'vmbo-tl', true],
    ['vmbo', 'havo', true],
    ['mbo-2', 'mbo-3', true],
    ['praktijkschool', 'vmbo-basis', true],
    ['vmbo-basis', 'praktijkschool', false],
    ['Volksschool', 'volksschool', false],
    [2, 3, true],
    [3, 3, false],
    ['vmbo', 'vmbo-t', null],
    ['mbo-2', 'havo', null],
    ['volksschool', 'havo', null],
    ['havo', 'volksschool', null],
    [2, 'havo', null],
    ['havo', 3, null],
    [null, 'havo', null],
    ['havo', undefined, null],
  ])('given niveau %s after %s, then lower: %s', (niveau, vroeger, lager) => {
    expect(isLager(niveau, vroeger, instellingen)).toBe(lager);
  });
});
