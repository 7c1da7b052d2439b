import type { Engine } from '@regielijn/engine';
import { LOG_START, type LogPosition } from '@regielijn/event-store';
import { inTransaction } from '@regielijn/postgres';
import {
  followerPositions,
  generations,
  parkedStreams,
  type Projection,
  tableOf,
  waitForReadModels,
} from '@regielijn/projecties';
import type pg from 'pg';
import { controleerBsn } from './bsn-controle.js';
import { type Controle, Telling } from './controle.js';
import { controleerDocumenten } from './documenten-controle.js';
import { controleerMeldingen, controleerVergeten } from './klok-controle.js';
import { leesLog } from './log-controles.js';
import { controleerNormen } from './norm-controle.js';
import { agendasBijTot, controleerAgendas, controleerZegels } from './review-controle.js';
import { controleerVernietigingen } from './vernietiging-controle.js';

const PAGE = 2_000;
/** How long a comparison waits for read models that lag; on a busy system they do. */
const CATCH_UP_MS = 60_000;

interface Uitslag {
  readonly goed: boolean;
  readonly events: number;
  readonly controles: readonly Controle[];
}

/** Recomputes everything from the log and compares. Changes nothing, and others may go on writing meanwhile. */
export const verify = async (engine: Engine, bijEvents: (gelezen: number) => void): Promise<Uitslag> => {
  const verwerkt = await verwerktTot(engine);
  const agendasTot = await agendasBijTot(engine);
  const gelezen = await leesLog(engine, bijEvents);
  const { events, controles, vastgelegd, laatste } = gelezen;
  const { jeugdigen, documenten, normtoetsen, machtigingen, reviews, termijnen } = gelezen.streams;
  const alle = [
    ...controles,
    controleerStaart(verwerkt, laatste),
    await controleerLeesmodellen(engine),
    await controleerBsn(engine, jeugdigen),
    await controleerVernietigingen(engine, jeugdigen),
    ...(await controleerDocumenten(engine, documenten, jeugdigen)),
    await controleerNormen(engine, normtoetsen, machtigingen),
    controleerAgendas(normtoetsen, reviews, agendasTot),
    controleerZegels(reviews),
    controleerMeldingen(termijnen),
    await controleerVergeten(engine, termijnen, vastgelegd),
    await controleerGeparkeerd(engine),
  ];
  return { goed: alle.every(({ fouten }) => fouten.length === 0), events, controles: alle };
};

const verwerktTot = async ({ pool }: Engine): Promise<readonly { name: string; position: LogPosition }[]> => [
  ...(await generations(pool)).filter(({ state }) => state === 'live'),
  ...(await followerPositions(pool)).map(({ name, position }) => ({ name: `volger ${name}`, position })),
];

/** Events that were cut off at the end leave no gap, but whoever followed the log has seen them. */
const controleerStaart = (
  verwerkt: readonly { name: string; position: LogPosition }[],
  laatste: LogPosition,
): Controle => {
  const telling = new Telling('geen leesmodel of volger verder dan het logboek');
  for (const { name, position } of verwerkt) {
    telling.tel();
    if (position > laatste) telling.fout(`${name}: verwerkt tot ${position}, het logboek eindigt bij ${laatste || 0}`);
  }
  return telling.uitslag();
};

/** Read models equal a rebuild from zero: rows that are in one and not in the other are faults. */
const controleerLeesmodellen = async (engine: Engine): Promise<Controle> => {
  const telling = new Telling('leesmodellen gelijk aan opbouw vanaf nul');
  const { pool, projections } = engine;
  await projections.buildBeside(projections.readModels, async (nieuw) => {
    const furthest = nieuw.reduce((last, { position }) => (position > last ? position : last), LOG_START);
    await waitForReadModels(pool, furthest, CATCH_UP_MS);
    for (const projection of nieuw)
      await inTransaction(pool, (client) => vergelijk(engine, client, projection, telling));
  });
  return telling.uitslag();
};

const vergelijk = async (
  { store }: Engine,
  client: pg.PoolClient,
  projection: Projection,
  telling: Telling,
): Promise<void> => {
  const { readModel, generation } = projection;
  // The live one stands still until we have compared, and the new one comes to the same point.
  const held = await client.query<{ position: LogPosition }>(
    "select position from projecties.generatie where name = $1 and state = 'live' for update",
    [readModel.name],
  );
  const upTo = held.rows[0]?.position ?? LOG_START;
  while (projection.position < upTo) {
    const page = (await store.readAll(projection.position, PAGE)).filter(({ position }) => position <= upTo);
    await projection.apply(page, page.at(-1)?.position ?? upTo);
  }
  const { rows } = await client.query<{ stream: string; verschil: boolean }>(
    `select coalesce(l.stream, v.stream) as stream, l::text is distinct from v::text as verschil
     from lm.${readModel.name} l full join ${tableOf(readModel, generation)} v on l.stream = v.stream`,
  );
  telling.tel(rows.length);
  for (const { stream, verschil } of rows) if (verschil) telling.fout(`${readModel.name}: ${stream}`);
};

const controleerGeparkeerd = async ({ pool }: Engine): Promise<Controle> => {
  const telling = new Telling('geen geparkeerde gebeurtenissen');
  for (const { projectie, stream, type, fout } of await parkedStreams(pool))
    telling.fout(`${projectie}: ${stream} (${type}, ${fout})`);
  return telling.uitslag();
};
