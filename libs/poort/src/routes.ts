import { Controller, Get, Header, HttpCode, Inject, Post, Req, Res, type Type } from '@nestjs/common';
// Not from the package as a whole, which brings all of Fastify into every process and test that knows a route.
import { RouteConfig } from '@nestjs/platform-fastify/decorators/route-config.decorator.js';
import type { CommandReceipt, LogPosition } from '@regielijn/event-store';
import {
  type Actor,
  CodedError,
  type CommandClass,
  IdSchema,
  ongeldig,
  type Query,
  type QueryClass,
  randomId,
} from '@regielijn/kern';
import { z } from 'zod';
import { parseInput, Poort } from './poort.js';

/** Waits until these read models (all when absent) know the log up to a position; the `Lees-Na` header. */
export type LeesNa = (position: LogPosition, leest?: readonly string[]) => Promise<void>;
export const LEES_NA = Symbol('LeesNa');

/** Whether a text may be a position of a log, of whichever store. */
export const isPositie = (tekst: string): boolean => /^[0-9-]{1,80}$/.test(tekst);

/** The request as the guard leaves it: it knows who asks. */
export interface Verzoek {
  /** What this request and all that follows from it is known by. */
  readonly id?: string;
  readonly actor?: Actor;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Antwoord {
  header(name: string, value: string): unknown;
}

/** What a route takes in when that is more than the others do, and what who sends more is told. */
export interface GrootsteInhoud {
  readonly bytes: number;
  readonly code: string;
  readonly zin: string;
}

export interface CommandRoute {
  readonly pad: string;
  readonly opdracht: CommandClass;
  /** The id of what this command makes, from the command's id. Makes the answer a 201. */
  readonly nieuwId?: (commandId: string) => string;
  /** Fields that follow from who asks, and so are no part of the body. */
  readonly uitActor?: (actor: Actor) => Readonly<Record<string, string>>;
  readonly grootsteInhoud?: GrootsteInhoud;
}

type VraagClass = QueryClass<Query & { readonly answer: unknown }>;

/** A file to download; its name must say nothing about a person, since it ends up wherever downloads do. */
export interface Bestand {
  readonly bytes: Uint8Array;
  readonly mediatype: string;
  readonly bestandsnaam: string;
}

/** Stands for an answer that is a `Bestand` instead of JSON. */
export const ALS_BESTAND = Symbol('als bestand');

export interface QueryRoute {
  readonly pad: string;
  readonly vraag: VraagClass;
  readonly antwoord: z.ZodType | typeof ALS_BESTAND;
  /** Asked by POST, with the question in the body: it may hold what must never stand in an address. */
  readonly inInhoud?: boolean;
}

export type Route = CommandRoute | QueryRoute;

const headerOf = ({ headers }: Verzoek, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Who asks; the guard refused a stranger already. */
export const actorOf = ({ actor }: Verzoek): Actor => {
  if (actor) return actor;
  throw new CodedError('unauthenticated', 'NIET_AANGEMELD', 'Meld u eerst aan.');
};

const ifMatchOf = (verzoek: Verzoek): bigint | undefined => {
  const value = headerOf(verzoek, 'if-match');
  if (value === undefined) return undefined;
  const [, version] = /^"?(\d{1,18})"?$/.exec(value) ?? [];
  if (version === undefined) throw ongeldig('ONGELDIGE_IF_MATCH', 'If-Match moet een versienummer zijn, zoals "3".');
  return BigInt(version);
};

const bodyOf = ({ body }: Verzoek): Record<string, unknown> => {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw ongeldig('ONGELDIGE_INVOER', 'De inhoud moet een JSON-object zijn.');
  if (isDeeperThan(DEEPEST, body))
    throw ongeldig('INHOUD_TE_DIEP', `De inhoud mag niet meer dan ${DEEPEST} niveaus diep zijn.`);
  return body as Record<string, unknown>;
};

/** Deeper than anything that a schema here asks for. Whatever goes through it further on may then do so by recursion. */
const DEEPEST = 32;

const isDeeperThan = (depth: number, value: unknown): boolean => {
  let level: unknown[] = [value];
  for (let deep = 0; level.length > 0; deep += 1) {
    if (deep > depth) return true;
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
};

const giveCommand = async (poort: Poort, route: CommandRoute, verzoek: Verzoek, antwoord: Antwoord) => {
  const actor = actorOf(verzoek);
  const { geldigOp, ...body } = bodyOf(verzoek);
  const key = headerOf(verzoek, 'idempotency-key');
  const commandId =
    key === undefined
      ? randomId()
      : parseInput(z.object({ 'Idempotency-Key': IdSchema }), { 'Idempotency-Key': key })['Idempotency-Key'];
  const ifMatch = ifMatchOf(verzoek);
  const receipt: CommandReceipt = await poort.opdracht(
    route.opdracht,
    { ...body, ...verzoek.params, ...route.uitActor?.(actor) },
    {
      actor,
      commandId,
      ...(verzoek.id === undefined ? {} : { correlationId: verzoek.id }),
      ...(ifMatch === undefined ? {} : { ifMatch }),
      ...(geldigOp === undefined ? {} : { geldigOp: geldigOp as string }),
    },
  );
  antwoord.header('ETag', `"${receipt.version}"`);
  antwoord.header('Lees-Na', receipt.position);
  return {
    id: receipt.eventIds.length > 0 ? (route.nieuwId?.(commandId) ?? null) : null,
    versie: Number(receipt.version),
    positie: receipt.position,
    gebeurtenissen: receipt.eventIds,
  };
};

const askQuestion = async (
  poort: Poort,
  leesNa: LeesNa,
  route: QueryRoute,
  verzoek: Verzoek,
  antwoord: Antwoord,
): Promise<unknown> => {
  const actor = actorOf(verzoek);
  const position = headerOf(verzoek, 'lees-na');
  if (position !== undefined) {
    if (!isPositie(position))
      throw ongeldig('ONGELDIGE_LEES_NA', 'Lees-Na moet de positie van een eerdere opdracht zijn.');
    await leesNa(position, route.vraag.definition.leest);
  }
  const gevraagd = route.inInhoud ? bodyOf(verzoek) : verzoek.query;
  const answer = await poort.vraag(route.vraag, { ...gevraagd, ...verzoek.params }, actor);
  if (route.antwoord === ALS_BESTAND) return asDownload(answer as Bestand, antwoord);
  linkToNext(answer, verzoek, antwoord);
  return answer;
};

/** Whether a question is answered a page at a time. */
export const isBladervraag = ({ vraag, inInhoud }: QueryRoute): boolean =>
  !inInhoud && 'na' in vraag.definition.schema.shape;

/** The address of the page after this one (RFC 8288), so that nobody has to put it together. */
const linkToNext = (answer: unknown, { url, query }: Verzoek, antwoord: Antwoord): void => {
  const { volgende } = answer as { readonly volgende?: unknown };
  if (typeof volgende !== 'string') return;
  const next = new URLSearchParams({ ...query, na: volgende });
  antwoord.header('Link', `<${url.split('?', 1)[0]!}?${next.toString()}>; rel="next"`);
};

/** Never shown in the page that asked: whatever is in the file, it runs nowhere under our name. */
const asDownload = ({ bytes, mediatype, bestandsnaam }: Bestand, antwoord: Antwoord): Uint8Array => {
  antwoord.header('Content-Type', mediatype);
  antwoord.header('Content-Disposition', `attachment; filename="${bestandsnaam}"`);
  antwoord.header('Content-Security-Policy', 'sandbox');
  return bytes;
};

const tables = new Map<unknown, { readonly tag: string; readonly routes: readonly Route[] }>();

/** The table that a controller was made from; absent for a controller that was written. */
export const tableOf = (controller: unknown): { readonly tag: string; readonly routes: readonly Route[] } | undefined =>
  tables.get(controller);

/** The method of a controller that stands for a row of its table. */
export const methodOf = (index: number): string => `route${index}`;

/**
 * One controller from a table of routes: a path, and the command or query it stands for. Path and body (or query
 * string) together are the input. Everything else is the same for all routes, and stands here once.
 */
export const controllerFor = (tag: string, routes: readonly Route[]): Type => {
  class RoutesController {
    @Inject(Poort) readonly poort!: Poort;
    @Inject(LEES_NA) readonly leesNa!: LeesNa;
  }
  routes.forEach((route, index) => {
    const name = methodOf(index);
    const isCommand = 'opdracht' in route;
    const handler = isCommand
      ? function (this: RoutesController, verzoek: Verzoek, antwoord: Antwoord) {
          return giveCommand(this.poort, route, verzoek, antwoord);
        }
      : function (this: RoutesController, verzoek: Verzoek, antwoord: Antwoord) {
          return askQuestion(this.poort, this.leesNa, route, verzoek, antwoord);
        };
    const { prototype } = RoutesController;
    Object.defineProperty(prototype, name, { value: handler, configurable: true, writable: true });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
    const decorators: MethodDecorator[] = isCommand
      ? [Post(route.pad), HttpCode(route.nieuwId ? 201 : 200), RouteConfig({ grootsteInhoud: route.grootsteInhoud })]
      : [
          ...(route.inInhoud ? [Post(route.pad), HttpCode(200), RouteConfig({ leest: true })] : [Get(route.pad)]),
          Header('Cache-Control', 'no-store'),
        ];
    for (const decorate of decorators) decorate(prototype, name, descriptor);
    Req()(prototype, name, 0);
    Res({ passthrough: true })(prototype, name, 1);
    Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  });
  Controller()(RoutesController);
  tables.set(RoutesController, { tag, routes });
  return RoutesController;
};
