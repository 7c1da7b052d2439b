import { type Bevinding, signaal, weigering } from './bevinding.js';

export interface Verzoeker {
  readonly soort: 'college' | 'GI' | 'RvdK' | 'OvJ' | 'anders';
  readonly organisatie: string;
}

/** What decides who may request. Left out and null are the same: not told, or there is none. */
export interface VerzoekFeiten {
  readonly kinderbeschermingsmaatregel?: 'geen' | 'verzocht' | 'opgelegd' | null;
  /** The college of the gemeente where the jeugdige has his woonplaats, by who requests. */
  readonly collegeVanWoonplaats?: string | null;
  /** The same by the dossier. */
  readonly collegeVolgensDossier?: string | null;
  /** The GI that carries out the kinderbeschermingsmaatregel. */
  readonly giMaatregel?: string | null;
  /** The GI that carries out jeugdreclassering. */
  readonly giJeugdreclassering?: string | null;
}

interface Bevoegdheid {
  readonly verzoeker: Verzoeker['soort'];
  readonly bijMaatregel: boolean;
  /** The requester must be the organisation that is named here, each time one is; with none there is nothing to be. */
  readonly moetZijn: readonly Exclude<keyof VerzoekFeiten, 'kinderbeschermingsmaatregel'>[];
}

/**
 * Who may request a machtiging, spoedmachtiging or voorwaardelijke machtiging. A kinderbeschermingsmaatregel, requested
 * or imposed, takes the place of lid 1 and with it of lid 3, which adds to requests of lid 1.
 */
const BEVOEGD: readonly Bevoegdheid[] = [
  // Jeugdwet art. 6.1.8 lid 1 and 3.
  { verzoeker: 'college', bijMaatregel: false, moetZijn: ['collegeVanWoonplaats', 'collegeVolgensDossier'] },
  { verzoeker: 'GI', bijMaatregel: false, moetZijn: ['giJeugdreclassering'] },
  // Jeugdwet art. 6.1.8 lid 2.
  { verzoeker: 'RvdK', bijMaatregel: true, moetZijn: [] },
  { verzoeker: 'OvJ', bijMaatregel: true, moetZijn: [] },
  { verzoeker: 'GI', bijMaatregel: true, moetZijn: ['giMaatregel'] },
];

const isBekend = <T>(waarde: T | null | undefined): waarde is T => waarde !== null && waarde !== undefined;

type Antwoord = 'ja' | 'nee' | 'onbekend';

const magBij = (bijMaatregel: boolean, { soort, organisatie }: Verzoeker, feiten: VerzoekFeiten): Antwoord => {
  const rij = BEVOEGD.find((kandidaat) => kandidaat.verzoeker === soort && kandidaat.bijMaatregel === bijMaatregel);
  if (rij === undefined) return 'nee';
  if (rij.moetZijn.length === 0) return 'ja';
  const genoemd = rij.moetZijn.flatMap((veld) => feiten[veld] ?? []);
  if (genoemd.length === 0) return 'onbekend';
  return genoemd.every((bevoegd) => bevoegd === organisatie) ? 'ja' : 'nee';
};

const onbevoegd = (bijMaatregel: boolean, { soort, organisatie }: Verzoeker, feiten: VerzoekFeiten): Bevinding => {
  if (bijMaatregel)
    return weigering(
      'VERZOEKER_ONBEVOEGD',
      'Bij een kinderbeschermingsmaatregel vraagt de Raad voor de Kinderbescherming, de officier van justitie of de GI die de maatregel uitvoert. Laat een van hen het verzoek doen.',
      'Jeugdwet art. 6.1.8 lid 2',
    );
  const { collegeVolgensDossier } = feiten;
  if (soort === 'college' && isBekend(collegeVolgensDossier) && collegeVolgensDossier !== organisatie)
    return weigering(
      'VERZOEKER_ANDERE_GEMEENTE',
      'Volgens het dossier woont de jeugdige in een andere gemeente. Is de jeugdige verhuisd, leg dan eerst de verhuizing vast. Laat anders het college van die gemeente het verzoek doen.',
      'Jeugdwet art. 6.1.8 lid 1',
    );
  return weigering(
    'VERZOEKER_ONBEVOEGD',
    'Zonder kinderbeschermingsmaatregel vraagt het college van de woonplaats, of de GI die jeugdreclassering uitvoert. Laat een van hen het verzoek doen.',
    'Jeugdwet art. 6.1.8 lid 1 en 3',
  );
};

/**
 * Empty when this requester may request. What is not told about who requests is not shown, and so refused; what is not
 * told about the maatregel leaves open by which rule it is allowed. Source: Jeugdwet art. 6.1.8 lid 1, 2 and 3.
 */
export const magVerzoeken = (verzoeker: Verzoeker, feiten: VerzoekFeiten): readonly Bevinding[] => {
  const { kinderbeschermingsmaatregel: maatregel } = feiten;
  const gevallen = isBekend(maatregel) ? [maatregel !== 'geen'] : [false, true];
  const antwoorden = gevallen.map((bijMaatregel) => magBij(bijMaatregel, verzoeker, feiten));
  if (antwoorden.every((antwoord) => antwoord === 'ja')) return [];
  if (antwoorden.includes('ja'))
    return [
      signaal(
        'VERZOEKER_NIET_TE_BEPALEN',
        'Of deze verzoeker mag vragen, hangt af van een kinderbeschermingsmaatregel. Vul in of die er is of is verzocht.',
        'Jeugdwet art. 6.1.8',
      ),
    ];
  if (antwoorden.includes('onbekend'))
    return [
      weigering(
        'BEVOEGDHEID_NIET_AANGETOOND',
        'Niet is ingevuld waarom deze verzoeker mag vragen. Vul in of er een kinderbeschermingsmaatregel is, in welke gemeente de jeugdige woont en welke GI de maatregel of jeugdreclassering uitvoert.',
        'Jeugdwet art. 6.1.8',
      ),
    ];
  return [onbevoegd(gevallen[0]!, verzoeker, feiten)];
};
