import { readRules } from '@regielijn/engine';
import { datumVan, systemClock } from '@regielijn/kern';
import { antwoordRegie, situatieSchema } from '@regielijn/regie';
import { zonderOpslag, type ZonderOpslagOptions } from '../zonder-opslag.js';

/** Says who holds which regie in the situations on stdin, and by which rule who should. */
export const regie = async (options: ZonderOpslagOptions): Promise<void> => {
  const { regie: regels } = readRules();
  const vandaag = datumVan(systemClock.now());
  const antwoord = (situatie: Parameters<typeof antwoordRegie>[0]) => antwoordRegie(situatie, regels, vandaag);
  await zonderOpslag({ schema: situatieSchema(regels), antwoord }, options);
};
