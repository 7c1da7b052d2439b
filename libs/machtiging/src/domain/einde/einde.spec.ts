import { describe, expect, it } from '@jest/globals';
import { type CodedError, fold, type MachtigingSoort } from '@regielijn/kern';
import { LegEindeVast } from '../commands.js';
import { machtigingDecider } from '../decide.js';
import {
  facts,
  inToestand,
  type Logboek,
  Logboek as NieuwLogboek,
  machtigingId,
  stapOp,
  verleend,
  verzocht,
} from '../machtiging.kit.js';
import type { Toestand } from '../regels/toestanden.js';
import { geldtOp } from '../stand.js';
import type { Eindegrond } from './events.js';

const meld = (log: Logboek, grond: Eindegrond, dag: string) =>
  log.geef(LegEindeVast, { machtigingId, grond }, `${dag}T12:00:00.000Z`);
const holdsUntil = (log: Logboek, dag: string): void => {
  const dagErvoor = new Date(Date.parse(dag) - 86_400_000).toISOString().slice(0, 10);
  expect([dagErvoor, dag].map((op) => geldtOp(log.stand, op))).toEqual([true, false]);
};

describe('a machtiging ends by law', () => {
  it.each<[string, MachtigingSoort, Toestand, Eindegrond, string, string | null, string, Toestand]>([
    // title, kind, in, ground, told on, computed day, ends on, toestand
    ['D1: its end date came', 'MGJ', 'TEN_UITVOER', 'verlopen', '2026-09-05', '2026-09-02', '2026-09-02', 'VERLOPEN'],
    [
      'D2: the MGJ was decided on',
      'SPOED',
      'TEN_UITVOER',
      'beslist_op_machtiging',
      '2026-03-10',
      null,
      '2026-03-10',
      'OPGEVOLGD_DOOR_BESLISSING',
    ],
    ['D3: its end date came', 'VMGJ', 'LOOPT', 'verlopen', '2026-09-02', '2026-09-02', '2026-09-02', 'VERLOPEN'],
    ['D4: it was extended', 'VMGJ', 'LOOPT', 'verlengd', '2026-08-20', null, '2026-08-20', 'VERLENGD'],
    [
      'D5: three months not carried out',
      'MGJ',
      'VERLEEND',
      'niet_ten_uitvoer_gelegd',
      '2026-06-10',
      '2026-06-02',
      '2026-06-02',
      'VERVALLEN_NIET_TENUITVOER',
    ],
    [
      'D5: three months after an onttrekking',
      'MGJ',
      'ONTTROKKEN',
      'niet_ten_uitvoer_gelegd',
      '2026-06-02',
      '2026-06-02',
      '2026-06-02',
      'VERVALLEN_NIET_TENUITVOER',
    ],
    [
      'D5: under schorsing the law names no day (A1)',
      'MGJ',
      'GESCHORST',
      'niet_ten_uitvoer_gelegd',
      '2026-06-10',
      null,
      '2026-06-10',
      'VERVALLEN_NIET_TENUITVOER',
    ],
    [
      'D6: the GI needs no verblijf any more',
      'MGJ',
      'TEN_UITVOER',
      'verblijf_niet_langer_nodig',
      '2026-04-01',
      null,
      '2026-04-01',
      'VERVALLEN_GI',
    ],
    [
      'D6: also of a spoedmachtiging',
      'SPOED',
      'VERLEEND',
      'verblijf_niet_langer_nodig',
      '2026-03-10',
      null,
      '2026-03-10',
      'VERVALLEN_GI',
    ],
    [
      'D13: six months after the eighteenth birthday',
      'MGJ',
      'TEN_UITVOER',
      'achttien_plus',
      '2026-08-05',
      '2026-08-01',
      '2026-08-01',
      'BEEINDIGD_18PLUS',
    ],
    [
      'the court of appeal annulled it',
      'MGJ',
      'GESCHORST',
      'vernietigd_door_hof',
      '2026-04-01',
      null,
      '2026-04-01',
      'VERVALLEN_VERKLAARD_OF_VERNIETIGD',
    ],
    [
      'the judge annulled the opname',
      'VMGJ',
      'OMGEZET',
      'opname_vervallen_verklaard',
      '2026-04-01',
      null,
      '2026-04-01',
      'OPNAME_VERVALLEN_VERKLAARD',
    ],
    [
      'a voorwaardelijke was withdrawn',
      'VMGJ',
      'LOOPT',
      'ingetrokken',
      '2026-04-01',
      null,
      '2026-04-01',
      'INGETROKKEN',
    ],
    ['uitstroom', 'MGJ', 'TEN_UITVOER', 'uitstroom', '2026-04-01', null, '2026-04-01', 'BEEINDIGD'],
    ['another machtiging followed', 'MGJ', 'TEN_UITVOER', 'opgevolgd', '2026-04-01', null, '2026-04-01', 'OPGEVOLGD'],
  ])('%s (%s in %s)', (_, soort, van, grond, gemeldOp, berekendOp, eindigtOp, toestand) => {
    const log = inToestand(soort, van, { ...facts, geboortedatum: '2008-02-01' });
    const [event] = meld(log, grond, gemeldOp);
    expect(event!.data).toMatchObject({ grond, berekendOp, vlaggen: [] });
    expect(log.stand).toMatchObject({ status: 'geeindigd', toestand, geeindigdOp: eindigtOp });
    holdsUntil(log, eindigtOp);
  });

  it('D7: a consent that was withdrawn ends it on the fourteenth day after; until then it goes on', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const [event] = meld(log, 'instemming_ingetrokken', '2026-03-10');
    expect(event!.data).toMatchObject({ berekendOp: '2026-03-24', vlaggen: [] });
    expect(log.stand).toMatchObject({ toestand: 'TEN_UITVOER', eindtoestand: 'VERVALLEN_INSTEMMING' });
    holdsUntil(log, '2026-03-24');
    expect(() => meld(log, 'uitstroom', '2026-03-25')).toThrow('Deze machtiging is al geëindigd');
    meld(log, 'uitstroom', '2026-03-12');
    expect(log.stand).toMatchObject({ toestand: 'BEEINDIGD', geeindigdOp: '2026-03-12' });
    holdsUntil(log, '2026-03-12');
  });

  it('D8: a consent that was withdrawn does not end a spoedmachtiging: it is told, flagged, and goes on', () => {
    const log = inToestand('SPOED', 'TEN_UITVOER');
    expect(meld(log, 'instemming_ingetrokken', '2026-03-10')[0]!.data).toMatchObject({ vlaggen: ['buiten_volgorde'] });
    expect(log.stand).toMatchObject({ status: 'verleend', toestand: 'TEN_UITVOER' });
    holdsUntil(log, '2026-09-02');
  });
});

