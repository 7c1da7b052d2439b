import { setTimeout as sleep } from 'node:timers/promises';
import { KLOK, termijnStream, vergetenMomenten, vergetenSinds } from '@regielijn/bewaking';
import type { Engine } from '@regielijn/engine';
import type { RecordedEvent } from '@regielijn/event-store';
import type { Instant } from '@regielijn/kern';
import { type Controle, Telling } from './controle.js';

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;
type Moment = Awaited<ReturnType<typeof vergetenMomenten>>[number];

/** What of a term is told once: a moment that moved is another one. */
const sleutelVan = ({ termijnId, moment, wektOp }: Pick<Moment, 'termijnId' | 'moment' | 'wektOp'>): string =>
  [termijnId, moment, wektOp].join(' ');

const meldingenVan = (termijnen: Streams): readonly RecordedEvent[] =>
  [...termijnen.values()].flat().filter(({ type }) => type.startsWith('bewaking.termijn-gemeld@'));

/** Each moment of a term is told once. Recounted from the events themselves, not from the state that made them. */
export const controleerMeldingen = (termijnen: Streams): Controle => {
  const telling = new Telling('geen moment van een termijn twee keer gemeld');
  const gezien = new Set<string>();
  for (const { stream, data } of meldingenVan(termijnen)) {
    telling.tel();
    const sleutel = sleutelVan(data as unknown as Moment);
    if (gezien.has(sleutel)) telling.fout(`${stream}: ${data['moment'] as string} is twee keer gemeld`);
    gezien.add(sleutel);
  }
  return telling.uitslag();
};

const UITLEG =
  'De klok meldde daarna wel andere termijnen. Is het programma pas bijgewerkt, of lang uit geweest? Laat het draaien en ' +
  'controleer opnieuw. Blijft het zo, kijk dan in het logboek van de worker.';

/**
 * No moment of a term waits longer than two rounds of the clock. Counted up to the last time that the clock told one: who
 * looks at a log of which no process runs finds nothing forgotten, since nobody was there to tell it.
 * @param laatste when something was last recorded in each stream: a term of which we only just heard is not late yet
 * @param rondeMs how long the clock may go on with what it has in hand before we look again
 */
export const controleerVergeten = async (
  { pool }: Pick<Engine, 'pool'>,
  termijnen: Streams,
  laatste: ReadonlyMap<string, Instant>,
  rondeMs: number = KLOK.elkeMs,
): Promise<Controle> => {
  const telling = new Telling('geen termijn langer dan twee rondes van de klok over tijd', UITLEG);
  const { rows } = await pool.query<{ aantal: number }>('select count(*)::int as aantal from lm.termijn');
  telling.tel(rows[0]!.aantal);
  const meldingen = meldingenVan(termijnen);
  const tot = meldingen.reduce((laatst, { vastgelegdOp }) => (vastgelegdOp > laatst ? vastgelegdOp : laatst), '');
  if (tot === '') return telling.uitslag();
  const sinds = vergetenSinds(tot);
  const gemeld = new Set(meldingen.map(({ data }) => sleutelVan(data as unknown as Moment)));
  const isVergeten = (moment: Moment): boolean =>
    [moment.stream, termijnStream(moment.termijnId)].every((stream) => (laatste.get(stream) ?? '') < sinds) &&
    !gemeld.has(sleutelVan(moment));
  const zoek = async (): Promise<readonly Moment[]> => (await vergetenMomenten(pool, sinds)).filter(isVergeten);
  let vergeten = await zoek();
  // A clock that works through many at once is not done yet: as long as there are fewer each time, it gets there.
  for (let eerder = Infinity; vergeten.length > 0 && vergeten.length < eerder;) {
    eerder = vergeten.length;
    await sleep(rondeMs);
    vergeten = await zoek();
  }
  for (const { stream, moment, wektOp } of vergeten) telling.fout(`${stream}: ${moment} van ${wektOp} is niet gemeld`);
  return telling.uitslag();
};
