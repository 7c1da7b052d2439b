import { createTransport, type Transporter } from 'nodemailer';
import type { Storing } from '../domain/events.js';
import { compose } from './compose.js';
import { type Mail, MailError, type MailTransport } from './mail-transport.js';

const STORINGEN: Readonly<Record<string, Storing>> = {
  ECONNECTION: 'SERVER_ONBEREIKBAAR',
  ETIMEDOUT: 'SERVER_ONBEREIKBAAR',
  ESOCKET: 'SERVER_ONBEREIKBAAR',
  EDNS: 'SERVER_ONBEREIKBAAR',
  EPROTOCOL: 'SERVER_ONBEREIKBAAR',
  EABORT: 'SERVER_ONBEREIKBAAR',
  EAUTH: 'AANMELDEN_MISLUKT',
  ENOAUTH: 'AANMELDEN_MISLUKT',
  ETLS: 'VERBINDING_ONVEILIG',
  EENVELOPE: 'BERICHT_GEWEIGERD',
  EMESSAGE: 'BERICHT_GEWEIGERD',
};

/** From this reply on an SMTP server says that it will never be otherwise (RFC 5321, 4.2.1). */
const PERMANENT = 500;

/** How Node names a certificate that is not trusted, and a handshake that failed. */
const TLS_CODE = /CERT|SELF_SIGNED|VERIFY|^ERR_(TLS|SSL)/;

interface SmtpError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

const mailErrorOf = (error: unknown): MailError => {
  if (error instanceof MailError) return error;
  const { code = '', originalCode = '', command, responseCode = 0 } = error as SmtpError;
  const isEnvelope = code === 'EENVELOPE';
  // A sender or a login that is refused is a setting that can be mended; a mailbox that is not there stays so.
  if (isEnvelope && command === 'RCPT TO') return new MailError('ADRES_GEWEIGERD', responseCode >= PERMANENT);
  if (isEnvelope && command === 'MAIL FROM') return new MailError('AFZENDER_GEWEIGERD', false);
  if (TLS_CODE.test(originalCode)) return new MailError('VERBINDING_ONVEILIG', false);
  return new MailError(STORINGEN[code] ?? 'ONBEKENDE_STORING', false);
};

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Sends over SMTP. `url`: `smtps://user:password@host:465` or `smtp://host:587`; TLS options of nodemailer go in its
 * query, such as `?tls.rejectUnauthorized=false`. Without TLS only to this machine, unless it says `?ignoreTLS=true`.
 * `timeoutMs`: how long a server may say nothing.
 */
export class SmtpTransport implements MailTransport {
  private readonly transporter: Transporter;

  constructor(
    url: string,
    private readonly from: string,
    timeoutMs = 15_000,
  ) {
    const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
    const { hostname, searchParams } = new URL(url);
    const requireTLS = !LOOPBACK.test(hostname) && searchParams.get('ignoreTLS') !== 'true';
    this.transporter = createTransport({ url, requireTLS, dnsTimeout: timeoutMs, ...timeouts } as object);
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.transporter.sendMail(compose(mail, this.from));
    } catch (error) {
      throw mailErrorOf(error);
    }
  }

  close(): void {
    this.transporter.close();
  }
}
