import { describe, expect, it } from '@jest/globals';
import { type CodedError, fold } from '@regielijn/kern';
import { past } from '../../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../decide.js';
import { aangemeld, EERDER, facts, ids, nazorg, NU, om, scenario, TOEN, trajectId, verblijf } from '../traject.kit.js';
import {
  GeefMaatregelToestemming,
  HandelIncidentAf,
  LegOverzichtMaatregelenVast,
  LegSpoedbesprekingVast,
  MeldIncident,
  TrekVerlofIn,
  VerleenVerlof,
  ZetMedewerkerIn,
} from './commands.js';
import { nieuwIncidentId, nieuwVerlofId } from './decide.js';
import { zorgFeiten as feit } from './events.js';
import {
  beeindig,
  begonnen,
  geeindigd,
  incident,
  incidentAfgehandeld,
  incidentGemeld,
  incidentId,
  inzet,
  isToegepast,
  maatregelId,
  metRegels,
  pasToe,
  toegestemd,
  verleng,
  verlengd,
  verlofId,
  verlofIngetrokken,
  verlofVerleend,
} from './zorg.kit.js';

const zorgVan = (...history: Parameters<typeof past>[0]) => fold(trajectDecider, past(history))!.zorg;

describe('a vrijheidsbeperkende maatregel', () => {
  it('given a noodsituatie in a verblijf under an MGJ, when an insluiting begins, then it is recorded without flag', () => {
    scenario(...verblijf)
      .when(pasToe(), metRegels)
      .then(isToegepast());
  });

  it('given a child of eleven, when an insluiting begins, then it is recorded with that flag and never refused', () => {
    const elf = { ...metRegels.jeugdige!, geboortedatum: '2014-03-03' };
    scenario(...verblijf)
      .when(pasToe(), { ...metRegels, jeugdige: elf })
      .then(isToegepast({}, { leeftijd: 11, vlaggen: ['jonger_dan_twaalf'] }));
  });

  it('given everything wrong at once, when it begins, then all flags stand beside it', () => {
    scenario(aangemeld)
      .when(pasToe({ noodsituatie: false, machtigingId: null }), {
        ...{ ...metRegels, machtigingSoort: null },
        jeugdige: { ...metRegels.jeugdige!, geboortedatum: '1960-01-01' },
      })
      .then(
        isToegepast(
          { noodsituatie: false, machtigingId: null },
          {
            leeftijd: null,
            vlaggen: [
              ...(['onbekende_leeftijd', 'zonder_noodsituatie', 'buiten_plan_zonder_noodsituatie'] as const),
              ...(['niet_bij_deze_machtiging', 'buiten_verblijf'] as const),
            ],
          },
        ),
      );
  });

  it('given a measure that the law does not know, when it begins, then that is the flag', () => {
    scenario(...verblijf)
      .when(pasToe({ maatregel: 'overig' }), metRegels)
      .then(isToegepast({ maatregel: 'overig' }, { vlaggen: ['niet_op_de_lijst'] }));
  });

  it('given a code that nobody knows, when it is told, then it is refused as a mistake', () => {
    scenario(...verblijf)
      .when(pasToe({ maatregel: 'isoleercel' }), metRegels)
      .thenRefused('MAATREGEL_ONBEKEND');
  });

  it('given a day before 2024, when a measure of then is told, then it is not held against a law that came later', () => {
    const toen = past([{ ...aangemeld }], '2023-06-01T09:00:00.000Z');
    const command = pasToe({ maatregel: 'separatie' }, '2023-06-02T09:00:00.000Z');
    const [event] = trajectDecider.decide(command, fold(trajectDecider, toen), metRegels);
    expect(event!.data).toMatchObject({ vlaggen: ['wet_van_destijds_niet_vastgelegd'] });
  });

  it('given a verblijf that is over, when a measure of during it is told late, then it lies within the verblijf', () => {
    scenario(...nazorg)
      .when(pasToe({}, TOEN), metRegels)
      .then(isToegepast({}, { leeftijd: 15 }));
    scenario(...nazorg)
      .when(pasToe(), metRegels)
      .then(isToegepast({}, { vlaggen: ['buiten_verblijf'] }));
  });

  it('given a moment before the aanmelding, then it is refused', () => {
    scenario(...verblijf)
      .when(pasToe({}, EERDER), metRegels)
      .thenRefused('DATUM_VOLGORDE');
  });
});

