import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { deriveId } from '@regielijn/kern';
import { kopVan, leesbaar, TestMailserver } from '../../../../test/kit/mailserver.js';
import type { Mail } from './mail-transport.js';
import { SmtpTransport } from './smtp-transport.js';

const FROM = 'regielijn@voorbeeld.nl';
const mail: Mail = {
  ...{ kenmerk: deriveId('mail'), aan: 'jb-017@voorbeeld.nl', op: '2026-03-02T09:00:00.000Z' },
  ...{ onderwerp: 'Eén overzicht', tekst: 'Ga naar het dossier.\n' },
};

let mailserver: TestMailserver | undefined;
let transport: SmtpTransport | undefined;
afterEach(async () => {
  transport?.close();
  await mailserver?.stop();
});

/** Sends to a server that is as these options say; answers the error, or null when the mail was taken in. */
const stuur = async (options: SMTPServerOptions, url = (adres: string): string => adres): Promise<unknown> => {
  mailserver = new TestMailserver(options);
  await mailserver.start();
  transport = new SmtpTransport(url(mailserver.url), FROM, 2_000);
  return transport.send(mail).then(
    () => null,
    (error: unknown) => error,
  );
};
const weigering = (responseCode: number) => Object.assign(new Error(`refused ${mail.aan}`), { responseCode });
const MET_TLS: SMTPServerOptions = { disabledCommands: [] };

describe('a mail over SMTP', () => {
  it('given a server, then it gets subject, text, day and Message-ID as they were given', async () => {
    expect(await stuur({})).toBeNull();
    const [{ aan, ruw }] = mailserver!.ontvangen as [{ aan: string; ruw: string }, ...unknown[]];
    expect(aan).toBe(mail.aan);
    expect(kopVan(ruw, 'Message-ID')).toBe(`<${mail.kenmerk}@voorbeeld.nl>`);
    expect(kopVan(ruw, 'Date')).toBe('Mon, 02 Mar 2026 09:00:00 +0000');
    expect(kopVan(ruw, 'Subject')).toBe('=?UTF-8?Q?E=C3=A9n_overzicht?=');
    expect(leesbaar(ruw)).toContain('Ga naar het dossier.');
  });

  it('given an address that holds a second one, a header or nothing, then it is refused', async () => {
    mailserver = new TestMailserver();
    await mailserver.start();
    transport = new SmtpTransport(mailserver.url, FROM, 2_000);
    for (const aan of ['a@voorbeeld.nl, b@elders.nl', 'a@voorbeeld.nl\r\nBcc: b@elders.nl', 'A <b@elders.nl>', ''])
      await expect(transport.send({ ...mail, aan })).rejects.toMatchObject({
        code: 'ADRES_GEWEIGERD',
        definitief: true,
      });
    expect(mailserver.ontvangen).toEqual([]);
  });

  it('given a subject with lines in it, then it stays one header', async () => {
    mailserver = new TestMailserver();
    await mailserver.start();
    transport = new SmtpTransport(mailserver.url, FROM, 2_000);
    await transport.send({ ...mail, onderwerp: 'Termijn\r\nBcc: b@elders.nl\r\n\r\nTekst' });
    expect(mailserver.ontvangen.map(({ aan }) => aan)).toEqual([mail.aan]);
    expect(mailserver.ontvangen[0]!.ruw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  });
});

describe('a mail that is not taken in', () => {
  it.each<[code: string, definitief: boolean, waarom: string, options: SMTPServerOptions]>([
    ['ADRES_GEWEIGERD', true, 'nobody has that address', { onRcptTo: (_, __, done) => done(weigering(550)) }],
    ['ADRES_GEWEIGERD', false, 'the mailbox is busy', { onRcptTo: (_, __, done) => done(weigering(450)) }],
    ['AFZENDER_GEWEIGERD', false, 'the sender may not', { onMailFrom: (_, __, done) => done(weigering(550)) }],
    [
      ...(['BERICHT_GEWEIGERD', false, 'its content is refused'] as const),
      { onData: (stream, _, done) => stream.resume().on('end', () => done(weigering(554))) },
    ],
    ['SERVER_ONBEREIKBAAR', false, 'the server takes nobody in', { onConnect: (_, done) => done(weigering(421)) }],
  ])('%s (for good: %s) when %s, and the error holds no address', async (code, definitief, _, options) => {
    const error = await stuur(options);
    expect(error).toMatchObject({ name: 'MailError', code, definitief });
    expect(`${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(mail.aan);
  });

  it('given a password that is wrong, then AANMELDEN_MISLUKT, without the password', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (_, __, done) => done(new Error('no'));
    const error = await stuur({ authOptional: false, allowInsecureAuth: true, onAuth }, (url) =>
      url.replace('smtp://', 'smtp://regielijn:geheim@'),
    );
    expect(error).toMatchObject({ code: 'AANMELDEN_MISLUKT', definitief: false });
    expect(`${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain('geheim');
  });

  it('given a certificate that nobody vouches for, then nothing is sent, unless the address says to trust it', async () => {
    // The server says once per start that everybody knows its certificate, which is what this is about.
    const gezegd = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await stuur(MET_TLS)).toMatchObject({ code: 'VERBINDING_ONVEILIG', definitief: false });
    expect(mailserver!.ontvangen).toEqual([]);
    await mailserver!.stop();
    expect(await stuur(MET_TLS, (url) => `${url}?tls.rejectUnauthorized=false`)).toBeNull();
    gezegd.mockRestore();
  });

  it('given a server elsewhere without TLS, then nothing is sent to it', async () => {
    // Another name of this machine than loopback has.
    const elders = (url: string): string => url.replace('127.0.0.1', '0.0.0.0');
    expect(await stuur({}, elders)).toMatchObject({ code: 'VERBINDING_ONVEILIG', definitief: false });
    expect(mailserver!.ontvangen).toEqual([]);
    await mailserver!.stop();
    expect(await stuur({}, (url) => `${elders(url)}?ignoreTLS=true`)).toBeNull();
  });
});
