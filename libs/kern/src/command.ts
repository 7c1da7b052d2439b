import type { z } from 'zod';
import type { Instant } from './tijd.js';

/** Who acts. `subject` is an account id, never a name. */
export interface Actor {
  readonly subject: string;
  readonly organisatie: string;
  readonly rol: string;
}

/** What comes with every command, beside its own data. */
export interface CommandContext {
  /** The idempotency key: the same id is carried out once, however often it arrives. */
  readonly commandId: string;
  readonly actor: Actor;
  /** When the thing happened or is meant to hold, by the caller's word. */
  readonly geldigOp: Instant;
  /** When the engine took the command in, by its Clock. */
  readonly nu: Instant;
  readonly correlationId: string;
  readonly causationId: string;
  /** Carry out only when the stream is at exactly this version. Never retried. */
  readonly ifMatch?: bigint;
}

/**
 * - `feit`: something happened in the world. Always registered, with flags where it should not have been.
 * - `besluit`: somebody wants to decide. Refused where a law or rule forbids it.
 */
export type CommandSoort = 'feit' | 'besluit';

export interface CommandDefinition<N extends string = string, S extends z.ZodObject = z.ZodObject> {
  /** `<slice>.<werkwoord>-…`: also the name that the access policy knows. */
  readonly naam: N;
  readonly soort: CommandSoort;
  /** One Dutch sentence for the API documentation. */
  readonly omschrijving: string;
  /** Article, norm or publication where a rule speaks. */
  readonly bron?: string;
  readonly schema: S;
}

export interface Command<N extends string = string, D = unknown> {
  readonly naam: N;
  readonly data: D;
  readonly context: CommandContext;
}

/** A command class as the buses and the gate see it. */
export interface CommandClass<C extends Command = Command> {
  readonly definition: CommandDefinition;
  new (data: never, context: CommandContext): C;
}

/**
 * Base class of a command: `class StartOpname extends defineCommand({ … }) {}`. The instance carries its literal
 * `naam`, so that a union of commands is a discriminated union in `decide`.
 */
export const defineCommand = <const N extends string, S extends z.ZodObject>(definition: CommandDefinition<N, S>) =>
  class {
    static readonly definition = definition;
    readonly naam: N = definition.naam;

    constructor(
      readonly data: z.output<S>,
      readonly context: CommandContext,
    ) {}
  };
