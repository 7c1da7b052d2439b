import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExportedKey } from '@regielijn/event-store';
import { VERNIETIGD } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { type Answer, type Client, idempotencyKey, startTestApi, type TestApi } from '../kit/engine.js';
import { disguisesOf, leaksIn } from '../kit/sentinels.js';
import { databaseServerLog, dumpTables, exportText } from '../kit/vindplaatsen.js';

/** What stands in the personal fields of one dossier. */
const persoon = { bsn: '999993501', naam: 'Zwaantje Schildwacht', geboortedatum: '2010-11-23' };
const inDossier = {
  ...persoon,
  nieuweNaam: 'Zwaantje van Dwaalgast',
  redenNaam: 'Roepnaam stond verkeerd op het paspoort van moeder',
  toelichting: 'Haar broer weet dat zij is aangemeld',
  redenWeiging: 'Wij kennen haar oom uit een ander onderzoek',
  redenTerug: 'Zij wil eerst met oma Truida praten',
  perspectief: 'Zij gaat na de zomer bij tante Wiesje wonen',
  nieuwPerspectief: 'Zij gaat na de herfst bij tante Lobke wonen',
  redenPerspectief: 'Tante Wiesje verhuist naar het buitenland',
  ingetrokkenPerspectief: 'Zij wordt leerling bij bakkerij Korenaar',
  redenIntrekking: 'Bakkerij Korenaar had het over haar nichtje',
  redenOverplaatsing: 'Zij slaapt slecht naast kamergenoot Fleurtje',
  redenMachtiging: 'De griffier las de datum voor van haar zusje',
};
/** Free text that belongs to no dossier, and what was refused, so that nothing may keep it. */
const elders = { redenVoorziening: 'Begeleider Joris is langdurig ziek' };
const geweigerd = { verkeerdBsn: '999993502', geweigerdeTekst: 'Zij liep weg met buurjongen Sybren' };
const SENTINELS = { ...inDossier, ...elders, ...geweigerd };

let api: TestApi;
let dienst: Client;
let gi: Client;

beforeAll(async () => {
  api = await startTestApi();
  dienst = api.client(dienstAccounts.demo);
  gi = api.as('jeugdbeschermer');
}, 60_000);
afterAll(() => api.close(), 60_000);

const done = async (answer: Promise<Answer>): Promise<any> => {
  const { status, body } = await answer;
  if (status > 201) throw new Error(`${status} ${body.code}: ${body.detail}`);
  return body;
};

/** Asserts the refusal, and that nothing in it says who it is about. */
const refused = async (answer: Promise<Answer>, code: string): Promise<void> => {
  const { body, headers } = await answer;
  expect(body.code).toBe(code);
  expect(leaksIn(JSON.stringify({ body, headers }), SENTINELS)).toEqual([]);
};

const registratie = { ...persoon, geslacht: 'vrouw', gemeente: { code: '0599' } };
const ids = { jeugdige: '', machtiging: '', traject: '', voorziening: '', verder: '' };
const feiten = { registratie: '', perspectief: '' };
const dossier = (): string => `/v1/jeugdigen/${ids.jeugdige}`;
const traject = (): string => `/v1/trajecten/${ids.traject}`;
const machtiging = (): string => `/v1/machtigingen/${ids.machtiging}`;

const opneming = async (): Promise<void> => {
  const groep = { naam: 'Groep', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'crisisgroep' };
  for (const welke of ['voorziening', 'verder'] as const)
    ids[welke] = (await done(dienst.post('/v1/voorzieningen', { ...groep, naam: `Groep ${welke}` }))).id;
  const plekken = `/v1/voorzieningen/${ids.voorziening}`;
  const geopend = await done(dienst.post(`${plekken}/openingen`, { aantal: 1, vanaf: '2026-01-01' }));
  const { redenVoorziening: reden } = elders;
  const vervangt = geopend.gebeurtenissen[0];
  await done(dienst.post(`${plekken}/correcties`, { vervangt, velden: { aantal: 2 }, reden }));
  const machtigingId = ids.machtiging;
  const opname = { voorzieningId: ids.voorziening, machtigingId, geldigOp: '2026-01-09T22:15:00+01:00' };
  await done(dienst.post(`${traject()}/opname`, opname));
  const overplaatsing = { voorzieningId: ids.verder, reden: inDossier.redenOverplaatsing };
  await done(dienst.post(`${traject()}/overplaatsingen`, overplaatsing));
};

