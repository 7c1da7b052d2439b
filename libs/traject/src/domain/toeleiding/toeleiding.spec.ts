import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { past } from '../../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../decide.js';
import type { TrajectEvent } from '../events.js';
import {
  aangemeldBijAanbieder,
  aanmeldingId,
  andereIndicatie,
  antwoord,
  beoordeelBloedspoed,
  beoordeelPlek,
  beraden,
  bijAanbieder,
  bloedspoedBeoordeeld,
  geantwoord,
  gekozen,
  gewogen,
  kies,
  legBeraadVast,
  legRouteVast,
  lijsten,
  onbekendeId,
  overbrugd,
  plekBeoordeeld,
  routeVastgelegd,
  startOverbrugging,
  stelAndereIndicatieVast,
  triage,
  vraag,
  weeg,
} from '../toeleiding.kit.js';
import { aangemeld, EERDER, facts, NU, scenario, TOEN, voorzieningId } from '../traject.kit.js';

const stand = (...events: readonly TrajectEvent[]) => fold(trajectDecider, past([aangemeld, ...events]))!.toeleiding;

describe('asking aanbieders', () => {
  it('given a traject, when an aanbieder is asked, then that is recorded', () => {
    scenario(aangemeld).when(bijAanbieder()).then(aangemeldBijAanbieder);
  });

  it('given a question, when it is told again of that moment, then nothing happens, whatever the answer was', () => {
    const answers = [[], [geantwoord()], [geantwoord({ antwoord: 'afgewezen' })]];
    for (const answered of answers)
      scenario(aangemeld, aangemeldBijAanbieder, ...answered)
        .when(bijAanbieder({}, TOEN))
        .thenNothingHappened();
  });

  it('given a question that is out, when the same is told of another moment, then it is refused and names the one that runs', () => {
    for (const history of [[aangemeldBijAanbieder], [aangemeldBijAanbieder, geantwoord()]])
      scenario(aangemeld, ...history)
        .when(bijAanbieder())
        .thenRefused('AANMELDING_LOOPT_AL');
  });

  it.each([{ aanbieder: 'aanbieder-oost' }, { vraag: 'diagnostiek' as const }, { variant: null }, { voorzieningId }])(
    'given a question that is out, when %j is asked, then that is another question',
    (velden) =>
      scenario(aangemeld, aangemeldBijAanbieder)
        .when(bijAanbieder(velden))
        .then({ ...aangemeldBijAanbieder, data: { ...aangemeldBijAanbieder.data, ...velden } }),
  );

  it('given a refusal, when the same aanbieder is asked again, then that is recorded', () => {
    scenario(aangemeld, aangemeldBijAanbieder, geantwoord({ antwoord: 'afgewezen' }))
      .when(bijAanbieder())
      .then(aangemeldBijAanbieder);
  });

  it('given a question, when it is answered, then that is recorded; told again of that moment, then nothing happens', () => {
    scenario(aangemeld, aangemeldBijAanbieder).when(antwoord()).then(geantwoord());
    scenario(aangemeld, aangemeldBijAanbieder, geantwoord()).when(antwoord({}, TOEN)).thenNothingHappened();
  });

  it('given an answer, when another one follows, or the same one later, then that is recorded too', () => {
    const beantwoord = [aangemeld, aangemeldBijAanbieder, geantwoord()];
    scenario(...beantwoord)
      .when(antwoord())
      .then(geantwoord());
    const velden = { antwoord: 'plek', verwachtOp: null } as const;
    scenario(...beantwoord)
      .when(antwoord(velden, TOEN))
      .then(geantwoord(velden));
  });

  it('given an answer of before the question, or to no question, then it cannot stand', () => {
    scenario(aangemeld, aangemeldBijAanbieder).when(antwoord({}, EERDER)).thenRefused('DATUM_VOLGORDE');
    scenario(aangemeld, aangemeldBijAanbieder)
      .when(antwoord({ aanmeldingId: onbekendeId }))
      .thenRefused('NIET_GEVONDEN');
  });

  it('given answers told out of order, then the one that was given last counts', () => {
    const [gevraagd, later, eerder] = past([aangemeldBijAanbieder, geantwoord({ antwoord: 'plek' }), geantwoord()]);
    const traject = fold(trajectDecider, [
      ...past([aangemeld]),
      ...[gevraagd!, { ...later!, geldigOp: NU }, { ...eerder!, geldigOp: TOEN }],
    ]);
    expect(traject!.toeleiding.aanmeldingen).toEqual([
      { aanmeldingId, ...vraag, aangemeldOp: TOEN, antwoord: { soort: 'plek', op: NU, verwachtOp: '2026-04-01' } },
    ]);
  });
});

describe('trajectberaad', () => {
  it.each([
    [['GI', 'jeugdige', 'ouders'], []],
    [['GI', 'ouders'], ['zonder_jeugdige']],
    [['jeugdige', 'gemeente'], ['zonder_ouders']],
    [['GI'], ['zonder_jeugdige', 'zonder_ouders']],
  ] as const)('given %j at the table, then it is recorded with the flags %j', (deelnemers, vlaggen) => {
    scenario(aangemeld)
      .when(legBeraadVast([...deelnemers]))
      .then(beraden([...deelnemers], [...vlaggen]));
  });
});

