import { commands, type Engine } from '@regielijn/engine';
import { type CommandReceipt, LOG_START, type RecordedEvent } from '@regielijn/event-store';
import {
  type Actor,
  type CommandClass,
  deriveId,
  type Instant,
  isCodedError,
  type JsonObject,
  plusDagen,
  plusUren,
} from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { demoAccounts, dienstAccounts, magHandelen } from '@regielijn/toegang';
import fc from 'fast-check';
import type { Geheugen } from './geheugen.kit.js';
import { anderVeld, invoerVoor } from './invoer.kit.js';
import { id, type Later } from './later.kit.js';

/** One command that is asked for; how it reads, is known when it is given. */
interface Vraag {
  readonly naam: string;
  readonly invoer: object;
  /** How many hours before now it happened; below zero: it is said to be still to come. */
  readonly uren: number;
}

/** One turn: a command, one of before once more, or two at one moment on one stream. */
export type Zet =
  | { readonly doe: 'geef'; readonly vraag: Vraag }
  | { readonly doe: 'herhaal'; readonly nr: number }
  | { readonly doe: 'race'; readonly een: Vraag; readonly ander: Vraag };

/** What was given, and what came of it. */
export interface Gegeven {
  readonly naam: string;
  readonly soort: 'feit' | 'besluit';
  readonly data: JsonObject;
  readonly commandId: string;
  readonly geldigOp: Instant;
  readonly nu: Instant;
  /** Whether everything it points at was there, and its data were as the schema asks. */
  readonly welgevormd: boolean;
  readonly uitkomst: CommandReceipt | Error;
}

const UREN_PER_ZET = 17;
/** Half an hour before midnight in Amsterdam; the longest sequence crosses the beginning of summer time. */
const BEGIN = '2026-03-06T22:30:00.000Z';

const perNaam = new Map<string, CommandClass>(commands.map((type) => [type.definition.naam, type as CommandClass]));

/** The gate asks who it is: the first that may. */
const actorVoor = (naam: string): Actor =>
  [...Object.values(demoAccounts), ...Object.values(dienstAccounts)].find((actor) => {
    try {
      magHandelen(actor, { soort: 'opdracht', naam });
      return true;
    } catch {
      return false;
    }
  })!;

/** Where the others stand on: given more often, or a sequence would seldom come so far. */
const VAKER: readonly (readonly [naam: RegExp, gewicht: number])[] = [
  [/^machtiging\.(leg-beschikking-vast|leg-gebeurtenis-vast|neem-)/, 8],
  [/^machtiging\./, 4],
  [/regieoverdracht|verhuizing|gi-wissel/, 4],
  [/^jeugdige\.(sluit|heropen|voeg|maak|vernietig)/, 3],
  [/^traject\.(start-opname|plaats-over|meld-|pas-maatregel|verleng-|beeindig-|verleen-)/, 4],
  [/\.(corrigeer|trek-feit-in)$/, 8],
];

