import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As whom a block is run. */
type Als = 'postgres' | 'beheerder';

export interface Block {
  readonly als: Als;
  /** The settings that go before it. */
  readonly settings: string;
  readonly commands: string;
}

export interface Heading {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const FIRST_LINE = /^# (?:(settings)|as (postgres|beheerder))\n/;

export const pageText = (): string => readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'beheer.md'), 'utf8');

/** The headings with commands, in order. Throws at a block that does not say as whom it is run. */
export const readPage = (page: string): readonly Heading[] => {
  let settings = '';
  return page
    .split(/^(?=##+ )/m)
    .map((part) => {
      if (part.startsWith('## ')) settings = '';
      const title = /^#+ (.*)$/m.exec(part)![1]!;
      const blocks: Block[] = [];
      for (const [, commands] of part.matchAll(/^```.*\n([^]*?)^```$/gm)) {
        const [, isSettings, als] = FIRST_LINE.exec(commands!) ?? [];
        if (isSettings) settings += commands;
        else if (als) blocks.push({ als: als as Als, settings, commands: commands! });
        else throw new Error(`"${title}" has a block that does not say as whom it is run`);
      }
      return { title, blocks };
    })
    .filter(({ blocks }) => blocks.length > 0);
};

/** What settings export. */
export const namesIn = (settings: string): readonly string[] =>
  [...settings.matchAll(/^export (\w+)=/gm)].map(([, name]) => name!);
