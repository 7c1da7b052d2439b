import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dienstAccounts } from '@regielijn/toegang';
import { randomId } from '@regielijn/kern';
import { until } from '../kit/cli.js';
import { startTestApi, type TestApi } from '../kit/engine.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close(), 60_000);

/** What a newer program wrote about a machtiging: its read model stands still before it. */
const schrijfOnbekend = async (): Promise<void> => {
  const nu = new Date().toISOString();
  await api.engine.store.append(`machtiging-${randomId()}`, 'no-stream', [
    {
      ...{ id: randomId(), type: 'machtiging.uit-de-toekomst@9', geldigOp: nu, vastgelegdOp: nu, data: {} },
      metadata: { actor: dienstAccounts.demo, correlationId: randomId(), causationId: randomId() },
    },
  ]);
  await until('the read model stands still', () => api.lines.some((line) => /machtiging staat stil/.test(line)));
};

describe('a read after a write, while one read model stands still', () => {
  it('given a query on another read model, then it answers; given one on that read model, then it says to try again', async () => {
    const jeugdige = await api.as('lokaal-team').post('/v1/jeugdigen', {
      ...{ bsn: '999990007', naam: 'Jesse Voorbeeld', geboortedatum: '2011-03-09', geslacht: 'man' },
      gemeente: { code: '0599' },
    });
    await schrijfOnbekend();
    const voorziening = await api.as('plaatsingscoordinator').post('/v1/voorzieningen', {
      ...{ naam: 'Groep De Eik', aanbieder: 'aanbieder-1', gemeentecode: '0599', variant: 'kib' },
    });
    const leesNa = { 'lees-na': voorziening.headers['lees-na']! };
    const plekken = await api.as('plaatsingscoordinator').get('/v1/voorzieningen', leesNa);
    expect(plekken).toMatchObject({ status: 200, body: { voorzieningen: [{ voorzieningId: voorziening.body.id }] } });
    const cijfers = await api.as('regiosturing').get('/v1/monitor/plaatsingen?jaar=2026', leesNa);
    expect(cijfers.status).toBe(200);
    const dossier = await api.as('lokaal-team').get(`/v1/jeugdigen/${jeugdige.body.id}`, leesNa);
    expect(dossier).toMatchObject({ status: 503, body: { code: 'LEESMODEL_LOOPT_ACHTER' } });
  });
});
