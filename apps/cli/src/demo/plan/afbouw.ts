import { type Dag, dagVan, naarWerkdag } from './kalender.js';
import { kiesDag, MIN_VERBLIJF_DAGEN, NOG_IN_ZORG, type Ontwerp, type Opdracht } from './ontwerp.js';

/** How far chance may shift the order of leaving, in days: without it who came first would always leave first. */
const SPREIDING_VOLGORDE = 180;

interface Afbouwperiode {
  readonly van: Dag;
  readonly tot: Dag;
  readonly aantal: number;
  readonly laatste: boolean;
}

/** Lets everybody leave who is still in care after the year: on the published totals, then down to nobody. */
export function bouwAf(trajecten: readonly Ontwerp[], { targets, random }: Opdracht): void {
  const wachtrij = trajecten
    .filter(({ einde }) => einde === NOG_IN_ZORG)
    .map((traject) => ({ traject, volgorde: traject.opname + kiesDag(random, 0, SPREIDING_VOLGORDE) }))
    .toSorted((a, b) => b.volgorde - a.volgorde);
  for (const { van, tot, aantal, laatste } of afbouwperioden(targets, wachtrij.length)) {
    const eerste = van + MIN_VERBLIJF_DAGEN;
    const dagen = Array.from({ length: aantal }, () => {
      const deel = random.number.float();
      // Squared in the open-ended last period: most leave early in it, as stays of ordinary length would.
      return naarWerkdag(eerste + Math.floor((tot - eerste) * (laatste ? deel * deel : deel)), eerste, tot - 1);
    });
    for (const dag of dagen.toSorted((a, b) => a - b)) {
      const volgende = wachtrij.pop();
      if (volgende) volgende.traject.einde = dag;
    }
  }
}

function afbouwperioden({ bezetting, aannames, jaar }: Opdracht['targets'], inZorg: number): Afbouwperiode[] {
  const standen = [
    { dag: dagVan(`${jaar + 1}-01-01`), aantal: inZorg },
    ...bezetting.naHetJaar.totaal.map(({ peildatum, aantal }) => ({ dag: dagVan(peildatum), aantal })),
    { dag: dagVan(aannames.laatsteUitstroom) + 1, aantal: 0 },
  ];
  return standen.slice(1).map(({ dag, aantal }, index) => {
    const begin = standen[index] ?? { dag, aantal };
    return { van: begin.dag, tot: dag, aantal: begin.aantal - aantal, laatste: index === standen.length - 2 };
  });
}
