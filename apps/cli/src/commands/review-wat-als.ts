import { readFileSync } from 'node:fs';
import { catchUp, parseNormenkader } from '@regielijn/engine';
import { KwartaalSchema, ongeldig, periodeVan } from '@regielijn/kern';
import { type GevondenAfwijking, watAls } from '@regielijn/normenkader';
import { parseInput } from '@regielijn/poort';
import { z } from 'zod';
import { answer, table } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface WatAlsOptions extends CommonOptions {
  readonly normenkader: string;
  readonly kwartaal: string;
}

const leesOntwerp = (bestand: string): string => {
  try {
    return readFileSync(bestand, 'utf8');
  } catch {
    throw ongeldig('BESTAND_NIET_TE_LEZEN', `${bestand} is niet te lezen. Kijk na of het bestand er is.`, { bestand });
  }
};

const lijst = (kop: string, afwijkingen: readonly GevondenAfwijking[]): readonly string[] => [
  `${kop}: ${afwijkingen.length}`,
  ...(afwijkingen.length > 0
    ? [table(afwijkingen.map(({ trajectId, norm, uitleg }) => [`  ${trajectId}`, norm, uitleg]))]
    : []),
];

/** What a draft of the norms would have found in a quarter. Reads only: nothing is recorded, also not that it was asked. */
export const reviewWatAls = (options: WatAlsOptions): Promise<void> => {
  const { kwartaal } = parseInput(z.object({ kwartaal: KwartaalSchema }), { kwartaal: options.kwartaal });
  const gelezen = parseNormenkader(leesOntwerp(options.normenkader), options.normenkader);
  return withSession(options, async ({ engine }) => {
    await catchUp(engine);
    const huidig = engine.rules.normenkader;
    const ontwerp = { ...gelezen, gelijkgesteldeDagen: huidig.gelijkgesteldeDagen };
    const uitkomst = await watAls(engine, huidig, ontwerp, periodeVan(kwartaal));
    answer({ kwartaal, ...uitkomst }, options, () =>
      [
        `${uitkomst.trajecten} trajecten in ${kwartaal}; ${uitkomst.blijft} afwijkingen blijven gelijk. Er is niets vastgelegd.`,
        ...lijst('Zou erbij komen', uitkomst.verschijnt),
        ...lijst('Zou verdwijnen', uitkomst.verdwijnt),
      ].join('\n'),
    );
  });
};
