import { plainHandlers, trekFeitInHandler } from '@regielijn/poort';
import {
  BiedRegieoverdrachtAan,
  gezinCommands,
  HeropenDossier,
  hulpgeschiedenisCommands,
  type JeugdigeCommand,
  jeugdigeCorrectieCommands,
  jimCommands,
  LegAfstemmingVast,
  MaakSamenvoegingOngedaan,
  MeldVerhuizing,
  netwerkCommands,
  regieCommands,
  RegistreerJeugdige,
  type SamenvoegingCommand,
  SluitDossier,
  VernietigDossier,
  verslagCommands,
  VoegDossiersSamen,
  volwassenCommands,
} from '../domain/commands.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { type JeugdigeEvent, jeugdigeStream } from '../domain/events.js';
import type { JeugdigeState } from '../domain/state.js';
import { CorrigeerJeugdigeHandler } from './corrigeer-jeugdige.handler.js';
import { jeugdigeCorrectie } from './jeugdige-correctie.js';
import { BiedRegieoverdrachtAanHandler, LegAfstemmingVastHandler, MeldVerhuizingHandler } from './regie.handlers.js';
import { RegistreerJeugdigeHandler } from './registreer-jeugdige.handler.js';
import { MaakSamenvoegingOngedaanHandler, VoegDossiersSamenHandler } from './samenvoeging.handlers.js';

type MetFeiten = RegistreerJeugdige | SluitDossier | VernietigDossier | SamenvoegingCommand;
type MetRegels = BiedRegieoverdrachtAan | LegAfstemmingVast | MeldVerhuizing;
type OpDossier = Exclude<JeugdigeCommand, MetFeiten | MetRegels>;

const plain = [
  HeropenDossier,
  ...regieCommands,
  ...netwerkCommands,
  ...jimCommands,
  ...gezinCommands,
  ...hulpgeschiedenisCommands,
  ...verslagCommands,
  ...volwassenCommands,
];

export const jeugdigeHandlers = [
  RegistreerJeugdigeHandler,
  CorrigeerJeugdigeHandler,
  BiedRegieoverdrachtAanHandler,
  LegAfstemmingVastHandler,
  MeldVerhuizingHandler,
  VoegDossiersSamenHandler,
  MaakSamenvoegingOngedaanHandler,
  ...plainHandlers<OpDossier, JeugdigeState, JeugdigeEvent>(
    // What needs facts from elsewhere has a handler of its own.
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
  // Their handlers look at read models, and lie where those are known.
  SluitDossier,
  VernietigDossier,
  ...[BiedRegieoverdrachtAan, LegAfstemmingVast, MeldVerhuizing, VoegDossiersSamen, MaakSamenvoegingOngedaan],
  ...plain,
  ...Object.values(jeugdigeCorrectieCommands),
];
