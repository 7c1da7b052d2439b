import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { dossier, jeugdigeId, op } from '../omgeving.kit.js';
import { LegEerdereHulpVast, LegEerdereWoonplekVast } from './commands.js';
import { nieuwEerdereHulpId, nieuwWoonplekId } from './decide.js';
import { hulpgeschiedenisFeiten as feit } from './events.js';
import { aantalVerplaatsingen, legeHulpgeschiedenis } from './state.js';

const hulp = {
  vorm: 'pleegzorg' as const,
  aanbieder: 'aanbieder-demo',
  van: '2019-01-01',
  tot: null,
  bron: 'ouders' as const,
};
const plek = { soort: 'pleegzorg' as const, van: '2019-01-01', tot: '2020-01-01', bron: 'ouders' as const };
const vastgelegd = (changes: object = {}) =>
  feit.eerdereWoonplekVastgelegd.of({
    jeugdigeId,
    woonplekId: deriveId('plek', JSON.stringify(changes)),
    ...plek,
    ...changes,
  });
const hulpVastgelegd = feit.eerdereHulpVastgelegd.of({ jeugdigeId, hulpId: deriveId('hulp'), ...hulp });
const leg = (changes: object = {}) => new LegEerdereWoonplekVast({ jeugdigeId, ...plek, ...changes }, op(10));
const legHulp = (changes: object = {}) => new LegEerdereHulpVast({ jeugdigeId, ...hulp, ...changes }, op(10));

describe('what came before', () => {
  it('given help and a place to live, then each is recorded under an id of its own', () => {
    const { commandId } = op(10);
    expect(dossier().doe(legHulp())).toEqual([
      feit.eerdereHulpVastgelegd.of({ jeugdigeId, hulpId: nieuwEerdereHulpId(commandId), ...hulp }),
    ]);
    expect(dossier().doe(leg())).toEqual([
      feit.eerdereWoonplekVastgelegd.of({ jeugdigeId, woonplekId: nieuwWoonplekId(commandId), ...plek }),
    ]);
  });

  it('given the same once more, then nothing is recorded', () => {
    expect(dossier([2, vastgelegd()]).doe(leg())).toEqual([]);
    expect(dossier([2, hulpVastgelegd]).doe(legHulp())).toEqual([]);
  });

  it.each([{ soort: 'thuis' }, { van: '2019-02-01' }, { tot: null }, { bron: 'jeugdige' }])(
    'given another %j, then it is',
    (changes) => expect(dossier([2, vastgelegd()]).doe(leg(changes))).toHaveLength(1),
  );

  it.each([{ vorm: 'ggz' }, { aanbieder: null }, { van: '2019-02-01' }, { tot: '2020-01-01' }, { bron: 'jeugdige' }])(
    'given help with another %j, then it is',
    (changes) => expect(dossier([2, hulpVastgelegd]).doe(legHulp(changes))).toHaveLength(1),
  );

  it.each<[string, object, string]>([
    ['that ends before it begins', { van: '2019-01-02', tot: '2019-01-01' }, 'EINDE_VOOR_BEGIN'],
    ['that has not begun', { van: '2026-03-11', tot: null }, 'BEGIN_IN_TOEKOMST'],
  ])('given a time %s, then it is refused, and a correction to it as well', (_, changes, code) => {
    dossier().weigert(leg(changes), code);
    dossier().weigert(legHulp(changes), code);
    expect(dossier([10, vastgelegd(changes)]).strijd()).toMatchObject([{ regel: code }]);
  });

  it('given a time of one day, also today, then it is recorded', () => {
    expect(dossier().doe(leg({ van: '2026-03-10', tot: '2026-03-10' }))).toHaveLength(1);
  });
});

describe('how often a jeugdige moved', () => {
  const verplaatsingen = (...plekken: readonly object[]) =>
    aantalVerplaatsingen(
      dossier(...plekken.map((changes) => [2, vastgelegd(changes)] as const)).stand.hulpgeschiedenis,
    );
  const thuis = { soort: 'thuis', van: '2010-01-01' };
  const weerThuis = { soort: 'thuis', van: '2021-01-01' };

  it('given nothing known, or one place, then never', () => {
    expect(aantalVerplaatsingen(legeHulpgeschiedenis)).toBe(0);
    expect(verplaatsingen({})).toBe(0);
  });

  it('given home, a foster family and home again, then twice, in whatever order it was told', () => {
    expect(verplaatsingen(thuis, {}, weerThuis)).toBe(2);
    expect(verplaatsingen(weerThuis, {}, thuis)).toBe(2);
  });

  it('given one place named by two sources, then it counts once', () => {
    expect(verplaatsingen(thuis, {}, { bron: 'jeugdige' })).toBe(1);
    expect(verplaatsingen(thuis, {}, { tot: null })).toBe(1);
  });

  it('given two places of one kind, or two on one day, then both count', () => {
    expect(verplaatsingen(thuis, {}, { van: '2019-06-01' })).toBe(2);
    expect(verplaatsingen(thuis, {}, { soort: 'gezinshuis' })).toBe(2);
  });
});
