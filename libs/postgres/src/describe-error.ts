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

/** What may be told of a failure to whoever runs the program. */
export interface Failure {
  readonly code: string;
  /** What it is: the sentence of an expected failure, only the kind of an unexpected one. */
  readonly what: string;
  /** Where an unexpected one happened, as lines of a stack. */
  readonly frames: readonly string[];
  readonly expected: boolean;
}

/**
 * A failure taken apart. What was expected keeps its code and sentence. Of the unexpected only its kind, its code and
 * where it happened: its text may quote a person, as PostgreSQL quotes a row and zod its input.
 */
export const explainError = (error: unknown): Failure => {
  if (error instanceof CodedError) return { code: error.code, what: error.message, frames: [], expected: true };
  const unexpected = { code: 'INTERNE_FOUT', expected: false };
  if (!(error instanceof Error)) return { ...unexpected, what: typeof error, frames: [] };
  if (isDatabaseAway(error)) return explainError(databaseAway());
  const { code } = error as { code?: unknown };
  const what = typeof code === 'string' ? `${error.name} (${code})` : error.name;
  return { ...unexpected, what, frames: framesOf(error) };
};

/** The same as text: one line, and for the unexpected where it happened below it. */
export const describeError = (error: unknown): string => {
  const { code, what, frames } = explainError(error);
  return [`${code}: ${what}`, ...frames].join('\n');
};

/** What a line to whoever runs the program may be about. */
export interface About {
  readonly error?: unknown;
  /** The request, or the command that all of it began with. */
  readonly correlationId?: string;
  /** Something that asks for somebody to look, though nothing was thrown. */
  readonly warning?: boolean;
}

/** Tells whoever runs the program something; the process decides in which form. Never personal data. */
export type Say = (line: string, about?: About) => void;

/** The plain form of what is said. */
export const plainLine = (line: string, { error }: About = {}): string =>
  error === undefined ? line : `${line}: ${describeError(error)}`;
