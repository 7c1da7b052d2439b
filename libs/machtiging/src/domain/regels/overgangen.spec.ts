import { describe, expect, it } from '@jest/globals';
import { MACHTIGING_SOORTEN } from '@regielijn/kern';
import { OVERGANGEN, overgang } from './overgangen.js';
import { scenarios } from './regels.kit.js';
import { GEBEURTENISSEN, type Overgang, TOESTANDEN } from './toestanden.js';

const toegestaan = scenarios('overgangen');
const sleutel = (soort: string, van: string, gebeurtenis: string): string => `${soort} ${van} ${gebeurtenis}`;
const bekend = new Set(toegestaan.map(({ feiten: { soort, van, gebeurtenis } }) => sleutel(soort, van, gebeurtenis)));

describe('the steps of a machtiging', () => {
  it.each(toegestaan)('$titel', ({ feiten: { soort, van, gebeurtenis }, uitkomst: { naar }, bron }) => {
    expect(overgang(soort, van, gebeurtenis)).toMatchObject({ van, gebeurtenis, naar });
    expect(overgang(soort, van, gebeurtenis)!.artikel ?? 'De wet zegt hier niets over').toBe(bron);
  });

  it.each(MACHTIGING_SOORTEN)('given a %s, then every step that no scenario names is refused', (soort) => {
    const geprobeerd = TOESTANDEN.flatMap((van) => GEBEURTENISSEN.map((gebeurtenis) => ({ van, gebeurtenis })));
    const geweigerd = geprobeerd.filter(({ van, gebeurtenis }) => overgang(soort, van, gebeurtenis) === null);
    const onbekend = geprobeerd.filter(({ van, gebeurtenis }) => !bekend.has(sleutel(soort, van, gebeurtenis)));
    expect(geprobeerd).toHaveLength(23 * 30);
    expect(geweigerd).toEqual(onbekend);
  });

  it('given the table, then no step stands in it twice, and the scenarios name each', () => {
    const stappen = MACHTIGING_SOORTEN.flatMap((soort) =>
      OVERGANGEN[soort].map(({ van, gebeurtenis }) => sleutel(soort, van, gebeurtenis)),
    );
    expect(new Set(stappen).size).toBe(stappen.length);
    expect(new Set(stappen)).toEqual(bekend);
  });

  it('given the words, then each state and each happening is used somewhere', () => {
    const rijen = Object.values(OVERGANGEN).flat();
    expect(TOESTANDEN.filter((naam) => !rijen.some(({ van, naar }) => van === naam || naar === naam))).toEqual([]);
    expect(GEBEURTENISSEN.filter((naam) => !rijen.some(({ gebeurtenis }) => gebeurtenis === naam))).toEqual([]);
  });
});

describe('where a machtiging comes from and ends', () => {
  const bereikbaar = (rijen: readonly Overgang[]): Set<string> => {
    const gezien = new Set<string>(['CONCEPT']);
    for (const toestand of gezien) for (const { van, naar } of rijen) if (van === toestand) gezien.add(naar);
    return gezien;
  };

  it.each(MACHTIGING_SOORTEN)('given a %s, then every state in its table can be reached from CONCEPT', (soort) => {
    const rijen = OVERGANGEN[soort];
    expect(rijen.filter(({ van }) => !bereikbaar(rijen).has(van))).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    [
      'MGJ',
      [
        ...[
          'AFGEWEZEN',
          'INGETROKKEN',
          'VERLOPEN',
          'VERVALLEN_NIET_TENUITVOER',
          'VERVALLEN_GI',
          'VERVALLEN_INSTEMMING',
        ],
        ...['VERVALLEN_VERKLAARD_OF_VERNIETIGD', 'BEEINDIGD_18PLUS', 'BEEINDIGD', 'OPGEVOLGD'],
      ],
    ],
    ['SPOED', ['AFGEWEZEN', 'VERLOPEN', 'VERVALLEN_GI', 'OPGEVOLGD_DOOR_BESLISSING']],
    [
      'VMGJ',
      [
        ...['AFGEWEZEN', 'INGETROKKEN', 'OPNAME_VERVALLEN_VERKLAARD', 'VERLENGD', 'VERLOPEN'],
        ...['VERVALLEN_NIET_TENUITVOER', 'VERVALLEN_GI', 'VERVALLEN_INSTEMMING', 'VERVALLEN_VERKLAARD_OF_VERNIETIGD'],
        ...['BEEINDIGD_18PLUS', 'BEEINDIGD', 'OPGEVOLGD'],
      ],
    ],
  ])('given a %s, then it ends in the states that no step leaves', (soort, einden) => {
    const rijen = OVERGANGEN[soort as 'MGJ'];
    const eindtoestanden = TOESTANDEN.filter(
      (toestand) => bereikbaar(rijen).has(toestand) && !rijen.some(({ van }) => van === toestand),
    );
    expect(new Set(eindtoestanden)).toEqual(new Set(einden));
  });

  it('given a spoedmachtiging, then nothing extends or suspends it', () => {
    const gebeurtenissen = OVERGANGEN.SPOED.map(({ gebeurtenis }) => gebeurtenis);
    for (const nooit of ['verlengd', 'schorsing_verleend'] as const) expect(gebeurtenissen).not.toContain(nooit);
  });
});