describe('an end that the law does not know is told, flagged, and ends nothing', () => {
  it.each<[string, MachtigingSoort, Toestand, Eindegrond, string, string[]]>([
    [
      'a lapse before its three months were over',
      'MGJ',
      'VERLEEND',
      'niet_ten_uitvoer_gelegd',
      '2026-06-01',
      ['eerder_dan_berekend'],
    ],
    [
      'not carried out, while it is',
      'MGJ',
      'TEN_UITVOER',
      'niet_ten_uitvoer_gelegd',
      '2026-07-01',
      ['eerder_dan_berekend'],
    ],
    ['expired before its end date', 'MGJ', 'TEN_UITVOER', 'verlopen', '2026-09-01', ['eerder_dan_berekend']],
    ['uitstroom out of a voorwaardelijke machtiging', 'VMGJ', 'LOOPT', 'uitstroom', '2026-04-01', ['buiten_volgorde']],
    ['uitstroom after it had expired', 'MGJ', 'TEN_UITVOER', 'uitstroom', '2026-09-03', ['buiten_volgorde']],
    [
      'not carried out, of a voorwaardelijke (A2)',
      'VMGJ',
      'LOOPT',
      'niet_ten_uitvoer_gelegd',
      '2026-07-01',
      ['buiten_volgorde'],
    ],
  ])('%s (%s in %s)', (_, soort, van, grond, gemeldOp, vlaggen) => {
    const log = inToestand(soort, van);
    expect(meld(log, grond, gemeldOp)[0]!.data).toMatchObject({ vlaggen });
    expect(log.stand).toMatchObject({ status: 'verleend', toestand: van });
    holdsUntil(log, '2026-09-02');
  });

  it('given an earlier moment than its last step, then it comes too late to end anything', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    const [event] = log.geef(LegEindeVast, { machtigingId, grond: 'uitstroom' }, '2026-03-02T06:00:00.000Z');
    expect(event!.data).toMatchObject({ vlaggen: ['buiten_volgorde'] });
  });

  it('given a dossier that was destroyed, then no day can be computed from a birthday', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER', { ...facts, geboortedatum: null });
    expect(meld(log, 'achttien_plus', '2026-08-05')[0]!.data).toMatchObject({ berekendOp: null, vlaggen: [] });
  });
});

describe('an end', () => {
  it('given the same end of that day, then nothing happens; another one is refused', () => {
    const log = inToestand('MGJ', 'TEN_UITVOER');
    meld(log, 'uitstroom', '2026-04-01');
    expect(meld(log, 'uitstroom', '2026-04-01')).toEqual([]);
    expect(() => meld(log, 'opgevolgd', '2026-04-02')).toThrow(expect.objectContaining({ code: 'AL_GEEINDIGD' }));
    expect(() => meld(log, 'opgevolgd', '2026-03-20')).toThrow(expect.objectContaining({ code: 'AL_GEEINDIGD' }));
  });

  it('given what was never granted, then there is nothing to end, and it says what to do first', () => {
    const fout = (log: Logboek): unknown => {
      try {
        return meld(log, 'uitstroom', '2026-04-01');
      } catch (error) {
        return [(error as CodedError).code, (error as CodedError).message];
      }
    };
    for (const toestand of ['VERZOCHT', 'AFGEWEZEN', 'INGETROKKEN'] as const)
      expect(fout(inToestand('MGJ', toestand))).toEqual([
        'NIET_VERLEEND',
        expect.stringContaining('Leg eerst de beschikking vast'),
      ]);
  });

  it('given a grant that is told only now, then an end of after the beschikking counts, whenever it was told', () => {
    const log = new NieuwLogboek()
      .leg(verzocht(), '2026-03-01T09:00:00.000Z')
      .leg(verleend(), '2026-05-01T09:00:00.000Z');
    meld(log, 'uitstroom', '2026-04-01');
    expect(geldtOp(fold(machtigingDecider, log.history), '2026-04-01')).toBe(false);
    expect(stapOp(0) < '2026-04-01').toBe(true);
  });
});
