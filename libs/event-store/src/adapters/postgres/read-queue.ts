import type { StreamName } from '../../event-store.js';
import { EVENT_COLUMNS, type EventRow } from './rows.js';

interface Pending {
  readonly stream: StreamName;
  readonly from: bigint;
  readonly resolve: (rows: readonly EventRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Rows of one stream per read; a longer stream is read on by its caller. */
export const READ_PAGE = 1_000;
const MAX_BATCH = 64;
const MAX_UNDER_WAY = 2;

const BATCH_READ = `
select s.nr, ${EVENT_COLUMNS.split(', ')
  .map((column) => `e.${column}`)
  .join(', ')}
from unnest($1::text[], $2::int8[]) with ordinality as s(stream, first, nr)
cross join lateral (
  select ${EVENT_COLUMNS} from log.event
  where stream = s.stream and stream_version >= s.first order by stream_version limit ${READ_PAGE}
) e`;

/**
 * Reads that arrive while others are under way travel together: a command's read costs a share of a round trip. Measured
 * to be the larger half of a command's time when each read went alone.
 */
export class ReadQueue {
  private waiting: Pending[] = [];
  private underWay = 0;

  /** `send` runs one query with rows as arrays. */
  constructor(
    private readonly send: (query: { name: string; text: string; values: unknown[] }) => Promise<unknown[][]>,
  ) {}

  /** At most `READ_PAGE` rows of the stream from a version on. */
  read(stream: StreamName, from: bigint): Promise<readonly EventRow[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ stream, from, resolve, reject });
      // One turn of the event loop, so that reads that start together travel together.
      if (this.waiting.length === 1) setImmediate(() => this.drain());
    });
  }

  private drain(): void {
    while (this.waiting.length > 0 && this.underWay < MAX_UNDER_WAY)
      void this.sendBatch(this.waiting.splice(0, MAX_BATCH));
  }

  private async sendBatch(batch: readonly Pending[]): Promise<void> {
    this.underWay += 1;
    try {
      const values = [batch.map(({ stream }) => stream), batch.map(({ from }) => from)];
      const rowsOf = batch.map((): EventRow[] => []);
      for (const [nr, ...row] of await this.send({ name: 'read-streams', text: BATCH_READ, values }))
        rowsOf[Number(nr) - 1]!.push(row as EventRow);
      batch.forEach(({ resolve }, index) => resolve(rowsOf[index]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.underWay -= 1;
      this.drain();
    }
  }
}
