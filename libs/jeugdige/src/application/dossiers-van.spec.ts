import { describe, expect, it } from '@jest/globals';
import { dossiersVan } from './dossiers-van.js';

interface Koppeling {
  readonly opgegaanIn: string | null;
  readonly samengevoegdMet: readonly string[];
}
const los: Koppeling = { opgegaanIn: null, samengevoegdMet: [] };
const dossiers = (bekend: Readonly<Record<string, Partial<Koppeling>>>) => (id: string) =>
  dossiersVan(id, async (gezocht) => (gezocht in bekend ? { ...los, ...bekend[gezocht] } : null));

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
    const van = dossiers({
      a: { opgegaanIn: 'b' },
      b: { opgegaanIn: 'c', samengevoegdMet: ['a'] },
      c: { samengevoegdMet: ['b'] },
    });
    for (const id of ['a', 'b', 'c']) expect([...(await van(id))].sort()).toEqual(['a', 'b', 'c']);
  });

  it('given two that went into each other, then it ends', async () => {
    expect(await dossiers({ a: { opgegaanIn: 'b' }, b: { opgegaanIn: 'a' } })('a')).toEqual(['a', 'b']);
  });
});
