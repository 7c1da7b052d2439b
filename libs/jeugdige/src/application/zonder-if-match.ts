import type { Command } from '@regielijn/kern';

/** The same command for another stream than the one whose version somebody saw. */
export const zonderIfMatch = <C extends Command>(command: C): C => {
  const { ifMatch: _, ...context } = command.context;
  return { ...command, context };
};
