import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LOG_START, type RecordedEvent } from '@regielijn/event-store';
import { nieuwJeugdigeId, RegistreerJeugdige } from '@regielijn/jeugdige';
import { type CommandClass, deriveId, fold, plusUren, withCorrections } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import {
  BezetPlek,
  GeefPlekVrij,
  nieuwVoorzieningId,
  OpenPlekken,
  OpenVoorziening,
  ReserveerPlek,
  reserveringIdVan,
  voorzieningDecider,
  voorzieningStream,
} from '@regielijn/voorziening';
import { type Geheugen, startGeheugen } from '../../../../test/reeksen/geheugen.kit.js';
import {
  EindigNaOnttrekking,
  MeldAan,
  MeldOnttrekking,
  MeldUitstroom,
  PlaatsOver,
  StartOpname,
  StartVariant,
  BeeindigVariant,
  trajectCorrectieCommands,
  TrekAanmeldingIn,
  WijsPlekToe,
} from '../domain/commands.js';
import { nieuwTrajectId } from '../domain/decide.js';
import { trajectStream } from '../domain/events.js';
import { PlekVolgtTraject } from './plek-volgt-traject.follower.js';

const BEGIN = '2026-03-02T08:00:00.000Z';
const om = (uren: number): string => plusUren(BEGIN, uren);
const [eik, linde, beuk] = ['eik', 'linde', 'beuk'].map((naam) => nieuwVoorzieningId(deriveId(naam))) as [
  string,
  string,
  string,
];
const jeugdigeId = nieuwJeugdigeId(deriveId('jeugdige'));
const trajectVan = (nr: number): string => nieuwTrajectId(deriveId('aanmelding', nr));
const trajectId = trajectVan(1);

let geheugen: Geheugen;
let teller: number;

/** Told so many hours after the beginning; about a moment before, where that is given. */
const doe = async (uren: number, type: CommandClass, data: object, gebeurd = uren): Promise<string> => {
  teller += 1;
  const commandId = deriveId('opdracht', teller);
  await doeAls(commandId, uren, type, data, gebeurd);
  return commandId;
};
const doeAls = (commandId: string, uren: number, type: CommandClass, data: object, gebeurd = uren) =>
  geheugen.poorten[0].opdracht(type, data, {
    ...{ actor: dienstAccounts.demo, commandId, nu: om(uren), geldigOp: om(gebeurd) },
  });

const opname = (uren: number, voorzieningId = eik) => doe(uren, StartOpname, { trajectId, voorzieningId });
const overplaatsing = (uren: number, voorzieningId: string) => doe(uren, PlaatsOver, { trajectId, voorzieningId });
const uitstroom = (uren: number, gebeurd = uren) =>
  doe(uren, MeldUitstroom, { trajectId, bestemming: 'thuis_of_netwerk' }, gebeurd);
const bezet = (uren: number, voorzieningId = eik) => doe(uren, BezetPlek, { trajectId, voorzieningId });
const vrij = (uren: number, voorzieningId = eik) => doe(uren, GeefPlekVrij, { trajectId, voorzieningId });
const reserveer = async (uren: number, voorzieningId = eik, voor = trajectId): Promise<string> =>
  reserveringIdVan(await doe(uren, ReserveerPlek, { voorzieningId, trajectId: voor, geldigTot: om(500) }));
const wijsToe = async (uren: number, voorzieningId = eik): Promise<string> => {
  const reserveringId = await reserveer(uren, voorzieningId);
  await doe(uren, WijsPlekToe, { trajectId, voorzieningId, reserveringId });
  return reserveringId;
};

const feitVan = async (soort: string): Promise<string> =>
  (await geheugen.opslag.log.read(trajectStream(trajectId))).filter(({ type }) => type.includes(soort)).at(-1)!.id;
const trekIn = async (uren: number, soort: string) =>
  doe(uren, trajectCorrectieCommands.TrekFeitIn, { trajectId, vervangt: await feitVan(soort), reden: 'vergissing' });
