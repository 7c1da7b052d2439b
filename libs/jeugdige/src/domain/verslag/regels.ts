import { datumVan, ongeldig, volgorde, weiger } from '@regielijn/kern';
import type { Feitregels } from '../regels.js';
import type { VerslagEvent } from './events.js';
import { adviesIn } from './state.js';

export const verslagRegels: Feitregels<VerslagEvent> = {
  'jeugdige.contactmoment-vastgelegd@1': ({ data: { feiten, visieJeugdige, visieOuders, oordeel } }) => {
    if ([feiten, visieJeugdige, visieOuders, oordeel].every((tekst) => tekst === null))
      throw ongeldig(
        'CONTACTMOMENT_IS_LEEG',
        'Er staat nog niets in. Vul feiten, de visie van de jeugdige of ouders, of uw oordeel in.',
      );
    return true;
  },
  'jeugdige.besluit-vastgelegd@1': () => true,
  'jeugdige.advies-gevraagd@2': ({ data: { uiterlijk }, geldigOp }) => {
    if (uiterlijk !== null) volgorde(datumVan(geldigOp), uiterlijk, 'deze vraag om advies');
    return true;
  },
  'jeugdige.advies-gegeven@1': ({ data, geldigOp }, { verslag }) => {
    const { gevraagdOp, gegevenOp } = adviesIn(verslag, data.adviesId);
    if (gegevenOp !== null)
      throw weiger(
        'ADVIES_IS_AL_GEGEVEN',
        'Op deze vraag is al advies gegeven. Vraag opnieuw advies, of corrigeer het advies dat er ligt.',
        { adviesId: data.adviesId },
      );
    volgorde(gevraagdOp, geldigOp, 'de vraag om advies');
    return true;
  },
};
