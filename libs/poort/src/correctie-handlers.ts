import { Inject, type Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { type CommandReceipt, CommandRunner, type RecordedEvent } from '@regielijn/event-store';
import {
  type Afleiding,
  beslisCorrectie,
  beslisIntrekking,
  type Command,
  type CommandContext,
  type CorrectieSchema,
  type DomainEvent,
  type EventDefinition,
  gevolgenVan,
  type Instant,
  type IntrekkingSchema,
  type JsonObject,
  metGevolg,
  nietGevonden,
  type Past,
  type Strijd,
  type Vervanging,
  weigerNieuweStrijd,
  withCorrections,
} from '@regielijn/kern';
import type { z } from 'zod';
import { asHandlerOf } from './handlers.js';
import { nietInToekomst } from './poort.js';

/** An event of `correctieEvents`, whatever its id field is called. */
interface CorrectieEvent {
  of(data: never): DomainEvent;
}

type Correctie = z.output<typeof CorrectieSchema>;
type Intrekking = z.output<typeof IntrekkingSchema>;
type Feiten = readonly Past<DomainEvent>[];

/** What a slice says about the correction of its facts. */
interface Corrigeerbaar {
  readonly events: { readonly gecorrigeerd: CorrectieEvent };
  readonly definitions: readonly EventDefinition[];
  readonly streamOf: (id: string) => string;
  /** Names the id of its streams. */
  readonly idVeld: string;
  /** The field that names whose key the reason takes; its value is read from the stream's first event. */
  readonly sleutelVeld: string;
  /** Which facts, as they read after a change that is made now, cannot stand together. */
  readonly strijdig?: (feiten: Feiten, nu: Instant) => readonly Strijd[];
  /** What follows from the facts as they read after a change. */
  readonly herleid?: (feiten: Feiten, runner: CommandRunner) => Promise<readonly Afleiding[]> | readonly Afleiding[];
}

/** The same for a slice whose facts can be withdrawn too. */
export interface CorrectieSlice extends Corrigeerbaar {
  readonly commands: { readonly Corrigeer: object; readonly TrekFeitIn: object };
  readonly events: { readonly gecorrigeerd: CorrectieEvent; readonly feitIngetrokken: CorrectieEvent };
}

/** Runs when a correction is decided and not yet recorded: with the fields that change, and the history so far. */
type VoorVastlegging = (velden: JsonObject, history: readonly RecordedEvent[]) => Promise<void>;

const sleutelVan = ({ sleutelVeld }: Corrigeerbaar, history: readonly RecordedEvent[]): Record<string, string> => ({
  [sleutelVeld]: history[0]!.data[sleutelVeld] as string,
});

const streamVan = (slice: Corrigeerbaar, { data }: Command): string =>
  slice.streamOf((data as Record<string, string>)[slice.idVeld]!);

const correctie = (
  slice: Corrigeerbaar,
  history: readonly RecordedEvent[],
  inhoud: Vervanging & { gebeurdOp: string | null; reden: string },
): DomainEvent => slice.events.gecorrigeerd.of({ ...sleutelVan(slice, history), ...inhoud } as never);

/** The history as it would read with one more event. */
const metVoornemen = (history: readonly RecordedEvent[], { type, data }: DomainEvent, { nu }: CommandContext): Feiten =>
  withCorrections([...history, { type, data, id: 'voornemen', geldigOp: nu, vastgelegdOp: nu }]);

/** What follows from a change in the same stream. Refuses one after which facts no longer stand together. */
const gevolgen = async (
  slice: Corrigeerbaar,
  history: readonly RecordedEvent[],
  voornemen: DomainEvent,
  { context }: Command,
  runner: CommandRunner,
): Promise<readonly Vervanging[]> => {
  const feiten = metVoornemen(history, voornemen, context);
  const { nu } = context;
  if (slice.strijdig) weigerNieuweStrijd(slice.strijdig(withCorrections(history), nu), slice.strijdig(feiten, nu));
  return slice.herleid ? gevolgenVan(feiten, await slice.herleid(feiten, runner)) : [];
};

/** Replaces fields of a fact, its moment, and whatever follows from them in the same stream. */
export const corrigeer = (
  runner: CommandRunner,
  slice: Corrigeerbaar,
  command: Command<string, Correctie>,
  voorVastlegging?: VoorVastlegging,
): Promise<CommandReceipt> =>
  runner.execute(streamVan(slice, command), command, async (history) => {
    const { gebeurdOp, reden } = command.data;
    if (gebeurdOp !== null) nietInToekomst(gebeurdOp, command.context.nu);
    const gevraagd = beslisCorrectie(slice.definitions, history, command.data);
    if (!gevraagd) return [];
    const voornemen = correctie(slice, history, { ...gevraagd, gebeurdOp, reden });
    const volgt = await gevolgen(slice, history, voornemen, command, runner);
    const isZelfde = ({ vervangt }: Vervanging): boolean => vervangt === gevraagd.vervangt;
    const vervanging = metGevolg(gevraagd, volgt.find(isZelfde));
    const events = [
      correctie(slice, history, { ...vervanging, gebeurdOp, reden }),
      ...volgt
        .filter((gevolg) => !isZelfde(gevolg))
        .map((gevolg) => correctie(slice, history, { ...gevolg, gebeurdOp: null, reden })),
    ];
    await voorVastlegging?.(gevraagd.velden, history);
    return events;
  });

/** Withdraws a fact, and replaces what followed from it in the same stream. */
export const trekIn = (
  runner: CommandRunner,
  slice: CorrectieSlice,
  command: Command<string, Intrekking>,
): Promise<CommandReceipt> =>
  runner.execute(streamVan(slice, command), command, async (history) => {
    const { vervangt, reden } = command.data;
    const besluit = beslisIntrekking(slice.definitions, history, vervangt);
    const inhoud = { ...sleutelVan(slice, history), vervangt, reden, ...besluit };
    const intrekking = slice.events.feitIngetrokken.of(inhoud as never);
    const volgt = await gevolgen(slice, history, intrekking, command, runner);
    return [intrekking, ...volgt.map((gevolg) => correctie(slice, history, { ...gevolg, gebeurdOp: null, reden }))];
  });

/** Brings the facts of one stream in line with what was corrected elsewhere. Nothing to mend, nothing recorded. */
export const herzie = (
  runner: CommandRunner,
  slice: CorrectieSlice,
  command: Command,
  reden: string,
): Promise<CommandReceipt> =>
  runner.execute(streamVan(slice, command), command, async (history) => {
    if (history.length === 0) throw nietGevonden('Hier is nog niets vastgelegd. Kijk na of u het goede dossier hebt.');
    const feiten = withCorrections(history);
    const volgt = slice.herleid ? gevolgenVan(feiten, await slice.herleid(feiten, runner)) : [];
    return volgt.map((gevolg) => correctie(slice, history, { ...gevolg, gebeurdOp: null, reden }));
  });

/** The handler that corrects facts of a slice, for a slice that has nothing of its own to do with it. */
const corrigeerHandler = (slice: CorrectieSlice): Type<ICommandHandler> => {
  class CorrigeerHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;

    execute(command: Command<string, Correctie>): Promise<CommandReceipt> {
      return corrigeer(this.runner, slice, command);
    }
  }
  return asHandlerOf(slice.commands.Corrigeer, CorrigeerHandler);
};

/** The handler that withdraws facts of a slice. */
export const trekFeitInHandler = (slice: CorrectieSlice): Type<ICommandHandler> => {
  class TrekFeitInHandler {
    @Inject(CommandRunner) private readonly runner!: CommandRunner;

    execute(command: Command<string, Intrekking>): Promise<CommandReceipt> {
      return trekIn(this.runner, slice, command);
    }
  }
  return asHandlerOf(slice.commands.TrekFeitIn, TrekFeitInHandler);
};

export const correctieHandlers = (slice: CorrectieSlice): Type<ICommandHandler>[] => [
  corrigeerHandler(slice),
  trekFeitInHandler(slice),
];
