import { datumVan, type Datum, type Instant } from '@regielijn/kern';
import { type FeitUitLog, feitUitLog, type LogFeit, zonderVersie } from './gebeurtenissen-uit-log.js';
import type { Gebeurtenis } from './normen/feiten.js';

type Data = Readonly<Record<string, unknown>>;

/** What the log holds of one traject and whoever it is about, corrections applied. */
export interface TrajectHistorie {
  /** At least the aanmelding. */
  readonly traject: readonly LogFeit[];
  /** The machtigingen of the jeugdige, each a history of its own; those of another traject are left out here. */
  readonly machtigingen: readonly (readonly LogFeit[])[];
  readonly geboortedatum: Datum | null;
  /** Which aanbieder runs a voorziening: its own kalender and kantoortijd hold there. */
  readonly aanbieders: ReadonlyMap<string, string>;
}

/** What the norms look at in one traject. */
export interface TrajectFeiten {
  readonly feiten: readonly FeitUitLog[];
  readonly geboortedatum: Datum | null;
}

const isSoort = (feit: LogFeit, naam: string): boolean => zonderVersie(feit.type) === naam;

/** Every id of this kind that the facts of a traject name. */
export const genoemd = (veld: 'machtigingId' | 'voorzieningId', traject: readonly LogFeit[]): ReadonlySet<string> =>
  new Set(
    traject.flatMap(({ data }) => {
      const id = (data as Data)[veld];
      return typeof id === 'string' ? [id] : [];
    }),
  );

const EINDES = [
  ...['traject.uitstroom-gerealiseerd', 'traject.geeindigd-na-onttrekking', 'traject.variant-beeindigd'],
  'traject.aanmelding-ingetrokken',
];

/** From the day of the aanmelding until the stay, or the waiting for it, ended. */
const looptOp = (traject: readonly LogFeit[], op: Instant): boolean => {
  const einde = traject.find(({ type }) => EINDES.includes(zonderVersie(type)))?.geldigOp;
  return datumVan(op) >= datumVan(traject[0]!.geldigOp) && (einde === undefined || op <= einde);
};

/**
 * The machtigingen on which a traject rests: those that it names, and those asked for while it ran. What is asked for
 * during one traject of a jeugdige is not held against another.
 */
const machtigingenVan = ({ traject, machtigingen }: TrajectHistorie): readonly (readonly LogFeit[])[] => {
  const opgenoemd = genoemd('machtigingId', traject);
  return machtigingen.filter(([verzoek]) => {
    if (verzoek === undefined) return false;
    return opgenoemd.has((verzoek.data as Data)['machtigingId'] as string) || looptOp(traject, verzoek.geldigOp);
  });
};

const soortVan = (verzoek: LogFeit): unknown => (verzoek.data as Data)['soort'];

/** The request on which was placed: of the machtiging that the opname names, else the last one before it or until now. */
const verzoekVan = (traject: readonly LogFeit[], verzoeken: readonly LogFeit[]): LogFeit | null => {
  const opname = traject.find((feit) => isSoort(feit, 'traject.opname-gestart'));
  const id = (opname?.data as Data | undefined)?.['machtigingId'];
  const eerder = verzoeken.filter(({ geldigOp }) => opname === undefined || geldigOp <= opname.geldigOp);
  return verzoeken.find(({ data }) => (data as Data)['machtigingId'] === id) ?? eerder.at(-1) ?? null;
};

/** Adds to what was asked for on which kind of machtiging; `geen` when an opname rests on none. */
const metMachtiging = (feit: FeitUitLog, traject: readonly LogFeit[], verzoeken: readonly LogFeit[]): FeitUitLog => {
  if (feit.gebeurtenis.type !== 'PlaatsingVerzocht') return feit;
  const verzoek = verzoekVan(traject, verzoeken);
  const isZonder = verzoek === null && traject.some((ander) => isSoort(ander, 'traject.opname-gestart'));
  const machtigingSoort = (verzoek ? soortVan(verzoek) : isZonder ? 'geen' : null) as never;
  const gebeurtenis: Gebeurtenis = { ...feit.gebeurtenis, machtigingSoort };
  return { ids: verzoek ? [...feit.ids, verzoek.id] : feit.ids, gebeurtenis };
};

/** Names where somebody was taken in by its aanbieder, as the settings per accommodatie do. */
const bijAanbieder = (feit: FeitUitLog, { aanbieders }: TrajectHistorie): FeitUitLog => {
  const { gebeurtenis } = feit;
  if (gebeurtenis.type !== 'OpnameGestart') return feit;
  const accommodatie = aanbieders.get(String(gebeurtenis.plekId)) ?? null;
  return { ...feit, gebeurtenis: { ...gebeurtenis, accommodatie } };
};

/** What the norms look at, out of the log: one fact for each event that one of them asks for. */
export const trajectFeiten = (historie: TrajectHistorie): TrajectFeiten => {
  const machtigingen = machtigingenVan(historie);
  const verzoeken = machtigingen
    .map(([verzoek]) => verzoek!)
    .sort((a, b) => (a.geldigOp < b.geldigOp ? -1 : a.geldigOp > b.geldigOp ? 1 : 0));
  return {
    geboortedatum: historie.geboortedatum,
    feiten: [...historie.traject, ...machtigingen.flat()]
      .flatMap((feit) => feitUitLog(feit) ?? [])
      .map((feit) => bijAanbieder(metMachtiging(feit, historie.traject, verzoeken), historie)),
  };
};
