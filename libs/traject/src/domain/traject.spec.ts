import { describe, expect, it } from '@jest/globals';
import { EventCatalogue } from '@regielijn/event-store';
import { deriveId, persoonsgegevensVan, VERNIETIGD } from '@regielijn/kern';
import { MeldAan, StartOpname, StelPerspectiefVast, type TrajectCommand } from './commands.js';
import { nieuwTrajectId, type TrajectFacts } from './decide.js';
import { type TrajectEvent, trajectEvents, trajectUpcasters, trajectFeiten as feit } from './events.js';
import {
  aangemeld,
  afgesloten,
  andereId,
  EERDER,
  eindig,
  facts,
  gebied,
  jeugdigeId,
  maakPlan,
  meldOnttrekking,
  meldTerugkeer,
  nazorg,
  NU,
  om,
  opgenomen,
  pakOp,
  perspectief,
  plaatsOver,
  plan,
  scenario,
  sluit,
  start,
  stroomUit,
  toegewezen,
  TOEN,
  trajectId,
  verblijf,
  wijsToe,
} from './traject.kit.js';
import { beeindigVariant, startVariant, trekAanmeldingIn, variantGestart } from './toeleiding.kit.js';

const STANDEN: Readonly<Record<string, readonly TrajectEvent[]>> = {
  aangemeld: [aangemeld],
  hulp: [aangemeld, variantGestart()],
  verblijf,
  nazorg,
  afgesloten: [...nazorg, plan(), afgesloten],
};
/** What may be asked only in some stages of a traject. */
const MAG_IN: readonly [command: TrajectCommand, standen: readonly string[]][] = [
  [wijsToe(), ['aangemeld', 'hulp']],
  [start(), ['aangemeld', 'hulp']],
  [trekAanmeldingIn(), ['aangemeld']],
  [startVariant(), ['aangemeld', 'hulp']],
  [beeindigVariant(), ['hulp']],
  [plaatsOver(), ['verblijf']],
  [meldOnttrekking(), ['verblijf']],
  [meldTerugkeer(), ['verblijf']],
  [eindig(), ['verblijf']],
  [stroomUit(), ['verblijf']],
  [maakPlan(gebied('wonen', true)), ['hulp', 'verblijf', 'nazorg', 'afgesloten']],
  [pakOp(), ['nazorg', 'afgesloten']],
  [sluit(), ['nazorg', 'afgesloten']],
];

describe('the stages of a traject', () => {
  const nietToegestaan = MAG_IN.flatMap(([command, standen]) =>
    Object.keys(STANDEN)
      .filter((stand) => !standen.includes(stand))
      .map((stand) => ({ stand, naam: command.naam, command })),
  );

  it.each(nietToegestaan)('given a traject in $stand, when $naam is asked, then it is refused', ({ stand, command }) =>
    scenario(...STANDEN[stand]!)
      .when(command)
      .thenRefused('PAST_NIET_BIJ_TRAJECT'),
  );

  it.each(MAG_IN.map(([command]) => command))('given no traject, when $naam is asked, then there is none', (command) =>
    scenario().when(command).thenRefused('NIET_GEVONDEN'),
  );

  it.each(Object.keys(STANDEN))('given a traject in %s, when a perspectief is found, then it is recorded', (stand) =>
    scenario(...STANDEN[stand]!)
      .when(new StelPerspectiefVast(perspectief, om()))
      .then(feit.perspectiefVastgesteld.of({ ...perspectief, jeugdigeId })),
  );
});

describe('aanmelding', () => {
  const { trajectId: _, hernieuwd: __, gemeentecode: ___, regio: ____, ...data } = aangemeld.data;
  const meldAan = new MeldAan(data, om());

  it('given a registered jeugdige, when aangemeld, then gemeente and region of that day stand beside it', () => {
    scenario()
      .when(meldAan)
      .then(feit.aangemeld.of({ ...aangemeld.data, trajectId: nieuwTrajectId(om().commandId) }));
  });

  it('given an earlier traject that ended, when aangemeld again, then it is a hernieuwd traject and names that one', () => {
    const vorigTrajectId = deriveId('vorig traject');
    scenario()
      .when(meldAan, { ...facts, vorigTrajectId })
      .then(
        feit.aangemeld.of({
          ...{ ...aangemeld.data, trajectId: nieuwTrajectId(om().commandId) },
          ...{ hernieuwd: true, vorigTrajectId },
        }),
      );
  });

  it('given nobody, when aangemeld, then it is refused', () => {
    scenario()
      .when(meldAan, { ...facts, jeugdige: null })
      .thenRefused('NIET_GEVONDEN');
  });

  it('given a moment before the birth, when aangemeld, then it is refused: nobody can stand that early', () => {
    const nogNietGeboren = { ...facts.jeugdige!, geboortedatum: '2099-01-01' };
    scenario()
      .when(meldAan, { ...facts, jeugdige: nogNietGeboren })
      .thenRefused('GEBOORTEDATUM_IN_TOEKOMST');
  });

  it('given a traject, when the same aanmelding comes again, then nothing happens', () => {
    scenario(aangemeld).when(meldAan).thenNothingHappened();
  });
});

