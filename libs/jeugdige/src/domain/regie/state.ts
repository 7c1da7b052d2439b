import {
  type Datum,
  datumVan,
  type Instant,
  type Minimumset,
  type Past,
  plusDagenOpDeKlok,
  type Vouwers,
} from '@regielijn/kern';
import type { z } from 'zod';
import type { Houder, RegieEvent, RegieSoort, Regelperiode, RichtingSchema } from './events.js';

export interface Overdracht {
  readonly overdrachtId: string;
  readonly van: Houder;
  readonly aan: Houder;
  readonly richting: z.output<typeof RichtingSchema> | null;
  readonly aangebodenOp: Instant;
  /** With the days that its term stood still. */
  readonly geldigTot: Instant;
  /** As it was offered. */
  readonly aangebodenTot: Instant;
  /** How many days its term stood still so far. */
  readonly uitstelDagen: number;
  /** Its term stands still now: until that goes on it does not lapse. */
  readonly staatStil: boolean;
  readonly minimumset: Minimumset | null;
  readonly ontbreekt: readonly string[] | null;
}

/** Who held a regie from when on, and the worker who was named at that moment; the last one holds it now. */
export interface Regieperiode {
  readonly houder: Houder;
  readonly medewerker: string | null;
  readonly vanaf: Instant;
}

/** Never empty, in order of time. */
export type Regielijn = readonly [Regieperiode, ...Regieperiode[]];

/** What can give casusregie another holder. A move takes it along only from a gemeente, a change of GI only from a GI. */
interface Overgang {
  readonly soort: 'aanvaard' | 'verhuisd' | 'gi_gewisseld';
  readonly naar: Houder;
  readonly medewerker: string | null;
  readonly op: Instant;
}

/** An offer that was refused or expired; the giver kept casusregie. */
interface NietOvergenomen {
  readonly overdrachtId: string;
  readonly hoe: 'geweigerd' | 'verlopen';
  /** When it was refused or expired, not when somebody said so. */
  readonly op: Instant;
  /**
   * After a machtiging, by what is known of that now: the leidinggevenden of both sides must look at it. Null: not asked
   * when it was recorded, and no machtiging has said so.
   */
  readonly escalatie: boolean | null;
}

/** The conditions under which casusregie was accepted, numbered from 1. */
export interface Voorwaarden {
  readonly overdrachtId: string;
  readonly teksten: readonly string[];
  readonly open: readonly number[];
}

interface Afstemming {
  readonly organisaties: readonly string[];
  readonly afspraken: string;
  readonly op: Instant;
  readonly volgendeOp: Datum;
}

/** Where a jeugdige belongs; without a gemeente the region is `overig`. */
interface Woonplaats {
  readonly gemeentecode: string | null;
  readonly regio: string;
}

export interface Regie extends Woonplaats {
  /** Where the jeugdige belonged from when on, in order of time; the last one stands above. */
  readonly woonplaatsen: readonly (Woonplaats & { readonly vanaf: Instant })[];
  /** Exactly one holder at every moment since registration. */
  readonly casusregie: Regielijn;
  /** Holds systeemregie throughout: the gemeente of the registration, and after a move the next one. */
  readonly systeemregie: Regielijn;
  /** As they were told. The lines follow from them in the order in which they happened. */
  readonly overgangen: readonly Overgang[];
  /** Changes of worker under a holder, of all three regies. */
  readonly medewerkerwissels: readonly {
    readonly regie: RegieSoort;
    readonly medewerker: string | null;
    readonly vanaf: Instant;
  }[];
  /** Offered and not answered; whether it still holds depends on the moment that asks. */
  readonly overdracht: Overdracht | null;
  readonly nietOvergenomen: readonly NietOvergenomen[];
  readonly voorwaarden: readonly Voorwaarden[];
  /** Who should hold casusregie from which day on; empty before the first machtiging. */
  readonly regelperioden: readonly Regelperiode[];
  /** The last one. */
  readonly afstemming: Afstemming | null;
}

/** A dossier begins with a gemeente that holds both. */
export const beginRegie = (gemeentecode: string | null, regio: string, houder: Houder, vanaf: Instant): Regie => ({
  ...{ gemeentecode, regio, woonplaatsen: [{ gemeentecode, regio, vanaf }] },
  casusregie: [{ houder, medewerker: null, vanaf }],
  systeemregie: [{ houder, medewerker: null, vanaf }],
  ...{ overgangen: [], medewerkerwissels: [], overdracht: null, nietOvergenomen: [], voorwaarden: [] },
  ...{ regelperioden: [], afstemming: null },
});

