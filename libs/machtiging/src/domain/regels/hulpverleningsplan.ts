import { type Bevinding, weigering } from './bevinding.js';

/** The hulpverleningsplan that goes with the request for a voorwaardelijke machtiging: what it says, not its text. */
export interface Hulpverleningsplan {
  /** The voorwaarden and the supervision on them are described. */
  readonly voorwaardenEnToezicht: boolean;
  /** The jeugdhulp is described. */
  readonly jeugdhulp: boolean;
  /** The provider of the jeugdhulp of the voorwaarden, as author of the plan. */
  readonly aanbiederVoorwaarden: string | null;
  /** The provider that is ready to admit, as author of the plan. */
  readonly aanbiederOpname: string | null;
  /** Who of that provider may decide on the opname. */
  readonly bevoegdeMedewerker: string | null;
  readonly maatregelen: readonly string[];
}

/** What a plan must hold. Source: Jeugdwet art. 6.1.4 lid 5. */
const ONDERDELEN: readonly { readonly veld: keyof Hulpverleningsplan; readonly zin: string }[] = [
  {
    veld: 'voorwaardenEnToezicht',
    zin: 'In het plan staan de voorwaarden niet, of het toezicht daarop. Vul het plan aan.',
  },
  { veld: 'jeugdhulp', zin: 'In het plan staat niet welke jeugdhulp er komt. Vul het plan aan.' },
  {
    veld: 'aanbiederVoorwaarden',
    zin: 'De aanbieder van de hulp in de voorwaarden heeft niet meegeschreven aan het plan. Maak het plan samen.',
  },
  {
    veld: 'aanbiederOpname',
    zin: 'De aanbieder die wil opnemen heeft niet meegeschreven aan het plan. Maak het plan samen.',
  },
  {
    veld: 'bevoegdeMedewerker',
    zin: 'In het plan staat niet welke medewerker over opname mag beslissen. Vul die medewerker in.',
  },
];

/**
 * The only vrijheidsbeperkende maatregelen outside a gesloten accommodatie. Source: Jeugdwet art. 6.1.4 lid 6; other
 * articles call this list lid 7, which is taken as a slip.
 */
export const MAATREGELEN_BUITEN = [
  'onderzoek_lichaam',
  'onderzoek_kleding',
  'onderzoek_urine',
  'beperken_bewegingsvrijheid',
  'elektronisch_toezicht',
] as const;

/** What a plan for a voorwaardelijke machtiging lacks, or holds too much. Source: Jeugdwet art. 6.1.4 lid 5 and 6. */
export const planBevindingen = (plan: Hulpverleningsplan): readonly Bevinding[] => [
  ...ONDERDELEN.filter(({ veld }) => plan[veld] === false || plan[veld] === null).map(({ zin }) =>
    weigering('HULPVERLENINGSPLAN_ONVOLLEDIG', zin, 'Jeugdwet art. 6.1.4 lid 5'),
  ),
  ...(plan.maatregelen.every((maatregel) => MAATREGELEN_BUITEN.some((bekend) => bekend === maatregel))
    ? []
    : [
        weigering(
          'MAATREGEL_MAG_NIET_BUITEN',
          'In het plan staat een maatregel die alleen in een gesloten accommodatie mag. Haal die uit het plan.',
          'Jeugdwet art. 6.1.4 lid 6',
        ),
      ]),
];
