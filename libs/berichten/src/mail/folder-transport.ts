import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { compose } from './compose.js';
import { type Mail, MailError, type MailTransport } from './mail-transport.js';

/** Writes each mail as a file that every mail program opens. The same mail again takes the place of the first. */
export class FolderTransport implements MailTransport {
  private readonly composer = createTransport({ streamTransport: true, buffer: true });

  constructor(
    readonly folder: string,
    private readonly from: string,
  ) {}

  async send(mail: Mail): Promise<void> {
    const { message } = await this.composer.sendMail(compose(mail, this.from));
    const file = join(this.folder, `${mail.kenmerk}.eml`);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      // A reader never finds half a mail.
      await writeFile(`${file}.tmp`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.tmp`, file);
    } catch {
      throw new MailError('POSTBUS_VOL', false);
    }
  }

  close(): void {
    this.composer.close();
  }
}