/** What follows upon each other about the same dossier: hardly ever so by chance, and it is where the rules bite. */
const LIJNEN: readonly (readonly string[])[] = [
  ['jeugdige.sluit-dossier', 'jeugdige.heropen-dossier'],
  ['jeugdige.sluit-dossier', 'jeugdige.vernietig-dossier', 'jeugdige.corrigeer'],
  ['jeugdige.voeg-samen', 'jeugdige.maak-samenvoeging-ongedaan'],
  ['jeugdige.bied-regieoverdracht-aan', 'jeugdige.aanvaard-regieoverdracht', 'jeugdige.kom-overdrachtsvoorwaarde-na'],
  ['jeugdige.bied-regieoverdracht-aan', 'jeugdige.weiger-regieoverdracht', 'jeugdige.meld-gi-wissel'],
  [
    'jeugdige.start-jim-zoektocht',
    'jeugdige.leg-jim-zoekstap-vast',
    'jeugdige.vraag-jim',
    'jeugdige.voer-levinasgesprek',
  ],
  ['jeugdige.leg-netwerkpersoon-vast', 'jeugdige.vind-jim', 'jeugdige.bied-jim-support', 'jeugdige.stop-jim'],
  ['machtiging.neem-besluit', 'machtiging.neem-opnamebeslissing', 'machtiging.neem-besluit'],
  ['machtiging.neem-besluit', 'machtiging.neem-besluit', 'machtiging.wijzig-hulpverleningsplan'],
  ['traject.start-opname', 'traject.meld-onttrekking', 'traject.meld-terugkeer', 'traject.plaats-over'],
  ['traject.meld-onttrekking', 'traject.eindig-na-onttrekking', 'traject.leg-nazorg-voortgang-vast'],
  ['traject.pas-maatregel-toe', 'traject.verleng-maatregel', 'traject.verleng-maatregel', 'traject.beeindig-maatregel'],
  ['voorziening.reserveer-plek', 'traject.wijs-plek-toe', 'traject.start-opname'],
  [
    'traject.start-opname',
    'traject.plaats-over',
    'traject.corrigeer',
    'traject.meld-uitstroom',
    'traject.trek-feit-in',
  ],
  ['voorziening.bezet-plek', 'traject.start-opname', 'voorziening.geef-plek-vrij', 'traject.trek-feit-in'],
  ['traject.stel-plan-vast', 'traject.leg-planbezwaar-vast', 'traject.evalueer-plan'],
  ['traject.verleen-verlof', 'traject.trek-verlof-in'],
  ['traject.meld-uitstroom', 'traject.stel-nazorgplan-vast', 'traject.leg-lokale-partner-vast', 'traject.sluit-af'],
  ['traject.start-variant', 'traject.beeindig-variant', 'traject.leg-toezegging-vast'],
  ['traject.start-onderwijs', 'traject.stop-onderwijs'],
  ['traject.vraag-vervolgplek', 'traject.leg-antwoord-vervolgplek-vast'],
  ['traject.meld-incident', 'traject.handel-incident-af'],
  ['document.leg-vast', 'document.voeg-versie-toe', 'document.trek-versie-in', 'document.corrigeer'],
  ['normenkader.toets', 'normenkader.motiveer-afwijking', 'normenkader.leg-bespreking-vast'],
  ['normenkader.toets', 'kwartaalreview.zet-op-agenda', 'kwartaalreview.werk-agenda-bij'],
  [
    ...['normenkader.toets', 'kwartaalreview.zet-op-agenda', 'kwartaalreview.voeg-deelnemer-toe'],
    ...[
      'kwartaalreview.voeg-deelnemer-toe',
      'kwartaalreview.voeg-deelnemer-toe',
      'kwartaalreview.leg-vergadering-vast',
    ],
    ...[
      'kwartaalreview.spreek-actie-af',
      'kwartaalreview.concludeer',
      'kwartaalreview.sluit',
      'kwartaalreview.neem-over',
    ],
  ],
  ['opschaling.open', 'opschaling.neem-aan', 'opschaling.beantwoord', 'opschaling.schaal-op', 'opschaling.sluit-af'],
  [
    'traject.start-opname',
    'terugkeer.leg-verwacht-einde-vast',
    'terugkeer.leg-levensgebied-vast',
    'terugkeer.werk-bij',
  ],
  ['terugkeer.leg-verwacht-einde-vast', 'terugkeer.aanvaard-deelname', 'traject.meld-uitstroom', 'terugkeer.werk-bij'],
  ['opschaling.open', 'opschaling.geef-terug', 'opschaling.laat-opschalen', 'opschaling.neem-aan'],
  ['bericht.stel-op', 'bericht.adresseer', 'bericht.leg-verzending-vast', 'bericht.herinner', 'bericht.handel-af'],
];

const vraagVoor = (type: CommandClass, rules: Engine['rules']): fc.Arbitrary<Vraag> => {
  const uren = fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: -1 }) },
  );
  return fc.record({ naam: fc.constant(type.definition.naam), invoer: invoerVoor(type, rules), uren });
};

const geef = (vraag: Vraag): Zet => ({ doe: 'geef', vraag });

/** Each about the same dossier, at the moment itself. */
const lijnVan = (vragen: readonly Vraag[], nr: number): Zet[] =>
  vragen.map(({ naam, invoer }) => {
    const veld = hoofdveldVan(naam);
    return geef({ naam, invoer: veld ? { ...invoer, [veld]: id(nr) } : invoer, uren: 0 });
  });

/** 5 to 40 turns over everything that the engine takes. */
export const zetten = (rules: Engine['rules']): fc.Arbitrary<Zet[]> => {
  const elk = new Map([...perNaam].map(([naam, type]) => [naam, vraagVoor(type, rules)]));
  const vraag = fc.oneof(
    ...[...elk].map(([naam, arbitrary]) => ({
      weight: VAKER.find(([patroon]) => patroon.test(naam))?.[1] ?? 1,
      arbitrary,
    })),
  );
  const lijn = fc.oneof(
    ...LIJNEN.map((namen) => fc.tuple(fc.tuple(...namen.map((naam) => elk.get(naam)!)), fc.nat(2))),
  );
  const zet = fc.oneof(
    { weight: 10, arbitrary: vraag.map((gegeven) => [geef(gegeven)]) },
    { weight: 2, arbitrary: fc.nat(50).map((nr): Zet[] => [{ doe: 'herhaal', nr }]) },
    { weight: 2, arbitrary: fc.tuple(vraag, vraag).map(([een, ander]): Zet[] => [{ doe: 'race', een, ander }]) },
    { weight: 4, arbitrary: lijn.map(([vragen, nr]) => lijnVan(vragen, nr)) },
  );
  return fc.array(zet, { minLength: 5, maxLength: 40, size: 'max' }).map((delen) => delen.flat().slice(0, 40));
};

