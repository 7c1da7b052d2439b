import { type Beslissers, datumVan, type DomainEvent, type Instant, weiger } from '@regielijn/kern';
import type { MachtigingEvent } from '../events.js';
import type { MachtigingFacts, Termijn } from '../feiten.js';
import { planBevindingen } from '../regels/hulpverleningsplan.js';
import { OVERGANGEN } from '../regels/overgangen.js';
import type { Gebeurtenis, Overgang } from '../regels/toestanden.js';
import { weigerVerboden } from '../regels/weiger-bevinding.js';
import { geldtOp, isVerleend, type Machtiging, toestandOp, type VerleendeMachtiging } from '../stand.js';
import { stapVan } from '../stap.js';
import { isVervallenOm } from '../zonder-uitvoering.js';
import type { NeemOpnamebeslissing, VerloopCommand } from './commands.js';
import { besluitFeiten, gebeurtenisFeiten, planEnOpnameFeiten } from './events.js';
import { ontbrekendeVereisten } from './vereisten.js';

type Kern = Pick<Machtiging, 'machtigingId' | 'jeugdigeId'>;
const kern = ({ machtigingId, jeugdigeId }: Machtiging): Kern => ({ machtigingId, jeugdigeId });

/** The same thing told once more. */
const isBekend = ({ verloop }: Machtiging, gebeurtenis: Gebeurtenis, op: Instant): boolean =>
  verloop.some((voorval) => voorval.gebeurtenis === gebeurtenis && voorval.op === op);

/** The article that speaks of a happening, of this kind of machtiging or else of another. */
const artikelVan = (soort: Machtiging['soort'], gebeurtenis: Gebeurtenis): string | undefined =>
  [...OVERGANGEN[soort], ...Object.values(OVERGANGEN).flat()].find((rij) => rij.gebeurtenis === gebeurtenis)?.artikel ??
  undefined;

const waarom = (state: Machtiging, gebeurtenis: Gebeurtenis, dag: string): string => {
  if (!OVERGANGEN[state.soort].some((rij) => rij.gebeurtenis === gebeurtenis))
    return 'Bij deze soort machtiging bestaat dit besluit niet. Kijk na of u de goede machtiging hebt.';
  if (isVerleend(state) && !geldtOp(state, dag))
    return 'De machtiging geldt op deze dag niet. Kijk de datum na, of vraag een nieuwe machtiging.';
  return 'Dit besluit kan nu niet. Leg eerst vast wat eraan voorafging, of kijk de datum na.';
};

const isVervallen = (state: Machtiging, op: Instant, termijn: Termijn): boolean =>
  isVerleend(state) && isVervallenOm(state, op, termijn);

/** What there is to say about something that happened: whether the law has a step for it at this moment. */
export const voorvalVlaggen = (
  state: Machtiging,
  gebeurtenis: Gebeurtenis,
  op: Instant,
  { termijn }: MachtigingFacts,
): 'buiten_volgorde'[] =>
  stapVan(state, gebeurtenis, op) === null || isVervallen(state, op, termijn) ? ['buiten_volgorde'] : [];

/** The step of a decision, refused when the table has none. Source: the article of the step. */
const vereisStap = (
  state: Machtiging,
  gebeurtenis: Gebeurtenis,
  op: Instant,
  { termijn }: MachtigingFacts,
): Overgang => {
  if (isVervallen(state, op, termijn))
    throw weiger(
      'MACHTIGING_VERVALLEN',
      'De machtiging is vervallen: zij is drie maanden lang niet ten uitvoer gelegd. Vraag een nieuwe machtiging.',
      { gebeurtenis },
      'Jeugdwet art. 6.1.12 lid 3',
    );
  const stap = stapVan(state, gebeurtenis, op);
  if (stap !== null) return stap;
  const { soort } = state;
  const dag = datumVan(op);
  throw weiger(
    'OVERGANG_MAG_NIET',
    waarom(state, gebeurtenis, dag),
    { soort, toestand: toestandOp(state, dag), gebeurtenis },
    artikelVan(soort, gebeurtenis),
  );
};