/** In order of time; what happened at one moment stays in the order in which it was told. */
export const opTijd =
  <T>(moment: (deel: T) => Instant) =>
  (a: T, b: T): number =>
    moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0;

/**
 * A corrected or late date may put a change before an earlier one: the timeline follows when things happened. It begins
 * at the registration, so what is dated before that counts from there.
 */
const lijnVan = (
  [eerste]: Regielijn,
  overgangen: readonly Overgang[],
  geldt: (overgang: Overgang, houder: Houder) => boolean,
): Regielijn =>
  [...overgangen].sort(opTijd(({ op }) => op)).reduce<Regielijn>(
    (lijn, overgang) => {
      if (!geldt(overgang, lijn.at(-1)!.houder)) return lijn;
      const { naar: houder, medewerker, op } = overgang;
      return [...lijn, { houder, medewerker, vanaf: op < eerste.vanaf ? eerste.vanaf : op }];
    },
    [eerste],
  );

const metOvergang = (regie: Regie, overgang: Overgang, vervallen: string | null): Regie => {
  const overgangen = [...regie.overgangen, overgang];
  return {
    ...regie,
    overgangen,
    casusregie: lijnVan(regie.casusregie, overgangen, ({ soort }, houder) =>
      soort === 'aanvaard' ? true : houder.soort === (soort === 'verhuisd' ? 'gemeente' : 'GI'),
    ),
    systeemregie: lijnVan(regie.systeemregie, overgangen, ({ soort }) => soort === 'verhuisd'),
    overdracht: regie.overdracht?.overdrachtId === vervallen ? null : regie.overdracht,
  };
};

type Van<T extends RegieEvent['type']> = Past<Extract<RegieEvent, { type: T }>>;

const nietOvergenomen = (
  regie: Regie,
  hoe: NietOvergenomen['hoe'],
  { data, geldigOp }: Van<'jeugdige.regieoverdracht-geweigerd@2'> | Van<'jeugdige.regieoverdracht-verlopen@1'>,
): Regie => {
  const { overdrachtId } = data;
  const op = hoe === 'verlopen' ? (regie.overdracht?.geldigTot ?? geldigOp) : geldigOp;
  // The event keeps what was known then; a corrected day or machtiging says otherwise now.
  const escalatie = escaleert(data.escalatie, regie.regelperioden, op);
  return {
    ...regie,
    overdracht: null,
    nietOvergenomen: [...regie.nietOvergenomen, { overdrachtId, hoe, op, escalatie }],
  };
};

/** The engine learns of a machtiging a moment after it was recorded, and it may be corrected: what escalates follows. */
const metRegel = (regie: Regie, regelperioden: readonly Regelperiode[]): Regie => ({
  ...regie,
  regelperioden,
  nietOvergenomen: regie.nietOvergenomen.map((deel) => ({
    ...deel,
    escalatie: escaleert(deel.escalatie, regelperioden, deel.op),
  })),
});

/** Whether a machtiging, or what counts as one, had been granted by then: from the first day on the regieregel speaks. */
export const isNaMachtiging = (regelperioden: readonly Regelperiode[], op: Instant): boolean =>
  regelperioden.some(({ vanaf }) => vanaf <= datumVan(op));

/** What was never asked is no "no": only a machtiging makes it known, whichever of the two was told first. */
const escaleert = (
  bekend: NietOvergenomen['escalatie'],
  regelperioden: readonly Regelperiode[],
  op: Instant,
): NietOvergenomen['escalatie'] => isNaMachtiging(regelperioden, op) || (bekend === null ? null : false);

const aangeboden = ({ data, geldigOp }: Van<'jeugdige.regieoverdracht-aangeboden@2'>): Overdracht => {
  const { overdrachtId, van, aan, richting, geldigTot, minimumset, ontbreekt } = data;
  return {
    ...{ overdrachtId, van, aan, richting, aangebodenOp: geldigOp, geldigTot, minimumset, ontbreekt },
    ...{ aangebodenTot: geldigTot, uitstelDagen: 0, staatStil: false },
  };
};

