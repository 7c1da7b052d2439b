/** The phases of a casus around JeugdhulpPlus, from aanmelding to closing. A choice of this project, not of a law. */
export const FASEN = [
  'AANMELDING',
  'REGIE_GEMEENTE',
  'JHP_OVERWOGEN',
  'OVERDRACHT_NAAR_GI',
  'JHP_TRAJECT',
  'UITSTROOM_VOORBEREIDING',
  'OVERDRACHT_NAAR_GEMEENTE',
  'NAZORG',
  'AFGESLOTEN',
] as const;
export type Fase = (typeof FASEN)[number];

export interface Faseovergang {
  readonly van: Fase;
  readonly naar: Fase;
  /** What brings the casus there, in plain words. */
  readonly door: string;
}

/**
 * Every step that a casus can take; what is not listed is refused. Source of the order: Impactanalyse Jeugdhulp Plus
 * Zuidwest (2020), overdracht van regie: to the GI from the machtiging on, back to the gemeente only after uitstroom.
 */
export const FASEOVERGANGEN: readonly Faseovergang[] = [
  { van: 'AANMELDING', naar: 'REGIE_GEMEENTE', door: 'de gemeente neemt de aanmelding aan' },
  { van: 'REGIE_GEMEENTE', naar: 'JHP_OVERWOGEN', door: 'een plaatsing wordt overwogen' },
  { van: 'JHP_OVERWOGEN', naar: 'REGIE_GEMEENTE', door: 'er is gekozen voor hulp buiten de jeugdhulp plus' },
  { van: 'JHP_OVERWOGEN', naar: 'OVERDRACHT_NAAR_GI', door: 'de casusregie hoort volgens de regel nu bij de GI' },
  { van: 'JHP_OVERWOGEN', naar: 'JHP_TRAJECT', door: 'het traject begint en de gemeente houdt de casusregie' },
  { van: 'OVERDRACHT_NAAR_GI', naar: 'JHP_TRAJECT', door: 'de GI heeft de casusregie aanvaard' },
  { van: 'JHP_TRAJECT', naar: 'UITSTROOM_VOORBEREIDING', door: 'de voorbereiding op de uitstroom begint' },
  { van: 'UITSTROOM_VOORBEREIDING', naar: 'OVERDRACHT_NAAR_GEMEENTE', door: 'het nazorgplan is vastgesteld' },
  {
    van: 'OVERDRACHT_NAAR_GEMEENTE',
    naar: 'NAZORG',
    door: 'de jeugdige is uitgestroomd en de gemeente heeft de casusregie aanvaard',
  },
  { van: 'NAZORG', naar: 'JHP_OVERWOGEN', door: 'er is een terugval en een nieuwe plaatsing wordt overwogen' },
  { van: 'NAZORG', naar: 'AFGESLOTEN', door: 'de nazorg is opgepakt, of een jaar na de uitstroom geëvalueerd' },
];

/** Whether a casus can go from one phase to the other in one step. */
export const magOvergaan = (van: Fase, naar: Fase): boolean =>
  FASEOVERGANGEN.some((overgang) => overgang.van === van && overgang.naar === naar);

const IN_JHP: readonly Fase[] = [
  'OVERDRACHT_NAAR_GI',
  'JHP_TRAJECT',
  'UITSTROOM_VOORBEREIDING',
  'OVERDRACHT_NAAR_GEMEENTE',
];

/** Whether a variant of JeugdhulpPlus can run in this phase: from the machtiging up to the uitstroom. */
export const isInJhp = (fase: Fase): boolean => IN_JHP.includes(fase);
