import { type Beslissers, deriveId } from '@regielijn/kern';
import { legVast } from '../regels.js';
import type { Jeugdige } from '../state.js';
import type { HulpgeschiedenisCommand } from './commands.js';
import { type HulpgeschiedenisEvent, hulpgeschiedenisFeiten as feit } from './events.js';
import { hulpgeschiedenisRegels } from './regels.js';

export const nieuwEerdereHulpId = (commandId: string): string => deriveId('eerdere-hulp', commandId);
export const nieuwWoonplekId = (commandId: string): string => deriveId('eerdere-woonplek', commandId);

export const hulpgeschiedenisBesluiten: Beslissers<HulpgeschiedenisCommand, Jeugdige, HulpgeschiedenisEvent, unknown> =
  {
    'jeugdige.leg-eerdere-hulp-vast': ({ data, context }, stand) => {
      const hulpId = nieuwEerdereHulpId(context.commandId);
      return legVast(hulpgeschiedenisRegels, feit.eerdereHulpVastgelegd.of({ ...data, hulpId }), context, stand);
    },
    'jeugdige.leg-eerdere-woonplek-vast': ({ data, context }, stand) => {
      const woonplekId = nieuwWoonplekId(context.commandId);
      return legVast(
        hulpgeschiedenisRegels,
        feit.eerdereWoonplekVastgelegd.of({ ...data, woonplekId }),
        context,
        stand,
      );
    },
  };
