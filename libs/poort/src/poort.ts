import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CommandReceipt } from '@regielijn/event-store';
import {
  type Actor,
  type Clock,
  type Command,
  type CommandClass,
  InstantSchema,
  type Instant,
  type Observe,
  ongeldig,
  type Query,
  type QueryClass,
  randomId,
  zinOverInvoer,
} from '@regielijn/kern';
import { magHandelen } from '@regielijn/toegang';
import { z } from 'zod';

/** Injection token of the Clock. */
export const CLOCK = Symbol('Clock');
/** Injection token of the Observe. */
export const OBSERVE = Symbol('Observe');

/** Who asks, and how the call is to be recognised. */
export interface Aanroep {
  readonly actor: Actor;
  /** The idempotency key; a new one when absent. */
  readonly commandId?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly ifMatch?: bigint;
  /** When it happened; now when absent. */
  readonly geldigOp?: Instant;
  /** Only the demo and followers bring their own: everything else is recorded by the Clock of this process. */
  readonly nu?: Instant;
}

/** Clocks of two machines differ; a fact later than this lies in the future. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/** Refuses a moment at which something is said to have happened that has not come yet. */
export const nietInToekomst = (geldigOp: Instant, nu: Instant): void => {
  if (Date.parse(geldigOp) > Date.parse(nu) + CLOCK_DIFFERENCE_MS)
    throw ongeldig('TIJDSTIP_IN_TOEKOMST', 'Dit tijdstip ligt in de toekomst. Kies een tijdstip dat al is geweest.', {
      geldigOp,
      nu,
    });
};

/** So that who sent a wrong moment is told which field it was. */
const MomentSchema = z.object({ geldigOp: InstantSchema });

/** Who sent a list of thousands finds out with the first ones what is wrong with it. */
const MEESTE_FOUTEN = 20;

/** Every wrong field at once, as far as that helps, by path and in plain Dutch. */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input, { error: zinOverInvoer });
  if (result.success) return result.data;
  const velden = result.error.issues
    .slice(0, MEESTE_FOUTEN)
    .map((issue) => `${issue.path.join('.') || '(geheel)'}: ${issue.message}`);
  throw ongeldig('ONGELDIGE_INVOER', `Dit klopt nog niet: ${velden.join('; ')}.`, { velden });
};

/**
 * The one way in, for HTTP, CLI, demo and processes alike: policy, validation, then the bus. Policy comes first, so that
 * an answer about the input tells nothing to who may not ask.
 */
@Injectable()
export class Poort {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(OBSERVE) private readonly observe: Observe,
  ) {}

  /** Gives a command. Answers what it recorded; throws a CodedError that says why not. */
  opdracht(type: CommandClass, input: unknown, aanroep: Aanroep): Promise<CommandReceipt> {
    const commandId = aanroep.commandId ?? randomId();
    const known = { ...aanroep, commandId, correlationId: aanroep.correlationId ?? commandId };
    const { naam } = type.definition;
    return this.observe({ soort: 'opdracht', naam, correlationId: known.correlationId }, () =>
      this.giveCommand(type, input, known),
    );
  }

  vraag<Q extends Query & { readonly answer: unknown }>(
    type: QueryClass<Q>,
    input: unknown,
    actor: Actor,
  ): Promise<Q['answer']> {
    const { naam, schema } = type.definition;
    return this.observe({ soort: 'vraag', naam }, async () => {
      magHandelen(actor, { soort: 'vraag', naam });
      return this.queries.execute(new type(parseInput(schema, input) as never, actor));
    });
  }

  private async giveCommand(
    type: CommandClass,
    input: unknown,
    aanroep: Aanroep & { readonly commandId: string; readonly correlationId: string },
  ): Promise<CommandReceipt> {
    const { definition } = type;
    magHandelen(aanroep.actor, { soort: 'opdracht', naam: definition.naam });
    const data = parseInput(definition.schema, input);
    const nu = aanroep.nu ?? this.clock.now();
    const geldigOp =
      aanroep.geldigOp === undefined ? nu : parseInput(MomentSchema, { geldigOp: aanroep.geldigOp }).geldigOp;
    nietInToekomst(geldigOp, nu);
    const { actor, commandId, correlationId } = aanroep;
    const command: Command = new type(data as never, {
      commandId,
      actor,
      geldigOp,
      nu,
      correlationId,
      causationId: aanroep.causationId ?? commandId,
      ...(aanroep.ifMatch === undefined ? {} : { ifMatch: aanroep.ifMatch }),
    });
    return this.commands.execute(command);
  }
}
