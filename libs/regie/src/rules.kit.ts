import { readFileSync } from 'node:fs';
import { parseConfig, parseRegios } from '@regielijn/kern';
import { type Regieregels, regieregelsSchema } from './regels.js';

const config = new URL('../../../config/', import.meta.url);
const lees = (naam: string): string => readFileSync(new URL(naam, config), 'utf8');

/** The ids of the regions of the project itself. */
export const regioIds = parseRegios(lees('regios.json'), 'regios.json').landsdelen[0]!.regios.map(({ id }) => id);

/** The rule file of the project itself, as text that a test may change. */
export const regelbestand = (): any => JSON.parse(lees('regie.json'));

export const leesRegels = (bestand: unknown): Regieregels =>
  parseConfig(regieregelsSchema(regioIds), JSON.stringify(bestand), 'config/regie.json');

export const regels = leesRegels(regelbestand());

/** A file with scenarios that a lawyer can read. */
export const scenarios = (naam: string): { titel: string; feiten: any; uitkomst: any; bron: string }[] =>
  JSON.parse(readFileSync(new URL(`scenarios/${naam}.json`, import.meta.url), 'utf8'));
