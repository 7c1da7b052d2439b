import type { Beslissers } from '@regielijn/kern';
import { legVast } from '../regels.js';
import type { Jeugdige } from '../state.js';
import type { JimCommand } from './commands.js';
import { type JimEvent, jimFeiten as feit } from './events.js';
import { jimRegels, vlaggenBijAfspraak } from './regels.js';

const leg = (event: JimEvent, { context }: JimCommand, stand: Jeugdige): readonly JimEvent[] =>
  legVast(jimRegels, event, context, stand);

export const jimBesluiten: Beslissers<JimCommand, Jeugdige, JimEvent, unknown> = {
  'jeugdige.start-jim-zoektocht': (command, stand) => leg(feit.jimZoektochtGestart.of(command.data), command, stand),
  'jeugdige.leg-jim-zoekstap-vast': (command, stand) =>
    leg(feit.jimZoekstapVastgelegd.of(command.data), command, stand),
  'jeugdige.vraag-jim': (command, stand) => leg(feit.jimGevraagd.of(command.data), command, stand),
  'jeugdige.voer-levinasgesprek': (command, stand) => leg(feit.levinasgesprekGevoerd.of(command.data), command, stand),
  'jeugdige.vind-jim': (command, stand) => leg(feit.jimGevonden.of(command.data), command, stand),
  'jeugdige.leg-jim-afspraak-vast': (command, stand) => {
    const vlaggen = vlaggenBijAfspraak(stand.jim, command.context.geldigOp);
    return leg(feit.jimAfspraakVastgelegd.of({ ...command.data, vlaggen }), command, stand);
  },
  'jeugdige.bied-jim-support': (command, stand) => leg(feit.jimSupportGeboden.of(command.data), command, stand),
  'jeugdige.leg-jim-weigering-vast': (command, stand) =>
    leg(feit.jimGeweigerdDoorOuders.of(command.data), command, stand),
  'jeugdige.stop-jim': (command, stand) => leg(feit.jimGestopt.of(command.data), command, stand),
};
