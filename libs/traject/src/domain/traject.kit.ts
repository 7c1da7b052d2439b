import { deriveId, type DomainEvent, type Levensgebied } from '@regielijn/kern';
import { given, testContext } from '../../../kern/src/scenario.kit.js';
import {
  EindigNaOnttrekking,
  LegLokalePartnerVast,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  PlaatsOver,
  SluitTrajectAf,
  StartOpname,
  StelNazorgplanVast,
  type TrajectCommand,
  WijsPlekToe,
} from './commands.js';
import { trajectDecider, type TrajectFacts } from './decide.js';
import { type TrajectEvent, trajectFeiten as feit } from './events.js';

export const [trajectId, jeugdigeId, machtigingId] = [
  deriveId('traject'),
  deriveId('jeugdige'),
  deriveId('machtiging'),
];
export const [voorzieningId, andereId, reserveringId] = [
  deriveId('groep'),
  deriveId('andere groep'),
  deriveId('reservering'),
];
export const ids = { trajectId, jeugdigeId };

/** `past` puts everything at 10:00 on 1 March 2026 in Amsterdam; what is asked, is asked the day after. */
export const TOEN = '2026-03-01T09:00:00.000Z';
export const NU = '2026-03-02T09:30:00.000Z';
export const EERDER = '2026-03-01T08:59:59.999Z';
export const om = (geldigOp = NU) => testContext({ geldigOp, nu: geldigOp > NU ? geldigOp : NU });

export const facts: TrajectFacts = {
  jeugdige: { geboortedatum: '2010-03-02', gemeentecode: '0599', regio: 'rijnmond' },
  voorziening: { variant: 'dwanggroep', reservering: { reserveringId, geldigTot: '2026-03-05T12:00:00.000Z' } },
  machtigingGeldt: true,
};

export const aangemeld = feit.aangemeld.of({
  ...{ ...ids, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-demo' },
  ...{ gemeentecode: '0599', regio: 'rijnmond', hernieuwd: false, vorigTrajectId: null },
});
export const toegewezen = (geldigTot = '2026-03-05T12:00:00.000Z') =>
  feit.plekToegewezen.of({ ...ids, voorzieningId, reserveringId, variant: 'dwanggroep', geldigTot });
export const opgenomen = (vlaggen: Parameters<typeof feit.opnameGestart.of>[0]['vlaggen'] = [], leeftijd = 16) =>
  feit.opnameGestart.of({
    ...{ ...ids, voorzieningId, variant: 'dwanggroep', machtigingId, leeftijd, vlaggen },
    redencodes: [],
  });
export const overgeplaatst = feit.overgeplaatst.of({
  ...{ ...ids, vanVoorzieningId: voorzieningId, voorzieningId: andereId, variant: 'dwanggroep', reden: null },
});
export const onttrokken = feit.onttrekkingGemeld.of(ids);
export const terug = feit.teruggekeerd.of(ids);
export const naOnttrekking = feit.geeindigdNaOnttrekking.of({ ...ids, drempelDagen: 14 });
export const uitgestroomd = feit.uitstroomGerealiseerd.of({ ...ids, bestemming: 'pleegzorg' });
export const afgesloten = feit.afgesloten.of(ids);
export const perspectief = { trajectId, levensgebied: 'wonen', perspectief: 'bij oma', metJeugdige: true } as const;
export const gebied = (levensgebied: Levensgebied, nodig: boolean) => ({
  ...{ levensgebied, nodig, lokalePartner: nodig ? 'wijkteam-noord' : null },
});
export const plan = (...levensgebieden: ReturnType<typeof gebied>[]) =>
  feit.nazorgplanVastgesteld.of({ ...ids, levensgebieden });
export const opgepakt = (levensgebied: 'wonen' | 'welzijn') =>
  feit.lokalePartnerOpgepakt.of({ ...ids, levensgebied, partner: 'wijkteam-noord' });

export const wijsToe = (geldigOp = NU) => new WijsPlekToe({ trajectId, voorzieningId, reserveringId }, om(geldigOp));
export const start = (geldigOp = NU) =>
  new StartOpname({ trajectId, voorzieningId, machtigingId, redencodes: [] }, om(geldigOp));
export const plaatsOver = (geldigOp = NU, id = andereId) =>
  new PlaatsOver({ trajectId, voorzieningId: id, reden: null }, om(geldigOp));
export const meldOnttrekking = (geldigOp = NU) => new MeldOnttrekking({ trajectId }, om(geldigOp));
export const meldTerugkeer = (geldigOp = NU) => new MeldTerugkeer({ trajectId }, om(geldigOp));
export const eindig = (geldigOp = '2026-04-01T09:00:00.000Z') =>
  new EindigNaOnttrekking({ trajectId, drempelDagen: 14 }, om(geldigOp));
export const stroomUit = (geldigOp = NU, bestemming: MeldUitstroom['data']['bestemming'] = 'pleegzorg') =>
  new MeldUitstroom({ trajectId, bestemming }, om(geldigOp));
export const maakPlan = (...levensgebieden: ReturnType<typeof gebied>[]) =>
  new StelNazorgplanVast({ trajectId, levensgebieden }, om());
export const pakOp = (levensgebied: 'wonen' | 'welzijn' = 'wonen') =>
  new LegLokalePartnerVast({ trajectId, levensgebied, partner: 'wijkteam-noord' }, om());
export const sluit = (geldigOp = NU) => new SluitTrajectAf({ trajectId }, om(geldigOp));

export const verblijf: readonly TrajectEvent[] = [aangemeld, toegewezen(), opgenomen()];
export const nazorg: readonly TrajectEvent[] = [...verblijf, uitgestroomd];

/** Facts are as they should be, unless the test says otherwise. */
export const scenario = (...history: readonly DomainEvent[]) => {
  const traject = given(trajectDecider, history);
  return { when: (command: TrajectCommand, met: TrajectFacts = facts) => traject.when(command, met) };
};
