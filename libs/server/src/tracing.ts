import type { IncomingHttpHeaders } from 'node:http';
import type * as api from '@opentelemetry/api';
import type { Observe } from '@regielijn/kern';
import { explainError } from '@regielijn/postgres';

/** How long the last spans may take to leave when the process stops, in milliseconds. */
const FLUSH_WITHIN_MS = 2_000;

/** What is known of a request when its answer has gone. */
export interface RequestOutcome {
  readonly route: string;
  readonly status: number;
  readonly correlationId: string;
  readonly code?: string | undefined;
}

/** One request as a span. */
export interface RequestSpan {
  /** Calls `work` with this span around it, and around all that follows from it. */
  within(work: () => void): void;
  end(outcome: RequestOutcome): void;
}

/** Traces by OpenTelemetry: a span per request, command, query and append; names of code and a correlation id, no more. */
export interface Tracing {
  readonly observe: Observe;
  request(method: string, headers: IncomingHttpHeaders): RequestSpan;
  /** The headers by which another service goes on with the trace of now. */
  outgoing(): Record<string, string>;
  close(): Promise<void>;
}

type Otel = typeof api;

const fail = (span: api.Span, code: string, status: api.SpanStatusCode): void => {
  // Only the code: the text of an error may quote a person.
  span.setAttribute('regielijn.code', code);
  span.setStatus({ code: status });
};

const observeWith =
  ({ SpanStatusCode }: Otel, tracer: api.Tracer): Observe =>
  ({ soort, naam, correlationId }, work) =>
    tracer.startActiveSpan(`${soort} ${naam}`, async (span) => {
      if (correlationId !== undefined) span.setAttribute('regielijn.correlation_id', correlationId);
      try {
        return await work();
      } catch (error) {
        fail(span, explainError(error).code, SpanStatusCode.ERROR);
        throw error;
      } finally {
        span.end();
      }
    });

const requestWith =
  ({ context, propagation, SpanKind, SpanStatusCode, trace }: Otel, tracer: api.Tracer): Tracing['request'] =>
  (method, headers) => {
    const parent = propagation.extract(context.active(), headers);
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
    const around = trace.setSpan(parent, span);
    return {
      within: (work) => context.with(around, work),
      end: ({ route, status, correlationId, code }) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
          'regielijn.correlation_id': correlationId,
        });
        if (status >= 500) fail(span, code ?? String(status), SpanStatusCode.ERROR);
        span.end();
      },
    };
  };

const startProvider = async (endpoint: string, process: string): Promise<{ shutdown(): Promise<void> }> => {
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: FLUSH_WITHIN_MS,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `regielijn-${process}` }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return provider;
};

/**
 * Sends traces to a collector: OTLP over HTTP, W3C Trace Context in and out. The packages are loaded here and not with
 * this lib, since most deployments have no collector. A collector that is away costs spans, nothing else.
 *
 * @param endpoint the base address, as `OTEL_EXPORTER_OTLP_ENDPOINT` has it
 */
export const openTracing = async (endpoint: string, process: string): Promise<Tracing> => {
  const otel = await import('@opentelemetry/api');
  const provider = await startProvider(endpoint, process);
  const tracer = otel.trace.getTracer('regielijn');
  return {
    observe: observeWith(otel, tracer),
    request: requestWith(otel, tracer),
    outgoing: () => {
      const headers: Record<string, string> = {};
      otel.propagation.inject(otel.context.active(), headers);
      // What a caller gave along as baggage is nothing for another service.
      delete headers['baggage'];
      return headers;
    },
    close: () => provider.shutdown(),
  };
};
