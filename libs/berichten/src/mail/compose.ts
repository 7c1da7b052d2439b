import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mail-transport.js';

const domainOf = (address: string): string => /@([^@>\s]+)>?$/.exec(address)?.[1] ?? 'localhost';

/** A mail as the library takes it. Addresses go in as objects: nothing in them is read as a second one. */
export const compose = ({ kenmerk, aan, op, onderwerp, tekst }: Mail, from: string): SendMailOptions => ({
  from: { name: 'Regielijn', address: from },
  to: { name: '', address: aan },
  envelope: { from, to: aan },
  messageId: `<${kenmerk}@${domainOf(from)}>`,
  date: op,
  subject: onderwerp,
  text: tekst,
  // So that no absence message comes back (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});
