import { dienstAccounts } from '@regielijn/toegang';
import type { Answer, TestApi } from './engine.js';
import { vulMachtigingen } from './machtiging-met-tekst.js';
import { inMotivering, vulMotivering } from './motivering-met-tekst.js';
import { inOmgeving, vulOmgeving } from './omgeving-met-tekst.js';
import { vulOpschaling } from './opschaling-met-tekst.js';
import { inRegie, vulRegie } from './regie-met-tekst.js';
import { vulReview } from './review-met-tekst.js';
import type { Sentinels } from './sentinels.js';
import { vulTerugkeer } from './terugkeer-met-tekst.js';
import { vulTermijn } from './termijn-met-tekst.js';
import { inToeleiding, vulToeleiding } from './toeleiding-met-tekst.js';
import { inZorg, vulNazorg, vulZorg } from './zorg-met-tekst.js';

export const persoon = { bsn: '999993501', naam: 'Zwaantje Schildwacht', geboortedatum: '2010-11-23' };
export const registratie = { ...persoon, geslacht: 'vrouw', gemeente: { code: '0599' } };

/** What stands in the personal fields of the dossier, by what it is. */
export const inDossier = {
  ...persoon,
  eersteBsn: '999993513',
  nieuweNaam: 'Zwaantje van Dwaalgast',
  redenNaam: 'Roepnaam en nummer stonden verkeerd op het paspoort van moeder',
  toelichting: 'Haar broer weet dat zij is aangemeld',
  redenWeigering: 'Wij kennen haar oom uit een ander onderzoek',
  redenTerug: 'Zij wil eerst met oma Truida praten',
  redenGeenWeigering: 'Het ging over een naamgenoot uit Brielle',
  perspectief: 'Zij gaat na de zomer bij tante Wiesje wonen',
  nieuwPerspectief: 'Zij gaat na de herfst bij tante Lobke wonen',
  redenPerspectief: 'Tante Wiesje verhuist naar het buitenland',
  ingetrokkenPerspectief: 'Zij wordt leerling bij bakkerij Korenaar',
  redenIntrekking: 'Bakkerij Korenaar had het over haar nichtje',
  redenOverplaatsing: 'Zij slaapt slecht naast kamergenoot Fleurtje',
  redenMachtiging: 'De griffier las de datum voor van haar zusje',
  redenGeenEinde: 'De rechter bedoelde haar stiefbroer',
  redenGeenOnderzoek: 'Zij zat die week bij peettante Geertrui',
  toelichtingMachtiging: 'Zij mist haar hond Boefje erg',
  redenenOpname: 'Zij sliep drie nachten bij dealer Ricardo',
  ...inOmgeving,
  ...inRegie,
  ...inToeleiding,
  ...inMotivering,
  ...inZorg,
} satisfies Sentinels;

/** Free text about the voorziening, which takes the key of the voorziening. */
export const inVoorziening = {
  redenVoorziening: 'Begeleider Joris is langdurig ziek',
  redenGeenOpening: 'De kamer van Melle is nog niet leeg',
} satisfies Sentinels;

/** What a document of the dossier is called, what is in it, and why one was corrected and one withdrawn. */
export const inDocument = {
  titel: 'Verslag over Zwaantje en haar nicht Roelien',
  nieuweTitel: 'Verslag over Zwaantje en haar nicht Roosmarijn',
  inhoud: 'Zwaantje vertelde over het atelier van nicht Roosmarijn',
  redenTitel: 'De nicht heet anders dan de begeleider dacht',
  redenWeg: 'Dit verslag ging over haar klasgenoot Hilbert',
} satisfies Sentinels;

export interface DossierMetTekst {
  readonly jeugdigeId: string;
  /** The pad of each, for commands. */
  readonly jeugdige: string;
  readonly machtiging: string;
  readonly traject: string;
  readonly document: string;
  /** Ids of facts, to correct or withdraw. */
  readonly registratie: string;
  readonly perspectief: string;
}

/** The body of an answer that must be a success. */
export const gelukt = async (answer: Promise<Answer>): Promise<any> => {
  const { status, body } = await answer;
  if (status > 201) throw new Error(`${status} ${body.code}: ${body.detail}`);
  return body;
};

/** Gives the commands of one dossier, and keeps where everything lies. */
class Schrijver {
  private readonly dienst;
  private readonly gi;

  constructor(api: TestApi) {
    this.dienst = api.client(dienstAccounts.demo);
    this.gi = api.as('jeugdbeschermer');
  }

