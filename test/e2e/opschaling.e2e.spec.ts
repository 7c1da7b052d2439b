import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datumVan, SimulatedClock } from '@regielijn/kern';
import { EscalatieNaOverdracht } from '@regielijn/opschaling';
import { dienstAccounts } from '@regielijn/toegang';
import { gelukt } from '../kit/dossier-met-tekst.js';
import { type Client, startTestApi, type TestApi } from '../kit/engine.js';
import { opMoment as lookAt } from '../kit/op-moment.js';

const clock = new SimulatedClock('2026-03-02T09:00:00.000Z');
let api: TestApi;
let dienst: Client;
let lokaalTeam: Client;
let gi: Client;

beforeAll(async () => {
  api = await startTestApi({}, { clock });
  dienst = api.client(dienstAccounts.demo);
  lokaalTeam = api.as('lokaal-team');
  gi = api.as('jeugdbeschermer');
}, 60_000);
afterAll(() => api.close(), 60_000);

const doe = (pad: string, body: object = {}): Promise<any> => gelukt(dienst.post(`/v1/${pad}`, body));
const registreer = async (bsn: string): Promise<string> =>
  (
    await doe('jeugdigen', {
      ...{ bsn, naam: 'Robin Voorbeeld', geboortedatum: '2011-10-10', geslacht: 'x', gemeente: { code: '0599' } },
    })
  ).id;
