import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  nieuwJeugdigeId,
  overdrachtIdVan,
  RegistreerJeugdige,
  SluitDossier,
} from '@regielijn/jeugdige';
import { datumVan, type Instant } from '@regielijn/kern';
import { LegBeschikkingVast, LegVerzoekVast, nieuwMachtigingId, wettelijkUiterlijk } from '@regielijn/machtiging';
import {
  EindigNaOnttrekking,
  LegLokalePartnerVast,
  MeldAan,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  nieuwTrajectId,
  PlaatsOver,
  SluitTrajectAf,
  StartOpname,
  StelNazorgplanVast,
  StelPerspectiefVast,
  WijsPlekToe,
} from '@regielijn/traject';
import { ReserveerPlek, reserveringIdVan } from '@regielijn/voorziening';
import { type DemoOpdracht, Dossierlijst, eerder, later, plusUren } from './opdrachten.js';
import type { Persoon } from './personen.js';
import type { GeplandeJeugdige, GeplandTraject } from './plan/demo-plan.js';

interface DossierContext {
  readonly seed: number;
  readonly drempelDagen: number;
  /** The gecertificeerde instelling that holds casusregie where the practice of the region says so. */
  readonly gi: string;
  voorzieningId(key: string): string;
}

/** What several steps of one dossier share. */
interface Schrijver {
  readonly lijst: Dossierlijst;
  readonly context: DossierContext;
  readonly jeugdige: GeplandeJeugdige;
  readonly jeugdigeId: string;
  readonly gemeente: string;
}

const DAG = 24;

const PERSPECTIEVEN = [
  { levensgebied: 'wonen', perspectief: 'Na dit verblijf een plek waar rust is en iemand meedenkt.' },
  { levensgebied: 'school_werk', perspectief: 'Weer naar school, met begeleiding in het begin.' },
] as const;

/**
 * Who held casusregie during a traject: the GI with a kinderbeschermingsmaatregel and in Rijnmond always, else the
 * gemeente kept it. Source: Impactanalyse Jeugdhulp Plus Zuidwest (2020), casusregie per regio.
 */
const giVoertRegie = ({ kader, regio }: GeplandeJeugdige): boolean => kader === 'gedwongen' || regio === 'rijnmond';

/** All commands of one jeugdige, from registration to the closed dossier, in order of time. Ids follow from seed and keys. */
export const schrijfDossier = (
  jeugdige: GeplandeJeugdige,
  persoon: Persoon,
  context: DossierContext,
): readonly DemoOpdracht[] => {
  const lijst = new Dossierlijst(context.seed, jeugdige.key);
  const { herkomstGemeente, geboortedatum, geslacht, trajecten } = jeugdige;
  const gemeente = 'code' in herkomstGemeente ? `gemeente-${herkomstGemeente.code}` : 'gemeente-overig';
  const registratie = lijst.geef(plusUren(trajecten[0]!.aanmeldingOp, -2), 'registratie', RegistreerJeugdige, {
    ...{ ...persoon, geboortedatum, geslacht },
    gemeente: 'code' in herkomstGemeente ? herkomstGemeente : { ...herkomstGemeente, regiehouder: gemeente },
  });
  const schrijver = { lijst, context, jeugdige, jeugdigeId: nieuwJeugdigeId(registratie), gemeente };
  let giVoert = false;
  let klaarOp = registratie;
  trajecten.forEach((traject, index) => {
    if (giVoertRegie(jeugdige) && !giVoert)
      draagOver(schrijver, plusUren(beschiktOp(traject), 0), `${traject.key} heen`, 'GI', context.gi);
    giVoert = giVoertRegie(jeugdige);
    schrijfTraject(schrijver, traject, trajecten[index - 1]);
    const volgende = trajecten[index + 1];
    klaarOp = nazorg(schrijver, traject);
    const terugOp = plusUren(traject.eindigtOp, DAG);
    if (giVoert && (!volgende || plusUren(terugOp, 3 * DAG) < volgende.aanmeldingOp)) {
      draagOver(schrijver, terugOp, `${traject.key} terug`, 'gemeente', gemeente);
      giVoert = false;
    }
  });
  lijst.geef(plusUren(klaarOp, 3 * DAG), 'sluiting', SluitDossier, { jeugdigeId: schrijver.jeugdigeId });
  return lijst.opVolgorde();
};

