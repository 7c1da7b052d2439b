import { berichtInstellen, correctie, type Rechten } from './beleid-tabel.js';
import type { Dienst } from './rollen.js';

/** Per named dienst. */
export const dienstBeleid: Readonly<Record<Dienst, Rechten>> = {
  'dienst-demo': {
    opdrachten: [
      'jeugdige.*',
      'machtiging.*',
      'traject.*',
      'voorziening.*',
      'document.*',
      'opschaling.*',
      'terugkeer.*',
      'normenkader.motiveer-afwijking',
      'normenkader.rond-herstel-af',
    ],
    vragen: ['monitor.*'],
  },
  // Closes and destroys once more what a restored backup brought back.
  'dienst-cli': {
    opdrachten: [
      ...['normenkader.toets', 'jeugdige.sluit-dossier', 'jeugdige.vernietig-dossier'],
      ...[berichtInstellen, 'bericht.stel-postbus-in'],
    ],
    vragen: ['*'],
  },
  'dienst-follower': {
    opdrachten: [
      'normenkader.toets',
      'normenkader.leg-bespreking-vast',
      'kwartaalreview.zet-op-agenda',
      'kwartaalreview.werk-agenda-bij',
      'kwartaalreview.neem-over',
      'traject.herzie',
      'machtiging.herzie',
      'machtiging.leg-mgj-verzoek-vast',
      'jeugdige.stel-regieregel-vast',
      'jeugdige.zet-regieoverdracht-stil',
      'jeugdige.hervat-regieoverdracht',
      'machtiging.leg-gebeurtenis-vast',
      'machtiging.leg-einde-vast',
      ...correctie('machtiging'),
      ...['voorziening.bezet-plek', 'voorziening.geef-plek-vrij'],
      ...correctie('voorziening'),
      // What falls due by time alone.
      'jeugdige.laat-regieoverdracht-verlopen',
      'jeugdige.bied-aan-volgens-regel',
      'voorziening.geef-reservering-vrij',
      'opschaling.laat-opschalen',
      'opschaling.open',
      'opschaling.sluit-af',
      'terugkeer.bereid-voor',
      'terugkeer.werk-bij',
      'bewaking.leg-gevolg-vast',
      'bericht.stel-op',
      'bericht.adresseer',
      'bericht.leg-verzending-vast',
      'bericht.herinner',
      'bericht.handel-af',
    ],
    vragen: [],
  },
  'dienst-klok': { opdrachten: ['bewaking.meld-termijn', 'kwartaalreview.open'], vragen: [] },
};
