import { plainHandlers } from '@regielijn/poort';
import {
  EindigNaOnttrekking,
  HerzieTraject,
  type MaatregelCommand,
  maatregelCommands,
  MeldAan,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  type MetTriageCommand,
  nazorgCommands,
  onderwijsCommands,
  PlaatsOver,
  plannenCommands,
  SluitTrajectAf,
  StartOpname,
  toeleidingCommands,
  type TrajectCommand,
  trajectCorrectieCommands,
  uitstroomCommands,
  WijsPlekToe,
  zonderOpnameCommands,
  zorgCommands,
} from '../domain/commands.js';
import { trajectDecider } from '../domain/decide.js';
import { type TrajectEvent, trajectStream } from '../domain/events.js';
import type { TrajectState } from '../domain/state.js';
import { trajectCorrectieHandlers } from './correctie.js';
import { maatregelHandlers } from './maatregel.handlers.js';
import { MeldAanHandler, PlaatsOverHandler, StartOpnameHandler, WijsPlekToeHandler } from './traject.handlers.js';
import { metTriageCommands, metTriageHandlers } from './triage.handlers.js';

type OpTrajectAlleen = Exclude<
  TrajectCommand,
  MeldAan | WijsPlekToe | StartOpname | PlaatsOver | MetTriageCommand | MaatregelCommand
>;

const plain = [
  MeldOnttrekking,
  MeldTerugkeer,
  EindigNaOnttrekking,
  MeldUitstroom,
  ...toeleidingCommands,
  ...zonderOpnameCommands,
  ...plannenCommands,
  ...onderwijsCommands,
  ...zorgCommands,
  ...uitstroomCommands,
  ...nazorgCommands,
  SluitTrajectAf,
];

export const trajectHandlers = [
  MeldAanHandler,
  WijsPlekToeHandler,
  StartOpnameHandler,
  PlaatsOverHandler,
  ...metTriageHandlers,
  ...maatregelHandlers,
  ...plainHandlers<OpTrajectAlleen, TrajectState, TrajectEvent>(
    { ...trajectDecider, decide: (command, state) => trajectDecider.decide(command, state, {}) },
    (command) => trajectStream(command.data.trajectId),
    plain,
  ),
  ...trajectCorrectieHandlers,
];

export const trajectCommands = [
  ...[MeldAan, WijsPlekToe, StartOpname, PlaatsOver, HerzieTraject],
  ...metTriageCommands,
  ...maatregelCommands,
  ...plain,
  ...Object.values(trajectCorrectieCommands),
];
