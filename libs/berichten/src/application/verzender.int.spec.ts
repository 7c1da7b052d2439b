import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { datumVan, plusUren } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { AdresseerBericht, HandelBerichtAf, HerinnerAanBericht, LegVerzendingVast } from '../domain/commands.js';
import { berichtDecider } from '../domain/decide.js';
import { berichtStream } from '../domain/events.js';
import { SmtpTransport } from '../mail/smtp-transport.js';
import { kopVan, leesbaar, type TestMailserver } from '../../../../test/kit/mailserver.js';
import { openPostkamer, type Postkamer, WEB } from './postkamer.kit.js';

jest.setTimeout(60_000);

let mailserver: TestMailserver;
let postkamer: Postkamer;
beforeAll(async () => {
  ({ mailserver, postkamer } = await openPostkamer());
}, 60_000);
afterAll(async () => {
  await postkamer.close();
  await mailserver.stop();
}, 60_000);

/** Each test has an organisation of its own, and its mails only. */
let nr = 0;
let organisatie: string;
beforeEach(async () => {
  nr += 1;
  organisatie = `gi-${nr}`;
  // What an earlier test left waiting is of no concern here.
  postkamer.later(24 * 31);
  await mailserver.stop();
  await mailserver.start();
  mailserver.ontvangen.length = 0;
  mailserver.geweigerd = [];
  mailserver.zwijgt = false;
});

const account = (naam: string): string => `${organisatie}-${naam}`;
const aan = () => mailserver.ontvangen.map((mail) => mail.aan).sort();
const stand = (berichtId: string) => postkamer.engine.runner.stateOf(berichtDecider, berichtStream(berichtId));

describe('a message to an organisation', () => {
  it('given workers who want it at once, then each gets a mail that says what, until when and where, and that is recorded', async () => {
    await postkamer.voorkeur(account('a'), organisatie, 'direct');
    await postkamer.voorkeur(account('b'), organisatie, 'direct');
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    expect(aan()).toEqual([`${account('a')}@voorbeeld.nl`, `${account('b')}@voorbeeld.nl`]);
    const { ruw } = mailserver.ontvangen[0]!;
    expect(kopVan(ruw, 'Subject')).toBe('Casusregie aangeboden: antwoord nodig uiterlijk 16 maart 2026');
    expect(kopVan(ruw, 'From')).toBe('Regielijn <regielijn@voorbeeld.nl>');
    expect(kopVan(ruw, 'Auto-Submitted')).toBe('auto-generated');
    const { dossierId } = (await stand(berichtId))!;
    expect(leesbaar(ruw)).toContain(`${WEB}/jeugdigen/${dossierId}`);
    expect(await postkamer.verloop(berichtId)).toEqual(['opgesteld', 'geadresseerd', 'verzonden', 'verzonden']);
  });

  it('given the mail, then its Message-ID is what was recorded', async () => {
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    const [, , { data }] = (await postkamer.engine.log.read(berichtStream(berichtId))) as any;
    expect(kopVan(mailserver.ontvangen[0]!.ruw, 'Message-ID')).toBe(`<${data.kenmerk}@voorbeeld.nl>`);
  });

  it('given nobody who asked for it, then the shared mailbox gets it; given somebody, then not', async () => {
    await postkamer.postbus(organisatie);
    await postkamer.bericht(organisatie);
    await postkamer.ronde();
    expect(aan()).toEqual([`postbus@${organisatie}.nl`]);
    await postkamer.voorkeur(account('a'), organisatie, 'direct');
    await postkamer.bericht(organisatie);
    await postkamer.ronde();
    expect(aan()).toEqual([`${account('a')}@voorbeeld.nl`, `postbus@${organisatie}.nl`]);
  });

  it('given no address at all, then it waits, and goes as soon as there is one', async () => {
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    expect(await postkamer.verloop(berichtId)).toEqual(['opgesteld']);
    await postkamer.postbus(organisatie);
    await postkamer.ronde();
    expect(await postkamer.verloop(berichtId)).toEqual(['opgesteld', 'geadresseerd', 'verzonden']);
  });

  it('given that it has waited for a month, then it is too old to send', async () => {
    const berichtId = await postkamer.bericht(organisatie);
    postkamer.later(24 * 31);
    await postkamer.postbus(organisatie);
    await postkamer.ronde();
    expect(await postkamer.verloop(berichtId)).toEqual(['opgesteld']);
  });

  it('given somebody who wants no messages any more before it was sent, then the mailbox gets it', async () => {
    await mailserver.stop();
    await postkamer.voorkeur(account('a'), organisatie, 'direct');
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    await mailserver.start();
    await postkamer.voorkeur(account('a'), organisatie, 'uit');
    await postkamer.ronde();
    expect(aan()).toEqual([`postbus@${organisatie}.nl`]);
    expect((await stand(berichtId))!.leveringen).toEqual({
      [`postbus:${organisatie}`]: expect.objectContaining({ stand: 'verzonden' }),
    });
  });

  it('given that it is no longer needed before it was sent, then nothing goes out', async () => {
    await postkamer.voorkeur(account('a'), organisatie, 'dagelijks');
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    const zaak = { berichtId, aanleiding: berichtId };
    await postkamer.opdracht(HandelBerichtAf, zaak, dienstAccounts.follower);
    postkamer.later(24);
    await postkamer.ronde();
    expect(aan()).toEqual([]);
  });

  it('given a read model that lags behind the log, then what was sent is not sent again', async () => {
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    const geadresseerd = { berichtId, ontvangers: [`postbus:${organisatie}`] };
    await postkamer.opdracht(AdresseerBericht, geadresseerd, dienstAccounts.follower);
    await postkamer.bij();
    const { toestand } = (
      await postkamer.engine.pool.query('select toestand from lm.bericht where bericht_id = $1', [berichtId])
    ).rows[0];
    await postkamer.ronde();
    await postkamer.engine.pool.query("update lm.bericht set status = 'wacht', toestand = $2 where bericht_id = $1", [
      ...[berichtId, toestand],
    ]);
    await postkamer.verzender().ronde();
    expect(aan()).toHaveLength(1);
  });

  it('given a reminder, then it goes out once more, as another mail', async () => {
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    await postkamer.opdracht(HerinnerAanBericht, { berichtId, aanleiding: berichtId }, dienstAccounts.follower);
    await postkamer.ronde();
    await postkamer.ronde();
    const [eerste, tweede, ...meer] = mailserver.ontvangen.map(({ ruw }) => ruw);
    expect(meer).toEqual([]);
    expect(kopVan(tweede!, 'Subject')).toMatch(/^Herinnering: /);
    expect(kopVan(tweede!, 'Message-ID')).not.toBe(kopVan(eerste!, 'Message-ID'));
  });
});

