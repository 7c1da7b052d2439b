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
    ...correctie('jeugdige'),
    'machtiging.dien-verzoek-in',
    'machtiging.trek-verzoek-in',
    'machtiging.leg-beschikking-vast',
    ...correctie('machtiging'),
    'traject.meld-aan',
    'traject.leg-triage-vast',
    'traject.leg-trajectberaad-vast',
    'traject.stel-perspectief-vast',
    'traject.stel-nazorgplan-vast',
    'traject.meld-uitstroom',
    'traject.sluit-af',
    ...correctie('traject'),
    'normenkader.motiveer-afwijking',
  ],
  vragen: ['jeugdige.*', 'machtiging.*', 'traject.*', 'voorziening.plekken', 'normenkader.*'],
};

/** The gecertificeerde instelling also decides that verblijf is no longer needed (Jeugdwet art. 6.1.12 lid 4). */
const gecertificeerdeInstelling: Rechten = {
  opdrachten: [...casusregie.opdrachten, 'machtiging.leg-verval-vast'],
  vragen: casusregie.vragen,
};

/** What every process of the engine and the demo may need: all commands of the slices. */
const alleSlices = ['jeugdige.*', 'machtiging.*', 'traject.*', 'voorziening.*', 'normenkader.*'];

/** Per role. The relation between asker and dossier is no part of this table. */
export const rolBeleid: Readonly<Record<Exclude<Rol, 'dienst'>, Rechten>> = {
  'lokaal-team': casusregie,
  jeugdbeschermer: gecertificeerdeInstelling,
  teamleider: {
    opdrachten: [...gecertificeerdeInstelling.opdrachten, 'jeugdige.wijs-jeugdbeschermer-toe'],
    vragen: [...gecertificeerdeInstelling.vragen, 'monitor.*'],
  },
  plaatsingscoordinator: {
    opdrachten: [
      'traject.leg-triage-vast',
      'traject.wijs-plek-toe',
      'traject.plaats-over',
      'voorziening.open-plekken',
      'voorziening.sluit-plekken',
      'voorziening.reserveer-plek',
      'voorziening.geef-reservering-vrij',
      ...correctie('voorziening'),
    ],
    vragen: ['jeugdige.dossier', 'machtiging.*', 'traject.*', 'voorziening.*', 'normenkader.toetsen', 'monitor.*'],
  },
  // Schorsing is a decision of the aanbieder, not of the judge: Jeugdwet art. 6.1.12 lid 5.
  behandelaar: {
    opdrachten: [
      'machtiging.schors',
      'machtiging.trek-schorsing-in',
      'traject.start-opname',
      'traject.plaats-over',
      'traject.meld-onttrekking',
      'traject.meld-terugkeer',
      'traject.stel-perspectief-vast',
      'traject.meld-uitstroom',
      ...correctie('traject'),
      'voorziening.open-plekken',
      'voorziening.sluit-plekken',
      ...correctie('voorziening'),
      'normenkader.motiveer-afwijking',
    ],
    vragen: ['jeugdige.dossier', 'jeugdige.tijdlijn', 'machtiging.*', 'traject.*', 'voorziening.*', 'normenkader.*'],
  },
  // Jeugdwet art. 6.1.2 lid 5, 6.1.3 lid 3 and 6.1.4 lid 3.
  gedragswetenschapper: {
    opdrachten: ['machtiging.leg-instemming-vast'],
    vragen: ['jeugdige.dossier', 'jeugdige.tijdlijn', 'machtiging.*', 'traject.*'],
  },
  reviewer: {
    opdrachten: [
      'normenkader.open-review',
      'normenkader.bespreek-afwijking',
      'normenkader.sluit-review',
      ...correctie('normenkader'),
    ],
    vragen: ['traject.*', 'normenkader.*', 'monitor.*'],
  },
  regiosturing: { opdrachten: [], vragen: ['voorziening.plekken', 'monitor.*'] },
  beheer: { opdrachten: ['beheer.*'], vragen: ['beheer.*'] },
  'functionaris-gegevensbescherming': { opdrachten: [], vragen: ['beheer.leeslog', 'beheer.controleer'] },
};

/** Per named dienst. */
export const dienstBeleid: Readonly<Record<Dienst, Rechten>> = {
  'dienst-demo': { opdrachten: alleSlices, vragen: ['monitor.*'] },
  'dienst-import': { opdrachten: ['beheer.importeer'], vragen: [] },
  'dienst-cli': { opdrachten: ['beheer.*'], vragen: ['*'] },
  'dienst-follower': { opdrachten: alleSlices, vragen: [] },
};