const machtigen = async (): Promise<void> => {
  const jeugdigeId = ids.jeugdige;
  const verzoek = { jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
  ids.machtiging = (await done(dienst.post('/v1/machtigingen', { ...verzoek, geldigOp: '2026-01-06T09:00:00Z' }))).id;
  const geldig = { beschikkingOp: '2026-01-08', geldigVan: '2026-01-08', geldigTot: '2026-07-08' };
  const verleend = await done(dienst.post(`${machtiging()}/beschikking`, { uitkomst: 'verleend', ...geldig }));
  const vervangt = verleend.gebeurtenissen[0];
  const reden = inDossier.redenMachtiging;
  await done(dienst.post(`${machtiging()}/correcties`, { vervangt, velden: { geldigTot: '2026-06-08' }, reden }));
};

/** One handover offer turned down, one taken back, one accepted. */
const overdragen = async (): Promise<void> => {
  const { toelichting, redenWeiging, redenTerug } = inDossier;
  const aanbod = { aan: { soort: 'GI', organisatie: 'gi-jb-west' }, geldigTot: '2099-01-01T00:00:00Z', toelichting };
  const bied = async (): Promise<string> => {
    const { id } = await done(dienst.post(`${dossier()}/regieoverdrachten`, aanbod));
    return `${dossier()}/regieoverdrachten/${id}`;
  };
  await done(gi.post(`${await bied()}/weigering`, { reden: redenWeiging }));
  await done(dienst.post(`${await bied()}/intrekking`, { reden: redenTerug }));
  await done(gi.post(`${await bied()}/aanvaarding`, { medewerker: 'jb-017' }));
};

const perspectieven = async (): Promise<void> => {
  const stel = async (perspectief: string): Promise<string> => {
    const body = { levensgebied: 'wonen', perspectief, metJeugdige: true };
    return (await done(dienst.post(`${traject()}/perspectieven`, body))).gebeurtenissen[0];
  };
  feiten.perspectief = await stel(inDossier.perspectief);
  const velden = { perspectief: inDossier.nieuwPerspectief };
  const correctie = { vervangt: feiten.perspectief, velden, reden: inDossier.redenPerspectief };
  await done(dienst.post(`${traject()}/correcties`, correctie));
  const vervangt = await stel(inDossier.ingetrokkenPerspectief);
  await done(dienst.post(`${traject()}/intrekkingen`, { vervangt, reden: inDossier.redenIntrekking }));
};

/** The thin line until the nazorg, with text in every personal field there is, corrections and a withdrawal. */
beforeAll(async () => {
  const geldigOp = '2026-01-05T09:00:00Z';
  const geregistreerd = await done(dienst.post('/v1/jeugdigen', { ...registratie, geldigOp }));
  ids.jeugdige = geregistreerd.id;
  feiten.registratie = geregistreerd.gebeurtenissen[0];
  const velden = { naam: inDossier.nieuweNaam };
  const correctie = { vervangt: feiten.registratie, velden, reden: inDossier.redenNaam };
  await done(dienst.post(`${dossier()}/correcties`, correctie));
  await machtigen();
  await overdragen();
  const aanmelding = { jeugdigeId: ids.jeugdige, urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis' };
  const gemeld = { ...aanmelding, aanmelder: 'gi-jb-west', geldigOp: '2026-01-08T11:00:00Z' };
  ids.traject = (await done(dienst.post('/v1/trajecten', gemeld))).id;
  await opneming();
  await perspectieven();
  await done(dienst.post(`${traject()}/uitstroom`, { bestemming: 'thuis_of_netwerk' }));
  await api.settle();
  await normGetoetst();
}, 60_000);

/** The follower that assesses norm O1 records its own events; what is counted later must not depend on when. */
const normGetoetst = async (): Promise<void> => {
  for (let n = 0; n < 200; n += 1) {
    const { body } = await gi.get(`${traject()}/normtoetsen`);
    if (body.length > 0) return api.settle();
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('norm O1 was not assessed within 10 s');
};

const tablesAsText = async (): Promise<string> => [...(await dumpTables(api.engine)).values()].join('\n');

describe('the search for sentinels', () => {
  it.each(disguisesOf(inDossier.naam))('finds a name that lies somewhere %s', (_, disguise) => {
    expect(leaksIn(`x${disguise}y`, { naam: inDossier.naam })).not.toEqual([]);
  });

  it.each([0, 1, 2])('finds a name in base64 of a longer text, %d bytes from its beginning', (before) => {
    const encoded = Buffer.from(`${'-'.repeat(before)}${inDossier.naam}, en meer`).toString('base64');
    expect(leaksIn(encoded, inDossier)).toEqual(['naam (base64)', 'naam (base64url)']);
  });
});

describe('given a dossier with text in every personal field', () => {
  it('when somebody who may reads it, then every word is there', async () => {
    const { body } = await gi.get(dossier());
    expect(body.persoon).toMatchObject({ ...persoon, naam: inDossier.nieuweNaam });
    const tijdlijn = JSON.stringify((await gi.get(`${dossier()}/tijdlijn`)).body);
    expect(Object.entries(inDossier).filter(([, text]) => !tijdlijn.includes(text))).toEqual([]);
  });

  it.each<[string, () => Promise<Answer>]>([
    ['BSN_AL_BEKEND', () => dienst.post('/v1/jeugdigen', registratie)],
    ['ONGELDIGE_INVOER', () => dienst.post('/v1/jeugdigen', { ...registratie, bsn: geweigerd.verkeerdBsn })],
    ['ONGELDIGE_INVOER', () => dienst.post('/v1/jeugdigen', { ...registratie, naam: persoon.naam.repeat(20) })],
    ['ONGELDIGE_INVOER', () => dienst.post('/v1/jeugdigen', { ...registratie, geslacht: persoon.naam })],
    ['ONGELDIGE_INVOER', () => dienst.post('/v1/jeugdigen', { ...registratie, roepnaam: persoon.naam })],
    ['ONGELDIGE_INVOER', () => gi.get(`/v1/jeugdigen/${encodeURIComponent(persoon.naam)}`)],
    ['ONGELDIGE_INVOER', () => dienst.post('/v1/jeugdigen', `{"naam": "${persoon.naam}`, json)],
    ['ONGELDIGE_INVOER', () => dienst.post('/v1/jeugdigen', registratie, { 'idempotency-key': persoon.naam })],
    ['GEEN_TOEGANG', () => api.as('regiosturing').post('/v1/jeugdigen', registratie)],
    ['OVERDRACHT_NIET_OPEN', () => gi.post(`${dossier()}/regieoverdrachten/${ids.traject}/weigering`, tekst)],
    ['CORRECTIE_ONGELDIG', () => corrigeer(feiten.registratie, { bsn: geweigerd.verkeerdBsn })],
    ['VELD_LIGT_VAST', () => corrigeer(feiten.registratie, { jeugdigeId: persoon.naam })],
    ['FEIT_ONBEKEND', () => corrigeer(ids.traject, { naam: persoon.naam })],
    ['VERSIE_VEROUDERD', () => dienst.post(`${traject()}/perspectieven`, perspectief(), { 'if-match': '"0"' })],
    ['NIET_GEVONDEN', () => dienst.post(`/v1/trajecten/${ids.jeugdige}/perspectieven`, perspectief())],
  ])('when a command with text about a person is refused (%s), then the answer does not repeat it', async (code, ask) =>
    refused(ask(), code),
  );

  it('when one key comes with two bodies, then neither is repeated', async () => {
    const key = idempotencyKey();
    await done(dienst.post(`${traject()}/perspectieven`, perspectief(inDossier.perspectief), key));
    await refused(dienst.post(`${traject()}/perspectieven`, perspectief(), key), 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT');
  });

  it('when something breaks that quotes a person, then neither the answer nor the lines of the process do', async () => {
    const quoting = { claimBsn: (_: string, bsn: string) => Promise.reject(new TypeError(`kan niet: ${bsn}`)) };
    const { keys } = api.engine;
    Object.assign(keys, quoting);
    try {
      await refused(dienst.post('/v1/jeugdigen', registratie), 'INTERNE_FOUT');
    } finally {
      delete (keys as Partial<typeof quoting>).claimBsn;
    }
    expect(api.lines.join('\n')).toContain('onverwachte fout: TypeError');
  });

  it('then no table of the database holds any of it', async () => {
    const dump = await dumpTables(api.engine);
    for (const table of ['log.event', 'sleutels.sleutel', 'lm.jeugdige', 'lm.traject', 'projecties.generatie'])
      expect(dump.get(table)).not.toBe('');
    expect([...dump].flatMap(([table, text]) => leaksIn(text, SENTINELS).map((leak) => `${table}: ${leak}`))).toEqual(
      [],
    );
  });

  it('then the export holds none of it', async () => {
    const text = await exportText(api.engine);
    expect(text).toContain(ids.jeugdige);
    expect(leaksIn(text, SENTINELS)).toEqual([]);
  });

  it('then the lines of the process hold none of it', () => {
    expect(leaksIn(api.lines.join('\n'), SENTINELS)).toEqual([]);
  });

  it('then the log of the database server holds none of it, though a statement with the BSN failed', async () => {
    const log = await databaseServerLog(api.engine);
    expect(log ?? 'bsn_claim').toContain('bsn_claim');
    expect(leaksIn(log ?? '', SENTINELS)).toEqual([]);
  });
});

const json = { 'content-type': 'application/json' };
const tekst = { reden: geweigerd.geweigerdeTekst };
const perspectief = (text = geweigerd.geweigerdeTekst) => ({
  ...{ levensgebied: 'wonen', perspectief: text, metJeugdige: false },
});
const corrigeer = (vervangt: string, velden: object): Promise<Answer> =>
  dienst.post(`${dossier()}/correcties`, { vervangt, velden, ...tekst });

const monitor = async () => [
  (await dienst.get('/v1/monitor/plaatsingen?jaar=2026')).body,
  (await dienst.get('/v1/monitor/plaatsingen?jaar=2026&definitie=jzn')).body,
  (await dienst.get('/v1/monitor/bezetting?jaar=2026')).body,
];
const controle = () => verify(api.engine, () => undefined);

describe('once the dossier is closed and its key destroyed', () => {
  let monitorVooraf: Awaited<ReturnType<typeof monitor>>;
  let controleVooraf: Awaited<ReturnType<typeof controle>>;

  beforeAll(async () => {
    await done(dienst.post(`${dossier()}/sluiting`));
    await api.settle();
    monitorVooraf = await monitor();
    controleVooraf = await controle();
    await refused(gi.post(`${dossier()}/vernietiging`, { grond: 'verzoek_betrokkene' }), 'GEEN_TOEGANG');
    await done(api.as('beheer').post(`${dossier()}/vernietiging`, { grond: 'verzoek_betrokkene' }));
    await api.settle();
  }, 60_000);

  it('then whoever reads it finds that it was destroyed, and nothing of what it said', async () => {
    const { body } = await gi.get(dossier());
    expect(body.persoon).toEqual({
      ...{ naam: VERNIETIGD, bsn: VERNIETIGD, geboortedatum: VERNIETIGD, geslacht: 'vrouw' },
    });
    const tijdlijn = JSON.stringify((await gi.get(`${dossier()}/tijdlijn`)).body);
    expect(tijdlijn).toContain(VERNIETIGD);
    expect(leaksIn(JSON.stringify(body) + tijdlijn, SENTINELS)).toEqual([]);
  });

  it('then the key store holds neither its key nor its BSN claim, also for an export of keys', async () => {
    const exported: ExportedKey[] = [];
    for await (const key of api.engine.keys.exportKeys()) exported.push(key);
    expect(exported).toContainEqual({ id: ids.jeugdige, key: null, bsnClaim: null });
    expect(await api.engine.keys.claimedIds()).toEqual([]);
  });

  it('then the monitor answers what it did before', async () => {
    expect(monitorVooraf[0]).toMatchObject({ totaal: 1, perRegio: { Rijnmond: 1 } });
    expect(await monitor()).toEqual(monitorVooraf);
  });

  it('then verify answers good, and counts what it did before: one event more, one claim less', async () => {
    expect(controleVooraf.goed).toBe(true);
    const verschil: Record<string, number> = { 'logboek zonder gaten': 1, 'elke bsn-claim hoort bij een jeugdige': -1 };
    expect(await controle()).toEqual({
      goed: true,
      events: controleVooraf.events + 1,
      controles: controleVooraf.controles.map((regel) => ({
        ...regel,
        geteld: regel.geteld + (verschil[regel.naam] ?? 0),
      })),
    });
  });

  it('then tables rebuilt from zero hold none of it, and answer the same', async () => {
    const nieuw = await controle();
    await api.engine.projections.rebuild();
    expect(leaksIn(await tablesAsText(), SENTINELS)).toEqual([]);
    expect(await monitor()).toEqual(monitorVooraf);
    expect(await controle()).toEqual(nieuw);
  });

  it.each<[what: string, ask: () => Promise<Answer>]>([
    ['a handover', () => dienst.post(`${dossier()}/regieoverdrachten`, overdracht)],
    ['reopening', () => dienst.post(`${dossier()}/heropening`)],
    ['a correction of the name', () => corrigeer(feiten.registratie, { naam: 'Iemand Anders' })],
    ['a correction of a fact that was never personal', () => corrigeer(feiten.registratie, { regio: 'haaglanden' })],
    [
      'the withdrawal of a fact',
      () => dienst.post(`${traject()}/intrekkingen`, { vervangt: feiten.perspectief, ...tekst }),
    ],
    ['a perspectief', () => dienst.post(`${traject()}/perspectieven`, perspectief())],
    ['a nazorgplan', () => dienst.post(`${traject()}/nazorgplan`, nazorgplan)],
    ['the end of the machtiging', () => dienst.post(`${machtiging()}/einde`, { grond: 'uitstroom' })],
    ['a new machtiging', () => dienst.post('/v1/machtigingen', { ...verzoek, jeugdigeId: ids.jeugdige })],
    ['a new traject', () => dienst.post('/v1/trajecten', { ...aanmelding, jeugdigeId: ids.jeugdige })],
  ])('when somebody records %s all the same, then it is refused and the log stays as it was', async (_, ask) => {
    const { events } = await controle();
    const { body } = await ask();
    expect(['DOSSIER_VERNIETIGD', 'SLEUTEL_VERNIETIGD']).toContain(body.code);
    expect((await controle()).events).toBe(events);
  });

  it('when the vernietiging is asked once more, then there is nothing left to do', async () => {
    const answer = await done(api.as('beheer').post(`${dossier()}/vernietiging`, { grond: 'verzoek_betrokkene' }));
    expect(answer.gebeurtenissen).toEqual([]);
  });

  it('then the same BSN can be registered again, as another dossier', async () => {
    const { id } = await done(dienst.post('/v1/jeugdigen', registratie));
    expect(id).not.toBe(ids.jeugdige);
    await api.settle();
    expect((await gi.get(`/v1/jeugdigen/${id}`)).body.persoon).toMatchObject(persoon);
    expect((await controle()).goed).toBe(true);
  });
});

const overdracht = { aan: { soort: 'GI', organisatie: 'gi-andere' }, geldigTot: '2099-01-01T00:00:00Z' };
const nazorgplan = { levensgebieden: [{ levensgebied: 'wonen', nodig: false }] };
const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };

describe('twenty registrations of one BSN at the same time', () => {
  it('then one becomes a dossier, nineteen hear that there is one, and verify answers good', async () => {
    const eenBsn = { ...registratie, bsn: '999993628' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => dienst.post('/v1/jeugdigen', eenBsn)));
    const outcomes = answers.map(({ status, body }) => `${status} ${body.code ?? 'geregistreerd'}`).sort();
    expect(outcomes).toEqual(['201 geregistreerd', ...Array<string>(19).fill('409 BSN_AL_BEKEND')]);
    await api.settle();
    expect(await controle()).toMatchObject({ goed: true });
  }, 30_000);
});
