import { dagenTussen, datumVan, type Decider, onbekend, volgorde, weiger } from '@regielijn/kern';
import type { Termijn } from '@regielijn/termijnen';
import type { BewakingCommand, HervatTermijn, PauzeerTermijn } from './commands.js';
import { bewakingFeiten as feit, type BewakingEvent } from './events.js';
import { evolve, initialState, lopendePauze, momentSleutel, type Termijnbewaking } from './state.js';

/** The term as the ledger has it, and whose dossier it belongs to; null: there is no such term. */
export type BewakingFacts = { readonly termijn: Termijn; readonly jeugdigeId: string | null } | null;

const pauzeer = (
  { data, context }: PauzeerTermijn,
  state: Termijnbewaking,
  facts: BewakingFacts,
): readonly BewakingEvent[] => {
  if (facts === null) throw onbekend('Deze termijn');
  const { termijn, jeugdigeId } = facts;
  const { termijnId, reden } = data;
  if (!termijn.pauzeerbaar || jeugdigeId === null)
    throw weiger(
      'TERMIJN_NIET_STIL_TE_ZETTEN',
      'Deze termijn staat in de wet of is een afspraak die niet kan wachten. U kunt haar niet stilzetten.',
      { regel: termijn.regel },
      termijn.artikel,
    );
  if (termijn.geslotenOp !== null)
    throw weiger('TERMIJN_IS_KLAAR', 'Deze termijn is al klaar. Er is niets meer om stil te zetten.', {
      geslotenOp: termijn.geslotenOp,
    });
  if (lopendePauze(state)) return [];
  volgorde(state.pauzes.at(-1)?.tot ?? '', context.geldigOp, 'het einde van de vorige pauze');
  return [feit.gepauzeerd.of({ termijnId, jeugdigeId, reden })];
};

const hervat = (
  { data, context }: HervatTermijn,
  state: Termijnbewaking,
  facts: BewakingFacts,
): readonly BewakingEvent[] => {
  if (facts === null) throw onbekend('Deze termijn');
  const pauze = lopendePauze(state);
  if (!pauze || facts.jeugdigeId === null)
    throw weiger('TERMIJN_STAAT_NIET_STIL', 'Deze termijn staat niet stil. Zet haar eerst stil.', {
      regel: facts.termijn.regel,
    });
  volgorde(pauze.van, context.geldigOp, 'het begin van de pauze');
  const dagen = dagenTussen(datumVan(pauze.van), datumVan(context.geldigOp));
  return [feit.hervat.of({ termijnId: data.termijnId, jeugdigeId: facts.jeugdigeId, dagen })];
};

const decide = (command: BewakingCommand, state: Termijnbewaking, facts: BewakingFacts): readonly BewakingEvent[] => {
  switch (command.naam) {
    case 'bewaking.meld-termijn': {
      const { moment, wektOp } = command.data;
      // Who paused it in the meantime meant this moment too.
      if (lopendePauze(state) || momentSleutel(moment, wektOp) in state.gemeld) return [];
      return [feit.gemeld.of(command.data)];
    }
    case 'bewaking.leg-gevolg-vast':
      return state.afgehandeld.includes(command.data.gemeldId) ? [] : [feit.gevolgVastgelegd.of(command.data)];
    case 'bewaking.pauzeer-termijn':
      return pauzeer(command, state, facts);
    case 'bewaking.hervat-termijn':
      return hervat(command, state, facts);
    default:
      return command satisfies never;
  }
};

export const bewakingDecider: Decider<BewakingCommand, Termijnbewaking, BewakingEvent, BewakingFacts> = {
  initialState,
  decide,
  evolve,
};
