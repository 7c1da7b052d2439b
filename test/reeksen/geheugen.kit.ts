import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createCatalogue, type Engine, EngineModule, readModelsBij, readRules, Settings } from '@regielijn/engine';
import {
  CommandRunner,
  EventCodec,
  EventLog,
  LOG_START,
  MemoryEventStore,
  MemoryKeyStore,
  type RecordedEvent,
} from '@regielijn/event-store';
import { unobserved, withCorrections } from '@regielijn/kern';
import { Poort } from '@regielijn/poort';
import { categoryOf, type Follower, type ReadModel } from '@regielijn/projecties';
import { PlekVolgtTraject } from '@regielijn/traject';

type Rij = Readonly<Record<string, unknown>>;

/** The row of one stream, folded from its beginning. */
export const rijVan = (readModel: ReadModel, history: readonly RecordedEvent[]): object | null =>
  withCorrections(history as never).reduce<object | null>((rij, event) => readModel.evolve(rij, event as never), null);

/** Of all processes and stores, as reading every event type takes longer than many a sequence. */
const catalogue = createCatalogue();

export const leesmodellen = readModelsBij(readRules().bewaking);

/** Everything that is kept: what a restart finds again. */
export class Opslag {
  readonly store = new MemoryEventStore();
  readonly keys = new MemoryKeyStore();
  readonly log = new EventLog(this.store, new EventCodec(catalogue, this.keys));

  /** The rows of a read model that knows the whole log, or the lines below them, in the order of their streams. */
  async rijen(tabel: string): Promise<readonly Rij[]> {
    const readModel = leesmodellen.find(({ name, lines }) => name === tabel || lines?.name === tabel)!;
    const events = await this.store.readAll(LOG_START, Infinity);
    const streams = [...new Set(events.map(({ stream }) => stream))].sort();
    const eigen = streams.filter((stream) => readModel.categories.includes(categoryOf(stream)));
    const rijen = await Promise.all(
      eigen.map(async (stream) => {
        const rij = rijVan(readModel, await this.log.readSealed(stream));
        return rij && { ...rij, stream };
      }),
    );
    const bekend = rijen.filter((rij) => rij !== null);
    const { lines } = readModel;
    return lines?.name === tabel
      ? bekend.flatMap((rij) => lines.of(rij).map((line) => ({ ...line, stream: rij.stream })))
      : bekend;
  }
}

const VRAAG =
  /^select (?<kolommen>[\w, ]+) from lm\.(?<tabel>\w+) where (?<eisen>.+?)(?: order by (?<orde>\w+)(?<af> desc)?)?$/;
const EIS = /^(?<kolom>\w+) (?<toets>=|<>|<=) (?:\$(?<nr>\d)|any\(\$(?<nrs>\d)\)|'(?<tekst>\w+)')$/;

/** Whether a row meets one condition; one of another form than the handlers use fails the test. */
const voldoet = (rij: Rij, eis: string, params: readonly unknown[]): boolean => {
  const { kolom, toets, nr, nrs, tekst } = EIS.exec(eis)?.groups ?? {};
  if (!kolom) throw new Error(`the memory engine does not know the condition: ${eis}`);
  const waarde = rij[kolom] as string | null;
  if (nrs) return (params[Number(nrs) - 1] as unknown[]).includes(waarde);
  const gevraagd = (nr ? params[Number(nr) - 1] : tekst) as string;
  if (toets === '=') return waarde === gevraagd;
  if (toets === '<>') return waarde !== gevraagd;
  return waarde !== null && waarde <= gevraagd;
};

/** Files are not what this is about: they are taken in and forgotten. */
const BESTANDEN = /documenten\.inhoud/;

/** Nor who gets messages: each preference is stored as the first. */
const ONTVANGERS = /berichten\.ontvanger/;

const query = (opslag: () => Opslag) => async (sql: string | object, params: readonly unknown[]) => {
  // Whether the read models are behind: never, as they are made when they are asked for.
  if (typeof sql !== 'string') return { rows: [{ behind: false }] };
  if (BESTANDEN.test(sql)) return { rows: [] };
  if (ONTVANGERS.test(sql)) return { rows: [{ versie: 0n }] };
  const { kolommen, tabel, eisen, orde = 'stream', af } = VRAAG.exec(sql)?.groups ?? {};
  if (!tabel) throw new Error(`the memory engine has no answer to: ${sql}`);
  const rijen = (await opslag().rijen(tabel))
    .filter((rij) => eisen!.split(' and ').every((eis) => voldoet(rij, eis, params)))
    .sort((a, b) => (af ? -1 : 1) * String(a[orde]).localeCompare(String(b[orde])));
  const namen = kolommen!.split(', ').map((kolom) => kolom.split(' as '));
  return { rows: rijen.map((rij) => Object.fromEntries(namen.map(([kolom, als]) => [als ?? kolom!, rij[kolom!]]))) };
};

/** Passes everything on to whatever stands there at that moment. */
const doorgeven = <T extends object>(huidig: () => T): T =>
  new Proxy({} as T, {
    get: (_, naam) => {
      const deel: unknown = Reflect.get(huidig(), naam);
      return typeof deel === 'function' ? (deel.bind(huidig()) as unknown) : deel;
    },
  });

export interface Geheugen {
  /** Two processes on one store: what races must race for real. */
  readonly poorten: readonly [Poort, Poort];
  readonly opslag: Opslag;
  readonly rules: Engine['rules'];
  /** Lets the plekken follow the trajecten: all events, from the first on, until it adds no more. */
  volgPlekken(): Promise<void>;
  /** An empty store; putting the parts together anew each time would take most of the test. */
  leeg(): void;
  close(): Promise<void>;
}

/** As a runner does it, but alone. */
const leesTotEinde = async (follower: Follower, { store, log }: Opslag): Promise<void> => {
  let tot = LOG_START;
  for (
    let gelezen = await store.readAll(tot, Infinity);
    gelezen.length > 0;
    gelezen = await store.readAll(tot, Infinity)
  )
    for (const event of gelezen) {
      if (follower.categories.includes(categoryOf(event.stream))) await follower.handle((await log.open([event]))[0]!);
      tot = event.position;
    }
};

/** Gate, buses, handlers and rules as every process has them, with a store and keys in memory. */
export const startGeheugen = async (): Promise<Geheugen> => {
  let opslag = new Opslag();
  const rules = readRules();
  const proces = (): Promise<INestApplicationContext> => {
    const log = doorgeven(() => opslag.log);
    const engine = {
      ...{ rules, log, runner: new CommandRunner(log), keys: doorgeven(() => opslag.keys) },
      pool: { query: query(() => opslag) },
      settings: new Settings(),
      observe: unobserved,
    };
    return NestFactory.createApplicationContext(EngineModule.on(engine as unknown as Engine), { logger: false });
  };
  const [een, twee] = await Promise.all([proces(), proces()]);
  return {
    rules,
    volgPlekken: () => leesTotEinde(een.get(PlekVolgtTraject, { strict: false }), opslag),
    poorten: [een.get(Poort), twee.get(Poort)],
    get opslag() {
      return opslag;
    },
    leeg: () => {
      opslag = new Opslag();
    },
    close: async () => {
      await Promise.all([een.close(), twee.close()]);
    },
  };
};
