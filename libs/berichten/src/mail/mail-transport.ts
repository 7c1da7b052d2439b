import type { Instant } from '@regielijn/kern';
import type { Storing } from '../domain/events.js';

/** A mail as it leaves: one recipient, plain text. */
export interface Mail {
  /** The same for a mail that is sent again because nobody knows whether it went. */
  readonly kenmerk: string;
  readonly aan: string;
  /** By our own clock, as every other time. */
  readonly op: Instant;
  readonly onderwerp: string;
  readonly tekst: string;
}

/** What takes mails in: a mail server, or a folder that one can read. */
export interface MailTransport {
  /** Resolves once the mail was taken in. @throws MailError */
  send(mail: Mail): Promise<void>;
  /** Lets go of connections. */
  close(): void;
}

/** Why a mail was not taken in, without a word of what the server said: that may quote an address. */
export class MailError extends Error {
  override readonly name = 'MailError';

  /** `definitief`: trying again would not help. */
  constructor(
    readonly code: Storing,
    readonly definitief: boolean,
  ) {
    super(code);
  }
}
