import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { CodedError, type ErrorKind } from '@regielijn/kern';
import { databaseAway, isDatabaseAway, type Say } from '@regielijn/postgres';
import type { GrootsteInhoud } from '@regielijn/poort';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What this route takes in, when that is not what the others take. */
    grootsteInhoud?: GrootsteInhoud;
    /** A question that is asked by POST: it changes nothing. */
    leest?: boolean;
  }
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  'too-large': 413,
  refused: 409,
  conflict: 409,
  precondition: 412,
  unavailable: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'De invoer klopt niet',
  401: 'Niet aangemeld',
  403: 'Geen toegang',
  404: 'Niet gevonden',
  405: 'Deze methode bestaat hier niet',
  408: 'Te langzaam',
  409: 'Dit kan nu niet',
  410: 'Er niet meer',
  412: 'Intussen gewijzigd',
  413: 'Te groot',
  415: 'Verkeerd soort inhoud',
  431: 'Te groot',
  500: 'Er ging iets mis',
  503: 'Even niet beschikbaar',
};

/** What the framework itself refuses: a body it cannot read, a route that is not there. */
const FRAMEWORK_CODES: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['ONGELDIGE_INVOER', 'Het verzoek is niet te lezen. Kijk na of de inhoud geldige JSON is en het adres klopt.'],
  404: ['NIET_GEVONDEN', 'Dit adres bestaat niet.'],
  405: ['METHODE_BESTAAT_NIET', 'Deze methode bestaat niet op dit adres.'],
  408: ['TE_LANGZAAM', 'Het verzoek kwam niet op tijd in zijn geheel binnen. Probeer het opnieuw.'],
  413: ['TE_GROOT', 'Het verzoek is te groot.'],
  415: ['VERKEERD_SOORT_INHOUD', 'Stuur de inhoud als JSON, met Content-Type: application/json.'],
  431: ['TE_GROOT', 'De kop van het verzoek is te groot.'],
};

interface Problem {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const problem = (status: number, code: string, detail: string, more: object = {}): Problem => {
  const always = { type: 'about:blank', title: TITLES[status] ?? 'Fout', status, detail, code };
  // What an error tells more comes last, and never in the place of what every problem has.
  return { status, body: { ...always, ...more, ...always } };
};

const statusOf = (error: unknown): number | undefined =>
  error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;

/** A body that is too large for a route with a limit of its own gets the sentence of that route. */
const asRouteSays = (error: unknown, { routeOptions }: FastifyRequest): unknown => {
  const grootste = routeOptions.config?.grootsteInhoud;
  return statusOf(error) === 413 && grootste ? new CodedError('too-large', grootste.code, grootste.zin) : error;
};

/** RFC 9457 problem details with a stable code. Nothing of an unexpected error reaches the caller. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof CodedError) {
    const { kind, code, message, data, bron } = error;
    return problem(STATUS[kind], code, message, { ...data, ...(bron === undefined ? {} : { bron }) });
  }
  if (isDatabaseAway(error)) return problemOf(databaseAway());
  const status = statusOf(error);
  const known = status === undefined ? undefined : FRAMEWORK_CODES[status];
  if (status !== undefined && known) return problem(status, ...known);
  return problem(
    500,
    'INTERNE_FOUT',
    'Er ging iets mis dat niet aan uw verzoek ligt. Het is vastgelegd voor de beheerder.',
  );
};

/** Semantic version of the API, as the document and every answer name it; the first number is the one in its address. */
export const API_VERSION = '0.1.0';

/** Headers that every answer carries. Source: NL API Design Rules 2.1, transport/security-headers and version-header. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'API-Version': API_VERSION,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export const problemHeaders = { ...COMMON_HEADERS, 'Content-Type': 'application/problem+json' } as const;

export const sendProblem = async (reply: FastifyReply, error: unknown): Promise<void> => {
  const { status, body } = problemOf(error);
  reply.request.problemCode = body['code'] as string;
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  if (status === 503) void reply.header('Retry-After', '1');
  await reply.status(status).headers(problemHeaders).send(JSON.stringify(body));
};

/** One filter for whatever a handler throws. The unexpected is said. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly say: Say) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const error = asRouteSays(thrown, request);
    if (problemOf(error).status === 500) this.say('verzoek mislukt', { error, correlationId: request.id });
    await sendProblem(http.getResponse<FastifyReply>(), error);
  }
}
