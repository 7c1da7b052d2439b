import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DossierLezer } from './dossier-lezer.js';
import { a, b, c, DrieDossiers } from './opgegaan.kit.js';

describe('reading a dossier', () => {
  it('given a chain of merges, then with all that is below it, and what is recorded there', async () => {
    const dossiers = await new DrieDossiers().begin();
    await dossiers.keten();
    const gevraagd: (readonly string[])[] = [];
    const query = async (_: string, [van]: [readonly string[]]) => {
      gevraagd.push(van);
      return { rows: [] };
    };
    const lezer = new DossierLezer(dossiers.log, { query } as unknown as pg.Pool);
    const opgegaan = async (id: string) =>
      (await lezer.lees(id)).opgegaan.map((stream) => stream[0]!.data['jeugdigeId']);
    expect([await opgegaan(c), await opgegaan(b), await opgegaan(a)]).toEqual([[b, a], [a], []]);
    const driemaal = <T>(waarde: T) => [waarde, waarde, waarde];
    expect(gevraagd).toEqual([...driemaal([c, b, a]), ...driemaal([b, a]), ...driemaal([a])]);
  });
});