describe('a mail server that is away for a day', () => {
  it('then it is tried with growing pauses, each try is recorded, and the mail goes out once when it is back', async () => {
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    await mailserver.stop();
    const begin = postkamer.klok.now();
    const pogingen: number[] = [];
    while (postkamer.klok.now() < plusUren(begin, 24)) {
      await postkamer.ronde();
      const { volgendeOp, code } = (await stand(berichtId))!.leveringen[`postbus:${organisatie}`]!;
      expect(code).toBe('SERVER_ONBEREIKBAAR');
      pogingen.push((Date.parse(volgendeOp!) - Date.parse(postkamer.klok.now())) / 60_000);
      // A round in between tries nothing.
      await postkamer.ronde();
      postkamer.naar(volgendeOp!);
    }
    expect(pogingen.slice(0, 6)).toEqual([1, 5, 15, 60, 60, 60]);
    expect(pogingen).toHaveLength(27);
    await mailserver.start();
    await postkamer.ronde();
    await postkamer.ronde();
    expect(aan()).toEqual([`postbus@${organisatie}.nl`]);
    const verloop = await postkamer.verloop(berichtId);
    expect(verloop.filter((wat) => wat === 'niet-verzonden')).toHaveLength(27);
    expect(verloop.at(-1)).toBe('verzonden');
  });

  it('given more than two days, then it is given up, and that can be seen', async () => {
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    await mailserver.stop();
    for (let poging = 1; poging <= 53; poging += 1) {
      await postkamer.ronde();
      postkamer.later(1);
    }
    expect((await postkamer.verloop(berichtId)).at(-1)).toBe('opgegeven');
    expect((await stand(berichtId))!.leveringen[`postbus:${organisatie}`]).toMatchObject({
      ...{ stand: 'opgegeven', pogingen: 53, code: 'SERVER_ONBEREIKBAAR' },
    });
  });
});

