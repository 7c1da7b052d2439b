import { type Bevinding, signaal, weigering } from './bevinding.js';

export interface Verzoeker {
  readonly soort: 'college' | 'GI' | 'RvdK' | 'OvJ' | 'anders';
  readonly organisatie: string;
}

/** What decides who may request. Left out: not known; null: there is none. */
export interface VerzoekFeiten {
  readonly kinderbeschermingsmaatregel?: 'geen' | 'verzocht' | 'opgelegd';
  /** The college of the gemeente where the jeugdige has his woonplaats. */
  readonly collegeVanWoonplaats?: string | null;
  /** The GI that carries out the kinderbeschermingsmaatregel. */
  readonly giMaatregel?: string | null;
  /** The GI that carries out jeugdreclassering. */
  readonly giJeugdreclassering?: string | null;
}

interface Bevoegdheid {
  readonly verzoeker: Verzoeker['soort'];
  readonly bijMaatregel: boolean;
  /** The requester must be this organisation. */
  readonly moetZijn?: 'collegeVanWoonplaats' | 'giMaatregel' | 'giJeugdreclassering';
}

/**
 * Who may request a machtiging, spoedmachtiging or voorwaardelijke machtiging. A kinderbeschermingsmaatregel, requested
 * or imposed, takes the place of lid 1 and with it of lid 3, which adds to requests of lid 1.
 */
const BEVOEGD: readonly Bevoegdheid[] = [
  // Jeugdwet art. 6.1.8 lid 1 and 3.
  { verzoeker: 'college', bijMaatregel: false, moetZijn: 'collegeVanWoonplaats' },
  { verzoeker: 'GI', bijMaatregel: false, moetZijn: 'giJeugdreclassering' },
  // Jeugdwet art. 6.1.8 lid 2.
  { verzoeker: 'RvdK', bijMaatregel: true },
  { verzoeker: 'OvJ', bijMaatregel: true },
  { verzoeker: 'GI', bijMaatregel: true, moetZijn: 'giMaatregel' },
];

type Antwoord = 'ja' | 'nee' | 'onbekend';

const magBij = (bijMaatregel: boolean, { soort, organisatie }: Verzoeker, feiten: VerzoekFeiten): Antwoord => {
  const rij = BEVOEGD.find((kandidaat) => kandidaat.verzoeker === soort && kandidaat.bijMaatregel === bijMaatregel);
  if (rij === undefined) return 'nee';
  if (rij.moetZijn === undefined) return 'ja';
  const bevoegd = feiten[rij.moetZijn];
  if (bevoegd === undefined) return 'onbekend';
  return bevoegd === organisatie ? 'ja' : 'nee';
};

/** Empty when this requester may request. Source: Jeugdwet art. 6.1.8 lid 1, 2 and 3. */
export const magVerzoeken = (verzoeker: Verzoeker, feiten: VerzoekFeiten): readonly Bevinding[] => {
  const { kinderbeschermingsmaatregel: maatregel } = feiten;
  const gevallen = maatregel === undefined ? [false, true] : [maatregel !== 'geen'];
  const antwoorden = gevallen.map((bijMaatregel) => magBij(bijMaatregel, verzoeker, feiten));
  if (antwoorden.every((antwoord) => antwoord === 'ja')) return [];
  if (antwoorden.some((antwoord) => antwoord !== 'nee'))
    return [
      signaal(
        'VERZOEKER_NIET_TE_BEPALEN',
        'Niet vast staat of deze verzoeker mag vragen. Vul aan of er een kinderbeschermingsmaatregel is, waar de jeugdige woont en welke GI iets uitvoert.',
        'Jeugdwet art. 6.1.8',
      ),
    ];
  return [
    gevallen[0]
      ? weigering(
          'VERZOEKER_ONBEVOEGD',
          'Bij een kinderbeschermingsmaatregel vraagt de Raad voor de Kinderbescherming, de officier van justitie of de GI die de maatregel uitvoert. Laat een van hen het verzoek doen.',
          'Jeugdwet art. 6.1.8 lid 2',
        )
      : weigering(
          'VERZOEKER_ONBEVOEGD',
          'Zonder kinderbeschermingsmaatregel vraagt het college van de woonplaats, of de GI die jeugdreclassering uitvoert. Laat een van hen het verzoek doen.',
          'Jeugdwet art. 6.1.8 lid 1 en 3',
        ),
  ];
};
