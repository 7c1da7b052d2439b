import type { Datum, MachtigingSoort } from '@regielijn/kern';
import { type Bevinding, signaal, weigering } from './bevinding.js';

/** The registers whose members are gekwalificeerde gedragswetenschapper. Source: Regeling Jeugdwet art. 2. */
export const REGISTERS = [
  { id: 'NIP_KINDER_EN_JEUGDPSYCHOLOOG', naam: 'register Kinder- en Jeugdpsychologen van het NIP' },
  { id: 'SKJ_POSTMASTER_ORTHOPEDAGOOG', naam: 'SKJ, postmaster-orthopedagoog' },
  { id: 'SKJ_POSTMASTER_PSYCHOLOOG', naam: 'SKJ, postmaster-psycholoog' },
  { id: 'BIG_GEZONDHEIDSZORGPSYCHOLOOG', naam: 'BIG, gezondheidszorgpsycholoog' },
  { id: 'BIG_PSYCHOTHERAPEUT', naam: 'BIG, psychotherapeut' },
  { id: 'BIG_ORTHOPEDAGOOG_GENERALIST', naam: 'BIG, orthopedagoog-generalist' },
  { id: 'PSYCHIATER_SPECIALISTENREGISTER', naam: 'erkend specialistenregister, psychiater' },
] as const;

/** The statement of consent that goes with a request. */
export interface Instemming {
  /** Id of one of `REGISTERS`; any other register does not qualify. */
  readonly register: string;
  /** First day on which the registration no longer holds; null: no end known. */
  readonly registratieGeldigTot: Datum | null;
  readonly gegevenOp: Datum;
  readonly onderzoekOp: Datum | null;
  readonly persoonlijkOnderzocht: boolean;
  /** Why there was no personal examination. */
  readonly redenNiet: string | null;
}

/** Whether an examination on the first day was too long before a request on the second. */
export type IsOnderzoekOud = (onderzoekOp: Datum, ingediendOp: Datum) => boolean;

const INSTEMMING_ARTIKEL: Readonly<Record<MachtigingSoort, string>> = {
  MGJ: 'Jeugdwet art. 6.1.2 lid 5',
  SPOED: 'Jeugdwet art. 6.1.3 lid 3',
  VMGJ: 'Jeugdwet art. 6.1.4 lid 3',
};

/** That the examination was feitelijk onmogelijk counts only for a spoedmachtiging. Source: Jeugdwet art. 6.1.3 lid 3. */
export const onderzoekOnmogelijk = (): Bevinding =>
  signaal(
    'ONDERZOEK_ONMOGELIJK',
    'De gedragswetenschapper kon de jeugdige niet onderzoeken. Dat mag alleen bij spoed; de rechter kijkt naar de reden.',
    INSTEMMING_ARTIKEL.SPOED,
  );

/** What of a request counts for its statement. */
interface BijVerzoek {
  readonly soort: MachtigingSoort;
  readonly ingediendOp: Datum;
  readonly geboortedatum: Datum;
}

/**
 * Whether a statement is of a gekwalificeerde gedragswetenschapper who examined the jeugdige "kort tevoren". Empty when
 * all is well. How long ago "kort tevoren" is, the law does not say: a setting does. Source: Jeugdwet art. 6.1.2 lid 5, 6.1.3 lid 3, 6.1.4 lid 3; Regeling Jeugdwet art. 2.
 */
export const gekwalificeerd = (
  instemming: Instemming,
  verzoek: BijVerzoek,
  isOnderzoekOud: IsOnderzoekOud,
): readonly Bevinding[] => [
  ...registratieBevindingen(instemming),
  ...gegevenBuitenTijd(instemming, verzoek),
  ...(instemming.persoonlijkOnderzocht
    ? onderzoek(instemming, verzoek, isOnderzoekOud)
    : geenOnderzoek(instemming, verzoek.soort)),
];

/** The statement goes with the request: one that is still to be given is none. Source: Jeugdwet art. 6.1.8 lid 4. */
const gegevenBuitenTijd = (
  { gegevenOp }: Instemming,
  { soort, ingediendOp, geboortedatum }: BijVerzoek,
): readonly Bevinding[] => {
  if (gegevenOp > ingediendOp)
    return [
      weigering(
        'VERKLARING_NA_VERZOEK',
        'De verklaring van de gedragswetenschapper is van na het verzoek. Die hoort er al bij te zitten. Kijk de datums na.',
        'Jeugdwet art. 6.1.8 lid 4',
      ),
    ];
  return gegevenOp < geboortedatum
    ? [
        weigering(
          'VERKLARING_VOOR_GEBOORTE',
          'De verklaring van de gedragswetenschapper is van voor de geboorte van de jeugdige. Kijk de datums na.',
          INSTEMMING_ARTIKEL[soort],
        ),
      ]
    : [];
};

