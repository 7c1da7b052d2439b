import { catchUp, type Engine } from '@regielijn/engine';
import { beginVan, DatumSchema, deriveId, type Instant, isCodedError, systemClock } from '@regielijn/kern';
import { normtoetsStream, ToetsNormen, trajectenTeToetsen } from '@regielijn/normenkader';
import { nietInToekomst, parseInput, type Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { z } from 'zod';
import { answer, progress, table } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface ToetsOptions extends CommonOptions {
  readonly op: string;
}

interface Toets {
  readonly trajectId: string;
  readonly norm: string;
  readonly uitkomst: string;
  readonly uitleg: string;
}

/**
 * Gives the command for one traject, the same one each time for the same day; answers which event ids are its own. What
 * it finds is found now, so that it is motivated and discussed from now on, however long ago the day was.
 */
const toetsTraject = async (poort: Poort, trajectId: string, op: string, peilmoment: Instant) => {
  try {
    const { eventIds } = await poort.opdracht(
      ToetsNormen,
      { trajectId, peilmoment },
      { actor: dienstAccounts.cli, commandId: deriveId('toets op', trajectId, op) },
    );
    return eventIds;
  } catch (error) {
    // Destroyed while we were busy: nothing more is recorded about it.
    if (isCodedError(error, 'DOSSIER_VERNIETIGD')) return [];
    throw error;
  }
};

const toetsenVan = async ({ log }: Engine, trajectId: string, eventIds: readonly string[]): Promise<Toets[]> => {
  if (eventIds.length === 0) return [];
  const events = await log.read(normtoetsStream(trajectId));
  return events
    .filter(({ id, type }) => eventIds.includes(id) && type.startsWith('normenkader.norm-getoetst@'))
    .map(({ data }) => {
      const { norm, uitkomst, uitleg } = data as unknown as Toets;
      return { trajectId, norm, uitkomst, uitleg };
    });
};

/**
 * Holds every open traject against the norms as things stood when the day `op` began, and says what that recorded. The
 * same day twice is once. A day that is still to come is refused: what is recorded has happened, and until then anything may.
 */
export const toets = (options: ToetsOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    const { op } = parseInput(z.object({ op: DatumSchema }), { op: options.op });
    const peilmoment = beginVan(op);
    nietInToekomst(peilmoment, systemClock.now());
    await catchUp(engine);
    const trajecten = await trajectenTeToetsen(engine.pool, engine.rules.normenkader, peilmoment);
    const voortgang = progress('Toetsen');
    const toetsen: Toets[] = [];
    for (const [index, trajectId] of trajecten.entries()) {
      const eventIds = await toetsTraject(poort, trajectId, op, peilmoment);
      toetsen.push(...(await toetsenVan(engine, trajectId, eventIds)));
      voortgang(index + 1, trajecten.length);
    }
    answer({ op, trajecten: trajecten.length, toetsen }, options, () =>
      [
        `${trajecten.length} trajecten getoetst aan het begin van ${op}; ${toetsen.length} uitkomsten vastgelegd.`,
        ...(toetsen.length > 0
          ? [table(toetsen.map((een) => [een.trajectId, een.norm, een.uitkomst, een.uitleg]))]
          : []),
      ].join('\n'),
    );
  });
