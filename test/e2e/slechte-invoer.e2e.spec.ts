import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomId } from '@regielijn/kern';
import { demoAccounts, openIssuerKeys } from '@regielijn/toegang';
import { type Client, idempotencyKey, startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;
let lokaalTeam: Client;
let jeugdigeId: string;

const jeugdige = (changes: object = {}): object => ({
  ...{
    bsn: '999990020',
    naam: 'Jesse Voorbeeld',
    geboortedatum: '2011-03-09',
    geslacht: 'man',
    gemeente: { code: '0599' },
  },
  ...changes,
});

beforeAll(async () => {
  api = await startTestApi();
  lokaalTeam = api.as('lokaal-team');
  jeugdigeId = (await lokaalTeam.post('/v1/jeugdigen', jeugdige({ bsn: '999990007' }))).body.id;
}, 60_000);
afterAll(() => api.close(), 60_000);

const expectProblem = (
  { status, headers, body }: Awaited<ReturnType<Client['post']>>,
  wanted: number,
  code: string,
): void => {
  expect([status, body.code]).toEqual([wanted, code]);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/\.$/) });
};

describe('bad input gets one clear answer and changes nothing', () => {
  const registraties = [
    ['a BSN that fails the elfproef', { bsn: '123456789' }, 400, 'ONGELDIGE_INVOER'],
    ['a birth date that does not exist', { geboortedatum: '2011-02-30' }, 400, 'ONGELDIGE_INVOER'],
    ['a birth date in the year 0', { geboortedatum: '0000-05-04' }, 400, 'ONGELDIGE_INVOER'],
    ['a birth date in the future', { geboortedatum: '2090-01-01' }, 400, 'GEBOORTEDATUM_IN_TOEKOMST'],
    ['a birth date in 1910', { geboortedatum: '1910-01-01' }, 400, 'LEEFTIJD_KLOPT_NIET'],
    ['a gemeente that does not exist', { gemeente: { code: '9999' } }, 400, 'GEMEENTE_NIET_GELDIG'],
    ['a gemeente that was merged before this day', { gemeente: { code: '0501' } }, 400, 'GEMEENTE_NIET_GELDIG'],
    ['a gemeente outside the landsdeel', { gemeente: { code: '0363' } }, 400, 'GEMEENTE_NIET_GELDIG'],
    [
      'overig without a reason that is known',
      { gemeente: { overig: 'zomaar', regiehouder: 'gemeente-0363' } },
      400,
      'ONGELDIGE_INVOER',
    ],
    ['a field that nobody knows', { lievelingskleur: 'groen' }, 400, 'ONGELDIGE_INVOER'],
    ['a name with a NUL in it', { naam: 'Jesse\u0000' }, 400, 'ONGELDIGE_INVOER'],
    ['half of a surrogate pair', { naam: 'Jesse \ud800' }, 400, 'ONGELDIGE_INVOER'],
    ['a moment that has not come yet', { geldigOp: '2090-01-01T00:00:00Z' }, 400, 'TIJDSTIP_IN_TOEKOMST'],
    ['a moment in the year 0', { geldigOp: '0000-05-04T12:00:00Z' }, 400, 'ONGELDIGE_INVOER'],
    ['a moment that is none', { geldigOp: 'gisteren' }, 400, 'ONGELDIGE_INVOER'],
    ['a BSN that is taken', { bsn: '999990007' }, 409, 'BSN_AL_BEKEND'],
  ] as const;

  it.each(registraties)('a registration with %s', async (_, changes, status, code) => {
    const before = await events();
    expectProblem(await lokaalTeam.post('/v1/jeugdigen', jeugdige(changes)), status, code);
    expect(await events()).toBe(before);
  });

  const events = async (): Promise<number> =>
    (await api.engine.pool.query<{ n: number }>('select count(*)::int as n from log.event')).rows[0]!.n;

  it('says all that is wrong at once, by field', async () => {
    const { body } = await lokaalTeam.post('/v1/jeugdigen', jeugdige({ bsn: '1', geslacht: 'onbekend' }));
    expect(body.velden).toEqual([expect.stringMatching(/^bsn: /), expect.stringMatching(/^geslacht: /)]);
  });

  it('accepts a jeugdige of no gemeente of the landsdeel with its reason, as overig', async () => {
    const gemeente = { overig: 'caribisch_nederland', regiehouder: 'gemeente-0363' };
    const { status, body } = await lokaalTeam.post('/v1/jeugdigen', jeugdige({ bsn: '999990032', gemeente }));
    expect(status).toBe(201);
    expect((await lokaalTeam.get(`/v1/jeugdigen/${body.id}`)).body.regie.regio).toBe('overig');
  });

  it.each([
    ['no JSON at all', '{"bsn":', 'application/json', 400],
    ['an array', '[]', 'application/json', 400],
    ['another kind of content', 'a=b', 'application/x-www-form-urlencoded', 415],
    ['two megabytes', JSON.stringify({ naam: 'x'.repeat(2_000_000) }), 'application/json', 413],
  ])('a body that is %s', async (_, payload, type, status) => {
    const keys = await openIssuerKeys(`${api.engine.settings.REGIELIJN_DATA}/geheim`);
    const authorization = `Bearer ${await keys.mintToken(demoAccounts['lokaal-team'], { ttlSeconds: 60 })}`;
    const response = await api.app.inject({
      method: 'POST',
      url: '/v1/jeugdigen',
      payload,
      headers: { authorization, 'content-type': type },
    });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/), status });
  });

  it('an id that is no id, and one that is nobody: not found or invalid, never an error of ours', async () => {
    expectProblem(await lokaalTeam.get('/v1/jeugdigen/abc'), 400, 'ONGELDIGE_INVOER');
    expectProblem(await lokaalTeam.get(`/v1/jeugdigen/${randomId()}`), 404, 'NIET_GEVONDEN');
    expectProblem(await lokaalTeam.post(`/v1/trajecten/${randomId()}/afsluiting`), 404, 'NIET_GEVONDEN');
    expectProblem(await lokaalTeam.get('/v1/bestaat-niet'), 404, 'NIET_GEVONDEN');
  });

  it('a year, a definition or a header that cannot be', async () => {
    const steller = api.as('regiosturing');
    expectProblem(await steller.get('/v1/monitor/plaatsingen?jaar=negentien'), 400, 'ONGELDIGE_INVOER');
    expectProblem(await steller.get('/v1/monitor/plaatsingen?jaar=0'), 400, 'ONGELDIGE_INVOER');
    expectProblem(await steller.get('/v1/monitor/bezetting?jaar=294276'), 400, 'ONGELDIGE_INVOER');
    expectProblem(await lokaalTeam.get(`/v1/jeugdigen/${jeugdigeId}?op=0000-05-04`), 400, 'ONGELDIGE_INVOER');
    expectProblem(await lokaalTeam.get(`/v1/jeugdigen/${jeugdigeId}?bekendOp=9999-12-31`), 400, 'ONGELDIGE_INVOER');
    expectProblem(await steller.get('/v1/monitor/plaatsingen?jaar=2019&definitie=cbs'), 400, 'ONGELDIGE_INVOER');
    expectProblem(await steller.get('/v1/monitor/plaatsingen?jaar=2019&kolom=1'), 400, 'ONGELDIGE_INVOER');
    expectProblem(
      await steller.get('/v1/monitor/plaatsingen?jaar=2019', { 'lees-na': "'; drop table" }),
      400,
      'ONGELDIGE_LEES_NA',
    );
    expectProblem(
      await lokaalTeam.post('/v1/jeugdigen', jeugdige(), { 'idempotency-key': 'sleutel' }),
      400,
      'ONGELDIGE_INVOER',
    );
    expectProblem(
      await lokaalTeam.post(`/v1/jeugdigen/${jeugdigeId}/sluiting`, {}, { 'if-match': 'laatste' }),
      400,
      'ONGELDIGE_IF_MATCH',
    );
  });

  it('a role that may not: the same answer whether the dossier exists or not', async () => {
    const stranger = api.as('regiosturing');
    const [there, not] = [
      await stranger.get(`/v1/jeugdigen/${jeugdigeId}`),
      await stranger.get(`/v1/jeugdigen/${randomId()}`),
    ];
    expectProblem(there, 403, 'GEEN_TOEGANG');
    expect(not.body).toEqual(there.body);
  });

  it('a stale If-Match is 412 with both versions, and is not carried out', async () => {
    const answer = await lokaalTeam.post(`/v1/jeugdigen/${jeugdigeId}/sluiting`, {}, { 'if-match': '"7"' });
    expectProblem(answer, 412, 'VERSIE_VEROUDERD');
    expect(answer.body).toMatchObject({ verwacht: '7', werkelijk: '0' });
  });

  it('an Idempotency-Key answers its first answer, and refuses another body', async () => {
    const key = idempotencyKey();
    const first = await lokaalTeam.post('/v1/jeugdigen', jeugdige({ bsn: '999990044' }), key);
    const again = await lokaalTeam.post('/v1/jeugdigen', jeugdige({ bsn: '999990044' }), key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expectProblem(
      await lokaalTeam.post('/v1/jeugdigen', jeugdige({ bsn: '999990044', naam: 'Anders' }), key),
      409,
      'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT',
    );
  });

  it('a read that asks for a position not reached yet waits at most two seconds, then says so', async () => {
    const begin = Date.now();
    const answer = await lokaalTeam.get(`/v1/jeugdigen/${jeugdigeId}`, { 'lees-na': '99999999999999999999' });
    expectProblem(answer, 503, 'LEESMODEL_LOOPT_ACHTER');
    expect(answer.headers['retry-after']).toBe('1');
    expect(Date.now() - begin).toBeLessThan(4_000);
  });

  it('writes nothing unexpected to its log', () => {
    expect(api.lines).toEqual([]);
  });
});
