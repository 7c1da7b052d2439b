import { type Datum, leeftijdsfout, type MachtigingSoort, zinOverLeeftijd } from '@regielijn/kern';
import { type AchttienPlus, achttienPlusBevindingen, isAchttien } from './achttien-plus.js';
import { type Bevinding, signaal, weigering } from './bevinding.js';
import { gekwalificeerd, type Instemming, type IsOnderzoekOud, onderzoekOnmogelijk } from './gedragswetenschapper.js';
import { type Hulpverleningsplan, planBevindingen } from './hulpverleningsplan.js';

export interface Verzoek {
  readonly soort: MachtigingSoort;
  /** The request is for the extension of a machtiging that holds. */
  readonly verlenging: boolean;
  readonly ingediendOp: Datum;
  readonly geboortedatum: Datum;
  /** The legal title for a minor. */
  readonly grondslag: 'OTS' | 'VOOGDIJ_GI' | 'INSTEMMING_WV' | null;
  /** null: not told. */
  readonly kinderbeschermingsmaatregel: 'geen' | 'verzocht' | 'opgelegd' | null;
  /** The statement that is enclosed. */
  readonly instemming: Instemming | null;
  /** For a spoedmachtiging without a statement: why the examination was feitelijk onmogelijk. */
  readonly redenGeenOnderzoek: string | null;
  readonly hulpverleningsplan: Hulpverleningsplan | null;
  readonly achttienPlus: AchttienPlus | null;
}

/**
 * What a request to the kinderrechter lacks by law; empty when it is complete. Who may request is another rule
 * (`magVerzoeken`). A besluit of the college is not asked: that condition is gone since 2023.
 * Source: Jeugdwet art. 6.1.2, 6.1.3, 6.1.4, 6.1.8 lid 4 and 6.1.12 lid 2.
 */
export const verzoekVolledig = (verzoek: Verzoek, isOnderzoekOud: IsOnderzoekOud): readonly Bevinding[] => [
  ...spoedVerlenging(verzoek),
  ...titel(verzoek),
  ...verklaring(verzoek, isOnderzoekOud),
  ...plan(verzoek),
  ...leeftijd(verzoek),
];

/** A birth date that cannot be right comes first: what follows from it says nothing. */
const leeftijd = ({ geboortedatum, ingediendOp, achttienPlus }: Verzoek): readonly Bevinding[] => {
  const fout = leeftijdsfout(geboortedatum, ingediendOp);
  return fout
    ? [weigering(fout.code, zinOverLeeftijd(fout), 'Jeugdwet art. 1.1')]
    : achttienPlusBevindingen(geboortedatum, ingediendOp, achttienPlus);
};

const spoedVerlenging = ({ soort, verlenging }: Verzoek): readonly Bevinding[] =>
  soort === 'SPOED' && verlenging
    ? [
        weigering(
          'SPOED_NIET_TE_VERLENGEN',
          'Een spoedmachtiging kan niet worden verlengd. Vraag een gewone machtiging.',
          'Jeugdwet art. 6.1.12 lid 2',
        ),
      ]
    : [];

/** Lid 3 asks a legal title of who is not yet eighteen; for who is, lid 4 takes its place. */
const titel = (verzoek: Verzoek): readonly Bevinding[] => {
  const { grondslag, geboortedatum, ingediendOp } = verzoek;
  if (isAchttien(geboortedatum, ingediendOp)) return [];
  if (grondslag === 'OTS') return ondertoezichtstelling(verzoek);
  if (grondslag !== null) return [];
  return [
    weigering(
      'GRONDSLAG_ONTBREEKT',
      'Voor een minderjarige is een ondertoezichtstelling, voogdij van een GI of instemming van de wettelijk vertegenwoordiger nodig. Vul in wat er is.',
      'Jeugdwet art. 6.1.2 lid 3',
    ),
  ];
};

/**
 * A ondertoezichtstelling is a kinderbeschermingsmaatregel; it may still be requested when the machtiging is. Lid 3 asks it
 * at the beschikking, and no dossier knows of it: only who says that there is none contradicts himself.
 */
const ondertoezichtstelling = ({ kinderbeschermingsmaatregel }: Verzoek): readonly Bevinding[] => {
  const artikel = 'Jeugdwet art. 6.1.2 lid 3';
  if (kinderbeschermingsmaatregel === 'geen')
    return [
      weigering(
        'GRONDSLAG_ZONDER_MAATREGEL',
        'De grondslag is een ondertoezichtstelling, maar er staat dat er geen kinderbeschermingsmaatregel is of is verzocht. Kijk na welke van de twee klopt.',
        artikel,
      ),
    ];
  return kinderbeschermingsmaatregel === null
    ? [
        signaal(
          'MAATREGEL_NIET_VERMELD',
          'De grondslag is een ondertoezichtstelling. Vul in of die is opgelegd of verzocht.',
          artikel,
        ),
      ]
    : [];
};

const verklaring = (verzoek: Verzoek, isOnderzoekOud: IsOnderzoekOud): readonly Bevinding[] => {
  const { instemming, soort, redenGeenOnderzoek } = verzoek;
  if (instemming !== null) return gekwalificeerd(instemming, verzoek, isOnderzoekOud);
  if (soort === 'SPOED' && redenGeenOnderzoek !== null) return [onderzoekOnmogelijk()];
  return [
    weigering(
      'INSTEMMING_ONTBREEKT',
      'Bij het verzoek hoort een verklaring van een gekwalificeerde gedragswetenschapper die instemt. Vraag die eerst.',
      'Jeugdwet art. 6.1.8 lid 4',
    ),
  ];
};

const plan = ({ soort, hulpverleningsplan }: Verzoek): readonly Bevinding[] => {
  if (soort !== 'VMGJ') return [];
  if (hulpverleningsplan !== null) return planBevindingen(hulpverleningsplan);
  return [
    weigering(
      'HULPVERLENINGSPLAN_ONTBREEKT',
      'Bij een verzoek om een voorwaardelijke machtiging hoort een hulpverleningsplan. Voeg dat toe.',
      'Jeugdwet art. 6.1.4 lid 4',
    ),
  ];
};
