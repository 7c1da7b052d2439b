import { deriveId } from '@regielijn/kern';
import { ids } from '../traject.kit.js';
import { uitstroomFeiten as feit } from './events.js';

export const vraagId = deriveId('vervolgplek');
export const klaar = feit.klaarVoorUitstroom.of({ ...ids, reden: 'behandeling_klaar', toelichting: null });
export const gevraagd = feit.vervolgplekGevraagd.of({
  ...{ ...ids, vraagId, aanbieder: 'gezinshuis-demo', bestemming: 'gezinshuis' },
});
export const geantwoord = (antwoord: 'plek' | 'wachtlijst' | 'afgewezen', verwachtOp: string | null = null) =>
  feit.vervolgplekAntwoord.of({ ...ids, vraagId, antwoord, reden: null, verwachtOp });
export const andereWet = feit.andereWetAangevraagd.of({ ...ids, wet: 'Wlz', uitkomst: 'aangevraagd' });
export const woontThuis = feit.woonsituatieNaEenJaar.of({ ...ids, woont: 'thuis_of_netwerk' });
