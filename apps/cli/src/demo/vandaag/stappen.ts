import type { Variant } from '@regielijn/kern';
import {
  EvalueerPlan,
  LegOnderwijsVoorafVast,
  LegPlanbesprekingVast,
  MeldUitstroom,
  StartOnderwijs,
  StelPerspectiefVast,
  StelPlanVast,
} from '@regielijn/traject';
import type { Leeftijd, Schrijver } from './schrijver.js';

/** One state that daily work knows, and the dossiers that are in it. */
export interface Situatie {
  readonly sleutel: string;
  /** How many dossiers are in this state. */
  readonly aantal: number;
  /** In one sentence, as docs/demo.md has it. */
  readonly omschrijving: string;
  /** The deviations of these dossiers are left without motivation. */
  readonly ongemotiveerd?: true;
  /** Writes one dossier; `nr` counts from 0. */
  readonly schrijf: (schrijver: Schrijver, nr: number) => void;
}

const PERSPECTIEVEN = {
  support: 'Oma en de buurvrouw blijven meedenken.',
  wonen: 'Eerst een rustige plek, daarna dichter bij huis.',
  school_werk: 'De opleiding afmaken, met hulp in het begin.',
  inkomen: 'Een bijbaan en hulp bij geldzaken.',
  welzijn: 'Sporten en iemand om mee te praten.',
};

/** What makes a verblijf complete by the norms: plan, talk, onderwijs, perspectief and, in time, an evaluation. */
export const houdOpOrde = (s: Schrijver, sinds: number): void => {
  if (sinds > 9) maakPlan(s, sinds - 8);
  if (sinds > 12) gaNaarSchool(s, sinds - 12, 'vmbo-kb');
  if (sinds > 46) stelPerspectiefVast(s, sinds - 45);
  if (sinds > 100) evalueer(s, sinds - 90);
};

/** School of this level; before, it was that level too unless said otherwise. */
export const gaNaarSchool = (s: Schrijver, dagen: number, niveau: string, vooraf = niveau): void => {
  s.traject(dagen, LegOnderwijsVoorafVast, { niveau: vooraf, school: 'school-oost' });
  s.traject(dagen, StartOnderwijs, { vorm: 'onderwijs', niveau, school: 'school-de-brug' });
};

export const maakPlan = (s: Schrijver, dagen: number): void => {
  const doelen = [{ levensgebied: 'wonen', doel: 'Weten waar ik hierna woon.' }];
  const netwerk = { metJeugdige: 'aanwezig', netwerk: ['moeder', 'oma'] };
  s.traject(dagen, LegPlanbesprekingVast, { versie: 1, ...netwerk });
  s.traject(dagen, StelPlanVast, { versie: 1, doelen, geldigVan: s.werkdag(dagen) });
};

export const stelPerspectiefVast = (s: Schrijver, dagen: number): void => {
  for (const [levensgebied, perspectief] of Object.entries(PERSPECTIEVEN))
    s.traject(dagen, StelPerspectiefVast, { levensgebied, perspectief, metJeugdige: true });
};

const evalueer = (s: Schrijver, dagen: number): void => {
  const doelen = [{ levensgebied: 'wonen', stand: 'deels' }];
  const verslag = 'De jeugdige vertelt zelf wat goed gaat en wat nog moeilijk is.';
  s.traject(dagen, EvalueerPlan, { versie: 1, doelen, verslag, schriftelijkAanJeugdige: true });
};

interface Verblijf {
  readonly nogDagen?: number;
  readonly variant?: Variant;
  readonly leeftijd?: Leeftijd;
}

/** Admitted so many days ago on an MGJ that holds `nogDagen` more, casusregie with the GI. Answers the machtiging. */
export const neemInVerblijf = (s: Schrijver, dagen: number, verblijf: Verblijf = {}): string => {
  const { nogDagen = 150, variant, leeftijd } = verblijf;
  s.begin(dagen + 14, leeftijd);
  const machtigingId = s.machtiging(dagen + 5, nogDagen);
  s.regieNaarGi(dagen + 4);
  s.neemOp(dagen, machtigingId, variant);
  if (dagen > 30) s.stemAf(20);
  return machtigingId;
};

/** In verblijf, with all that should have been done by now. Answers the machtiging. */
export const verblijftOpOrde = (s: Schrijver, dagen: number, verblijf: Verblijf = {}): string => {
  const machtigingId = neemInVerblijf(s, dagen, verblijf);
  houdOpOrde(s, dagen);
  return machtigingId;
};

/** Left so many days ago, after a verblijf of half a year. */
export const stroomdeUit = (s: Schrijver, dagen: number): void => {
  verblijftTot(s, dagen);
  s.traject(dagen, MeldUitstroom, { bestemming: 'thuis_of_netwerk' });
};

const verblijftTot = (s: Schrijver, dagen: number): void => {
  const opname = dagen + 180;
  neemInVerblijf(s, opname, { nogDagen: 20 - dagen });
  maakPlan(s, opname - 8);
  s.traject(opname - 12, StartOnderwijs, { vorm: 'dagbesteding' });
  stelPerspectiefVast(s, opname - 45);
};
