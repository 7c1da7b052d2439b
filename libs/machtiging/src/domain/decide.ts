import { type Datum, datumVan, type Decider, deriveId, nietGevonden, ongeldig, weiger } from '@regielijn/kern';
import type { LegBeschikkingVast, LegEindeVast, MachtigingCommand } from './commands.js';
import { machtigingFeiten as feit, type MachtigingEvent } from './events.js';
import { wettelijkUiterlijk } from './geldigheidsduur.js';
import { evolve, initialState, type Machtiging, type MachtigingState } from './state.js';

/** A new machtiging's id follows from the command that requests it. */
export const nieuwMachtigingId = (commandId: string): string => deriveId('machtiging', commandId);

const volgorde = (eerder: Datum, later: Datum, zin: string): void => {
  if (later < eerder) throw ongeldig('DATUM_VOLGORDE', `${zin} Kijk de datum na.`, { eerder, later });
};

/** The beschikking that is already known, told once more. */
const isBekend = ({ data }: LegBeschikkingVast, state: Machtiging): boolean => {
  if (state.status === 'verzocht' || state.beschikkingOp !== data.beschikkingOp) return false;
  if (state.status === 'afgewezen') return data.uitkomst === 'afgewezen';
  return data.uitkomst === 'verleend' && state.geldigVan === data.geldigVan && state.geldigTot === data.geldigTot;
};

const beschikking = (command: LegBeschikkingVast, state: Machtiging): readonly MachtigingEvent[] => {
  const { machtigingId, uitkomst, beschikkingOp, geldigVan, geldigTot } = command.data;
  const { jeugdigeId, soort, status, verzochtOp } = state;
  if (isBekend(command, state)) return [];
  if (status !== 'verzocht')
    throw weiger('AL_BESLIST', 'Over dit verzoek is al beslist. Corrigeer de beschikking als die niet klopt.', {
      status,
    });
  volgorde(verzochtOp, beschikkingOp, 'De beschikking kan niet voor het verzoek liggen.');
  volgorde(beschikkingOp, datumVan(command.context.nu), 'De beschikking kan niet na vandaag liggen.');
  if (uitkomst === 'afgewezen') return [feit.afgewezen.of({ machtigingId, jeugdigeId, beschikkingOp })];
  if (geldigVan === null || geldigTot === null)
    throw ongeldig('GELDIGHEID_ONTBREEKT', 'Vul in vanaf en tot wanneer de machtiging geldt.');
  if (geldigTot <= geldigVan)
    throw ongeldig('DATUM_VOLGORDE', 'De einddatum van de machtiging moet na de begindatum liggen.', {
      geldigVan,
      geldigTot,
    });
  const uiterlijk = wettelijkUiterlijk(soort, geldigVan);
  return [
    feit.verleend.of({
      ...{ machtigingId, jeugdigeId, beschikkingOp, geldigVan, geldigTot },
      wettelijkUiterlijk: uiterlijk,
      langerDanWet: geldigTot > uiterlijk,
    }),
  ];
};

const einde = ({ data, context }: LegEindeVast, state: Machtiging): readonly MachtigingEvent[] => {
  const { machtigingId, jeugdigeId, status } = state;
  const op = datumVan(context.geldigOp);
  if (status === 'geeindigd') {
    const { geeindigdOp, grond } = state;
    if (geeindigdOp === op && grond === data.grond) return [];
    throw weiger('AL_GEEINDIGD', 'Deze machtiging is al geëindigd. Corrigeer het einde als dat niet klopt.', {
      geeindigdOp,
      grond,
    });
  }
  if (status !== 'verleend')
    throw weiger('NIET_VERLEEND', 'Deze machtiging is niet verleend en kan dus niet eindigen.', { status });
  volgorde(state.beschikkingOp, op, 'Het einde kan niet voor de beschikking liggen.');
  return [feit.geeindigd.of({ machtigingId, jeugdigeId, grond: data.grond })];
};

const decide = (command: MachtigingCommand, state: MachtigingState): readonly MachtigingEvent[] => {
  if (command.naam === 'machtiging.dien-verzoek-in') {
    if (state !== null) return [];
    return [feit.verzoekIngediend.of({ machtigingId: nieuwMachtigingId(command.context.commandId), ...command.data })];
  }
  if (state === null) throw nietGevonden('Deze machtiging is niet bekend.');
  switch (command.naam) {
    case 'machtiging.leg-beschikking-vast':
      return beschikking(command, state);
    case 'machtiging.leg-einde-vast':
      return einde(command, state);
    default:
      return command satisfies never;
  }
};

export const machtigingDecider: Decider<MachtigingCommand, MachtigingState, MachtigingEvent> = {
  initialState,
  decide,
  evolve,
};
