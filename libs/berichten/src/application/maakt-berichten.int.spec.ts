import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  LaatRegieoverdrachtVerlopen,
  nieuwJeugdigeId,
  overdrachtIdVan,
  RegistreerJeugdige,
  SluitDossier,
  StelRegieregelVast,
  TrekRegieoverdrachtIn,
  VernietigDossier,
  WeigerRegieoverdracht,
} from '@regielijn/jeugdige';
import { plusUren, randomId } from '@regielijn/kern';
import { demoAccounts, dienstAccounts } from '@regielijn/toegang';
import { leesbaar, type TestMailserver } from '../../../../test/kit/mailserver.js';
import { leaksIn } from '../../../../test/kit/sentinels.js';
import { dumpTables } from '../../../../test/kit/vindplaatsen.js';
import { berichtDecider, berichtIdVan } from '../domain/decide.js';
import { berichtStream } from '../domain/events.js';
import { TERMIJN_GEMELD } from './aanleiding.js';
import { MaaktBerichten } from './maakt-berichten.follower.js';
import { openPostkamer, type Postkamer } from './postkamer.kit.js';

jest.setTimeout(60_000);

const GI = 'gi-jb-west';
const GEMEENTE = 'gemeente-0599';
/** Texts that stand nowhere but in personal fields. */
const SENTINELS = {
  naam: 'Quirijn Zilvervloot',
  toelichting: 'Hij verstopt zich graag in boomhut Zonnedauw',
  reden: 'Zijn konijn Flaptoet mag niet mee',
};
/** Valid numbers of the test range. */
const BSNS = Array.from({ length: 400 }, (_, n) => String(999_970_000 + n)).filter(
  (bsn) => [...bsn].reduce((som, cijfer, plek) => som + Number(cijfer) * (plek === 8 ? -1 : 9 - plek), 0) % 11 === 0,
);

let mailserver: TestMailserver;
let postkamer: Postkamer;
beforeAll(async () => {
  ({ mailserver, postkamer } = await openPostkamer());
  await postkamer.postbus(GI);
  await postkamer.postbus(GEMEENTE);
}, 60_000);
afterAll(async () => {
  await postkamer.close();
  await mailserver.stop();
}, 60_000);

let jeugdigeId: string;
let nr = 0;
beforeEach(async () => {
  postkamer.later(1);
  const commandId = randomId();
  jeugdigeId = nieuwJeugdigeId(commandId);
  const persoon = { naam: SENTINELS.naam, geboortedatum: '2010-05-04', geslacht: 'man', bsn: BSNS[nr] };
  nr += 1;
  const { poort, klok } = postkamer;
  await poort.opdracht(
    RegistreerJeugdige,
    { ...persoon, gemeente: { code: '0599' } },
    { actor: dienstAccounts.demo, commandId, nu: klok.now() },
  );
  // What an earlier test left waiting goes first.
  await postkamer.ronde();
  mailserver.ontvangen.length = 0;
});

/** Offers casusregie to the GI for three days. Answers the offer and its event. */
const bied = async (): Promise<{ overdrachtId: string; gebeurtenis: string }> => {
  postkamer.later(1);
  const commandId = randomId();
  const aan = { soort: 'GI', organisatie: GI };
  const geldigTot = plusUren(postkamer.klok.now(), 72);
  const bon = await postkamer.poort.opdracht(
    BiedRegieoverdrachtAan,
    { jeugdigeId, aan, geldigTot, toelichting: SENTINELS.toelichting },
    { actor: dienstAccounts.demo, commandId, nu: postkamer.klok.now() },
  );
  return { overdrachtId: overdrachtIdVan(commandId), gebeurtenis: bon.eventIds.at(-1)! };
};
const antwoord = async (type: Parameters<Postkamer['opdracht']>[0], data: object = {}): Promise<string> => {
  postkamer.later(1);
  return (await postkamer.opdracht(type, { jeugdigeId, ...data })).eventIds.at(-1)!;
};

/** The messages that one event gave reason to: kind, organisation, and whether it escalates. */
const bijGebeurtenis = async (gebeurtenis: string): Promise<readonly string[]> => {
  const gevonden: string[] = [];
  for (const organisatie of [GI, GEMEENTE]) {
    const berichtId = berichtIdVan(gebeurtenis, organisatie);
    const bericht = await postkamer.engine.runner.stateOf(berichtDecider, berichtStream(berichtId));
    if (bericht) gevonden.push(`${organisatie} ${bericht.soort}${bericht.escalatie ? ' escalatie' : ''}`);
  }
  return gevonden;
};

/** The signal of a term, as the part that keeps the terms would record it. */
const termijn = async (data: object): Promise<string> => {
  const termijnId = randomId();
  const { log, runner, pool } = postkamer.engine;
  const nu = postkamer.klok.now();
  const event: RecordedEvent = {
    ...{ id: randomId(), type: TERMIJN_GEMELD, geldigOp: nu, vastgelegdOp: nu },
    ...{ stream: `proces-termijn-${termijnId}`, streamVersion: 0n, position: '0' },
    metadata: { actor: dienstAccounts.follower, correlationId: termijnId, causationId: termijnId },
    data: { termijnId, stream: `jeugdige-${jeugdigeId}`, jeugdigeId, eind: '2026-03-12', ...data },
  };
  const follower = new MaaktBerichten(postkamer.poort, log, runner, pool, postkamer.klok);
  await follower.handle(event);
  // At least once: the same event may come by again.
  await follower.handle(event);
  return event.id;
};

