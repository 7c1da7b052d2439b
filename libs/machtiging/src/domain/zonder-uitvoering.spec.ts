import { describe, expect, it } from '@jest/globals';
import type { Datum, Instant, MachtigingSoort } from '@regielijn/kern';
import { eventVan, inToestand, Logboek, termijn, verleend, verzocht } from './machtiging.kit.js';
import type { Gebeurtenis } from './regels/toestanden.js';
import type { VerleendeMachtiging } from './stand.js';
import { zonderUitvoeringOm } from './zonder-uitvoering.js';

const om = (dag: Datum): Instant => `${dag}T12:00:00.000Z`;

/** A machtiging of 2 March to 2 September 2026, and what happened to it. */
const stand = (soort: MachtigingSoort, ...gebeurd: readonly (readonly [Gebeurtenis, Datum])[]) => {
  const log = new Logboek().leg(verzocht(soort), om('2026-03-01')).leg(verleend(), om('2026-03-02'));
  for (const [gebeurtenis, dag] of gebeurd) log.leg(eventVan(gebeurtenis), om(dag));
  return log.stand as VerleendeMachtiging;
};
const op = (machtiging: VerleendeMachtiging, dag: Datum) => zonderUitvoeringOm(machtiging, om(dag), termijn);

describe('a machtiging that is not carried out lapses after three months', () => {
  it.each<
    [string, readonly (readonly [Gebeurtenis, Datum])[], Datum, { sinds: Datum; vervaltOp: Datum | null } | null]
  >([
    ['granted, then from its first day', [], '2026-03-20', { sinds: '2026-03-02', vervaltOp: '2026-06-02' }],
    ['an opname, then it does not run', [['opname_gestart', '2026-03-10']], '2026-08-01', null],
    ['a verblijf that ran already, then it does not run', [['verblijf_voortgezet', '2026-03-02']], '2026-08-01', null],
    [
      'an onttrekking, then from that day',
      [
        ['opname_gestart', '2026-03-10'],
        ['onttrekking_geconstateerd', '2026-04-05'],
      ],
      '2026-04-06',
      { sinds: '2026-04-05', vervaltOp: '2026-07-05' },
    ],
    [
      'a return, then it does not run any more',
      [
        ['opname_gestart', '2026-03-10'],
        ['onttrekking_geconstateerd', '2026-04-05'],
        ['teruggekeerd', '2026-04-20'],
      ],
      '2026-08-30',
      null,
    ],
    [
      'an opname after the three months, then it had lapsed before',
      [['opname_gestart', '2026-06-02']],
      '2026-07-01',
      { sinds: '2026-03-02', vervaltOp: '2026-06-02' },
    ],
    ['an opname on the last day, then it had not lapsed', [['opname_gestart', '2026-06-01']], '2026-07-01', null],
    [
      'a schorsing, then the law names no day',
      [
        ['opname_gestart', '2026-03-10'],
        ['schorsing_verleend', '2026-04-05'],
      ],
      '2026-04-06',
      { sinds: '2026-04-05', vervaltOp: null },
    ],
    [
      'a schorsing that was withdrawn, then it does not run',
      [
        ['opname_gestart', '2026-03-10'],
        ['schorsing_verleend', '2026-04-05'],
        ['schorsing_ingetrokken', '2026-08-05'],
      ],
      '2026-08-06',
      null,
    ],
    [
      'an onttrekking during a schorsing, then the law still names no day',
      [
        ['opname_gestart', '2026-03-10'],
        ['schorsing_verleend', '2026-04-05'],
        ['onttrekking_geconstateerd', '2026-04-20'],
        ['teruggekeerd', '2026-04-22'],
      ],
      '2026-08-06',
      { sinds: '2026-04-05', vervaltOp: null },
    ],
    [
      'an onttrekking that is told again, then it runs from the first',
      [
        ['opname_gestart', '2026-03-10'],
        ['onttrekking_geconstateerd', '2026-04-05'],
        ['onttrekking_geconstateerd', '2026-04-20'],
      ],
      '2026-04-21',
      { sinds: '2026-04-05', vervaltOp: '2026-07-05' },
    ],
    [
      'an onttrekking of which nobody told the opname, then it runs from there',
      [['onttrekking_geconstateerd', '2026-04-05']],
      '2026-04-21',
      { sinds: '2026-04-05', vervaltOp: '2026-07-05' },
    ],
    [
      'an overplaatsing, then that changes nothing',
      [
        ['opname_gestart', '2026-03-10'],
        ['overgeplaatst', '2026-04-05'],
      ],
      '2026-08-06',
      null,
    ],
  ])('given %s', (_, gebeurd, dag, uitkomst) => expect(op(stand('MGJ', ...gebeurd), dag)).toEqual(uitkomst));

  it('given an earlier opname that is told later, then it counts from when it was', () => {
    const vroeger = stand('MGJ', ['onttrekking_geconstateerd', '2026-06-20'], ['opname_gestart', '2026-03-10']);
    expect(op(vroeger, '2026-06-21')).toEqual({ sinds: '2026-06-20', vervaltOp: '2026-09-20' });
  });

  it('given the opname that is asked about, then it does not count itself', () => {
    const laat = stand('MGJ', ['opname_gestart', '2026-06-05']);
    expect(op(laat, '2026-06-05')).toEqual({ sinds: '2026-03-02', vervaltOp: '2026-06-02' });
  });

  it('given a voorwaardelijke machtiging, then only once it counts as a gewone, and not for the time before', () => {
    const loopt = inToestand('VMGJ', 'LOOPT').stand as VerleendeMachtiging;
    expect(op(loopt, '2026-08-01')).toEqual({ sinds: '2026-03-02', vervaltOp: null });
    const omgezet = [
      ['toezicht_gestart', '2026-03-03'],
      ['opname_bevoegd_vastgesteld', '2026-07-01'],
      ['opnamebeslissing_genomen', '2026-07-02'],
    ] as const;
    expect(op(stand('VMGJ', ...omgezet), '2026-07-03')).toBeNull();
    expect(op(stand('VMGJ', ...omgezet, ['onttrekking_geconstateerd', '2026-07-10']), '2026-07-11')).toEqual({
      ...{ sinds: '2026-07-10', vervaltOp: '2026-10-10' },
    });
  });
});
