import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTRIBUTEN, antwoordTriage, kanWaardeHebben } from './index.js';
import type { Uitkomst } from './kleene.js';
import { PASSEND, regels, schema, VANDAAG, variantIn, vraag } from './triage.kit.js';

const POEL = [
  ...[true, false, 'ja', 'nee', 'kans', 'geen', 'kans_op', 'aanwezig', 'veilig', 'veilig_te_maken', 'onveilig'],
  ...['binnen_toelaatbare_grenzen', 'buiten_toelaatbare_grenzen', 'VMGJ', 'MGJ', 'geschorst', 'SPOED'],
  ...[5, 11, 12, 13, 17, 18, 22, 23, 24, '2020-10-31', '2020-11-01', '2026-01-01'],
];
const onbekend = [null, undefined];
/** Every attribute with each of its values, or unknown. Where somebody stays is no knowledge that can be missing. */
const kenbaar = ATTRIBUTEN.filter((attribuut) => attribuut !== 'verblijftAlIn' && attribuut !== 'datum');
const profielen = fc.record(
  Object.fromEntries(
    kenbaar.map((attribuut) => [
      attribuut,
      fc.constantFrom(...onbekend, ...POEL.filter((waarde) => kanWaardeHebben(attribuut, waarde))),
    ]),
  ),
);
const plek = fc.record({
  verblijftAlIn: fc.constantFrom(null, ...Object.keys(PASSEND)),
  gekozen: fc.constantFrom(null, ...Object.keys(PASSEND)),
  regio: fc.constantFrom(null, ...regels.versies[0]!.regios),
  datum: fc.constantFrom(null, '2019-01-01', '2020-10-31', '2020-11-01', '2030-01-01'),
});

/** "Ja" only if every way to fill in the unknown gives yes, "nee" only if every way gives no. */
const naief = (
  feiten: Record<string, unknown>,
  mogelijk: Record<string, readonly unknown[]>,
  regel: Regel,
): Uitkomst => {
  const gevuld = Object.entries(mogelijk).reduce<Record<string, unknown>[]>(
    (rijen, [naam, waarden]) =>
      rijen.flatMap((rij) =>
        (feiten[naam] === null ? waarden : [feiten[naam]]).map((waarde) => ({ ...rij, [naam]: waarde })),
      ),
    [{}],
  );
  const uitkomsten = new Set(gevuld.map(regel));
  return uitkomsten.size > 1 ? 'onbekend' : uitkomsten.has(true) ? 'ja' : 'nee';
};
type Regel = (rij: Record<string, any>) => boolean;

const elkProfiel = (mogelijk: Record<string, readonly unknown[]>): Record<string, unknown>[] =>
  Object.entries(mogelijk).reduce<Record<string, unknown>[]>(
    (rijen, [naam, waarden]) =>
      rijen.flatMap((rij) => [null, ...waarden].map((waarde) => ({ ...rij, [naam]: waarde }))),
    [{}],
  );
const bool = [true, false];

/** The table with that variant alone: there are thousands of profiles, and none of these looks at another variant. */
const tabelMetAlleen = (id: string): typeof regels => ({
  ...regels,
  versies: regels.versies.map((versie) => ({
    ...versie,
    varianten: versie.varianten.filter((rij) => rij.id === id),
    routes: [],
  })),
});

describe('a variant against a naive reference, for every profile there is', () => {
  it.each<[string, Record<string, readonly unknown[]>, Regel]>([
    [
      'R6',
      { crisis: bool, externeDreiging: bool, langdurigNodig: bool },
      ({ crisis, externeDreiging, langdurigNodig }) => (crisis || externeDreiging) && !langdurigNodig,
    ],
    [
      'R4',
      {
        leeftijd: [11, 12, 23],
        motivatieJeugdige: ['geen', 'kans_op'],
        terugkeerEigenSysteemMogelijk: bool,
        langdurigNodig: bool,
        lvb: bool,
        ass: bool,
        extreemComplexMetMaatschappelijkRisico: bool,
      },
      (rij) =>
        rij.leeftijd >= 12 &&
        rij.leeftijd < 23 &&
        rij.motivatieJeugdige !== 'geen' &&
        !rij.terugkeerEigenSysteemMogelijk &&
        rij.langdurigNodig &&
        (rij.lvb || rij.ass) &&
        !rij.extreemComplexMetMaatschappelijkRisico,
    ],
    [
      'R8',
      { wachtOpUitstroom: bool, behandelingInDwangkaderNogNodig: bool, andereIndicatie: ['wlz', 'geen'] },
      (rij) => rij.wachtOpUitstroom || !rij.behandelingInDwangkaderNogNodig || rij.andereIndicatie !== 'geen',
    ],
  ])('%s', (id, mogelijk, regel) => {
    const tabel = tabelMetAlleen(id);
    const past = (feiten: object) => antwoordTriage(schema.parse(feiten), tabel, VANDAAG).varianten[0]!.past;
    const anders = elkProfiel(mogelijk).filter((feiten) => past(feiten) !== naief(feiten, mogelijk, regel));
    expect(anders).toEqual([]);
  });
});

