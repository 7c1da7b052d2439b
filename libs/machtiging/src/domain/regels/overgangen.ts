import type { Datum, MachtigingSoort } from '@regielijn/kern';
import type { Gebeurtenis, Melding, Overgang, Partij, Toestand, Vereiste } from './toestanden.js';

const stap = (
  van: Toestand,
  gebeurtenis: Gebeurtenis,
  naar: Toestand,
  wie: Partij,
  artikel: string | null,
  { vereist = [], melding = null }: { vereist?: readonly Vereiste[]; melding?: Melding | null } = {},
): Overgang => ({ van, gebeurtenis, naar, wie, artikel, vereist, melding });

const verzoek = (artikel: string, vereist: readonly Vereiste[]): readonly Overgang[] => [
  stap('CONCEPT', 'verzoek_ingediend', 'VERZOCHT', 'verzoeker', 'Jeugdwet art. 6.1.8', { vereist }),
  stap('VERZOCHT', 'afgewezen', 'AFGEWEZEN', 'kinderrechter', artikel),
];

const OPNAME = stap('VERLEEND', 'opname_gestart', 'TEN_UITVOER', 'jeugdhulpaanbieder', 'Jeugdwet art. 6.2.2 lid 1', {
  melding: {
    door: 'jeugdhulpaanbieder',
    aan: ['gezag', 'college', 'verzoeker'],
    artikel: 'Jeugdwet art. 6.1.13 lid 2',
  },
});

/** Who was there already when it began to hold: nobody is taken in, so nobody has to be told. */
const VOORTGEZET = stap('VERLEEND', 'verblijf_voortgezet', 'TEN_UITVOER', 'feit', null);

const SCHORSING_GEMELD: Melding = {
  door: 'jeugdhulpaanbieder',
  aan: ['RvdK', 'college'],
  artikel: 'Jeugdwet art. 6.1.12 lid 6',
};

/** What happens while a machtiging is carried out. The last two are facts: the law attaches nothing to them. */
const tenuitvoer = (inUitvoer: Toestand): readonly Overgang[] => [
  stap(inUitvoer, 'schorsing_verleend', 'GESCHORST', 'jeugdhulpaanbieder', 'Jeugdwet art. 6.1.12 lid 5', {
    vereist: ['instemming_gedragswetenschapper'],
    melding: SCHORSING_GEMELD,
  }),
  stap('GESCHORST', 'schorsing_ingetrokken', inUitvoer, 'jeugdhulpaanbieder', 'Jeugdwet art. 6.1.12 lid 5', {
    melding: SCHORSING_GEMELD,
  }),
  stap(inUitvoer, 'overgeplaatst', inUitvoer, 'jeugdhulpaanbieder', 'Jeugdwet art. 6.2.2 lid 1'),
  stap(inUitvoer, 'verlof_verleend', inUitvoer, 'jeugdhulpverantwoordelijke', 'Jeugdwet art. 6.4.1 lid 3', {
    vereist: ['instemming_gedragswetenschapper'],
  }),
  stap(inUitvoer, 'verlof_ingetrokken', inUitvoer, 'jeugdhulpverantwoordelijke', 'Jeugdwet art. 6.4.1 lid 4 en 5'),
  stap(inUitvoer, 'onttrekking_geconstateerd', 'ONTTROKKEN', 'feit', null),
  stap('ONTTROKKEN', 'teruggekeerd', inUitvoer, 'feit', null),
];

/** The end by a GI decision, with the notice that belongs to it. Source: Jeugdwet art. 6.1.12 lid 4 and 6. */
const vervaltDoorGi = (van: Toestand): Overgang =>
  stap(van, 'verblijf_niet_langer_nodig', 'VERVALLEN_GI', 'GI', 'Jeugdwet art. 6.1.12 lid 4', {
    melding: { door: 'college', aan: ['RvdK'], artikel: 'Jeugdwet art. 6.1.12 lid 6' },
  });

const verloopt = (van: Toestand): Overgang =>
  stap(van, 'verlopen', 'VERLOPEN', 'van_rechtswege', 'Jeugdwet art. 6.1.12 lid 2');

/** The ends of a machtiging gesloten jeugdhulp that holds, from whatever state it holds in. */
const eindigt = (van: Toestand): readonly Overgang[] => [
  verloopt(van),
  stap(van, 'niet_ten_uitvoer_gelegd', 'VERVALLEN_NIET_TENUITVOER', 'van_rechtswege', 'Jeugdwet art. 6.1.12 lid 3'),
  vervaltDoorGi(van),
  stap(van, 'instemming_ingetrokken', 'VERVALLEN_INSTEMMING', 'van_rechtswege', 'Jeugdwet art. 6.1.2 lid 7'),
  stap(van, 'vernietigd_door_hof', 'VERVALLEN_VERKLAARD_OF_VERNIETIGD', 'gerechtshof', 'Jeugdwet art. 6.1.12 lid 7'),
  stap(van, 'achttien_plus', 'BEEINDIGD_18PLUS', 'van_rechtswege', 'Jeugdwet art. 6.1.2 lid 4 onder d'),
  stap(van, 'uitstroom', 'BEEINDIGD', 'jeugdhulpaanbieder', null),
  stap(van, 'opgevolgd', 'OPGEVOLGD', 'kinderrechter', 'Jeugdwet art. 6.1.2 lid 1'),
];

