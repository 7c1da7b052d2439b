import { describe, expect, it } from '@jest/globals';
import { persoonsgegevensVan } from '@regielijn/kern';
import { given, testContext } from '../../../kern/src/scenario.kit.js';
import { opschalingDecider } from './decide.js';
import { opschalingFeiten as feit } from './events.js';
import {
  aangenomen,
  afgesloten,
  antwoord,
  beantwoord,
  dag,
  geefTerug,
  geopend,
  jeugdigeId,
  laatOpschalen,
  ladders,
  neemAan,
  op,
  open,
  opgeschaald,
  opschalingId,
  schaalOp,
  sluitAf,
  teruggegeven,
} from './opschaling.kit.js';

/** An escalation with this history; the opening and all of it lie a day before the first step. */
const na = (...history: Parameters<typeof given>[1]) => {
  const gegeven = given(opschalingDecider, history);
  return { als: (command: Parameters<typeof gegeven.when>[0]) => gegeven.when(command, ladders) };
};

describe('a question that goes up a ladder', () => {
  it('given a case, then it lies with the lowest trede of that day', () => na().als(open()).then(geopend));

  it('given the same opening once more, then nothing happens', () => na(geopend).als(open()).thenNothingHappened());

  it('given a day on which the ladder was not there, then it is refused', () =>
    na()
      .als(open({ ladder: 'norm' }, testContext({ geldigOp: '2020-10-01T09:00:00.000Z' })))
      .thenRefused('LADDER_GELDT_NIET'));

  it('given a kwartaalreview, then it is about no jeugdige and its texts take a key of its own', () => {
    const betreft = { soort: 'review' as const, id: 'zuidwest-2026-K1' };
    na()
      .als(open({ ladder: 'norm', jeugdigeId: null, betreft }))
      .then(
        feit.geopend.of({
          ...{ ...geopend.data, ladder: 'norm', trede: 'review', betreft },
          ...{ jeugdigeId: null, sleutelId: opschalingId },
        }),
      );
  });

  it('given a jeugdige that is not named, or a review of one, then it is refused', () => {
    na()
      .als(open({ jeugdigeId: null }))
      .thenRefused('OPSCHALING_ZONDER_JEUGDIGE');
    na()
      .als(open({ betreft: { soort: 'review', id: jeugdigeId } }))
      .thenRefused('OPSCHALING_ZONDER_JEUGDIGE');
  });

  it('given its texts, then all are personal and the codes are readable', () => {
    const personal = Object.values(feit).map(({ schema }) => [...persoonsgegevensVan(schema).entries()]);
    expect(personal).toEqual([
      [['vraag', 'sleutelId']],
      [],
      [['toelichting', 'sleutelId']],
      [['antwoord', 'sleutelId']],
      [['toelichting', 'sleutelId']],
      [['toelichting', 'sleutelId']],
    ]);
  });

  it('given an escalation that is not there, then it is not found', () =>
    na().als(neemAan()).thenRefused('NIET_GEVONDEN'));
});

describe('a trede that takes it on', () => {
  it('then it is known who does, and the same once more says nothing', () => {
    na(geopend).als(neemAan()).then(aangenomen());
    na(geopend, aangenomen()).als(neemAan()).thenNothingHappened();
  });

  it('given that another worker of the same organisation takes over, then that is recorded', () =>
    na(geopend, aangenomen())
      .als(neemAan('gemeente-0599', op(2), 'lt-2'))
      .then(aangenomen('gemeente-0599', 'lokaal_team', 'lt-2')));

  it('given another organisation, then it hears who did already', () =>
    na(geopend, aangenomen()).als(neemAan('gi-ander')).thenRefused('OPSCHALING_IS_AL_AANGENOMEN'));

  it('given a question that came back or went up, then somebody else may take it on', () => {
    na(geopend, teruggegeven()).als(neemAan('gi-ander')).then(aangenomen('gi-ander'));
    na(geopend, aangenomen(), opgeschaald())
      .als(neemAan('expertteam-1'))
      .then(aangenomen('expertteam-1', 'expertteam'));
  });

  it('given an answer, then there is nothing to take on', () =>
    na(geopend, aangenomen(), beantwoord()).als(neemAan()).thenRefused('OPSCHALING_IS_BEANTWOORD'));

  it('given a moment before the question, then it is refused', () =>
    na(geopend)
      .als(neemAan('gemeente-0599', op(-20)))
      .thenRefused('DATUM_VOLGORDE'));
});

describe('a trede that gives it back', () => {
  it('given that nobody took it on, or this organisation did, then it is back with a reason', () => {
    na(geopend).als(geefTerug()).then(teruggegeven());
    na(geopend, aangenomen()).als(geefTerug()).then(teruggegeven());
  });

  it('given the same once more, then nothing happens; given another organisation, then it is back already', () => {
    na(geopend, teruggegeven()).als(geefTerug()).thenNothingHappened();
    na(geopend, teruggegeven()).als(geefTerug('gi-ander')).thenRefused('OPSCHALING_IS_AL_TERUG');
  });

  it('given that another organisation took it on, or it was answered, then it is refused', () => {
    na(geopend, aangenomen()).als(geefTerug('gi-ander')).thenRefused('OPSCHALING_NIET_DOOR_U_AANGENOMEN');
    na(geopend, aangenomen(), beantwoord()).als(geefTerug()).thenRefused('OPSCHALING_IS_BEANTWOORD');
  });
});

