import {
  type Afleiding,
  datumVan,
  type Instant,
  type JsonObject,
  metStand,
  type Past,
  type Strijd,
} from '@regielijn/kern';
import { EINDE_VOOR_BEGIN } from './beschikking/decide.js';
import { eindeGevolg, eindeStaatVast } from './einde/decide.js';
import type { MachtigingEvent } from './events.js';
import type { MachtigingFacts } from './feiten.js';
import { wettelijkUiterlijk } from './geldigheidsduur.js';
import { meldingVlaggen } from './melding/decide.js';
import { isVerleend, type MachtigingState } from './stand.js';
import { stapVan } from './stap.js';
import { evolve, initialState } from './state.js';
import { opnameGevolg, voorvalVlaggen } from './verloop/decide.js';
import { besluitFeiten, gebeurtenisVan, planEnOpnameFeiten } from './verloop/events.js';
import { alsVlaggen, verzoekBevindingen } from './verzoek/bevindingen.js';

type Feiten = readonly Past<MachtigingEvent>[];

/** Which fields of a fact follow from the others; null: none of this fact do. */
const volgt = (feit: Past<MachtigingEvent>, stand: MachtigingState, facts: MachtigingFacts): JsonObject | null => {
  if (feit.type === 'machtiging.verzoek-ingediend@2') {
    const { geboortedatum } = facts;
    // What was recorded before these rules were asked is not judged afterwards.
    if (feit.data.vlaggen === null || geboortedatum === null) return null;
    return {
      vlaggen: alsVlaggen(verzoekBevindingen(feit.data, feit.geldigOp, { ...facts, geboortedatum })),
    };
  }
  if (stand === null) return null;
  if (feit.type === 'machtiging.verleend@2') {
    const { geldigVan, geldigTot } = feit.data;
    const uiterlijk = wettelijkUiterlijk(stand.soort, geldigVan, { ...facts, verlenging: stand.verlenging });
    return {
      ...{ wettelijkUiterlijk: uiterlijk, langerDanWet: geldigTot > uiterlijk },
      ...(stand.soort === 'VMGJ' ? {} : { bereidheid: null }),
    };
  }
  if (feit.type === 'machtiging.melding-gedaan@1') return { vlaggen: meldingVlaggen(stand, feit.data, feit.geldigOp) };
  return volgtUitVerloop(feit, stand, facts);
};

const volgtUitVerloop = (
  feit: Past<MachtigingEvent>,
  stand: NonNullable<MachtigingState>,
  facts: MachtigingFacts,
): JsonObject | null => {
  if (isVerleend(stand) && feit.type === 'machtiging.geeindigd@2' && feit.data.vlaggen !== null)
    return eindeGevolg(stand, feit.data.grond, feit.geldigOp, facts);
  if (isVerleend(stand) && feit.type === 'machtiging.opnamebeslissing-genomen@1')
    return opnameGevolg(stand, feit.geldigOp, facts);
  const gebeurtenis = gebeurtenisVan(feit.type);
  if (gebeurtenis === undefined || !('vlaggen' in feit.data)) return null;
  return { vlaggen: voorvalVlaggen(stand, gebeurtenis, feit.geldigOp, facts) };
};

/** What the law makes of the facts as they read now: what a request lacks, the longest validity, ends and flags. */
export const herleid = (feiten: Feiten, facts: MachtigingFacts): readonly Afleiding[] =>
  metStand({ initialState, evolve }, feiten).flatMap(({ feit, stand }) => {
    const velden = volgt(feit, stand, facts);
    return velden === null ? [] : [{ feit: feit.id, velden }];
  });

const besluitTypes = new Set<string>([
  ...Object.values(besluitFeiten).map(({ type }) => type),
  ...Object.values(planEnOpnameFeiten).map(({ type }) => type),
]);

type Meld = (regel: string, zin: string) => void;

const strijdigEinde = (feit: Past<MachtigingEvent>, stand: NonNullable<MachtigingState>, meld: Meld): void => {
  if (feit.type !== 'machtiging.geeindigd@2') return;
  const dag = datumVan(feit.geldigOp);
  if (!isVerleend(stand) || eindeStaatVast(stand, dag))
    meld('einde zonder verlening', 'Trek eerst het einde van deze machtiging in.');
  else if (dag < stand.beschikkingOp)
    meld('einde voor beschikking', 'Het einde kan niet voor de beschikking liggen. Kijk de datum na.');
};

const strijdigVerloop = (feit: Past<MachtigingEvent>, stand: NonNullable<MachtigingState>, meld: Meld): void => {
  const gebeurtenis = gebeurtenisVan(feit.type);
  if (gebeurtenis !== undefined && besluitTypes.has(feit.type) && stapVan(stand, gebeurtenis, feit.geldigOp) === null)
    meld(
      'besluit zonder grond',
      'Een besluit over deze machtiging past er dan niet meer bij. Trek eerst dat besluit in.',
    );
  if (feit.type !== 'machtiging.melding-gedaan@1') return;
  const voorval = stand.verloop.find(({ id }) => id === feit.data.gebeurtenisId);
  if (voorval && feit.geldigOp < voorval.op)
    meld('melding voor gebeurtenis', 'Een melding kan niet liggen voor wat er is gemeld. Kijk de datum en tijd na.');
};

/** Dates out of order, an end of what was never granted, and a decision that the law no longer has room for. */
export const strijdig = (feiten: Feiten, nu: Instant): readonly Strijd[] =>
  metStand({ initialState, evolve }, feiten).flatMap(({ feit, stand }) => {
    if (stand === null) return [];
    const strijd: Strijd[] = [];
    const meld: Meld = (regel, zin) => void strijd.push({ feit: feit.id, regel, zin });
    if ('beschikkingOp' in feit.data && feit.data.beschikkingOp < stand.verzochtOp)
      meld('beschikking voor verzoek', 'De beschikking kan niet voor het verzoek liggen. Kijk de datum na.');
    if ('beschikkingOp' in feit.data && feit.data.beschikkingOp > datumVan(nu))
      meld('beschikking na vandaag', 'De beschikking kan niet na vandaag liggen. Kijk de datum na.');
    if (feit.type === 'machtiging.verleend@2' && feit.data.geldigTot <= feit.data.geldigVan)
      meld('einddatum voor begindatum', EINDE_VOOR_BEGIN);
    strijdigEinde(feit, stand, meld);
    strijdigVerloop(feit, stand, meld);
    return strijd;
  });
