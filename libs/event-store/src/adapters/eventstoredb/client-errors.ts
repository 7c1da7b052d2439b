import { ErrorType, isCommandError, type WrongExpectedVersionError } from '@eventstore/db-client';
import type { CodedError } from '@regielijn/kern';
import { AppendTooLargeError, StoreUnavailableError, StreamDeletedError } from '../../errors.js';
import type { StreamName } from '../../event-store.js';

/** What only the node itself can have said. Everything else means: not known whether it was done, so the same call again. */
const answers: ReadonlySet<ErrorType> = new Set([
  ErrorType.WRONG_EXPECTED_VERSION,
  ErrorType.STREAM_DELETED,
  ErrorType.STREAM_NOT_FOUND,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.ACCESS_DENIED,
  ErrorType.INVALID_ARGUMENT,
]);

const typeOf = (error: unknown): ErrorType | undefined =>
  error instanceof Error && isCommandError(error) ? error.type : undefined;

export const isAnswer = (error: unknown): boolean => answers.has(typeOf(error)!);

export const isConflict = (error: unknown): error is WrongExpectedVersionError =>
  typeOf(error) === ErrorType.WRONG_EXPECTED_VERSION;

export const isStreamNotFound = (error: unknown): boolean => typeOf(error) === ErrorType.STREAM_NOT_FOUND;

/** The port's words for what the node answered; any other error stays what it is. */
export const toPortError = (error: unknown, stream: StreamName): unknown => {
  if (!(error instanceof Error) || !isCommandError(error)) return error;
  switch (error.type) {
    case ErrorType.STREAM_DELETED:
      return new StreamDeletedError(stream);
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return new AppendTooLargeError(stream, error.maxAppendSize);
    case ErrorType.ACCESS_DENIED:
      return unavailable(error);
    default:
      return error;
  }
};

export const unavailable = (cause: unknown): CodedError =>
  new StoreUnavailableError(typeOf(cause) ?? 'geen antwoord', { cause });
