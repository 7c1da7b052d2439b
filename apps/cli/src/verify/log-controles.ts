import { termijnStream } from '@regielijn/bewaking';
import type { Engine } from '@regielijn/engine';
import { LOG_START, type LogPosition, type RecordedEvent } from '@regielijn/event-store';
import { fold, type Instant, isCorrectieType } from '@regielijn/kern';
import { geldigeReserveringen, minstOpenPlekken, voorzieningDecider } from '@regielijn/voorziening';
import { type Controle, Telling } from './controle.js';

const PAGE = 5_000;

/** The streams that checks look at, by how their names begin. Of each they get all events, as the store holds them. */
const BEGIN = {
  jeugdigen: 'jeugdige-',
  voorzieningen: 'voorziening-',
  normtoetsen: 'normtoets-',
  machtigingen: 'machtiging-',
  documenten: 'document-',
  reviews: 'kwartaalreview-',
  /** What was told about each term. */
  termijnen: termijnStream(''),
} as const;
type Soort = keyof typeof BEGIN;
const SOORTEN = Object.keys(BEGIN) as readonly Soort[];

type Streams = Map<string, RecordedEvent[]>;

interface Gelezen {
  readonly events: number;
  readonly controles: readonly Controle[];
  readonly streams: Readonly<Record<Soort, ReadonlyMap<string, readonly RecordedEvent[]>>>;
  /** When something was last recorded in each stream. */
  readonly vastgelegd: ReadonlyMap<string, Instant>;
  /** Where the log ended. */
  readonly laatste: LogPosition;
}

/** One pass over the log: its order and versions, then the rules that must hold at every moment. */
export const leesLog = async (
  { store, settings }: Pick<Engine, 'store' | 'settings'>,
  bijEvents: (gelezen: number) => void,
): Promise<Gelezen> => {
  // EventStoreDB promises order only.
  const volgorde = new Volgorde(settings.EVENTSTORE_URL === undefined);
  const streams = Object.fromEntries(SOORTEN.map((soort) => [soort, new Map()])) as Record<Soort, Streams>;
  const vastgelegd = new Map<string, Instant>();
  let events = 0;
  let position: LogPosition = LOG_START;
  for (;;) {
    const page = await store.readAll(position, PAGE);
    for (const event of page) {
      events += 1;
      volgorde.bekijk(event);
      vastgelegd.set(event.stream, event.vastgelegdOp);
      for (const soort of SOORTEN) bewaar(event, BEGIN[soort], streams[soort]);
    }
    bijEvents(events);
    position = page.at(-1)?.position ?? position;
    if (page.length < PAGE) break;
  }
  const controles = [
    volgorde.telling.uitslag(),
    controleerRegie(streams.jeugdigen),
    controleerPlekken(streams.voorzieningen),
  ];
  return { events, controles, streams, vastgelegd, laatste: position };
};

/** Stream versions follow each other; on a log without gaps positions too, and the times do not run back. */
class Volgorde {
  readonly telling = new Telling('logboek zonder gaten');
  private readonly versies = new Map<string, bigint>();
  private positie = 0n;
  private moment = '';

  constructor(private readonly zonderGaten: boolean) {}

  bekijk({ stream, streamVersion, position, vastgelegdOp }: RecordedEvent): void {
    this.telling.tel();
    const versie = (this.versies.get(stream) ?? -1n) + 1n;
    if (streamVersion !== versie) this.telling.fout(`${stream}: versie ${streamVersion} waar ${versie} moet staan`);
    this.versies.set(stream, streamVersion);
    if (!this.zonderGaten) return;
    const verwacht = this.positie + 1n;
    this.positie = BigInt(position);
    if (this.positie !== verwacht) this.telling.fout(`positie ${this.positie} waar ${verwacht} moet staan`);
    if (vastgelegdOp < this.moment) this.telling.fout(`${stream}: vastgelegdOp loopt terug`);
    this.moment = vastgelegdOp;
  }
}

