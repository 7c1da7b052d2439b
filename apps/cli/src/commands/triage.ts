import { readRules } from '@regielijn/engine';
import { datumVan, systemClock } from '@regielijn/kern';
import { antwoordTriage, triageInvoerSchema } from '@regielijn/triage';
import { zonderOpslag, type ZonderOpslagOptions } from '../zonder-opslag.js';

/** Which variants fit the profiles on stdin. No store is opened, so the free plekken are 0, never confirmed. */
export const triage = async (options: ZonderOpslagOptions): Promise<void> => {
  const { triage: regels } = readRules();
  const vandaag = datumVan(systemClock.now());
  await zonderOpslag(
    { schema: triageInvoerSchema(regels), antwoord: (invoer) => antwoordTriage(invoer, regels, vandaag) },
    options,
  );
};
