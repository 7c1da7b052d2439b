import type { JsonObject } from '@regielijn/kern';
import { beschikkingFeiten, verleend1 } from './beschikking/events.js';
import { eindeFeiten, geeindigd1 } from './einde/events.js';
import { verzoekFeiten, verzoekIngediend1 } from './verzoek/events.js';

/** What was not asked when the old version was written is not known: null, never false. */
export const machtigingUpcasters = [
  {
    from: verzoekIngediend1.type,
    to: verzoekFeiten.verzoekIngediend.type,
    up: (data: JsonObject): JsonObject => ({
      ...data,
      ...{ verlengtMachtigingId: null, bevoegdheid: null, instemming: null, redenGeenOnderzoek: null },
      ...{ hulpverleningsplan: null, achttienPlus: null, verzoekerSoort: null, verlenging: null },
      ...{ volledig: null, vlaggen: null },
    }),
  },
  {
    from: verleend1.type,
    to: beschikkingFeiten.verleend.type,
    up: (data: JsonObject): JsonObject => ({ ...data, bereidheid: null }),
  },
  {
    from: geeindigd1.type,
    to: eindeFeiten.geeindigd.type,
    up: (data: JsonObject): JsonObject => ({ ...data, berekendOp: null, vlaggen: null }),
  },
];
