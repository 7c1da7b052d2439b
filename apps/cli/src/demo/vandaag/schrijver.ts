import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  LegAfstemmingVast,
  nieuwJeugdigeId,
  overdrachtIdVan,
  RegistreerJeugdige,
} from '@regielijn/jeugdige';
import {
  beginVan,
  type CommandClass,
  type Datum,
  datumVan,
  deriveId,
  type Instant,
  isWerkdag,
  type Kader,
  type MachtigingSoort,
  plusDagen,
  plusMaanden,
  plusUren,
  type Urgentie,
  type Variant,
} from '@regielijn/kern';
import {
  LegBeschikkingVast,
  LegGebeurtenisVast,
  LegMeldingVast,
  LegVerzoekVast,
  machtigingStream,
  nieuwMachtigingId,
} from '@regielijn/machtiging';
import {
  BeoordeelPlek,
  KiesVariant,
  MeldAan,
  nieuwTrajectId,
  StartOpname,
  StelVeiligheidsplanVast,
  WijsPlekToe,
} from '@regielijn/traject';
import { ReserveerPlek, reserveringIdVan } from '@regielijn/voorziening';
import type { Dossierlijst } from '../opdrachten.js';
import type { Persoon } from '../personen.js';
import type { Plekken } from './voorzieningen.js';

const REGISTRATIE = 'registratie';
const AANMELDING = 'aanmelding';

/** Whose dossier it is, and where. */
export interface Casus {
  readonly persoon: Persoon;
  readonly gemeentecode: string;
  readonly gi: string;
  readonly geslacht: 'man' | 'vrouw';
}

/** Years and days: somebody of 17 and a half is `{ jaren: 17, dagen: 183 }`. */
export interface Leeftijd {
  readonly jaren: number;
  readonly dagen: number;
}

/** Hours after midnight. */
const KANTOORUUR = 10;

const WIE_MELDING_KRIJGT = ['gezag', 'college', 'verzoeker'] as const;

/**
 * Writes one dossier of today, step after step. Moments are days before `nu`, brought back to a werkdag in kantoortijd; no
 * two steps have the same moment, so that whoever looks at what was known at a step sees the same at every load.
 */
export class Schrijver {
  readonly vandaag: Datum;
  readonly jeugdigeId: string;
  readonly trajectId: string;
  readonly gemeente: string;
  readonly gi: string;
  private readonly momenten = new Set<Instant>();
  private uur = KANTOORUUR;

  constructor(
    private readonly lijst: Dossierlijst,
    readonly nu: Instant,
    readonly plekken: Plekken,
    private readonly casus: Casus,
  ) {
    this.vandaag = datumVan(nu);
    this.jeugdigeId = nieuwJeugdigeId(lijst.commandId(REGISTRATIE));
    this.trajectId = nieuwTrajectId(lijst.commandId(AANMELDING));
    this.gemeente = `gemeente-${casus.gemeentecode}`;
    this.gi = casus.gi;
  }

  /** The day so many days from today; before it where negative. */
  dag(dagen: number): Datum {
    return plusDagen(this.vandaag, dagen);
  }

  /** The last werkdag that is at least so many days ago. */
  werkdag(dagen: number): Datum {
    const dag = this.dag(-dagen);
    return isWerkdag(dag) ? dag : this.werkdag(dagen + 1);
  }

  /** Gives a command so many days ago, on that day after the steps that were written before it. Answers its id. */
  geef(
    dagen: number,
    type: CommandClass,
    data: object,
    label = `${type.definition.naam} ${this.momenten.size}`,
  ): string {
    let op = plusUren(beginVan(this.werkdag(dagen)), this.uur);
    while (this.momenten.has(op)) op = new Date(Date.parse(op) + 60_000).toISOString();
    this.momenten.add(op);
    return this.lijst.geef(op, label, type, data);
  }

  /** What is written in `stappen` happens at this hour of the day. */
  om(uur: number, stappen: () => void): void {
    this.uur = uur;
    stappen();
    this.uur = KANTOORUUR;
  }

  /** A command about the jeugdige. */
  jeugdige(dagen: number, type: CommandClass, data: object = {}): string {
    return this.geef(dagen, type, { jeugdigeId: this.jeugdigeId, ...data });
  }

  /** A command about the traject. */
  traject(dagen: number, type: CommandClass, data: object = {}): string {
    return this.geef(dagen, type, { trajectId: this.trajectId, ...data });
  }

  registreer(dagen: number, { jaren, dagen: extra }: Leeftijd = { jaren: 15, dagen: 140 }): void {
    const { persoon, gemeentecode, geslacht } = this.casus;
    const geboortedatum = plusDagen(plusMaanden(this.vandaag, -12 * jaren), -extra);
    const gemeente = { code: gemeentecode };
    this.geef(dagen, RegistreerJeugdige, { ...persoon, geboortedatum, geslacht, gemeente }, REGISTRATIE);
  }

  meldAan(dagen: number, urgentie: Urgentie = 'regulier', kader: Kader = 'gedwongen'): void {
    const aanmelder = kader === 'gedwongen' ? this.gi : this.gemeente;
    const aanmelding = { urgentie, kader, herkomst: 'thuis', aanmelder };
    this.geef(dagen, MeldAan, { jeugdigeId: this.jeugdigeId, ...aanmelding }, AANMELDING);
  }

  /** Registered and reported, as nearly every dossier begins. */
  begin(dagen: number, leeftijd?: Leeftijd): void {
    this.registreer(dagen + 2, leeftijd);
    this.meldAan(dagen);
  }

