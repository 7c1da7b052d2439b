import { createHash } from 'node:crypto';
import { canonicalJson } from '@regielijn/event-store';
import type { Trend } from '../domain/events.js';
import { teVerzegelen } from '../domain/pakket.js';
import type { Review } from '../domain/state.js';

/** SHA-256 over the canonical content of a pack, in hexadecimals: the same for as long as nothing of it was changed. */
export const zegelVan = (review: Review, trend: readonly Trend[]): string =>
  createHash('sha256')
    .update(canonicalJson(teVerzegelen(review, trend)))
    .digest('hex');
