import { correctieHandlers, plainHandlers } from '@regielijn/poort';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HeropenDossier,
  type JeugdigeCommand,
  jeugdigeCorrectieCommands,
  RegistreerJeugdige,
  SluitDossier,
  TrekRegieoverdrachtIn,
  VernietigDossier,
  WeigerRegieoverdracht,
} from '../domain/commands.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeCorrecties, type JeugdigeEvent, jeugdigeEvents, jeugdigeStream } from '../domain/events.js';
import type { JeugdigeState } from '../domain/state.js';
import { RegistreerJeugdigeHandler } from './registreer-jeugdige.handler.js';
import { VernietigDossierHandler } from './vernietig-dossier.handler.js';

type OpDossier = Exclude<JeugdigeCommand, RegistreerJeugdige | VernietigDossier>;

const plain = [
  BiedRegieoverdrachtAan,
  AanvaardRegieoverdracht,
  WeigerRegieoverdracht,
  TrekRegieoverdrachtIn,
  SluitDossier,
  HeropenDossier,
];

export const jeugdigeHandlers = [
  RegistreerJeugdigeHandler,
  VernietigDossierHandler,
  ...plainHandlers<OpDossier, JeugdigeState, JeugdigeEvent>(
    // Only a registration needs facts.
    {
      ...jeugdigeDecider,
      decide: (command, state) => jeugdigeDecider.decide(command, state, { regio: null }),
    },
    (command) => jeugdigeStream(command.data.jeugdigeId),
    plain,
  ),
  ...correctieHandlers({
    commands: jeugdigeCorrectieCommands,
    events: jeugdigeCorrecties,
    definitions: jeugdigeEvents,
    streamOf: jeugdigeStream,
    idVeld: 'jeugdigeId',
    sleutelVeld: 'jeugdigeId',
  }),
];

export const jeugdigeCommands = [
  RegistreerJeugdige,
  VernietigDossier,
  ...plain,
  ...Object.values(jeugdigeCorrectieCommands),
];
