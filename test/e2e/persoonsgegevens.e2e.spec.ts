import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ExportedKey, type KeyStore, LOG_START, type RecordedEvent } from '@regielijn/event-store';
import { VERNIETIGD } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { verify } from '../../apps/cli/src/verify/verify.js';
import {
  type DossierMetTekst,
  gelukt,
  inDocument,
  inDossier,
  inVoorziening,
  legDossierAan,
  persoon,
  registratie,
} from '../kit/dossier-met-tekst.js';
import { type Answer, type Client, idempotencyKey, startTestApi, type TestApi } from '../kit/engine.js';
import { inOpschaling } from '../kit/opschaling-met-tekst.js';
import { inReview } from '../kit/review-met-tekst.js';
import { disguisesOf, leaksIn } from '../kit/sentinels.js';
import { inTermijn } from '../kit/termijn-met-tekst.js';
import { inTerugkeer } from '../kit/terugkeer-met-tekst.js';
import { dumpTables, exportText, serverIsOurs, serverLogSince, serverLogSize } from '../kit/vindplaatsen.js';

/** What was refused may be kept nowhere either. */
const geweigerd = { verkeerdBsn: '999993502', geweigerdeTekst: 'Zij liep weg met buurjongen Sybren' };
/** The terms of getting eighteen may know the quarter, and no more. */
const geboortemaand = persoon.geboortedatum.slice(0, 7);
const SENTINELS = {
  ...{ ...inDossier, geboortemaand, ...inDocument, ...inReview, ...inVoorziening },
  ...{ ...inTermijn, ...inOpschaling, ...inTerugkeer, ...geweigerd },
};

jest.setTimeout(30_000);

let api: TestApi;
let dienst: Client;
let gi: Client;
let dossier: DossierMetTekst;
let serverLogBefore = 0n;

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
  gi = api.as('jeugdbeschermer');
  if (serverIsOurs) serverLogBefore = await serverLogSize(api.engine);
  dossier = await legDossierAan(api);
}, 60_000);
afterAll(() => api.close(), 60_000);

/** Asserts the refusal, and that nothing in it says who it is about. */
const refused = async (answer: Promise<Answer>, ...codes: readonly string[]): Promise<void> => {
  const { body, headers } = await answer;
  expect(codes).toContain(body.code);
  expect(leaksIn(JSON.stringify({ body, headers }), SENTINELS)).toEqual([]);
};

const reden = geweigerd.geweigerdeTekst;
const perspectief = { levensgebied: 'wonen', perspectief: reden, metJeugdige: false };
const corrigeer = (vervangt: string, velden: object): Promise<Answer> =>
  dienst.post(`${dossier.jeugdige}/correcties`, { vervangt, velden, reden });
const registreer = (velden: object = {}): Promise<Answer> =>
  dienst.post('/v1/jeugdigen', { ...registratie, ...velden });

const controle = () => verify(api.engine, () => undefined);
const events = (): Promise<readonly RecordedEvent[]> => api.engine.store.readAll(LOG_START, 100_000);

describe('the search for sentinels', () => {
  it.each(disguisesOf(inDossier.naam))('finds a name that lies somewhere %s', (_, disguise) => {
    expect(leaksIn(`x${disguise}y`, { naam: inDossier.naam })).not.toEqual([]);
  });

  it.each([0, 1, 2])('finds a name in base64 of a longer text, %d bytes from its beginning', (before) => {
    const encoded = Buffer.from(`${'-'.repeat(before)}${inDossier.naam}, en meer`).toString('base64');
    expect(leaksIn(encoded, inDossier)).toContain('naam (base64)');
  });
});

