import {
  EvalueerPlan,
  LegPlanbesprekingVast,
  LegPlanbezwaarVast,
  LegPlaninstemmingVast,
  LegOnderwijsVoorafVast,
  LegUitschrijvingSchoolVast,
  StartOnderwijs,
  StelDagprogrammaVast,
  StelPlanVast,
  StelVeiligheidsplanVast,
  StemOppAf,
  StopOnderwijs,
} from './commands.js';
import { trajectFeiten as feit } from './events.js';
import { ids, NU, om, trajectId } from './traject.kit.js';

const inhoud = (versie: number): Omit<StelPlanVast['data'], 'trajectId'> => ({
  ...{ versie, doelen: [{ levensgebied: 'wonen', doel: 'Weer bij haar vader wonen.' }] },
  ...{ aanbieder: 'aanbieder-west', geldigVan: '2026-03-02' },
});
export const stelPlanVast = (versie = 1, geldigOp = NU) =>
  new StelPlanVast({ trajectId, ...inhoud(versie) }, om(geldigOp));
export const planVastgesteld = (versie = 1) => feit.planVastgesteld.of({ ...ids, ...inhoud(versie) });

const bespreking = (versie: number): Omit<LegPlanbesprekingVast['data'], 'trajectId'> => ({
  ...{ versie, metJeugdige: 'aanwezig', netwerk: ['oma'] },
  ...{ redenGeenNetwerk: null, redenJeugdigeNietGehoord: null },
});
export const bespreek = (versie = 1) => new LegPlanbesprekingVast({ trajectId, ...bespreking(versie) }, om());
export const besproken = (versie = 1) => feit.planBesproken.of({ ...ids, ...bespreking(versie) });

export const stemIn = (door: LegPlaninstemmingVast['data']['door'] = 'jeugdige') =>
  new LegPlaninstemmingVast({ trajectId, versie: 1, door }, om());
export const ingestemd = (door: LegPlaninstemmingVast['data']['door'] = 'jeugdige') =>
  feit.planInstemmingGegeven.of({ ...ids, versie: 1, door });
const tegen = { versie: 1, door: 'jeugdige', tekst: 'Ik wil naar huis.' } as const;
export const maakBezwaar = () => new LegPlanbezwaarVast({ trajectId, ...tegen }, om());
export const bezwaar = feit.planBezwaarGemaakt.of({ ...ids, ...tegen });

const evaluatie: Omit<EvalueerPlan['data'], 'trajectId'> = {
  ...{ versie: 1, doelen: [{ levensgebied: 'wonen', stand: 'deels' }] },
  ...{ verslag: 'Het gaat beter.', schriftelijkAanJeugdige: true },
};
export const evalueer = (geldigOp = NU) => new EvalueerPlan({ trajectId, ...evaluatie }, om(geldigOp));
export const geevalueerd = (nr: number) => feit.planGeevalueerd.of({ ...ids, ...evaluatie, nr });

const delen = {
  ...{
    jongere: 'Zij belt haar tante.',
    gezin: 'Vader gaat wandelen.',
    professionals: 'Met twee.',
    omgeving: 'School weet het.',
  },
};
type Delen = Partial<Pick<StelVeiligheidsplanVast['data'], keyof typeof delen>>;
const rest = { opstellers: ['jb-017'], aanleiding: 'start' } as const;
export const stelVeiligheidsplanVast = (velden: Delen = {}) =>
  new StelVeiligheidsplanVast({ trajectId, ...delen, ...rest, opstellers: ['jb-017'], ...velden }, om());
export const veiligheidsplan = (
  velden: Delen,
  onderdelen: Parameters<typeof feit.veiligheidsplanVastgesteld.of>[0]['onderdelen'],
) => feit.veiligheidsplanVastgesteld.of({ ...ids, ...delen, ...rest, opstellers: ['jb-017'], ...velden, onderdelen });

const school = { vorm: 'onderwijs', niveau: 'havo', school: 'school-west', redenNiveau: null } as const;
type Vooraf = LegOnderwijsVoorafVast['data']['niveau'];
export const legOnderwijsVoorafVast = (niveau: Vooraf = 'havo', school: string | null = 'school-oost') =>
  new LegOnderwijsVoorafVast({ trajectId, niveau, school }, om());
export const onderwijsVooraf = (niveau: Vooraf = 'havo', school: string | null = 'school-oost') =>
  feit.onderwijsVoorafVastgelegd.of({ ...ids, niveau, school });
export const startOnderwijs = (velden: Partial<StartOnderwijs['data']> = {}, geldigOp = NU) =>
  new StartOnderwijs({ trajectId, ...school, ...velden }, om(geldigOp));
export const onderwijsGestart = (velden: Partial<StartOnderwijs['data']> = {}) =>
  feit.onderwijsGestart.of({ ...ids, ...school, ...velden });
export const stopOnderwijs = (geldigOp = NU) => new StopOnderwijs({ trajectId, reden: 'weigert' }, om(geldigOp));
export const onderwijsGestopt = feit.onderwijsGestopt.of({ ...ids, reden: 'weigert' });
export const schrijfUit = (nieuweInschrijving = false) =>
  new LegUitschrijvingSchoolVast({ trajectId, nieuweInschrijving }, om());
export const uitgeschreven = (nieuweInschrijving = false) =>
  feit.schoolVanHerkomstUitgeschreven.of({ ...ids, nieuweInschrijving });
const dag = { plan: true, dagprogramma: true, toelichting: null };
export const stelDagprogrammaVast = () => new StelDagprogrammaVast({ trajectId, ...dag }, om());
export const dagprogramma = feit.dagprogrammaVastgesteld.of({ ...ids, ...dag });
export const stemOppAf = (versie = 1, school = 'school-west') => new StemOppAf({ trajectId, school, versie }, om());
export const oppAfgestemd = (versie = 1, school = 'school-west') => feit.oppAfgestemd.of({ ...ids, school, versie });