/** Whether who consents was registered that day. Source: Regeling Jeugdwet art. 2. */
export const registratieBevindingen = ({
  register,
  registratieGeldigTot,
  gegevenOp,
}: Pick<Instemming, 'register' | 'registratieGeldigTot' | 'gegevenOp'>): readonly Bevinding[] => {
  const bevindingen: Bevinding[] = [];
  if (!REGISTERS.some(({ id }) => id === register))
    bevindingen.push(
      weigering(
        'GEDRAGSWETENSCHAPPER_NIET_GEKWALIFICEERD',
        'Dit register hoort niet bij een gekwalificeerde gedragswetenschapper. Vraag een verklaring van iemand die dat wel is.',
        'Regeling Jeugdwet art. 2',
      ),
    );
  if (registratieGeldigTot !== null && registratieGeldigTot <= gegevenOp)
    bevindingen.push(
      weigering(
        'REGISTRATIE_NIET_GELDIG',
        'De registratie van de gedragswetenschapper was verlopen toen de verklaring werd gegeven. Vraag een nieuwe verklaring van iemand die wel geregistreerd is.',
        'Regeling Jeugdwet art. 2',
      ),
    );
  return bevindingen;
};

const geenOnderzoek = ({ redenNiet }: Instemming, soort: MachtigingSoort): readonly Bevinding[] =>
  soort === 'SPOED' && redenNiet !== null
    ? [onderzoekOnmogelijk()]
    : [
        weigering(
          'NIET_PERSOONLIJK_ONDERZOCHT',
          soort === 'SPOED'
            ? 'De gedragswetenschapper heeft de jeugdige niet onderzocht. Geef de reden waarom dat onmogelijk was.'
            : 'De gedragswetenschapper heeft de jeugdige niet onderzocht. Laat dat alsnog doen. Alleen bij spoed kan het zonder, als het onmogelijk was.',
          INSTEMMING_ARTIKEL[soort],
        ),
      ];

/** What is wrong with the day of an examination: first the request, then the birth, then the statement that rests on it. */
const onderzoekBuitenTijd = (
  onderzoekOp: Datum,
  gegevenOp: Datum,
  { soort, ingediendOp, geboortedatum }: BijVerzoek,
): readonly Bevinding[] => {
  const fouten: readonly (readonly [boolean, code: string, zin: string])[] = [
    [
      onderzoekOp > ingediendOp,
      'ONDERZOEK_NA_VERZOEK',
      'Het onderzoek moet voor het verzoek zijn gedaan. Kijk de datum van het onderzoek na.',
    ],
    [
      onderzoekOp < geboortedatum,
      'ONDERZOEK_VOOR_GEBOORTE',
      'Het onderzoek is van voor de geboorte van de jeugdige. Kijk de datum van het onderzoek na.',
    ],
    [
      onderzoekOp > gegevenOp,
      'ONDERZOEK_NA_VERKLARING',
      'De gedragswetenschapper moet de jeugdige eerst onderzoeken en daarna verklaren. Kijk de datums na.',
    ],
  ];
  const fout = fouten.find(([isFout]) => isFout);
  return fout ? [weigering(fout[1], fout[2], INSTEMMING_ARTIKEL[soort])] : [];
};

const onderzoek = (
  { onderzoekOp, gegevenOp }: Instemming,
  verzoek: BijVerzoek,
  isOnderzoekOud: IsOnderzoekOud,
): readonly Bevinding[] => {
  const artikel = INSTEMMING_ARTIKEL[verzoek.soort];
  if (onderzoekOp === null)
    return [signaal('ONDERZOEKDATUM_ONTBREEKT', 'Vul in op welke dag de jeugdige is onderzocht.', artikel)];
  const buitenTijd = onderzoekBuitenTijd(onderzoekOp, gegevenOp, verzoek);
  if (buitenTijd.length > 0) return buitenTijd;
  return isOnderzoekOud(onderzoekOp, verzoek.ingediendOp)
    ? [
        signaal(
          'ONDERZOEK_LANG_GELEDEN',
          'Het onderzoek was lang voor het verzoek. De wet vraagt een onderzoek kort tevoren: laat opnieuw onderzoeken.',
          artikel,
        ),
      ]
    : [];
};
