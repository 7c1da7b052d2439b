import { explainError, type Say } from '@regielijn/postgres';
import pino from 'pino';

export type Log = pino.Logger;

/**
 * One JSON document per line: level, time, process, and what the line is about. Never personal data: no bodies, no values
 * of paths or queries, no text of an unexpected error.
 *
 * @param destination stdout when absent
 */
export const openLog = (process: string, destination?: pino.DestinationStream): Log =>
  pino(
    {
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    // Written at once: a process that ends loses no line.
    destination ?? pino.destination({ dest: 1, sync: true }),
  );

/** What the parts of the program say, as lines of this log. */
export const sayTo =
  (log: Log): Say =>
  (line, { error, correlationId, warning } = {}) => {
    if (error === undefined) return log[warning ? 'warn' : 'info']({ correlationId }, line);
    const { code, what, frames, expected } = explainError(error);
    log[expected ? 'warn' : 'error']({ correlationId, code, what, ...(expected ? {} : { frames }) }, line);
  };
