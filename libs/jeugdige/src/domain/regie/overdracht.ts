import { type CommandContext, deriveId, weiger, volgorde } from '@regielijn/kern';
import type { JeugdigeFacts } from '../facts.js';
import type { Jeugdige } from '../state.js';
import type {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HervatRegieoverdracht,
  KomVoorwaardeNa,
  LaatRegieoverdrachtVerlopen,
  TrekRegieoverdrachtIn,
  WeigerRegieoverdracht,
  ZetRegieoverdrachtStil,
} from './commands.js';
import { type Houder, type RegieEvent, regieFeiten as feit } from './events.js';
import { casusregieNu } from './lijnen.js';
import { isNaMachtiging, type Overdracht } from './state.js';

export const overdrachtIdVan = (commandId: string): string => deriveId('overdracht', commandId);

/** To a GI is the way there, to a gemeente the way back. */
export const richtingNaar = (aan: Houder): 'heen' | 'terug' => (aan.soort === 'GI' ? 'heen' : 'terug');

/** Whether an offer can no longer be answered. */
export const isVerlopen = ({ geldigTot, staatStil }: Overdracht, { nu }: CommandContext): boolean =>
  !staatStil && geldigTot <= nu;

/** Refuses while an offer waits for its answer: it must be withdrawn first. */
export const weigerBijOpenAanbod = ({ overdracht }: Jeugdige, context: CommandContext): void => {
  if (overdracht && !isVerlopen(overdracht, context))
    throw weiger('OVERDRACHT_STAAT_OPEN', 'Er staat nog een regieoverdracht open. Trek die eerst in.', {
      overdrachtId: overdracht.overdrachtId,
    });
};

/** An offer that expired while nobody said so is settled by whatever comes in its place, or its escalation would be lost. */
export const verlopenAanbod = (state: Jeugdige, context: CommandContext): readonly RegieEvent[] =>
  state.overdracht === null || !isVerlopen(state.overdracht, context) ? [] : [verlopen(state, state.overdracht)];

const verlopen = ({ jeugdigeId, regelperioden }: Jeugdige, { overdrachtId, geldigTot }: Overdracht): RegieEvent =>
  feit.overdrachtVerlopen.of({ jeugdigeId, overdrachtId, escalatie: isNaMachtiging(regelperioden, geldigTot) });

/** Casusregie is handed on in the order of time, or two organisations would hold it at one moment and nobody at another. */
export const bied = (
  { data, context }: BiedRegieoverdrachtAan,
  state: Jeugdige,
  { ontbreekt, aanbodTot }: JeugdigeFacts,
): readonly RegieEvent[] => {
  const { houder: van, vanaf } = casusregieNu(state);
  const geldigTot = (data.geldigTot ?? aanbodTot)!;
  if (data.aan.organisatie === van.organisatie)
    throw weiger('HEEFT_REGIE_AL', 'Deze organisatie voert de casusregie al. Kies een andere organisatie.', {
      organisatie: van.organisatie,
    });
  weigerBijOpenAanbod(state, context);
  if (geldigTot <= context.nu)
    throw weiger('AANBOD_AL_VERLOPEN', 'Dit aanbod zou meteen verlopen. Kies een einde dat nog moet komen.', {
      geldigTot,
    });
  volgorde(vanaf, context.geldigOp, 'het begin van de casusregie van deze organisatie');
  const overdrachtId = overdrachtIdVan(context.commandId);
  return [
    ...verlopenAanbod(state, context),
    feit.overdrachtAangeboden.of({
      ...data,
      geldigTot,
      overdrachtId,
      van,
      richting: richtingNaar(data.aan),
      ontbreekt: ontbreekt ? [...ontbreekt] : null,
    }),
  ];
};

type Antwoord = AanvaardRegieoverdracht | WeigerRegieoverdracht;

/** The open offer with this id: who withdraws one that was accepted in the meantime must not think that it worked. */
const openOverdracht = (
  { data, context }: Antwoord | TrekRegieoverdrachtIn | LaatRegieoverdrachtVerlopen,
  { overdracht }: Jeugdige,
): Overdracht => {
  if (overdracht?.overdrachtId !== data.overdrachtId)
    throw weiger(
      'OVERDRACHT_NIET_OPEN',
      'Deze regieoverdracht staat niet (meer) open. Kijk in het dossier hoe het nu staat.',
      { overdrachtId: data.overdrachtId },
    );
  volgorde(overdracht.aangebodenOp, context.geldigOp, 'het aanbod');
  return overdracht;
};