describe('a mail server that refuses somebody', () => {
  it('then that one is given up at once, the others get theirs, and the address stands nowhere in the log', async () => {
    mailserver.geweigerd = [`${account('a')}@voorbeeld.nl`];
    await postkamer.voorkeur(account('a'), organisatie, 'direct');
    await postkamer.voorkeur(account('b'), organisatie, 'direct');
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    expect(aan()).toEqual([`${account('b')}@voorbeeld.nl`]);
    const { leveringen } = (await stand(berichtId))!;
    expect(leveringen[account('a')]).toMatchObject({ stand: 'opgegeven', code: 'ADRES_GEWEIGERD', pogingen: 1 });
    expect(leveringen[account('b')]).toMatchObject({ stand: 'verzonden' });
    const log = JSON.stringify(await postkamer.events(), (_, waarde) => (typeof waarde === 'bigint' ? 0 : waarde));
    expect(log).not.toContain('@voorbeeld.nl');
    expect(log).not.toContain('no such user');
  });
});

describe('a message that none of the workers could be sent', () => {
  it('given a shared mailbox, then that gets it after all; given that it refuses too, then it ends there', async () => {
    mailserver.geweigerd = [`${account('a')}@voorbeeld.nl`];
    await postkamer.voorkeur(account('a'), organisatie, 'direct');
    await postkamer.postbus(organisatie);
    const opgevangen = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    await postkamer.ronde();
    expect(aan()).toEqual([`postbus@${organisatie}.nl`]);
    expect(await postkamer.verloop(opgevangen)).toEqual([
      ...['opgesteld', 'geadresseerd', 'opgegeven', 'geadresseerd', 'verzonden'],
    ]);
    mailserver.geweigerd = [...mailserver.geweigerd, `postbus@${organisatie}.nl`];
    const verloren = await postkamer.bericht(organisatie);
    for (let tel = 0; tel < 3; tel += 1) await postkamer.ronde();
    expect(await postkamer.verloop(verloren)).toEqual([
      ...['opgesteld', 'geadresseerd', 'opgegeven', 'geadresseerd', 'opgegeven'],
    ]);
  });
});

describe('a mail server that hangs', () => {
  let doof: Server;
  afterAll(() => void doof.close());

  it('given one that takes the mail and never answers, then it counts as away', async () => {
    mailserver.zwijgt = true;
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    await postkamer.ronde();
    expect((await stand(berichtId))!.leveringen[`postbus:${organisatie}`]).toMatchObject({
      ...{ stand: 'wacht', pogingen: 1, code: 'SERVER_ONBEREIKBAAR' },
    });
  });

  it('given one that does not even greet, then the round ends there, and what waits behind it is not tried in vain', async () => {
    doof = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(doof, 'listening');
    await postkamer.voorkeur(account('a'), organisatie, 'direct');
    await postkamer.voorkeur(account('b'), organisatie, 'direct');
    const berichtId = await postkamer.bericht(organisatie);
    const { port } = doof.address() as { port: number };
    const transport = new SmtpTransport(`smtp://127.0.0.1:${port}`, 'regielijn@voorbeeld.nl', 300);
    await postkamer.ronde(postkamer.verzender(undefined, transport));
    const pogingen = Object.values((await stand(berichtId))!.leveringen).map((levering) => levering.pogingen);
    expect(pogingen.sort()).toEqual([0, 1]);
  });
});

describe('a process that dies after the mail server took the mail in, before that was recorded', () => {
  it('then the next one sends it again under the same Message-ID, and it is recorded once', async () => {
    await postkamer.postbus(organisatie);
    const berichtId = await postkamer.bericht(organisatie);
    const { poort } = postkamer;
    const stervend = postkamer.verzender({
      opdracht: (type, data, aanroep) =>
        type === LegVerzendingVast ? Promise.reject(new Error('killed')) : poort.opdracht(type, data, aanroep),
    });
    await postkamer.bij();
    await expect(stervend.ronde()).rejects.toThrow('killed');
    await postkamer.ronde();
    await postkamer.ronde();
    const kenmerken = mailserver.ontvangen.map(({ ruw }) => kopVan(ruw, 'Message-ID'));
    expect(kenmerken).toHaveLength(2);
    expect(new Set(kenmerken).size).toBe(1);
    expect(await postkamer.verloop(berichtId)).toEqual(['opgesteld', 'geadresseerd', 'verzonden']);
  });
});