describe('an offer of casusregie', () => {
  it('given the offer, then whom it is made to hears of it, until its last day', async () => {
    const { gebeurtenis } = await bied();
    await postkamer.volg();
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([`${GI} overdracht_aangeboden`]);
    await postkamer.ronde();
    expect(mailserver.ontvangen).toHaveLength(1);
    expect(leesbaar(mailserver.ontvangen[0]!.ruw)).toContain('uiterlijk 5 maart 2026');
    expect(leesbaar(mailserver.ontvangen[0]!.ruw)).toContain(jeugdigeId);
  });

  it('given that it was accepted, then who offered it hears of that', async () => {
    const { overdrachtId } = await bied();
    const gebeurtenis = await antwoord(AanvaardRegieoverdracht, {
      overdrachtId,
      organisatie: GI,
      medewerker: 'jb-017',
    });
    await postkamer.volg();
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([`${GEMEENTE} overdracht_aanvaard`]);
  });

  it('given that it was refused without a machtiging, then who offered it hears of that', async () => {
    const { overdrachtId } = await bied();
    const gebeurtenis = await antwoord(WeigerRegieoverdracht, {
      overdrachtId,
      organisatie: GI,
      reden: SENTINELS.reden,
    });
    await postkamer.volg();
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([`${GEMEENTE} overdracht_geweigerd`]);
  });

  it('given that it was refused after a machtiging, then both hear that it escalates', async () => {
    await antwoord(StelRegieregelVast, {
      perioden: [{ vanaf: '2026-03-01', houder: 'GI', regel: 'gedwongen_kader' }],
      ...{ regelversie: 'regie-1', bron: ['proef'], aanleiding: randomId() },
    });
    const { overdrachtId } = await bied();
    const gebeurtenis = await antwoord(WeigerRegieoverdracht, {
      overdrachtId,
      organisatie: GI,
      reden: SENTINELS.reden,
    });
    await postkamer.volg();
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([
      ...[`${GI} overdracht_geweigerd escalatie`, `${GEMEENTE} overdracht_geweigerd escalatie`],
    ]);
  });

  it('given that it expired, then both hear of that', async () => {
    const { overdrachtId } = await bied();
    postkamer.later(80);
    const gebeurtenis = await antwoord(LaatRegieoverdrachtVerlopen, { overdrachtId });
    await postkamer.volg();
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([`${GI} overdracht_verlopen`, `${GEMEENTE} overdracht_verlopen`]);
  });

  it('given an answer that came before the follower did, then the offer gives no message any more', async () => {
    const { overdrachtId, gebeurtenis } = await bied();
    await antwoord(AanvaardRegieoverdracht, { overdrachtId, organisatie: GI, medewerker: 'jb-017' });
    await postkamer.volg();
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([]);
  });

  it.each<[hoe: string, beeindig: (overdrachtId: string) => Promise<string>]>([
    [
      'answered',
      (overdrachtId) => antwoord(AanvaardRegieoverdracht, { overdrachtId, organisatie: GI, medewerker: 'jb-017' }),
    ],
    ['withdrawn', (overdrachtId) => antwoord(TrekRegieoverdrachtIn, { overdrachtId, reden: SENTINELS.reden })],
  ])('given that it was %s while its mail waited, then that mail does not go out', async (_, beeindig) => {
    const { overdrachtId, gebeurtenis } = await bied();
    await postkamer.volg();
    await beeindig(overdrachtId);
    await postkamer.volg();
    await postkamer.ronde();
    expect(await postkamer.verloop(berichtIdVan(gebeurtenis, GI))).toEqual(['opgesteld', 'afgehandeld']);
    expect(mailserver.ontvangen.filter(({ aan }) => aan === `postbus@${GI}.nl`)).toEqual([]);
  });
});

