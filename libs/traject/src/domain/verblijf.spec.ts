import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import type { TrajectCommand } from './commands.js';
import { trajectDecider } from './decide.js';
import { trajectCorrecties, type TrajectEvent } from './events.js';
import {
  aangemeld,
  afgesloten,
  EERDER,
  eindig,
  facts,
  gebied,
  jeugdigeId,
  maakPlan,
  meldOnttrekking,
  meldTerugkeer,
  naOnttrekking,
  nazorg,
  NU,
  onttrokken,
  opgenomen,
  opgepakt,
  overgeplaatst,
  pakOp,
  plaatsOver,
  plan,
  scenario,
  sluit,
  start,
  stroomUit,
  terug,
  TOEN,
  toegewezen,
  uitgestroomd,
  verblijf,
  voorzieningId,
} from './traject.kit.js';

describe('the verblijf', () => {
  it('given a verblijf, when the jeugdige goes to another voorziening, then that is recorded from where to where', () => {
    scenario(...verblijf)
      .when(plaatsOver())
      .then(overgeplaatst);
  });

  it('given a verblijf, when the jeugdige goes where he is already, then nothing happens', () => {
    scenario(...verblijf)
      .when(plaatsOver(NU, voorzieningId))
      .thenNothingHappened();
    scenario(...verblijf, overgeplaatst)
      .when(plaatsOver())
      .thenNothingHappened();
  });

  it('given an unknown voorziening, when the jeugdige goes there, then it is refused', () => {
    scenario(...verblijf)
      .when(plaatsOver(), { voorziening: null })
      .thenRefused('NIET_GEVONDEN');
  });

  it('given a verblijf, when onttrekking is reported, then it is recorded; again, then nothing happens', () => {
    scenario(...verblijf)
      .when(meldOnttrekking())
      .then(onttrokken);
    scenario(...verblijf, onttrokken)
      .when(meldOnttrekking())
      .thenNothingHappened();
  });

  it('given an onttrekking, when the jeugdige returns, then it is recorded', () => {
    scenario(...verblijf, onttrokken)
      .when(meldTerugkeer())
      .then(terug);
  });

  it('given no onttrekking, or one that is over, when a return is reported, then it is refused and not lost', () => {
    scenario(...verblijf)
      .when(meldTerugkeer())
      .thenRefused('NIET_ONTTROKKEN');
    scenario(...verblijf, onttrokken, terug)
      .when(meldTerugkeer())
      .thenRefused('NIET_ONTTROKKEN');
  });

  it.each([plaatsOver(EERDER), meldOnttrekking(EERDER), meldTerugkeer(EERDER), eindig(EERDER), stroomUit(EERDER)])(
    'given $naam of before the verblijf, then it is refused',
    (command) =>
      scenario(...verblijf, onttrokken)
        .when(command)
        .thenRefused('DATUM_VOLGORDE'),
  );
});

describe('the end of a verblijf', () => {
  it('given a verblijf, when the jeugdige leaves, then it is recorded with where to, onttrokken or not', () => {
    scenario(...verblijf)
      .when(stroomUit())
      .then(uitgestroomd);
    scenario(...verblijf, onttrokken)
      .when(stroomUit())
      .then(uitgestroomd);
  });

  it('given an uitstroom, when the same comes again, then nothing happens; another is refused and not lost', () => {
    scenario(...nazorg)
      .when(stroomUit(TOEN))
      .thenNothingHappened();
    scenario(...nazorg, plan(), afgesloten)
      .when(stroomUit(TOEN))
      .thenNothingHappened();
    for (const command of [stroomUit(NU), stroomUit(TOEN, 'ggz'), eindig(TOEN)])
      scenario(...nazorg)
        .when(command)
        .thenRefused('PAST_NIET_BIJ_TRAJECT');
  });

  it.each([plaatsOver(TOEN), meldOnttrekking(TOEN), meldTerugkeer(TOEN)])(
    'given $naam of the very moment of the end, then it is refused and not lost',
    (command) =>
      scenario(...nazorg)
        .when(command)
        .thenRefused('PAST_NIET_BIJ_TRAJECT'),
  );

  it('given an onttrekking, when the threshold is reached on that day in Amsterdam, then the traject ends', () => {
    const weg = scenario(...verblijf, onttrokken);
    weg.when(eindig('2026-03-14T22:59:59.999Z')).thenRefused('DREMPEL_NIET_BEREIKT');
    weg.when(eindig('2026-03-14T23:00:00.000Z')).then(naOnttrekking);
  });

  it('given an end after onttrekking, when the same comes again, then nothing happens; an uitstroom is refused', () => {
    const voorbij = scenario(...verblijf, onttrokken, naOnttrekking);
    voorbij.when(eindig(TOEN)).thenNothingHappened();
    voorbij.when(stroomUit(TOEN)).thenRefused('PAST_NIET_BIJ_TRAJECT');
  });

  it('given no onttrekking, or one that is over, then the traject does not end by it', () => {
    scenario(...verblijf)
      .when(eindig())
      .thenRefused('NIET_ONTTROKKEN');
    scenario(...verblijf, onttrokken, terug)
      .when(eindig())
      .thenRefused('NIET_ONTTROKKEN');
  });
});

