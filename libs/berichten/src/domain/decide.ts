import { beslis, type Beslissers, type Decider, deriveId, onbekend } from '@regielijn/kern';
import type { AdresseerBericht, BerichtCommand, LegVerzendingVast } from './commands.js';
import { berichtFeiten as feit, type BerichtEvent } from './events.js';
import { volgendePoging } from './herkansing.js';
import { type Bericht, type BerichtState, evolve, initialState, wachtenden } from './state.js';

/** One message per event and organisation, so that going over the log once more makes none anew. */
export const berichtIdVan = (aanleiding: string, organisatie: string): string =>
  deriveId('bericht', aanleiding, organisatie);

const bekend = (state: BerichtState, berichtId: string): Bericht => {
  if (state === null) throw onbekend('Dit bericht', { berichtId });
  return state;
};

/** Who had it, or was given up, is not asked again; naming who waits already adds nothing. */
const adresseer = (bericht: Bericht, gevraagd: AdresseerBericht['data']['ontvangers']): readonly BerichtEvent[] => {
  if (bericht.afgehandeldOp !== null) return [];
  const ontvangers = [...new Set(gevraagd)]
    .filter((naam) => (bericht.leveringen[naam]?.stand ?? 'wacht') === 'wacht')
    .sort();
  if (String(ontvangers) === String([...wachtenden(bericht)].sort())) return [];
  return [feit.geadresseerd.of({ berichtId: bericht.berichtId, ontvangers })];
};

/** What is told of a delivery that does not wait is told twice. A mail that was on its way when the message was closed, went. */
const legVerzendingVast = (bericht: Bericht, { data, context }: LegVerzendingVast): readonly BerichtEvent[] => {
  const { berichtId, ontvanger, uitkomst } = data;
  if (bericht.leveringen[ontvanger]?.stand !== 'wacht') return [];
  const levering = { berichtId, ontvanger };
  if (uitkomst.soort !== 'mislukt') {
    const verzonden = uitkomst.soort === 'verzonden' ? feit.verzonden : feit.inOverzicht;
    return [verzonden.of({ ...levering, kenmerk: uitkomst.kenmerk })];
  }
  if (bericht.afgehandeldOp !== null) return [];
  const { code, definitief } = uitkomst;
  const poging = bericht.leveringen[ontvanger].pogingen + 1;
  const volgendeOp = definitief ? null : volgendePoging(poging, context.geldigOp);
  if (volgendeOp === null) return [feit.opgegeven.of({ ...levering, code, poging })];
  return [feit.nietVerzonden.of({ ...levering, code, poging, volgendeOp })];
};

const beslissers: Beslissers<BerichtCommand, BerichtState, BerichtEvent> = {
  'bericht.stel-op': ({ data }, state) =>
    state === null ? [feit.opgesteld.of({ berichtId: berichtIdVan(data.aanleiding, data.organisatie), ...data })] : [],
  'bericht.adresseer': ({ data }, state) => adresseer(bekend(state, data.berichtId), data.ontvangers),
  'bericht.leg-verzending-vast': (command, state) => legVerzendingVast(bekend(state, command.data.berichtId), command),
  'bericht.herinner': ({ data: { berichtId, aanleiding } }, state) => {
    const { herinnerdOp, afgehandeldOp } = bekend(state, berichtId);
    return herinnerdOp === null && afgehandeldOp === null ? [feit.herinnerd.of({ berichtId, aanleiding })] : [];
  },
  'bericht.handel-af': ({ data: { berichtId, aanleiding } }, state) =>
    bekend(state, berichtId).afgehandeldOp === null ? [feit.afgehandeld.of({ berichtId, aanleiding })] : [],
};

export const berichtDecider: Decider<BerichtCommand, BerichtState, BerichtEvent> = {
  initialState,
  decide: (command, state) => beslis(beslissers, command, state, undefined),
  evolve,
};
