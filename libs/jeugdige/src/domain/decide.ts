import {
  CodedError,
  datumVan,
  type Decider,
  deriveId,
  nietGevonden,
  ongeldig,
  OVERIG,
  weiger,
  volgorde,
} from '@regielijn/kern';
import type {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  JeugdigeCommand,
  RegistreerJeugdige,
  TrekRegieoverdrachtIn,
  WeigerRegieoverdracht,
} from './commands.js';
import { type JeugdigeEvent, jeugdigeFeiten as feit } from './events.js';
import { dossierGesloten, dossierVernietigd } from './open-dossier.js';
import {
  casusregieNu,
  evolve,
  initialState,
  type Jeugdige,
  type JeugdigeState,
  jeugdigeVan,
  type Overdracht,
} from './state.js';

/** A new jeugdige's id follows from the command that registers it. */
export const nieuwJeugdigeId = (commandId: string): string => deriveId('jeugdige', commandId);

export const overdrachtIdVan = (commandId: string): string => deriveId('overdracht', commandId);

export interface JeugdigeFacts {
  /** The region of the gemeente on the day of registration, or null when the gemeente is not valid then. */
  readonly regio: string | null;
  /** For closing: the trajecten of this jeugdige in which somebody stays somewhere, or nazorg is open. */
  readonly openTrajecten?: readonly string[];
}

const registreer = (
  { data, context }: RegistreerJeugdige,
  state: JeugdigeState,
  { regio }: JeugdigeFacts,
): readonly JeugdigeEvent[] => {
  if (state?.status === 'vervallen')
    throw new CodedError(
      'conflict',
      'REGISTRATIE_VERVALLEN',
      'Deze registratie is niet afgemaakt. Geef haar opnieuw op, met een nieuwe Idempotency-Key.',
    );
  if (state !== null) return [];
  const { gemeente, ...rest } = data;
  if (rest.geboortedatum > datumVan(context.geldigOp))
    throw ongeldig('GEBOORTEDATUM_IN_TOEKOMST', 'De geboortedatum ligt na de registratie.');
  const code = 'code' in gemeente ? gemeente.code : null;
  if (code !== null && regio === null)
    throw ongeldig(
      'GEMEENTE_NIET_GELDIG',
      'Deze gemeente hoort op deze dag niet bij het landsdeel. Kies "overig" en geef de reden.',
      { gemeentecode: code },
    );
  return [
    feit.geregistreerd.of({
      ...rest,
      jeugdigeId: nieuwJeugdigeId(context.commandId),
      gemeentecode: code,
      overigReden: 'overig' in gemeente ? gemeente.overig : null,
      regio: regio ?? OVERIG,
      casusregie: {
        soort: 'gemeente',
        organisatie: 'overig' in gemeente ? gemeente.regiehouder : `gemeente-${gemeente.code}`,
      },
    }),
  ];
};

/** Casusregie is handed on in the order of time, or two organisations would hold it at one moment and nobody at another. */
const bied = ({ data, context }: BiedRegieoverdrachtAan, state: Jeugdige): readonly JeugdigeEvent[] => {
  const { houder: van, vanaf } = casusregieNu(state);
  if (data.aan.organisatie === van.organisatie)
    throw weiger('HEEFT_REGIE_AL', 'Deze organisatie voert de casusregie al.', { organisatie: van.organisatie });
  if (state.overdracht && state.overdracht.geldigTot > context.nu)
    throw weiger('OVERDRACHT_STAAT_OPEN', 'Er staat al een regieoverdracht open. Trek die eerst in.', {
      overdrachtId: state.overdracht.overdrachtId,
    });
  if (data.geldigTot <= context.nu)
    throw weiger('AANBOD_AL_VERLOPEN', 'Het aanbod moet eindigen na dit moment.', { geldigTot: data.geldigTot });
  volgorde(vanaf, context.geldigOp, 'het begin van de casusregie van deze organisatie');
  return [feit.overdrachtAangeboden.of({ ...data, overdrachtId: overdrachtIdVan(context.commandId), van })];
};

/** The open offer with this id: who withdraws one that was accepted in the meantime must not think that it worked. */
const openOverdracht = (
  { data, context }: AanvaardRegieoverdracht | WeigerRegieoverdracht | TrekRegieoverdrachtIn,
  { overdracht }: Jeugdige,
): Overdracht => {
  if (overdracht?.overdrachtId !== data.overdrachtId)
    throw weiger('OVERDRACHT_NIET_OPEN', 'Deze regieoverdracht staat niet (meer) open.', {
      overdrachtId: data.overdrachtId,
    });
  volgorde(overdracht.aangebodenOp, context.geldigOp, 'het aanbod');
  return overdracht;
};