/** The open offer with this id, still valid, made to this organisation: all that an answer needs. */
const teBeantwoorden = (command: Antwoord, state: Jeugdige): Overdracht => {
  const { data, context } = command;
  const overdracht = openOverdracht(command, state);
  if (overdracht.aan.organisatie !== data.organisatie)
    throw weiger(
      'OVERDRACHT_NIET_AAN_U',
      'Deze regieoverdracht is niet aan uw organisatie aangeboden. Vraag de gever om een aanbod aan uw organisatie.',
      { organisatie: data.organisatie },
    );
  if (isVerlopen(overdracht, context))
    throw weiger('OVERDRACHT_VERLOPEN', 'Deze regieoverdracht is verlopen. Vraag om een nieuw aanbod.', {
      geldigTot: overdracht.geldigTot,
    });
  return overdracht;
};

/** Acceptance with conditions is acceptance: the conditions are agreements that must still be kept. */
export const aanvaard = (command: AanvaardRegieoverdracht, state: Jeugdige): readonly RegieEvent[] => {
  const { medewerker, voorwaarden } = command.data;
  const { overdrachtId, aan } = teBeantwoorden(command, state);
  volgorde(casusregieNu(state).vanaf, command.context.geldigOp, 'het begin van de huidige casusregie');
  return [
    feit.overdrachtAanvaard.of({
      ...{ jeugdigeId: state.jeugdigeId, overdrachtId, door: aan, medewerker },
      voorwaarden: voorwaarden.length > 0 ? voorwaarden : null,
      aantalVoorwaarden: voorwaarden.length,
    }),
  ];
};

export const weigerAanbod = (command: WeigerRegieoverdracht, state: Jeugdige): readonly RegieEvent[] => {
  const { overdrachtId } = teBeantwoorden(command, state);
  const { jeugdigeId, regelperioden } = state;
  const escalatie = isNaMachtiging(regelperioden, command.context.geldigOp);
  return [feit.overdrachtGeweigerd.of({ jeugdigeId, overdrachtId, reden: command.data.reden, escalatie })];
};

export const trekIn = (command: TrekRegieoverdrachtIn, state: Jeugdige): readonly RegieEvent[] => {
  openOverdracht(command, state);
  return [feit.overdrachtIngetrokken.of(command.data)];
};

export const laatVerlopen = (command: LaatRegieoverdrachtVerlopen, state: Jeugdige): readonly RegieEvent[] => {
  const { data, context } = command;
  if (state.nietOvergenomen.some(({ overdrachtId, hoe }) => overdrachtId === data.overdrachtId && hoe === 'verlopen'))
    return [];
  const overdracht = openOverdracht(command, state);
  const { geldigTot } = overdracht;
  // The clock tells it, which knows that the term goes on again: what became of the pause may not have come here yet.
  if (geldigTot > context.nu)
    throw weiger('OVERDRACHT_NOG_GELDIG', 'Dit aanbod is nog geldig. Wacht op het antwoord, of trek het in.', {
      geldigTot,
    });
  volgorde(geldigTot, context.geldigOp, 'het einde van het aanbod');
  return [verlopen(state, overdracht)];
};

/** Follows from a pause of its term; one that was answered meanwhile needs none. */
export const zetStil = ({ data }: ZetRegieoverdrachtStil, { overdracht }: Jeugdige): readonly RegieEvent[] =>
  overdracht?.overdrachtId !== data.overdrachtId || overdracht.staatStil ? [] : [feit.overdrachtStilgezet.of(data)];

export const hervat = ({ data }: HervatRegieoverdracht, { overdracht }: Jeugdige): readonly RegieEvent[] =>
  overdracht?.overdrachtId === data.overdrachtId && overdracht.staatStil ? [feit.overdrachtHervat.of(data)] : [];

export const komVoorwaardeNa = ({ data }: KomVoorwaardeNa, state: Jeugdige): readonly RegieEvent[] => {
  const { overdrachtId, nummer } = data;
  const deel = state.voorwaarden.find((kandidaat) => kandidaat.overdrachtId === overdrachtId);
  if (!deel || nummer > deel.teksten.length)
    throw weiger('VOORWAARDE_ONBEKEND', 'Deze voorwaarde is bij de aanvaarding niet gesteld. Kijk het nummer na.', {
      overdrachtId,
      nummer,
    });
  return deel.open.includes(nummer) ? [feit.voorwaardeNagekomen.of(data)] : [];
};
