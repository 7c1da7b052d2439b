import type { Datum } from '@regielijn/kern';
import { type Dossier, type Feit, feitenVan, heeftTekst, isBekend, starts } from './dossier.js';
import { type Instellingen, sleutelVan, variantVan } from './instellingen.js';
import type { Norm, Toets } from './norm.js';
import { nietTeBepalen, nietVanToepassing, type Oordeel, perGeval, toetsEisen } from './oordeel.js';
import { eerste, geldendVoor, laatste } from './tijd.js';
import { gegeven } from './zekerheid.js';

type Inzet = Feit<'MedewerkerIngezet'>;

/** The variants in which this worker may have been deployed: by the last start before it, the first after it, or the triage. */
const namenBij = (inzet: Inzet, dossier: Dossier): readonly (string | null | undefined)[] => {
  if (dossier.variant !== null) return [dossier.variant];
  const begonnen = starts(dossier);
  const eerder = geldendVoor(begonnen, inzet).filter(isBekend);
  if (eerder.length > 0) return eerder.map(({ variant }) => variant);
  const later = begonnen.length > 0 ? eerste(begonnen) : laatste(feitenVan(dossier, 'TriageUitkomst'));
  return later.map(({ variant }) => variant);
};

/** Outside the institution? Null: the variant is not known. */
const isBuiten = (inzet: Inzet, dossier: Dossier, instellingen: Instellingen): boolean | null => {
  const antwoorden = namenBij(inzet, dossier).map((naam) => variantVan(naam, instellingen)?.buitenInstelling);
  return new Set(antwoorden).size === 1 ? (antwoorden[0] ?? null) : null;
};

const isGeldigOp = (geldigTot: Datum | null | undefined, dag: Datum): boolean | null =>
  geldigTot ? geldigTot >= dag : null;

const toetsMedewerker = (inzet: Inzet, { peildag }: Dossier, { registraties }: Instellingen): Oordeel => {
  const laatsteDag = inzet.inzetTot && inzet.inzetTot < peildag ? inzet.inzetTot : peildag;
  const registratie = heeftTekst(inzet.registratie) ? sleutelVan(inzet.registratie!) : null;
  const isGeregistreerd = registratie === null ? null : registraties.some((naam) => sleutelVan(naam) === registratie);
  return toetsEisen(
    [
      {
        klopt: gegeven(isGeregistreerd, 'MedewerkerIngezet.registratie'),
        afwijking: `Een medewerker stond niet in een register dat telt (${registraties.join(', ')}).`,
      },
      {
        klopt: gegeven(isGeldigOp(inzet.geldigTot, laatsteDag), 'MedewerkerIngezet.geldigTot'),
        afwijking: 'De registratie van een medewerker was verlopen tijdens de inzet.',
      },
      {
        klopt: gegeven(inzet.scholingJhp, 'MedewerkerIngezet.scholingJhp'),
        afwijking: 'Een medewerker had geen scholing voor Jeugdhulp Plus.',
      },
      {
        klopt: isGeldigOp(inzet.scholingGeldigTot, laatsteDag) ?? true,
        afwijking: 'De scholing van een medewerker was verlopen tijdens de inzet.',
      },
    ],
    'Wie buiten de instelling is ingezet, was de hele tijd geregistreerd en geschoold.',
  );
};

const toets: Toets = (dossier, instellingen) =>
  perGeval(feitenVan(dossier, 'MedewerkerIngezet'), (inzet) => {
    const buiten = isBuiten(inzet, dossier, instellingen);
    if (buiten === false) return nietVanToepassing('De hulp werd in de instelling gegeven.');
    const oordeel = toetsMedewerker(inzet, dossier, instellingen);
    return buiten === null ? nietTeBepalen(['variant', ...oordeel.ontbreekt]) : oordeel;
  });

/**
 * B5: "Jeugdhulp plus in andere omgeving alleen toepassen door gekwalificeerde werkers". Checked at the inzet and when a
 * registration runs out while the worker is still deployed. Inside the institution the norm does not speak.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen behandeling; it does not define gekwalificeerd.
 */
export const b5: Norm = {
  toetsmomenten: ['MedewerkerIngezet'],
  leestOok: ['OpnameGestart', 'VariantGestart', 'TriageUitkomst'],
  toets,
};
