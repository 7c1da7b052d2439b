import { describe, expect, it } from '@jest/globals';
import { dossiersVan, opgegaanDossiers } from './dossiers-van.js';

interface Koppeling {
  readonly opgegaanIn: string | null;
  readonly samengevoegdMet: readonly string[];
}
const los: Koppeling = { opgegaanIn: null, samengevoegdMet: [] };
type Bekend = Readonly<Record<string, Partial<Koppeling>>>;
const lezer = (bekend: Bekend) => async (id: string) => (id in bekend ? { ...los, ...bekend[id] } : null);
const dossiers = (bekend: Bekend) => (id: string) => dossiersVan(id, lezer(bekend));

const keten: Bekend = {
  a: { opgegaanIn: 'b' },
  b: { opgegaanIn: 'c', samengevoegdMet: ['a'] },
  c: { samengevoegdMet: ['b'] },
};

describe('all dossiers of one jeugdige', () => {
  it('given a dossier by itself, or none at all, then it is only the one that was asked about', async () => {
    expect(await dossiers({ a: {} })('a')).toEqual(['a']);
    expect(await dossiers({})('a')).toEqual(['a']);
  });

  it('given two that went into a third, then each of them gives all, itself first', async () => {
    const van = dossiers({ a: { samengevoegdMet: ['b', 'c'] }, b: { opgegaanIn: 'a' }, c: { opgegaanIn: 'a' }, d: {} });
    expect(await van('a')).toEqual(['a', 'b', 'c']);
    expect(await van('b')).toEqual(['b', 'a', 'c']);
    expect(await van('c')).toEqual(['c', 'a', 'b']);
    expect(await van('d')).toEqual(['d']);
  });

  it('given a chain of merges at one moment, then it is followed to both ends', async () => {
    for (const id of ['a', 'b', 'c']) expect([...(await dossiers(keten)(id))].sort()).toEqual(['a', 'b', 'c']);
  });

  it('given two that went into each other, then it ends', async () => {
    expect(await dossiers({ a: { opgegaanIn: 'b' }, b: { opgegaanIn: 'a' } })('a')).toEqual(['a', 'b']);
  });
});

describe('what went into a dossier', () => {
  const opgegaan = (bekend: Bekend) => (id: string) => opgegaanDossiers(id, lezer(bekend));

  it('given a chain, then all that is below the one that is asked about, and not itself', async () => {
    const van = opgegaan({ ...keten, d: {} });
    expect([await van('c'), await van('b'), await van('a'), await van('d')]).toEqual([['b', 'a'], ['a'], [], []]);
  });

  it('given none at all, then nothing; given two that took each other in, then it ends', async () => {
    expect(await opgegaan({})('a')).toEqual([]);
    const rond = opgegaan({ a: { samengevoegdMet: ['b'] }, b: { samengevoegdMet: ['a'] } });
    expect([await rond('a'), await rond('b')]).toEqual([['b'], ['a']]);
  });
});
