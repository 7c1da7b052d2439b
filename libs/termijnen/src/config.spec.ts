import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '@regielijn/kern';
import { REGEL_IDS } from './config.js';
import { TermijnenSchema } from './index.js';
import { ruweRegels } from './termijnen.kit.js';

type Ruw = any;

/** What is said about the rule file after this change. */
const weigering = (wijzig: (ruw: Ruw) => void): { sleutel: unknown; reden: unknown } => {
  const ruw = ruweRegels();
  wijzig(ruw);
  try {
    parseConfig(TermijnenSchema, JSON.stringify(ruw), 'config/termijnen.json');
  } catch (error) {
    return (error as { data: { sleutel: unknown; reden: unknown } }).data;
  }
  throw new Error('not refused');
};

describe('the rule file of the terms', () => {
  it('given the delivered one, then it has every term of law, norm and proposal', () => {
    const wet = Array.from({ length: 22 }, (_, n) => `D${n + 1}`);
    expect(REGEL_IDS).toEqual([...wet, 'O3', 'O4', 'B3', 'B7', 'MOT', 'OVD']);
    expect(Object.keys(ruweRegels().regels)).toEqual(REGEL_IDS);
  });

  it('given the delivered one, then every law has the version of 2015 and of 2024', () => {
    const { regels } = TermijnenSchema.parse(ruweRegels());
    for (const { aard, versies } of Object.values(regels))
      if (aard === 'wet') expect(versies.map(({ vanaf }) => vanaf)).toEqual(['2015-01-01', '2024-01-01']);
  });

  it.each<[string, (ruw: Ruw) => void, string, string]>([
    ['a rule nobody executes', (r) => (r.regels.D23 = r.regels.D22), 'regels', 'D23'],
    ['a rule that is missing', (r) => delete r.regels.D10, 'regels.D10', ''],
    ['a version without a source', (r) => delete r.regels.D1.versies[1].bron, 'regels.D1.versies.1.bron', ''],
    ['an empty source', (r) => (r.regels.D1.versies[1].bron = ''), 'regels.D1.versies.1.bron', ''],
    [
      'versions with the same day',
      (r) => (r.regels.D1.versies[1].vanaf = '2015-01-01'),
      'regels.D1.versies',
      'elke versie moet later ingaan dan de vorige',
    ],
    ['no version', (r) => (r.regels.D1.versies = []), 'regels.D1.versies', ''],
    ['a rule about no kind', (r) => (r.regels.D1.soorten = []), 'regels.D1.soorten', ''],
    [
      'a value nobody counts with',
      (r) => (r.regels.D1.versies[1].waarden.extra = '1 jaar'),
      'regels.D1.versies.1.waarden',
      'extra',
    ],
    [
      'a value that is missing',
      (r) => delete r.regels.D9.versies[1].waarden.termijn,
      'regels.D9.versies.1.waarden.termijn',
      '',
    ],
    [
      'a length nobody can read',
      (r) => (r.regels.D10.versies[1].waarden.termijn = '4'),
      'regels.D10.versies.1.waarden.termijn',
      'een termijn zoals "3 maanden"',
    ],
    [
      'a length of nothing',
      (r) => (r.regels.D10.versies[1].waarden.termijn = '0 dagen'),
      'regels.D10.versies.1.waarden.termijn',
      'een termijn zoals "3 maanden"',
    ],
    [
      'a length with more behind it',
      (r) => (r.regels.D10.versies[1].waarden.termijn = '4 dagen of meer'),
      'regels.D10.versies.1.waarden.termijn',
      'een termijn zoals "3 maanden"',
    ],
    [
      'a length with more before it',
      (r) => (r.regels.D10.versies[1].waarden.termijn = 'na 4 dagen'),
      'regels.D10.versies.1.waarden.termijn',
      'een termijn zoals "3 maanden"',
    ],
    ['a reading of which nobody heard', (r) => (r.lezingen.A6 = r.lezingen.A1), 'lezingen', 'A6'],
    ['a choice nobody executes', (r) => (r.lezingen.A1.gekozen = 'anders'), 'lezingen.A1.gekozen', ''],
    ['a choice without words', (r) => delete r.lezingen.A1.keuzes.telt_mee, 'lezingen.A1.keuzes.telt_mee', ''],
    ['a reading without a source', (r) => delete r.lezingen.A1.bron, 'lezingen.A1.bron', ''],
    [
      'a rule that follows a reading that is not there',
      (r) => (r.regels.D1.versies[1].lezingen = ['A9']),
      'regels.D1.versies.1.lezingen.0',
      '',
    ],
    [
      'two decrees for the same day',
      (r) => r.gelijkgesteldeDagen.push(r.gelijkgesteldeDagen.at(-1)),
      'gelijkgesteldeDagen',
      'elke dag moet later zijn dan de vorige',
    ],
    ['a decree without a source', (r) => delete r.gelijkgesteldeDagen[0].bron, 'gelijkgesteldeDagen.0.bron', ''],
    [
      'an age that is not in months or years',
      (r) => (r.afspraken.ACHTTIEN.leeftijd = '90 weken'),
      'afspraken.ACHTTIEN.leeftijd',
      'een leeftijd is in maanden of jaren',
    ],
    ['a word too many', (r) => (r.versie = 1), '(het hele bestand)', 'versie'],
  ])('given %s, then file, key and reason are named', (_, wijzig, sleutel, reden) => {
    const gezegd = weigering(wijzig);
    expect(gezegd.sleutel).toBe(sleutel);
    expect(gezegd.reden).toContain(reden);
  });

  describe('art. 4 of the Algemene termijnenwet: terms it does not touch', () => {
    const termijn = (duur: string) => (r: Ruw) => (r.regels.D10.versies[1].waarden.termijn = duur);

    it.each(['91 dagen', '13 weken', '4 maanden', '1 jaar', '1 werkdag'])(
      'given %s, then "mogelijk" is refused',
      (duur) =>
        expect(weigering(termijn(duur))).toMatchObject({
          sleutel: 'regels.D10.atw',
          reden: 'voor een termijn van deze lengte geldt de Algemene termijnenwet niet (art. 4 onder a)',
        }),
    );

    it('given two terms of which one is too long, then "mogelijk" is refused', () =>
      expect(
        weigering((r) => {
          r.regels.D15.atw = 'mogelijk';
          r.regels.D15.versies[1].waarden.volgende = '4 maanden';
        }).sleutel,
      ).toBe('regels.D15.atw'));

    it.each(['90 dagen', '12 weken', '3 maanden', '1 dag', '1 week', '1 maand'])(
      'given %s, then it is taken',
      (duur) => {
        const ruw = ruweRegels();
        termijn(duur)(ruw);
        expect(TermijnenSchema.safeParse(ruw).success).toBe(true);
      },
    );
  });
});