describe('the triage of any profile', () => {
  it('given more knowledge, then what was known stays: only "onbekend" can become ja or nee', () => {
    fc.assert(
      fc.property(profielen, fc.subarray(kenbaar), (geheel, weg) => {
        const minder = { ...geheel, ...Object.fromEntries(weg.map((attribuut) => [attribuut, null])) };
        const [eerst, later] = [vraag(minder), vraag(geheel)];
        for (const { id, past: was } of eerst.varianten)
          if (was !== 'onbekend') expect([id, variantIn(later, id).past]).toEqual([id, was]);
      }),
    );
  });

  it('given any answer, then ja, nee and onbekend each say why', () => {
    fc.assert(
      fc.property(profielen, plek, (profiel, waar) => {
        for (const { past: uitkomst, criteria, contraIndicaties, ontbreekt } of vraag({ ...profiel, ...waar })
          .varianten) {
          const nee = criteria.filter((criterium) => criterium.uitkomst === 'nee');
          const tegen = nee.length + contraIndicaties.length;
          if (uitkomst === 'ja') expect([tegen, ontbreekt]).toEqual([0, []]);
          if (uitkomst === 'nee') expect(tegen).toBeGreaterThan(0);
          if (uitkomst === 'onbekend') expect([tegen, ontbreekt.length > 0]).toEqual([0, true]);
        }
      }),
    );
  });

  it('given any answer, then the proposal is what fits, lightest first, and no lighter variant fits beside a dwanggroep', () => {
    fc.assert(
      fc.property(profielen, plek, (profiel, waar) => {
        const { varianten, voorstel } = vraag({ ...profiel, ...waar });
        const passend = varianten.filter(
          (rij) =>
            rij.soort === 'variant' && (rij.past === 'ja' || (rij.past === 'nee' && rij.vormen[0]?.past === 'ja')),
        );
        expect(voorstel.map(({ id }) => id)).toEqual(passend.map(({ id }) => id));
        if (voorstel.some(({ id }) => id === 'R5')) expect(voorstel).toHaveLength(1);
      }),
    );
  });

  it('given a choice, then too heavy and too light never stand together, and a fitting lightest choice has neither', () => {
    fc.assert(
      fc.property(profielen, fc.constantFrom('R2', 'R1', 'R3', 'R4', 'R4a', 'R6', 'R5'), (profiel, gekozen) => {
        const { signalen, voorstel } = vraag({ ...profiel, gekozen });
        const gewicht = signalen.map(({ code }) => code).filter((code) => code.startsWith('TE_'));
        expect(gewicht.length).toBeLessThanOrEqual(1);
        if (voorstel[0]?.id === gekozen) expect(gewicht).toEqual([]);
      }),
    );
  });

  it('given the same profile twice, then the same answer, and the table is not changed by it', () => {
    const voor = structuredClone(regels);
    fc.assert(
      fc.property(profielen, plek, (profiel, waar) => {
        expect(vraag({ ...profiel, ...waar })).toEqual(vraag({ ...profiel, ...waar }));
      }),
      { numRuns: 20 },
    );
    expect(regels).toEqual(voor);
  });

  it('given nothing, then of every variant it cannot be said', () => {
    expect(vraag({}).varianten.filter((rij) => rij.past !== 'onbekend')).toEqual([]);
  });

  it('given a free text, then it is nowhere in the answer', () => {
    expect(JSON.stringify(vraag({ andereIndicatie: 'Kim de Wit' })).toLowerCase()).not.toContain('kim');
  });

  it('given the plekken that somebody counts, then they stand at their variant with the day of confirming', () => {
    const plekken = { kib: { aantal: 3, bevestigdOp: '2026-02-27' } };
    const { varianten } = antwoordTriage(schema.parse({}), regels, VANDAAG, plekken);
    expect(varianten.filter(({ vrijePlekken }) => vrijePlekken > 0)).toMatchObject([
      { id: 'R4a', vrijePlekken: 3, plekkenBevestigdOp: '2026-02-27' },
    ]);
  });
});
