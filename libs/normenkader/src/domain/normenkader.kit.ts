import { readFileSync } from 'node:fs';
import { parseConfig } from '@regielijn/kern';
import { type Normenkader, NormenkaderSchema } from './normenkader.js';

const file = new URL('../../../../config/normenkader.json', import.meta.url);

/** The normenkader as the project has it. */
export const normenkaderVanHetProject = (): Normenkader =>
  parseConfig(NormenkaderSchema, readFileSync(file, 'utf8'), 'config/normenkader.json');