/** The open offer with this id, still valid, made to this organisation: all that an answer needs. */
const teBeantwoorden = (command: AanvaardRegieoverdracht | WeigerRegieoverdracht, state: Jeugdige): Overdracht => {
  const { data, context } = command;
  const overdracht = openOverdracht(command, state);
  if (overdracht.aan.organisatie !== data.organisatie)
    throw weiger('OVERDRACHT_NIET_AAN_U', 'Deze regieoverdracht is niet aan uw organisatie aangeboden.', {
      organisatie: data.organisatie,
    });
  if (overdracht.geldigTot <= context.nu)
    throw weiger('OVERDRACHT_VERLOPEN', 'Deze regieoverdracht is verlopen. Vraag om een nieuw aanbod.', {
      geldigTot: overdracht.geldigTot,
    });
  return overdracht;
};

const decideOpen = (
  command: Exclude<JeugdigeCommand, RegistreerJeugdige>,
  state: Jeugdige,
  { openTrajecten = [] }: JeugdigeFacts,
): readonly JeugdigeEvent[] => {
  const { jeugdigeId } = state;
  switch (command.naam) {
    case 'jeugdige.bied-regieoverdracht-aan':
      return bied(command, state);
    case 'jeugdige.aanvaard-regieoverdracht': {
      const { overdrachtId, aan } = teBeantwoorden(command, state);
      volgorde(casusregieNu(state).vanaf, command.context.geldigOp, 'het begin van de huidige casusregie');
      return [feit.overdrachtAanvaard.of({ jeugdigeId, overdrachtId, door: aan, medewerker: command.data.medewerker })];
    }
    case 'jeugdige.weiger-regieoverdracht': {
      const { overdrachtId } = teBeantwoorden(command, state);
      return [feit.overdrachtGeweigerd.of({ jeugdigeId, overdrachtId, reden: command.data.reden })];
    }
    case 'jeugdige.trek-regieoverdracht-in':
      openOverdracht(command, state);
      return [feit.overdrachtIngetrokken.of(command.data)];
    case 'jeugdige.sluit-dossier':
      if (state.overdracht && state.overdracht.geldigTot > command.context.nu)
        throw weiger('OVERDRACHT_STAAT_OPEN', 'Er staat nog een regieoverdracht open.', {
          overdrachtId: state.overdracht.overdrachtId,
        });
      if (openTrajecten.length > 0)
        throw weiger('TRAJECT_STAAT_OPEN', 'Er staat nog een traject open. Sluit dat eerst af.', {
          trajecten: openTrajecten,
        });
      return [feit.gesloten.of({ jeugdigeId })];
    case 'jeugdige.heropen-dossier':
      return [];
    case 'jeugdige.vernietig-dossier':
      throw weiger('DOSSIER_IS_OPEN', 'Sluit het dossier voordat u het vernietigt.', {}, 'Jeugdwet art. 7.3.9');
    default:
      return command satisfies never;
  }
};

const decideGesloten = (
  command: Exclude<JeugdigeCommand, RegistreerJeugdige>,
  state: Jeugdige,
): readonly JeugdigeEvent[] => {
  const { jeugdigeId } = state;
  if (command.naam === 'jeugdige.heropen-dossier') return [feit.heropend.of({ jeugdigeId })];
  if (command.naam === 'jeugdige.vernietig-dossier')
    return [feit.vernietigd.of({ jeugdigeId, grond: command.data.grond })];
  if (command.naam === 'jeugdige.sluit-dossier') return [];
  throw dossierGesloten(jeugdigeId);
};

const decide = (command: JeugdigeCommand, state: JeugdigeState, facts: JeugdigeFacts): readonly JeugdigeEvent[] => {
  if (command.naam === 'jeugdige.registreer') return registreer(command, state, facts);
  const jeugdige = jeugdigeVan(state);
  if (jeugdige === null) throw nietGevonden('Deze jeugdige is niet bekend.');
  switch (jeugdige.status) {
    case 'open':
      return decideOpen(command, jeugdige, facts);
    case 'gesloten':
      return decideGesloten(command, jeugdige);
    case 'vernietigd':
      if (command.naam === 'jeugdige.vernietig-dossier') return [];
      throw dossierVernietigd();
    default:
      return jeugdige.status satisfies never;
  }
};

export const jeugdigeDecider: Decider<JeugdigeCommand, JeugdigeState, JeugdigeEvent, JeugdigeFacts> = {
  initialState,
  decide,
  evolve,
};
