import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CodedError, OVERIG, parseRegios } from '@regielijn/kern';
import { leesRegels, rauweRegels, regels, vraag } from './triage.kit.js';

/** What reading the table says after it was bent: the key and the reason, or "gelezen". */
const na = (buig: (versie: any, alles: any) => void): string => {
  const rauw = rauweRegels();
  buig(rauw.versies[0], rauw);
  try {
    leesRegels(rauw);
    return 'gelezen';
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    expect(error.data.bestand).toBe('config/triage.json');
    return `${error.code} ${String(error.data.sleutel)}: ${String(error.data.reden)}`;
  }
};
const criterium = (versie: any, rij = 0, index = 3) => versie.varianten[rij].criteria[index];

describe('the rule file of the triage', () => {
  it('given the file that ships, then it is read', () => expect(na(() => undefined)).toBe('gelezen'));

  it.each<[string, (versie: any, alles: any) => void, RegExp]>([
    ['a criterium without a source', (v) => delete criterium(v).bron, /varianten\.0\.criteria\.3\.bron: /],
    ['a criterium with an empty source', (v) => (criterium(v).bron = ' '), /varianten\.0\.criteria\.3\.bron: /],
    [
      'a source that is no publication of the list',
      (v) => (criterium(v).bron = 'Horen zeggen (2020), p. 1'),
      /varianten\.0\.criteria\.3\.bron: "Horen zeggen \(2020\), p. 1" begint niet/,
    ],
    [
      'a second source that is no publication of the list',
      (v) => (criterium(v).bron += '; Horen zeggen'),
      /criteria\.3\.bron: "Horen zeggen" begint niet/,
    ],
    [
      'a source that only looks like a publication of the list',
      (v) => (v.volgorde.bron = 'Normenkaders, norm B1'),
      /volgorde\.bron: "Normenkaders, norm B1" begint niet/,
    ],
    [
      'an attribute that is no part of a profile',
      (v) => (criterium(v).toets.attribuut = 'motivatie'),
      /criteria\.3\.toets\.attribuut: .*motivatieJeugdige/,
    ],
    [
      'an operator that nobody executes',
      (v) => (criterium(v).toets = { op: 'lijkt_op', attribuut: 'lvb', waarde: true }),
      /criteria\.3\.toets\.op: /,
    ],
    [
      'an operator that nobody executes, deep inside',
      (v) => (criterium(v).toets = { op: 'alle', van: [{ op: 'niet', van: { op: 'raad' } }] }),
      /criteria\.3\.toets\.van\.0\.van\.op: /,
    ],
    ['a test of nothing', (v) => (criterium(v).toets = { op: 'enige', van: [] }), /criteria\.3\.toets\.van: /],
    [
      'a value that an attribute cannot have',
      (v) => (criterium(v).toets.waarden = ['aanwezig', 'kans']),
      /criteria\.3\.toets: "motivatieJeugdige" kan niet "kans" zijn/,
    ],
    [
      'a value of a contra-indication that an attribute cannot have',
      (v) => (v.varianten[0].contraIndicaties[0].toets.waarde = 'ja'),
      /varianten\.0\.contraIndicaties\.0\.toets: "fysiekeBegrenzingNodig" kan niet "ja" zijn/,
    ],
    [
      'a value behind a "niet" that an attribute cannot have',
      (v) => (v.varianten[8].criteria[0].toets.van[2].van.waarde = 5),
      /varianten\.8\.criteria\.0\.toets: "andereIndicatie" kan niet 5 zijn/,
    ],
    [
      'a value in a condition of a route that an attribute cannot have',
      (v) => (v.routes[0].voorwaarden[0].toets = { op: 'gelijk', attribuut: 'lvb', waarde: 'ja' }),
      /routes\.0\.voorwaarden\.0\.toets: "lvb" kan niet "ja" zijn/,
    ],
    [
      'a day that is no day',
      (v) => (criterium(v, 0, 0).toets.waarde = '2020-11-31'),
      /criteria\.0\.toets: "datum" kan niet "2020-11-31" zijn/,
    ],
    [
      'an order between values that have none',
      (v) => (criterium(v).toets = { op: 'minstens', attribuut: 'motivatieJeugdige', waarde: 'kans_op' }),
      /criteria\.3\.toets: "minstens" kan niet bij "motivatieJeugdige"/,
    ],
    [
      'a highest value where there is no order',
      (v) => (criterium(v).toets = { op: 'hoogstens', attribuut: 'lvb', waarde: true }),
      /criteria\.3\.toets: "hoogstens" kan niet bij "lvb"/,
    ],
    [
      'a variant to stay in that is not in the table',
      (v) => (v.signalen[0].toets = { op: 'gelijk', attribuut: 'verblijftAlIn', waarde: 'R99' }),
      /signalen\.0\.toets: "verblijftAlIn" kan niet "R99" zijn/,
    ],
    ['a variant without criteria', (v) => (v.varianten[5].criteria = []), /varianten\.5\.criteria: /],
    [
      'a variant of which every criterium hangs on a reading',
      (v) => (v.varianten[5].criteria[0].bijLezing = { C1: 'onder_12' }),
      /varianten\.5\.criteria: er moet een criterium zijn dat bij elke lezing geldt/,
    ],
    ['two variants with one id', (v) => (v.varianten[1].id = 'R2'), /varianten\.1\.id: "R2" staat er twee keer in/],
    [
      'two settings with one id',
      (v) => (v.instellingen[1].id = 'C1'),
      /instellingen\.1\.id: "C1" staat er twee keer in/,
    ],
    ['two routes with one id', (v) => (v.routes[1].id = v.routes[0].id), /routes\.1\.id: "inverbinding_jim" staat/],
    [
      'a lighter variant after a heavier one',
      (v) => (v.varianten[2].trede = 1),
      /varianten\.2\.trede: zet de lichtste/,
    ],
    ['a variant after the routing flags', (v) => (v.varianten[8].trede = 9), /varianten\.8\.trede: zet de lichtste/],
    [
      'a row at a reading that is not there',
      (v) => (v.varianten[0].criteria[0].bijLezing.C13 = 'ooit'),
      /criteria\.0\.bijLezing\.C13: lezing "ooit" bestaat niet/,
    ],
    [
      'a row at a setting that is not there',
      (v) => (v.varianten[0].kenmerken[0].bijLezing = { C99: 'x' }),
      /varianten\.0\.kenmerken\.0\.bijLezing\.C99: lezing "x" bestaat niet/,
    ],
    [
      'a default that is no reading',
      (v) => (v.instellingen[0].standaard = 'ooit'),
      /instellingen\.0\.standaard: lezing "ooit" bestaat niet/,
    ],
    [
      'a setting on which nothing hangs',
      (v) => v.instellingen.push({ ...v.instellingen[0], id: 'C17' }),
      /instellingen\.19\.id: geen enkele rij hangt af van "C17"/,
    ],
    ['a setting with one reading', (v) => v.instellingen[0].lezingen.pop(), /instellingen\.0\.lezingen: /],
    [
      'a form without an attribute that decides',
      (v) => (v.varianten[1].vormen[0].vervalt = ['lvb']),
      /varianten\.1\.vormen: geen criterium gaat over "lvb"/,
    ],
    [
      'a route in a region that is not known',
      (v) => (v.routes[0].gebieden[0].regios = ['rijnmond', 'atlantis']),
      /routes\.0\.gebieden\.0\.regios: regio "atlantis" is niet bekend/,
    ],
    [
      'two periods of a route that overlap in a region',
      (v) => v.routes[0].gebieden.push({ ...v.routes[0].gebieden[0], geldigVanaf: '2025-01-01' }),
      /routes\.0\.gebieden\.3\.geldigVanaf: deze periode overlapt een andere in dezelfde regio/,
    ],
    [
      'two periods of a route that overlap in one of their regions',
      (v) => v.routes[0].gebieden.push({ ...v.routes[0].gebieden[0], regios: ['haaglanden', 'rijnmond'] }),
      /routes\.0\.gebieden\.3\.geldigVanaf: deze periode overlapt een andere in dezelfde regio/,
    ],
    [
      'a period for one region beside one for every region',
      (v) => v.routes[2].gebieden.push({ ...v.routes[0].gebieden[0] }),
      /routes\.2\.gebieden\.1\.geldigVanaf: deze periode overlapt/,
    ],
    [
      'a period for every region beside one for one region',
      (v) => v.routes[5].gebieden.push({ ...v.routes[2].gebieden[0] }),
      /routes\.5\.gebieden\.1\.geldigVanaf: deze periode overlapt/,
    ],
    ['two tables from one day', (v, a) => a.versies.push(v), /versies: elke versie moet later ingaan dan de vorige/],
    [
      'a later table before an earlier one',
      (v, a) => a.versies.push({ ...v, geldigVanaf: '2020-01-01' }),
      /versies: elke versie moet later ingaan dan de vorige/,
    ],
    ['a variant that the engine does not know', (v) => (v.varianten[0].variant = 'thuis'), /varianten\.0\.variant: /],
    ['a field that nobody reads', (v) => (v.varianten[0].kleur = 'rood'), /varianten\.0: /],
  ])('given %s, then it is refused with the key and the reason', (_, buig, melding) => {
    const reden = na(buig);
    expect(reden).toMatch(/^CONFIG_ONGELDIG versies/);
    expect(reden).toMatch(melding);
  });

  it.each<[string, (versie: any, alles: any) => void]>([
    [
      'two periods of a route that follow each other in a region',
      (v) => {
        v.routes[0].gebieden[0].geldigTot = '2025-01-01';
        v.routes[0].gebieden.push({ ...v.routes[0].gebieden[0], geldigVanaf: '2025-01-01', geldigTot: null });
      },
    ],
    [
      'a period without a begin before one without an end',
      (v) => {
        v.routes[0].gebieden.push({ ...v.routes[0].gebieden[0], geldigVanaf: null, geldigTot: '2017-01-01' });
      },
    ],
    ['a source that is a publication as a whole', (v, a) => (v.volgorde.bron = Object.keys(a.bronnen)[0])],
    ['two variants of one weight', (v) => (v.varianten[1].trede = 1)],
    ['a table from a later day', (v, a) => a.versies.push({ ...v, geldigVanaf: '2020-10-13' })],
  ])('given %s, then it is read', (_, buig) => expect(na(buig)).toBe('gelezen'));

  it('given the regions of the engine, then the table knows each of them', () => {
    const tekst = readFileSync(new URL('../../../config/regios.json', import.meta.url), 'utf8');
    const [landsdeel] = parseRegios(tekst, 'config/regios.json').landsdelen;
    const ids = [...landsdeel!.regios.map(({ id }) => id), OVERIG];
    expect(regels.versies[0]!.regios).toEqual(expect.arrayContaining(ids));
  });

  it('given a period of a route that has ended, then the route is no longer there from that day on', () => {
    const rauw = rauweRegels();
    rauw.versies[0].routes[0].gebieden[0].geldigTot = '2025-01-01';
    const route = (datum: string) =>
      vraag({ leeftijd: 15, regio: 'rijnmond', datum }, leesRegels(rauw)).routes.find(
        ({ id }) => id === 'inverbinding_jim',
      );
    expect(route('2024-12-31')).toMatchObject({ geldt: 'ja', status: 'in_gebruik' });
    expect(route('2025-01-01')).toMatchObject({ geldt: 'nee', status: null });
  });
});
