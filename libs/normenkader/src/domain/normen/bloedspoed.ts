import { type Dossier, type Feit, heeftTekst } from './dossier.js';
import { type Instellingen, sleutelVan } from './instellingen.js';
import { binnenUren, isOgenblik, tijdVan, voor } from './tijd.js';
import { alle, enige, gegeven, niet, type Zekerheid } from './zekerheid.js';

type Beoordeling = Feit<'BloedspoedBeoordeeld'>;

/** What decides whether the bloedspoed of one plaatsing was confirmed. */
export interface Spoedvraag {
  readonly beoordelingen: readonly Beoordeling[];
  readonly verzoeker: string | null | undefined;
  /** Does it lie in time: before the opname of this plaatsing, and not before an earlier one? */
  readonly isOpTijd: (beoordeling: Beoordeling) => Zekerheid;
  readonly dossier: Dossier;
  readonly instellingen: Instellingen;
}

/** A text to compare, or the name under which it is missing. */
type Gegeven = { readonly sleutel: string } | { readonly ontbreekt: readonly string[] };

const gegevenTekst = (tekst: string | null | undefined, naam: string): Gegeven =>
  heeftTekst(tekst) ? { sleutel: sleutelVan(tekst!) } : { ontbreekt: [naam] };

const isVastgelegd = ({ op, vastgelegdOp }: Beoordeling, { dossier, instellingen }: Spoedvraag): Zekerheid => {
  const later = tijdVan(vastgelegdOp);
  const isNogNiet = later.van > dossier.peil.tot;
  const opTijd = isNogNiet ? null : binnenUren(op, later, instellingen.bloedspoedVastleggenUren);
  const isLaterBekend = !isNogNiet && isOgenblik(later);
  return gegeven(opTijd, isLaterBekend ? 'BloedspoedBeoordeeld.tijdstip' : 'BloedspoedBeoordeeld.vastgelegdOp');
};

/** Positive, with its grounds, in time, written down soon enough, and not taken back by a later one. */
const isPositief = (beoordeling: Beoordeling, vraag: Spoedvraag): Zekerheid => {
  const { uitkomst, gronden } = beoordeling;
  const negatief = vraag.beoordelingen.filter((ander) => ander.uitkomst === 'negatief');
  return alle([
    gegeven(uitkomst ? uitkomst === 'positief' : null, 'BloedspoedBeoordeeld.uitkomst'),
    (gronden ?? []).some(heeftTekst) || ['BloedspoedBeoordeeld.gronden'],
    vraag.isOpTijd(beoordeling),
    isVastgelegd(beoordeling, vraag),
    niet(enige(negatief.map((ander) => voor(beoordeling, ander)))),
  ]);
};

/** Of the two who confirm together, one is this. */
const JEUGDBESCHERMER = ['jeugdbeschermer', 'dienstdoende jeugdbeschermer'];

/** The whole functie is one of these; a part of it says nothing ("geen gedragswetenschapper"). */
const heeftFunctie = ({ functie }: Beoordeling, namen: readonly string[]): Zekerheid => {
  const gevraagd = gegevenTekst(functie, 'BloedspoedBeoordeeld.functie');
  return 'sleutel' in gevraagd ? namen.some((naam) => gevraagd.sleutel === sleutelVan(naam)) : gevraagd.ontbreekt;
};

const zijnVerschillend = (een: Gegeven, ander: Gegeven): Zekerheid => {
  if ('sleutel' in een && 'sleutel' in ander) return een.sleutel !== ander.sleutel;
  return [een, ander].flatMap((persoon) => ('ontbreekt' in persoon ? persoon.ontbreekt : []));
};

const beoordelaarVan = ({ beoordelaar }: Beoordeling): Gegeven =>
  gegevenTekst(beoordelaar, 'BloedspoedBeoordeeld.beoordelaar');

/**
 * Confirmed by one gekwalificeerde gedragswetenschapper who did not ask for the plaatsing, or else by a jeugdbeschermer
 * and one other professional together. Assumption: the normenkader does not define bloedspoed.
 */
export const isBevestigd = (vraag: Spoedvraag): Zekerheid => {
  const verzoeker = gegevenTekst(vraag.verzoeker, 'PlaatsingVerzocht.verzoeker');
  const positief = vraag.beoordelingen.map((een) => ({ een, klopt: isPositief(een, vraag) }));
  const alleen = positief.map(({ een, klopt }) =>
    alle([
      klopt,
      heeftFunctie(een, vraag.instellingen.bloedspoedFuncties),
      zijnVerschillend(beoordelaarVan(een), verzoeker),
    ]),
  );
  const samen = positief.flatMap(({ een, klopt }) =>
    positief
      .filter(({ een: ander }) => ander !== een)
      .map(({ een: ander, klopt: klopt2 }) =>
        alle([
          klopt,
          klopt2,
          heeftFunctie(een, JEUGDBESCHERMER),
          zijnVerschillend(beoordelaarVan(een), beoordelaarVan(ander)),
        ]),
      ),
  );
  return enige([...alleen, ...samen]);
};
