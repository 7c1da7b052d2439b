import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { uniek } from '@regielijn/kern';
import type { Termijn } from '@regielijn/termijnen';
import { regels } from '../../libs/termijnen/src/termijnen.kit.js';
import { voorbeelden } from './voorbeelden.kit.js';

const PAGINA = readFileSync(join(import.meta.dirname, '../../docs/termijnen.md'), 'utf8');

/** The rows of the table under this heading, cell by cell, without its first two lines. */
const rijenOnder = (kop: string): readonly (readonly string[])[] => {
  const deel = PAGINA.split(`## ${kop}\n`)[1]!.split('\n## ')[0]!;
  const rijen = deel.split('\n').filter((regel) => regel.startsWith('|'));
  return rijen.slice(2).map((rij) =>
    rij
      .split('|')
      .slice(1, -1)
      .map((cel) => cel.trim()),
  );
};

/** Where it comes from, without what is said about it. */
const bron = ({ artikel }: Termijn): string => artikel.split(/[:;]/)[0]!;

/** Which kinds of moment it has, and the command where one is given. */
const momenten = ({ momenten: alle }: Termijn): string =>
  uniek(alle.map(({ soort, opdracht }) => `${soort}: ${opdracht ? `\`${opdracht.naam}\`` : 'told'}`)).join('; ');

/** What the code itself says of a term. */
const uitCode = (regel: string): readonly string[] => {
  const gevonden = voorbeelden.filter((termijn) => termijn.regel === regel);
  // The one with the most moments: another may begin when some have passed.
  const [termijn] = [...gevonden].sort((a, b) => b.momenten.length - a.momenten.length);
  return [regel, bron(termijn!), momenten(termijn!), termijn!.pauzeerbaar ? 'yes' : 'no'];
};

const bewaakt = rijenOnder('Watched');
const nietBewaakt = rijenOnder('Not watched');

describe('docs/termijnen.md', () => {
  it('has every term that a slice declares, once', () => {
    const opPagina = bewaakt.map(([regel]) => regel);
    expect([...opPagina].sort()).toEqual(uniek(voorbeelden.map(({ regel }) => regel)).sort());
  });

  it.each(bewaakt)(
    '%s: says where it comes from, what happens at its moments, and whether it can stand still',
    (...rij) => {
      const [regel, , herkomst, , , , wat, pauze] = rij;
      expect([regel, herkomst, wat, pauze]).toEqual(uitCode(regel!));
    },
  );

  it('says of every other rule and agreement why nothing watches it', () => {
    const bekend = [...Object.keys(regels.regels), ...Object.keys(regels.afspraken)];
    const genoemd = [...bewaakt, ...nietBewaakt].map(([regel]) => regel);
    expect([...genoemd].sort()).toEqual([...bekend].sort());
    expect(nietBewaakt.filter(([, , waarom]) => !waarom)).toEqual([]);
  });
});
