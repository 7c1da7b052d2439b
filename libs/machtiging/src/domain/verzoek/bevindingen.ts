import type { Datum } from '@regielijn/kern';
import type { z } from 'zod';
import type { MachtigingFacts } from '../feiten.js';
import type { Bevinding } from '../regels/bevinding.js';
import { magVerzoeken } from '../regels/mag-verzoeken.js';
import { WET_VANAF } from '../regels/overgangen.js';
import { type Verzoek, verzoekVolledig } from '../regels/verzoek-volledig.js';
import type { verzoekFeiten } from './events.js';
import { isVerlenging } from './velden.js';

/** What a finding is about that only says that something was not told. */
const GAAT_OVER: Readonly<Record<string, 'grondslag' | 'instemming' | 'hulpverleningsplan' | 'achttienPlus'>> = {
  GRONDSLAG_ONTBREEKT: 'grondslag',
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
  instemming: gegevens.instemming && { ...gegevens.instemming, redenNiet: gegevens.redenGeenOnderzoek },
});

const magDeVerzoeker = ({ verzoekerSoort, verzoeker, bevoegdheid }: Verzoekgegevens): readonly Bevinding[] =>
  verzoekerSoort === null ? [] : magVerzoeken({ soort: verzoekerSoort, organisatie: verzoeker }, bevoegdheid ?? {});

/**
 * What the law has to say about a request: who may, and what it lacks. Of a request that is told in part, what was left
 * out is no finding. null: filed under a text of the law that is not known here.
 */
export const verzoekBevindingen = (
  gegevens: Verzoekgegevens,
  ingediendOp: Datum,
  { geboortedatum, isOnderzoekOud }: Pick<MachtigingFacts, 'isOnderzoekOud'> & { readonly geboortedatum: Datum },
): readonly Bevinding[] | null => {
  if (ingediendOp < WET_VANAF) return null;
  const isNietVerteld = ({ code }: Bevinding): boolean => {
    const veld = GAAT_OVER[code];
    return gegevens.volledig !== true && veld !== undefined && gegevens[veld] === null;
  };
  return [
    ...magDeVerzoeker(gegevens),
    ...verzoekVolledig(alsVerzoek(gegevens, ingediendOp, geboortedatum), isOnderzoekOud),
  ].filter((bevinding) => !isNietVerteld(bevinding));
};

/** As an event carries them: the code and the article. */
export const alsVlaggen = (bevindingen: readonly Bevinding[] | null): { code: string; artikel: string }[] | null =>
  bevindingen && bevindingen.map(({ code, artikel }) => ({ code, artikel }));
