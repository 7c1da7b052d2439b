import { describe, expect, it } from '@jest/globals';
import type { CodedError } from '@regielijn/kern';
import { readSettings } from './settings.js';

const SLEUTEL = Buffer.alloc(32, 7).toString('base64');

/** A complete server. */
const server = {
  DATABASE_URL: 'postgres://regielijn:geheim@db.example.org:5432/regielijn',
  REGIELIJN_MASTER_KEY: SLEUTEL,
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_JWKS_URL: 'https://login.example.org/jwks',
};

const fouten = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toMatchObject({ code: 'INSTELLINGEN', kind: 'invalid' });
    // Every mistake stands in the one line that is shown.
    const { data, message } = error as CodedError;
    for (const fout of data['fouten'] as string[]) expect(message).toContain(fout);
    return data['fouten'] as string[];
  }
  return [];
};

describe('the settings', () => {
  it('given nothing, then the program runs embedded in ./data on port 3000', () => {
    expect(readSettings({})).toMatchObject({ REGIELIJN_DATA: './data', PORT: 3000, embedded: true });
  });

  it('given an empty text, as a shell or a compose file makes of an unset variable, then it is as if it were not there', () => {
    const settings = readSettings({ PORT: '', DATABASE_URL: '', REGIELIJN_DATA: '', OIDC_ISSUER: '' });
    expect(settings).toMatchObject({ REGIELIJN_DATA: './data', PORT: 3000, embedded: true });
  });

  it('given variables of other programs, then they are left alone', () => {
    expect(Object.values(readSettings({ PATH: '/bin', HOME: '/x' }))).not.toContain('/bin');
  });

  it('given the addresses of a server, then it is not embedded', () => {
    expect(readSettings({ ...server, PORT: '8080' })).toMatchObject({ ...server, PORT: 8080, embedded: false });
  });

  it.each(['abc', '-1', '0', '65536', '30.5', 'NaN', '3000x', ' '])(
    'given port "%s", then it is refused once',
    (PORT) => {
      expect(fouten({ PORT })).toEqual(['PORT moet een heel getal zijn van 1 tot en met 65535']);
    },
  );

  it.each(['1', '65535'])('given port %s, then it is accepted', (PORT) => {
    expect(fouten({ PORT })).toEqual([]);
  });

  it.each(['REGIELIJN_MASTER_KEY', 'OIDC_ISSUER', 'OIDC_JWKS_URL'])(
    'given a server without %s, then that one is named',
    (name) => {
      expect(fouten({ ...server, [name]: undefined })).toEqual([`met DATABASE_URL is ook ${name} nodig`]);
    },
  );

  it.each([
    ['DATABASE_URL', 'mysql://db.example.org/x', 'DATABASE_URL moet beginnen met postgres://'],
    ['EVENTSTORE_URL', 'http://es.example.org', 'EVENTSTORE_URL moet beginnen met esdb://'],
    ['REGIELIJN_MASTER_KEY', 'geheim', 'REGIELIJN_MASTER_KEY moet 32 bytes in base64 zijn'],
    ['REGIELIJN_MASTER_KEY', Buffer.alloc(31).toString('base64'), 'REGIELIJN_MASTER_KEY moet 32 bytes in base64 zijn'],
    ['OIDC_ISSUER', 'login.example.org', 'OIDC_ISSUER moet een webadres zijn'],
    ['OIDC_JWKS_URL', 'file:///etc/passwd', 'OIDC_JWKS_URL moet een webadres zijn'],
  ])('given %s=%s, then it is refused', (name, value, reden) => {
    expect(fouten({ ...server, [name]: value })).toEqual([reden]);
  });

  it('given several mistakes, then all of them are named at once', () => {
    expect(fouten({ DATABASE_URL: server.DATABASE_URL, PORT: 'x', EVENTSTORE_URL: 'x' })).toHaveLength(5);
  });

  it('given a secret that is wrong, then it is not repeated', () => {
    const geheim = 'dit-is-geen-sleutel-maar-wel-geheim';
    expect(fouten({ ...server, REGIELIJN_MASTER_KEY: geheim, DATABASE_URL: `x://u:${geheim}@h` }).join()).not.toContain(
      geheim,
    );
  });

  it.each(['postgresql://h/x', 'postgres://h/x'])(
    'given %s, then both ways to write it are accepted',
    (DATABASE_URL) => {
      expect(fouten({ ...server, DATABASE_URL })).toEqual([]);
    },
  );

  it('given EventStoreDB for the log, then it is accepted beside either kind of database', () => {
    expect(fouten({ EVENTSTORE_URL: 'esdb://localhost:2113?tls=false' })).toEqual([]);
    expect(fouten({ ...server, EVENTSTORE_URL: 'esdb+discover://cluster.example.org' })).toEqual([]);
  });

  it('given a mail server, then the address that mails come from and that of the program are needed too', () => {
    const mail = { SMTP_URL: 'smtps://u:p@mail.example.org:465', SMTP_FROM: 'regielijn@example.org' };
    expect(fouten({ ...mail, WEB_ADDRESS: 'https://regielijn.example.org' })).toEqual([]);
    expect(fouten({ SMTP_URL: mail.SMTP_URL })).toEqual([
      'met SMTP_URL is ook SMTP_FROM nodig',
      'met SMTP_URL is ook WEB_ADDRESS nodig',
    ]);
  });

  it.each([
    ['SMTP_URL', 'https://mail.example.org', 'SMTP_URL moet beginnen met smtp:// of smtps://'],
    ['SMTP_FROM', 'Regielijn', 'SMTP_FROM moet een e-mailadres zijn'],
    ['SMTP_FROM', 'a@example.org, b@example.org', 'SMTP_FROM moet een e-mailadres zijn'],
    ['WEB_ADDRESS', 'regielijn.example.org', 'WEB_ADDRESS moet een webadres zijn'],
  ])('given %s=%s for messages, then it is refused', (name, value, reden) => {
    expect(fouten({ [name]: value })).toContain(reden);
  });
});
