import { describe, expect, it } from '@jest/globals';
import { deriveId, fold, persoonsgegevensVan, VERNIETIGD } from '@regielijn/kern';
import { given, past, testContext } from '../../../kern/src/scenario.kit.js';
import {
  EindigNaOnttrekking,
  LegLokalePartnerVast,
  MeldAan,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  PlaatsOver,
  SluitTrajectAf,
  StartOpname,
  StelNazorgplanVast,
  StelPerspectiefVast,
  type TrajectCommand,
  WijsPlekToe,
} from './commands.js';
import { nieuwTrajectId, trajectDecider, type TrajectFacts } from './decide.js';
import { type TrajectEvent, trajectEvents, trajectFeiten as feit } from './events.js';

const [trajectId, jeugdigeId, machtigingId] = [deriveId('traject'), deriveId('jeugdige'), deriveId('machtiging')];
const [voorzieningId, andereId, reserveringId] = [deriveId('groep'), deriveId('andere groep'), deriveId('reservering')];
const ids = { trajectId, jeugdigeId };

/** `past` puts everything at 10:00 on 1 March 2026 in Amsterdam; what is asked, is asked the day after. */
const TOEN = '2026-03-01T09:00:00.000Z';
const NU = '2026-03-02T09:30:00.000Z';
const EERDER = '2026-03-01T08:59:59.999Z';
const om = (geldigOp = NU) => testContext({ geldigOp, nu: geldigOp > NU ? geldigOp : NU });

const facts: TrajectFacts = {
  jeugdige: { geboortedatum: '2010-03-02', gemeentecode: '0599', regio: 'rijnmond' },
  voorziening: { variant: 'dwanggroep', reservering: { reserveringId, geldigTot: '2026-03-05T12:00:00.000Z' } },
  machtigingGeldt: true,
};

const aangemeld = feit.aangemeld.of({
  ...{ ...ids, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-demo' },
  ...{ gemeentecode: '0599', regio: 'rijnmond' },
});
const toegewezen = (geldigTot = '2026-03-05T12:00:00.000Z') =>
  feit.plekToegewezen.of({ ...ids, voorzieningId, reserveringId, variant: 'dwanggroep', geldigTot });
const opgenomen = (vlaggen: Parameters<typeof feit.opnameGestart.of>[0]['vlaggen'] = [], leeftijd = 16) =>
  feit.opnameGestart.of({ ...ids, voorzieningId, variant: 'dwanggroep', machtigingId, leeftijd, vlaggen });
const overgeplaatst = feit.overgeplaatst.of({
  ...{ ...ids, vanVoorzieningId: voorzieningId, voorzieningId: andereId, variant: 'dwanggroep', reden: null },
});
const onttrokken = feit.onttrekkingGemeld.of(ids);
const terug = feit.teruggekeerd.of(ids);
const naOnttrekking = feit.geeindigdNaOnttrekking.of({ ...ids, drempelDagen: 14 });
const uitgestroomd = feit.uitstroomGerealiseerd.of({ ...ids, bestemming: 'pleegzorg' });
const afgesloten = feit.afgesloten.of(ids);
const perspectief = { trajectId, levensgebied: 'wonen', perspectief: 'bij oma', metJeugdige: true } as const;
const gebied = (levensgebied: 'wonen' | 'welzijn' | 'veiligheid', nodig: boolean) => ({
  ...{ levensgebied, nodig, lokalePartner: nodig ? 'wijkteam-noord' : null },
});
const plan = (...levensgebieden: ReturnType<typeof gebied>[]) =>
  feit.nazorgplanVastgesteld.of({ ...ids, levensgebieden });
const opgepakt = (levensgebied: 'wonen' | 'welzijn') =>
  feit.lokalePartnerOpgepakt.of({ ...ids, levensgebied, partner: 'wijkteam-noord' });

const wijsToe = (geldigOp = NU, id = reserveringId) =>
  new WijsPlekToe({ trajectId, voorzieningId, reserveringId: id }, om(geldigOp));
const start = (geldigOp = NU) => new StartOpname({ trajectId, voorzieningId, machtigingId }, om(geldigOp));
const plaatsOver = (geldigOp = NU, id = andereId) =>
  new PlaatsOver({ trajectId, voorzieningId: id, reden: null }, om(geldigOp));
const meldOnttrekking = (geldigOp = NU) => new MeldOnttrekking({ trajectId }, om(geldigOp));
const meldTerugkeer = (geldigOp = NU) => new MeldTerugkeer({ trajectId }, om(geldigOp));
const eindig = (geldigOp: string) => new EindigNaOnttrekking({ trajectId, drempelDagen: 14 }, om(geldigOp));
const stroomUit = (geldigOp = NU, bestemming: MeldUitstroom['data']['bestemming'] = 'pleegzorg') =>
  new MeldUitstroom({ trajectId, bestemming }, om(geldigOp));
const maakPlan = new StelNazorgplanVast({ trajectId, levensgebieden: [gebied('wonen', true)] }, om());
const pakOp = new LegLokalePartnerVast({ trajectId, levensgebied: 'wonen', partner: 'wijkteam-noord' }, om());
const sluit = (geldigOp = NU) => new SluitTrajectAf({ trajectId }, om(geldigOp));

const verblijf: readonly TrajectEvent[] = [aangemeld, toegewezen(), opgenomen()];
const nazorg = [...verblijf, uitgestroomd];
const STANDEN: Readonly<Record<string, readonly TrajectEvent[]>> = {
  aangemeld: [aangemeld],
  verblijf,
  nazorg,
  afgesloten: [...nazorg, plan(), afgesloten],
};
/** What may be asked only in some stages of a traject. */
const MAG_IN: readonly [command: TrajectCommand, standen: readonly string[]][] = [
  [wijsToe(), ['aangemeld']],
  [start(), ['aangemeld']],
  [plaatsOver(), ['verblijf']],
  [meldOnttrekking(), ['verblijf']],
  [meldTerugkeer(), ['verblijf']],
  [eindig('2026-04-01T09:00:00.000Z'), ['verblijf']],
  [stroomUit(), ['verblijf']],
  [maakPlan, ['verblijf', 'nazorg', 'afgesloten']],
  [pakOp, ['nazorg', 'afgesloten']],
  [sluit(), ['nazorg', 'afgesloten']],
];

const scenario = (...history: readonly TrajectEvent[]) => {
  const traject = given(trajectDecider, history);
  return { when: (command: TrajectCommand, met: TrajectFacts = facts) => traject.when(command, met) };
};

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
  const { trajectId: _, gemeentecode, regio, ...data } = aangemeld.data;
  const meldAan = new MeldAan(data, om());

  it('given a registered jeugdige, when aangemeld, then gemeente and region of that day stand beside it', () => {
    scenario()
      .when(meldAan)
      .then(feit.aangemeld.of({ ...data, gemeentecode, regio, trajectId: nieuwTrajectId(om().commandId) }));
  });

  it('given nobody, when aangemeld, then it is refused', () => {
    scenario()
      .when(meldAan, { ...facts, jeugdige: null })
      .thenRefused('NIET_GEVONDEN');
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
    const elders = new StartOpname({ trajectId, voorzieningId: andereId, machtigingId: null }, om());
    scenario(aangemeld, toegewezen())
      .when(elders, { ...facts, machtigingGeldt: false })
      .then(
        feit.opnameGestart.of({
          ...{ ...opgenomen().data, voorzieningId: andereId, machtigingId: null },
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
