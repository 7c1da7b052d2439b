/** Every state that a machtiging of any kind can be in. */
export const TOESTANDEN = [
  'CONCEPT',
  'VERZOCHT',
  'AFGEWEZEN',
  'INGETROKKEN',
  'VERLEEND',
  // An MGJ or SPOED that was granted.
  'TEN_UITVOER',
  'GESCHORST',
  'ONTTROKKEN',
  // A VMGJ that was granted.
  'LOOPT',
  'OPNAME_VERPLICHT',
  'OPNAME_BEVOEGD',
  'OMGEZET',
  'OPNAME_VERVALLEN_VERKLAARD',
  'VERLENGD',
  // Over.
  'VERLOPEN',
  'VERVALLEN_NIET_TENUITVOER',
  'VERVALLEN_GI',
  'VERVALLEN_INSTEMMING',
  'VERVALLEN_VERKLAARD_OF_VERNIETIGD',
  'BEEINDIGD_18PLUS',
  'BEEINDIGD',
  'OPGEVOLGD',
  'OPGEVOLGD_DOOR_BESLISSING',
] as const;
export type Toestand = (typeof TOESTANDEN)[number];

/** Everything that can happen to a machtiging. */
export const GEBEURTENISSEN = [
  'verzoek_ingediend',
  'verzoek_ingetrokken',
  'verleend',
  'afgewezen',
  'opname_gestart',
  'verblijf_voortgezet',
  'schorsing_verleend',
  'schorsing_ingetrokken',
  'overgeplaatst',
  'verlof_verleend',
  'verlof_ingetrokken',
  'onttrekking_geconstateerd',
  'teruggekeerd',
  'toezicht_gestart',
  'hulpverleningsplan_gewijzigd',
  'opname_verplicht_vastgesteld',
  'opname_bevoegd_vastgesteld',
  'opnamebeslissing_genomen',
  'opname_vervallen_verklaard',
  'verlengd',
  'ingetrokken',
  'verlopen',
  'niet_ten_uitvoer_gelegd',
  'verblijf_niet_langer_nodig',
  'instemming_ingetrokken',
  'vernietigd_door_hof',
  'achttien_plus',
  'uitstroom',
  'opgevolgd',
  'beslist_op_machtiging',
] as const;
export type Gebeurtenis = (typeof GEBEURTENISSEN)[number];

/** Who does it, or whom it must be told. */
export type Partij =
  | 'verzoeker'
  | 'kinderrechter'
  | 'gerechtshof'
  | 'jeugdhulpaanbieder'
  | 'jeugdhulpverantwoordelijke'
  | 'medewerker_uit_plan'
  | 'GI'
  | 'college'
  | 'RvdK'
  | 'gezag'
  | 'jeugdige'
  | 'advocaat'
  | 'griffier'
  /** Nobody decides: the law or the calendar does. */
  | 'van_rechtswege'
  /** A fact that nobody decided. */
  | 'feit'
  /** The law does not say who. */
  | 'niet_bepaald';

/** A consent or document without which a step may not be taken. */
export type Vereiste =
  /** Not needed for a spoedmachtiging when the examination was feitelijk onmogelijk (Jeugdwet art. 6.1.3 lid 3). */
  | 'instemming_gedragswetenschapper'
  | 'hulpverleningsplan'
  | 'instemming_jeugdige'
  | 'bereidverklaring_of_verwachting'
  | 'actuele_toestand_nagegaan';

/** A notice that the law demands when a step is taken. */
export interface Melding {
  readonly door: Partij;
  readonly aan: readonly Partij[];
  readonly artikel: string;
}

export interface Overgang {
  readonly van: Toestand;
  readonly gebeurtenis: Gebeurtenis;
  readonly naar: Toestand;
  readonly wie: Partij;
  /** null: the law does not speak of it, the record does. */
  readonly artikel: string | null;
  readonly vereist: readonly Vereiste[];
  readonly melding: Melding | null;
}