describe('a verblijf that would end before what happened in it', () => {
  const later = '2026-03-20T12:00:00.000Z';
  const stand = (...events: readonly (readonly [TrajectEvent, string])[]) =>
    fold(
      trajectDecider,
      [...verblijf.map((event) => [event, TOEN] as const), ...events].map(([event, geldigOp], index) => ({
        ...{ ...event, id: eventId(index), geldigOp, vastgelegdOp: later },
      })),
    );
  const beslis = (command: TrajectCommand, state: ReturnType<typeof stand>) => () =>
    trajectDecider.decide(command, state, facts);
  const volgorde: unknown = expect.objectContaining({ code: 'DATUM_VOLGORDE' });

  it.each<[string, (readonly [TrajectEvent, string])[]]>([
    ['an overplaatsing', [[overgeplaatst, later]]],
    ['an onttrekking', [[onttrokken, later]]],
    [
      'a return',
      [
        [onttrokken, TOEN],
        [terug, later],
      ],
    ],
  ])('given %s, when uitstroom is dated before it, then it is refused; at that moment it is not', (_, events) => {
    expect(beslis(stroomUit('2026-03-20T11:59:59.999Z'), stand(...events))).toThrow(volgorde);
    expect(beslis(stroomUit(later), stand(...events))()).toEqual([uitgestroomd]);
  });

  it('given two overplaatsingen told in the wrong order, when the end after onttrekking is dated between them, then it is refused', () => {
    const state = stand([onttrokken, TOEN], [overgeplaatst, later], [overgeplaatst, '2026-03-10T12:00:00.000Z']);
    expect(beslis(eindig('2026-03-18T12:00:00.000Z'), state)).toThrow(volgorde);
    expect(beslis(eindig(later), state)()).toEqual([naOnttrekking]);
  });

  it('given an onttrekking, when a return is dated before it, then it is refused', () => {
    expect(beslis(meldTerugkeer(NU), stand([onttrokken, later]))).toThrow(volgorde);
  });

  it('given an overplaatsing reported late, when uitstroom is dated before what was reported first, then it is refused', () => {
    const state = stand([onttrokken, later], [overgeplaatst, '2026-03-10T12:00:00.000Z']);
    expect(beslis(stroomUit('2026-03-15T12:00:00.000Z'), state)).toThrow(volgorde);
  });
});

describe('what a refusal says to do', () => {
  it('given needs that nobody took up, then which, and to record who does', () => {
    const open = [...nazorg, plan(gebied('wonen', true), gebied('school_werk', true))];
    expect(() => trajectDecider.decide(sluit(), fold(trajectDecider, past(open)), facts)).toThrow(
      'nog niet opgepakt: wonen, school en werk. Leg vast wie dat oppakt',
    );
  });

  it('given an onttrekking that is too short to end the traject, then from which day that may', () =>
    expect(() =>
      trajectDecider.decide(eindig(NU), fold(trajectDecider, past([...verblijf, onttrokken])), facts),
    ).toThrow('Dat kan vanaf 2026-03-15.'));
});

