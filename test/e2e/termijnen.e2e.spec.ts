import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { datumVan, SimulatedClock } from '@regielijn/kern';
import { termijnStream } from '@regielijn/bewaking';
import { dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { opMoment as lookAt } from '../kit/op-moment.js';

// A busy machine is no reason to fail.
jest.setTimeout(30_000);

const clock = new SimulatedClock('2026-03-02T09:00:00.000Z');
let api: TestApi;
let dienst: Client;
let bsn = 999_993_847;

const volgendeBsn = (): string => {
  const klopt = (nummer: number): boolean =>
    [...String(nummer)].reduce((som, cijfer, n) => som + Number(cijfer) * (n === 8 ? -1 : 9 - n), 0) % 11 === 0;
  do bsn += 1;
  while (!klopt(bsn));
  return String(bsn);
};
const doe = (pad: string, body: object = {}): Promise<any> => gelukt(dienst.post(`/v1/${pad}`, body));
const registreer = async (code = '0518'): Promise<string> =>
  (
    await doe('jeugdigen', {
      ...{ bsn: volgendeBsn(), naam: 'Robin Voorbeeld', geboortedatum: '2011-10-10', geslacht: 'x' },
      gemeente: { code },
    })
  ).id;
const verleen = async (jeugdigeId: string, geldigTot: string, soort = 'MGJ', geldigVan?: string): Promise<string> => {
  const verzoek = { soort, grondslag: 'INSTEMMING_WV', kader: 'vrijwillig', verzoeker: 'gemeente-0518' };
  const { id } = await doe('machtigingen/ingediende-verzoeken', { jeugdigeId, ...verzoek });
  const dag = datumVan(clock.now());
  await doe(`machtigingen/${id}/beschikking`, {
    ...{ uitkomst: 'verleend', beschikkingOp: dag, geldigVan: geldigVan ?? dag, geldigTot },
  });
  return id;
};
const opMoment = (moment: string): Promise<number> => lookAt(api, clock, moment);
const termijnen = async (vraag: string): Promise<any[]> =>
  (await gelukt(api.as('jeugdbeschermer').get(`/v1/termijnen?${vraag}`))).termijnen;
const gemeld = async (termijnId: string) =>
  (await api.engine.log.read(termijnStream(termijnId)))
    .filter(({ type }) => type === 'bewaking.termijn-gemeld@1')
    .map(({ data }) => [data['moment'], data['voor']]);

beforeAll(async () => {
  api = await startTestApi({}, { clock });
  dienst = api.client(dienstAccounts.demo);
}, 60_000);
afterAll(() => api.close(), 60_000);

describe('a machtiging that ends', () => {
  let jeugdigeId: string;
  let machtigingId: string;
  let termijnId: string;

  it('given one of half a year, then the list says until when, by which article and when something is told', async () => {
    jeugdigeId = await registreer();
    machtigingId = await verleen(jeugdigeId, '2026-09-02');
    await api.settle();
    const [termijn] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=D1`);
    expect(termijn).toMatchObject({
      ...{ regel: 'D1', artikel: 'Jeugdwet art. 6.1.12 lid 2', bij: `machtiging-${machtigingId}` },
      ...{ begin: '2026-03-02', eind: '2026-09-02', atw: null, stand: 'loopt' },
      komt: [
        { moment: 'vooraf', op: '2026-06-01T22:00:00.000Z', gemeld: false },
        { moment: 'verstreken', op: '2026-09-01T22:00:00.000Z', gemeld: false },
      ],
    });
    termijnId = termijn.termijnId;
  });

  it('given that nobody carries it out, then it also lapses after three months, with a warning before', async () => {
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=D5`)).toMatchObject([
      { eind: '2026-06-02', komt: [{ moment: 'vooraf' }, { moment: 'verstreken' }] },
    ]);
  });

  it('given an hour too early, then nothing is told; at its moment once, however often is looked', async () => {
    await opMoment('2026-05-18T12:00:00.000Z');
    await doe(`machtigingen/${machtigingId}/gebeurtenissen`, { gebeurtenis: 'opname_gestart' });
    await opMoment('2026-06-01T21:59:59.000Z');
    expect(await gemeld(termijnId)).toEqual([]);
    await opMoment('2026-06-01T22:00:00.000Z');
    await opMoment('2026-06-01T22:00:05.000Z');
    expect(await gemeld(termijnId)).toEqual([['vooraf', ['gemeente-0518']]]);
  });

  it('given its last day, then its end is recorded at that day and the term is closed', async () => {
    await opMoment('2026-09-03T08:00:00.000Z');
    const [einde] = (await api.engine.log.read(`machtiging-${machtigingId}`)).slice(-1);
    expect(einde).toMatchObject({
      type: 'machtiging.geeindigd@2',
      data: { grond: 'verlopen', berekendOp: '2026-09-02', vlaggen: [] },
      geldigOp: '2026-09-01T22:00:00.000Z',
      metadata: { actor: dienstAccounts.follower },
    });
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=D1`)).toEqual([]);
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=D1&stand=klaar`)).toMatchObject([
      { stand: 'klaar', klaarOp: '2026-09-01T22:00:00.000Z', komt: [] },
    ]);
  });
});

