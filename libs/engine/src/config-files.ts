import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CodedError,
  indelingVan,
  landsdeelVan,
  ongeldig,
  parseConfig,
  parseRegios,
  type RegioIndeling,
} from '@regielijn/kern';
import { type Documentregels, DocumentregelsSchema } from '@regielijn/documenten';
import { type ReviewRegels, reviewRegelsSchema } from '@regielijn/kwartaalreview';
import { NORM_IDS, type Normenkader, NormenkaderSchema } from '@regielijn/normenkader';
import { LaddersSchema, type Opschalingregels } from '@regielijn/opschaling';
import { type Regieregels, regieregelsSchema } from '@regielijn/regie';
import { type Bewakingsregels, TermijnenSchema, type Termijnregels } from '@regielijn/termijnen';
import { type Maatregelen, MaatregelenSchema } from '@regielijn/traject';
import { type TriageRegels, TriageRegelsSchema } from '@regielijn/triage';
import type { z } from 'zod';
import { checkLengths } from './config-agreement.js';

/** The project's own `config/`: found upwards from this file, so that sources and build use the same one. */
export const configFolder = (): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'config', 'regios.json'))) return join(folder, 'config');
    if (folder === dirname(folder)) throw ongeldig('CONFIG_ONTBREEKT', 'De map config met de regels is niet gevonden.');
  }
};

const readText = (folder: string, name: string): string => {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    throw ongeldig('CONFIG_ONTBREEKT', `Het bestand config/${name} is niet te lezen.`, { bestand: `config/${name}` });
  }
};

export interface Rules {
  readonly indeling: RegioIndeling;
  readonly normenkader: Normenkader;
  readonly termijnen: Termijnregels;
  /** What the terms that are watched count with. */
  readonly bewaking: Bewakingsregels;
  readonly regie: Regieregels;
  readonly triage: TriageRegels;
  readonly maatregelen: Maatregelen;
  readonly documenten: Documentregels;
  readonly kwartaalreview: ReviewRegels;
  /** The same, with which trede of a ladder holds when. */
  readonly opschaling: Opschalingregels;
}

/** The norms that a part of this program assesses. */
const EXECUTORS: ReadonlySet<string> = new Set(NORM_IDS);

/** Reads a normenkader, also one that is only a draft; a norm that nobody assesses is refused. */
export const parseNormenkader = (text: string, file: string): z.output<typeof NormenkaderSchema> => {
  const normenkader = parseConfig(NormenkaderSchema, text, file);
  normenkader.versies.forEach(({ normen }, versie) =>
    normen.forEach(({ id }, norm) => {
      if (!EXECUTORS.has(id)) throw normWithoutExecutor(id, `versies.${versie}.normen.${norm}.id`, file);
    }),
  );
  return normenkader;
};

/** Reads all rule files. A broken one stops the start with file, key and reason; so does a norm that nobody assesses. */
export const readRules = (folder = configFolder(), landsdeel = 'zuidwest'): Rules => {
  const lees = <S extends z.ZodType>(schema: S, naam: string): z.output<S> =>
    parseConfig(schema, readText(folder, naam), `config/${naam}`);
  const regios = landsdeelVan(parseRegios(readText(folder, 'regios.json'), 'config/regios.json'), landsdeel);
  const normenkader = parseNormenkader(readText(folder, 'normenkader.json'), 'config/normenkader.json');
  const termijnen = lees(TermijnenSchema, 'termijnen.json');
  checkLengths(normenkader, termijnen);
  // One list of days, so that a term, a norm and a handover never disagree about what a werkdag is.
  const { gelijkgesteldeDagen } = termijnen;
  const regioIds = regios.regios.map(({ id }) => id);
  const { ladders } = lees(LaddersSchema, 'ladders.json');
  const { levensgebieden } = normenkader.versies.at(-1)!.instellingen;
  const bewaking = { ...termijnen, levensgebieden, ladders };
  return {
    indeling: indelingVan(regios),
    normenkader: { ...normenkader, gelijkgesteldeDagen },
    termijnen,
    bewaking,
    opschaling: bewaking,
    regie: { ...lees(regieregelsSchema(regioIds), 'regie.json'), gelijkgesteldeDagen },
    triage: lees(TriageRegelsSchema, 'triage.json'),
    maatregelen: lees(MaatregelenSchema, 'maatregelen.json'),
    documenten: lees(DocumentregelsSchema, 'documenten.json'),
    kwartaalreview: lees(reviewRegelsSchema(regioIds), 'kwartaalreview.json'),
  };
};

const normWithoutExecutor = (norm: string, sleutel: string, bestand: string): CodedError =>
  ongeldig(
    'NORM_ZONDER_TOETS',
    `In ${bestand} klopt "${sleutel}" niet: norm ${norm} wordt door niets getoetst. Haal deze norm weg, of kies er een van ${NORM_IDS.join(', ')}.`,
    { bestand, sleutel, norm },
  );