const HOOFD = [
  'jeugdigeId',
  'machtigingId',
  'trajectId',
  'voorzieningId',
  'documentId',
  'berichtId',
  'opschalingId',
] as const;
const ZELFDE: Readonly<Record<string, string>> = {
  metJeugdigeId: 'jeugdigeId',
  verlengtMachtigingId: 'machtigingId',
  vorigTrajectId: 'trajectId',
  casusId: 'trajectId',
  id: 'jeugdigeId',
  meeOpgenomen: 'persoonId',
  afwijkingen: 'afwijkingId',
  trajecten: 'trajectId',
};
const WIJST_NAAR_FEIT: readonly string[] = ['vervangt', 'gebeurtenisId', 'aanleiding', 'normafwijkingen'];

const hoofdveldVan = (naam: string): string | undefined => {
  const { shape } = perNaam.get(naam)!.definition.schema;
  const eigen = { jeugdige: 'jeugdigeId', machtiging: 'machtigingId', traject: 'trajectId', document: 'documentId' };
  const overig = { voorziening: 'voorzieningId', normenkader: 'trajectId', bericht: 'berichtId' };
  const veld = { ...eigen, ...overig }[naam.split('.')[0]!]!;
  return veld in shape ? veld : HOOFD.find((kandidaat) => kandidaat in shape);
};

/** Plays a sequence on one memory engine, and keeps what was asked and answered. */
export class Speler {
  readonly gegeven: Gegeven[] = [];
  private readonly regels: string[] = [];
  private tel = 0;

  constructor(private readonly geheugen: Geheugen) {}

  get nu(): Instant {
    return plusUren(BEGIN, this.tel * UREN_PER_ZET);
  }

  /** The sequence as it was played, to read when something is wrong. */
  get verslag(): string {
    return this.regels.join('\n');
  }

  log(): Promise<readonly RecordedEvent[]> {
    return this.geheugen.opslag.store.readAll(LOG_START, Infinity);
  }

  async speel(zet: Zet): Promise<void> {
    this.tel += 1;
    if (zet.doe === 'herhaal') await this.herhaal(zet.nr);
    else if (zet.doe === 'geef') await this.geef(await this.maak(zet.vraag, 0));
    else await this.race(zet.een, zet.ander);
  }

  private async race(een: Vraag, ander: Vraag): Promise<void> {
    const eerste = await this.maak(een, 0);
    const veld = hoofdveldVan(een.naam);
    const opZelfde = veld !== undefined && veld === hoofdveldVan(ander.naam) ? { [veld]: eerste.data[veld] } : {};
    const ook = await this.maak(ander, 1, opZelfde);
    const tweede = { ...ook, welgevormd: ook.welgevormd && Object.keys(opZelfde).length === 0 };
    await Promise.all([this.geef(eerste, 0, '| '), this.geef(tweede, 1, '| ')]);
  }

  /** The same command once more answers the same receipt, unless it recorded nothing: then it is decided anew. */
  private async herhaal(nr: number): Promise<void> {
    const eerder = this.gegeven.at(nr % Math.max(this.gegeven.length, 1));
    if (!eerder) return;
    const weer = await this.geef({ ...eerder, nu: this.nu }, 1, '= ');
    const vastgelegd = 'eventIds' in eerder.uitkomst && eerder.uitkomst.eventIds.length > 0;
    if (vastgelegd && JSON.stringify(bon(weer)) !== JSON.stringify(bon(eerder.uitkomst)))
      throw new Error(`${eerder.naam} repeated answers another receipt`);
  }

  private async geef(vraag: Omit<Gegeven, 'uitkomst'>, proces = 0, teken = ''): Promise<CommandReceipt | Error> {
    const { naam, data, commandId, geldigOp, nu } = vraag;
    const poort: Poort = this.geheugen.poorten[proces]!;
    const aanroep = { actor: actorVoor(naam), commandId, geldigOp, nu };
    const uitkomst = await poort
      .opdracht(perNaam.get(naam)!, data, aanroep)
      .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    this.gegeven.push({ ...vraag, uitkomst });
    this.regels.push(`${teken}${nu} (${geldigOp}) ${naam} ${JSON.stringify(data)}\n    -> ${leesbaar(uitkomst)}`);
    return uitkomst;
  }

  private async maak(
    { naam, invoer, uren }: Vraag,
    nr: number,
    vast: Record<string, unknown> = {},
  ): Promise<Omit<Gegeven, 'uitkomst'>> {
    const { schema, soort } = perNaam.get(naam)!.definition;
    const keuze = new Keuze(await this.log(), naam, this.nu, this.geheugen);
    const data = { ...keuze.vul(invoer), ...vast } as JsonObject;
    return {
      ...{ naam, soort, data, nu: this.nu, geldigOp: plusUren(this.nu, -uren) },
      commandId: deriveId('zet', this.tel, nr),
      welgevormd: keuze.allesBestaat && schema.safeParse(data).success,
    };
  }
}