describe('the end of a measure', () => {
  const lopend = [...verblijf, begonnen()];

  it('given an insluiting, when it ends in time, then no flag; too late, then with that flag', () => {
    scenario(...lopend)
      .when(beeindig('2026-03-02T09:00:00.000Z'), metRegels)
      .then(geeindigd());
    scenario(...lopend)
      .when(beeindig('2026-03-02T09:00:00.001Z'), metRegels)
      .then(geeindigd('insluiting_langer_dan_toegestaan'));
    scenario(...lopend, verlengd)
      .when(beeindig('2026-03-02T09:00:00.001Z'), metRegels)
      .then(geeindigd());
  });

  it('given a measure outside the plan, when it took over twelve hours, then toestemming makes the difference', () => {
    const vast = [...verblijf, begonnen('vastpakken')];
    scenario(...vast)
      .when(beeindig(NU), metRegels)
      .then(geeindigd('langer_dan_twaalf_uur_zonder_toestemming'));
    scenario(...vast, toegestemd)
      .when(beeindig(NU), metRegels)
      .then(geeindigd());
  });

  it('given a measure that the law does not know, when it ends, then its end has no flag of its own', () => {
    scenario(...verblijf, begonnen('overig'))
      .when(beeindig('2026-03-09T09:00:00.000Z'), metRegels)
      .then(geeindigd());
  });

  it('given an end, when told again, then nothing happens; another end is refused', () => {
    const over = [...lopend, geeindigd()];
    scenario(...over)
      .when(beeindig(TOEN), metRegels)
      .thenNothingHappened();
    scenario(...over)
      .when(beeindig(NU), metRegels)
      .thenRefused('MAATREGEL_VOORBIJ');
    scenario(...over)
      .when(verleng(NU), metRegels)
      .thenRefused('MAATREGEL_VOORBIJ');
  });

  it('given no such measure, or a moment before it began, then it is refused', () => {
    scenario(...verblijf)
      .when(beeindig(NU), metRegels)
      .thenRefused('NIET_GEVONDEN');
    scenario(...lopend)
      .when(beeindig(EERDER), metRegels)
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given what is told of a measure, then the state shows which go on', () => {
    expect(zorgVan(...lopend).maatregelen).toMatchObject([{ maatregelId, geeindigdOp: null, verlengingen: 0 }]);
    expect(zorgVan(...lopend, verlengd, geeindigd()).maatregelen).toMatchObject([
      { maatregelId, geeindigdOp: TOEN, verlengingen: 1 },
    ]);
  });
});

describe('the extension of an insluiting', () => {
  const lopend = [...verblijf, begonnen()];
  const binnenEenDag = '2026-03-02T09:00:00.000Z';

  it('given a gedragswetenschapper who finds it needed, when extended within the day, then it is recorded', () => {
    scenario(...lopend)
      .when(verleng(binnenEenDag), metRegels)
      .then(verlengd);
  });

  it.each([
    ['a second time', [...lopend, verlengd], verleng(binnenEenDag), 'INSLUITING_AL_VERLENGD'],
    ['by a groepsleider', lopend, verleng(binnenEenDag, 'groepsleider'), 'VERLENGEN_DOOR_GEDRAGSWETENSCHAPPER'],
    [
      'by a gedragswetenschapper who does not find it needed',
      lopend,
      verleng(binnenEenDag, 'gedragswetenschapper', false),
      'VERLENGEN_DOOR_GEDRAGSWETENSCHAPPER',
    ],
    [
      'of a child of eleven',
      [...verblijf, isToegepast({}, { maatregelId, leeftijd: 11, vlaggen: ['jonger_dan_twaalf'] })],
      verleng(binnenEenDag),
      'INSLUITING_MAG_NIET',
    ],
    [
      'that began without a noodsituatie',
      [...verblijf, isToegepast({ noodsituatie: false }, { maatregelId, vlaggen: ['zonder_noodsituatie'] })],
      verleng(binnenEenDag),
      'INSLUITING_MAG_NIET',
    ],
    ['after the day is over', lopend, verleng('2026-03-02T09:00:00.001Z'), 'INSLUITING_TERMIJN_VOORBIJ'],
    [
      'though it is another measure',
      [...verblijf, begonnen('vastpakken')],
      verleng(binnenEenDag),
      'ALLEEN_INSLUITING_VERLENGEN',
    ],
  ])('given an insluiting, when extended %s, then it is refused, with the article', (_, history, command, code) => {
    scenario(...history)
      .when(command, metRegels)
      .thenRefused(code);
    let bron: string | undefined;
    try {
      trajectDecider.decide(command, fold(trajectDecider, past(history)), metRegels);
    } catch (error) {
      bron = (error as CodedError).bron;
    }
    expect(bron).toBe(`Jeugdwet art. 6.3.2.2 lid ${code === 'INSLUITING_MAG_NIET' ? 2 : 3}`);
  });
});