/** The beschikking comes within a day of the aanmelding, and before the opname. */
const beschiktOp = ({ aanmeldingOp, verblijven }: GeplandTraject): Instant =>
  eerder(verblijven[0]!.van, plusUren(aanmeldingOp, 20));

const draagOver = (
  { lijst, jeugdigeId }: Schrijver,
  op: Instant,
  label: string,
  soort: 'GI' | 'gemeente',
  organisatie: string,
): void => {
  const aanbod = { jeugdigeId, aan: { soort, organisatie }, geldigTot: plusUren(op, 14 * DAG) };
  const overdrachtId = overdrachtIdVan(lijst.geef(op, `${label}: aanbod`, BiedRegieoverdrachtAan, aanbod));
  const medewerker = `${organisatie}-${label.length % 7}`;
  lijst.geef(plusUren(op, 1), `${label}: aanvaarding`, AanvaardRegieoverdracht, {
    jeugdigeId,
    overdrachtId,
    organisatie,
    medewerker,
  });
};

const schrijfTraject = (schrijver: Schrijver, traject: GeplandTraject, vorig: GeplandTraject | undefined): void => {
  const { lijst, jeugdige, jeugdigeId, gemeente, context } = schrijver;
  const { key, aanmeldingOp, urgentie, herkomst } = traject;
  const aanmelder = giVoertRegie(jeugdige) ? context.gi : gemeente;
  // Named, so that it does not depend on how far the read models are.
  const vorigTrajectId = vorig ? trajectIdVan(schrijver, vorig) : null;
  const aanmelding = { jeugdigeId, urgentie, kader: jeugdige.kader, herkomst, aanmelder, vorigTrajectId };
  lijst.geef(aanmeldingOp, `${key}: aanmelding`, MeldAan, aanmelding);
  const machtigingId = machtigingen(schrijver, traject);
  verblijf(schrijver, traject, machtigingId);
  einde(schrijver, traject);
};

const trajectIdVan = ({ lijst }: Schrijver, { key }: GeplandTraject): string =>
  nieuwTrajectId(lijst.commandId(`${key}: aanmelding`));

/** A machtiging before the opname, then one after the other as long as the verblijf lasts. Answers the first one's id. */
const machtigingen = (
  { lijst, jeugdige, jeugdigeId, gemeente, context }: Schrijver,
  traject: GeplandTraject,
): string => {
  const { kader } = jeugdige;
  const [eersteDag, laatsteDag] = [datumVan(traject.verblijven[0]!.van), datumVan(traject.eindigtOp)];
  const ids: string[] = [];
  for (let geldigVan = eersteDag; ids.length === 0 || geldigVan <= laatsteDag;) {
    const eerste = ids.length === 0;
    const soort = eerste && traject.urgentie === 'bloedspoed' ? 'SPOED' : 'MGJ';
    const verlengdOp = later(beschiktOp(traject), plusUren(`${geldigVan}T09:00:00.000Z`, -7 * DAG));
    const label = `${traject.key}: machtiging ${ids.length + 1}`;
    const machtigingId = nieuwMachtigingId(
      lijst.geef(eerste ? traject.aanmeldingOp : verlengdOp, `${label} verzoek`, LegVerzoekVast, {
        ...{ jeugdigeId, soort, kader, grondslag: kader === 'gedwongen' ? 'OTS' : 'INSTEMMING_WV' },
        verzoeker: kader === 'gedwongen' ? context.gi : gemeente,
      }),
    );
    const op = eerste ? beschiktOp(traject) : verlengdOp;
    const geldigTot = wettelijkUiterlijk(soort, geldigVan);
    const beschikking = { machtigingId, uitkomst: 'verleend', beschikkingOp: datumVan(op), geldigVan, geldigTot };
    lijst.geef(op, `${label} beschikking`, LegBeschikkingVast, beschikking);
    ids.push(machtigingId);
    geldigVan = geldigTot;
  }
  return ids[0]!;
};

