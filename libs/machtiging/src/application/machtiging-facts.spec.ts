import { describe, expect, it } from '@jest/globals';
import type { CommandRunner } from '@regielijn/event-store';
import { metKortTevoren } from '../../../termijnen/src/termijnen.kit.js';
import { MachtigingFactsReader, termijnVan } from './machtiging-facts.js';

const legeLog = { stateOf: async () => null } as unknown as CommandRunner;

const factsMet = (termijn: string) => new MachtigingFactsReader(legeLog, metKortTevoren(termijn)).over('');

describe('the setting for how long ago counts as kort tevoren', () => {
  it.each([
    ['14 dagen', '2026-03-16', '2026-03-17'],
    ['2 weken', '2026-03-16', '2026-03-17'],
    ['1 maand', '2026-04-02', '2026-04-03'],
    ['5 werkdagen', '2026-03-09', '2026-03-10'],
  ])(
    'given %s, then an examination of 2 March counts at a request on %s and no more on %s',
    async (tekst, nog, oud) => {
      const { isOnderzoekOud } = await factsMet(tekst);
      expect(isOnderzoekOud('2026-03-02', nog)).toBe(false);
      expect(isOnderzoekOud('2026-03-02', oud)).toBe(true);
    },
  );
});

describe('the day on which a machtiging lapses because nobody carries it out', () => {
  const termijn = termijnVan(metKortTevoren('14 dagen'));

  it.each([
    ['a machtiging', 'MGJ', '2026-03-02', '2026-06-02'],
    ['a spoedmachtiging, of which the law says no such thing', 'SPOED', '2026-03-02', null],
    ['a voorwaardelijke machtiging that nobody converted', 'VMGJ', '2026-03-02', null],
    ['a time of which the text of the law is not kept here', 'MGJ', '2019-03-02', null],
  ] as const)('given %s, then that day, or none', (_, soort, geldigVan, vervaltOp) =>
    expect(termijn({ regel: 'D5', soort, geldigVan, omgezetInMgj: false })).toBe(vervaltOp),
  );
});

describe('the college of a jeugdige by the dossier', () => {
  const van = '2026-01-05T09:00:00.000Z';
  const verhuisdOp = '2026-03-02T09:00:00.000Z';
  const dossier = (anders: object = {}) => ({
    ...{ status: 'open', geboortedatum: '2010-05-04' },
    woonplaatsen: [
      { gemeentecode: '0599', regio: 'rijnmond', vanaf: van },
      { gemeentecode: '0518', regio: 'haaglanden', vanaf: verhuisdOp },
    ],
    ...anders,
  });
  const collegeOp = async (jeugdige: object | null, moment: string) => {
    const log = { stateOf: async () => jeugdige } as unknown as CommandRunner;
    return (await new MachtigingFactsReader(log, metKortTevoren('14 dagen')).over('')).collegeOp(moment);
  };

  it('given a move, then it is that of the gemeente of that moment', async () => {
    expect(await collegeOp(dossier(), '2026-03-02T08:59:00.000Z')).toBe('gemeente-0599');
    expect(await collegeOp(dossier(), verhuisdOp)).toBe('gemeente-0518');
  });

  it('given a moment before the first that is known, then none is known', async () =>
    expect(await collegeOp(dossier(), '2026-01-05T08:59:00.000Z')).toBeNull());

  it.each<[string, object | null]>([
    ['no gemeente', dossier({ woonplaatsen: [{ gemeentecode: null, regio: 'overig', vanaf: van }] })],
    ['a dossier that was destroyed', dossier({ status: 'vernietigd' })],
    ['no dossier', null],
  ])('given %s, then none is known', async (_, jeugdige) => expect(await collegeOp(jeugdige, van)).toBeNull());
});