describe('the signal of a term', () => {
  const voor = [GI, GEMEENTE];

  it.each(['vooraf', 'verstreken', 'opgeschaald'])(
    'given one that is %s, then each organisation that must act hears of it',
    async (moment) => {
      const gebeurtenis = await termijn({ regel: 'D1', naam: 'Einde van de machtiging', moment, voor });
      expect(await bijGebeurtenis(gebeurtenis)).toEqual([`${GI} termijn_${moment}`, `${GEMEENTE} termijn_${moment}`]);
      await postkamer.ronde();
      expect(mailserver.ontvangen).toHaveLength(2);
      expect(leesbaar(mailserver.ontvangen[0]!.ruw)).toContain('Einde van de machtiging');
    },
  );

  it('given that the dossier was destroyed while its mail waited, then that mail does not go out', async () => {
    const gebeurtenis = await termijn({ regel: 'D1', naam: 'Einde van de machtiging', moment: 'vooraf', voor: [GI] });
    await antwoord(SluitDossier);
    await postkamer.poort.opdracht(
      VernietigDossier,
      { jeugdigeId, grond: 'verzoek_betrokkene' },
      { actor: demoAccounts.beheer, nu: postkamer.klok.now() },
    );
    await postkamer.bij();
    await postkamer.volg();
    await postkamer.ronde();
    expect(await postkamer.verloop(berichtIdVan(gebeurtenis, GI))).toEqual(['opgesteld', 'afgehandeld']);
    expect(mailserver.ontvangen).toEqual([]);
  });

  it('given one that ends on a birthday, then the day stands neither in the event nor in the mail', async () => {
    const signaal = { regel: 'D13', naam: 'De jeugdige wordt 18 jaar', moment: 'vooraf', eind: '2028-05-04' };
    const gebeurtenis = await termijn({ ...signaal, voor: [GI] });
    const [opgesteld] = await postkamer.engine.log.read(berichtStream(berichtIdVan(gebeurtenis, GI)));
    expect(opgesteld!.data['uiterlijk']).toBeNull();
    await postkamer.ronde();
    expect(mailserver.ontvangen[0]!.ruw).not.toMatch(/mei 2028|2028-05/);
  });

  it('given an offer that nobody answered, then its own message goes out once more, and once only', async () => {
    const { gebeurtenis } = await bied();
    await postkamer.volg();
    await postkamer.ronde();
    const signaal = { regel: 'OVD', naam: 'Antwoord op een aanbod', moment: 'verstreken', voor };
    const termijnGebeurtenis = await termijn(signaal);
    await postkamer.ronde();
    await termijn(signaal);
    await postkamer.ronde();
    expect(await postkamer.verloop(berichtIdVan(gebeurtenis, GI))).toEqual([
      ...['opgesteld', 'geadresseerd', 'verzonden', 'herinnerd', 'verzonden'],
    ]);
    expect(await bijGebeurtenis(termijnGebeurtenis)).toEqual([`${GEMEENTE} termijn_verstreken`]);
  });

  it('given that signal for an offer without a message, then it becomes one itself', async () => {
    const gebeurtenis = await termijn({ regel: 'OVD', naam: 'Antwoord op een aanbod', moment: 'verstreken', voor });
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([`${GI} termijn_verstreken`, `${GEMEENTE} termijn_verstreken`]);
  });

  it('given an offer that escalates, then that is a message of its own', async () => {
    await bied();
    await postkamer.volg();
    const gebeurtenis = await termijn({ regel: 'OVD', naam: 'Antwoord op een aanbod', moment: 'opgeschaald', voor });
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([`${GI} termijn_opgeschaald`, `${GEMEENTE} termijn_opgeschaald`]);
  });

  it('given a name that tries to add a header or a recipient, then the mail has neither', async () => {
    const naam = 'Einde\r\nBcc: iemand@elders.nl\r\n\r\nTekst';
    await termijn({ regel: 'D1', naam, moment: 'vooraf', voor: [GI] });
    await postkamer.ronde();
    expect(mailserver.ontvangen.map(({ aan }) => aan)).toEqual([`postbus@${GI}.nl`]);
    const [koppen] = mailserver.ontvangen[0]!.ruw.split('\r\n\r\n');
    expect(koppen).not.toMatch(/^Bcc:/im);
    expect(koppen!.match(/^Subject:/gim)).toHaveLength(1);
  });
});

describe('a log of long ago', () => {
  it('given an offer of more than a month ago that nobody answered, then it gives no message', async () => {
    const { gebeurtenis } = await bied();
    postkamer.later(24 * 31);
    await postkamer.volg();
    expect(await bijGebeurtenis(gebeurtenis)).toEqual([]);
  });
});

describe('everything that leaves or is kept', () => {
  it('then no mail, no event in the clear, no table and no line holds a word about a person', async () => {
    await bied();
    await postkamer.volg();
    await postkamer.ronde();
    expect(mailserver.ontvangen).not.toEqual([]);
    const mails = mailserver.ontvangen.map(({ ruw }) => leesbaar(ruw)).join('\n');
    const tabellen = [...(await dumpTables(postkamer.engine)).values()].join('\n');
    expect(tabellen).toContain('overdracht_aangeboden');
    expect(leaksIn([mails, tabellen, ...postkamer.lines].join('\n'), SENTINELS)).toEqual([]);
  });

  it('when every table that follows from the log is dropped and all is gone over again, then nothing is added and nothing sent', async () => {
    await postkamer.volg();
    await postkamer.ronde();
    const voor = (await postkamer.events()).map(({ id }) => id);
    mailserver.ontvangen.length = 0;
    await postkamer.herstartZonderTabellen();
    await postkamer.volg();
    await postkamer.ronde();
    expect((await postkamer.events()).map(({ id }) => id)).toEqual(voor);
    expect(mailserver.ontvangen).toEqual([]);
  });
});