/** Source: Jeugdwet art. 6.1.6 lid 4. A plan that is not known names nobody, and stops nobody. */
const vereisBevoegd = ({ bevoegdeMedewerker }: Machtiging, door: string): void => {
  if (bevoegdeMedewerker !== null && bevoegdeMedewerker !== door)
    throw weiger(
      'MEDEWERKER_ONBEVOEGD',
      'Alleen de medewerker die in het hulpverleningsplan staat, mag tot opname beslissen. Laat die medewerker het besluit nemen.',
      {},
      'Jeugdwet art. 6.1.6 lid 4',
    );
};

/** What the law makes of an opnamebeslissing. Source: Jeugdwet art. 6.1.6 lid 5 and 6. */
export const opnameGevolg = (
  { geldigTot }: VerleendeMachtiging,
  op: Instant,
  { termijn }: MachtigingFacts,
): { geldigTot: string; meldingUiterlijk: string | null } => {
  const besluit = datumVan(op);
  return {
    geldigTot: termijn({ regel: 'D9', besluit, vmgjGeldigTot: geldigTot }) ?? geldigTot,
    meldingUiterlijk: termijn({ regel: 'D10', start: besluit }),
  };
};

const neemOpnamebeslissing = ({ data, context }: NeemOpnamebeslissing, state: Machtiging, facts: MachtigingFacts) => {
  if (isBekend(state, 'opnamebeslissing_genomen', context.geldigOp)) return [];
  const stap = vereisStap(state, 'opnamebeslissing_genomen', context.geldigOp, facts);
  weigerVerboden(ontbrekendeVereisten(stap, data));
  vereisBevoegd(state, data.door);
  const gevolg = opnameGevolg(state as VerleendeMachtiging, context.geldigOp, facts);
  const { door, redenen } = data;
  return [planEnOpnameFeiten.opnamebeslissing_genomen.of({ ...kern(state), door, redenen, ...gevolg })];
};

type Besluit = Beslissers<VerloopCommand, Machtiging, MachtigingEvent & DomainEvent, MachtigingFacts>;

export const verloopBesluiten: Besluit = {
  'machtiging.leg-gebeurtenis-vast': ({ data: { gebeurtenis, toelichting }, context }, state, facts) => {
    if (isBekend(state, gebeurtenis, context.geldigOp)) return [];
    const vlaggen = voorvalVlaggen(state, gebeurtenis, context.geldigOp, facts);
    return [gebeurtenisFeiten[gebeurtenis].of({ ...kern(state), vlaggen, toelichting })];
  },
  'machtiging.neem-besluit': ({ data: { besluit, instemming, toelichting }, context }, state, facts) => {
    if (isBekend(state, besluit, context.geldigOp)) return [];
    const stap = vereisStap(state, besluit, context.geldigOp, facts);
    weigerVerboden(ontbrekendeVereisten(stap, { instemming }));
    return [besluitFeiten[besluit].of({ ...kern(state), instemming, toelichting })];
  },
  'machtiging.wijzig-hulpverleningsplan': ({ data, context }, state, facts) => {
    const { hulpverleningsplan } = data;
    if (isBekend(state, 'hulpverleningsplan_gewijzigd', context.geldigOp)) return [];
    const stap = vereisStap(state, 'hulpverleningsplan_gewijzigd', context.geldigOp, facts);
    weigerVerboden([...ontbrekendeVereisten(stap, data), ...planBevindingen(hulpverleningsplan)]);
    return [planEnOpnameFeiten.hulpverleningsplan_gewijzigd.of({ ...kern(state), hulpverleningsplan })];
  },
  'machtiging.neem-opnamebeslissing': neemOpnamebeslissing,
};
