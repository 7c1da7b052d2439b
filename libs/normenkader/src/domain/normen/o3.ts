import { type Datum, inWoorden, levensgebiedInWoorden, plusDagen, plusMaanden } from '@regielijn/kern';
import { type Dossier, eersteDag, feitenVan } from './dossier.js';
import type { Instellingen } from './instellingen.js';
import { geldt } from './levensgebieden.js';
import type { Norm, Toets } from './norm.js';
import { type Eis, nietTeBepalen, toetsEisen } from './oordeel.js';
import { EINDES, tijdensVerblijf } from './termijn.js';
import { uiterlijk } from './tijd.js';
import { alle, enige, niet } from './zekerheid.js';

const eisVan = (levensgebied: string, einde: Datum, dossier: Dossier, instellingen: Instellingen): Eis => {
  const opTijd = feitenVan(dossier, 'PerspectiefVastgesteld').map((feit) =>
    alle([
      feit.levensgebied ? feit.levensgebied === levensgebied : ['PerspectiefVastgesteld.levensgebied'],
      uiterlijk(feit, einde),
    ]),
  );
  return {
    klopt: enige([niet(geldt(levensgebied, einde, dossier, instellingen)), ...opTijd]),
    afwijking: `Op ${inWoorden(einde)} was er nog geen perspectief voor ${levensgebiedInWoorden(levensgebied)}.`,
    mist: [`PerspectiefVastgesteld: ${levensgebied}`],
  };
};

const toets: Toets = (dossier, instellingen) => {
  const opname = eersteDag(feitenVan(dossier, 'OpnameGestart'));
  if (opname === null) return nietTeBepalen(['OpnameGestart.tijdstip']);
  const einde = plusMaanden(opname, instellingen.perspectiefMaanden);
  const eisen = instellingen.levensgebieden.map((gebied) => eisVan(gebied, einde, dossier, instellingen));
  const oordeel = toetsEisen(
    eisen,
    `Voor alle levensgebieden was het perspectief uiterlijk op ${inWoorden(einde)} duidelijk.`,
  );
  const isBijnaOm = dossier.peildag >= plusDagen(opname, instellingen.perspectiefWaarschuwingWeken * 7);
  return tijdensVerblijf(oordeel, einde, dossier, isBijnaOm ? ' Let op: die is bijna om.' : '');
};

/**
 * O3: "In de eerste drie maanden van plaatsing wordt het perspectief op de belangrijkste levensgebieden van de jeugdige
 * duidelijk". Checked three calendar months after the first opname; that day is the last on which it can be in time.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen organisatie.
 */
export const o3: Norm = {
  toetsmomenten: ['OpnameGestart'],
  leestOok: ['PerspectiefVastgesteld', 'VariantGestart', ...EINDES],
  toets,
};
