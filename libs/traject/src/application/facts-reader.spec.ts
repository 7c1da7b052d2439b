import { describe, expect, it } from '@jest/globals';
import type { CommandRunner } from '@regielijn/event-store';
import type { Jeugdige } from '@regielijn/jeugdige';
import { TrajectFactsReader } from './facts-reader.js';

type Dossier = Partial<Pick<Jeugdige, 'status' | 'opgegaanIn' | 'samengevoegdMet'>>;

/** The dossiers there are, by their id. */
const metDossiers = (dossiers: Readonly<Record<string, Dossier>>) => {
  const stateOf = async (_: unknown, stream: string) => {
    const jeugdigeId = stream.slice('jeugdige-'.length);
    const dossier = dossiers[jeugdigeId];
    return dossier ? { jeugdigeId, status: 'open', opgegaanIn: null, samengevoegdMet: [], ...dossier } : null;
  };
  return new TrajectFactsReader({ stateOf } as unknown as CommandRunner);
};

describe('the dossier in which a traject goes on', () => {
  it('given a dossier by itself, then it is that one', async () => {
    expect(await metDossiers({ a: {} }).openDossierVanTraject('a')).toMatchObject({ jeugdigeId: 'a' });
    await expect(metDossiers({}).openDossierVanTraject('a')).rejects.toMatchObject({ code: 'NIET_GEVONDEN' });
  });

  it('given a dossier that went into another one, then it is the one that stays, also when its own was closed', async () => {
    const reader = metDossiers({ a: { opgegaanIn: 'b', status: 'gesloten' }, b: { samengevoegdMet: ['a'] } });
    expect(await reader.openDossierVanTraject('a')).toMatchObject({ jeugdigeId: 'b' });
  });

  it.each<[string, Readonly<Record<string, Dossier>>, string]>([
    ['that the one that stays is closed', { a: { opgegaanIn: 'b' }, b: { status: 'gesloten' } }, 'DOSSIER_GESLOTEN'],
    ['that its own was destroyed', { a: { opgegaanIn: 'b', status: 'vernietigd' }, b: {} }, 'DOSSIER_VERNIETIGD'],
    ['two that went into each other', { a: { opgegaanIn: 'b' }, b: { opgegaanIn: 'a' } }, 'DOSSIER_OPGEGAAN'],
  ])('given %s, then nothing new begins', async (_, dossiers, code) => {
    await expect(metDossiers(dossiers).openDossierVanTraject('a')).rejects.toMatchObject({ code });
  });
});
