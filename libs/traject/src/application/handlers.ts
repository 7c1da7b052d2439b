import { correctieHandlers, plainHandlers } from '@regielijn/poort';
import {
  EindigNaOnttrekking,
  HerzieTraject,
  MeldAan,
  MeldOnttrekking,
  MeldTerugkeer,
  MeldUitstroom,
  nazorgCommands,
  PlaatsOver,
  SluitTrajectAf,
  StartOpname,
  StelPerspectiefVast,
  type TrajectCommand,
  trajectCorrectieCommands,
  WijsPlekToe,
} from '../domain/commands.js';
import { trajectDecider } from '../domain/decide.js';
import { type TrajectEvent, trajectStream } from '../domain/events.js';
import type { TrajectState } from '../domain/state.js';
import { HerzieTrajectHandler, trajectCorrectie } from './correctie.js';
import { MeldAanHandler, PlaatsOverHandler, StartOpnameHandler, WijsPlekToeHandler } from './traject.handlers.js';

type OpTrajectAlleen = Exclude<TrajectCommand, MeldAan | WijsPlekToe | StartOpname | PlaatsOver>;

const plain = [
  StelPerspectiefVast,
  MeldOnttrekking,
  MeldTerugkeer,
  EindigNaOnttrekking,
  MeldUitstroom,
  ...nazorgCommands,
  SluitTrajectAf,
];

export const trajectHandlers = [
  MeldAanHandler,
  WijsPlekToeHandler,
  StartOpnameHandler,
  PlaatsOverHandler,
  ...plainHandlers<OpTrajectAlleen, TrajectState, TrajectEvent>(
    { ...trajectDecider, decide: (command, state) => trajectDecider.decide(command, state, {}) },
    (command) => trajectStream(command.data.trajectId),
    plain,
  ),
  HerzieTrajectHandler,
  ...correctieHandlers(trajectCorrectie),
];

export const trajectCommands = [
  ...[MeldAan, WijsPlekToe, StartOpname, PlaatsOver, HerzieTraject],
  ...plain,
  ...Object.values(trajectCorrectieCommands),
];
