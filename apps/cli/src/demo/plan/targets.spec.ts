import { describe, expect, it } from '@jest/globals';
import { parseRegios } from '@regielijn/kern';
import { type DemoTargets, parseTargets } from './targets.js';
import { verzonnenCijfers, verzonnenRegios } from './voorbeeld.kit.js';

const lees = (wijzig: (cijfers: DemoTargets) => void): DemoTargets => {
  const cijfers = verzonnenCijfers();
  wijzig(cijfers);
  return parseTargets(JSON.stringify(cijfers), 'cijfers.json');
};
const ongeldig = (sleutel: string, reden: unknown) =>
  expect.objectContaining({
    code: 'CONFIG_ONGELDIG',
    message: expect.stringContaining(`In cijfers.json klopt "${sleutel}" niet`),
    data: { bestand: 'cijfers.json', sleutel, reden },
  });

describe('given a file with figures', () => {
  it('when it is in order, then it is read as it stands', () => {
    expect(lees(() => undefined)).toEqual(verzonnenCijfers());
  });

  it('when it is not JSON, then file and reason are named', () => {
    expect(() => parseTargets('{ "jaar": ', 'cijfers.json')).toThrow(
      expect.objectContaining({ code: 'CONFIG_ONLEESBAAR', message: expect.stringContaining('cijfers.json is geen') }),
    );
  });

  it.each<[string, (cijfers: DemoTargets) => void, string, unknown]>([
    [
      'a number is no whole number',
      (cijfers) => (cijfers.plaatsingen.totaal = 24.5),
      'plaatsingen.totaal',
      expect.stringContaining('verwacht int'),
    ],
    [
      'a key is unknown',
      (cijfers) => Object.assign(cijfers.plaatsingen, { totall: 25 }),
      'plaatsingen',
      expect.stringContaining('totall'),
    ],
    [
      'a table names a source that is not listed',
      (cijfers) => (cijfers.leeftijd.bron = 'krant'),
      'leeftijd.bron',
      'bron "krant" staat niet bij de bronnen',
    ],
    [
      'the source of the later occupancy is not listed',
      (cijfers) => (cijfers.bezetting.naHetJaar.bron = 'krant'),
      'bezetting.naHetJaar.bron',
      'bron "krant" staat niet bij de bronnen',
    ],
    [
      'the peildata do not span the year',
      (cijfers) => (cijfers.bezetting.peildata[2] = '2020-12-31'),
      'bezetting.peildata',
      'loopt niet van 2020-01-01 tot en met 2021-01-01',
    ],
    [
      'two peildata lie too close together',
      (cijfers) => (cijfers.bezetting.peildata[1] = '2020-01-15'),
      'bezetting',
      '2020-01-15 ligt geen 28 dagen na de datum ervoor',
    ],
    [
      'the last uitstroom comes before the last peildatum',
      (cijfers) => (cijfers.aannames.laatsteUitstroom = '2021-02-01'),
      'bezetting',
      '2021-02-01 ligt geen 28 dagen na de datum ervoor',
    ],
    [
      'a region misses a peildatum',
      (cijfers) => (cijfers.bezetting.perRegio['kust'] = [6, 9]),
      'bezetting.kust',
      'heeft 2 aantallen voor 3 peildata',
    ],
    [
      'the smallest group is larger than the largest',
      (cijfers) => (cijfers.aannames.plekkenPerGroep = { van: 5, totEnMet: 4 }),
      'aannames.plekkenPerGroep',
      'van is meer dan totEnMet',
    ],
  ])('when %s, then file, key and reason are named', (_, wijzig, sleutel, reden) => {
    expect(() => lees(wijzig)).toThrow(ongeldig(sleutel, reden));
  });
});

describe('given a file with regions', () => {
  it('when a gemeentecode has no four digits, then file, key and reason are named', () => {
    const regios = JSON.stringify(verzonnenRegios()).replace('"9002"', '"902"');
    expect(() => parseRegios(regios, 'cijfers.json')).toThrow(
      ongeldig('landsdelen.0.regios.0.gemeenten.1.code', 'vier cijfers, zoals 0599'),
    );
  });

  it('when a landsdeel names a source that is not listed, then file, key and reason are named', () => {
    const regios = verzonnenRegios();
    Object.assign(regios.landsdelen[0] ?? {}, { bronCodes: 'krant' });
    expect(() => parseRegios(JSON.stringify(regios), 'cijfers.json')).toThrow(
      ongeldig('landsdelen.0.bronCodes', 'bron "krant" staat niet bij de bronnen'),
    );
  });
});