describe('a term that a correction moved', () => {
  it('given another last day in the beschikking, then the list says which day became which, and who did that', async () => {
    const jeugdigeId = await registreer();
    const { id } = await doe('machtigingen/ingediende-verzoeken', {
      ...{ jeugdigeId, soort: 'MGJ', grondslag: 'INSTEMMING_WV', kader: 'vrijwillig', verzoeker: 'gemeente-0518' },
    });
    const dag = datumVan(clock.now());
    const { gebeurtenissen } = await doe(`machtigingen/${id}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: dag, geldigVan: dag, geldigTot: '2027-03-02' },
    });
    await api.settle();
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=D1`)).toMatchObject([{ verschoven: [] }]);
    const correctie = { vervangt: gebeurtenissen[0], velden: { geldigTot: '2027-02-03' }, reden: 'Verkeerd gelezen' };
    await gelukt(api.as('lokaal-team').post(`/v1/machtigingen/${id}/correcties`, correctie));
    await api.settle();
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=D1`)).toMatchObject([
      {
        eind: '2027-02-03',
        verschoven: [{ van: '2027-03-02', naar: '2027-02-03', door: 'demo-lokaal-team', op: clock.now() }],
      },
    ]);
  });
});

describe('a term that stands still', () => {
  it('given a pause with a reason, then nothing is told, and its end moves by the days that it stood still', async () => {
    const jeugdigeId = await registreer();
    await doe(`jeugdigen/${jeugdigeId}/regieoverdrachten`, { aan: { soort: 'GI', organisatie: 'gi-jb-west' } });
    await api.settle();
    const [{ termijnId, eind }] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=OVD`);
    expect(eind).toBe('2026-09-07');
    const lokaalTeam = api.as('lokaal-team');
    expect(await lokaalTeam.post(`/v1/termijnen/${termijnId}/hervattingen`)).toMatchObject({
      status: 409,
      body: { code: 'TERMIJN_STAAT_NIET_STIL' },
    });
    expect(await lokaalTeam.post(`/v1/termijnen/${termijnId}/pauzes`, {})).toMatchObject({
      status: 400,
      body: { code: 'ONGELDIGE_INVOER' },
    });
    await gelukt(lokaalTeam.post(`/v1/termijnen/${termijnId}/pauzes`, { reden: 'De ontvanger verhuist deze week' }));
    await opMoment('2026-09-08T08:00:00.000Z');
    expect(await gemeld(termijnId)).toEqual([]);
    await gelukt(lokaalTeam.post(`/v1/termijnen/${termijnId}/hervattingen`));
    await opMoment('2026-09-11T21:00:00.000Z');
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=OVD`)).toMatchObject([
      {
        ...{ eind: '2026-09-12', stand: 'loopt' },
        pauzes: [
          { van: '2026-09-03', tot: '2026-09-08', reden: 'De ontvanger verhuist deze week', door: 'demo-lokaal-team' },
        ],
      },
    ]);
    expect(await gemeld(termijnId)).toEqual([]);
    await opMoment('2026-09-12T22:00:00.000Z');
    expect(await gemeld(termijnId)).toEqual([['verstreken', ['gemeente-0518', 'gi-jb-west']]]);
    expect((await termijnen(`jeugdigeId=${jeugdigeId}&regel=OVD`))[0].komt).toMatchObject([
      { moment: 'verstreken', op: '2026-09-12T22:00:00.000Z', gemeld: true },
      { moment: 'opgeschaald', gemeld: false },
    ]);
  });

  it('given a term of the law, then it cannot be made to stand still, and the article says why', async () => {
    const jeugdigeId = await registreer();
    await verleen(jeugdigeId, '2027-03-02');
    await api.settle();
    const [{ termijnId }] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=D1`);
    expect(
      await api.as('lokaal-team').post(`/v1/termijnen/${termijnId}/pauzes`, { reden: 'Even wachten' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'TERMIJN_NIET_STIL_TE_ZETTEN', bron: 'Jeugdwet art. 6.1.12 lid 2' },
    });
  });
});

