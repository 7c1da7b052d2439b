import { type Feit, feitenVan } from './dossier.js';
import type { Norm, Toets } from './norm.js';
import { afwijking, eensgezind, nietTeBepalen, type Oordeel, perGeval, toetsEisen } from './oordeel.js';
import { geldendVoor, onzekereTijden } from './tijd.js';
import { gegeven } from './zekerheid.js';

const ONDERDELEN = ['jongere', 'gezin', 'professionals', 'omgeving'] as const;

const toetsPlan = (plan: Feit<'VeiligheidsplanVastgesteld'> | null, wanneer: string): Oordeel => {
  if (plan === null) return afwijking(`Er was geen veiligheidsplan ${wanneer}.`, ['VeiligheidsplanVastgesteld']);
  const { onderdelen } = plan;
  if (!onderdelen) return nietTeBepalen(['VeiligheidsplanVastgesteld.onderdelen']);
  return toetsEisen(
    ONDERDELEN.map((deel) => ({
      klopt: gegeven(onderdelen[deel], `VeiligheidsplanVastgesteld.onderdelen.${deel}`),
      afwijking: `In het veiligheidsplan ontbrak een onderdeel ${wanneer}: ${deel}.`,
      mist: [`VeiligheidsplanVastgesteld.onderdelen.${deel}`],
    })),
    'Er was op tijd een veiligheidsplan met alle vier de onderdelen.',
  );
};

const WANNEER = {
  OpnameGestart: 'voor de start',
  VariantGestart: 'voor de start',
  IncidentGemeld: 'bij het incident',
  PlanGeevalueerd: 'bij de evaluatie',
} as const;

const toets: Toets = (dossier) => {
  const plannen = feitenVan(dossier, 'VeiligheidsplanVastgesteld');
  const momenten = feitenVan(dossier, 'OpnameGestart', 'VariantGestart', 'IncidentGemeld', 'PlanGeevalueerd');
  return perGeval(momenten, (moment) =>
    eensgezind(
      geldendVoor(plannen, moment).map((plan) => toetsPlan(plan, WANNEER[moment.type])),
      onzekereTijden([...plannen, moment]),
    ),
  );
};

/**
 * B6: "Er is een veiligheidsplan t.b.v. veiligheid jongere, gezin, betrokken professionals en omgeving". Checked before
 * the start of every variant, at every incident and at every evaluation, on the plan that held just before it.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen behandeling.
 */
export const b6: Norm = {
  toetsmomenten: ['OpnameGestart', 'VariantGestart', 'IncidentGemeld', 'PlanGeevalueerd'],
  leestOok: ['VeiligheidsplanVastgesteld'],
  toets,
};
