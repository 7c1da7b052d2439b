import { afgehaakt, type Dossier, type Feit, feitenVan, KAN_AFHAKEN } from './dossier.js';
import type { Instellingen } from './instellingen.js';
import { isBevestigd, type Spoedvraag } from './bloedspoed.js';
import type { Norm, Toets } from './norm.js';
import { eensgezind, nietTeBepalen, nietVanToepassing, type Oordeel, perGeval, toetsEisen } from './oordeel.js';
import { geldendOp, type Moment, onzekereTijden, voor } from './tijd.js';
import { alle, enige, gegeven, niet, type Zekerheid } from './zekerheid.js';

type Plaatsing = Feit<'PlaatsingToegewezen' | 'OpnameGestart'>;

const isSpoed = (
  { urgentie, machtigingSoort }: Feit<'PlaatsingVerzocht'>,
  { spoedUrgenties }: Instellingen,
): Zekerheid =>
  enige([
    gegeven(urgentie ? spoedUrgenties.includes(urgentie) : null, 'PlaatsingVerzocht.urgentie'),
    gegeven(machtigingSoort ? machtigingSoort === 'SPOED' : null, 'PlaatsingVerzocht.machtigingSoort'),
  ]);

const toetsVerzoek = (verzoek: Feit<'PlaatsingVerzocht'> | null, rest: Omit<Spoedvraag, 'verzoeker'>): Oordeel => {
  if (verzoek === null) return nietTeBepalen(['PlaatsingVerzocht']);
  const spoed = isSpoed(verzoek, rest.instellingen);
  if (spoed === false) return nietVanToepassing('Het was geen spoedplaatsing.');
  return toetsEisen(
    [
      {
        klopt: enige([niet(spoed), isBevestigd({ ...rest, verzoeker: verzoek.verzoeker })]),
        afwijking: 'Er is met spoed geplaatst zonder dat een tweede persoon voor de opname bloedspoed heeft bevestigd.',
        mist: rest.beoordelingen.length === 0 ? ['BloedspoedBeoordeeld'] : [],
      },
    ],
    'Voor de opname heeft een tweede persoon bloedspoed bevestigd.',
  );
};

/** Did another plaatsing come between these two? */
const isErtussen = (eerder: Moment, later: Moment, plaatsing: Plaatsing): Zekerheid =>
  alle([voor(eerder, plaatsing), voor(plaatsing, later)]);

const toetsPlaatsing = (
  plaatsing: Plaatsing,
  plaatsingen: readonly Plaatsing[],
  dossier: Dossier,
  instellingen: Instellingen,
): Oordeel => {
  const andere = plaatsingen.filter((ander) => ander !== plaatsing);
  const opnames = feitenVan(dossier, 'OpnameGestart').map((opname) => ({
    opname,
    hoortErbij: alle([
      niet(voor(opname, plaatsing)),
      ...andere.map((ander) => niet(isErtussen(plaatsing, opname, ander))),
    ]),
  }));
  const isNietDoorgegaan = alle([
    niet(enige(opnames.map(({ hoortErbij }) => hoortErbij))),
    enige(afgehaakt(dossier).map((feit) => niet(voor(feit, plaatsing)))),
  ]);
  if (isNietDoorgegaan === true) return nietVanToepassing('De plaatsing is niet doorgegaan.');
  if (isNietDoorgegaan !== false) return nietTeBepalen(isNietDoorgegaan);
  const isOpTijd = (beoordeling: Moment): Zekerheid =>
    alle([
      ...opnames.map(({ opname, hoortErbij }) => enige([niet(hoortErbij), voor(beoordeling, opname)])),
      ...andere.map((ander) => niet(isErtussen(beoordeling, plaatsing, ander))),
    ]);
  const vraag = { beoordelingen: feitenVan(dossier, 'BloedspoedBeoordeeld'), isOpTijd, dossier, instellingen };
  const verzoeken = feitenVan(dossier, 'PlaatsingVerzocht');
  return eensgezind(
    geldendOp(verzoeken, plaatsing).map((verzoek) => toetsVerzoek(verzoek, vraag)),
    onzekereTijden([...verzoeken, plaatsing]),
  );
};

const toets: Toets = (dossier, instellingen) => {
  const toewijzingen = feitenVan(dossier, 'PlaatsingToegewezen');
  const plaatsingen: readonly Plaatsing[] =
    toewijzingen.length > 0 ? toewijzingen : feitenVan(dossier, 'OpnameGestart');
  return perGeval(plaatsingen, (plaatsing) => toetsPlaatsing(plaatsing, plaatsingen, dossier, instellingen));
};

/**
 * O4: "Spoedplaatsing alleen mogelijk bij bloedspoed". Checked at the toewijzing (at the opname when no toewijzing is
 * known): asked for with spoed, or on a spoedmachtiging, and no second person confirmed bloedspoed before the opname.
 * Nobody has defined bloedspoed or urgent; who may confirm it and within which hours it is written down are settings.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen organisatie.
 */
export const o4: Norm = {
  toetsmomenten: ['PlaatsingToegewezen', 'OpnameGestart'],
  leestOok: ['PlaatsingVerzocht', 'BloedspoedBeoordeeld', ...KAN_AFHAKEN],
  toets,
};
