import type { Datum, Instant } from '@regielijn/kern';
import type { Jeugdige } from './state.js';

/** What a decision about a jeugdige needs to know from elsewhere. */
export interface JeugdigeFacts {
  /** The region of the named gemeente on the day of registration or move, or null when it is not valid then. */
  readonly regio: string | null;
  /** For closing: the trajecten that are not closed yet, with those of dossiers that went into this one. */
  readonly openTrajecten?: readonly string[];
  /** For destroying: the dossiers that went into this one by half, of which this one itself does not know. */
  readonly halfSamengevoegd?: readonly string[];
  /** For an offer: what its minimumset lacks by the setting. */
  readonly ontbreekt?: readonly string[];
  /** For an offer: its end by the setting. */
  readonly aanbodTot?: Instant;
  /** For an afstemming: the day on which the next one is due by the setting. */
  readonly volgendeAfstemming?: Datum;
  /** For a samenvoeging: the other dossier, and whether both bear a BSN of their own. */
  readonly ander?: { readonly dossier: Jeugdige | null; readonly elkEenBsn: boolean };
}
