import { readRules } from '@regielijn/engine';
import { antwoordTermijn, TermijnVraagSchema } from '@regielijn/termijnen';
import { zonderOpslag, type ZonderOpslagOptions } from '../zonder-opslag.js';

/** Until when something may or must be, by law or norm. Reads questions from stdin. */
export const termijn = async (options: ZonderOpslagOptions): Promise<void> => {
  const { termijnen } = readRules();
  await zonderOpslag({ schema: TermijnVraagSchema, antwoord: (vraag) => antwoordTermijn(vraag, termijnen) }, options);
};
