import { statfsSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { Settings } from '@regielijn/engine';
import { CodedError } from '@regielijn/kern';
import { describeError, isDiskFull } from '@regielijn/postgres';
import { say } from './output.js';

/** What commander refuses, in a sentence; it names the part of the line itself. */
const COMMAND_LINE: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'deze opdracht bestaat niet',
  'commander.unknownOption': 'deze optie bestaat niet',
  'commander.missingArgument': 'dit ontbreekt',
  'commander.missingMandatoryOptionValue': 'deze optie is nodig',
  'commander.optionMissingArgument': 'bij deze optie hoort een waarde',
  'commander.excessArguments': 'er staat te veel op de regel',
  'commander.invalidArgument': 'deze waarde kan niet',
};

const describeCommandLine = ({ code, message }: CommanderError): string => {
  const part = code === 'commander.excessArguments' ? undefined : /'([^']+)'/.exec(message)?.[1];
  return `OPDRACHTREGEL: ${COMMAND_LINE[code] ?? message}${part === undefined ? '' : ` (${part})`}. Zie --help.`;
};

const describeFile = ({ code, path }: NodeJS.ErrnoException): string | null => {
  if (code === 'EADDRINUSE') return 'POORT_BEZET: Deze poort is al in gebruik. Kies een andere met --port.';
  if (code === 'EPIPE') return 'UITVOER_AFGEBROKEN: Wie de uitvoer las, is gestopt.';
  if (code === 'EISDIR') return 'BESTAND: Waar een bestand nodig is, staat een map.';
  if (path === undefined) return null;
  const reden =
    { ENOENT: 'is er niet', EEXIST: 'bestaat al', ENOTDIR: 'ligt niet in een map' }[code ?? ''] ??
    `kan niet worden gelezen of geschreven (${code})`;
  return `BESTAND: ${path} ${reden}.`;
};

/** What PostgreSQL takes for its journal at a time; without it, it stops. */
const JOURNAL_FILE_BYTES = 16 * 1024 * 1024;

const diskFull = (): CodedError =>
  new CodedError(
    'unavailable',
    'SCHIJF_VOL',
    'De schijf is vol. Wat was vastgelegd, is er nog. Maak ruimte en geef de opdracht opnieuw.',
  );

/** A server without room for its journal stops without a word to its clients. Then the disk tells why. */
export const withReason = (error: unknown, { embedded, REGIELIJN_DATA }: Settings): unknown => {
  if (!embedded || !(error instanceof CodedError) || error.kind !== 'unavailable') return error;
  const { bavail, bsize } = statfsSync(REGIELIJN_DATA);
  return bavail * bsize < JOURNAL_FILE_BYTES ? diskFull() : error;
};

const describe = (error: unknown): string => {
  if (error instanceof CommanderError) return describeCommandLine(error);
  if (isDiskFull(error)) return describeError(diskFull());
  const isOurs = error instanceof CodedError || !(error instanceof Error);
  return (isOurs ? null : describeFile(error)) ?? describeError(error);
};

/** One line per failure: the code to look up and the sentence to read. Only what nobody expected brings where it was. */
export const sayError = (error: unknown): void => say(describe(error));
