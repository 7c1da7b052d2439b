import { describe, expect, it } from '@jest/globals';
import { withCorrections } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { terugkeerCorrecties } from './events.js';
import { herleid, strijdig } from './herleid.js';
import { doetMee, ELDERS, geopend, gesloten, ingetrokken, jeugdigeId, vastgelegd } from './terugkeer.kit.js';

const correctie = (index: number, velden: Record<string, string | null>, gebeurdOp: string | null = null) =>
  terugkeerCorrecties.gecorrigeerd.of({
    ...{ jeugdigeId, vervangt: eventId(index), vervangtType: 'terugkeer.levensgebied-vastgelegd@1' },
    ...{ velden, gebeurdOp, reden: 'vergist' },
  });
const intrekking = (index: number) =>
  terugkeerCorrecties.feitIngetrokken.of({
    ...{ jeugdigeId, vervangt: eventId(index), vervangtType: 'terugkeer.levensgebied-vastgelegd@1', reden: 'vergist' },
  });
const gelezen = (...events: readonly object[]) => withCorrections(past(events as never)) as never;

describe('what follows from a corrected return', () => {
  const verloop = [
    geopend,
    doetMee(),
    vastgelegd('wonen', 'geregeld', 'corp-1'),
    gesloten(['support', 'school_werk'], ['niet_alles_geregeld']),
  ];

  it('given nothing corrected, then the closing stands as it is and nothing is at odds', () => {
    expect(herleid(gelezen(...verloop))).toEqual([
      { feit: eventId(3), velden: { nietGeregeld: ['support', 'school_werk'], vlaggen: ['niet_alles_geregeld'] } },
    ]);
    expect(strijdig(gelezen(...verloop))).toEqual([]);
  });

  it('given that nobody took up wonen after all, then it closed with that too', () =>
    expect(herleid(gelezen(...verloop, intrekking(2)))).toMatchObject([
      { velden: { nietGeregeld: ['support', 'wonen', 'school_werk'] } },
    ]));

  it('given that the lokale team never took part, then it closed with that flag', () =>
    expect(herleid(gelezen(...verloop, intrekking(1)))).toMatchObject([
      { velden: { vlaggen: ['niet_alles_geregeld', 'lokaal_team_deed_niet_mee'] } },
    ]));

  it.each<[string, object, string]>([
    ['a partner who is not named any more', correctie(2, { partner: null }), 'PARTNER_PAST_NIET'],
    ['another gemeente that took part', correctie(1, { organisatie: ELDERS }), 'TERUGKEER_NAAR_ANDERE_GEMEENTE'],
    [
      'a lokaal team that was there before the beginning',
      correctie(1, {}, '2026-02-01T09:00:00.000Z'),
      'DATUM_VOLGORDE',
    ],
  ])('given %s, then that cannot stand', (_, verbetering, regel) =>
    expect(strijdig(gelezen(...verloop, verbetering))).toMatchObject([{ regel }]),
  );

  it('given a lokaal team that answers when nothing is prepared, then that cannot stand', () =>
    expect(strijdig(gelezen(geopend, ingetrokken, doetMee()))).toMatchObject([{ regel: 'TERUGKEER_NIET_OPEN' }]));
});