describe('toestemming that a measure goes on', () => {
  const geef = (op = NU) =>
    new GeefMaatregelToestemming({ trajectId, maatregelId, gedragswetenschapper: 'gw-1' }, om(op));
  const vast = [...verblijf, begonnen('vastpakken')];

  it('given a measure that goes on, when a gedragswetenschapper agrees, then it is recorded once', () => {
    scenario(...vast)
      .when(geef())
      .then(toegestemd);
    scenario(...vast, toegestemd)
      .when(geef())
      .thenNothingHappened();
  });

  it('given its end was told already, then the end is to be mended first: its flags follow from what came before', () => {
    scenario(...vast, geeindigd())
      .when(geef())
      .thenRefused('MAATREGEL_VOORBIJ');
  });
});

describe('verlof', () => {
  const { van, tot } = verlofVerleend.data;
  const verleen = (instemmingGedragswetenschapper = true) =>
    new VerleenVerlof({ trajectId, van, tot, instemmingGedragswetenschapper }, om());
  const trekIn = (op = NU) => new TrekVerlofIn({ trajectId, verlofId, reden: 'Te onrustig.' }, om(op));

  it('given instemming of a gedragswetenschapper, then it is granted; the same again, then nothing happens', () => {
    const verleend = { ...verlofVerleend, data: { ...verlofVerleend.data, verlofId: nieuwVerlofId(om().commandId) } };
    scenario(...verblijf)
      .when(verleen())
      .then(verleend);
    scenario(...verblijf, verlofVerleend)
      .when(verleen())
      .thenNothingHappened();
    scenario(...verblijf, verlofVerleend, verlofIngetrokken)
      .when(verleen())
      .then(verleend);
  });

  it('given no instemming, or no verblijf, then it is refused', () => {
    scenario(...verblijf)
      .when(verleen(false))
      .thenRefused('VERLOF_ZONDER_INSTEMMING');
    scenario(aangemeld).when(verleen()).thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...nazorg)
      .when(verleen())
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
  });

  it('given verlof, when withdrawn, then it is recorded once; when it is over or unknown, then it is refused', () => {
    const metVerlof = [...verblijf, verlofVerleend];
    scenario(...metVerlof)
      .when(trekIn())
      .then(verlofIngetrokken);
    scenario(...metVerlof, verlofIngetrokken)
      .when(trekIn())
      .thenNothingHappened();
    scenario(...metVerlof)
      .when(trekIn('2026-03-08T17:00:00.001Z'))
      .thenRefused('VERLOF_VOORBIJ');
    scenario(...metVerlof)
      .when(trekIn(EERDER))
      .thenRefused('DATUM_VOLGORDE');
    scenario(...verblijf)
      .when(trekIn())
      .thenRefused('NIET_GEVONDEN');
  });

  it('given an end before its beginning, then the input is refused', () => {
    const { success } = VerleenVerlof.definition.schema.safeParse({ ...verleen().data, van: tot, tot: van });
    expect(success).toBe(false);
  });
});