/** A receipt as it can be compared: versions are no JSON. */
const bon = (uitkomst: CommandReceipt | Error) =>
  uitkomst instanceof Error ? uitkomst.message : { ...uitkomst, version: String(uitkomst.version) };

const leesbaar = (uitkomst: CommandReceipt | Error): string => {
  if (!(uitkomst instanceof Error))
    return `${uitkomst.stream} v${uitkomst.version}, ${uitkomst.eventIds.length} feiten`;
  return isCodedError(uitkomst) ? uitkomst.code : `FOUT ${uitkomst.stack}`;
};

/** Fills in what could only be chosen now. The main id comes first: the others are of the same dossier where they can be. */
class Keuze {
  allesBestaat = true;
  private gekozen: Record<string, unknown> = {};
  private readonly hoofdveld: string | undefined;

  constructor(
    private readonly log: readonly RecordedEvent[],
    naam: string,
    private readonly nu: Instant,
    private readonly geheugen: Geheugen,
  ) {
    this.hoofdveld = hoofdveldVan(naam);
  }

  vul(invoer: object): object {
    const velden = Object.entries(invoer);
    const rang = (veld: string): number => (veld === this.hoofdveld ? 0 : veld === 'velden' ? 2 : 1);
    for (const [veld, waarde] of velden.sort(([a], [b]) => rang(a) - rang(b)))
      this.gekozen[veld] = this.waarde(veld, waarde);
    return this.gekozen;
  }

  private waarde(veld: string, waarde: unknown): unknown {
    if (Array.isArray(waarde)) return waarde.map((deel) => this.waarde(veld, deel));
    if (typeof waarde !== 'object' || waarde === null) return waarde;
    if ('kies' in waarde) return this.later(veld, waarde as Later);
    return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, this.waarde(naam, deel)]));
  }

  private later(veld: string, later: Later): unknown {
    switch (later.kies) {
      case 'dag':
        return plusDagen(this.nu.slice(0, 10), later.dagen);
      case 'uur':
        return plusUren(this.nu, later.uren);
      case 'velden':
        return this.velden(later.zaad);
      default:
        return this.id(veld, later);
    }
  }

  private id(veld: string, { nr, fout }: Extract<Later, { kies: 'id' }>): string {
    const kandidaten = fout ? [] : this.kandidaten(veld);
    const gekozen = kandidaten[nr % Math.max(kandidaten.length, 1)];
    if (gekozen === undefined) this.allesBestaat = false;
    return gekozen ?? deriveId('bestaat niet', nr);
  }

  /** Of the same dossier where the main id says which one that is. */
  private get eigen(): readonly RecordedEvent[] {
    const hoofd = this.hoofdveld && this.gekozen[this.hoofdveld];
    return hoofd ? this.log.filter(({ data }) => data[this.hoofdveld!] === hoofd) : this.log;
  }

  private kandidaten(veld: string): readonly string[] {
    if (WIJST_NAAR_FEIT.includes(veld)) return this.eigen.filter(this.inHoofdstream).map(({ id }) => id);
    const naam = ZELFDE[veld] ?? veld;
    const isHoofd = (HOOFD as readonly string[]).includes(naam) && veld !== 'id';
    const bron = isHoofd ? this.log : this.eigen;
    const ids = bron.flatMap(({ data }) => idsIn(data, naam));
    return [...new Set(ids)];
  }

  private readonly inHoofdstream = ({ stream }: RecordedEvent): boolean => {
    const hoofd = this.hoofdveld && (this.gekozen[this.hoofdveld] as string | undefined);
    return !hoofd || stream === `${this.hoofdveld.slice(0, -2)}-${hoofd}`;
  };

  /** Fields for a correction of the fact that it names. */
  private velden(zaad: number): object {
    const feit = this.log.find(({ id }) => id === this.gekozen['vervangt']);
    if (!feit || zaad % 4 === 0) return {};
    const { schema } = this.geheugen.opslag.log.catalogue.known(feit.type).definition;
    const ander = anderVeld(schema, zaad, this.geheugen.rules);
    return Object.fromEntries(Object.entries(ander).map(([veld, waarde]) => [veld, this.waarde(veld, waarde)]));
  }
}

const idsIn = (waarde: unknown, veld: string): string[] => {
  if (typeof waarde !== 'object' || waarde === null) return [];
  return Object.entries(waarde).flatMap(([naam, deel]) =>
    naam === veld && typeof deel === 'string' ? [deel] : idsIn(deel, veld),
  );
};
