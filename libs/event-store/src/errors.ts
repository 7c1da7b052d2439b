import { CodedError } from '@regielijn/kern';
import type { ExpectedVersion, StreamName } from './event-store.js';

/** The stream is not at the version the caller saw. `actual` is `no-stream` or the last version. */
export class VersionConflictError extends CodedError {
  override readonly name = 'VersionConflictError';

  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedVersion,
    readonly actual: ExpectedVersion,
  ) {
    super(
      'conflict',
      'VERSIE_CONFLICT',
      'Iemand anders heeft dit intussen gewijzigd. Lees de laatste stand en probeer het opnieuw.',
      { stream, verwacht: String(expected), werkelijk: String(actual) },
    );
  }
}

/** An append without events: EventStoreDB answers ok and writes nothing, so the port refuses it everywhere. */
export class EmptyAppendError extends CodedError {
  override readonly name = 'EmptyAppendError';

  constructor(stream: StreamName) {
    super('invalid', 'LEGE_APPEND', 'Er is niets om vast te leggen.', { stream });
  }
}

/** Larger than the store takes in one go. */
export class AppendTooLargeError extends CodedError {
  override readonly name = 'AppendTooLargeError';

  constructor(stream: StreamName, maxBytes: number) {
    super('invalid', 'APPEND_TE_GROOT', 'Dit is te groot om in één keer vast te leggen.', { stream, maxBytes });
  }
}

/** An event id that the log already holds elsewhere: the caller made two different events with one id. */
export class DuplicateEventIdError extends CodedError {
  override readonly name = 'DuplicateEventIdError';

  constructor(stream: StreamName) {
    super('invalid', 'DUBBEL_EVENT_ID', 'Een van deze gebeurtenissen is al ergens anders vastgelegd.', { stream });
  }
}

/** The stream was deleted in the store itself. The engine deletes no streams, so somebody else did. */
export class StreamDeletedError extends CodedError {
  override readonly name = 'StreamDeletedError';

  constructor(stream: StreamName) {
    super('refused', 'STREAM_VERWIJDERD', 'Deze gegevens zijn buiten de toepassing om verwijderd.', { stream });
  }
}

/** The store is away or too busy. Not known whether an append was written: repeat the exact call. */
export class StoreUnavailableError extends CodedError {
  override readonly name = 'StoreUnavailableError';

  constructor(reason: string, options?: { cause?: unknown }) {
    super('unavailable', 'OPSLAG_NIET_BEREIKBAAR', 'De opslag is even niet bereikbaar. Probeer het zo opnieuw.', {
      reden: reason,
    });
    if (options?.cause !== undefined) this.cause = options.cause;
  }
}