const verblijf = (schrijver: Schrijver, traject: GeplandTraject, machtigingId: string): void => {
  const { lijst, context } = schrijver;
  const { key, verblijven, korteOnttrekkingen, eindigtOp } = traject;
  const trajectId = trajectIdVan(schrijver, traject);
  verblijven.forEach(({ voorziening, van }, index) => {
    const voorzieningId = context.voorzieningId(voorziening);
    const label = `${key}: verblijf ${index + 1}`;
    if (index === 0) {
      const reservering = { voorzieningId, trajectId, geldigTot: plusUren(van, 3 * DAG) };
      const reserveringId = reserveringIdVan(lijst.geef(van, `${label} reservering`, ReserveerPlek, reservering));
      lijst.geef(van, `${label} toewijzing`, WijsPlekToe, { trajectId, voorzieningId, reserveringId });
      lijst.geef(van, `${label} opname`, StartOpname, { trajectId, voorzieningId, machtigingId });
    } else lijst.geef(van, `${label} overplaatsing`, PlaatsOver, { trajectId, voorzieningId });
  });
  PERSPECTIEVEN.forEach((perspectief, index) => {
    const op = plusUren(verblijven[0]!.van, (30 + 25 * index) * DAG);
    if (op < eindigtOp)
      lijst.geef(op, `${key}: perspectief ${index}`, StelPerspectiefVast, {
        trajectId,
        ...perspectief,
        metJeugdige: true,
      });
  });
  korteOnttrekkingen.forEach(({ van, tot }, index) => {
    lijst.geef(van, `${key}: onttrekking ${index}`, MeldOnttrekking, { trajectId });
    lijst.geef(tot, `${key}: terugkeer ${index}`, MeldTerugkeer, { trajectId });
  });
};

const einde = (schrijver: Schrijver, traject: GeplandTraject): void => {
  const { lijst, context } = schrijver;
  const { key, einde: hoe, eindigtOp } = traject;
  const trajectId = trajectIdVan(schrijver, traject);
  if (hoe.soort === 'uitstroom') {
    lijst.geef(eindigtOp, `${key}: uitstroom`, MeldUitstroom, { trajectId, bestemming: hoe.bestemming });
    return;
  }
  lijst.geef(hoe.vanaf, `${key}: onttrekking`, MeldOnttrekking, { trajectId });
  lijst.geef(eindigtOp, `${key}: einde`, EindigNaOnttrekking, { trajectId, drempelDagen: context.drempelDagen });
};

/** The plan at uitstroom, a lokale partner within months, then the traject closes. Answers when. */
const nazorg = (schrijver: Schrijver, traject: GeplandTraject): Instant => {
  const { lijst, gemeente } = schrijver;
  const { key, einde: hoe, eindigtOp } = traject;
  const trajectId = trajectIdVan(schrijver, traject);
  const nodig = hoe.soort === 'uitstroom';
  const partner = `wijkteam-${gemeente.slice(-4)}`;
  const levensgebieden = [
    { levensgebied: 'wonen', nodig, lokalePartner: nodig ? partner : null },
    { levensgebied: 'school_werk', nodig: false },
  ];
  lijst.geef(plusUren(eindigtOp, 1), `${key}: nazorgplan`, StelNazorgplanVast, { trajectId, levensgebieden });
  const opgepaktOp = plusUren(eindigtOp, (nodig ? 60 : 2) * DAG);
  if (nodig)
    lijst.geef(opgepaktOp, `${key}: partner`, LegLokalePartnerVast, { trajectId, levensgebied: 'wonen', partner });
  lijst.geef(plusUren(opgepaktOp, DAG), `${key}: afsluiting`, SluitTrajectAf, { trajectId });
  return plusUren(opgepaktOp, DAG);
};
