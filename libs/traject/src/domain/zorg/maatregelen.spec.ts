import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@regielijn/kern';
import { type Duur, MaatregelenSchema, type Toepassing, vlaggenBijBegin, vlaggenBijEinde } from './maatregelen.js';
import { maatregelen, regels } from './zorg.kit.js';

interface Begin extends Toepassing {
  readonly maatregel: string;
}
interface Einde extends Duur {
  readonly maatregel: string;
  readonly geeindigdOp: Instant;
}

/** Scenarios that a lawyer can read: what it is called, the facts, and the flags that follow. */
const scenarios = <F>(
  bestand: string,
): readonly (readonly [string, F, { vlaggen: readonly string[]; bron: string }])[] => {
  const tekst = readFileSync(join(import.meta.dirname, 'scenarios', `${bestand}.json`), 'utf8');
  const lijst = JSON.parse(tekst) as { titel: string; feiten: F; uitkomst: { vlaggen: string[] }; bron: string }[];
  return lijst.map(({ titel, feiten, uitkomst, bron }) => [titel, feiten, { ...uitkomst, bron }]);
};

const lijst = regels.lijstOp('2026-03-01')!;
const zoals: Toepassing = { inPlan: true, noodsituatie: true, leeftijd: 15, machtigingSoort: 'MGJ', inVerblijf: true };
const vlaggen = (id: string, wijziging: Partial<Toepassing> = {}) =>
  vlaggenBijBegin(lijst.get(id)!, { ...zoals, ...wijziging });

describe('the closed list of vrijheidsbeperkende maatregelen', () => {
  it('given a measure in the plan under an MGJ in the accommodatie, then nothing is wrong with those of art. 6.3.2.1-6.3.2.5', () => {
    const gesloten = [...lijst.values()].filter(({ plaats }) => plaats === 'accommodatie');
    expect(gesloten).toHaveLength(17);
    expect(gesloten.flatMap(({ id }) => vlaggen(id))).toEqual([]);
  });

  it('given a voorwaardelijke machtiging, then only the five of art. 6.1.4 lid 6 and those of transport and court may be', () => {
    const mag = [...lijst.keys()].filter(
      (id) => vlaggen(id, { machtigingSoort: 'VMGJ', inVerblijf: false }).length === 0,
    );
    expect(mag).toEqual([
      ...['onderzoek_lichaam', 'onderzoek_kleding', 'onderzoek_urine'],
      ...['beperking_bewegingsvrijheid', 'elektronisch_toezicht'],
      ...['vervoer_vastpakken', 'vervoer_onderzoek_kleding', 'vervoer_afgesloten_ruimte'],
      ...['gerechtsgebouw_vastpakken', 'gerechtsgebouw_onderzoek_kleding', 'gerechtsgebouw_afgesloten_ruimte'],
    ]);
  });

  it.each(scenarios<Begin>('begin'))('%s', (_, { maatregel, ...toepassing }, { vlaggen, bron }) => {
    expect(vlaggenBijBegin(lijst.get(maatregel)!, toepassing)).toEqual(vlaggen);
    expect(bron).toMatch(/^Jeugdwet art\. /);
  });

  it('given a day before 2024, then the list of then is not recorded here', () => {
    expect(regels.lijstOp('2023-12-31')).toBeNull();
    expect(regels.lijstOp('2024-01-01')!.has('insluiting')).toBe(true);
  });
});

describe('how long a measure may take', () => {
  it.each(scenarios<Einde>('einde'))('%s', (_, { maatregel, geeindigdOp, ...duur }, { vlaggen, bron }) => {
    expect(vlaggenBijEinde(lijst.get(maatregel)!, duur, geeindigdOp, regels)).toEqual(vlaggen);
    expect(bron).toMatch(/^Jeugdwet art\. /);
  });
});

describe('config/maatregelen.json', () => {
  const [versie] = maatregelen.versies;
  const [eerste] = versie!.maatregelen;

  it.each([
    ['a measure twice', [eerste, eerste]],
    ['the code that is for what is not on the list', [{ ...eerste, id: 'overig' }]],
    ['another age than the flag names', [{ ...eerste, vanafLeeftijd: 14 }]],
    ['a term that no rule computes', [{ ...eerste, termijn: 'D18' }]],
    ['no measure', []],
  ])('given %s, then it is refused', (_, lijst) => {
    expect(MaatregelenSchema.safeParse({ ...maatregelen, versies: [{ ...versie, maatregelen: lijst }] }).success).toBe(
      false,
    );
  });

  it('given versions that do not follow each other, then it is refused', () => {
    expect(MaatregelenSchema.safeParse({ ...maatregelen, versies: [versie, versie] }).success).toBe(false);
  });
});