describe('nazorg and closing', () => {
  it('given a nazorgplan and a lokale partner, then both are recorded', () => {
    scenario(...verblijf)
      .when(maakPlan(gebied('wonen', true), gebied('veiligheid', false)))
      .then(plan(gebied('wonen', true), gebied('veiligheid', false)));
    scenario(...nazorg, plan(gebied('wonen', true)))
      .when(pakOp())
      .then(opgepakt('wonen'));
  });

  it('given no plan, when closed, then it is refused', () => {
    scenario(...nazorg)
      .when(sluit())
      .thenRefused('NAZORGPLAN_ONTBREEKT');
    scenario(...nazorg, opgepakt('wonen'))
      .when(sluit())
      .thenRefused('NAZORGPLAN_ONTBREEKT');
  });

  it.each<[string, TrajectEvent[]]>([
    ['nobody took up the only need', [plan(gebied('wonen', true))]],
    ['one of two needs is open', [plan(gebied('wonen', true), gebied('welzijn', true)), opgepakt('wonen')]],
    ['a later plan adds a need', [plan(gebied('wonen', true)), opgepakt('wonen'), plan(gebied('welzijn', true))]],
  ])('given that %s, when closed, then it is refused', (_, events) =>
    scenario(...nazorg, ...events)
      .when(sluit())
      .thenRefused('NAZORG_STAAT_OPEN'),
  );

  it.each<[string, readonly TrajectEvent[]]>([
    [
      'every need is taken up',
      [...nazorg, plan(gebied('wonen', true), gebied('veiligheid', false)), opgepakt('wonen')],
    ],
    [
      'both needs are taken up',
      [...nazorg, plan(gebied('wonen', true), gebied('welzijn', true)), opgepakt('wonen'), opgepakt('welzijn')],
    ],
    ['there is no need', [...nazorg, plan(gebied('wonen', false))]],
    [
      'the plan was made during the verblijf',
      [...verblijf, plan(gebied('wonen', true)), uitgestroomd, opgepakt('wonen')],
    ],
    ['the partner was there before the plan', [...nazorg, opgepakt('wonen'), plan(gebied('wonen', true))]],
    [
      'a later plan repeats what was taken up',
      [...nazorg, plan(gebied('wonen', true)), opgepakt('wonen'), plan(gebied('wonen', true))],
    ],
    ['the verblijf ended after onttrekking', [...verblijf, onttrokken, naOnttrekking, plan()]],
  ])('given that %s, when closed, then it is closed', (_, events) =>
    scenario(...events)
      .when(sluit())
      .then(afgesloten),
  );

  it('given a closing dated before the end of the verblijf, then it is refused', () => {
    scenario(...nazorg, plan())
      .when(sluit(EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given a closed traject, when closed again, then nothing happens', () => {
    scenario(...nazorg, plan(), afgesloten)
      .when(sluit())
      .thenNothingHappened();
  });
});

describe('a fact of the traject that was withdrawn', () => {
  const ingetrokken = (index: number, { type }: TrajectEvent) =>
    trajectCorrecties.feitIngetrokken.of({
      jeugdigeId,
      vervangt: eventId(index),
      vervangtType: type,
      reden: 'vergist',
    });

  it('given an opname that was not, when the real one is told, then it is recorded', () => {
    scenario(...([...verblijf, ingetrokken(2, opgenomen())] as TrajectEvent[]))
      .when(start())
      .then(opgenomen());
  });

  it('given an uitstroom that was not, then the verblijf goes on', () => {
    const history = [...nazorg, ingetrokken(3, uitgestroomd)] as TrajectEvent[];
    scenario(...history)
      .when(plaatsOver())
      .then(overgeplaatst);
  });

  it('given a corrected end of the reservation, then the opname is held against that', () => {
    const gecorrigeerd = trajectCorrecties.gecorrigeerd.of({
      ...{ jeugdigeId, vervangt: eventId(1), vervangtType: toegewezen().type, gebeurdOp: null, reden: 'vergist' },
      velden: { geldigTot: '2026-03-01T12:00:00.000Z' },
    });
    scenario(aangemeld, toegewezen(), gecorrigeerd)
      .when(start())
      .then(opgenomen(['zonder_toewijzing']));
  });
});
