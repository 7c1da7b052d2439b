import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { antwoordTermijn, type TermijnAntwoord } from './antwoord.js';
import { TermijnenSchema, type Termijnregels } from './config.js';
import { VraagSchema } from './vraag.js';

const hier = (naam: string): URL => new URL(naam, import.meta.url);

/** The rule file as it is delivered, before it is read. */
export const ruweRegels = () =>
  JSON.parse(readFileSync(hier('../../../config/termijnen.json'), 'utf8')) as z.input<typeof TermijnenSchema>;

export const regels: Termijnregels = TermijnenSchema.parse(ruweRegels());

/** The same rules with another reading of an open point. */
export const metLezing = (id: keyof Termijnregels['lezingen'], gekozen: string): Termijnregels => {
  const ruw = ruweRegels();
  return TermijnenSchema.parse({ ...ruw, lezingen: { ...ruw.lezingen, [id]: { ...ruw.lezingen[id], gekozen } } });
};

/** The same rules with another length for "kort tevoren": reading A4. */
export const metKortTevoren = (termijn: string): Termijnregels => {
  const ruw = ruweRegels();
  return TermijnenSchema.parse({ ...ruw, lezingen: { ...ruw.lezingen, A4: { ...ruw.lezingen.A4, termijn } } });
};

/** As a user asks it: through the schema. */
export const vraag = (feiten: unknown, volgens = regels): TermijnAntwoord =>
  antwoordTermijn(VraagSchema.parse(feiten), volgens);

export interface Scenario {
  readonly titel: string;
  readonly feiten: Readonly<Record<string, unknown>>;
  /** What must be answered; null: the answer has null there, or nothing. */
  readonly uitkomst: Readonly<Record<string, unknown>>;
  readonly bron: string;
}

export const scenarios = (): readonly (readonly [bestand: string, titel: string, Scenario])[] =>
  readdirSync(hier('scenarios/')).flatMap((bestand) =>
    (JSON.parse(readFileSync(hier(`scenarios/${bestand}`), 'utf8')) as Scenario[]).map(
      (scenario) => [bestand, scenario.titel, scenario] as const,
    ),
  );