describe('an incident', () => {
  const meld = (op = NU) => new MeldIncident({ trajectId, ...incident }, om(op));
  const handelAf = (op = NU) =>
    new HandelIncidentAf(
      {
        ...{ trajectId, incidentId, geleerd: 'Eerder apart zetten.', gemeldAan: [] },
        veiligheidsplanHerzien: true,
      },
      om(op),
    );

  it('given any traject, when it is reported, then it is recorded and open', () => {
    const gemeld = { ...incidentGemeld, data: { ...incidentGemeld.data, incidentId: nieuwIncidentId(om().commandId) } };
    for (const history of [[aangemeld], verblijf, nazorg])
      scenario(...history)
        .when(meld())
        .then(gemeld);
    expect(zorgVan(...verblijf, incidentGemeld).incidenten).toMatchObject([{ incidentId, afgehandeldOp: null }]);
  });

  it('given an open incident, when it is settled, then it is recorded once and what was learned stays', () => {
    scenario(...verblijf, incidentGemeld)
      .when(handelAf())
      .then(incidentAfgehandeld);
    scenario(...verblijf, incidentGemeld, incidentAfgehandeld)
      .when(handelAf())
      .thenNothingHappened();
    expect(zorgVan(...verblijf, incidentGemeld, incidentAfgehandeld).incidenten).toMatchObject([
      { afgehandeldOp: TOEN, veiligheidsplanHerzien: true },
    ]);
  });

  it('given an incident unknown, or a moment before it, then it is refused', () => {
    scenario(...verblijf)
      .when(handelAf())
      .thenRefused('NIET_GEVONDEN');
    scenario(...verblijf, incidentGemeld)
      .when(handelAf(EERDER))
      .thenRefused('DATUM_VOLGORDE');
    scenario(...verblijf)
      .when(meld(EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given a veiligheidsplan that was reviewed at once, then settling it does not take that away', () => {
    const meteen = feit.incidentGemeld.of({ ...incidentGemeld.data, veiligheidsplanHerzien: true });
    const zonder = feit.incidentAfgehandeld.of({ ...incidentAfgehandeld.data, veiligheidsplanHerzien: false });
    expect(zorgVan(...verblijf, meteen, zonder).incidenten[0]!.veiligheidsplanHerzien).toBe(true);
  });
});

describe('an overview of the measures', () => {
  const leg = (op = NU) => new LegOverzichtMaatregelenVast({ trajectId, aan: ['ouders', 'GI'] }, om(op));
  const verstrekt = feit.overzichtVerstrekt.of({ ...ids, aan: ['ouders', 'GI'] });

  it('given one, then it is recorded; told again of that moment it is not, of another it is', () => {
    scenario(...verblijf)
      .when(leg())
      .then(verstrekt);
    scenario(...verblijf, verstrekt)
      .when(leg(TOEN))
      .thenNothingHappened();
    scenario(...verblijf, verstrekt)
      .when(leg(NU))
      .then(verstrekt);
    scenario(...verblijf)
      .when(leg(EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });
});

describe('a plaatsing that could not wait', () => {
  const bespreek = (op = NU) => new LegSpoedbesprekingVast({ trajectId, toelichting: 'Met de GI.' }, om(op));
  const besproken = feit.spoedplaatsingBesproken.of({ ...ids, toelichting: 'Met de GI.' });

  it('given an opname, then that it was looked at is recorded, once', () => {
    scenario(...verblijf)
      .when(bespreek())
      .then(besproken);
    scenario(...verblijf, besproken)
      .when(bespreek())
      .thenNothingHappened();
  });

  it('given one that was looked at earlier than was told, then the earlier moment counts', () => {
    const [begin, laat, vroeg] = [past(verblijf), past([besproken], '2026-03-10T09:00:00.000Z'), past([besproken], NU)];
    expect(trajectDecider.decide(bespreek(), fold(trajectDecider, [...begin, ...laat]), {})).toEqual([besproken]);
    expect(fold(trajectDecider, [...begin, ...vroeg, ...laat])!.zorg.spoedBesprokenOp).toBe(NU);
  });

  it('given no opname, or a moment before it, then it is refused', () => {
    scenario(aangemeld).when(bespreek()).thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...verblijf)
      .when(bespreek(EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });
});

describe('a medewerker', () => {
  it('given any traject, when a medewerker is deployed, then it is recorded; of one medewerker the last counts', () => {
    const ingezet = feit.medewerkerIngezet.of({ ...ids, ...inzet });
    scenario(...verblijf)
      .when(new ZetMedewerkerIn({ trajectId, ...inzet }, om()))
      .then(ingezet);
    const later = feit.medewerkerIngezet.of({ ...ids, ...inzet, registratie: 'geen' });
    const ander = feit.medewerkerIngezet.of({ ...ids, ...inzet, medewerker: 'gw-1' });
    expect(zorgVan(...verblijf, ingezet, ander, later).medewerkers).toMatchObject([
      { medewerker: 'gw-1' },
      { medewerker: 'behandelaar-3', registratie: 'geen' },
    ]);
  });

  it('given a moment before the aanmelding, then it is refused', () => {
    scenario(...verblijf)
      .when(new ZetMedewerkerIn({ trajectId, ...inzet }, om(EERDER)))
      .thenRefused('DATUM_VOLGORDE');
  });
});

it('given no rules on maatregelen, then deciding fails loudly instead of recording a measure without flags', () => {
  const state = fold(trajectDecider, past(verblijf));
  expect(() => trajectDecider.decide(pasToe(), state, facts)).toThrow('missing');
});
