import type { Poort } from '@regielijn/poort';
import { beginVan, datumVan, type Instant, plusDagen } from '@regielijn/kern';
import { dienstAccounts } from '@regielijn/toegang';
import { EindigNaOnttrekking, MeldUitstroom, PlaatsOver, StartOpname } from '@regielijn/traject';
import { nieuwVoorzieningId, OpenPlekken, OpenVoorziening, ReserveerPlek, SluitPlekken } from '@regielijn/voorziening';
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

/** What needs a plek, or leaves one. */
const OM_PLEKKEN: readonly DemoOpdracht['type'][] = [
  ...[OpenVoorziening, OpenPlekken, SluitPlekken, ReserveerPlek],
  ...[StartOpname, PlaatsOver, MeldUitstroom, EindigNaOnttrekking],
];

/** What goes one after the other, and beside what else: by dossier, but all that is about plekken in order of time. */
const lijnenVan = (vandaag: readonly DemoOpdracht[]): readonly (readonly DemoOpdracht[])[] => {
  const omPlekken = new Set(vandaag.filter(({ type }) => OM_PLEKKEN.includes(type)).map(({ dossier }) => dossier));
  const lijnen = new Map<string, DemoOpdracht[]>();
  for (const opdracht of [...vandaag].sort((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0))) {
    const lijn = omPlekken.has(opdracht.dossier) ? '' : opdracht.dossier;
    lijnen.set(lijn, [...(lijnen.get(lijn) ?? []), opdracht]);
  }
  return [...lijnen.values()];
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
    await Promise.all(
      lijnenVan(vandaag).map(async (lijn) => {
        for (const opdracht of lijn) await geef(opdracht);
      }),
    );
    bijVoortgang(gedaan, opdrachten.length);
  }
};
