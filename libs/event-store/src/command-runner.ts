import { setTimeout as sleep } from 'node:timers/promises';
import {
  CodedError,
  type Command,
  type CommandContext,
  type Decider,
  deriveId,
  type DomainEvent,
  fold,
  type JsonObject,
} from '@regielijn/kern';
import { canonicalJson } from './canonical-json.js';
import { StoreUnavailableError, VersionConflictError } from './errors.js';
import type { EventLog } from './event-log.js';
import type { LogPosition, NewEvent, RecordedEvent, StreamName } from './event-store.js';

/** What a command did. The same command again answers the same receipt. */
export interface CommandReceipt {
  readonly stream: StreamName;
  /** Version of the stream after the command; the ETag of what it changed. */
  readonly version: bigint;
  /** Give this to `Lees-Na` to read your own write. */
  readonly position: LogPosition;
  /** Ids of the events this command recorded; empty when it had nothing to add. */
  readonly eventIds: readonly string[];
}

/** Same command id with another body: the caller's mistake, never carried out. */
export const keyReused = (commandId: string): CodedError =>
  new CodedError(
    'conflict',
    'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT',
    'Deze opdracht is al eerder gegeven met een andere inhoud. Gebruik voor een nieuwe opdracht een nieuwe sleutel.',
    {
      commandId,
    },
  );

/** What was asked of another version than the last: never retried. */
export const staleVersion = (expected: bigint, actual: bigint): CodedError =>
  new CodedError(
    'precondition',
    'VERSIE_VEROUDERD',
    'Iemand anders heeft dit intussen gewijzigd. Bekijk eerst de laatste stand.',
    {
      verwacht: String(expected),
      werkelijk: String(actual),
    },
  );

/** Refuses what was asked of another version of a stream than the last. */
export const requireVersion = ({ ifMatch }: CommandContext, head: RecordedEvent | undefined): void => {
  const actual = head?.streamVersion ?? -1n;
  if (ifMatch !== undefined && ifMatch !== actual) throw staleVersion(ifMatch, actual);
};

const bodyOf = ({ naam, data }: Command): string => canonicalJson({ naam, data: data as JsonObject });

/** A caller that names no moment means now, so the same call again brings another one. */
const namesOtherMoment = ({ geldigOp, nu }: CommandContext, earlier: RecordedEvent): boolean =>
  geldigOp !== nu && geldigOp !== earlier.geldigOp;

export interface Decision<C extends Command, S, E extends DomainEvent, F> {
  readonly stream: StreamName;
  readonly command: C;
  readonly decider: Decider<C, S, E, F>;
  /** What the decision needs from elsewhere; gathered anew at each try. */
  readonly facts: (state: S) => Promise<F> | F;
}

/**
 * Carries out one command on one stream: read, answer a repeated command with its receipt, fold, decide, append at the
 * version read. One command at a time per stream within this process; a race lost to another process is tried again.
 */
export class CommandRunner {
  private readonly lastOfStream = new Map<StreamName, Promise<unknown>>();

  /** `retryWithinMs`: how long a command that keeps losing races goes on trying. */
  constructor(
    private readonly log: EventLog,
    private readonly retryWithinMs = 2_000,
  ) {}

  run<C extends Command, S, E extends DomainEvent>(
    decider: Decider<C, S, E>,
    stream: StreamName,
    command: C,
  ): Promise<CommandReceipt> {
    return this.decide({ decider, stream, command, facts: () => undefined });
  }

  decide<C extends Command, S, E extends DomainEvent, F>(decision: Decision<C, S, E, F>): Promise<CommandReceipt> {
    return this.execute(decision.stream, decision.command, async (history) => {
      const state = fold(decision.decider, history as never);
      return decision.decider.decide(decision.command, state, await decision.facts(state));
    });
  }

  /** The state of another stream, for facts. It may be stale by the time it is used. */
  async stateOf<S, E extends DomainEvent>(
    decider: Pick<Decider<never, S, E, never>, 'initialState' | 'evolve'>,
    stream: StreamName,
  ): Promise<S> {
    return fold(decider, (await this.log.read(stream)) as never);
  }

  /** For the rare command that needs the history itself: corrections. */
  execute(
    stream: StreamName,
    command: Command,
    decide: (history: readonly RecordedEvent[]) => Promise<readonly DomainEvent[]> | readonly DomainEvent[],
  ): Promise<CommandReceipt> {
    return this.oneAtATime(stream, async () => {
      const deadline = Date.now() + this.retryWithinMs;
      for (let wait = 5; ; wait = Math.min(wait * 2, 200)) {
        try {
          return await this.attempt(stream, command, decide);
        } catch (error) {
          if (!(error instanceof VersionConflictError)) throw error;
          if (command.context.ifMatch !== undefined)
            throw staleVersion(command.context.ifMatch, error.actual === 'no-stream' ? -1n : error.actual);
          if (Date.now() + wait > deadline) throw new StoreUnavailableError(`te druk op ${stream}`, { cause: error });
          await sleep(wait * (0.5 + Math.random() / 2));
        }
      }
    });
  }

  private async attempt(
    stream: StreamName,
    command: Command,
    decide: (history: readonly RecordedEvent[]) => Promise<readonly DomainEvent[]> | readonly DomainEvent[],
  ): Promise<CommandReceipt> {
    const { context } = command;
    const history = await this.log.read(stream);
    const head = history.at(-1);
    const commandHash = await this.log.fingerprint(bodyOf(command));
    const earlier = history.filter((event) => event.metadata.commandId === context.commandId);
    if (earlier.length > 0) {
      const sameBody = earlier[0]!.metadata.commandHash === commandHash && !namesOtherMoment(context, earlier[0]!);
      if (!sameBody) throw keyReused(context.commandId);
      return receiptOf(stream, earlier.at(-1)!, earlier);
    }
    requireVersion(context, head);
    const decided = await decide(history);
    if (decided.length === 0 && !head) throw new Error(`${command.naam} decided nothing on a stream that is not there`);
    if (decided.length === 0) return receiptOf(stream, head!, []);
    const events = decided.map((event, index) => toNewEvent(event, index, stream, context, commandHash));
    const { streamVersion, position } = await this.log.append(stream, head?.streamVersion ?? 'no-stream', events);
    return { stream, version: streamVersion, position, eventIds: events.map(({ id }) => id) };
  }

  private async oneAtATime<T>(stream: StreamName, work: () => Promise<T>): Promise<T> {
    const before = this.lastOfStream.get(stream);
    const mine = (before ?? Promise.resolve()).catch(() => undefined).then(work);
    this.lastOfStream.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.lastOfStream.get(stream) === mine) this.lastOfStream.delete(stream);
    }
  }
}

const receiptOf = (stream: StreamName, last: RecordedEvent, events: readonly RecordedEvent[]): CommandReceipt => ({
  stream,
  version: last.streamVersion,
  position: last.position,
  eventIds: events.map(({ id }) => id),
});

/** Event ids follow from the command id, so that a command whose answer got lost is recognised by the store too. */
const toNewEvent = (
  event: DomainEvent,
  index: number,
  stream: StreamName,
  context: CommandContext,
  commandHash: string,
): NewEvent => ({
  id: deriveId('event', context.commandId, stream, index),
  type: event.type,
  geldigOp: context.geldigOp,
  vastgelegdOp: context.nu,
  metadata: {
    actor: context.actor,
    commandId: context.commandId,
    commandHash,
    correlationId: context.correlationId,
    causationId: context.causationId,
  },
  data: event.data as JsonObject,
});