describe('a digest', () => {
  const overzichten = () => mailserver.ontvangen.map(({ ruw }) => kopVan(ruw, 'Subject'));

  it('given several messages of a day, then they come in one mail at the hour, and each is recorded', async () => {
    await postkamer.voorkeur(account('a'), organisatie, 'dagelijks', 8);
    const ids = [await postkamer.bericht(organisatie), await postkamer.bericht(organisatie, { uiterlijk: null })];
    await postkamer.ronde();
    expect(overzichten()).toEqual([]);
    postkamer.later(24);
    await postkamer.ronde();
    await postkamer.ronde();
    expect(overzichten()).toEqual(['Uw overzicht: 2 berichten over casusregie']);
    for (const id of ids)
      expect(await postkamer.verloop(id)).toEqual(['opgesteld', 'geadresseerd', 'in-overzicht-verzonden']);
  });

  it.each([
    ['begins', '2029-03-24', ['2029-03-24T07:00:00.000Z', '2029-03-25T06:00:00.000Z']],
    ['ends', '2029-10-27', ['2029-10-27T06:00:00.000Z', '2029-10-28T07:00:00.000Z']],
  ])(
    'given the days around the night in which summer time %s, then at eight by the clock, once a day',
    async (_, dag, uren) => {
      postkamer.naar(`${dag}T01:00:00.000Z`);
      await postkamer.voorkeur(account('a'), organisatie, 'dagelijks', 8);
      const momenten: string[] = [];
      await postkamer.bericht(organisatie);
      for (let half = 0; half < 80; half += 1) {
        const eerder = mailserver.ontvangen.length;
        await postkamer.ronde();
        if (mailserver.ontvangen.length > eerder) {
          momenten.push(postkamer.klok.now());
          if (momenten.length < 2) await postkamer.bericht(organisatie);
        }
        postkamer.later(0.5);
        if (momenten.length === 2 && datumVan(postkamer.klok.now()) > datumVan(momenten[1]!)) break;
      }
      expect(momenten).toEqual(uren);
    },
  );

  it('given a mail server that is away at the hour, then it follows when that is back, with what came meanwhile', async () => {
    await postkamer.voorkeur(account('a'), organisatie, 'dagelijks', 8);
    await postkamer.bericht(organisatie);
    postkamer.later(24);
    await mailserver.stop();
    await postkamer.ronde();
    await postkamer.bericht(organisatie);
    await mailserver.start();
    postkamer.later(0.25);
    await postkamer.ronde();
    await postkamer.ronde();
    expect(overzichten()).toEqual(['Uw overzicht: 2 berichten over casusregie']);
  });
});

describe('a digest of which a process that dies recorded a part', () => {
  it('then what was recorded stays out of the next one, and what was not is in it', async () => {
    await postkamer.voorkeur(account('a'), organisatie, 'dagelijks', 8);
    const ids = [await postkamer.bericht(organisatie), await postkamer.bericht(organisatie)];
    postkamer.later(24);
    await postkamer.bij();
    const { poort } = postkamer;
    let vastgelegd = 0;
    const stervend = postkamer.verzender({
      opdracht: (type, data, aanroep) => {
        if (type === LegVerzendingVast) vastgelegd += 1;
        return vastgelegd > 1 ? Promise.reject(new Error('killed')) : poort.opdracht(type, data, aanroep);
      },
    });
    await expect(stervend.ronde()).rejects.toThrow('killed');
    await postkamer.ronde();
    await postkamer.ronde();
    expect(mailserver.ontvangen.map(({ ruw }) => kopVan(ruw, 'Subject'))).toEqual([
      'Uw overzicht: 2 berichten over casusregie',
      'Uw overzicht: 1 bericht over casusregie',
    ]);
    for (const id of ids)
      expect(await postkamer.verloop(id)).toEqual(['opgesteld', 'geadresseerd', 'in-overzicht-verzonden']);
  });
});

describe('two senders', () => {
  it('given both started, then one sends, and the other when that one stops', async () => {
    await postkamer.postbus(organisatie);
    const [een, twee] = [postkamer.verzender(), postkamer.verzender()];
    for (const verzender of [een, twee]) verzender.start((line) => postkamer.lines.push(line));
    const ontvangt = async (aantal: number): Promise<void> => {
      await postkamer.bericht(organisatie);
      for (let tel = 0; tel < 300 && mailserver.ontvangen.length < aantal; tel += 1)
        await new Promise((verder) => setTimeout(verder, 50));
      expect(mailserver.ontvangen).toHaveLength(aantal);
    };
    try {
      await ontvangt(1);
      await een.stop();
      await ontvangt(2);
    } finally {
      await Promise.all([een.stop(), twee.stop()]);
    }
    expect(postkamer.lines).toEqual([]);
  });
});