describe('given a dossier with text in every personal field', () => {
  it('then no personal field of the event catalogue was left empty', async () => {
    const { catalogue } = api.engine.log;
    const fieldsOf = (type: string): string[] => [...catalogue.known(type).personal.keys()];
    // A type of which there is a next version is written no more.
    const written = catalogue.definitions.filter(({ type }) => catalogue.upcast(type, {}).type === type);
    const all = written.flatMap(({ type }) => fieldsOf(type).map((field) => `${type} ${field}`));
    const filled = (await events()).flatMap(({ type, data }) =>
      fieldsOf(type).flatMap((field) => (typeof data[field] === 'string' ? [`${type} ${field}`] : [])),
    );
    expect(all.filter((field) => !filled.includes(field))).toEqual([]);
  });

  it('when somebody who may reads it, then every word is there', async () => {
    const { body } = await gi.get(dossier.jeugdige);
    expect(body.persoon).toMatchObject({ ...persoon, naam: inDossier.nieuweNaam });
    expect((await gi.post('/v1/jeugdigen/zoekopdrachten', { bsn: inDossier.bsn })).body.jeugdigen).toHaveLength(1);
    const tijdlijn = JSON.stringify((await gi.get(`${dossier.jeugdige}/tijdlijn?aantal=200`)).body);
    expect(Object.values(inDossier).filter((text) => !tijdlijn.includes(text))).toEqual([]);
    const documenten = JSON.stringify((await gi.get(`${dossier.jeugdige}/documenten`)).body);
    expect(documenten).toContain(inDocument.nieuweTitel);
    const termijnen = JSON.stringify((await gi.get(`/v1/termijnen?jeugdigeId=${dossier.jeugdigeId}`)).body);
    expect(termijnen).toContain(inTermijn.redenPauze);
    const [{ opschalingId }] = (await gi.get(`/v1/opschalingen?jeugdigeId=${dossier.jeugdigeId}&trede=expertteam`))
      .body;
    const opschaling = JSON.stringify((await gi.get(`/v1/opschalingen/${opschalingId}`)).body);
    expect(opschaling).toContain(inOpschaling.antwoordOpschaling);
    const terugkeer = JSON.stringify((await gi.get(dossier.traject.replace('trajecten', 'terugkeren'))).body);
    expect(terugkeer).toContain(inTerugkeer.toelichtingGebied);
  });

  it.each<[code: string, ask: () => Promise<Answer>]>([
    ['BSN_AL_BEKEND', () => registreer()],
    ['ONGELDIGE_INVOER', () => registreer({ bsn: geweigerd.verkeerdBsn })],
    ['ONGELDIGE_INVOER', () => registreer({ naam: persoon.naam.repeat(20) })],
    ['ONGELDIGE_INVOER', () => registreer({ geslacht: persoon.naam })],
    ['ONGELDIGE_INVOER', () => registreer({ roepnaam: persoon.naam })],
    ['ONGELDIGE_INVOER', () => gi.get(`/v1/jeugdigen/${encodeURIComponent(persoon.naam)}`)],
    ['ONGELDIGE_INVOER', () => dienst.post('/v1/jeugdigen', registratie, { 'idempotency-key': persoon.naam })],
    [
      'ONGELDIGE_INVOER',
      () => dienst.post('/v1/jeugdigen', `{"naam": "${persoon.naam}`, { 'content-type': 'application/json' }),
    ],
    ['ONGELDIGE_INVOER', () => gi.post('/v1/jeugdigen/zoekopdrachten', { bsn: geweigerd.verkeerdBsn })],
    ['ONGELDIGE_INVOER', () => gi.get(`/v1/jeugdigen?bsn=${registratie.bsn}`)],
    ['GEEN_TOEGANG', () => api.as('regiosturing').post('/v1/jeugdigen/zoekopdrachten', { bsn: registratie.bsn })],
    ['GEEN_TOEGANG', () => api.as('regiosturing').post('/v1/jeugdigen', registratie)],
    [
      'OVERDRACHT_NIET_OPEN',
      () => gi.post(`${dossier.jeugdige}/regieoverdrachten/${dossier.jeugdigeId}/weigering`, { reden }),
    ],
    ['CORRECTIE_ONGELDIG', () => corrigeer(dossier.registratie, { geboortedatum: persoon.naam })],
    ['CORRECTIE_ONGELDIG', () => corrigeer(dossier.registratie, { bsn: geweigerd.verkeerdBsn })],
    ['VELD_LIGT_VAST', () => corrigeer(dossier.registratie, { jeugdigeId: persoon.naam })],
    ['FEIT_ONBEKEND', () => corrigeer(dossier.perspectief, { naam: persoon.naam })],
    ['VERSIE_VEROUDERD', () => dienst.post(`${dossier.traject}/perspectieven`, perspectief, { 'if-match': '"0"' })],
    ['NIET_GEVONDEN', () => dienst.post(`/v1/trajecten/${dossier.jeugdigeId}/perspectieven`, perspectief)],
  ])('when a command with text about a person is refused (%s), then the answer repeats nothing', async (code, ask) =>
    refused(ask(), code),
  );

  it('when one key comes with two bodies, then neither is repeated', async () => {
    const key = idempotencyKey();
    await gelukt(dienst.post(`${dossier.traject}/perspectieven`, { ...perspectief, perspectief: 'Naar huis' }, key));
    const again = dienst.post(`${dossier.traject}/perspectieven`, perspectief, key);
    await refused(again, 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT');
  });

  it('when something breaks that quotes a person, then neither the answer nor the lines of the process do', async () => {
    const { keys } = api.engine;
    const claimBsn: KeyStore['claimBsn'] = (_, bsn) => Promise.reject(new TypeError(`cannot read ${bsn}`));
    const holdersOf: KeyStore['holdersOf'] = (bsns) => Promise.reject(new TypeError(`cannot find ${bsns.join()}`));
    Object.assign(keys, { claimBsn, holdersOf });
    try {
      await refused(registreer(), 'INTERNE_FOUT');
      await refused(gi.post('/v1/jeugdigen/zoekopdrachten', { bsn: registratie.bsn }), 'INTERNE_FOUT');
    } finally {
      delete (keys as Partial<KeyStore>).claimBsn;
      delete (keys as Partial<KeyStore>).holdersOf;
    }
    expect(api.lines.join('\n')).toContain('INTERNE_FOUT: TypeError');
    expect(leaksIn(api.lines.join('\n'), SENTINELS)).toEqual([]);
  });

  it('then the log of a server process, with a line for each of these requests, holds none of it', () => {
    const lines = api.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'verzoek mislukt', code: 'INTERNE_FOUT', what: 'TypeError', level: 'error' }),
    );
    const gevraagd = { msg: 'verzoek', route: '/v1/jeugdigen/:jeugdigeId', status: 400, code: 'ONGELDIGE_INVOER' };
    expect(lines).toContainEqual(expect.objectContaining(gevraagd));
    expect(lines.filter(({ msg }) => msg === 'verzoek').length).toBeGreaterThan(50);
    expect(leaksIn(api.log.join('\n'), SENTINELS)).toEqual([]);
  });

  it('then no table of the database holds any of it', async () => {
    const dump = await dumpTables(api.engine);
    for (const table of [
      'log.event',
      'documenten.inhoud',
      'sleutels.bsn_claim',
      'lm.jeugdige',
      'lm.traject',
      'projecties.generatie',
    ])
      expect(dump.get(table)).toBeTruthy();
    const leaks = [...dump].flatMap(([table, text]) => leaksIn(text, SENTINELS).map((leak) => `${table}: ${leak}`));
    expect(leaks).toEqual([]);
  });

  it('then the export holds none of it', async () => {
    const text = await exportText(api.engine);
    expect(text).toContain(dossier.jeugdigeId);
    expect(leaksIn(text, SENTINELS)).toEqual([]);
  });

  if (serverIsOurs)
    it('then the log of the database server holds none of it, also where it quotes a claim', async () => {
      const twice = 'insert into sleutels.bsn_claim select * from sleutels.bsn_claim';
      await expect(api.engine.pool.query(twice)).rejects.toMatchObject({ code: '23505' });
      const log = await serverLogSince(api.engine, serverLogBefore);
      expect(log).toContain('Key (claim)=');
      expect(leaksIn(log, SENTINELS)).toEqual([]);
    });
});

