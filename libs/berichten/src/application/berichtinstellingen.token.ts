import type { MailTransport } from '../mail/mail-transport.js';

/** Injection token of the settings of messages. */
export const BERICHTINSTELLINGEN = Symbol('Berichtinstellingen');

export interface Berichtinstellingen {
  /** What every link in a mail begins with, without a slash at its end. */
  readonly webAdres: string;
  /** Null: no mail goes out, and messages wait. */
  readonly transport: MailTransport | null;
}