  async registreer() {
    const { id, gebeurtenissen } = await this.doe('/v1/jeugdigen', {
      ...registratie,
      bsn: inDossier.eersteBsn,
      geldigOp: '2026-01-05T09:00:00Z',
    });
    const correctie = { vervangt: gebeurtenissen[0], velden: { naam: inDossier.nieuweNaam, bsn: persoon.bsn } };
    await this.doe(`/v1/jeugdigen/${id}/correcties`, { ...correctie, reden: inDossier.redenNaam });
    return { jeugdigeId: id as string, registratie: gebeurtenissen[0] as string };
  }

  /** One offer turned down, or so it seemed, one taken back, one accepted. */
  async draagOver(jeugdige: string): Promise<void> {
    const aan = { soort: 'GI', organisatie: 'gi-jb-west' };
    const aanbod = {
      aan,
      geldigTot: '2099-01-01T00:00:00Z',
      toelichting: inDossier.toelichting,
      minimumset: { plan: inRegie.plan },
    };
    const bied = async (): Promise<string> =>
      `${jeugdige}/regieoverdrachten/${(await this.doe(`${jeugdige}/regieoverdrachten`, aanbod)).id}`;
    const weigering = this.gi.post(`${await bied()}/weigering`, { reden: inDossier.redenWeigering });
    const { gebeurtenissen } = await gelukt(weigering);
    await this.doe(`${await bied()}/intrekking`, { reden: inDossier.redenTerug });
    await gelukt(
      this.gi.post(`${await bied()}/aanvaarding`, { medewerker: 'jb-017', voorwaarden: [inRegie.voorwaarde] }),
    );
    await this.trekIn(jeugdige, gebeurtenissen[0], inDossier.redenGeenWeigering);
  }

  async machtig(jeugdigeId: string): Promise<string> {
    const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
    const { id } = await this.doe('/v1/machtigingen/ingediende-verzoeken', {
      ...verzoek,
      jeugdigeId,
      geldigOp: '2026-01-06T09:00:00Z',
    });
    const geldig = { beschikkingOp: '2026-01-08', geldigVan: '2026-01-08', geldigTot: '2026-07-08' };
    const beschikking = { uitkomst: 'verleend', ...geldig };
    const { gebeurtenissen } = await this.doe(`/v1/machtigingen/${id}/beschikking`, beschikking);
    const correctie = { vervangt: gebeurtenissen[0], velden: { geldigTot: '2026-06-08' } };
    await this.doe(`/v1/machtigingen/${id}/correcties`, { ...correctie, reden: inDossier.redenMachtiging });
    const einde = await this.doe(`/v1/machtigingen/${id}/einde`, { grond: 'verblijf_niet_langer_nodig' });
    await this.trekIn(`/v1/machtigingen/${id}`, einde.gebeurtenissen[0], inDossier.redenGeenEinde);
    await vulMachtigingen((pad, body) => this.doe(pad, body), jeugdigeId, {
      redenGeenOnderzoek: inDossier.redenGeenOnderzoek,
      toelichting: inDossier.toelichtingMachtiging,
      redenen: inDossier.redenenOpname,
    });
    return id;
  }

  async meldAan(jeugdigeId: string): Promise<string> {
    const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
    return (await this.doe('/v1/trajecten', { ...aanmelding, jeugdigeId, geldigOp: '2026-01-08T11:00:00Z' })).id;
  }

  async verblijf(traject: string, machtigingId: string): Promise<void> {
    const voorzieningId = await this.open('Groep De Eik');
    await this.doe(`${traject}/opname`, { voorzieningId, machtigingId, geldigOp: '2026-01-09T22:15:00+01:00' });
    const naar = await this.open('Groep De Beuk');
    const reden = inDossier.redenOverplaatsing;
    await this.doe(`${traject}/overplaatsingen`, { voorzieningId: naar, reden });
  }

  /** One perspectief corrected, one withdrawn. */
  async perspectieven(traject: string): Promise<string> {
    const stel = async (perspectief: string): Promise<string> => {
      const wonen = { levensgebied: 'wonen', perspectief, metJeugdige: true };
      return (await this.doe(`${traject}/perspectieven`, wonen)).gebeurtenissen[0];
    };
    const vervangt = await stel(inDossier.perspectief);
    const velden = { perspectief: inDossier.nieuwPerspectief };
    await this.doe(`${traject}/correcties`, { vervangt, velden, reden: inDossier.redenPerspectief });
    await this.trekIn(traject, await stel(inDossier.ingetrokkenPerspectief), inDossier.redenIntrekking);
    return vervangt;
  }

