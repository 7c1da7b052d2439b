import { describe, expect, it } from '@jest/globals';
import { withCorrections } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { opschalingCorrecties } from './events.js';
import { herleid, strijdig } from './herleid.js';
import { aangenomen, afgesloten, beantwoord, geopend, ladders, opgeschaald, wie } from './opschaling.kit.js';

const { sleutelId } = wie;
const correctie = (index: number, velden: Record<string, string>, gebeurdOp: string | null = null) =>
  opschalingCorrecties.gecorrigeerd.of({
    ...{ sleutelId, vervangt: eventId(index), vervangtType: 'opschaling.aangenomen@1' },
    ...{ velden, gebeurdOp, reden: 'vergist' },
  });
const intrekking = (index: number) =>
  opschalingCorrecties.feitIngetrokken.of({
    ...{ sleutelId, vervangt: eventId(index), vervangtType: 'opschaling.opgeschaald@1', reden: 'vergist' },
  });
const gelezen = (...events: readonly object[]) => withCorrections(past(events as never)) as never;

describe('what follows from a corrected escalation', () => {
  const hoger = [
    geopend,
    opgeschaald(),
    aangenomen('expertteam-1', 'expertteam'),
    beantwoord('expertteam-1', 'expertteam'),
  ];

  it('given nothing corrected, then nothing stands against anything and everything follows', () => {
    const feiten = gelezen(...hoger, opgeschaald('expertisenetwerk', 'expertteam'), afgesloten);
    expect(strijdig(feiten, ladders)).toEqual([]);
    const afgeleid = herleid(feiten).map(({ velden }) => velden);
    expect(afgeleid).toEqual([
      { vanTrede: 'lokaal_team' },
      { trede: 'expertteam' },
      { trede: 'expertteam' },
      { vanTrede: 'expertteam' },
    ]);
  });

  it('given a step up that was never made, then what came after it happened on the trede below', () => {
    const feiten = gelezen(...hoger, intrekking(1));
    expect(strijdig(feiten, ladders)).toEqual([]);
    expect(herleid(feiten)).toEqual([
      { feit: eventId(2), velden: { trede: 'lokaal_team' } },
      { feit: eventId(3), velden: { trede: 'lokaal_team' } },
    ]);
  });

  it('given that another organisation took it on, then the answer cannot stand', () =>
    expect(strijdig(gelezen(...hoger, correctie(2, { organisatie: 'gi-ander' })), ladders)).toMatchObject([
      { feit: eventId(3), regel: 'OPSCHALING_NIET_DOOR_U_AANGENOMEN' },
    ]));

  it('given an opening later than what followed, then that cannot stand', () =>
    expect(
      strijdig(gelezen(geopend, aangenomen(), correctie(0, {}, '2026-04-01T09:00:00.000Z')), ladders),
    ).toMatchObject([{ feit: eventId(1), regel: 'DATUM_VOLGORDE' }]));

  it('given an opening on a day before the trede held, then that cannot stand', () => {
    const norm = { ...geopend, data: { ...geopend.data, ladder: 'norm', trede: 'review' } };
    expect(strijdig(gelezen(norm), ladders)).toEqual([]);
    expect(strijdig(gelezen(norm, correctie(0, {}, '2019-04-01T09:00:00.000Z')), ladders)).toMatchObject([
      { feit: eventId(0), regel: 'TREDE_GELDT_NIET' },
    ]);
  });
});
