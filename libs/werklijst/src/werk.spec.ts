import { describe, expect, it } from '@jest/globals';
import { handelingen } from '@regielijn/engine';
import { uniek } from '@regielijn/kern';
import { voorbeelden } from '../../../test/termijnen/voorbeelden.kit.js';
import { regels } from '../../termijnen/src/termijnen.kit.js';
import { bronnenVoor } from './bronnen.js';
import { ACTIE, OPSCHALINGEN, WERK } from './werk.js';

const alles = [...WERK, ...OPSCHALINGEN, ACTIE];
const actor = (rol: string) => ({ subject: 'mw-1', organisatie: 'gi-jb-west', rol });
/** The rules of terms that this role gets as holder of casusregie. */
const alsCasusregie = (rol: string): unknown => bronnenVoor(actor(rol), undefined)[0]!.params[0];

describe('what there is to do', () => {
  it('then each line asks for something that the engine knows', () => {
    const bekend = handelingen.map(({ soort, naam }) => `${soort} ${naam}`);
    expect(alles.map(({ soort, naam }) => `${soort} ${naam}`).filter((een) => !bekend.includes(een))).toEqual([]);
  });

  it('then each is a rule or agreement that there is, once', () => {
    const bekend = [...Object.keys(regels.regels), ...Object.keys(regels.afspraken)];
    expect(WERK.map(({ regel }) => regel).filter((regel) => !bekend.includes(regel))).toEqual([]);
    expect(uniek(alles.map(({ regel }) => regel))).toHaveLength(alles.length);
  });

  it('then no term that somebody hears of is without a sentence', () => {
    // By the step on which the question lies.
    const opschaling = ['OPSCHALING_AANNEMEN', 'OPSCHALING_ANTWOORD', 'OPSCHALING_VERVOLG'];
    const gezegd = [...alles.map(({ regel }) => regel), ...opschaling];
    const gehoord = voorbeelden.filter(({ voor, momenten }) => voor.length > 0 && momenten.length > 0);
    expect(uniek(gehoord.map(({ regel }) => regel).filter((regel) => !gezegd.includes(regel)))).toEqual([]);
  });

  it('then each is said in one or two short sentences', () =>
    expect(alles.map(({ wat }) => wat).filter((wat) => !/^[A-Z].{10,100}\.$/.test(wat))).toEqual([]));
});

describe('who gets it', () => {
  it('given a role that may not do it, then it is not on the list', () => {
    expect(alsCasusregie('jeugdbeschermer')).toEqual(expect.arrayContaining(['D15', 'MOT', 'REGIEKLOOF']));
    expect(alsCasusregie('plaatsingscoordinator')).toEqual(expect.arrayContaining(['MOT', 'HERSTEL']));
    expect(alsCasusregie('plaatsingscoordinator')).not.toEqual(expect.arrayContaining(['D15']));
    expect(alsCasusregie('gedragswetenschapper')).toEqual([]);
  });

  it('given a role that does nothing with dossiers, then it is refused', () =>
    expect(() => bronnenVoor(actor('regiosturing'), undefined)).toThrow('Met uw rol'));

  it('given one kind of work, then only where that stands is looked', () => {
    const sqls = (soort: 'overdracht' | 'actie' | 'opschaling') =>
      bronnenVoor(actor('jeugdbeschermer'), soort).map(
        ({ sql }) => /lm\.(opschaling|kwartaalreview)|overdracht_aan = /.exec(sql)?.[0],
      );
    expect(sqls('overdracht')).toEqual([undefined, 'overdracht_aan = ']);
    expect(sqls('actie')).toEqual([undefined, 'lm.kwartaalreview']);
    expect(sqls('opschaling')).toEqual([undefined, 'lm.opschaling']);
  });
});
