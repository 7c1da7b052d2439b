import type { Instant } from '@regielijn/kern';
import type { Feitregels } from '../regels.js';
import type { VolwassenEvent } from './events.js';

/** What was known at that moment. */
const laatsteOp = <T extends { readonly op: Instant }>(bekend: readonly T[], moment: Instant): T | undefined =>
  bekend.findLast(({ op }) => op <= moment);

export const volwassenRegels: Feitregels<VolwassenEvent> = {
  // The same plan on another day is news: it was looked at again.
  'jeugdige.toekomstplan-vastgesteld@1': ({ data, geldigOp }, { volwassen }) =>
    !volwassen.toekomstplannen.some(
      ({ op, plan, metJeugdige, levensgebieden }) =>
        op === geldigOp &&
        plan === data.plan &&
        metJeugdige === data.metJeugdige &&
        levensgebieden.join() === data.levensgebieden.join(),
    ),
  'jeugdige.casusregisseur-achttienplus-aangewezen@1': ({ data, geldigOp }, { volwassen }) => {
    const nu = laatsteOp(volwassen.casusregisseurs, geldigOp);
    return nu?.organisatie !== data.organisatie || nu.medewerker !== data.medewerker;
  },
  'jeugdige.woonplek-na-achttien-vastgelegd@1': ({ data, geldigOp }, { volwassen }) => {
    const nu = laatsteOp(volwassen.woonplekken, geldigOp);
    return nu === undefined || nu.woont !== data.woont || nu.toelichting !== data.toelichting;
  },
};
