import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import type { z } from 'zod';
import type { MachtigingFacts } from '../feiten.js';
import type { Bevinding } from '../regels/bevinding.js';
import { magVerzoeken } from '../regels/mag-verzoeken.js';
import { WET_VANAF } from '../regels/overgangen.js';
import { type Verzoek, verzoekVolledig } from '../regels/verzoek-volledig.js';
import type { verzoekFeiten } from './events.js';
import { isVerlenging } from './velden.js';

/** What a finding is about that only says that something was not told. */
const GAAT_OVER: Readonly<
  Record<string, 'grondslag' | 'bevoegdheid' | 'instemming' | 'hulpverleningsplan' | 'achttienPlus'>
> = {
  GRONDSLAG_ONTBREEKT: 'grondslag',
  MAATREGEL_NIET_VERMELD: 'bevoegdheid',
  VERZOEKER_NIET_TE_BEPALEN: 'bevoegdheid',
  BEVOEGDHEID_NIET_AANGETOOND: 'bevoegdheid',
  INSTEMMING_ONTBREEKT: 'instemming',
  HULPVERLENINGSPLAN_ONTBREEKT: 'hulpverleningsplan',
  ACHTTIEN_PLUS: 'achttienPlus',
  MACHTIGING_OP_VERJAARDAG_ONBEKEND: 'achttienPlus',
};

export type Verzoekgegevens = Omit<
  z.output<typeof verzoekFeiten.verzoekIngediend.schema>,
  'machtigingId' | 'jeugdigeId' | 'vlaggen'
>;

const alsVerzoek = (gegevens: Verzoekgegevens, ingediendOp: Datum, geboortedatum: Datum): Verzoek => ({
  ...gegevens,
  ingediendOp,
  geboortedatum,
  verlenging: isVerlenging(gegevens) === true,
  kinderbeschermingsmaatregel: gegevens.bevoegdheid?.kinderbeschermingsmaatregel ?? null,
  instemming: gegevens.instemming && { ...gegevens.instemming, redenNiet: gegevens.redenGeenOnderzoek },
});

/** An ondertoezichtstelling is a maatregel, also where nobody says so. */
const magDeVerzoeker = (
  { verzoekerSoort, verzoeker, bevoegdheid, grondslag }: Verzoekgegevens,
  collegeVolgensDossier: string | null,
): readonly Bevinding[] => {
  if (verzoekerSoort === null) return [];
  const kinderbeschermingsmaatregel =
    bevoegdheid?.kinderbeschermingsmaatregel ?? (grondslag === 'OTS' ? 'opgelegd' : null);
  return magVerzoeken(
    { soort: verzoekerSoort, organisatie: verzoeker },
    { ...bevoegdheid, kinderbeschermingsmaatregel, collegeVolgensDossier },
  );
};

/**
 * What the law has to say about a request of this moment: who may, and what it lacks. Of a request that is told in part,
 * what was left out is no finding. null: filed under a text of the law that is not known here.
 */
export const verzoekBevindingen = (
  gegevens: Verzoekgegevens,
  moment: Instant,
  facts: Pick<MachtigingFacts, 'isOnderzoekOud' | 'collegeOp'> & { readonly geboortedatum: Datum },
): readonly Bevinding[] | null => {
  const ingediendOp = datumVan(moment);
  if (ingediendOp < WET_VANAF) return null;
  const isNietVerteld = ({ code }: Bevinding): boolean => {
    const veld = GAAT_OVER[code];
    return gegevens.volledig !== true && veld !== undefined && gegevens[veld] === null;
  };
  return [
    ...magDeVerzoeker(gegevens, facts.collegeOp(moment)),
    ...verzoekVolledig(alsVerzoek(gegevens, ingediendOp, facts.geboortedatum), facts.isOnderzoekOud),
  ].filter((bevinding) => !isNietVerteld(bevinding));
};

/** As an event carries them: the code and the article, each pair once. */
export const alsVlaggen = (bevindingen: readonly Bevinding[] | null): { code: string; artikel: string }[] | null =>
  bevindingen &&
  bevindingen
    .filter(({ code, artikel }, nr) => nr === bevindingen.findIndex((b) => b.code === code && b.artikel === artikel))
    .map(({ code, artikel }) => ({ code, artikel }));
