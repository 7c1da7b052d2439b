import { type Beslissers, beslis, datumVan, type Decider, onbekend, weiger } from '@regielijn/kern';
import type { LegVerwachtEindeVast, TerugkeerCommand } from './commands.js';
import { type TerugkeerFacts, volgEinde } from './einde.js';
import { terugkeerFeiten as feit, type TerugkeerEvent } from './events.js';
import { vereisKan } from './regels.js';
import { evolve, initialState, type Terugkeer, type TerugkeerState } from './state.js';

type Gebeurtenissen = readonly TerugkeerEvent[];

/** This fact, when it can follow upon what there is. */
const leg = (
  event: TerugkeerEvent,
  { context: { commandId, geldigOp, nu } }: TerugkeerCommand,
  state: Terugkeer,
): Gebeurtenissen => {
  vereisKan({ ...event, id: commandId, geldigOp, vastgelegdOp: nu }, state);
  return [event];
};

const aanwezig = (state: TerugkeerState): Terugkeer => {
  if (state === null) throw onbekend('Deze terugkeer');
  return state;
};

const verwachtEinde = (
  { data: { verwachtOp }, context }: LegVerwachtEindeVast,
  state: TerugkeerState,
  facts: TerugkeerFacts,
): Gebeurtenissen => {
  if (facts.hulp !== 'loopt')
    throw weiger(
      'HULP_LOOPT_NIET',
      'Er loopt geen hulp waarvan het einde verwacht kan worden. Kijk in het dossier hoe het traject nu staat.',
      { hulp: facts.hulp },
    );
  if (verwachtOp === null) aanwezig(state);
  const { trajectId, jeugdigeId } = facts;
  const isBekend = state !== null && state.verwachtOp === verwachtOp;
  return [
    ...volgEinde(state, facts, datumVan(context.nu), verwachtOp),
    ...(isBekend ? [] : [feit.eindeVerwacht.of({ trajectId, jeugdigeId, verwachtOp })]),
  ];
};

const besluiten: Beslissers<TerugkeerCommand, TerugkeerState, TerugkeerEvent, TerugkeerFacts> = {
  'terugkeer.werk-bij': ({ context }, state, facts) => {
    const gevolg = volgEinde(state, facts, datumVan(context.nu));
    if (state === null && gevolg.length === 0)
      throw weiger(
        'EINDE_NIET_IN_ZICHT',
        'Het einde van deze hulp is nog niet in zicht. Leg vast wanneer de hulp eindigt als u dat al weet.',
      );
    return gevolg;
  },
  'terugkeer.leg-verwacht-einde-vast': verwachtEinde,
  'terugkeer.aanvaard-deelname': (command, stand) => {
    const state = aanwezig(stand);
    const { organisatie, medewerker } = command.data;
    if (state.deelname?.organisatie === organisatie && state.deelname.medewerker === medewerker) return [];
    const { trajectId, jeugdigeId } = state;
    return leg(feit.deelnameAanvaard.of({ trajectId, jeugdigeId, organisatie, medewerker }), command, state);
  },
  'terugkeer.leg-levensgebied-vast': (command, stand) => {
    const state = aanwezig(stand);
    const { levensgebied, stand: nieuw, partner, toelichting } = command.data;
    const oud = state.levensgebieden.find((gebied) => gebied.levensgebied === levensgebied);
    if (oud?.stand === nieuw && oud.partner === partner && toelichting === null) return [];
    return leg(feit.levensgebiedVastgelegd.of({ ...command.data, jeugdigeId: state.jeugdigeId }), command, state);
  },
};

export const terugkeerDecider: Decider<TerugkeerCommand, TerugkeerState, TerugkeerEvent, TerugkeerFacts> = {
  initialState,
  decide: (command, state, facts) => beslis(besluiten, command, state, facts),
  evolve,
};
