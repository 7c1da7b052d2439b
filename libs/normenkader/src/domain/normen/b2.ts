import { type Feit, feitenVan, heeftTekst, isBekend } from './dossier.js';
import type { Norm, Toets } from './norm.js';
import { nietTeBepalen, type Oordeel, perGeval, toetsEisen } from './oordeel.js';
import { enige, type Zekerheid } from './zekerheid.js';

type Besproken = Feit<'PlanBesproken'>;

const isJeugdigeGehoord = ({ met, redenJeugdigeNietGehoord }: Besproken): Zekerheid => {
  if (heeftTekst(redenJeugdigeNietGehoord)) return true;
  return met?.jeugdige ? met.jeugdige !== 'afwezig' : ['PlanBesproken.met.jeugdige'];
};

const isNetwerkBetrokken = ({ met, redenGeenNetwerk }: Besproken): Zekerheid => {
  if (heeftTekst(redenGeenNetwerk)) return true;
  return met?.netwerk ? met.netwerk.some(heeftTekst) : ['PlanBesproken.met.netwerk'];
};

/** What several talks about the same version lack together. */
const toetsGesprekken = (gesprekken: readonly Besproken[]): Oordeel =>
  toetsEisen(
    [
      {
        klopt: enige(gesprekken.map(isJeugdigeGehoord)),
        afwijking: 'De jeugdige was niet bij de bespreking van het plan en is niet gehoord, zonder reden.',
      },
      {
        klopt: enige(gesprekken.map(isNetwerkBetrokken)),
        afwijking: 'Bij de bespreking van het plan was niemand uit het eigen netwerk, zonder reden.',
      },
    ],
    'Het plan is besproken met de jeugdige en het eigen netwerk, of er is een reden waarom niet.',
  );

const toetsVersie = (versie: string | number | null | undefined, besproken: readonly Besproken[]): Oordeel => {
  if (!isBekend(versie)) return nietTeBepalen(['PlanVastgesteld.versie']);
  const gesprekken = besproken.filter(
    (gesprek) => isBekend(gesprek.versie) && String(gesprek.versie) === String(versie),
  );
  if (gesprekken.length > 0) return toetsGesprekken(gesprekken);
  const isVersieOnbekend = besproken.some((gesprek) => !isBekend(gesprek.versie));
  return nietTeBepalen([isVersieOnbekend ? 'PlanBesproken.versie' : 'PlanBesproken']);
};

const toets: Toets = (dossier) => {
  const plannen = feitenVan(dossier, 'PlanVastgesteld');
  const besproken = feitenVan(dossier, 'PlanBesproken');
  if (plannen.length > 0) return perGeval(plannen, ({ versie }) => toetsVersie(versie, besproken));
  return besproken.length > 0 ? toetsGesprekken(besproken) : nietTeBepalen(['PlanBesproken']);
};

/**
 * B2: "Het eigen netwerk van de jeugdige en de jeugdige zelf zijn altijd mede-eigenaar van de behandeling/begeleiding".
 * Checked for every version of the plan, and at an evaluation when no version is known: in the talks about it the
 * jeugdige was there or heard, and somebody of the network, or a reason why not. An objection is no deviation.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen behandeling.
 */
export const b2: Norm = {
  toetsmomenten: ['PlanVastgesteld', 'PlanGeevalueerd'],
  leestOok: ['PlanBesproken'],
  toets,
};
