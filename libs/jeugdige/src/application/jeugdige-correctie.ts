import type { Datum, Past, RegioIndeling } from '@regielijn/kern';
import type { CorrectieSlice } from '@regielijn/poort';
import { jeugdigeCorrectieCommands } from '../domain/commands.js';
import { jeugdigeCorrecties, type JeugdigeEvent, jeugdigeEvents, jeugdigeStream } from '../domain/events.js';
import { herleid, strijdig, strijdigeRegie } from '../domain/herleid.js';
import { herleidVlaggen, strijdigMetRegels } from '../domain/strijd.js';

type Feiten = readonly Past<JeugdigeEvent>[];

/** How facts of a jeugdige are withdrawn. */
export const jeugdigeCorrectie: CorrectieSlice = {
  commands: jeugdigeCorrectieCommands,
  events: jeugdigeCorrecties,
  definitions: jeugdigeEvents,
  streamOf: jeugdigeStream,
  idVeld: 'jeugdigeId',
  sleutelVeld: 'jeugdigeId',
  strijdig: (feiten) => [...strijdigeRegie(feiten as Feiten), ...strijdigMetRegels(feiten as Feiten)],
  herleid: (feiten) => herleidVlaggen(feiten as Feiten),
};

/** How they are corrected: region and first holder follow from the gemeente, by the regions of that day. */
export const jeugdigeCorrectieMet = (regios: RegioIndeling): CorrectieSlice => {
  const regioVan = (code: string, op: Datum): string | null => regios.regioVan(code, op);
  return {
    ...jeugdigeCorrectie,
    strijdig: (feiten) => [
      ...strijdig(feiten as Feiten, regioVan),
      ...strijdigeRegie(feiten as Feiten),
      ...strijdigMetRegels(feiten as Feiten),
    ],
    herleid: (feiten) => [...herleid(feiten as Feiten, regioVan), ...herleidVlaggen(feiten as Feiten)],
  };
};
