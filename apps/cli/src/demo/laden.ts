import type { Poort } from '@regielijn/poort';
import { beginVan, datumVan, type Instant, plusDagen } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { EindigNaOnttrekking, MeldUitstroom, PlaatsOver, StartOpname } from '@regielijn/traject';
import { nieuwVoorzieningId, OpenPlekken, OpenVoorziening, SluitPlekken } from '@regielijn/voorziening';
import { schrijfDossier } from './dossier.js';
import { type DemoOpdracht, Dossierlijst } from './opdrachten.js';
import type { NaOpdracht } from './plek-volgt.js';
import { verzinPersonen } from './personen.js';
import type { DemoPlan } from './plan/demo-plan.js';

/** Hears how far a part of the load is, in commands. */
export type BijVoortgang = (gedaan: number, totaal: number) => void;

const GI = 'gi-jb-west';
const VOORZIENINGEN = 'voorzieningen';

const openingLabel = (key: string): string => `${key}: opening`;

const schrijfVoorzieningen = ({ voorzieningen }: DemoPlan, lijst: Dossierlijst): void => {
  for (const voorziening of voorzieningen) {
    const { key, naam, aanbieder, locatieGemeentecode, variant, plekken, geopendOp, geslotenOp } = voorziening;
    const op = beginVan(geopendOp);
    const opening = { naam, aanbieder, gemeentecode: locatieGemeentecode, variant };
    const voorzieningId = nieuwVoorzieningId(lijst.geef(op, openingLabel(key), OpenVoorziening, opening));
    lijst.geef(op, `${key}: plekken`, OpenPlekken, { voorzieningId, aantal: plekken, vanaf: geopendOp });
    lijst.geef(beginVan(geslotenOp), `${key}: sluiting`, SluitPlekken, {
      voorzieningId,
      aantal: plekken,
      vanaf: geslotenOp,
    });
  }
};

/** All commands of the demo. The same plan and seed give the same commands, ids and times. */
export const schrijfOpdrachten = (plan: DemoPlan, seed: number, drempelDagen: number): readonly DemoOpdracht[] => {
  const lijst = new Dossierlijst(seed, VOORZIENINGEN);
  schrijfVoorzieningen(plan, lijst);
  const voorzieningId = (key: string): string => nieuwVoorzieningId(lijst.commandId(openingLabel(key)));
  const personen = verzinPersonen(plan.jeugdigen.length, seed);
  const context = { seed, drempelDagen, gi: GI, voorzieningId };
  return [
    ...lijst.opVolgorde(),
    ...plan.jeugdigen.flatMap((jeugdige, index) => schrijfDossier(jeugdige, personen[index]!, context)),
  ];
};

const perDag = (opdrachten: readonly DemoOpdracht[]): ReadonlyMap<string, readonly DemoOpdracht[]> => {
  const dagen = new Map<string, DemoOpdracht[]>();
  for (const opdracht of opdrachten) {
    const dag = datumVan(opdracht.op);
    const lijst = dagen.get(dag);
    if (lijst) lijst.push(opdracht);
    else dagen.set(dag, [opdracht]);
  }
  return new Map([...dagen].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The clock of the demo: everything of a day is recorded in its last millisecond. */
const eindeVan = (dag: string): Instant => new Date(Date.parse(beginVan(plusDagen(dag, 1))) - 1).toISOString();

const MAAKT_RUIMTE: readonly DemoOpdracht['type'][] = [OpenPlekken, MeldUitstroom, EindigNaOnttrekking, PlaatsOver];
const NEEMT_PLEK: readonly DemoOpdracht['type'][] = [StartOpname, PlaatsOver];

/**
 * What is given one after the other, beside what else, and after what: a dossier that only leaves a plek comes first, one
 * that only takes one last, and those that do both in between, all of them in order of time.
 */
const fasenVan = (vandaag: readonly DemoOpdracht[]): readonly (readonly (readonly DemoOpdracht[])[])[] => {
  const perDossier = new Map<string, DemoOpdracht[]>();
  for (const opdracht of vandaag)
    perDossier.set(opdracht.dossier, [...(perDossier.get(opdracht.dossier) ?? []), opdracht]);
  const dossiers = [...perDossier.values()];
  const met = (typen: readonly DemoOpdracht['type'][]) => (lijst: readonly DemoOpdracht[]) =>
    lijst.some(({ type }) => typen.includes(type));
  const [maaktRuimte, neemtPlek] = [met(MAAKT_RUIMTE), met(NEEMT_PLEK)];
  const beide = dossiers.filter((lijst) => maaktRuimte(lijst) && neemtPlek(lijst)).flat();
  return [
    dossiers.filter((lijst) => maaktRuimte(lijst) && !neemtPlek(lijst)),
    [beide.sort((een, ander) => (een.op < ander.op ? -1 : een.op > ander.op ? 1 : 0))],
    dossiers.filter((lijst) => !maaktRuimte(lijst)),
  ];
};

/**
 * Gives all commands through the gate, day by day under a clock of its own. Within a day dossiers go side by side and
 * each dossier's commands one after the other; those that need a plek wait for who leaves one. A load that was broken
 * off is simply done again: what is there already answers its receipt.
 */
export const laadOpdrachten = async (
  poort: Poort,
  opdrachten: readonly DemoOpdracht[],
  naOpdracht: NaOpdracht,
  bijVoortgang: BijVoortgang = () => undefined,
): Promise<void> => {
  let gedaan = 0;
  for (const [dag, vandaag] of perDag(opdrachten)) {
    const nu = eindeVan(dag);
    const geef = async (opdracht: DemoOpdracht): Promise<void> => {
      const { type, data, commandId, op } = opdracht;
      const aanroep = { actor: dienstAccounts.demo, commandId, geldigOp: op, nu };
      await naOpdracht(opdracht, await poort.opdracht(type, data, aanroep));
      gedaan += 1;
    };
    for (const fase of fasenVan(vandaag))
      await Promise.all(
        fase.map(async (lijst) => {
          for (const opdracht of lijst) await geef(opdracht);
        }),
      );
    bijVoortgang(gedaan, opdrachten.length);
  }
};
