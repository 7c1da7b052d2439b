import { type Bestemming, gemeentenOp, type Herkomst, type Landsdeel, OVERIG } from '@regielijn/kern';
import { onhaalbaar, som, telAandelen } from './aandelen.js';
import { OVERIGE_BESTEMMING, OVERIGE_HERKOMST } from './overige-waarden.js';
import type { DemoTargets } from './targets.js';

/** The whole numbers behind the published figures: what the plan has to contain. */
export interface Quota {
  /** Trajecten that end in the year. */
  readonly beeindigd: number;
  readonly overplaatsingen: number;
  readonly regulier: number;
  readonly herkomst: {
    readonly nieuw: ReadonlyMap<Herkomst, number>;
    readonly hernieuwd: ReadonlyMap<Herkomst, number>;
  };
  readonly ouderen: number;
  readonly langeDuur: number;
  readonly bestemming: ReadonlyMap<Bestemming, number>;
}

/** Adds up every published table and compares. Throws `DEMO_CIJFERS_ONHAALBAAR` at the first cell that cannot hold. */
export function controleerSommen(targets: DemoTargets, landsdeel: Landsdeel): void {
  controleerRegios(targets, landsdeel);
  controleerPlaatsingen(targets);
  controleerBezetting(targets);
  controleerStromen(targets);
}

/** Turns percentages and totals into whole numbers. Throws `DEMO_CIJFERS_ONHAALBAAR` where no whole number fits. */
export function bepaalQuota(targets: DemoTargets): Quota {
  const { plaatsingen, plaatsingenMetOverplaatsingen, soort, herkomst, leeftijd, duur, bestemming } = targets;
  const beeindigd = som(Object.keys(plaatsingen.perRegio).map((regio) => vertrokkenUit(targets, regio)));
  const { aantal } = soort;
  const urgentie = telAandelen('urgentie', plaatsingen.totaal, targets.urgentie.procent, { volledig: true });
  const duren = telAandelen('duur', beeindigd, duur.procent, {
    volledig: true,
    hooguit: { langer: vertrekbaarUitBeginstand(targets) },
  });
  return {
    beeindigd,
    overplaatsingen: plaatsingenMetOverplaatsingen.totaal - plaatsingen.totaal,
    regulier: urgentie.get('regulier') ?? 0,
    herkomst: {
      nieuw: telAandelen(
        'herkomst.nieuw',
        aantal.nieuw,
        herkomst.nieuw,
        volledigheid(herkomst.nieuw, OVERIGE_HERKOMST),
      ),
      hernieuwd: telAandelen(
        'herkomst.hernieuwd',
        aantal.hernieuwd,
        herkomst.hernieuwd,
        volledigheid(herkomst.hernieuwd, OVERIGE_HERKOMST),
      ),
    },
    ouderen: telAandelen('leeftijd', plaatsingen.totaal, { procent: leeftijd.procent }).get('procent') ?? 0,
    langeDuur: duren.get('langer') ?? 0,
    bestemming: telAandelen(
      'bestemming',
      beeindigd,
      bestemming.procent,
      volledigheid(bestemming.procent, OVERIGE_BESTEMMING),
    ),
  };
}

/** A table is complete when its percents are 100 together, or when no value is left for an unpublished rest. */
const volledigheid = (procenten: Readonly<Record<string, number>>, overige: Readonly<Record<string, number>>) => ({
  volledig: som(Object.values(procenten)) >= 100 || Object.keys(overige).every((waarde) => waarde in procenten),
});

/** How much the occupancy of a region rises in each period between two peildata. */
export function stijgingen(targets: DemoTargets, regio: string): number[] {
  const stand = targets.bezetting.perRegio[regio] ?? [];
  return stand.slice(1).map((aantal, index) => aantal - (stand[index] ?? 0));
}

/** Trajecten of a region that end in the year: who was there plus who came, less who is still there. */
export const vertrokkenUit = (targets: DemoTargets, regio: string): number =>
  (targets.plaatsingen.perRegio[regio] ?? 0) - som(stijgingen(targets, regio));