const bewaar = (event: RecordedEvent, prefix: string, streams: Streams): void => {
  if (!event.stream.startsWith(prefix)) return;
  const bekend = streams.get(event.stream);
  if (bekend) bekend.push(event);
  else streams.set(event.stream, [event]);
};

interface Houder {
  readonly soort: string;
  readonly organisatie: string;
}

/**
 * Exactly one holder at every moment: every acceptance is of an offer made by whoever held casusregie then, to whoever
 * accepts now; a move takes it along from a gemeente, a change of GI from a GI. Recounted from the events themselves,
 * not from the state that made them.
 */
const controleerRegie = (streams: Streams): Controle => {
  const telling = new Telling('één casusregiehouder op elk moment');
  for (const [stream, events] of streams) {
    if (isVervallen(events)) continue;
    telling.tel();
    volgCasusregie(events, (wat) => telling.fout(`${stream}: ${wat}`));
  }
  return telling.uitslag();
};

const volgCasusregie = (events: readonly RecordedEvent[], fout: (wat: string) => void): void => {
  let houder: Houder | null = null;
  let sinds = '';
  const aanbod = new Map<string, { van: string; aan: string }>();
  for (const { type, data, geldigOp } of events) {
    const veld = (naam: string): Houder => data[naam] as unknown as Houder;
    const is = (naam: string): boolean => type.startsWith(`jeugdige.${naam}@`);
    let naar: Houder | null = null;
    if (is('geregistreerd')) {
      if (houder !== null) fout('twee keer geregistreerd');
      naar = veld('casusregie');
    } else if (houder === null) fout('begint niet met een registratie');
    if (is('regieoverdracht-aangeboden'))
      aanbod.set(data['overdrachtId'] as string, { van: veld('van').organisatie, aan: veld('aan').organisatie });
    if (is('regieoverdracht-aanvaard')) {
      const bod = aanbod.get(data['overdrachtId'] as string);
      naar = veld('door');
      if (!bod || bod.van !== houder?.organisatie || bod.aan !== naar.organisatie)
        fout('aanvaarding zonder geldig aanbod');
    }
    // A move that is told late, from before this holder, changed who held it then and not who holds it now.
    if (is('verhuisd') && houder?.soort === 'gemeente' && geldigOp >= sinds) naar = veld('gemeente');
    if (is('gi-gewisseld')) {
      if (houder?.soort !== 'GI') fout('wissel van GI terwijl geen GI de casusregie voert');
      naar = { soort: 'GI', organisatie: data['naar'] as string };
    }
    if (naar !== null) [houder, sinds] = [naar, geldigOp];
  }
};

/** A registration that was never finished: no dossier, so nobody holds casusregie. */
const isVervallen = (events: readonly RecordedEvent[]): boolean =>
  events.length === 1 && events[0]!.type.startsWith('jeugdige.registratie-vervallen@');

/**
 * Never more reserved than open: at each reservation there was a plek for it until its end, by what was known then. That
 * somebody turns out not to have left takes no promise back.
 */
const controleerPlekken = (streams: Streams): Controle => {
  const telling = new Telling('geen plek twee keer gereserveerd');
  for (const [stream, recorded] of streams) {
    let state = voorzieningDecider.initialState;
    for (const [nr, event] of recorded.entries()) {
      state = isCorrectieType(event.type)
        ? fold(voorzieningDecider, recorded.slice(0, nr + 1) as never)
        : voorzieningDecider.evolve(state, event as never);
      const { type, data, vastgelegdOp } = event;
      if (!type.startsWith('voorziening.plek-gereserveerd@') || state === null) continue;
      telling.tel();
      const bezet = geldigeReserveringen(state, vastgelegdOp).length + state.bezet.length;
      if (bezet > minstOpenPlekken(state, vastgelegdOp, data['geldigTot'] as string))
        telling.fout(`${stream}: meer gereserveerd dan open`);
    }
  }
  return telling.uitslag();
};
