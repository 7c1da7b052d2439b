import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { configFolder, readRules } from './config-files.js';

const FILES = [
  'regios.json',
  'normenkader.json',
  'termijnen.json',
  'regie.json',
  'triage.json',
  'documenten.json',
  'maatregelen.json',
  'kwartaalreview.json',
  'ladders.json',
];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regielijn-config-'));
  for (const name of FILES) cpSync(join(configFolder(), name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one rule file of the copy. */
const wijzig = (name: string, change: (inhoud: any) => void): void => {
  const inhoud = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  change(inhoud);
  writeFileSync(join(folder, name), JSON.stringify(inhoud));
};

const weigering = (): { code: string; message: string; data: Record<string, unknown> } => {
  try {
    readRules(folder);
  } catch (error) {
    return error as ReturnType<typeof weigering>;
  }
  throw new Error('accepted');
};

describe('the rule files', () => {
  it('given those of the project, then the regions and the norms are read', () => {
    const { indeling, normenkader } = readRules(folder);
    expect(indeling.regios).toHaveLength(5);
    expect(indeling.regioVan('0599', '2019-01-01')).toBe('rijnmond');
    expect(normenkader.versies[0]!.normen.map(({ id }) => id)).toEqual([
      ...['O1', 'O2', 'O3', 'O4', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'],
    ]);
  });

  it('given a day that a royal decree made a feestdag, then norms and regie know it as the terms do', () => {
    wijzig('termijnen.json', (inhoud) => {
      inhoud.gelijkgesteldeDagen = [{ datum: '2030-01-02', naam: 'een dag', bron: 'een besluit' }];
    });
    const { termijnen, normenkader, regie } = readRules(folder);
    expect(termijnen.gelijkgesteldeDagen).toMatchObject([{ datum: '2030-01-02' }]);
    for (const regels of [normenkader, regie])
      expect(regels.gelijkgesteldeDagen).toEqual(termijnen.gelijkgesteldeDagen);
  });

  it.each(FILES)('given no %s, then the start is refused and the file is named', (name) => {
    rmSync(join(folder, name));
    expect(weigering()).toMatchObject({
      code: 'CONFIG_ONTBREEKT',
      message: expect.stringContaining(`config/${name}`),
      data: { bestand: `config/${name}` },
    });
  });

  it.each(FILES)('given a %s that is no JSON, then the file and the reason are named', (name) => {
    writeFileSync(join(folder, name), '{ "versies": [ }');
    const { code, message, data } = weigering();
    expect({ code, bestand: data['bestand'] }).toEqual({ code: 'CONFIG_ONLEESBAAR', bestand: `config/${name}` });
    expect(message).toContain(`config/${name} is geen geldige JSON`);
    expect(data['reden']).not.toBe('');
  });

  it.each<[string, string, (inhoud: any) => void, string]>([
    [
      'a gemeente without a name',
      'regios.json',
      (r) => delete r.landsdelen[0].regios[0].gemeenten[2].naam,
      'landsdelen.0.regios.0.gemeenten.2.naam',
    ],
    [
      'a gemeentecode of three digits',
      'regios.json',
      (r) => (r.landsdelen[0].regios[1].gemeenten[0].code = '599'),
      'landsdelen.0.regios.1.gemeenten.0.code',
    ],
    [
      'a source that is not listed',
      'regios.json',
      (r) => (r.landsdelen[0].bronCodes = 'elders'),
      'landsdelen.0.bronCodes',
    ],
    ['a landsdeel without regions', 'regios.json', (r) => (r.landsdelen[0].regios = []), 'landsdelen.0.regios'],
    ['no version of the norms', 'normenkader.json', (n) => (n.versies = []), 'versies'],
    [
      'a calendar that nobody knows',
      'normenkader.json',
      (n) => (n.versies[0].instellingen.kalender = 'juliaans'),
      'versies.0.instellingen.kalender',
    ],
    [
      'an office day that ends before it begins',
      'normenkader.json',
      (n) => (n.versies[0].instellingen.kantoortijd = { van: '17:00', tot: '09:00' }),
      'versies.0.instellingen.kantoortijd',
    ],
    [
      'an hour that does not exist',
      'normenkader.json',
      (n) => (n.versies[0].instellingen.kantoortijd.tot = '25:00'),
      'versies.0.instellingen.kantoortijd.tot',
    ],
    [
      'a day that does not exist',
      'normenkader.json',
      (n) => (n.versies[0].geldigVanaf = '2020-02-30'),
      'versies.0.geldigVanaf',
    ],
    ['versions out of order', 'normenkader.json', (n) => n.versies.push(n.versies[0]), 'versies'],
    [
      'a norm without a source',
      'normenkader.json',
      (n) => (n.versies[0].normen[0].bron = ''),
      'versies.0.normen.0.bron',
    ],
    [
      'a region of which nobody discusses the deviations',
      'kwartaalreview.json',
      (k) => k.versies[0].landsdelen[0].regios.shift(),
      'versies.0.landsdelen',
    ],
    [
      'a region that two reviews discuss',
      'kwartaalreview.json',
      (k) => k.versies[0].landsdelen.push({ ...k.versies[0].landsdelen[0], id: 'elders' }),
      'versies.0.landsdelen',
    ],
    [
      'a quorum of a discipline that is not in the list',
      'kwartaalreview.json',
      (k) => (k.versies[0].quorum.verplicht = ['kinderrechter']),
      'versies.0.quorum.verplicht.0',
    ],
    [
      'a quorum of more disciplines than there are',
      'kwartaalreview.json',
      (k) => (k.versies[0].quorum.minimaalDisciplines = 99),
      'versies.0.quorum.minimaalDisciplines',
    ],
    [
      'a discipline that is there twice',
      'kwartaalreview.json',
      (k) => k.versies[0].disciplines.push(k.versies[0].disciplines[0]),
      'versies.0.disciplines',
    ],
    ['versions of the review out of order', 'kwartaalreview.json', (k) => k.versies.push(k.versies[0]), 'versies'],
  ])('given %s, then file, key and reason are named', (_, name, change, sleutel) => {
    wijzig(name, change);
    const { code, message, data } = weigering();
    expect({ code, bestand: data['bestand'], sleutel: data['sleutel'] }).toEqual({
      code: 'CONFIG_ONGELDIG',
      bestand: `config/${name}`,
      sleutel,
    });
    expect(message).toBe(`In config/${name} klopt "${sleutel}" niet: ${String(data['reden'])}.`);
  });

  it('given a word too many at the top, then the file is named and the word is in the reason', () => {
    wijzig('normenkader.json', (n) => (n.versie = 1));
    expect(weigering()).toMatchObject({ code: 'CONFIG_ONGELDIG', data: { bestand: 'config/normenkader.json' } });
    expect(weigering().data['reden']).toContain('versie');
  });

  it.each(['O5', 'constructor'])('given norm %s, which nothing assesses, then the start is refused', (id) => {
    wijzig('normenkader.json', ({ versies }) => versies[0].normen.push({ ...versies[0].normen[0], id }));
    const { code, message, data } = weigering();
    expect({ code, data }).toEqual({
      code: 'NORM_ZONDER_TOETS',
      data: { bestand: 'config/normenkader.json', sleutel: 'versies.0.normen.11.id', norm: id },
    });
    expect(message).toContain(id);
  });

  it('given a landsdeel that is not in the list, then it is named', () => {
    wijzig('regios.json', ({ landsdelen }) => (landsdelen[0].id = 'elders'));
    expect(weigering()).toMatchObject({
      code: 'LANDSDEEL_ONBEKEND',
      data: { landsdeel: 'zuidwest', bekend: ['elders'] },
    });
  });
});
