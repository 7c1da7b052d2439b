import { randomId } from '@regielijn/kern';
import { createPool } from '@regielijn/postgres';
import type pg from 'pg';
import { measure, type Run } from './measure.js';
import { sampleEvent } from './sample.js';

/** What the log is held against: the same row, columns and indexes, one autocommit insert each. */
const SCHEMA = `
drop schema if exists baseline cascade;
create schema baseline;
create table baseline.event (like log.event including all);
`;

const CONNECTIONS = 8;

export class Baseline {
  private position = 0;

  private constructor(private readonly pool: pg.Pool) {}

  static async open(databaseUrl: string): Promise<Baseline> {
    const pool = createPool(databaseUrl, CONNECTIONS);
    await pool.query(SCHEMA);
    return new Baseline(pool);
  }

  run(total: number): Promise<Run> {
    return measure(CONNECTIONS, total, () => this.insert());
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private insert(): Promise<unknown> {
    const { id, type, geldigOp, vastgelegdOp, metadata, data } = sampleEvent();
    return this.pool.query({
      name: 'baseline',
      text: 'insert into baseline.event values ($1, $2, $3, 0, $4, $5, $6, $7, $8)',
      values: [
        ++this.position,
        id,
        `traject-${randomId()}`,
        type,
        geldigOp,
        vastgelegdOp,
        JSON.stringify(metadata),
        JSON.stringify(data),
      ],
    });
  }
}
