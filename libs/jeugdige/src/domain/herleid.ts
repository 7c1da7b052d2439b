import { type Afleiding, type Datum, datumVan, OVERIG, type Past, type Strijd } from '@regielijn/kern';
import type { JeugdigeEvent } from './events.js';

type Feiten = readonly Past<JeugdigeEvent>[];

const registratieVan = (feiten: Feiten) => feiten.find((feit) => feit.type === 'jeugdige.geregistreerd@1');

/** Region and first holder of casusregie follow from the gemeente; where there is none, both were given by name. */
export const herleid = (
  feiten: Feiten,
  regioVan: (gemeentecode: string, op: Datum) => string | null,
): readonly Afleiding[] => {
  const feit = registratieVan(feiten);
  if (!feit) return [];
  const { gemeentecode } = feit.data;
  if (gemeentecode === null) return [{ feit: feit.id, velden: { regio: OVERIG } }];
  const regio = regioVan(gemeentecode, datumVan(feit.geldigOp)) ?? OVERIG;
  const casusregie = { soort: 'gemeente', organisatie: `gemeente-${gemeentecode}` };
  return [{ feit: feit.id, velden: { regio, casusregie } }];
};

/** A registration that no longer agrees with itself. */
export const strijdig = (
  feiten: Feiten,
  regioVan: (gemeentecode: string, op: Datum) => string | null,
): readonly Strijd[] => {
  const feit = registratieVan(feiten);
  if (!feit) return [];
  const { geboortedatum, gemeentecode, overigReden } = feit.data;
  const strijd: Strijd[] = [];
  const meld = (regel: string, zin: string): void => void strijd.push({ feit: feit.id, regel, zin });
  if (geboortedatum > datumVan(feit.geldigOp))
    meld('geboortedatum', 'De geboortedatum ligt na de registratie. Kijk de datums na.');
  if ((gemeentecode === null) !== (overigReden !== null))
    meld('gemeente of reden', 'Geef een gemeente, of de reden waarom er geen is. Niet allebei.');
  if (gemeentecode !== null && regioVan(gemeentecode, datumVan(feit.geldigOp)) === null)
    meld(
      'gemeente geldig',
      'Deze gemeente hoort op deze dag niet bij het landsdeel. Kies een andere, of geef de reden waarom er geen is.',
    );
  return strijd;
};
