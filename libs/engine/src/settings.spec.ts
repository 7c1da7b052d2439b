import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CodedError } from '@regielijn/kern';
import { getMetadataStorage } from 'class-validator';
import { readSettings, Settings } from './settings.js';

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

const root = join(import.meta.dirname, '..', '..', '..');

/** Every setting there is: each has at least one check. */
const names = new Set(
  getMetadataStorage()
    .getTargetValidationMetadatas(Settings, '', true, false)
    .map(({ propertyName }) => propertyName),
);

describe('the settings', () => {
  it('are those of the table in the README, and nothing else is', () => {
    const rows = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `([A-Z_]+)` +\|/gm);
    expect([...rows].map(([, name]) => name).sort()).toEqual([...names].sort());
  });

  it('are known by the names that the compose files give them', () => {
    const text = ['docker-compose.yml', 'docker-compose.postgres.yml'].map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    const [settings] = /environment: &settings\n([^]*?)\n\n/.exec(text[0]!)!.slice(1);
    const given = [...settings!.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name!);
    const over = [...text[1]!.matchAll(/environment: \{ ([A-Z_]+):/g)].map(([, name]) => name!);
    expect(given.length).toBeGreaterThan(5);
    expect(over).toEqual(['EVENTSTORE_URL', 'EVENTSTORE_URL']);
    expect([...given, ...over].filter((name) => !names.has(name))).toEqual([]);
  });

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

  it('given where health, terms and traces go, then it takes them', () => {
    const more = {
      ...{ HEALTH_PORT: '9464', HEALTH_HOST: '0.0.0.0', REDIS_URL: 'rediss://:geheim@redis.example.org:6379/1' },
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    };
    expect(readSettings({ ...server, ...more })).toMatchObject({ ...more, HEALTH_PORT: 9464 });
    expect(readSettings(server)).toMatchObject({ HEALTH_HOST: '127.0.0.1' });
    expect(readSettings(server).HEALTH_PORT).toBeUndefined();
  });

  it.each([
    ['HEALTH_PORT', '0', 'HEALTH_PORT moet een heel getal zijn van 1 tot en met 65535'],
    ['HEALTH_HOST', 'overal', 'HEALTH_HOST moet een IP-adres zijn'],
    ['REDIS_URL', 'redis.example.org:6379', 'REDIS_URL moet beginnen met redis://'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'OTEL_EXPORTER_OTLP_ENDPOINT moet een webadres zijn'],
  ])('given %s=%s, then it is refused once', (name, value, fout) => {
    expect(fouten({ [name]: value })).toEqual([fout]);
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