/** What was answered meanwhile is no offer any more. */
const metAanbod = (
  regie: Regie,
  overdrachtId: string,
  wijziging: (aanbod: Overdracht) => Partial<Overdracht>,
): Regie =>
  regie.overdracht?.overdrachtId === overdrachtId
    ? { ...regie, overdracht: { ...regie.overdracht, ...wijziging(regie.overdracht) } }
    : regie;

const aanvaard = (regie: Regie, { data, geldigOp }: Van<'jeugdige.regieoverdracht-aanvaard@2'>): Regie => {
  const { overdrachtId, door, medewerker, voorwaarden, aantalVoorwaarden } = data;
  const overgang = { soort: 'aanvaard', naar: door, medewerker, op: geldigOp } as const;
  const open = Array.from({ length: aantalVoorwaarden ?? 0 }, (_, n) => n + 1);
  return {
    ...metOvergang(regie, overgang, null),
    overdracht: null,
    voorwaarden:
      voorwaarden === null ? regie.voorwaarden : [...regie.voorwaarden, { overdrachtId, teksten: voorwaarden, open }],
  };
};

const verhuisd = (regie: Regie, { data, geldigOp }: Van<'jeugdige.verhuisd@1'>): Regie => {
  const { gemeentecode, regio, gemeente: naar, vervallenOverdrachtId } = data;
  const nieuw = { gemeentecode, regio, vanaf: geldigOp };
  const [eerste, ...later] = regie.woonplaatsen;
  const woonplaatsen = [eerste!, ...[...later, nieuw].sort(opTijd(({ vanaf }) => vanaf))];
  const { vanaf: _, ...huidig } = woonplaatsen.at(-1)!;
  const overgang = { soort: 'verhuisd', naar, medewerker: null, op: geldigOp } as const;
  return { ...metOvergang(regie, overgang, vervallenOverdrachtId), ...huidig, woonplaatsen };
};

export const regieVouwers: Vouwers<RegieEvent, Regie> = {
  'jeugdige.regieoverdracht-aangeboden@2': (regie, event) => ({ ...regie, overdracht: aangeboden(event) }),
  'jeugdige.regieoverdracht-aanvaard@2': aanvaard,
  'jeugdige.regieoverdracht-geweigerd@2': (regie, event) => nietOvergenomen(regie, 'geweigerd', event),
  'jeugdige.regieoverdracht-verlopen@1': (regie, event) => nietOvergenomen(regie, 'verlopen', event),
  'jeugdige.regieoverdracht-ingetrokken@1': (regie) => ({ ...regie, overdracht: null }),
  'jeugdige.regieoverdracht-stilgezet@1': (regie, { data }) =>
    metAanbod(regie, data.overdrachtId, () => ({ staatStil: true })),
  'jeugdige.regieoverdracht-hervat@1': (regie, { data }) =>
    metAanbod(regie, data.overdrachtId, ({ aangebodenTot, uitstelDagen: eerder }) => {
      const uitstelDagen = eerder + data.dagen;
      return { staatStil: false, uitstelDagen, geldigTot: plusDagenOpDeKlok(aangebodenTot, uitstelDagen) };
    }),
  'jeugdige.overdrachtsvoorwaarde-nagekomen@1': (regie, { data }) => ({
    ...regie,
    voorwaarden: regie.voorwaarden.map((deel) =>
      deel.overdrachtId === data.overdrachtId ? { ...deel, open: deel.open.filter((nr) => nr !== data.nummer) } : deel,
    ),
  }),
  'jeugdige.medewerker-gewisseld@1': (regie, { data: { regie: soort, medewerker }, geldigOp: vanaf }) => ({
    ...regie,
    medewerkerwissels: [...regie.medewerkerwissels, { regie: soort, medewerker, vanaf }],
  }),
  'jeugdige.regieregel-vastgesteld@1': (regie, { data }) => metRegel(regie, data.perioden),
  'jeugdige.afstemming-vastgelegd@1': (regie, { data: { jeugdigeId: _, ...afstemming }, geldigOp: op }) => ({
    ...regie,
    afstemming: regie.afstemming !== null && regie.afstemming.op > op ? regie.afstemming : { ...afstemming, op },
  }),
  'jeugdige.verhuisd@1': verhuisd,
  'jeugdige.gi-gewisseld@1': (regie, { data: { naar, medewerker, vervallenOverdrachtId }, geldigOp: op }) =>
    metOvergang(
      regie,
      { soort: 'gi_gewisseld', naar: { soort: 'GI', organisatie: naar }, medewerker, op },
      vervallenOverdrachtId,
    ),
};
