import { describe, expect, it } from '@jest/globals';
import { PASSEND, regels } from '../../../triage/src/triage.kit.js';
import { lijstenOp, triageVan } from './triage-van-traject.js';

const DAG = '2026-03-02';
/** Fits a KIB and ambulant help, which is lighter. */
const beide = {
  ...PASSEND['R2'],
  ...PASSEND['R4a'],
  kanBlijvenOpWoonplek: null,
  leeftijd: 15,
  fysiekeBegrenzingNodig: false,
};
const kib = triageVan(beide, 'kib', regels, DAG);

describe('what the rules of the triage say of a choice', () => {
  it('given a profile and a variant, then its criteria and the outcome of every row are there, with the version', () => {
    expect(kib.regelversie).toBe('triage-2020-10-12');
    expect(kib.criteria).toContainEqual({ id: 'openVoorVerblijfKib', uitkomst: 'ja' });
    expect(kib.varianten.map(({ id }) => id)).toEqual(['R2', 'R1', 'R3', 'R4', 'R4a', 'R6', 'R5', 'R7', 'R8']);
  });

  it('given a variant, then each lighter one is there by the name that a plek has, and none that is as heavy', () => {
    expect(kib.lichtereVarianten.map(({ variant }) => variant)).toEqual([
      ...['ambulant', 'onderwijs-jeugdhulptraject', 'gezinsopname'],
    ]);
  });

  it('given a lighter variant that fits, then the choice is too heavy, and the lighter one is not', () => {
    const past = { ...beide, kanBlijvenOpWoonplek: true };
    expect(triageVan(past, 'dwanggroep', regels, DAG)).toMatchObject({ teZwaar: true, teLicht: false });
    expect(triageVan(past, 'ambulant', regels, DAG)).toMatchObject({ teZwaar: false, teLicht: false });
    const lichtste = triageVan(past, 'dwanggroep', regels, DAG).lichtereVarianten.find(
      ({ variant }) => variant === 'ambulant',
    );
    expect(lichtste).toEqual({ variant: 'ambulant', passend: 'ja', criterium: null });
  });

  it('given a variant that does not fit while only a heavier one does, then the choice is too light', () => {
    expect(triageVan(PASSEND['R5'], 'gezinsopname', regels, DAG)).toMatchObject({ teLicht: true, teZwaar: false });
    expect(triageVan(PASSEND['R3'], 'gezinsopname', regels, DAG)).toMatchObject({ teLicht: false, teZwaar: false });
  });

  it('given no variant, then there are no lighter ones and no criteria', () => {
    expect(triageVan(beide, null, regels, DAG)).toMatchObject({
      criteria: null,
      lichtereVarianten: [],
      teZwaar: false,
    });
  });

  it('given a profile that cannot be, then each wrong field is named', () => {
    expect(() => triageVan({ leeftijd: 99, schoenmaat: 38 }, null, regels, DAG)).toThrow(
      /leeftijd.*schoenmaat|schoenmaat.*leeftijd/,
    );
  });
});

it('given the rules of a day, then they say which criteria for a plek and which routes may be named', () => {
  const { regelversie, plekcriteria, routes } = lijstenOp(regels, DAG);
  expect(regelversie).toBe('triage-2020-10-12');
  expect(plekcriteria).toEqual([
    'variant',
    'groepssamenstelling',
    'leeftijden',
    'afstand_huis',
    'afstand_school',
    'onderwijsplek',
  ]);
  expect(routes).toEqual(expect.arrayContaining(['inverbinding_jim', 'back_on_track', 'expertteam']));
});
