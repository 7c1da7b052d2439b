import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { past } from '../../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../decide.js';
import type { TrajectEvent } from '../events.js';
import { ingetrokken, variantGestart } from '../toeleiding.kit.js';
import {
  aangemeld,
  afgesloten,
  EERDER,
  gebied,
  ids,
  maakPlan,
  nazorg,
  NU,
  om,
  plan,
  scenario,
  TOEN,
  trajectId,
  verblijf,
} from '../traject.kit.js';
import { LegNazorgVoortgangVast, LegToezeggingVast } from './commands.js';
import { nazorgFeiten as feit } from './events.js';

const toezegging = { levensgebied: 'wonen', partner: 'wijkteam-noord', datum: '2026-06-01' } as const;
const toegezegd = feit.lokalePartnerToegezegd.of({ ...ids, ...toezegging });
const zegToe = (op = NU, datum = toezegging.datum as string) =>
  new LegToezeggingVast({ trajectId, ...toezegging, datum }, om(op));

describe('a lokale partner who promises nazorg', () => {
  it('given the verblijf is over, then it is recorded; the same day again, then nothing happens', () => {
    scenario(...nazorg)
      .when(zegToe())
      .then(toegezegd);
    scenario(...nazorg, toegezegd)
      .when(zegToe())
      .thenNothingHappened();
    scenario(...nazorg, toegezegd)
      .when(zegToe(NU, '2026-07-01'))
      .then(feit.lokalePartnerToegezegd.of({ ...toegezegd.data, datum: '2026-07-01' }));
  });

  it('given a verblijf that goes on, or a moment before its end, then it is refused', () => {
    scenario(...verblijf)
      .when(zegToe())
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...nazorg)
      .when(zegToe(EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given a promise alone, then the nazorg is not taken up by that', () => {
    expect(fold(trajectDecider, past([...nazorg, toegezegd]))!.nazorg).toMatchObject({
      toegezegd: { wonen: '2026-06-01' },
      opgepakt: [],
    });
  });
});

describe('a nazorgplan', () => {
  it.each<[string, readonly TrajectEvent[]]>([
    ['an aanmelding that waits', [aangemeld]],
    ['an aanmelding that was withdrawn', [aangemeld, ingetrokken]],
  ])('given %s, then there is no help that nazorg could follow', (_, events) =>
    scenario(...events)
      .when(maakPlan(gebied('wonen', true)))
      .thenRefused('PAST_NIET_BIJ_TRAJECT'),
  );

  it('given help without opname, then it is recorded', () =>
    scenario(aangemeld, variantGestart())
      .when(maakPlan(gebied('wonen', true)))
      .then(plan(gebied('wonen', true))));
});

describe('how it stands with the nazorg', () => {
  const leg = (maand: 3 | 6 | 9 | 12, op = NU) =>
    new LegNazorgVoortgangVast({ trajectId, maand, stand: 'Zij woont rustig.' }, om(op));
  const verteld = (maand: 3 | 6 | 9 | 12) => feit.nazorgVoortgang.of({ ...ids, maand, stand: 'Zij woont rustig.' });

  it('given the verblijf is over, closed or not, then it is recorded and the state shows of which months', () => {
    scenario(...nazorg)
      .when(leg(3))
      .then(verteld(3));
    scenario(...nazorg, plan(), afgesloten)
      .when(leg(12))
      .then(verteld(12));
    const { voortgang } = fold(trajectDecider, past([...nazorg, verteld(3), verteld(3), verteld(6)]))!.nazorg;
    expect(voortgang).toEqual([3, 6]);
  });

  it('given a verblijf that goes on, or a moment before its end, then it is refused', () => {
    scenario(...verblijf)
      .when(leg(3, TOEN))
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...nazorg)
      .when(leg(3, EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given a month that is no moment of B7, then the input is refused', () => {
    const { schema } = LegNazorgVoortgangVast.definition;
    expect(schema.safeParse({ trajectId, maand: 4, stand: 'x' }).success).toBe(false);
  });
});
