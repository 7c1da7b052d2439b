import { readFileSync } from 'node:fs';
import { isOnderzoekOud } from '@regielijn/termijnen';
import { metKortTevoren } from '../../../../termijnen/src/termijnen.kit.js';
import type { AchttienPlus } from './achttien-plus.js';
import type { Bevinding } from './bevinding.js';
import type { Instemming, IsOnderzoekOud } from './gedragswetenschapper.js';
import type { Hulpverleningsplan } from './hulpverleningsplan.js';
import type { Verzoek } from './verzoek-volledig.js';

/** A file with scenarios that a lawyer can read. */
export const scenarios = (naam: string): { titel: string; feiten: any; uitkomst: any; bron: string }[] =>
  JSON.parse(readFileSync(new URL(`scenarios/${naam}.json`, import.meta.url), 'utf8'));

/** Reading A4 with this length instead of the one that is delivered. */
export const kortTevoren = (termijn = '14 dagen'): IsOnderzoekOud => {
  const regels = metKortTevoren(termijn);
  return (onderzoekOp, ingediendOp) => isOnderzoekOud(onderzoekOp, ingediendOp, regels);
};

/** Everything in order, on Monday 2 March 2026; a scenario says what is different. */
export const instemming: Instemming = {
  register: 'BIG_GEZONDHEIDSZORGPSYCHOLOOG',
  registratieGeldigTot: null,
  gegevenOp: '2026-02-27',
  onderzoekOp: '2026-02-26',
  persoonlijkOnderzocht: true,
  redenNiet: null,
};

export const plan: Hulpverleningsplan = {
  voorwaardenEnToezicht: true,
  jeugdhulp: true,
  aanbiederVoorwaarden: 'aanbieder-ambulant',
  aanbiederOpname: 'aanbieder-gesloten',
  bevoegdeMedewerker: 'medewerker-1',
  maatregelen: ['onderzoek_urine'],
};

const achttienPlus: AchttienPlus = {
  behandelingBegonnenOp: '2025-06-01',
  planVastgesteldOp: '2025-07-01',
  naarAndereJeugdhulp: true,
  gevraagdTot: '2026-06-01',
  machtigingOpVerjaardag: true,
};

type Anders = Partial<Record<keyof Verzoek, any>>;

export const verzoek = (anders: Anders = {}): Verzoek => {
  const deel = <K extends 'instemming' | 'hulpverleningsplan' | 'achttienPlus'>(
    veld: K,
    heel: NonNullable<Verzoek[K]>,
  ) => (anders[veld] === null ? null : { ...heel, ...anders[veld] });
  return {
    ...{ soort: 'MGJ', verlenging: false, ingediendOp: '2026-03-02', geboortedatum: '2010-05-05' },
    ...{ grondslag: 'OTS', kinderbeschermingsmaatregel: 'opgelegd', redenGeenOnderzoek: null, ...anders },
    instemming: deel('instemming', instemming),
    hulpverleningsplan: deel('hulpverleningsplan', plan),
    achttienPlus: deel('achttienPlus', achttienPlus),
  };
};

/** The codes of findings; a condition for eighteen with its letter. */
export const codes = (bevindingen: readonly Bevinding[]): string[] =>
  bevindingen.map(({ code, artikel }) => (code === 'ACHTTIEN_PLUS' ? `${code} ${artikel.at(-1)}` : code));
