import { volgorde, weiger } from '@regielijn/kern';
import type { Feitregels } from '../regels.js';
import type { NetwerkEvent } from './events.js';
import { bekendePersoon, persoonIn } from './state.js';

export const netwerkRegels: Feitregels<NetwerkEvent> = {
  'jeugdige.netwerkpersoon-vastgelegd@1': ({ data, geldigOp }, { netwerk }) => {
    const persoon = persoonIn(netwerk, data.persoonId);
    if (!persoon) return true;
    volgorde(persoon.vervallenOp ?? persoon.sinds, geldigOp, 'wat van deze persoon al is vastgelegd');
    const { naam, contact, relatie, gezag } = data;
    const isZelfde =
      persoon.naam === naam && persoon.contact === contact && persoon.relatie === relatie && persoon.gezag === gezag;
    return !isZelfde || persoon.vervallenOp !== null;
  },
  'jeugdige.netwerkpersoon-vervallen@1': ({ data, geldigOp }, { netwerk }) => {
    const { sinds, vervallenOp } = bekendePersoon(netwerk, data.persoonId);
    if (vervallenOp !== null) return false;
    volgorde(sinds, geldigOp, 'het moment waarop deze persoon is vastgelegd');
    return true;
  },
  'jeugdige.familiegroepsplan-aangeboden@1': ({ data, geldigOp }, { netwerk: { familiegroepsplan } }) =>
    !familiegroepsplan.aanbiedingen.some(({ uitkomst, op }) => uitkomst === data.uitkomst && op === geldigOp),
  'jeugdige.familiegroepsplan-vastgesteld@1': ({ data, geldigOp }, { netwerk: { familiegroepsplan } }) => {
    const { plan } = familiegroepsplan;
    if (plan === null) return true;
    if (plan.versie === data.versie && plan.inhoud === data.inhoud) return false;
    if (data.versie <= plan.versie)
      throw weiger(
        'VERSIE_NIET_NIEUWER',
        'Er ligt al een familiegroepsplan met dit nummer of een hoger. Kies een hoger nummer, of corrigeer het plan dat er ligt.',
        { versie: plan.versie },
      );
    volgorde(plan.op, geldigOp, 'de vorige versie van het familiegroepsplan');
    return true;
  },
};
