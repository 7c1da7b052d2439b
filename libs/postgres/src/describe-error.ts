import { CodedError } from '@regielijn/kern';
import { isDatabaseAway } from './pool.js';

const MOST_FRAMES = 8;

/** The lines of a stack that say where, without the text of the error before them. */
const framesOf = ({ stack = '', message }: Error): readonly string[] =>
  stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES);

/** What a database that is away means to who asked. */
export const databaseAway = (): CodedError =>
  new CodedError('unavailable', 'OPSLAG_NIET_BEREIKBAAR', 'De opslag is even niet bereikbaar. Probeer het zo opnieuw.');

/**
 * A failure for whoever runs the program. What was expected keeps its code and sentence. Of the unexpected only its kind,
 * its code and where it happened: its text may quote a person, as PostgreSQL quotes a row and zod its input.
 */
export const describeError = (error: unknown): string => {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return `INTERNE_FOUT: ${typeof error}`;
  if (isDatabaseAway(error)) return describeError(databaseAway());
  const { code } = error as { code?: unknown };
  const kind = typeof code === 'string' ? `${error.name} (${code})` : error.name;
  return [`INTERNE_FOUT: ${kind}`, ...framesOf(error)].join('\n');
};
