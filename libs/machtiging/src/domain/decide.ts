import { type Decider, deriveId, nietGevonden, ongeldig, weiger } from '@regielijn/kern';
import type { LegBeschikkingVast, MachtigingCommand } from './commands.js';
import { machtigingFeiten as feit, type MachtigingEvent } from './events.js';
import { wettelijkUiterlijk } from './geldigheidsduur.js';
import { evolve, initialState, type Machtiging, type MachtigingState } from './state.js';

/** A new machtiging's id follows from the command that requests it. */
export const nieuwMachtigingId = (commandId: string): string => deriveId('machtiging', commandId);

const beschikking = ({ data }: LegBeschikkingVast, state: Machtiging): readonly MachtigingEvent[] => {
  const { machtigingId, uitkomst, beschikkingOp, geldigVan, geldigTot } = data;
  const { jeugdigeId, soort, status } = state;
  if (
    status === 'verleend' &&
    uitkomst === 'verleend' &&
    state.geldigVan === geldigVan &&
    state.geldigTot === geldigTot
  )
    return [];
  if (status === 'afgewezen' && uitkomst === 'afgewezen') return [];
  if (status !== 'verzocht')
    throw weiger('AL_BESLIST', 'Over dit verzoek is al beslist. Corrigeer de beschikking als die niet klopt.', {
      status,
    });
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

const decide = (command: MachtigingCommand, state: MachtigingState): readonly MachtigingEvent[] => {
  if (command.naam === 'machtiging.dien-verzoek-in') {
    if (state !== null) return [];
    return [feit.verzoekIngediend.of({ machtigingId: nieuwMachtigingId(command.context.commandId), ...command.data })];
  }
  if (state === null) throw nietGevonden('Deze machtiging is niet bekend.');
  switch (command.naam) {
    case 'machtiging.leg-beschikking-vast':
      return beschikking(command, state);
    case 'machtiging.leg-einde-vast': {
      if (state.status === 'geeindigd') return [];
      if (state.status !== 'verleend')
        throw weiger('NIET_VERLEEND', 'Deze machtiging is niet verleend en kan dus niet eindigen.', {
          status: state.status,
        });
      const { machtigingId, jeugdigeId } = state;
      return [feit.geeindigd.of({ machtigingId, jeugdigeId, grond: command.data.grond })];
    }
    default:
      return command satisfies never;
  }
};

export const machtigingDecider: Decider<MachtigingCommand, MachtigingState, MachtigingEvent> = {
  initialState,
  decide,
  evolve,
};
