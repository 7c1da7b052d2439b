import type { z } from 'zod';
import { type Bevinding, weigering } from '../regels/bevinding.js';
import { registratieBevindingen } from '../regels/gedragswetenschapper.js';
import type { Overgang, Vereiste } from '../regels/toestanden.js';
import type { InstemmingSchema } from '../verzoek/velden.js';

/** What is given with a decision; what is left out was not given. */
export interface Gegeven {
  readonly instemming?: z.output<typeof InstemmingSchema> | null;
  readonly jeugdigeStemtIn?: boolean;
  readonly actueleToestandNagegaan?: boolean;
}

type Toets = (gegeven: Gegeven, artikel: string) => readonly Bevinding[];

const niets: Toets = () => [];

/** What is missing, per requirement of the table. The last two belong to the request and the grant, not to a step after it. */
const TOETSEN: Readonly<Record<Vereiste, Toets>> = {
  instemming_gedragswetenschapper: ({ instemming = null }, artikel) =>
    instemming === null
      ? [
          weigering(
            'INSTEMMING_ONTBREEKT',
            'Voor dit besluit moet een gekwalificeerde gedragswetenschapper instemmen. Vul die instemming in.',
            artikel,
          ),
        ]
      : registratieBevindingen(instemming),
  instemming_jeugdige: ({ jeugdigeStemtIn }, artikel) =>
    jeugdigeStemtIn
      ? []
      : [
          weigering(
            'INSTEMMING_JEUGDIGE_ONTBREEKT',
            'Het plan kan alleen veranderen als de jeugdige instemt. Bespreek het eerst met de jeugdige.',
            artikel,
          ),
        ],
  actuele_toestand_nagegaan: ({ actueleToestandNagegaan }, artikel) =>
    actueleToestandNagegaan
      ? []
      : [
          weigering(
            'TOESTAND_NIET_NAGEGAAN',
            'Ga eerst na hoe het nu met de jeugdige is. Pas dan kan tot opname worden beslist.',
            artikel,
          ),
        ],
  hulpverleningsplan: niets,
  bereidverklaring_of_verwachting: niets,
};

/** What stands in the way of a step by what was given with it. */
export const ontbrekendeVereisten = ({ vereist, artikel }: Overgang, gegeven: Gegeven): readonly Bevinding[] =>
  vereist.flatMap((vereiste) => TOETSEN[vereiste](gegeven, artikel!));
