import type { Bestemming, Instant, Levensgebied, Vouwers } from '@regielijn/kern';
import { inVolgorde } from '../in-volgorde.js';
import type { VolwassenEvent } from './events.js';

/** What is prepared for the time after the eighteenth birthday; each in the order in which it happened. */
export interface Volwassen {
  readonly toekomstplannen: readonly {
    readonly op: Instant;
    readonly levensgebieden: readonly Levensgebied[];
    readonly plan: string;
    readonly metJeugdige: boolean;
  }[];
  /** The last one is the casusregisseur 18+. */
  readonly casusregisseurs: readonly {
    readonly op: Instant;
    readonly organisatie: string;
    readonly medewerker: string;
  }[];
  /** The last one holds; `woont` null: there is no address. */
  readonly woonplekken: readonly {
    readonly op: Instant;
    readonly woont: Bestemming | null;
    readonly toelichting: string | null;
  }[];
}

export const nietsVoorbereid: Volwassen = { toekomstplannen: [], casusregisseurs: [], woonplekken: [] };

export const volwassenVouwers: Vouwers<VolwassenEvent, Volwassen> = {
  'jeugdige.toekomstplan-vastgesteld@1': (volwassen, { data: { jeugdigeId: _, ...plan }, geldigOp }) => ({
    ...volwassen,
    toekomstplannen: inVolgorde(volwassen.toekomstplannen, { op: geldigOp, ...plan }),
  }),
  'jeugdige.casusregisseur-achttienplus-aangewezen@1': (volwassen, { data: { jeugdigeId: _, ...wie }, geldigOp }) => ({
    ...volwassen,
    casusregisseurs: inVolgorde(volwassen.casusregisseurs, { op: geldigOp, ...wie }),
  }),
  'jeugdige.woonplek-na-achttien-vastgelegd@1': (volwassen, { data: { jeugdigeId: _, ...plek }, geldigOp }) => ({
    ...volwassen,
    woonplekken: inVolgorde(volwassen.woonplekken, { op: geldigOp, ...plek }),
  }),
};
