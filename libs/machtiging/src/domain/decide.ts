import { beslis, type Beslissers, type Decider, onbekend } from '@regielijn/kern';
import { legBeschikkingVast } from './beschikking/decide.js';
import type { MachtigingCommand, OpMachtiging } from './commands.js';
import { legEindeVast } from './einde/decide.js';
import type { MachtigingEvent } from './events.js';
import type { MachtigingFacts } from './feiten.js';
import { legMeldingVast } from './melding/decide.js';
import type { Machtiging, MachtigingState } from './stand.js';
import { evolve, initialState } from './state.js';
import { verloopBesluiten } from './verloop/decide.js';
import { legMgjVerzoekVast } from './vervolg/decide.js';
import { dienIn, legVerzoekVast } from './verzoek/decide.js';

const opMachtiging: Beslissers<OpMachtiging, Machtiging, MachtigingEvent, MachtigingFacts> = {
  ...verloopBesluiten,
  'machtiging.leg-beschikking-vast': legBeschikkingVast,
  'machtiging.leg-einde-vast': legEindeVast,
  'machtiging.leg-melding-vast': legMeldingVast,
  'machtiging.leg-mgj-verzoek-vast': legMgjVerzoekVast,
};

const decide = (
  command: MachtigingCommand,
  state: MachtigingState,
  facts: MachtigingFacts,
): readonly MachtigingEvent[] => {
  if (command.naam === 'machtiging.dien-verzoek-in') return state === null ? dienIn(command, facts) : [];
  if (command.naam === 'machtiging.leg-verzoek-vast') return state === null ? legVerzoekVast(command, facts) : [];
  if (state === null) throw onbekend('Deze machtiging');
  return beslis(opMachtiging, command, state, facts);
};

export const machtigingDecider: Decider<MachtigingCommand, MachtigingState, MachtigingEvent, MachtigingFacts> = {
  initialState,
  decide,
  evolve,
};
