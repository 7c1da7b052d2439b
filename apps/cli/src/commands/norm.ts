import { readRules } from '@regielijn/engine';
import { datumVan, systemClock } from '@regielijn/kern';
import { antwoordNormToets, normVraagSchema } from '@regielijn/normenkader';
import { zonderOpslag, type ZonderOpslagOptions } from '../zonder-opslag.js';

/**
 * What the normenkader says about the facts on stdin. No store is opened. Per question the answer of the norm it names;
 * a question that names none gets the list of all eleven.
 */
export const normToets = async (options: ZonderOpslagOptions): Promise<void> => {
  const { normenkader } = readRules();
  const vandaag = datumVan(systemClock.now());
  await zonderOpslag(
    { schema: normVraagSchema(vandaag), antwoord: (vraag) => antwoordNormToets(vraag, normenkader, vandaag) },
    options,
  );
};
