import { join } from 'node:path';
import { type Berichtinstellingen, FolderTransport, SmtpTransport } from '@regielijn/berichten';
import type { Settings } from './settings.js';

/** Where embedded mode writes its mails when there is no mail server. */
export const postbusFolder = ({ REGIELIJN_DATA }: Settings): string => join(REGIELIJN_DATA, 'postbus');

/**
 * How messages leave: over SMTP, or in embedded mode without it as files. A server without a mail server sends nothing;
 * its messages wait, and are listed so.
 */
export const berichtinstellingenUit = (settings: Settings): Berichtinstellingen => {
  const { SMTP_URL, SMTP_FROM = 'regielijn@localhost', WEB_ADDRESS, PORT, embedded } = settings;
  const folder = embedded ? new FolderTransport(postbusFolder(settings), SMTP_FROM) : null;
  return {
    webAdres: (WEB_ADDRESS ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, ''),
    transport: SMTP_URL === undefined ? folder : new SmtpTransport(SMTP_URL, SMTP_FROM),
  };
};