describe('expertise that is called in', () => {
  it('given a day that was agreed on, then that is the term; given none, then two weeks; an answer closes it', async () => {
    const jeugdigeId = await registreer();
    const vraag = (body: object) => doe(`jeugdigen/${jeugdigeId}/adviezen`, { vraag: 'Wat past?', ...body });
    const { id } = await vraag({ bij: 'maatwerkregisseur', organisatie: 'aanbieder-demo', uiterlijk: '2026-09-16' });
    await vraag({ bij: 'overlegtafel' });
    await api.settle();
    const [metDag, zonder] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=ADVIES`);
    expect([metDag, zonder]).toMatchObject([
      { begin: '2026-09-13', eind: '2026-09-16' },
      { begin: '2026-09-13', eind: '2026-09-27' },
    ]);
    await opMoment('2026-09-16T22:00:00.000Z');
    expect(await gemeld(metDag.termijnId)).toEqual([['verstreken', ['aanbieder-demo', 'gemeente-0518']]]);
    await doe(`jeugdigen/${jeugdigeId}/adviezen/${id}/antwoord`, { advies: 'Ga mee naar school.' });
    await api.settle();
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=ADVIES`)).toMatchObject([{ termijnId: zonder.termijnId }]);
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=ADVIES&stand=klaar`)).toMatchObject([
      { termijnId: metDag.termijnId },
    ]);
  });
});

describe('the clock', () => {
  it('given an offer that nobody answers, then it is told, and lapses at its own moment with an escalation after a machtiging', async () => {
    const jeugdigeId = await registreer();
    await verleen(jeugdigeId, '2027-03-02');
    await api.settle();
    await doe(`jeugdigen/${jeugdigeId}/regieoverdrachten`, { aan: { soort: 'GI', organisatie: 'gi-jb-west' } });
    await opMoment('2026-10-15T08:00:00.000Z');
    const events = (await api.engine.log.read(`jeugdige-${jeugdigeId}`)).map(({ type, data }) => [
      type,
      data['escalatie'],
    ]);
    expect(events).toContainEqual(['jeugdige.regieoverdracht-verlopen@1', true]);
  });

  it('given a spoedmachtiging and a request for a machtiging, then the signals of day 7 and 14 are off, and the decision ends it', async () => {
    const jeugdigeId = await registreer();
    const spoed = await verleen(jeugdigeId, '2026-11-11', 'SPOED');
    await api.settle();
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=SPOED_MGJ`)).toMatchObject([{ komt: [{}, {}] }]);
    await verleen(jeugdigeId, '2027-04-15');
    await api.settle();
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=SPOED_MGJ`)).toEqual([]);
    const types = (await api.engine.log.read(`machtiging-${spoed}`)).map(({ type, data }) => [type, data['grond']]);
    expect(types.slice(-2)).toEqual([
      ['machtiging.mgj-verzocht@1', undefined],
      ['machtiging.geeindigd@2', 'beslist_op_machtiging'],
    ]);
  });

  it('given a machtiging that was granted ahead to who is inside, then on its first day the verblijf goes on on it', async () => {
    const jeugdigeId = await registreer();
    const eerste = await verleen(jeugdigeId, '2026-11-01');
    const groep = { naam: 'Groep De Es', aanbieder: 'aanbieder-demo', gemeentecode: '0518', variant: 'dwanggroep' };
    const { id: voorzieningId } = await doe('voorzieningen', groep);
    const aanmelding = { urgentie: 'urgent', kader: 'vrijwillig', herkomst: 'thuis', aanmelder: 'gemeente-0518' };
    const { id: trajectId } = await doe('trajecten', { jeugdigeId, ...aanmelding });
    await doe(`trajecten/${trajectId}/opname`, { voorzieningId, machtigingId: eerste });
    const vooruit = await verleen(jeugdigeId, '2027-02-01', 'MGJ', '2026-10-25');
    const beginVan = async () =>
      (await api.engine.log.read(`machtiging-${vooruit}`)).filter(
        ({ type }) => type === 'machtiging.verblijf-voortgezet@1',
      );
    await opMoment('2026-10-24T21:59:00.000Z');
    expect(await beginVan()).toEqual([]);
    await opMoment('2026-10-24T22:00:00.000Z');
    expect(await beginVan()).toMatchObject([{ geldigOp: '2026-10-24T22:00:00.000Z' }]);
  });

  it('given a regieregel that asks for another holder and nobody who offers, then after two werkdagen it is offered by itself', async () => {
    const jeugdigeId = await registreer('0599');
    const verzoek = {
      soort: 'MGJ',
      grondslag: 'OTS',
      kader: 'gedwongen',
      verzoeker: 'gi-jb-west',
      verzoekerSoort: 'GI',
    };
    const bevoegdheid = { kinderbeschermingsmaatregel: 'opgelegd', giMaatregel: 'gi-jb-west' };
    const { id } = await doe('machtigingen/ingediende-verzoeken', { jeugdigeId, ...verzoek, bevoegdheid });
    const dag = datumVan(clock.now());
    await doe(`machtigingen/${id}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: dag, geldigVan: dag, geldigTot: '2027-04-01' },
    });
    await api.settle();
    const [termijn] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=REGIEKLOOF`);
    expect(termijn).toMatchObject({ begin: '2026-10-25', eind: '2026-10-27', stand: 'loopt' });
    await opMoment('2026-10-27T23:00:00.000Z');
    const aangeboden = (await api.engine.log.read(`jeugdige-${jeugdigeId}`)).at(-1)!;
    expect(aangeboden).toMatchObject({
      type: 'jeugdige.regieoverdracht-aangeboden@2',
      data: {
        ...{ van: { organisatie: 'gemeente-0599' }, aan: { soort: 'GI', organisatie: 'gi-jb-west' }, richting: 'heen' },
        minimumset: { casusId: jeugdigeId, machtigingen: [{ machtigingId: id, geldigTot: '2027-04-01' }] },
        ontbreekt: expect.arrayContaining(['plan', 'veiligheidsplan']),
      },
    });
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=REGIEKLOOF`)).toEqual([]);
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=OVD`)).toMatchObject([{ stand: 'loopt' }]);
  });

  it('given all of this, then nothing was forgotten and nothing told twice', async () => {
    expect(await gelukt(api.as('beheer').get('/v1/klokcontrole'))).toEqual({ vergeten: 0, dubbel: 0 });
  });
});

describe('an offer whose term stands still', () => {
  it('given a pause past its last moment, then it does not lapse then, but as many days later', async () => {
    const jeugdigeId = await registreer();
    const aanbod = async () =>
      (await gelukt(api.as('jeugdbeschermer').get(`/v1/jeugdigen/${jeugdigeId}`))).regie.overdracht;
    const moment = clock.now();
    const geldigTot = new Date(Date.parse(moment) + 2 * 86_400_000).toISOString();
    const aan = { soort: 'GI', organisatie: 'gi-jb-west' };
    const { id } = await doe(`jeugdigen/${jeugdigeId}/regieoverdrachten`, { aan, geldigTot });
    await api.settle();
    const [{ termijnId }] = await termijnen(`jeugdigeId=${jeugdigeId}&regel=OVD`);
    const lokaalTeam = api.as('lokaal-team');
    await gelukt(lokaalTeam.post(`/v1/termijnen/${termijnId}/pauzes`, { reden: 'De ontvanger is ziek' }));
    await opMoment(new Date(Date.parse(moment) + 5 * 86_400_000).toISOString());
    expect(await aanbod()).toMatchObject({ staatStil: true, geldigTot });
    await gelukt(lokaalTeam.post(`/v1/termijnen/${termijnId}/hervattingen`));
    await api.settle();
    const later = new Date(Date.parse(geldigTot) + 5 * 86_400_000).toISOString();
    expect(await aanbod()).toMatchObject({
      staatStil: false,
      uitstelDagen: 5,
      geldigTot: later,
      aangebodenTot: geldigTot,
    });
    expect(await termijnen(`jeugdigeId=${jeugdigeId}&regel=OVD`)).toMatchObject([
      { komt: expect.arrayContaining([expect.objectContaining({ moment: 'opgeschaald', op: later })]) },
    ]);
    await opMoment(later);
    const [einde] = (await api.engine.log.read(`jeugdige-${jeugdigeId}`)).slice(-1);
    expect(einde).toMatchObject({
      ...{ type: 'jeugdige.regieoverdracht-verlopen@1', geldigOp: later, data: { overdrachtId: id } },
    });
  });
});
