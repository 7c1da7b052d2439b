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
import { type Normenkader, NormenkaderSchema } from '@regielijn/normenkader';

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
}

/** The norms that a part of this program assesses. */
const EXECUTORS = new Set(['O1']);

/** Reads all rule files. A broken one stops the start with file, key and reason; so does a norm that nobody assesses. */
export const readRules = (folder = configFolder(), landsdeel = 'zuidwest'): Rules => {
  const regios = parseRegios(readText(folder, 'regios.json'), 'config/regios.json');
  const normenkader = parseConfig(NormenkaderSchema, readText(folder, 'normenkader.json'), 'config/normenkader.json');
  normenkader.versies.forEach(({ normen }, versie) =>
    normen.forEach(({ id }, norm) => {
      if (!EXECUTORS.has(id)) throw normWithoutExecutor(id, `versies.${versie}.normen.${norm}.id`);
    }),
  );
  return { indeling: indelingVan(landsdeelVan(regios, landsdeel)), normenkader };
};

const normWithoutExecutor = (norm: string, sleutel: string): CodedError =>
  ongeldig(
    'NORM_ZONDER_TOETS',
    `In config/normenkader.json klopt "${sleutel}" niet: norm ${norm} wordt door niets getoetst.`,
    { bestand: 'config/normenkader.json', sleutel, norm },
  );