describe('an answer', () => {
  it('given who took it on, then it is recorded', () => na(geopend, aangenomen()).als(antwoord()).then(beantwoord()));

  it('given who did not take it on, then it is refused', () => {
    for (const history of [[geopend], [geopend, teruggegeven()], [geopend, aangenomen(), opgeschaald()]])
      na(...history)
        .als(antwoord())
        .thenRefused('OPSCHALING_NIET_DOOR_U_AANGENOMEN');
    na(geopend, aangenomen()).als(antwoord('gi-ander')).thenRefused('OPSCHALING_NIET_DOOR_U_AANGENOMEN');
  });

  it('given a second one, then a correction is the way', () =>
    na(geopend, aangenomen(), beantwoord()).als(antwoord()).thenRefused('OPSCHALING_IS_BEANTWOORD'));
});

describe('a trede higher', () => {
  it.each([
    ['nobody took it on', [geopend]],
    ['somebody is at it', [geopend, aangenomen()]],
    ['it came back', [geopend, teruggegeven()]],
    ['the answer does not help', [geopend, aangenomen(), beantwoord()]],
  ])('given that %s, then it may go up', (_, history) =>
    na(...history)
      .als(schaalOp())
      .then(opgeschaald()),
  );

  it('given a trede further up, then those between are passed over', () =>
    na(geopend).als(schaalOp('expertisenetwerk')).then(opgeschaald('expertisenetwerk')));

  it('given the trede on which it lies, then nothing happens', () =>
    na(geopend, opgeschaald()).als(schaalOp()).thenNothingHappened());

  it('given one that does not hold on that day, that lies below or that nobody knows, then it is refused', () => {
    na(geopend).als(schaalOp('ozj')).thenRefused('TREDE_GELDT_NIET');
    na(geopend, opgeschaald()).als(schaalOp('lokaal_team')).thenRefused('TREDE_GELDT_NIET');
    na(geopend).als(schaalOp('de_koning')).thenRefused('TREDE_GELDT_NIET');
  });

  it('given the last one, then there is no step above it', () =>
    na(geopend, opgeschaald('expertisenetwerk')).als(schaalOp('ozj')).thenRefused('LAATSTE_TREDE'));
});

describe('the clock, when nothing happens', () => {
  const vroeg = '2026-03-01T09:00:00.000Z';
  const doorKlok = opgeschaald('expertteam', 'lokaal_team', 'klok');

  it.each([
    ['nobody took it on', [geopend]],
    ['who took it on does not answer', [geopend, aangenomen()]],
    ['it lies with who asked', [geopend, teruggegeven()]],
  ])('given that %s, then it goes to the next trede', (_, history) =>
    na(...history)
      .als(laatOpschalen('lokaal_team', vroeg))
      .then(doorKlok),
  );

  it.each([
    ['somebody did something since', [geopend], laatOpschalen('lokaal_team', dag(-9))],
    ['it went up already', [geopend, opgeschaald()], laatOpschalen('lokaal_team', vroeg)],
    ['it was answered', [geopend, aangenomen(), beantwoord()], laatOpschalen('lokaal_team', vroeg)],
    ['it was closed', [geopend, afgesloten], laatOpschalen('lokaal_team', vroeg)],
    ['there is none above', [geopend, opgeschaald('expertisenetwerk')], laatOpschalen('expertisenetwerk', vroeg)],
  ])('given that %s, then nothing happens', (_, history, command) =>
    na(...history)
      .als(command)
      .thenNothingHappened(),
  );

  it('given a clock that was away, then the next trede has its whole term from when it could know', () => {
    const event = { ...doorKlok, id: opschalingId, geldigOp: dag(5), vastgelegdOp: dag(30) };
    const eerst = { ...geopend, id: jeugdigeId, geldigOp: dag(0), vastgelegdOp: dag(0) };
    expect(opschalingDecider.evolve(opschalingDecider.evolve(null, eerst), event)?.sinds).toBe(dag(30));
  });
});

describe('the end of an escalation', () => {
  it('given an outcome, then it is closed; the same once more says nothing', () => {
    na(geopend).als(sluitAf()).then(afgesloten);
    na(geopend, afgesloten).als(sluitAf()).thenNothingHappened();
  });

  it.each([neemAan(), geefTerug(), antwoord(), schaalOp(), sluitAf('niet_opgelost')])(
    'given that it is closed, then nothing more can happen to it: $naam',
    (command) => na(geopend, afgesloten).als(command).thenRefused('OPSCHALING_IS_AFGESLOTEN'),
  );
});