/** Of those, how many can be jeugdigen who were in care when the year began. */
export const vertrekbaarUitRegio = (targets: DemoTargets, regio: string): number =>
  Math.min(targets.bezetting.perRegio[regio]?.[0] ?? 0, vertrokkenUit(targets, regio));

const vertrekbaarUitBeginstand = (targets: DemoTargets): number =>
  som(Object.keys(targets.plaatsingen.perRegio).map((regio) => vertrekbaarUitRegio(targets, regio)));

function controleerRegios({ plaatsingen, bezetting, gemeenten, jaar }: DemoTargets, landsdeel: Landsdeel): void {
  const bekend = [...landsdeel.regios.map(({ id }) => id), OVERIG];
  const regios = Object.keys(plaatsingen.perRegio);
  const vreemd = regios.find((regio) => !bekend.includes(regio));
  if (vreemd !== undefined) {
    throw onhaalbaar(
      `plaatsingen.perRegio.${vreemd}`,
      bekend.join(', '),
      vreemd,
      `de regio-indeling van ${landsdeel.naam}`,
    );
  }
  const naamlijst = (namen: readonly string[]): string => namen.toSorted().join(', ');
  if (naamlijst(Object.keys(bezetting.perRegio)) !== naamlijst(regios)) {
    throw onhaalbaar('bezetting.perRegio', naamlijst(regios), naamlijst(Object.keys(bezetting.perRegio)), 'de tabel');
  }
  for (const regio of new Set([...landsdeel.regios.map(({ id }) => id), ...Object.keys(gemeenten.perRegio)])) {
    const geldig = gemeentenOp(landsdeel, regio, `${jaar}-01-01`).length;
    const gepubliceerd = gemeenten.perRegio[regio] ?? 0;
    if (geldig !== gepubliceerd) {
      throw onhaalbaar(`gemeenten.perRegio.${regio}`, gepubliceerd, geldig, `de regio-indeling op ${jaar}-01-01`);
    }
  }
}

function controleerPlaatsingen({ plaatsingen, plaatsingenMetOverplaatsingen, soort }: DemoTargets): void {
  gelijk('plaatsingen.totaal', plaatsingen.totaal, som(Object.values(plaatsingen.perRegio)), "de som van de regio's");
  gelijk('plaatsingen.totaal', plaatsingen.totaal, som(Object.values(soort.aantal)), 'de som van soort.aantal');
  if (plaatsingenMetOverplaatsingen.totaal < plaatsingen.totaal) {
    throw onhaalbaar(
      'plaatsingenMetOverplaatsingen.totaal',
      `minstens ${plaatsingen.totaal}`,
      plaatsingenMetOverplaatsingen.totaal,
      'de tabel',
    );
  }
}

function controleerBezetting({ bezetting }: DemoTargets): void {
  for (const [index, peildatum] of bezetting.peildata.entries()) {
    const opgeteld = som(Object.values(bezetting.perRegio).map((aantallen) => aantallen[index] ?? 0));
    gelijk(`bezetting.totaal.${peildatum}`, bezetting.totaal[index] ?? 0, opgeteld, "de som van de regio's");
  }
  let hoogste = bezetting.totaal.at(-1) ?? 0;
  for (const { peildatum, aantal } of bezetting.naHetJaar.totaal) {
    if (aantal > hoogste) {
      throw onhaalbaar(
        `bezetting.naHetJaar.${peildatum}`,
        aantal,
        `hooguit ${hoogste}`,
        'een jaar zonder nieuwe opnames',
      );
    }
    hoogste = aantal;
  }
}

/** A rise needs at least as many opnames; every other opname is matched by a departure. */
function controleerStromen(targets: DemoTargets): void {
  for (const [regio, opnames] of Object.entries(targets.plaatsingen.perRegio)) {
    const nodig = som(stijgingen(targets, regio).map((stijging) => Math.max(0, stijging)));
    if (opnames < nodig) {
      throw onhaalbaar(`plaatsingen.perRegio.${regio}`, `minstens ${nodig}`, opnames, 'de stijging van de bezetting');
    }
  }
}

function gelijk(cel: string, moet: number, geeft: number, uitleg: string): void {
  if (moet !== geeft) throw onhaalbaar(cel, moet, geeft, uitleg);
}
