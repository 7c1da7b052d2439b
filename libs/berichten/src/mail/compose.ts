import type { SendMailOptions } from 'nodemailer';
import { type Mail, MailError } from './mail-transport.js';

const domainOf = (address: string): string => /@([^@>\s]+)>?$/.exec(address)?.[1] ?? 'localhost';

/** One address and nothing else: no list, no name, no second line. */
const ONE_ADDRESS = /^[^\s,;:<>()[\]"\\]+@[^\s,;:<>()[\]"\\]+$/;

/** A mail as the library takes it. @throws MailError for what the library would read as something else than one address */
export const compose = ({ kenmerk, aan, op, onderwerp, tekst }: Mail, from: string): SendMailOptions => {
  if (!ONE_ADDRESS.test(aan)) throw new MailError('ADRES_GEWEIGERD', true);
  return {
    from: { name: 'Regielijn', address: from },
    to: { name: '', address: aan },
    envelope: { from, to: aan },
    messageId: `<${kenmerk}@${domainOf(from)}>`,
    date: new Date(op),
    subject: onderwerp,
    text: tekst,
    // So that no absence message comes back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};
