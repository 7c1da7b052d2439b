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
type Fase = (typeof FASEN)[number];

const IN_JHP: readonly Fase[] = [
  'OVERDRACHT_NAAR_GI',
  'JHP_TRAJECT',
  'UITSTROOM_VOORBEREIDING',
  'OVERDRACHT_NAAR_GEMEENTE',
];

/** Whether a variant of JeugdhulpPlus can run in this phase: from the machtiging up to the uitstroom. */
export const isInJhp = (fase: Fase): boolean => IN_JHP.includes(fase);
