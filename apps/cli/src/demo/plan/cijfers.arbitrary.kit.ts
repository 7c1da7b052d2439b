import fc from 'fast-check';
import type { DemoTargets } from './targets.js';
import { verzonnenCijfers } from './voorbeeld.kit.js';

const bron = 'verzonnen';
/** Fewer opnames may all be too short for an overplaatsing. */
const WEINIG_OPNAMES = 8;

const som = (aantallen: readonly number[]): number => aantallen.reduce((total, aantal) => total + aantal, 0);
const procent = (teller: number, noemer: number): number => Math.floor((100 * teller) / noemer + 0.5);
const deel = fc.double({ min: 0, max: 1, noNaN: true });

/** What one region did: its occupancy on the three peildata and the plaatsingen of each of its two gemeenten. */
interface Regiojaar {
  readonly stand: readonly number[];
  readonly gemeenten: readonly number[];
}

const regiojaar: fc.Arbitrary<Regiojaar> = fc
  .record({
    stand: fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }),
    gemeenten: fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }),
  })
  .map(({ stand, gemeenten: [eerste = 0, tweede = 0] }) => {
    const stijging = som(stand.slice(1).map((aantal, index) => Math.max(0, aantal - (stand[index] ?? 0))));
    // A rise that the plaatsingen cannot carry is no figure of a real year.
    return { stand, gemeenten: [eerste + Math.max(0, stijging - eerste - tweede), tweede] };
  });

/** A year of three regions, and which part of the opnames and ends had each published property. */
const jaar = fc.record({
  regios: fc.record({ kust: regiojaar, polder: regiojaar, overig: regiojaar }),
  regulier: deel,
  nieuw: deel,
  naOnttrekking: deel,
  vanThuis: deel,
  ouder: deel,
  langer: deel,
  naarHuis: deel,
  overplaatsingen: fc.nat(4),
  maanden: fc.constantFrom(12, 18),
  drempelDagen: fc.integer({ min: 2, max: 40 }),
});
type Jaar = typeof jaar extends fc.Arbitrary<infer Waarde> ? Waarde : never;

const opnamesVan = ({ regios }: Jaar): number => som(Object.values(regios).flatMap(({ gemeenten }) => gemeenten));

const standOp = ({ regios }: Jaar, peildatum: number): number =>
  som(Object.values(regios).map(({ stand }) => stand[peildatum] ?? 0));

const beeindigdIn = (cijferjaar: Jaar): number =>
  opnamesVan(cijferjaar) + standOp(cijferjaar, 0) - standOp(cijferjaar, 2);

const perRegio = <Cel>({ regios }: Jaar, cel: (regio: Regiojaar) => Cel): Record<string, Cel> =>
  Object.fromEntries(Object.entries(regios).map(([id, regio]) => [id, cel(regio)]));

/** Figures that some caseload could have given: made by counting, so that every share has a whole number behind it. */
export const haalbareCijfers: fc.Arbitrary<DemoTargets> = jaar
  .filter((cijferjaar) => opnamesVan(cijferjaar) > 0 && beeindigdIn(cijferjaar) > 0)
  .map((cijferjaar) => ({
    ...verzonnenCijfers(),
    ...opnametabellen(cijferjaar),
    ...gemeentetabel(cijferjaar),
    ...looptabellen(cijferjaar),
  }));

function opnametabellen(cijferjaar: Jaar) {
  const { overplaatsingen, regulier, nieuw, naOnttrekking, vanThuis, ouder } = cijferjaar;
  const opnames = opnamesVan(cijferjaar);
  const aantalNieuw = Math.round(nieuw * opnames);
  const aantalNaOnttrekking = Math.round(naOnttrekking * (opnames - aantalNieuw));
  const aantalRegulier = Math.round(regulier * opnames);
  return {
    plaatsingen: { bron, perRegio: perRegio(cijferjaar, ({ gemeenten }) => som(gemeenten)), totaal: opnames },
    plaatsingenMetOverplaatsingen: { bron, totaal: opnames + (opnames < WEINIG_OPNAMES ? 0 : overplaatsingen) },
    urgentie: {
      bron,
      procent: { urgent: procent(opnames - aantalRegulier, opnames), regulier: procent(aantalRegulier, opnames) },
    },
    soort: {
      bron,
      aantal: {
        nieuw: aantalNieuw,
        hernieuwd: opnames - aantalNieuw - aantalNaOnttrekking,
        hernieuwd_na_onttrekking: aantalNaOnttrekking,
      },
    },
    herkomst: {
      bron,
      nieuw: aantalNieuw > 0 ? { thuis: procent(Math.round(vanThuis * aantalNieuw), aantalNieuw) } : {},
      hernieuwd: {},
    },
    leeftijd: { bron, vanaf: 16, procent: procent(Math.round(ouder * opnames), opnames) },
  };
}

function gemeentetabel({ regios }: Jaar) {
  const aantallen = [...regios.kust.gemeenten, ...regios.polder.gemeenten];
  const tel = (van: number, totEnMet: number): number => aantallen.filter((n) => n >= van && n <= totEnMet).length;
  const klassen = [
    { van: 0, totEnMet: 0, gemeenten: tel(0, 0) },
    { van: 1, totEnMet: 4, gemeenten: tel(1, 4) },
    { van: 5, totEnMet: null, gemeenten: tel(5, Number.POSITIVE_INFINITY) },
  ];
  return { gemeenten: { bron, perRegio: { kust: 2, polder: 2 }, klassen, genoemd: [] } };
}

function looptabellen(cijferjaar: Jaar) {
  const { regios, langer, naarHuis, maanden, drempelDagen } = cijferjaar;
  const beeindigd = beeindigdIn(cijferjaar);
  const uitBeginstand = Object.values(regios).map(({ stand: [begin = 0, , eind = 0], gemeenten }) =>
    Math.min(begin, som(gemeenten) + begin - eind),
  );
  const aantalLanger = Math.round(langer * som(uitBeginstand));
  return {
    duur: {
      bron,
      maanden,
      procent: { langer: procent(aantalLanger, beeindigd), korter: procent(beeindigd - aantalLanger, beeindigd) },
    },
    bestemming: { bron, procent: { thuis_of_netwerk: procent(Math.round(naarHuis * beeindigd), beeindigd) } },
    bezetting: {
      ...verzonnenCijfers().bezetting,
      perRegio: perRegio(cijferjaar, ({ stand }) => [...stand]),
      totaal: [0, 1, 2].map((peildatum) => standOp(cijferjaar, peildatum)),
      naHetJaar: { bron, totaal: [{ peildatum: '2021-03-01', aantal: Math.floor(standOp(cijferjaar, 2) / 2) }] },
    },
    onttrekking: { bron, drempelDagen },
  };
}
