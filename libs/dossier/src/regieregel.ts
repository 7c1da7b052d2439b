import type { Datum, Kader, MachtigingSoort, Variant } from '@regielijn/kern';
import type { Regelperiode } from '@regielijn/jeugdige';
import { type Pilot, regelRegie, type Regieregels, type SituatieOp } from '@regielijn/regie';

/** A machtiging that was granted: from the beschikking up to, not including, the day on which it ends. */
interface VerleendeMachtiging {
  readonly soort: MachtigingSoort;
  readonly kader: Kader;
  readonly verleendOp: Datum;
  readonly eindeOp: Datum;
}

/** A traject that began: the variants one after the other, and the day of the uitstroom; null while it runs. */
interface BegonnenTraject {
  readonly kader: Kader;
  readonly varianten: readonly { readonly variant: Variant; readonly vanaf: Datum }[];
  readonly tot: Datum | null;
}

/** What the regieregel depends on, of one jeugdige. */
export interface Regiefeiten {
  /** In order; the first is that of the registration. */
  readonly woonplaatsen: readonly { readonly regio: string; readonly vanaf: Datum }[];
  readonly machtigingen: readonly VerleendeMachtiging[];
  readonly trajecten: readonly BegonnenTraject[];
}

/** Whoever has one of these variants takes part in its pilot: the plans describe the two as one. Assumed. */
const PILOTS: Partial<Record<Variant, Pilot>> = { ambulant: 'ambulant', gezinsopname: 'gezinsopname', kib: 'KIB' };

const laatste = <T>(rij: readonly T[], dag: (deel: T) => Datum): T | null =>
  rij.reduce<T | null>((tot, deel) => (tot === null || dag(tot) <= dag(deel) ? deel : tot), null);

const lopendeVariant = (trajecten: readonly BegonnenTraject[], dag: Datum) => {
  const lopend = trajecten.flatMap(({ kader, varianten, tot }) => {
    const nu = varianten.findLast(({ vanaf }) => vanaf <= dag);
    return nu !== undefined && (tot === null || dag < tot) ? [{ kader, ...nu }] : [];
  });
  return laatste(lopend, ({ vanaf }) => vanaf);
};

/** The machtiging that holds on this day, or the one that ended last. A request counts for nothing here. */
const machtigingOp = (machtigingen: readonly VerleendeMachtiging[], dag: Datum) => {
  const verleend = machtigingen.filter(({ verleendOp }) => verleendOp <= dag);
  const geldend = laatste(
    verleend.filter(({ eindeOp }) => dag < eindeOp),
    ({ verleendOp }) => verleendOp,
  );
  return { geldend, voorbij: laatste(verleend, ({ eindeOp }) => eindeOp) };
};

/** An uitstroom is over when another machtiging is granted after it, or help runs again. */
const uitstroomOp = ({ trajecten }: Regiefeiten, dag: Datum, na: VerleendeMachtiging | null): Datum | null => {
  if (lopendeVariant(trajecten, dag) !== null) return null;
  const einden = trajecten.flatMap(({ tot }) => (tot !== null && tot <= dag ? [tot] : []));
  const einde = laatste(einden, (deel) => deel);
  return einde === null || (na !== null && na.verleendOp > einde) ? null : einde;
};

const situatieOp = (feiten: Regiefeiten, datum: Datum): SituatieOp => {
  const { woonplaatsen, machtigingen, trajecten } = feiten;
  const { geldend, voorbij } = machtigingOp(machtigingen, datum);
  const machtiging = geldend ?? voorbij;
  const lopend = lopendeVariant(trajecten, datum);
  const { regio } = woonplaatsen.findLast(({ vanaf }) => vanaf <= datum) ?? woonplaatsen[0]!;
  return {
    ...{ regio, datum, regelset: null, trajectfase: null },
    kader: geldend?.kader ?? lopend?.kader ?? machtiging?.kader ?? 'vrijwillig',
    pilot: (lopend && PILOTS[lopend.variant]) ?? null,
    machtiging: {
      soort: machtiging?.soort ?? null,
      status: geldend ? 'verleend' : voorbij ? 'verlopen' : 'geen',
      verleendOp: machtiging?.verleendOp ?? null,
      eindeOp: geldend ? null : (voorbij?.eindeOp ?? null),
      ...{ grondslag: null, geschorst: null },
    },
    overdracht: { richting: 'heen', status: 'geen', aangebodenOp: null, aanvaardOp: null, heenAanvaard: null },
    ...{ variant: lopend?.variant ?? null, variantVanaf: lopend?.vanaf ?? null },
    uitstroomOp: uitstroomOp(feiten, datum, geldend),
  };
};

/** Every day on which the answer can change. */
const wisseldagen = ({ woonplaatsen, machtigingen, trajecten }: Regiefeiten, regels: Regieregels): readonly Datum[] => [
  ...new Set(
    [
      ...woonplaatsen.map(({ vanaf }) => vanaf),
      ...machtigingen.flatMap(({ verleendOp, eindeOp }) => [verleendOp, eindeOp]),
      ...trajecten.flatMap(({ varianten, tot }) => [...varianten.map(({ vanaf }) => vanaf), tot]),
      ...[...regels.regels, ...regels.pilots].map(({ geldigVan }) => geldigVan),
    ]
      .flatMap((dag) => dag ?? [])
      .sort(),
  ),
];

/**
 * Who should hold casusregie from which day on, by the dated regieregel: from the first machtiging, or the first
 * voluntary opname in a KIB, up to the last end that is known, also where that lies in the future.
 * Source: Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van regie.
 */
export const regieregelVan = (feiten: Regiefeiten, regels: Regieregels) => {
  const perioden: Regelperiode[] = [];
  const bronnen = new Set<string>();
  for (const vanaf of wisseldagen(feiten, regels)) {
    const { regie: houder, regel, bron } = regelRegie(situatieOp(feiten, vanaf), regels);
    const vorige = perioden.at(-1);
    // Before a machtiging there is no rule yet that anybody could fall short of.
    if (vorige === undefined && regel === 'voor_machtiging') continue;
    if (vorige?.houder === houder && vorige.regel === regel) continue;
    perioden.push({ vanaf, houder, regel });
    for (const id of bron) bronnen.add(regels.bronnen[id]!.titel);
  }
  return { perioden, regelversie: regels.versie, bron: [...bronnen] };
};