describe('toewijzing of a plek', () => {
  it('given a reservation for this traject, then its plek is assigned for as long as it is held', () => {
    scenario(aangemeld).when(wijsToe()).then(toegewezen());
  });

  it('given an assigned plek, when assigned again, then nothing happens', () => {
    scenario(aangemeld, toegewezen()).when(wijsToe()).thenNothingHappened();
  });

  it.each<[string, TrajectFacts['voorziening']]>([
    ['no reservation', { variant: 'dwanggroep', reservering: null }],
    [
      'another reservation than the named one',
      {
        variant: 'dwanggroep',
        reservering: { reserveringId: deriveId('andere'), geldigTot: '2026-03-05T12:00:00.000Z' },
      },
    ],
  ])('given %s that holds, then it is refused, assigned before or not', (_, voorziening) => {
    for (const history of [[aangemeld], [aangemeld, toegewezen()]])
      scenario(...history)
        .when(wijsToe(), { voorziening })
        .thenRefused('GEEN_GELDIGE_RESERVERING');
  });

  it('given an unknown voorziening, then it is refused', () => {
    scenario(aangemeld).when(wijsToe(), { voorziening: null }).thenRefused('NIET_GEVONDEN');
  });

  it('given a toewijzing dated before the aanmelding, then it is refused', () => {
    scenario(aangemeld).when(wijsToe(EERDER)).thenRefused('DATUM_VOLGORDE');
  });
});

describe('opname', () => {
  it('given a machtiging and an assigned plek, then it is recorded without a flag, with the age on that day', () => {
    scenario(aangemeld, toegewezen()).when(start()).then(opgenomen());
  });

  it('given the evening before the birthday, then the age is that of the day in Amsterdam', () => {
    // 22:59 UTC is 23:59 in Amsterdam; a minute later it is the birthday, 2 March.
    scenario(aangemeld, toegewezen()).when(start('2026-03-01T22:59:00.000Z')).then(opgenomen([], 15));
    scenario(aangemeld, toegewezen()).when(start('2026-03-01T23:00:00.000Z')).then(opgenomen([], 16));
  });

  it('given no machtiging that holds, then it is recorded with that flag', () => {
    scenario(aangemeld, toegewezen())
      .when(start(), { ...facts, machtigingGeldt: false })
      .then(opgenomen(['zonder_machtiging']));
  });

  it('given no toewijzing, then it is recorded with that flag', () => {
    scenario(aangemeld)
      .when(start())
      .then(opgenomen(['zonder_toewijzing']));
  });

  it('given a toewijzing that expires at this moment, then it counts as none', () => {
    scenario(aangemeld, toegewezen(NU))
      .when(start())
      .then(opgenomen(['zonder_toewijzing']));
  });

  it('given another plek than the assigned one, and no machtiging, then both flags are recorded', () => {
    const elders = new StartOpname(
      { trajectId, voorzieningId: andereId, machtigingId: null, redencodes: ['wachtlijst'] },
      om(),
    );
    scenario(aangemeld, toegewezen())
      .when(elders, { ...facts, machtigingGeldt: false })
      .then(
        feit.opnameGestart.of({
          ...{ ...opgenomen().data, voorzieningId: andereId, machtigingId: null },
          redencodes: ['wachtlijst'],
          vlaggen: ['zonder_machtiging', 'andere_plek_dan_toegewezen'],
        }),
      );
  });

  it.each([{ voorziening: null }, { jeugdige: null }])('given something unknown (%j), then it is refused', (onbekend) =>
    scenario(aangemeld)
      .when(start(), { ...facts, ...onbekend })
      .thenRefused('NIET_GEVONDEN'),
  );

  it('given a date before the aanmelding, then it is refused', () => {
    scenario(aangemeld).when(start(EERDER)).thenRefused('DATUM_VOLGORDE');
  });

  it.each(['2027-01-01', '1990-01-01', VERNIETIGD])(
    'given the impossible geboortedatum %s, then it is refused',
    (geboortedatum) =>
      scenario(aangemeld)
        .when(start(), { ...facts, jeugdige: { ...facts.jeugdige!, geboortedatum } })
        .thenRefused('LEEFTIJD_KLOPT_NIET'),
  );

  it('given an opname, when the same one comes again, then nothing happens; another is refused', () => {
    scenario(...verblijf)
      .when(start(TOEN))
      .thenNothingHappened();
    scenario(...verblijf)
      .when(start(NU))
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
  });
});

