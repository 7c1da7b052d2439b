import { type Datum, inWoorden, levensgebiedInWoorden, plusMaanden, uniek } from '@regielijn/kern';
import { type Dossier, type Feit, feitenVan } from './dossier.js';
import type { Instellingen } from './instellingen.js';
import { geldt } from './levensgebieden.js';
import type { Norm, Toets } from './norm.js';
import { eensgezind, type Eis, nietTeBepalen, type Oordeel, toetsEisen, zwaarste } from './oordeel.js';
import { tijdensTermijn } from './termijn.js';
import { laatste, onzekereTijden, tijdstipVan, uiterlijk } from './tijd.js';
import { ontbrekendInWoorden } from './woorden.js';
import { alle, enige, gegeven, niet } from './zekerheid.js';

type Nazorgplan = Feit<'NazorgplanVastgesteld'>;

interface Nazorg {
  readonly uitstroom: Datum;
  readonly einde: Datum;
  readonly dossier: Dossier;
  readonly instellingen: Instellingen;
}

/** Picked up by a local partner in time, or not needed. A promise (`LokalePartnerToegezegd`) is not enough. */
const eisVan = (levensgebied: string, plan: Nazorgplan, nazorg: Nazorg): Eis => {
  const { uitstroom, einde, dossier, instellingen } = nazorg;
  const opgepakt = feitenVan(dossier, 'LokalePartnerOpgepakt').map((feit) =>
    alle([
      feit.levensgebied ? feit.levensgebied === levensgebied : ['LokalePartnerOpgepakt.levensgebied'],
      uiterlijk(feit, einde),
    ]),
  );
  const gepland = plan.levensgebieden?.[levensgebied];
  const nodig = gegeven(gepland?.nodig ?? null, `NazorgplanVastgesteld.levensgebieden.${levensgebied}.nodig`);
  const isGeenOnderwerp = gepland ? false : niet(geldt(levensgebied, uitstroom, dossier, instellingen));
  return {
    klopt: enige([niet(nodig), isGeenOnderwerp, ...opgepakt]),
    afwijking: `Op ${inWoorden(einde)} had geen lokale partner de ondersteuning opgepakt voor ${levensgebiedInWoorden(levensgebied)}.`,
    mist: [`LokalePartnerOpgepakt: ${levensgebied}`],
  };
};

const toetsPlan = (plan: Nazorgplan, nazorg: Nazorg): Oordeel => {
  const gepland = Object.keys(plan.levensgebieden ?? {});
  const gebieden = uniek([...nazorg.instellingen.levensgebieden, ...gepland]);
  return toetsEisen(
    gebieden.map((gebied) => eisVan(gebied, plan, nazorg)),
    'Lokale partners hebben alle ondersteuning opgepakt die nodig was.',
  );
};

const toetsUitstroom = (
  { op, type }: Feit<'UitstroomGerealiseerd'>,
  dossier: Dossier,
  instellingen: Instellingen,
): Oordeel => {
  if (op.dag === null) return nietTeBepalen([tijdstipVan({ type })]);
  const uitstroom = op.dag;
  const nazorg = { uitstroom, einde: plusMaanden(uitstroom, instellingen.nazorgMaanden), dossier, instellingen };
  const plannen = feitenVan(dossier, 'NazorgplanVastgesteld');
  const oordeel =
    plannen.length === 0
      ? nietTeBepalen(['NazorgplanVastgesteld'])
      : eensgezind(
          laatste(plannen).map((plan) => toetsPlan(plan, nazorg)),
          onzekereTijden(plannen),
        );
  const voortgang = instellingen.nazorgVoortgangMaanden
    .map((maanden) => plusMaanden(uitstroom, maanden))
    .find((dag) => dag >= dossier.peildag);
  const signaal = [
    ...(voortgang ? [` Bekijk de voortgang op ${inWoorden(voortgang)}.`] : []),
    // So that a plan that leaves something out is completed in time, and not found open for good after a year.
    ...(oordeel.uitkomst === 'NIET_TE_BEPALEN' ? [` Nog niet bekend: ${ontbrekendInWoorden(oordeel.ontbreekt)}.`] : []),
  ];
  return tijdensTermijn(oordeel, nazorg.einde, dossier, signaal.join(''));
};

const toets: Toets = (dossier, instellingen) =>
  zwaarste(
    laatste(feitenVan(dossier, 'UitstroomGerealiseerd')).map((feit) => toetsUitstroom(feit, dossier, instellingen)),
  );

/**
 * B7: "De nazorg is gericht op het perspectief van de jeugdige op de belangrijkste levensgebieden, waarmee binnen 1 jaar
 * de benodigde ondersteuning door lokale partners wordt opgepakt". Read as within a year after the uitstroom; that day is
 * the last on which it can be in time. Without a nazorgplan it is not known what was needed.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen behandeling.
 */
export const b7: Norm = {
  toetsmomenten: ['UitstroomGerealiseerd'],
  leestOok: ['NazorgplanVastgesteld', 'LokalePartnerOpgepakt'],
  toets,
};
