import { type Afleiding, datumVan, metStand, type Past, type Strijd } from '@regielijn/kern';
import type { MachtigingEvent } from './events.js';
import { wettelijkUiterlijk } from './geldigheidsduur.js';
import { evolve, initialState } from './state.js';

type Feiten = readonly Past<MachtigingEvent>[];

/** What the law allows follows from the kind that was requested and the first day of the beschikking. */
export const herleid = (feiten: Feiten): readonly Afleiding[] =>
  metStand({ initialState, evolve }, feiten).flatMap(({ feit, stand }) => {
    if (feit.type !== 'machtiging.verleend@1' || stand === null) return [];
    const { geldigVan, geldigTot } = feit.data;
    const uiterlijk = wettelijkUiterlijk(stand.soort, geldigVan);
    return [{ feit: feit.id, velden: { wettelijkUiterlijk: uiterlijk, langerDanWet: geldigTot > uiterlijk } }];
  });

/** Dates out of order, and an end of what was never granted. */
export const strijdig = (feiten: Feiten): readonly Strijd[] =>
  metStand({ initialState, evolve }, feiten).flatMap(({ feit, stand }) => {
    if (stand === null) return [];
    const strijd: Strijd[] = [];
    const meld = (regel: string, zin: string): void => void strijd.push({ feit: feit.id, regel, zin });
    if ('beschikkingOp' in feit.data && feit.data.beschikkingOp < stand.verzochtOp)
      meld('beschikking voor verzoek', 'De beschikking kan niet voor het verzoek liggen. Kijk de datum na.');
    if (feit.type === 'machtiging.verleend@1' && feit.data.geldigTot <= feit.data.geldigVan)
      meld(
        'einddatum voor begindatum',
        'De einddatum van de machtiging moet na de begindatum liggen. Kijk de datums na.',
      );
    if (feit.type === 'machtiging.geeindigd@1') {
      if (stand.status !== 'verleend') meld('einde zonder verlening', 'Trek eerst het einde van deze machtiging in.');
      else if (datumVan(feit.geldigOp) < stand.beschikkingOp)
        meld('einde voor beschikking', 'Het einde kan niet voor de beschikking liggen. Kijk de datum na.');
    }
    return strijd;
  });
