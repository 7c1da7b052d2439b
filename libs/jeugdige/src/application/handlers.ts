import { plainHandlers, trekFeitInHandler } from '@regielijn/poort';
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
import { type JeugdigeEvent, jeugdigeStream } from '../domain/events.js';
import type { JeugdigeState } from '../domain/state.js';
import { CorrigeerJeugdigeHandler } from './corrigeer-jeugdige.handler.js';
import { jeugdigeCorrectie } from './jeugdige-correctie.js';
import { RegistreerJeugdigeHandler } from './registreer-jeugdige.handler.js';
import { VernietigDossierHandler } from './vernietig-dossier.handler.js';

type OpDossier = Exclude<JeugdigeCommand, RegistreerJeugdige | SluitDossier | VernietigDossier>;

const plain = [
  BiedRegieoverdrachtAan,
  AanvaardRegieoverdracht,
  WeigerRegieoverdracht,
  TrekRegieoverdrachtIn,
  HeropenDossier,
];

export const jeugdigeHandlers = [
  RegistreerJeugdigeHandler,
  VernietigDossierHandler,
  CorrigeerJeugdigeHandler,
  ...plainHandlers<OpDossier, JeugdigeState, JeugdigeEvent>(
    // Only registering and closing need facts.
    {
      ...jeugdigeDecider,
      decide: (command, state) => jeugdigeDecider.decide(command, state, { regio: null }),
    },
    (command) => jeugdigeStream(command.data.jeugdigeId),
    plain,
  ),
  trekFeitInHandler(jeugdigeCorrectie),
];

export const jeugdigeCommands = [
  RegistreerJeugdige,
  // Its handler looks at trajecten, and lies where those are known.
  SluitDossier,
  VernietigDossier,
  ...plain,
  ...Object.values(jeugdigeCorrectieCommands),
];
