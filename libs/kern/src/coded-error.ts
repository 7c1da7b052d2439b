/**
 * What kind of failure an error is. Decides the HTTP status and the CLI's exit code, nothing else.
 * - `invalid`: the input itself is malformed (400)
 * - `unauthenticated` / `forbidden`: who asks is unknown / may not (401 / 403)
 * - `not-found`: no such thing, or not for this asker (404)
 * - `gone`: it was there, and was destroyed on purpose (410)
 * - `too-large`: more than is taken in (413)
 * - `refused`: well formed, but a law, rule or state forbids the decision (409)
 * - `conflict`: somebody else was first; read again and retry (409)
 * - `precondition`: an If-Match that no longer holds (412)
 * - `unavailable`: a store is away or busy; the same call may succeed later (503)
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'too-large'
  | 'refused'
  | 'conflict'
  | 'precondition'
  | 'unavailable';

/** Plain data that explains an error. Never personal data: it ends up in logs and answers. */
export type ErrorData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * The base of every expected error: a stable `code` that callers may match on, the `data` to understand it, a Dutch
 * sentence (`message`) that a caseworker understands, and the article or norm (`bron`) where a rule speaks.
 */
export class CodedError extends Error {
  override readonly name: string = 'CodedError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly data: ErrorData = {},
    readonly bron?: string,
  ) {
    super(message);
  }
}

/** Guard for callers that handle one expected error and let everything else pass. */
export const isCodedError = (error: unknown, code?: string): error is CodedError =>
  error instanceof CodedError && (code === undefined || error.code === code);

/** A no that stays no, however often the same is asked: a follower has nothing left to do. */
export const isFinalRefusal = (error: unknown): error is CodedError =>
  error instanceof CodedError && ['refused', 'invalid', 'gone'].includes(error.kind);

/** A decision that law, rule or state forbids. Deciders throw this; `evolve` never does. */
export const weiger = (code: string, zin: string, data: ErrorData = {}, bron?: string): CodedError =>
  new CodedError('refused', code, zin, data, bron);

/** Input that cannot be right, whatever the state. */
export const ongeldig = (code: string, zin: string, data: ErrorData = {}, bron?: string): CodedError =>
  new CodedError('invalid', code, zin, data, bron);

/** Writing into a dossier that was destroyed, whoever finds out: the decider by its state, or the store by its key. */
export const dossierVernietigd = (): CodedError =>
  new CodedError('gone', 'DOSSIER_VERNIETIGD', 'Dit dossier is vernietigd. U kunt er niets meer in vastleggen.');

/** No such dossier, traject, plek: or none that the asker may know of. */
export const nietGevonden = (zin: string, data: ErrorData = {}): CodedError =>
  new CodedError('not-found', 'NIET_GEVONDEN', zin, data);

/** Nothing goes by this number; `wat` names it, as in "Dit traject". */
export const onbekend = (wat: string, data: ErrorData = {}): CodedError =>
  nietGevonden(`${wat} is niet bekend. Kijk na of het nummer klopt.`, data);