describe('given that dossier, closed and its key destroyed', () => {
  const monitor = async (): Promise<unknown[]> => {
    const vragen = ['plaatsingen?jaar=2026', 'plaatsingen?jaar=2026&definitie=jzn', 'bezetting?jaar=2026'];
    return Promise.all(vragen.map((vraag) => gelukt(dienst.get(`/v1/monitor/${vraag}`))));
  };
  let monitorVooraf: unknown[];
  let controleVooraf: Awaited<ReturnType<typeof controle>>;
  /** Messages that nobody got yet: each is closed. */
  let wachtendeBerichten: number;
  const vernietig = (client: Client): Promise<Answer> =>
    client.post(`${dossier.jeugdige}/vernietiging`, { grond: 'verzoek_betrokkene' });

  beforeAll(async () => {
    const levensgebieden = [{ levensgebied: 'wonen', nodig: false }];
    await gelukt(dienst.post(`${dossier.traject}/nazorgplan`, { levensgebieden }));
    await gelukt(dienst.post(`${dossier.traject}/afsluiting`));
    await gelukt(dienst.post(`${dossier.jeugdige}/sluiting`));
    await api.settle();
    monitorVooraf = await monitor();
    controleVooraf = await controle();
    const wacht = await api.engine.pool.query('select from lm.bericht where dossier_id = $1 and status = $2', [
      ...[dossier.jeugdigeId, 'nieuw'],
    ]);
    wachtendeBerichten = wacht.rowCount!;
    await refused(vernietig(gi), 'GEEN_TOEGANG');
    await gelukt(vernietig(api.as('beheer')));
    await api.settle();
  }, 60_000);

  it('then who reads it finds that it was destroyed, and nothing of what it said', async () => {
    const { body } = await gi.get(dossier.jeugdige);
    const [naam, bsn, geboortedatum] = [VERNIETIGD, VERNIETIGD, VERNIETIGD];
    expect(body).toMatchObject({ persoon: { naam, bsn, geboortedatum }, regie: { status: 'vernietigd' } });
    const tijdlijn = JSON.stringify((await gi.get(`${dossier.jeugdige}/tijdlijn?aantal=200`)).body);
    expect(tijdlijn).toContain(VERNIETIGD);
    const documenten = JSON.stringify((await gi.get(`${dossier.jeugdige}/documenten`)).body);
    expect(documenten).toContain(VERNIETIGD);
    const bestand = await gi.get(`${dossier.document}/versies/1/inhoud`);
    expect(bestand).toMatchObject({ status: 410, body: { code: 'DOSSIER_VERNIETIGD' } });
    expect(leaksIn([JSON.stringify([body, bestand]), tijdlijn, documenten].join(), SENTINELS)).toEqual([]);
  });

  it('then the key store has neither its key nor its BSN claim, for an export of keys either', async () => {
    const exported: ExportedKey[] = [];
    for await (const key of api.engine.keys.exportKeys()) exported.push(key);
    expect(exported).toContainEqual({ id: dossier.jeugdigeId, key: null, bsnClaims: [] });
    expect(await api.engine.keys.claimedIds()).toEqual([]);
  });

  it('then the monitor answers what it did before', async () => {
    expect(monitorVooraf[0]).toMatchObject({ totaal: 1, perRegio: { Rijnmond: 1 } });
    expect(await monitor()).toEqual(monitorVooraf);
  });

  it('then verify answers good, and the same: but for one event more, a message that waits no more, one claim less, and its terms', async () => {
    const claims = 'elke jeugdige houdt de claim op het eigen bsn';
    const verschil: Record<string, number> = {
      ...{ 'logboek zonder gaten': 1 + wachtendeBerichten, [claims]: -1 },
      'van elk vernietigd dossier is de sleutel weg': 1,
      // The ledger of terms lets go of it: a quarter of birth stood there in the clear.
      'leesmodellen gelijk aan opbouw vanaf nul': -1,
    };
    const controles = controleVooraf.controles.map((regel) => ({
      ...regel,
      geteld: regel.geteld + (verschil[regel.naam] ?? 0),
    }));
    expect(controleVooraf.goed).toBe(true);
    expect(wachtendeBerichten).toBeGreaterThan(0);
    const events = controleVooraf.events + 1 + wachtendeBerichten;
    expect(await controle()).toEqual({ goed: true, events, controles });
  });

  it('when the read models are rebuilt from zero, then they hold none of it, and monitor and verify answer the same', async () => {
    const controleErvoor = await controle();
    await api.engine.projections.rebuild();
    const dump = [...(await dumpTables(api.engine)).values()].join('\n');
    expect(leaksIn(dump, SENTINELS)).toEqual([]);
    expect(await monitor()).toEqual(monitorVooraf);
    expect(await controle()).toEqual(controleErvoor);
  });

  const aan = { soort: 'GI', organisatie: 'gi-andere' };
  const nazorgplan = { levensgebieden: [{ levensgebied: 'wonen', nodig: false }] };
  const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
  const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  const metId = (body: object) => ({ ...body, jeugdigeId: dossier.jeugdigeId });
  const intrekking = () => ({ vervangt: dossier.perspectief, reden });

  it.each<[what: string, ask: () => Promise<Answer>]>([
    [
      'a handover',
      () => dienst.post(`${dossier.jeugdige}/regieoverdrachten`, { aan, geldigTot: '2099-01-01T00:00:00Z' }),
    ],
    ['that it is open again', () => dienst.post(`${dossier.jeugdige}/heropening`)],
    ['another name', () => corrigeer(dossier.registratie, { naam: 'Iemand Anders' })],
    ['another regio, which was never personal', () => corrigeer(dossier.registratie, { regio: 'haaglanden' })],
    ['that a perspectief never was', () => dienst.post(`${dossier.traject}/intrekkingen`, intrekking())],
    ['a perspectief', () => dienst.post(`${dossier.traject}/perspectieven`, perspectief)],
    ['a nazorgplan, where nothing is personal', () => dienst.post(`${dossier.traject}/nazorgplan`, nazorgplan)],
    ['the end of the machtiging', () => dienst.post(`${dossier.machtiging}/einde`, { grond: 'uitstroom' })],
    ['a new machtiging', () => dienst.post('/v1/machtigingen/ingediende-verzoeken', metId(verzoek))],
    ['a new traject', () => dienst.post('/v1/trajecten', metId(aanmelding))],
    [
      'a new version of a document',
      () =>
        dienst.post(`${dossier.document}/versies`, {
          ...{ titel: reden, mediatype: 'application/pdf', inhoud: Buffer.from('%PDF-1.7').toString('base64') },
        }),
    ],
  ])('when somebody still records %s, then that is refused and the log stays as it was', async (_, ask) => {
    const before = await events();
    expect((await ask()).status).toBe(410);
    await refused(ask(), 'DOSSIER_VERNIETIGD');
    expect(await events()).toEqual(before);
  });

  it('when the vernietiging is asked once more, then there is nothing left to do', async () => {
    expect(await gelukt(vernietig(api.as('beheer')))).toMatchObject({ gebeurtenissen: [] });
  });

  it('when the same BSN is registered again, then it becomes another dossier', async () => {
    const { id, positie } = await gelukt(registreer());
    expect(id).not.toBe(dossier.jeugdigeId);
    expect((await gi.get(`/v1/jeugdigen/${id}`, { 'lees-na': positie })).body.persoon).toMatchObject(persoon);
    await api.settle();
    expect(await controle()).toMatchObject({ goed: true });
  });
});

describe('twenty registrations of one BSN at the same time', () => {
  it('then one becomes a dossier, nineteen hear that there is one, and verify answers good', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => registreer({ bsn: '999993628' })));
    const outcomes = answers.map(({ status, body }) => `${status} ${body.code ?? 'geregistreerd'}`).sort();
    expect(outcomes).toEqual(['201 geregistreerd', ...Array<string>(19).fill('409 BSN_AL_BEKEND')]);
    await api.settle();
    expect(await controle()).toMatchObject({ goed: true });
  });
});