const corrigeer = async (uren: number, soort: string, velden: object, gebeurdOp: string | null = null) =>
  doe(uren, trajectCorrectieCommands.Corrigeer, {
    ...{ trajectId, vervangt: await feitVan(soort), velden, gebeurdOp, reden: 'vergissing' },
  });

const volg = () => geheugen.volgPlekken();
const aantalEvents = async () => (await geheugen.opslag.store.readAll(LOG_START, Infinity)).length;

/** What a voorziening says about this traject, as it reads now: `bezet 24`, so many hours after the beginning. */
const verhaal = async (voorzieningId = eik): Promise<readonly string[]> => {
  const history = withCorrections(await geheugen.opslag.log.read(voorzieningStream(voorzieningId)));
  return (history as readonly RecordedEvent[])
    .filter(({ type, data }) => /plek-(bezet|vrijgekomen)@/.test(type) && data['trajectId'] === trajectId)
    .map(({ type, geldigOp }) => `${type.split(/[-@]/)[1]} ${(Date.parse(geldigOp) - Date.parse(BEGIN)) / 3_600_000}`);
};
const stand = async (voorzieningId = eik) =>
  fold(voorzieningDecider, (await geheugen.opslag.log.read(voorzieningStream(voorzieningId))) as never)!;
const woontIn = async (): Promise<readonly string[]> => {
  const standen = await Promise.all([eik, linde, beuk].map(stand));
  return standen.filter((een) => een.bezet.includes(trajectId)).map((een) => een.voorzieningId);
};
const gereserveerd = async (voorzieningId = eik) =>
  (await stand(voorzieningId)).reserveringen.map(({ reserveringId }) => reserveringId);

