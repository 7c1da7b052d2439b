import { type Datum, datumVan, type Instant, weiger } from '@regielijn/kern';
import { datumVolgorde } from '../datum-volgorde.js';
import type { MachtigingFacts } from '../feiten.js';
import { isVerleend, type Machtiging, type VerleendeMachtiging } from '../stand.js';
import { eindeOp, eindstapVan } from '../stap.js';
import { berekendOp } from './berekend-op.js';
import type { LegEindeVast } from './commands.js';
import { eindeFeiten as feit, type Eindegrond, type Eindevlag } from './events.js';

/** What follows for an end that is told at this moment: the day by law, and why it may end nothing. */
export const eindeGevolg = (
  state: VerleendeMachtiging,
  grond: Eindegrond,
  gemeldOp: Instant,
  facts: MachtigingFacts,
): { berekendOp: string | null; vlaggen: Eindevlag[] } => {
  const dag = datumVan(gemeldOp);
  const berekend = berekendOp(state, grond, gemeldOp, facts);
  const op = eindeOp(grond, dag, berekend);
  const past = eindstapVan(state, grond, gemeldOp, op ?? dag) !== null;
  const vlaggen: Eindevlag[] = past ? [] : ['buiten_volgorde'];
  if (op === null) vlaggen.push('eerder_dan_berekend');
  return { berekendOp: berekend, vlaggen };
};

/** Whether no other end can be told of this day: where a day to come was told as the end, an earlier one still can. */
export const eindeStaatVast = (state: VerleendeMachtiging, dag: Datum): boolean =>
  state.status === 'geeindigd' && (state.toestand === state.eindtoestand || state.geeindigdOp <= dag);

export const legEindeVast = ({ data: { grond }, context }: LegEindeVast, state: Machtiging, facts: MachtigingFacts) => {
  const { machtigingId, jeugdigeId, status } = state;
  if (!isVerleend(state))
    throw weiger(
      'NIET_VERLEEND',
      'Deze machtiging is niet verleend en kan dus niet eindigen. Leg eerst de beschikking vast, of kies een andere machtiging.',
      { stand: status },
    );
  const dag = datumVan(context.geldigOp);
  if (state.verloop.some(({ gebeurtenis, op }) => gebeurtenis === grond && datumVan(op) === dag)) return [];
  if (state.status === 'geeindigd' && eindeStaatVast(state, dag))
    throw weiger('AL_GEEINDIGD', 'Deze machtiging is al geëindigd. Corrigeer het einde als dat niet klopt.', {
      geeindigdOp: state.geeindigdOp,
      grond: state.grond,
    });
  datumVolgorde(state.beschikkingOp, dag, 'Het einde kan niet voor de beschikking liggen.');
  return [
    feit.geeindigd.of({ machtigingId, jeugdigeId, grond, ...eindeGevolg(state, grond, context.geldigOp, facts) }),
  ];
};