  /** A complete request by the GI, in gedwongen kader. Answers the id of the machtiging. */
  verzoek(dagen: number, soort: MachtigingSoort = 'MGJ', extra: object = {}): string {
    const gegevenOp = this.dag(-dagen - 7);
    const instemming = {
      ...{ register: 'SKJ_POSTMASTER_ORTHOPEDAGOOG', registratieGeldigTot: this.dag(400) },
      ...{ gegevenOp, onderzoekOp: gegevenOp, persoonlijkOnderzocht: true },
    };
    const bevoegdheid = {
      ...{ kinderbeschermingsmaatregel: 'opgelegd', collegeVanWoonplaats: this.gemeente },
      ...{ giMaatregel: this.gi, giJeugdreclassering: null },
    };
    return nieuwMachtigingId(
      this.jeugdige(dagen, LegVerzoekVast, {
        ...{ soort, kader: 'gedwongen', grondslag: 'OTS', verzoeker: this.gi, verzoekerSoort: 'GI' },
        ...{ instemming, bevoegdheid, verlenging: false, volledig: true, ...extra },
      }),
    );
  }

  /** Granted so many days ago, valid from that day up to so many days from today. */
  verleen(dagen: number, machtigingId: string, nogDagen: number): void {
    const beschikkingOp = this.werkdag(dagen);
    const geldig = { geldigVan: beschikkingOp, geldigTot: this.dag(nogDagen) };
    this.geef(dagen, LegBeschikkingVast, { machtigingId, uitkomst: 'verleend', beschikkingOp, ...geldig });
  }

  /** Requested and granted. */
  machtiging(dagen: number, nogDagen: number, soort: MachtigingSoort = 'MGJ', extra: object = {}): string {
    const machtigingId = this.verzoek(dagen + 6, soort, extra);
    this.verleen(dagen, machtigingId, nogDagen);
    return machtigingId;
  }

  /** Offers casusregie to the GI, for so many days from today. Answers the id of the offer. */
  biedAanGi(dagen: number, geldigTotOver: number, minimumset: object = {}): string {
    const aan = { soort: 'GI', organisatie: this.gi };
    const geldigTot = plusUren(beginVan(this.dag(geldigTotOver)), 12);
    return overdrachtIdVan(this.jeugdige(dagen, BiedRegieoverdrachtAan, { aan, geldigTot, minimumset }));
  }

  /** Casusregie goes to the GI. */
  regieNaarGi(dagen: number): void {
    const overdrachtId = this.biedAanGi(dagen, 14 - dagen);
    const door = { organisatie: this.gi, medewerker: `${this.gi}-medewerker` };
    this.jeugdige(dagen, AanvaardRegieoverdracht, { overdrachtId, ...door });
  }

  stemAf(dagen: number): void {
    const afspraken = 'Beide blijven betrokken. De gemeente bereidt de plek na het verblijf voor.';
    this.jeugdige(dagen, LegAfstemmingVast, { organisaties: [this.gemeente, this.gi], afspraken });
  }

  kies(dagen: number, variant: Variant): void {
    const redenKeuze = 'De jeugdige heeft nu deze vorm van hulp nodig.';
    this.traject(dagen, KiesVariant, { profiel: { leeftijd: 15 }, variant, gekozen: 'jhp', redenKeuze, redenen: null });
  }

  veiligheidsplan(dagen: number): void {
    this.traject(dagen, StelVeiligheidsplanVast, {
      ...{ jongere: 'Bij spanning eerst naar buiten.', gezin: 'Thuis is oma de eerste die belt.' },
      ...{ professionals: 'Nooit alleen naar binnen.', omgeving: 'De wijkagent weet wie hij belt.' },
      ...{ opstellers: [`${this.gi}-medewerker`], aanleiding: 'start' },
    });
  }

  /** A plek that was assessed, held and assigned. */
  wijsToe(dagen: number, variant: Variant = 'dwanggroep'): void {
    const { voorzieningId } = this.plekken[variant];
    const oordeel = { passend: 'ja', beoordelaar: 'plaatsing-1', criteria: [], toelichting: null };
    this.traject(dagen, BeoordeelPlek, { voorzieningId, ...oordeel });
    const geldigTot = plusUren(beginVan(this.dag(4 - dagen)), 12);
    const reserveringId = reserveringIdVan(this.traject(dagen, ReserveerPlek, { voorzieningId, geldigTot }));
    this.traject(dagen, WijsPlekToe, { voorzieningId, reserveringId });
  }

  /** Chosen, assigned and admitted, with the notices that the law asks. */
  neemOp(dagen: number, machtigingId: string, variant: Variant = 'dwanggroep'): void {
    const { voorzieningId } = this.plekken[variant];
    this.kies(dagen + 1, variant);
    this.veiligheidsplan(dagen + 1);
    this.wijsToe(dagen, variant);
    // Told on the machtiging first: else a follower tells it, and the notices below are about what was told here.
    const start = this.geef(dagen, LegGebeurtenisVast, { machtigingId, gebeurtenis: 'opname_gestart' });
    this.traject(dagen, StartOpname, { voorzieningId, machtigingId });
    // The id of the only event that a command writes in a stream.
    const gebeurtenisId = deriveId('event', start, machtigingStream(machtigingId), 0);
    for (const aan of WIE_MELDING_KRIJGT) this.geef(dagen, LegMeldingVast, { machtigingId, gebeurtenisId, aan });
  }
}
