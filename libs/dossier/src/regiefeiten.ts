import { datumVan, type Kader, type DomainEvent, type Instant, type Past, type Variant } from '@regielijn/kern';
import type { RecordedEvent } from '@regielijn/event-store';
import { machtigingDecider } from '@regielijn/machtiging';
import { type AsOf, factsAsOf, stateAsOf } from './as-of.js';
import type { GelezenDossier } from './dossier-lezer.js';
import type { Regiefeiten } from './regieregel.js';

type Feit = Past<DomainEvent<string, Record<string, unknown>>>;
type Stream = readonly RecordedEvent[];

const feitenVan = (stream: Stream, asOf: AsOf): readonly Feit[] => factsAsOf(stream, asOf) as readonly Feit[];

/** The type without its version: what is read here stands in every version of it. */
const naam = ({ type }: Feit): string => type.replace(/@\d+$/, '');

const BEGIN = ['traject.opname-gestart', 'traject.variant-gestart', 'traject.overgeplaatst'];
const EINDE = ['traject.uitstroom-gerealiseerd', 'traject.geeindigd-na-onttrekking', 'traject.variant-beeindigd'];
const WOONPLAATS = ['jeugdige.geregistreerd', 'jeugdige.verhuisd'];

/** A time in which a variant of JeugdhulpPlus runs, so that its behandelaar holds behandelregie. */
export interface Behandeling {
  readonly trajectId: string;
  readonly variant: Variant;
  readonly vanaf: Instant;
  readonly tot: Instant | null;
}

/** The variants of a traject one after the other; empty before the first. */
export const behandelingenVan = (feiten: readonly Feit[]): readonly Behandeling[] => {
  const delen: Behandeling[] = [];
  for (const feit of feiten) {
    const open = delen.at(-1)?.tot === null ? delen.pop()! : null;
    const wisselt = [...BEGIN, ...EINDE].includes(naam(feit));
    if (open) delen.push(wisselt ? { ...open, tot: feit.geldigOp } : open);
    if (!BEGIN.includes(naam(feit))) continue;
    const { trajectId, variant } = feit.data as { trajectId: string; variant: Variant };
    delen.push({ trajectId, variant, vanaf: feit.geldigOp, tot: null });
  }
  return delen;
};

const machtigingVan = (stream: Stream, asOf: AsOf): Regiefeiten['machtigingen'] => {
  const state = stateAsOf(machtigingDecider, stream, asOf);
  if (state === null || !('geldigTot' in state)) return [];
  const { soort, kader, beschikkingOp: verleendOp, geldigTot } = state;
  const geeindigdOp = 'geeindigdOp' in state ? state.geeindigdOp : geldigTot;
  return [{ soort, kader, verleendOp, eindeOp: geeindigdOp < geldigTot ? geeindigdOp : geldigTot }];
};

const trajectVan = (stream: Stream, asOf: AsOf): Regiefeiten['trajecten'] => {
  const feiten = feitenVan(stream, asOf);
  const delen = behandelingenVan(feiten);
  const aanmelding = feiten.find((feit) => naam(feit) === 'traject.aangemeld');
  if (delen.length === 0 || aanmelding === undefined) return [];
  const tot = delen.at(-1)!.tot;
  return [
    {
      kader: aanmelding.data['kader'] as Kader,
      varianten: delen.map(({ variant, vanaf }) => ({ variant, vanaf: datumVan(vanaf) })),
      tot: tot && datumVan(tot),
    },
  ];
};

/** What of a dossier the regieregel depends on, as the facts read today or read then. */
export const regiefeitenVan = (
  { toestand, machtigingen, trajecten }: GelezenDossier,
  asOf: AsOf = {},
): Regiefeiten => ({
  woonplaatsen: (toestand?.woonplaatsen ?? []).map(({ regio, vanaf }) => ({ regio, vanaf: datumVan(vanaf) })),
  machtigingen: machtigingen.flatMap((stream) => machtigingVan(stream, asOf)),
  trajecten: trajecten.flatMap((stream) => trajectVan(stream, asOf)),
});

/** Whether a fact of this type can change the outcome, whatever its version. Of a correction the corrected type is asked. */
export const raaktRegieregel = (type: string): boolean => {
  const zonderVersie = type.replace(/@\d+$/, '');
  return (
    [...BEGIN, ...EINDE, ...WOONPLAATS].includes(zonderVersie) ||
    ['traject.aangemeld', 'jeugdige.samengevoegd', 'jeugdige.samenvoeging-ongedaan-gemaakt'].includes(zonderVersie) ||
    ['machtiging.verzoek-ingediend', 'machtiging.verleend', 'machtiging.geeindigd'].includes(zonderVersie) ||
    zonderVersie === 'machtiging.opnamebeslissing-genomen'
  );
};