describe('what a step needs and whom it must be told', () => {
  const metVereiste = (soort: 'MGJ' | 'SPOED' | 'VMGJ') =>
    OVERGANGEN[soort]
      .filter(({ vereist }) => vereist.length > 0)
      .map(({ gebeurtenis, vereist }) => [gebeurtenis, vereist]);
  const gedragswetenschapper = ['instemming_gedragswetenschapper'];

  it('given an MGJ, then request, schorsing and verlof need the gedragswetenschapper', () => {
    expect(metVereiste('MGJ')).toEqual([
      ['verzoek_ingediend', gedragswetenschapper],
      ['schorsing_verleend', gedragswetenschapper],
      ['verlof_verleend', gedragswetenschapper],
    ]);
    expect(metVereiste('SPOED')).toEqual([['verzoek_ingediend', gedragswetenschapper]]);
  });

  it('given a VMGJ, then it also needs a plan, the will of the jeugdige, and a look at how things are', () => {
    expect(metVereiste('VMGJ')).toEqual([
      ['verzoek_ingediend', [...gedragswetenschapper, 'hulpverleningsplan']],
      ['verleend', ['bereidverklaring_of_verwachting']],
      ['hulpverleningsplan_gewijzigd', ['instemming_jeugdige']],
      ['opnamebeslissing_genomen', ['actuele_toestand_nagegaan']],
      ['opnamebeslissing_genomen', ['actuele_toestand_nagegaan']],
      ['schorsing_verleend', gedragswetenschapper],
      ['verlof_verleend', gedragswetenschapper],
    ]);
  });

  const aanbieder = 'jeugdhulpaanbieder';
  const schorsing = { door: aanbieder, aan: ['RvdK', 'college'], artikel: 'Jeugdwet art. 6.1.12 lid 6' };
  const meldingen = {
    opname_gestart: { door: aanbieder, aan: ['gezag', 'college', 'verzoeker'], artikel: 'Jeugdwet art. 6.1.13 lid 2' },
    schorsing_verleend: schorsing,
    schorsing_ingetrokken: schorsing,
    verblijf_niet_langer_nodig: { door: 'college', aan: ['RvdK'], artikel: 'Jeugdwet art. 6.1.12 lid 6' },
    opnamebeslissing_genomen: {
      ...{ door: aanbieder, aan: ['jeugdige', 'verzoeker', 'advocaat', 'griffier'] },
      artikel: 'Jeugdwet art. 6.1.6 lid 6',
    },
  };

  it('given any step, then the notices are those of the law and no other', () => {
    for (const { gebeurtenis, melding } of Object.values(OVERGANGEN).flat())
      expect(melding).toEqual(meldingen[gebeurtenis as keyof typeof meldingen] ?? null);
  });

  it.each([
    ['MGJ', 'VERZOCHT', 'verleend', 'kinderrechter'],
    ['MGJ', 'VERZOCHT', 'verzoek_ingetrokken', 'verzoeker'],
    ['MGJ', 'VERLEEND', 'opname_gestart', aanbieder],
    ['MGJ', 'TEN_UITVOER', 'schorsing_verleend', aanbieder],
    ['MGJ', 'GESCHORST', 'schorsing_ingetrokken', aanbieder],
    ['MGJ', 'TEN_UITVOER', 'overgeplaatst', aanbieder],
    ['MGJ', 'TEN_UITVOER', 'verlof_verleend', 'jeugdhulpverantwoordelijke'],
    ['MGJ', 'TEN_UITVOER', 'verlof_ingetrokken', 'jeugdhulpverantwoordelijke'],
    ['MGJ', 'TEN_UITVOER', 'onttrekking_geconstateerd', 'feit'],
    ['MGJ', 'ONTTROKKEN', 'teruggekeerd', 'feit'],
    ['MGJ', 'TEN_UITVOER', 'verlopen', 'van_rechtswege'],
    ['MGJ', 'TEN_UITVOER', 'niet_ten_uitvoer_gelegd', 'van_rechtswege'],
    ['MGJ', 'TEN_UITVOER', 'verblijf_niet_langer_nodig', 'GI'],
    ['MGJ', 'TEN_UITVOER', 'instemming_ingetrokken', 'van_rechtswege'],
    ['MGJ', 'TEN_UITVOER', 'vernietigd_door_hof', 'gerechtshof'],
    ['MGJ', 'TEN_UITVOER', 'achttien_plus', 'van_rechtswege'],
    ['MGJ', 'TEN_UITVOER', 'uitstroom', aanbieder],
    ['MGJ', 'TEN_UITVOER', 'opgevolgd', 'kinderrechter'],
    ['SPOED', 'CONCEPT', 'verzoek_ingediend', 'verzoeker'],
    ['SPOED', 'VERZOCHT', 'verleend', 'kinderrechter'],
    ['SPOED', 'VERLEEND', 'beslist_op_machtiging', 'kinderrechter'],
    ['VMGJ', 'VERZOCHT', 'afgewezen', 'kinderrechter'],
    ['VMGJ', 'VERZOCHT', 'verleend', 'kinderrechter'],
    ['VMGJ', 'VERLEEND', 'toezicht_gestart', aanbieder],
    ['VMGJ', 'LOOPT', 'hulpverleningsplan_gewijzigd', aanbieder],
    ['VMGJ', 'LOOPT', 'opname_verplicht_vastgesteld', aanbieder],
    ['VMGJ', 'LOOPT', 'opname_bevoegd_vastgesteld', aanbieder],
    ['VMGJ', 'OPNAME_BEVOEGD', 'opnamebeslissing_genomen', 'medewerker_uit_plan'],
    ['VMGJ', 'OMGEZET', 'opname_vervallen_verklaard', 'kinderrechter'],
    ['VMGJ', 'LOOPT', 'verlengd', 'kinderrechter'],
    ['VMGJ', 'LOOPT', 'ingetrokken', 'niet_bepaald'],
  ] as const)('given a %s in %s, then %s is of the %s', (soort, van, gebeurtenis, wie) =>
    expect(overgang(soort, van, gebeurtenis)!.wie).toBe(wie),
  );
});
