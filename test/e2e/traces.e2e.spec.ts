import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demoAccounts, dienstAccounts } from '@regielijn/toegang';
import type { Answer } from '../kit/engine.js';
import { createTestDatabase, type TestDatabase } from '../kit/postgres.js';
import { createServerMode, type ServerMode } from '../kit/server.js';

jest.setTimeout(60_000);

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const TRACEPARENT = { traceparent: `00-${TRACE}-${CALLER}-01`, baggage: 'naam=Noor' };

/** A collector that keeps what it is sent, in the OpenTelemetry protocol over HTTP. */
const received: any[] = [];
let collector: Server;
let database: TestDatabase;
let mode: ServerMode;
let opened: Answer;
let refused: Answer;

const spans = (): readonly Span[] =>
  received.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap((of: any) => of.scopeSpans.flatMap((s: any) => s.spans)),
  );
const attribute = (span: Span, key: string): unknown =>
  Object.values(span.attributes.find((one) => one.key === key)?.value ?? {})[0];

beforeAll(async () => {
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      received.push(body);
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  database = await createTestDatabase();
  mode = await createServerMode({
    DATABASE_URL: database.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  });
  const api = await mode.start('api');
  const groep = { naam: 'De Merel', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
  opened = await mode.call(api, dienstAccounts.demo, 'POST', '/v1/voorzieningen', groep, TRACEPARENT);
  refused = await mode.call(api, demoAccounts['lokaal-team'], 'GET', '/v1/monitor/plaatsingen?jaar=2026');
  api.proces.signal('SIGTERM');
  expect((await api.proces.result(10_000)).code).toBe(0);
}, 60_000);
afterAll(async () => {
  mode.remove();
  collector.close();
  collector.closeAllConnections();
  await database.close();
});

describe('given a collector, when a command comes with a trace of its caller, and the process stops', () => {
  const named = (name: string): Span => spans().find((span) => span.name === name)!;

  it('then the collector has it as one trace: request, command, append, each below the other', () => {
    const [request, command, append] = [
      named('POST /v1/voorzieningen'),
      named('opdracht voorziening.open'),
      named('append voorziening'),
    ];
    expect([request, command, append].map(({ traceId }) => traceId)).toEqual([TRACE, TRACE, TRACE]);
    expect(request.parentSpanId).toBe(CALLER);
    expect(command.parentSpanId).toBe(request.spanId);
    expect(append.parentSpanId).toBe(command.spanId);
    expect(attribute(request, 'http.response.status_code')).toBe(201);
    for (const span of [request, command, append])
      expect(attribute(span, 'regielijn.correlation_id')).toBe(opened.headers['x-correlation-id']);
  });

  it('then the process has its name', () => {
    const { attributes } = received[0].resourceSpans[0].resource;
    expect(attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'regielijn-api' } });
  });

  it('then the service that was asked because of it went on with that trace, without what else the caller gave along', () => {
    expect(mode.asked[0]).toMatchObject({
      traceparent: expect.stringMatching(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`)),
    });
    expect(mode.asked[0]).not.toHaveProperty('baggage');
  });

  it('then what was refused says so by its code, in a trace of its own', () => {
    expect(refused.status).toBe(403);
    const query = named('vraag monitor.plaatsingen');
    expect(query.traceId).not.toBe(TRACE);
    expect(attribute(query, 'regielijn.code')).toBe('GEEN_TOEGANG');
    expect(query.status.code).toBe(2);
  });

  it('then nothing of what was told stands in it, and no id of what was made', () => {
    const text = JSON.stringify(received);
    expect(text).not.toMatch(/Merel|Noor/);
    expect(text).not.toContain(opened.body.id);
    expect(text).not.toContain('jaar=2026');
  });
});

describe('given a collector that is away', () => {
  it('then requests are answered, and the process stops in time and with 0', async () => {
    const api = await mode.start('api', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
    const read = await mode.call(api, demoAccounts.plaatsingscoordinator, 'GET', '/v1/voorzieningen');
    expect(read.status).toBe(200);
    const began = Date.now();
    api.proces.signal('SIGTERM');
    expect((await api.proces.result(12_000)).code).toBe(0);
    expect(Date.now() - began).toBeLessThan(8_000);
  });
});
