import type { Instant } from '@regielijn/kern';
import { type DemoOpdracht, Dossierlijst } from '../opdrachten.js';
import { type Persoon, verzinPersonen } from '../personen.js';
import { type Casus, Schrijver } from './schrijver.js';
import { aantalDossiers, situaties } from './situaties.js';
import type { Situatie } from './stappen.js';
import { schrijfVoorzieningen } from './voorzieningen.js';

/** Where the jeugdigen of today belong, in turn: every region of the landsdeel. */
const GEMEENTEN = ['0599', '0518', '0513', '0546', '0505', '0606', '0637', '0484', '0642', '1930', '1892', '0512'];

/** In turn too; the first is that of the jeugdbeschermer of embedded mode. The others are invented. */
const GIS = ['gi-jb-west', 'gi-jb-west', 'gi-duin'];

/** Their own numbers: the cohort of 2019 takes the first ones of the range, and never this many. */
const BSN_NA = 4_000;

/** One dossier of today, and the state that it is in. */
export interface DossierVandaag {
  readonly situatie: Situatie;
  readonly nr: number;
  readonly jeugdigeId: string;
  readonly trajectId: string;
}

interface PlanVandaag {
  readonly dossiers: readonly DossierVandaag[];
  /** In order of time. */
  readonly opdrachten: readonly DemoOpdracht[];
}

const casusVan = (volgnummer: number, persoon: Persoon): Casus => ({
  persoon,
  gemeentecode: GEMEENTEN[volgnummer % GEMEENTEN.length]!,
  gi: GIS[volgnummer % GIS.length]!,
  geslacht: volgnummer % 2 === 0 ? 'vrouw' : 'man',
});

/** The caseload as it is at `nu`. The same moment and seed give the same commands, ids and times. */
export const planVandaag = (nu: Instant, seed: number): PlanVandaag => {
  const groepen = new Dossierlijst(seed, 'vandaag: voorzieningen');
  const plekken = schrijfVoorzieningen(groepen, nu);
  const personen = verzinPersonen(BSN_NA + aantalDossiers, seed).slice(BSN_NA);
  const alle = situaties.flatMap((situatie) => Array.from({ length: situatie.aantal }, (_, nr) => ({ situatie, nr })));
  const geschreven = alle.map(({ situatie, nr }, volgnummer) => {
    const lijst = new Dossierlijst(seed, `vandaag: ${situatie.sleutel} ${nr}`);
    const schrijver = new Schrijver(lijst, nu, plekken, casusVan(volgnummer, personen[volgnummer]!));
    situatie.schrijf(schrijver, nr);
    const { jeugdigeId, trajectId } = schrijver;
    return { dossier: { situatie, nr, jeugdigeId, trajectId }, opdrachten: lijst.opVolgorde() };
  });
  const opdrachten = [...groepen.opVolgorde(), ...geschreven.flatMap((deel) => deel.opdrachten)];
  return {
    dossiers: geschreven.map(({ dossier }) => dossier),
    opdrachten: opdrachten.sort((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0)),
  };
};
