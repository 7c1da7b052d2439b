import { volgorde, weiger } from '@regielijn/kern';
import { bekendePersoon } from '../netwerk/state.js';
import type { Feitregels } from '../regels.js';
import type { GezinEvent } from './events.js';
import { hulpIn } from './state.js';

export const gezinRegels: Feitregels<GezinEvent> = {
  'jeugdige.opvoedbesluit-vastgelegd@1': ({ data: { uitkomst, toelichting, meeOpgenomen }, geldigOp }, stand) => {
    for (const persoonId of meeOpgenomen) bekendePersoon(stand.netwerk, persoonId);
    return !stand.gezin.opvoedbesluiten.some(
      (eerder) =>
        eerder.op === geldigOp &&
        eerder.uitkomst === uitkomst &&
        eerder.toelichting === toelichting &&
        eerder.meeOpgenomen.join() === meeOpgenomen.join(),
    );
  },
  'jeugdige.hulp-ouders-gevraagd@1': () => true,
  'jeugdige.hulp-ouders-gestart@1': ({ data, geldigOp }, { gezin }) => {
    const { gevraagdOp, gestartOp, gestoptOp } = hulpIn(gezin, data.hulpId);
    if (gestartOp !== null) return false;
    if (gestoptOp !== null)
      throw weiger('HULP_IS_GESTOPT', 'Deze hulp is al gestopt. Begint zij opnieuw, leg dan een nieuwe vraag vast.');
    volgorde(gevraagdOp, geldigOp, 'het moment waarop de hulp is gevraagd');
    return true;
  },
  'jeugdige.hulp-ouders-gestopt@1': ({ data, geldigOp }, { gezin }) => {
    const { gevraagdOp, gestartOp, gestoptOp } = hulpIn(gezin, data.hulpId);
    if (gestoptOp !== null) return false;
    volgorde(gestartOp ?? gevraagdOp, geldigOp, 'het begin van de hulp');
    return true;
  },
};
