import type { IncomingHttpHeaders } from 'node:http';
import { context, propagation, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
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

const fail = (span: Span, code: string): void => {
  // Only the code: the text of an error may quote a person.
  span.setAttribute('regielijn.code', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
};

const observeWith =
  (tracer: Tracer): Observe =>
  ({ soort, naam, correlationId }, work) =>
    tracer.startActiveSpan(`${soort} ${naam}`, async (span) => {
      if (correlationId !== undefined) span.setAttribute('regielijn.correlation_id', correlationId);
      try {
        return await work();
      } catch (error) {
        fail(span, explainError(error).code);
        throw error;
      } finally {
        span.end();
      }
    });

const requestWith =
  (tracer: Tracer): Tracing['request'] =>
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
        if (status >= 500) fail(span, code ?? String(status));
        span.end();
      },
    };
  };

const outgoing = (): Record<string, string> => {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  // What a caller gave along as baggage is nothing for another service.
  delete headers['baggage'];
  return headers;
};

/**
 * Sends traces to a collector: OTLP over HTTP, W3C Trace Context in and out. A collector that is away costs spans, nothing
 * else.
 *
 * @param endpoint the base address, as `OTEL_EXPORTER_OTLP_ENDPOINT` has it
 */
export const openTracing = (endpoint: string, process: string): Tracing => {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: FLUSH_WITHIN_MS });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `regielijn-${process}` }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const tracer = trace.getTracer('regielijn');
  // Spans that cannot leave are lost; that is no failure of this process.
  const close = (): Promise<void> => provider.shutdown().catch(() => undefined);
  return { observe: observeWith(tracer), request: requestWith(tracer), outgoing, close };
};
