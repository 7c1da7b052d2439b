import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '@regielijn/engine';
import type { RecordedEvent } from '@regielijn/event-store';
import { jeugdigeStream } from '@regielijn/jeugdige';
import { type Controle, Telling } from './controle.js';

/** A key is destroyed a moment after the event that says so. */
const SETTLES_WITHIN_MS = 2_000;
const POLL_MS = 100;

const BIJ_SLEUTEL =
  'Zo komt een sleutel terug: door het terugzetten van een back-up van voor de vernietiging. ' +
  'Vernietig opnieuw, met regielijn vernietigingen --herhaal.';

/** Whoever destroyed a dossier was promised that nobody can read it again: no key of one may be there. */
export const controleerVernietigingen = async (
  { keys }: Engine,
  jeugdigen: ReadonlyMap<string, readonly RecordedEvent[]>,
): Promise<Controle> => {
  const telling = new Telling('van elk vernietigd dossier is de sleutel weg', BIJ_SLEUTEL);
  const vernietigd = [...jeugdigen]
    .filter(([, events]) => events.some(({ type }) => type.startsWith('jeugdige.dossier-vernietigd@')))
    .map(([stream]) => stream.slice(jeugdigeStream('').length));
  telling.tel(vernietigd.length);
  let over = await keys.living(vernietigd);
  for (const deadline = Date.now() + SETTLES_WITHIN_MS; over.length > 0 && Date.now() < deadline;) {
    await sleep(POLL_MS);
    over = await keys.living(over);
  }
  for (const id of over) telling.fout(`de sleutel is er nog: ${id}`);
  return telling.uitslag();
};