beforeAll(async () => {
  geheugen = await startGeheugen();
});
afterAll(() => geheugen.close());
beforeEach(async () => {
  geheugen.leeg();
  teller = 0;
  for (const naam of ['eik', 'linde', 'beuk']) {
    const groep = { naam, aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
    await doeAls(deriveId(naam), 0, OpenVoorziening, groep);
    const voorzieningId = nieuwVoorzieningId(deriveId(naam));
    await doe(0, OpenPlekken, { voorzieningId, aantal: 2, vanaf: '2026-01-01' });
  }
  const persoon = { bsn: '999990019', naam: 'Sanne Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' };
  await doeAls(deriveId('jeugdige'), 0, RegistreerJeugdige, { ...persoon, gemeente: { code: '0599' } });
  const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  for (const nr of [1, 2]) await doeAls(deriveId('aanmelding', nr), 0, MeldAan, { jeugdigeId, ...aanmelding });
});

describe('a plek that follows the traject', () => {
  it('given a reservation, when the jeugdige is opgenomen, then the plek is taken with it at that moment', async () => {
    const reserveringId = await wijsToe(1);
    await opname(24);
    await volg();
    expect(await verhaal()).toEqual(['bezet 24']);
    const [feit] = (await geheugen.opslag.log.read(voorzieningStream(eik))).filter(({ type }) =>
      type.startsWith('voorziening.plek-bezet@'),
    );
    expect(feit!.data).toMatchObject({ reserveringId, bovenCapaciteit: false });
    expect(await gereserveerd()).toEqual([]);
  });

  it('given a verblijf, when moved and ended, then the plek moves and is free; an onttrekking leaves it', async () => {
    await opname(24);
    await overplaatsing(48, linde);
    await doe(60, MeldOnttrekking, { trajectId });
    await volg();
    expect(await woontIn()).toEqual([linde]);
    await uitstroom(72);
    await volg();
    expect([await verhaal(eik), await verhaal(linde)]).toEqual([
      ['bezet 24', 'vrijgekomen 48'],
      ['bezet 48', 'vrijgekomen 72'],
    ]);
  });

  it('given a verblijf that an onttrekking ended, then the plek is free', async () => {
    await opname(24);
    await doe(48, MeldOnttrekking, { trajectId });
    await doe(500, EindigNaOnttrekking, { trajectId, drempelDagen: 14 });
    await volg();
    expect(await verhaal()).toEqual(['bezet 24', 'vrijgekomen 500']);
  });

  it('given no plek that is open, when somebody is opgenomen, then the plek is taken all the same, and flagged', async () => {
    for (const nr of [7, 8]) await reserveer(1, eik, deriveId('ander', nr));
    await opname(24);
    await volg();
    const history = await geheugen.opslag.log.read(voorzieningStream(eik));
    expect(history.at(-1)).toMatchObject({ type: 'voorziening.plek-bezet@1', data: { bovenCapaciteit: true } });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['followed', async () => undefined],
    ['told by hand too', async () => [await bezet(25), await vrij(49), await bezet(50, linde), await vrij(73, linde)]],
    ['corrected', async () => corrigeer(80, 'opname-gestart', { voorzieningId: beuk })],
    ['taken back at its end', async () => trekIn(80, 'uitstroom-gerealiseerd')],
  ])('given a verblijf that was %s, when the log is read again, then nothing is added', async (_, daarna) => {
    await wijsToe(1);
    await opname(24);
    await overplaatsing(48, linde);
    await uitstroom(72);
    await daarna();
    await volg();
    const aantal = await aantalEvents();
    await volg();
    expect(await aantalEvents()).toBe(aantal);
  });
});

describe('a plek that somebody tells by hand', () => {
  it('given that it was told before the traject told it, or after, then it stands once', async () => {
    await bezet(23);
    await opname(24);
    await volg();
    await bezet(25);
    await vrij(47);
    await uitstroom(48);
    await volg();
    await vrij(49);
    expect(await verhaal()).toEqual(['bezet 23', 'vrijgekomen 47']);
  });

  it('given a whole verblijf told by hand while the follower was behind, then nothing is added', async () => {
    await opname(24);
    await bezet(25);
    await overplaatsing(48, linde);
    await vrij(49);
    await bezet(49, linde);
    await uitstroom(72);
    await vrij(73, linde);
    const aantal = await aantalEvents();
    await volg();
    expect(await aantalEvents()).toBe(aantal);
  });

  it('given a return that was told before the traject told it, then the earlier leaving does not free that plek', async () => {
    await opname(24);
    await bezet(24);
    await overplaatsing(48, linde);
    await vrij(48);
    await bezet(72);
    await volg();
    expect(await verhaal()).toEqual(['bezet 24', 'vrijgekomen 48', 'bezet 72']);
    await overplaatsing(72, eik);
    await volg();
    expect(await woontIn()).toEqual([eik]);
  });

  it('given a plek that was told by mistake and given back before the opname, then the opname takes one', async () => {
    await bezet(1);
    await vrij(2);
    await opname(24);
    await volg();
    expect(await verhaal()).toEqual(['bezet 1', 'vrijgekomen 2', 'bezet 24']);
  });

  it('given a plek that was told late, when an earlier end is told, then it is free', async () => {
    await opname(24);
    await bezet(40);
    await uitstroom(48, 36);
    await volg();
    expect(await woontIn()).toEqual([]);
  });

  it('given a whole verblijf told by hand between what the follower read and what it tells, then nothing is added', async () => {
    await opname(24);
    await bezet(25);
    const history = await geheugen.opslag.log.readSealed(trajectStream(trajectId));
    let isVrijVerteld = false;
    const opdracht: Poort['opdracht'] = async (...gegeven) => {
      if (!isVrijVerteld) await vrij(49);
      isVrijVerteld = true;
      return geheugen.poorten[0].opdracht(...gegeven);
    };
    const follower = new PlekVolgtTraject({ opdracht } as Poort, geheugen.opslag.log, undefined as never);
    await follower.volgPlek(history.at(-1)!, history);
    expect(isVrijVerteld).toBe(true);
    expect(await verhaal()).toEqual(['bezet 25', 'vrijgekomen 49']);
  });

  it('given a plek that was told by hand, when the opname is withdrawn, then it is free from then on', async () => {
    await bezet(23);
    await opname(24);
    await trekIn(30, 'opname-gestart');
    await volg();
    expect(await verhaal()).toEqual(['bezet 23', 'vrijgekomen 30']);
  });
});

describe('corrections of the traject', () => {
  it('given an opname that is withdrawn, then nobody ever lived there, and the reservation stands again', async () => {
    const reserveringId = await wijsToe(1);
    await opname(24);
    await volg();
    await trekIn(30, 'opname-gestart');
    await volg();
    expect(await verhaal()).toEqual([]);
    expect(await gereserveerd()).toEqual([reserveringId]);
    await opname(31);
    await volg();
    expect(await verhaal()).toEqual(['bezet 31']);
  });

  it('given an opname with another moment, then the plek was taken then', async () => {
    await opname(24);
    await volg();
    await corrigeer(30, 'opname-gestart', {}, om(20));
    await volg();
    expect(await verhaal()).toEqual(['bezet 20']);
  });

  it('given an opname in another voorziening, then that one had the jeugdige, up to the overplaatsing', async () => {
    await opname(24);
    await overplaatsing(48, linde);
    await volg();
    await corrigeer(50, 'opname-gestart', { voorzieningId: beuk });
    await volg();
    expect([await verhaal(eik), await verhaal(beuk), await verhaal(linde)]).toEqual([
      [],
      ['bezet 24', 'vrijgekomen 48'],
      ['bezet 48'],
    ]);
  });

  it('given an opname that was elsewhere after all, then the plek that was assigned is not kept any more', async () => {
    await wijsToe(1);
    await opname(24);
    await volg();
    await corrigeer(50, 'opname-gestart', { voorzieningId: beuk });
    await volg();
    expect([await verhaal(eik), await verhaal(beuk), await gereserveerd()]).toEqual([[], ['bezet 24'], []]);
  });

  it('given an end that is withdrawn, then the plek was never left', async () => {
    await opname(24);
    await uitstroom(48);
    await volg();
    await trekIn(50, 'uitstroom-gerealiseerd');
    await volg();
    expect(await verhaal()).toEqual(['bezet 24']);
  });

  it('given an end told by hand too, when it is withdrawn, then there is a plek again from then on', async () => {
    await opname(24);
    await volg();
    await vrij(47);
    await uitstroom(48);
    await volg();
    await trekIn(50, 'uitstroom-gerealiseerd');
    await volg();
    expect(await verhaal()).toEqual(['bezet 24', 'vrijgekomen 47', 'bezet 50']);
  });
});

describe('a reservation that is not needed any more', () => {
  it('given an aanmelding that is withdrawn, then every plek that was kept for it is free, and no other', async () => {
    await wijsToe(1);
    await reserveer(2, linde);
    const vanAnder = await reserveer(2, linde, trajectVan(2));
    await doe(3, TrekAanmeldingIn, { trajectId, reden: 'andere hulp' });
    await volg();
    expect([await gereserveerd(eik), await gereserveerd(linde)]).toEqual([[], [vanAnder]]);
  });

  it('given one that was made after the end, then it stays until its own last moment', async () => {
    await doe(3, TrekAanmeldingIn, { trajectId, reden: 'andere hulp' });
    const later = await reserveer(4);
    await volg();
    expect(await gereserveerd()).toEqual([later]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['help without opname that ended', async () => doe(30, BeeindigVariant, { trajectId, reden: 'doelen_bereikt' })],
    ['another plek that was assigned', async () => wijsToe(30, linde)],
    ['an opname elsewhere', async () => opname(30, beuk)],
    ['a toewijzing that was withdrawn', async () => trekIn(30, 'plek-toegewezen')],
  ])('given %s, then the plek that was assigned first is free', async (_, gebeurt) => {
    await doe(1, StartVariant, { trajectId, variant: 'ambulant', aanbieder: 'aanbieder-demo', machtigingId: null });
    const eerste = await wijsToe(2);
    await volg();
    expect(await gereserveerd()).toEqual([eerste]);
    await gebeurt();
    await volg();
    expect(await gereserveerd()).toEqual([]);
  });

  it('given an opname in one place, then a plek that is kept elsewhere for a later overplaatsing stays', async () => {
    await wijsToe(1);
    const volgende = await reserveer(2, linde);
    await opname(24);
    await volg();
    expect(await gereserveerd(linde)).toEqual([volgende]);
    await uitstroom(48);
    await volg();
    expect(await gereserveerd(linde)).toEqual([]);
  });
});