  /** One with a corrected title, one withdrawn. */
  async documenten(jeugdigeId: string): Promise<string> {
    const verslag = {
      ...{ hoortBij: { soort: 'jeugdige', id: jeugdigeId }, soort: 'verslag', titel: inDocument.titel },
      ...{ mediatype: 'application/pdf', inhoud: Buffer.from(`%PDF-1.7 ${inDocument.inhoud}`).toString('base64') },
    };
    const leg = () => this.doe(`/v1/jeugdigen/${jeugdigeId}/documenten`, verslag);
    const { id, gebeurtenissen } = await leg();
    const correctie = { vervangt: gebeurtenissen[0], velden: { titel: inDocument.nieuweTitel } };
    await this.doe(`/v1/documenten/${id}/correcties`, { ...correctie, reden: inDocument.redenTitel });
    const weg = await leg();
    await this.doe(`/v1/documenten/${weg.id}/versies/1/intrekking`, { reden: inDocument.redenWeg });
    return id;
  }

  async regie(jeugdige: string): Promise<void> {
    await vulRegie((pad, body) => this.doe(pad, body), jeugdige);
  }

  async omgeving(jeugdige: string): Promise<void> {
    await vulOmgeving((pad, body) => this.doe(pad, body), jeugdige);
  }

  async toeleiding(traject: string, jeugdigeId: string): Promise<void> {
    const tweede = `/v1/trajecten/${await this.meldAan(jeugdigeId)}`;
    const voorzieningId = await this.open('Groep De Linde');
    await vulToeleiding((pad, body) => this.doe(pad, body), { traject, voorzieningId, tweede });
  }

  async vertrek(traject: string): Promise<void> {
    const doe = (pad: string, body: object) => this.doe(pad, body);
    await vulZorg(doe, traject);
    await this.doe(`${traject}/uitstroom`, { bestemming: 'thuis_of_netwerk' });
    await vulNazorg(doe, traject);
  }

  private async open(naam: string): Promise<string> {
    const groep = { naam, aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'crisisgroep' };
    const { id } = await this.doe('/v1/voorzieningen', groep);
    const opening = { aantal: 1, vanaf: '2026-01-01' };
    const { gebeurtenissen } = await this.doe(`/v1/voorzieningen/${id}/openingen`, opening);
    const correctie = { vervangt: gebeurtenissen[0], velden: { aantal: 2 } };
    await this.doe(`/v1/voorzieningen/${id}/correcties`, { ...correctie, reden: inVoorziening.redenVoorziening });
    const nogEen = await this.doe(`/v1/voorzieningen/${id}/openingen`, opening);
    await this.trekIn(`/v1/voorzieningen/${id}`, nogEen.gebeurtenissen[0], inVoorziening.redenGeenOpening);
    return id;
  }

  private async trekIn(van: string, vervangt: string, reden: string): Promise<void> {
    await this.doe(`${van}/intrekkingen`, { vervangt, reden });
  }

  private doe(pad: string, body: object): Promise<any> {
    return gelukt(this.dienst.post(pad, body));
  }
}

/** The thin line up to the nazorg over HTTP, with text in every personal field there is, corrections and withdrawals. */
export const legDossierAan = async (api: TestApi): Promise<DossierMetTekst> => {
  const schrijver = new Schrijver(api);
  const { jeugdigeId, registratie: feit } = await schrijver.registreer();
  const jeugdige = `/v1/jeugdigen/${jeugdigeId}`;
  const machtigingId = await schrijver.machtig(jeugdigeId);
  await schrijver.draagOver(jeugdige);
  await schrijver.regie(jeugdige);
  const traject = `/v1/trajecten/${await schrijver.meldAan(jeugdigeId)}`;
  await schrijver.verblijf(traject, machtigingId);
  const perspectief = await schrijver.perspectieven(traject);
  await schrijver.toeleiding(traject, jeugdigeId);
  const document = `/v1/documenten/${await schrijver.documenten(jeugdigeId)}`;
  await schrijver.omgeving(jeugdige);
  await vulTerugkeer(api, traject);
  await schrijver.vertrek(traject);
  await vulMotivering(api, traject);
  await vulReview(api, traject);
  await vulOpschaling(api, jeugdigeId);
  await vulTermijn(api, jeugdigeId);
  await api.settle();
  return {
    jeugdigeId,
    jeugdige,
    machtiging: `/v1/machtigingen/${machtigingId}`,
    traject,
    document,
    registratie: feit,
    perspectief,
  };
};
