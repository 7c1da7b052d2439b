import { deepStrictEqual } from 'node:assert/strict';
import { bewakingDecider } from '@regielijn/bewaking';
import type { RecordedEvent } from '@regielijn/event-store';
import { berichtDecider } from '@regielijn/berichten';
import { documentDecider } from '@regielijn/documenten';
import { stateAsOf } from '@regielijn/dossier';
import { bewakingen } from '@regielijn/engine';
import { casusregieOp, jeugdigeDecider, jeugdigeVan } from '@regielijn/jeugdige';
import { type Decider, type DomainEvent, fold, isCorrectieType, type Past, plusUren } from '@regielijn/kern';
import { reviewDecider } from '@regielijn/kwartaalreview';
import { machtigingDecider } from '@regielijn/machtiging';
import { opschalingDecider } from '@regielijn/opschaling';
import { terugkeerDecider } from '@regielijn/terugkeer';
import { trajectDecider } from '@regielijn/traject';
import { voorzieningDecider } from '@regielijn/voorziening';
import { normtoetsDecider } from '../../libs/normenkader/src/domain/decide.js';
import { vereisSamenhang } from '../../libs/termijnen/src/bewaking.kit.js';
import { leesmodellen, type Opslag, rijVan } from './geheugen.kit.js';
import { casusregiehouderOp, dagVan, feitenOp, type Peil } from './naslag.kit.js';

type Vouwer = Pick<Decider<never, unknown, DomainEvent, never>, 'initialState' | 'evolve'>;

const VOUWERS = {
  jeugdige: jeugdigeDecider,
  machtiging: machtigingDecider,
  traject: trajectDecider,
  voorziening: voorzieningDecider,
  document: documentDecider,
  normtoets: normtoetsDecider,
  kwartaalreview: reviewDecider,
  opschaling: opschalingDecider,
  terugkeer: terugkeerDecider,
  proces: bewakingDecider,
  bericht: berichtDecider,
} as unknown as Readonly<Record<string, Vouwer>>;

const sliceVan = (stream: string): string => stream.slice(0, stream.indexOf('-'));
const json = <T>(waarde: T): T => JSON.parse(JSON.stringify(waarde)) as T;

/**
 * Keeps state and row of each stream event by event, as a process that runs does, and holds them against a replay. Personal
 * fields stay encrypted: a destroyed key makes another text of what is read, but changes nothing in the log.
 */
export class Standen {
  private readonly stand = new Map<string, { versie: number; stand: unknown; rijen: readonly unknown[] }>();

  constructor(private readonly opslag: Opslag) {}

  /** Takes in what was recorded since, and compares. */
  async volg(log: readonly RecordedEvent[]): Promise<void> {
    for (const stream of new Set(log.map((event) => event.stream))) {
      const versie = log.filter((event) => event.stream === stream).length;
      if (this.stand.get(stream)?.versie === versie) continue;
      this.vergelijk(stream, await this.opslag.log.readSealed(stream));
    }
  }

  private vergelijk(stream: string, history: readonly RecordedEvent[]): void {
    const slice = sliceVan(stream);
    const vouwer = VOUWERS[slice]!;
    const eigen = leesmodellen.filter(({ categories }) => categories.includes(slice));
    const vorige = this.stand.get(stream) ?? { versie: 0, stand: vouwer.initialState, rijen: eigen.map(() => null) };
    const nieuw = history.slice(vorige.versie) as unknown as readonly Past<DomainEvent>[];
    const opnieuw = fold(vouwer, history as never);
    const rijenOpnieuw = eigen.map((readModel) => json(rijVan(readModel, history)));
    // A correction changes what earlier events mean: a row is then folded again, and a state always is.
    if (!nieuw.some(({ type }) => isCorrectieType(type))) {
      deepStrictEqual(nieuw.reduce(vouwer.evolve, vorige.stand), opnieuw, `${stream}: replay gives another state`);
      const rijen = eigen.map((readModel, nr) =>
        history
          .slice(vorige.versie)
          .reduce((rijTot, event) => json(readModel.evolve(rijTot as object | null, event)), vorige.rijen[nr]),
      );
      deepStrictEqual(rijen, rijenOpnieuw, `${stream}: replay gives another row`);
    }
    this.stand.set(stream, { versie: history.length, stand: opnieuw, rijen: rijenOpnieuw });
  }
}

/** Days around the sequence and within it. */
const peilen = (history: readonly RecordedEvent[]): readonly Peil[] => {
  const dagen = [...new Set(history.flatMap(({ geldigOp, vastgelegdOp }) => [geldigOp, vastgelegdOp]).map(dagVan))];
  const enkele = dagen.filter((_, nr) => nr % Math.ceil(dagen.length / 5) === 0);
  return [{}, ...enkele.flatMap((op) => [{ op }, { bekendOp: op }, ...enkele.map((bekendOp) => ({ op, bekendOp }))])];
};

/** `--op` and `--bekend-op` against what somebody works out with pen and paper. */
export const toetsPeildagen = (stream: string, history: readonly RecordedEvent[]): void => {
  const vouwer = VOUWERS[sliceVan(stream)]!;
  for (const peil of peilen(history)) {
    const verwacht = feitenOp(history, peil).reduce(vouwer.evolve, vouwer.initialState);
    deepStrictEqual(stateAsOf(vouwer, history, peil), verwacht, `${stream} as of ${JSON.stringify(peil)}`);
  }
};

/** The terms of a stream hang together, whatever was told and corrected. */
export const toetsTermijnen = (stream: string, history: readonly RecordedEvent[]): void => {
  const bewaking = bewakingen.find(({ categorie }) => categorie === sliceVan(stream));
  if (bewaking) vereisSamenhang(bewaking, history);
};

/** Exactly one organisation holds casusregie at every moment since the registration: the one that follows from the facts. */
export const toetsCasusregie = (stream: string, history: readonly RecordedEvent[]): void => {
  const state = jeugdigeVan(fold(jeugdigeDecider, history as never));
  const feiten = feitenOp(history);
  if (state === null) return;
  const begin = feiten[0]!.geldigOp;
  const lijn = state.casusregie.map(({ vanaf }) => vanaf);
  deepStrictEqual([lijn[0], lijn], [begin, [...lijn].sort()], `${stream}: casusregie has a gap or runs back`);
  const momenten = feiten.flatMap(({ geldigOp }) => [-1, 0, 1].map((uren) => plusUren(geldigOp, uren)));
  for (const moment of momenten.filter((kandidaat) => kandidaat >= begin)) {
    const { houder } = casusregieOp(state, moment);
    deepStrictEqual(houder, casusregiehouderOp(feiten, moment), `${stream}: who holds casusregie at ${moment}`);
  }
};
