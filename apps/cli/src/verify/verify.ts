import type { Engine } from '@regielijn/engine';
import { parkedStreams, type Projection, tableOf } from '@regielijn/projecties';
import { type Controle, Telling } from './controle.js';
import { leesLog } from './log-controles.js';

export interface Uitslag {
  readonly goed: boolean;
  readonly events: number;
  readonly controles: readonly Controle[];
}

/** Recomputes everything from the log and compares. Changes nothing. */
export const verify = async (engine: Engine, bijEvents: (gelezen: number) => void): Promise<Uitslag> => {
  const { events, controles, jeugdigen } = await leesLog(engine.store, bijEvents);
  const alle = [
    ...controles,
    await controleerLeesmodellen(engine),
    await controleerBsn(engine, jeugdigen),
    await controleerGeparkeerd(engine),
  ];
  return { goed: alle.every(({ fouten }) => fouten.length === 0), events, controles: alle };
};

/** Read models equal a rebuild from zero: rows that are in one and not in the other are faults. */
const controleerLeesmodellen = async ({ pool, projections }: Engine): Promise<Controle> => {
  const telling = new Telling('leesmodellen gelijk aan opbouw vanaf nul');
  await projections.buildBeside(projections.readModels, async (nieuw) => {
    for (const projection of nieuw) await vergelijk(pool, projection, telling);
  });
  return telling.uitslag();
};

const vergelijk = async (
  pool: Engine['pool'],
  { readModel, generation }: Projection,
  telling: Telling,
): Promise<void> => {
  const [live, vers] = [`lm.${readModel.name}`, tableOf(readModel, generation)];
  const { rows } = await pool.query<{ stream: string; verschil: boolean }>(
    `select coalesce(l.stream, v.stream) as stream, l::text is distinct from v::text as verschil
     from ${live} l full join ${vers} v on l.stream = v.stream`,
  );
  telling.tel(rows.length);
  for (const { stream, verschil } of rows) if (verschil) telling.fout(`${readModel.name}: ${stream}`);
};

const controleerBsn = async ({ keys }: Engine, jeugdigen: ReadonlySet<string>): Promise<Controle> => {
  const telling = new Telling('elke bsn-claim hoort bij een jeugdige');
  for (const id of await keys.claimedIds()) {
    telling.tel();
    if (!jeugdigen.has(id)) telling.fout(`claim zonder jeugdige: ${id}`);
  }
  return telling.uitslag();
};

const controleerGeparkeerd = async ({ pool }: Engine): Promise<Controle> => {
  const telling = new Telling('geen geparkeerde gebeurtenissen');
  for (const { projectie, stream, type, fout } of await parkedStreams(pool))
    telling.fout(`${projectie}: ${stream} (${type}, ${fout})`);
  return telling.uitslag();
};
