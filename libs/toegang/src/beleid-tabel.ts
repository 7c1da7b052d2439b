import type { Dienst, Rol } from './rollen.js';

/** What somebody may do: names of handelingen, or the beginning of a name followed by `*`. Anything else is denied. */
export interface Rechten {
  readonly opdrachten: readonly string[];
  readonly vragen: readonly string[];
}

const correctie = (slice: string): readonly string[] => [`${slice}.corrigeer`, `${slice}.trek-feit-in`];

/** Whoever holds casusregie: the gemeente or the gecertificeerde instelling. Which of the two, the dossier decides. */
const casusregie: Rechten = {
  opdrachten: [
    'jeugdige.registreer',
    'jeugdige.bied-regieoverdracht-aan',
    'jeugdige.aanvaard-regieoverdracht',
    'jeugdige.weiger-regieoverdracht',
    'jeugdige.trek-regieoverdracht-in',
    'jeugdige.sluit-dossier',
    'jeugdige.heropen-dossier',
    ...correctie('jeugdige'),
    'machtiging.dien-verzoek-in',
    'machtiging.leg-beschikking-vast',
    'machtiging.leg-einde-vast',
    ...correctie('machtiging'),
    'traject.meld-aan',
    'traject.stel-perspectief-vast',
    'traject.meld-uitstroom',
    'traject.stel-nazorgplan-vast',
    'traject.leg-lokale-partner-vast',
    'traject.sluit-af',
    ...correctie('traject'),
  ],
  vragen: ['jeugdige.*', 'voorziening.plekken', 'normenkader.toetsen'],
};

/** Per role. The relation between asker and dossier is no part of this table. */
export const rolBeleid: Readonly<Record<Exclude<Rol, 'dienst'>, Rechten>> = {
  'lokaal-team': casusregie,
  jeugdbeschermer: casusregie,
  teamleider: { opdrachten: casusregie.opdrachten, vragen: [...casusregie.vragen, 'monitor.*'] },
  plaatsingscoordinator: {
    opdrachten: [
      'traject.wijs-plek-toe',
      'traject.plaats-over',
      'traject.eindig-na-onttrekking',
      'voorziening.open',
      'voorziening.open-plekken',
      'voorziening.sluit-plekken',
      'voorziening.reserveer-plek',
      'voorziening.geef-reservering-vrij',
      ...correctie('voorziening'),
    ],
    vragen: ['jeugdige.dossier', 'voorziening.plekken', 'normenkader.toetsen', 'monitor.*'],
  },
  behandelaar: {
    opdrachten: [
      'traject.start-opname',
      'traject.plaats-over',
      'traject.meld-onttrekking',
      'traject.meld-terugkeer',
      'traject.stel-perspectief-vast',
      'traject.meld-uitstroom',
      ...correctie('traject'),
      'voorziening.open-plekken',
      'voorziening.sluit-plekken',
      'voorziening.bezet-plek',
      'voorziening.geef-plek-vrij',
      ...correctie('voorziening'),
    ],
    vragen: ['jeugdige.*', 'voorziening.plekken', 'normenkader.toetsen'],
  },
  gedragswetenschapper: { opdrachten: [], vragen: ['jeugdige.*'] },
  reviewer: { opdrachten: [], vragen: ['normenkader.toetsen', 'monitor.*'] },
  regiosturing: { opdrachten: [], vragen: ['voorziening.plekken', 'monitor.*'] },
  // Destroys on request or after the retention period (Jeugdwet art. 7.3.8 and 7.3.9), without seeing the dossier.
  beheer: { opdrachten: ['jeugdige.vernietig-dossier'], vragen: [] },
  'functionaris-gegevensbescherming': { opdrachten: [], vragen: [] },
};

/** Per named dienst. */
export const dienstBeleid: Readonly<Record<Dienst, Rechten>> = {
  'dienst-demo': { opdrachten: ['jeugdige.*', 'machtiging.*', 'traject.*', 'voorziening.*'], vragen: ['monitor.*'] },
  'dienst-cli': { opdrachten: [], vragen: ['*'] },
  'dienst-follower': { opdrachten: ['normenkader.toets', 'traject.herzie'], vragen: [] },
};