/** A machtiging, and an offer of casusregie to the GI. Answers the path of the offer. */
const biedAan = async (jeugdigeId: string, metMachtiging = true): Promise<string> => {
  if (metMachtiging) {
    const verzoek = { soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' };
    const { id } = await doe('machtigingen/ingediende-verzoeken', { jeugdigeId, ...verzoek });
    const dag = datumVan(clock.now());
    await doe(`machtigingen/${id}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: dag, geldigVan: dag, geldigTot: '2027-03-02' },
    });
    await api.settle();
  }
  const pad = `jeugdigen/${jeugdigeId}/regieoverdrachten`;
  return `${pad}/${(await doe(pad, { aan: { soort: 'GI', organisatie: 'gi-jb-west' } })).id}`;
};
const opschalingen = async (vraag: string): Promise<any[]> => {
  await api.settle();
  return gelukt(gi.get(`/v1/opschalingen?${vraag}`));
};
const verloop = (id: string): Promise<any> => gelukt(gi.get(`/v1/opschalingen/${id}`));
const opMoment = (moment: string): Promise<number> => lookAt(api, clock, moment);
const termijnen = async (jeugdigeId: string): Promise<string[]> =>
  (await gelukt(gi.get(`/v1/termijnen?jeugdigeId=${jeugdigeId}`))).termijnen
    .map(({ regel, eind }: any) => `${regel} ${eind}`)
    .filter((regel: string) => regel.startsWith('OPSCHALING'));

describe('a handover that is refused after a machtiging', () => {
  let jeugdigeId: string;
  let id: string;
  const stap = (wie: Client, wat: string, body: object): Promise<any> =>
    gelukt(wie.post(`/v1/opschalingen/${id}/${wat}`, body));

  it('then it goes up the ladder by itself, in the name of whoever holds casusregie, once', async () => {
    jeugdigeId = await registreer('999990111');
    const overdracht = await biedAan(jeugdigeId);
    const weigering = await gelukt(gi.post(`/v1/${overdracht}/weigering`, { reden: 'Geen ruimte' }));
    const [opschaling, ...meer] = await opschalingen(`jeugdigeId=${jeugdigeId}`);
    expect(meer).toEqual([]);
    expect(opschaling).toMatchObject({
      ...{ ladder: 'casus', trede: 'lokaal_team', stand: 'gevraagd', reden: 'overdracht_geweigerd' },
      ...{ vraagsteller: 'gemeente-0599', uiterlijk: '2026-03-04', organisatie: null },
      betreft: { soort: 'overdracht', id: overdracht.split('/').at(-1) },
    });
    id = opschaling.opschalingId;
    expect((await api.engine.log.read(`opschaling-${id}`))[0]!.metadata).toMatchObject({
      ...{ actor: dienstAccounts.follower, causationId: weigering.gebeurtenissen[0] },
    });
  });

  it('given that the log is read again, or the refusal is withdrawn and told anew, then it stays one escalation', async () => {
    const follower = api.app.get(EscalatieNaOverdracht, { strict: false });
    const log = await api.engine.log.read(`jeugdige-${jeugdigeId}`);
    const weigering = log.find(({ type }) => type === 'jeugdige.regieoverdracht-geweigerd@2')!;
    for (const event of log) await follower.handle(event);
    await doe(`jeugdigen/${jeugdigeId}/intrekkingen`, { vervangt: weigering.id, reden: 'Verkeerde reden' });
    const opnieuw = `jeugdigen/${jeugdigeId}/regieoverdrachten/${weigering.data['overdrachtId'] as string}/weigering`;
    await gelukt(gi.post(`/v1/${opnieuw}`, { reden: 'Wel ruimte, geen jeugdbeschermer' }));
    expect(await opschalingen(`jeugdigeId=${jeugdigeId}`)).toMatchObject([{ opschalingId: id }]);
    expect(await api.engine.log.read(`opschaling-${id}`)).toHaveLength(1);
  });

  it('given that somebody accepts and returns it, then it is with who asked, with a term to go on', async () => {
    await opMoment('2026-03-03T09:00:00.000Z');
    await stap(lokaalTeam, 'aannemingen', { medewerker: 'lt-12' });
    await api.settle();
    expect(await termijnen(jeugdigeId)).toEqual(['OPSCHALING_ANTWOORD 2026-03-17']);
    await opMoment('2026-03-04T09:00:00.000Z');
    await stap(lokaalTeam, 'teruggaven', { reden: 'geen_ruimte', toelichting: 'Wij hebben niemand.' });
    await api.settle();
    expect(await termijnen(jeugdigeId)).toEqual(['OPSCHALING_VERVOLG 2026-03-11']);
  });

  it('given that nothing happens, then the end of the term is told, and after another one it is one trede higher', async () => {
    await opMoment('2026-03-12T09:00:00.000Z');
    expect(await verloop(id)).toMatchObject({ trede: 'lokaal_team', stand: 'teruggegeven' });
    await opMoment('2026-03-18T22:59:00.000Z');
    expect(await verloop(id)).toMatchObject({ trede: 'lokaal_team' });
    await opMoment('2026-03-18T23:00:00.000Z');
    expect(await verloop(id)).toMatchObject({ trede: 'expertteam', stand: 'gevraagd', uiterlijk: '2026-03-26' });
    await opMoment('2026-03-18T23:00:30.000Z');
    expect((await verloop(id)).stappen.map(({ stap: hoe }: any) => hoe)).toEqual([
      ...['geopend', 'aangenomen', 'teruggegeven', 'opgeschaald'],
    ]);
  });

  it('given an answer by who did not accept it, then that is refused; by who did, then it is there to read', async () => {
    await opMoment('2026-03-20T09:00:00.000Z');
    const antwoord = { strekking: 'besluit', antwoord: 'De instelling van haar broer neemt haar erbij.' };
    expect(await lokaalTeam.post(`/v1/opschalingen/${id}/antwoorden`, antwoord)).toMatchObject({
      ...{ status: 409, body: { code: 'OPSCHALING_NIET_DOOR_U_AANGENOMEN' } },
    });
    await stap(gi, 'aannemingen', { medewerker: 'expert-1' });
    await stap(gi, 'antwoorden', antwoord);
    expect(await verloop(id)).toMatchObject({ trede: 'expertteam', stand: 'beantwoord', medewerker: 'expert-1' });
    expect((await verloop(id)).stappen.at(-1)).toMatchObject({ code: 'besluit', tekst: antwoord.antwoord });
  });

  it('given that it is closed, then it stands in no list, has no term, and takes nothing more', async () => {
    await stap(lokaalTeam, 'afsluiting', { uitkomst: 'opgelost' });
    expect(await opschalingen(`jeugdigeId=${jeugdigeId}`)).toEqual([]);
    expect(await opschalingen(`jeugdigeId=${jeugdigeId}&stand=afgesloten`)).toMatchObject([
      { uitkomst: 'opgelost', uiterlijk: null },
    ]);
    expect(await termijnen(jeugdigeId)).toEqual([]);
    expect(await gi.post(`/v1/opschalingen/${id}/treden`, { naarTrede: 'expertisenetwerk' })).toMatchObject({
      ...{ status: 409, body: { code: 'OPSCHALING_IS_AFGESLOTEN' } },
    });
  });
});

describe('other handovers', () => {
  it('given an offer that nobody answers after a machtiging, then that goes up the ladder too', async () => {
    const jeugdigeId = await registreer('999990123');
    await biedAan(jeugdigeId);
    await opMoment('2026-04-20T09:00:00.000Z');
    const open = await opschalingen(`jeugdigeId=${jeugdigeId}`);
    expect(open).toMatchObject([{ reden: 'overdracht_verlopen', vraagsteller: 'gemeente-0599' }]);
  });

  it('given a refusal, and a later offer that is accepted, then the question is closed by itself, once', async () => {
    const jeugdigeId = await registreer('999990160');
    await gelukt(gi.post(`/v1/${await biedAan(jeugdigeId)}/weigering`, { reden: 'Geen ruimte' }));
    const [open] = await opschalingen(`jeugdigeId=${jeugdigeId}`);
    clock.advanceTo('2026-04-20T10:00:00.000Z');
    await gelukt(gi.post(`/v1/${await biedAan(jeugdigeId)}/aanvaarding`, { medewerker: 'jb-7' }));
    expect(await opschalingen(`jeugdigeId=${jeugdigeId}`)).toEqual([]);
    const gesloten = await verloop(open.opschalingId);
    expect(gesloten).toMatchObject({ stand: 'afgesloten', uitkomst: 'opgelost' });
    expect(gesloten.stappen.at(-1).tekst).toBe('De casusregie is alsnog aanvaard.');
    const follower = api.app.get(EscalatieNaOverdracht, { strict: false });
    for (const event of await api.engine.log.read(`jeugdige-${jeugdigeId}`)) await follower.handle(event);
    expect((await verloop(open.opschalingId)).stappen).toEqual(gesloten.stappen);
  });

  it('given a refusal without a machtiging, then nothing goes up', async () => {
    const jeugdigeId = await registreer('999990135');
    await gelukt(gi.post(`/v1/${await biedAan(jeugdigeId, false)}/weigering`, { reden: 'Geen ruimte' }));
    expect(await opschalingen(`jeugdigeId=${jeugdigeId}`)).toEqual([]);
  });
});

describe('a question of somebody', () => {
  it('given a traject of another jeugdige, then it is refused', async () => {
    const [eigen, ander] = [await registreer('999990147'), await registreer('999990159')];
    const traject = await doe('trajecten', {
      ...{ jeugdigeId: ander, urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
    });
    const vraag = { jeugdigeId: eigen, ladder: 'casus', reden: 'hulp_komt_niet', vraag: 'Wie helpt?' };
    const betreft = { soort: 'traject', id: traject.id };
    expect(await gi.post('/v1/opschalingen', { ...vraag, betreft })).toMatchObject({ status: 404 });
    expect(await gi.post('/v1/opschalingen', { ...vraag, jeugdigeId: ander, betreft })).toMatchObject({ status: 201 });
  });

  it('given a review, then it goes up the ladder of the norm, about nobody, and the clock tells its term', async () => {
    const reviewer = api.as('reviewer');
    const { id } = await gelukt(
      reviewer.post('/v1/opschalingen', {
        ...{ ladder: 'norm', betreft: { soort: 'review', id: 'zuidwest-2026-K1' }, reden: 'blijvende_afwijking' },
        vraag: 'Norm O3 wordt het derde kwartaal niet gehaald.',
      }),
    );
    await opMoment('2026-05-20T09:00:00.000Z');
    expect(await gelukt(reviewer.get(`/v1/opschalingen/${id}`))).toMatchObject({
      ...{ jeugdigeId: null, vraagsteller: 'landsdeel-zuidwest', trede: 'regio' },
      stappen: [{ tekst: 'Norm O3 wordt het derde kwartaal niet gehaald.' }, { code: 'klok', trede: 'regio' }],
    });
  });

  it('given all of this, then the clock forgot nothing and told nothing twice', async () => {
    expect(await gelukt(api.as('beheer').get('/v1/klokcontrole'))).toEqual({ vergeten: 0, dubbel: 0 });
  });
});