describe('assessments', () => {
  it('given bloedspoed or a weging of the safety, then it is recorded', () => {
    scenario(aangemeld).when(beoordeelBloedspoed()).then(bloedspoedBeoordeeld);
    scenario(aangemeld).when(weeg('niet_verantwoord')).then(gewogen('niet_verantwoord'));
  });

  it('given a plek and criteria that the rules know, then it is recorded with the version of the rules', () => {
    scenario(aangemeld)
      .when(beoordeelPlek(), { ...facts, ...lijsten })
      .then(plekBeoordeeld);
  });

  it('given a criterium that the rules do not know, then it is refused', () => {
    scenario(aangemeld)
      .when(beoordeelPlek('uitzicht'), { ...facts, ...lijsten })
      .thenRefused('PLEKCRITERIUM_ONBEKEND');
  });

  it('given a voorziening that nobody knows, then it is refused', () => {
    scenario(aangemeld)
      .when(beoordeelPlek(), { ...lijsten, voorziening: null })
      .thenRefused('NIET_GEVONDEN');
  });

  it('given another law, or an overbrugging, then it is recorded once', () => {
    scenario(aangemeld).when(stelAndereIndicatieVast()).then(andereIndicatie);
    scenario(aangemeld, andereIndicatie).when(stelAndereIndicatieVast()).thenNothingHappened();
    scenario(aangemeld).when(startOverbrugging()).then(overbrugd);
    scenario(aangemeld, overbrugd).when(startOverbrugging()).thenNothingHappened();
    scenario(aangemeld, overbrugd)
      .when(startOverbrugging('crisisopvang'))
      .then({ ...overbrugd, data: { ...overbrugd.data, vorm: 'crisisopvang' } });
  });

  it('given a route before jeugdhulpPlus that the rules know, then it is recorded once; an unknown one is refused', () => {
    scenario(aangemeld).when(legRouteVast(), lijsten).then(routeVastgelegd);
    scenario(aangemeld, routeVastgelegd).when(legRouteVast(), lijsten).thenNothingHappened();
    scenario(aangemeld).when(legRouteVast('toverstaf'), lijsten).thenRefused('ROUTE_ONBEKEND');
  });

  it('given a route that is told again with an explanation, then that is new', () => {
    const toelichting = 'Er was geen JIM te vinden.';
    scenario(aangemeld, routeVastgelegd)
      .when(legRouteVast('expertteam', toelichting), lijsten)
      .then({ ...routeVastgelegd, data: { ...routeVastgelegd.data, toelichting } });
  });
});

describe('the choice of a variant', () => {
  it('given a reason for the lighter variant that fits, then the choice is recorded with what the rules say', () => {
    scenario(aangemeld).when(kies(), { triage }).then(gekozen());
  });

  it.each([[null], [[{ variant: 'kleinschalig', reden: 'Te druk.' }]]])(
    'given reasons %j, so none for the lighter variant that fits, then the choice is refused',
    (redenen) => scenario(aangemeld).when(kies({ redenen }), { triage }).thenRefused('REDEN_ONTBREEKT'),
  );

  it('given lighter variants that do not fit or of which nobody can say it, then no reason is asked', () => {
    const lichtereVarianten = triage.lichtereVarianten.filter(({ passend }) => passend !== 'ja');
    const zonder = { ...triage, lichtereVarianten };
    scenario(aangemeld)
      .when(kies({ redenen: null }), { triage: zonder })
      .then(gekozen({ redenen: null }, zonder));
  });

  it.each([
    { gekozen: 'jhp' as const, variant: null },
    { gekozen: 'buiten_jhp' as const },
    { gekozen: 'geen_passend' as const },
  ])('given the choice %j of which the variant does not match, then it is refused', (velden) =>
    scenario(aangemeld).when(kies(velden), { triage }).thenRefused('KEUZE_KLOPT_NIET'),
  );

  it('given help outside jeugdhulpPlus, then it is recorded without a variant', () => {
    const buiten = { gekozen: 'buiten_jhp', variant: null, redenen: null } as const;
    const uitkomst = { ...triage, criteria: null, lichtereVarianten: [], teZwaar: false };
    scenario(aangemeld).when(kies(buiten), { triage: uitkomst }).then(gekozen(buiten, uitkomst));
  });

  it('given a choice, when told again of that moment, then nothing happens; of a later moment it is another', () => {
    scenario(aangemeld, gekozen()).when(kies({}, TOEN), { triage }).thenNothingHappened();
    scenario(aangemeld, gekozen()).when(kies(), { triage }).then(gekozen());
    expect(stand(gekozen()).keuze).toEqual({ gekozen: 'jhp', variant: 'kib', gekozenOp: TOEN });
  });
});