const MGJ: readonly Overgang[] = [
  ...verzoek('Jeugdwet art. 6.1.2 lid 1', ['instemming_gedragswetenschapper']),
  stap('VERZOCHT', 'verzoek_ingetrokken', 'INGETROKKEN', 'verzoeker', null),
  stap('VERZOCHT', 'verleend', 'VERLEEND', 'kinderrechter', 'Jeugdwet art. 6.1.2 lid 1'),
  OPNAME,
  VOORTGEZET,
  ...tenuitvoer('TEN_UITVOER'),
  ...(['VERLEEND', 'TEN_UITVOER', 'GESCHORST', 'ONTTROKKEN'] as const).flatMap(eindigt),
];

/** No extension, and no schorsing: lid 5 of art. 6.1.12 speaks of "de machtiging". */
const SPOED: readonly Overgang[] = [
  ...verzoek('Jeugdwet art. 6.1.3 lid 1', ['instemming_gedragswetenschapper']),
  stap('VERZOCHT', 'verleend', 'VERLEEND', 'kinderrechter', 'Jeugdwet art. 6.1.3 lid 1'),
  OPNAME,
  VOORTGEZET,
  ...(['VERLEEND', 'TEN_UITVOER'] as const).flatMap((van) => [
    stap(van, 'beslist_op_machtiging', 'OPGEVOLGD_DOOR_BESLISSING', 'kinderrechter', 'Jeugdwet art. 6.1.12 lid 2'),
    verloopt(van),
    vervaltDoorGi(van),
  ]),
];

const OPNAMEBESLISSING_GEMELD: Melding = {
  door: 'jeugdhulpaanbieder',
  aan: ['jeugdige', 'verzoeker', 'advocaat', 'griffier'],
  artikel: 'Jeugdwet art. 6.1.6 lid 6',
};

/** Converted by the opname it counts as a machtiging gesloten jeugdhulp (art. 6.1.6 lid 5) and behaves as one. */
const VMGJ: readonly Overgang[] = [
  ...verzoek('Jeugdwet art. 6.1.4 lid 1', ['instemming_gedragswetenschapper', 'hulpverleningsplan']),
  stap('VERZOCHT', 'verleend', 'VERLEEND', 'kinderrechter', 'Jeugdwet art. 6.1.4 lid 1', {
    vereist: ['bereidverklaring_of_verwachting'],
  }),
  stap('VERLEEND', 'toezicht_gestart', 'LOOPT', 'jeugdhulpaanbieder', 'Jeugdwet art. 6.1.6 lid 1'),
  stap('LOOPT', 'hulpverleningsplan_gewijzigd', 'LOOPT', 'jeugdhulpaanbieder', 'Jeugdwet art. 6.1.5', {
    vereist: ['instemming_jeugdige'],
  }),
  stap('LOOPT', 'opname_verplicht_vastgesteld', 'OPNAME_VERPLICHT', 'jeugdhulpaanbieder', 'Jeugdwet art. 6.1.6 lid 2'),
  stap('LOOPT', 'opname_bevoegd_vastgesteld', 'OPNAME_BEVOEGD', 'jeugdhulpaanbieder', 'Jeugdwet art. 6.1.6 lid 3'),
  ...(['OPNAME_VERPLICHT', 'OPNAME_BEVOEGD'] as const).map((van) =>
    stap(van, 'opnamebeslissing_genomen', 'OMGEZET', 'medewerker_uit_plan', 'Jeugdwet art. 6.1.6 lid 4 en 5', {
      vereist: ['actuele_toestand_nagegaan'],
      melding: OPNAMEBESLISSING_GEMELD,
    }),
  ),
  stap('OMGEZET', 'opname_vervallen_verklaard', 'OPNAME_VERVALLEN_VERKLAARD', 'kinderrechter', 'Jeugdwet art. 6.1.7'),
  ...tenuitvoer('OMGEZET'),
  ...(['OMGEZET', 'GESCHORST', 'ONTTROKKEN'] as const).flatMap(eindigt),
  stap('LOOPT', 'verlengd', 'VERLENGD', 'kinderrechter', 'Jeugdwet art. 6.1.4 lid 12 en 6.1.12 lid 2'),
  verloopt('LOOPT'),
  stap('LOOPT', 'ingetrokken', 'INGETROKKEN', 'niet_bepaald', null),
];

/** The first day of the text of the law that these steps and rules were made from. Source: Wet rechtspositie gesloten jeugdhulp. */
export const WET_VANAF: Datum = '2024-01-01';

/** Every step of every kind of machtiging. What is not listed is refused. */
export const OVERGANGEN: Readonly<Record<MachtigingSoort, readonly Overgang[]>> = { MGJ, SPOED, VMGJ };

/**
 * What a happening makes of a machtiging in this state, or null when it cannot happen then. Source: Jeugdwet hoofdstuk 6,
 * the article of each step.
 */
export const overgang = (soort: MachtigingSoort, van: Toestand, gebeurtenis: Gebeurtenis): Overgang | null =>
  OVERGANGEN[soort].find((kandidaat) => kandidaat.van === van && kandidaat.gebeurtenis === gebeurtenis) ?? null;
