import { type Afleiding, metStand, type Past, type Strijd } from '@regielijn/kern';
import { type Documentregels, magBestandstype } from './bestand.js';
import type { DocumentEvent } from './events.js';
import { evolve, initialState, versieVan } from './state.js';

type Feiten = readonly Past<DocumentEvent>[];

/** Every version is of the kind that the first one is. */
export const herleid = (feiten: Feiten): readonly Afleiding[] =>
  metStand({ initialState, evolve }, feiten).flatMap(({ feit, stand }) =>
    feit.type === 'document.vastgelegd@1' && stand !== null ? [{ feit: feit.id, velden: { soort: stand.soort } }] : [],
  );

/** A file that this kind of document may not be, and a version withdrawn before it was there. */
export const strijdig = (feiten: Feiten, regels: Documentregels): readonly Strijd[] =>
  metStand({ initialState, evolve }, feiten).flatMap(({ feit, stand, daarna }) => {
    const strijd: Strijd[] = [];
    const meld = (regel: string, zin: string): void => void strijd.push({ feit: feit.id, regel, zin });
    if (feit.type === 'document.vastgelegd@1' && !magBestandstype(regels, daarna!.soort, feit.data.mediatype))
      meld('bestandstype bij soort', 'Dit soort document mag geen bestand van dit type zijn. Leg het opnieuw vast.');
    const versie = feit.type === 'document.ingetrokken@1' && stand ? versieVan(stand, feit.data.versie) : undefined;
    if (versie && feit.geldigOp < versie.op)
      meld('intrekking voor vastlegging', 'Dit document is al eerder ingetrokken. Kijk de datum na.');
    return strijd;
  });