it('given an aanmelding or an opname from before, when it is read today, then what was not recorded is not known', () => {
  const catalogue = new EventCatalogue(trajectEvents, trajectUpcasters);
  const { hernieuwd: _, vorigTrajectId: __, ...aanmelding } = aangemeld.data;
  expect(catalogue.upcast('traject.aangemeld@1', aanmelding)).toEqual({
    type: 'traject.aangemeld@2',
    data: { ...aanmelding, hernieuwd: null, vorigTrajectId: null },
  });
  const { redencodes: ___, ...opname } = opgenomen().data;
  expect(catalogue.upcast('traject.opname-gestart@1', opname)).toEqual({
    type: 'traject.opname-gestart@2',
    data: { ...opname, redencodes: null },
  });
});

it('given the event types of a traject, then exactly these fields are personal', () => {
  const velden = trajectEvents.flatMap(({ type, schema }) =>
    [...persoonsgegevensVan(schema)].map(([veld, sleutel]) => `${type} ${veld} ${sleutel}`),
  );
  expect(velden).toEqual([
    'traject.overgeplaatst@1 reden jeugdigeId',
    'traject.nazorg-voortgang@1 stand jeugdigeId',
    'traject.aanbieder-antwoordde@1 reden jeugdigeId',
    'traject.trajectberaad-gehouden@1 trajectafspraken jeugdigeId',
    'traject.trajectberaad-gehouden@1 regieafspraken jeugdigeId',
    'traject.bloedspoed-beoordeeld@1 gronden jeugdigeId',
    'traject.plek-beoordeeld@1 toelichting jeugdigeId',
    'traject.veiligheidsweging-vastgelegd@1 criteria jeugdigeId',
    'traject.route-voor-jhp-vastgelegd@1 toelichting jeugdigeId',
    'traject.variant-gekozen@1 profiel jeugdigeId',
    'traject.variant-gekozen@1 redenKeuze jeugdigeId',
    'traject.variant-gekozen@1 redenen jeugdigeId',
    'traject.variant-gekozen@1 criteria jeugdigeId',
    'traject.aanmelding-ingetrokken@1 reden jeugdigeId',
    'traject.perspectief-vastgesteld@1 perspectief jeugdigeId',
    'traject.plan-vastgesteld@1 doelen jeugdigeId',
    'traject.plan-besproken@1 redenGeenNetwerk jeugdigeId',
    'traject.plan-besproken@1 redenJeugdigeNietGehoord jeugdigeId',
    'traject.plan-bezwaar-gemaakt@1 tekst jeugdigeId',
    'traject.plan-geevalueerd@1 verslag jeugdigeId',
    'traject.veiligheidsplan-vastgesteld@1 jongere jeugdigeId',
    'traject.veiligheidsplan-vastgesteld@1 gezin jeugdigeId',
    'traject.veiligheidsplan-vastgesteld@1 professionals jeugdigeId',
    'traject.veiligheidsplan-vastgesteld@1 omgeving jeugdigeId',
    'traject.onderwijs-gestart@1 redenNiveau jeugdigeId',
    'traject.dagprogramma-vastgesteld@1 toelichting jeugdigeId',
    'traject.maatregel-toegepast@1 minderBezwarendGeprobeerd jeugdigeId',
    'traject.maatregel-toegepast@1 reden jeugdigeId',
    'traject.verlof-ingetrokken@1 reden jeugdigeId',
    'traject.incident-gemeld@1 omschrijving jeugdigeId',
    'traject.incident-afgehandeld@1 geleerd jeugdigeId',
    'traject.spoedplaatsing-besproken@1 toelichting jeugdigeId',
    'traject.klaar-voor-uitstroom@1 toelichting jeugdigeId',
    'traject.vervolgplek-antwoord@1 reden jeugdigeId',
    'traject.gecorrigeerd@1 reden jeugdigeId',
    'traject.feit-ingetrokken@1 reden jeugdigeId',
  ]);
});
