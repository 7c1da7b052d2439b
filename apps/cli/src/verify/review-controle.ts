import type { Engine } from '@regielijn/engine';
import { LOG_START, type LogPosition, type RecordedEvent } from '@regielijn/event-store';
import { fold } from '@regielijn/kern';
import { reviewDecider, zegelVan } from '@regielijn/kwartaalreview';
import { type Controle, Telling } from './controle.js';

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;

/** How far the follower that keeps the agendas has come: what was recorded after that, it has yet to see. */
export const agendasBijTot = async ({ pool }: Engine): Promise<LogPosition> => {
  const { rows } = await pool.query<{ position: LogPosition }>(
    "select position from projecties.volger where name = 'kwartaalreview-agenda'",
  );
  return rows[0]?.position ?? LOG_START;
};

interface Afwijking {
  /** It did not lapse, and the follower has seen that it was found. */
  readonly hoortErgens: boolean;
  /** It lapsed, and the follower has seen that. */
  readonly isWeg: boolean;
}

const afwijkingenVan = (events: readonly RecordedEvent[], tot: LogPosition): ReadonlyMap<string, Afwijking> => {
  const gevonden = new Map<string, Afwijking>();
  for (const { type, data, position } of events) {
    const gezien = position <= tot;
    const afwijkingId = data['afwijkingId'] as string;
    if (type.startsWith('normenkader.afwijking-vastgesteld@'))
      gevonden.set(afwijkingId, { hoortErgens: gezien, isWeg: false });
    if (type.startsWith('normenkader.afwijking-vervallen@'))
      gevonden.set(afwijkingId, { hoortErgens: false, isWeg: gezien });
  }
  return gevonden;
};

interface Plaatsen {
  /** On the agenda of a review that is not closed. */
  readonly open: number;
  readonly besproken: number;
  /** A review closed with it, and the follower has yet to see that. */
  readonly onderweg: boolean;
}

const NERGENS: Plaatsen = { open: 0, besproken: 0, onderweg: false };

/** Recounted from the events themselves, not from the state that made them. */
const plaatsenVan = (reviews: Streams, tot: LogPosition): ReadonlyMap<string, Plaatsen> => {
  const alle = new Map<string, Plaatsen>();
  for (const events of reviews.values()) {
    const open = new Set<string>();
    const besproken = new Set<string>();
    for (const { type, data } of events) {
      if (type.startsWith('kwartaalreview.afwijking-geagendeerd@')) open.add(data['afwijkingId'] as string);
      if (type.startsWith('kwartaalreview.afwijking-afgevoerd@')) open.delete(data['afwijkingId'] as string);
      if (!type.startsWith('kwartaalreview.besproken@')) continue;
      for (const afwijkingId of data['afwijkingen'] as string[])
        if (open.delete(afwijkingId)) besproken.add(afwijkingId);
    }
    const gesloten = events.find(({ type }) => type.startsWith('kwartaalreview.gesloten@'));
    for (const afwijkingId of [...open, ...besproken]) {
      const eerder = alle.get(afwijkingId) ?? NERGENS;
      alle.set(afwijkingId, {
        open: eerder.open + Number(open.has(afwijkingId) && !gesloten),
        besproken: eerder.besproken + Number(besproken.has(afwijkingId)),
        onderweg: eerder.onderweg || (open.has(afwijkingId) && gesloten !== undefined && gesloten.position > tot),
      });
    }
  }
  return alle;
};

/**
 * Every deviation that did not lapse stands on exactly one open agenda or was concluded exactly once. What the follower of
 * the agendas has yet to see may still stand nowhere, and nothing ever stands in two places.
 */
export const controleerAgendas = (normtoetsen: Streams, reviews: Streams, tot: LogPosition): Controle => {
  const telling = new Telling('elke afwijking staat op één agenda, of is één keer besproken');
  const plaatsen = plaatsenVan(reviews, tot);
  for (const [stream, events] of normtoetsen)
    for (const [afwijkingId, { hoortErgens, isWeg }] of afwijkingenVan(events, tot)) {
      telling.tel();
      const { open, besproken, onderweg } = plaatsen.get(afwijkingId) ?? NERGENS;
      if (open + besproken > 1) telling.fout(`${stream}: afwijking ${afwijkingId} staat op meer dan één plaats`);
      if (open + besproken === 0 && hoortErgens && !onderweg)
        telling.fout(`${stream}: afwijking ${afwijkingId} staat op geen agenda`);
      if (open > 0 && isWeg) telling.fout(`${stream}: vervallen afwijking ${afwijkingId} staat nog op een agenda`);
    }
  return telling.uitslag();
};

/** What was sealed is as it was when it was sealed. */
export const controleerZegels = (reviews: Streams): Controle => {
  const telling = new Telling('elke gesloten review past bij haar zegel');
  for (const [stream, events] of reviews) {
    const review = fold(reviewDecider, events as never);
    if (!review?.gesloten) continue;
    telling.tel();
    const { zegel, trend } = review.gesloten;
    if (zegelVan(review, trend) !== zegel) telling.fout(`${stream}: de inhoud past niet bij het zegel`);
  }
  return telling.uitslag();
};
