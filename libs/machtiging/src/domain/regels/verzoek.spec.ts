import { describe, expect, it } from '@jest/globals';
import { MACHTIGING_SOORTEN, plusDagen } from '@regielijn/kern';
import fc from 'fast-check';
import type { Bevinding } from './bevinding.js';
import { gekwalificeerd, REGISTERS } from './gedragswetenschapper.js';
import { MAATREGELEN_BUITEN, planBevindingen } from './hulpverleningsplan.js';
import { magVerzoeken } from './mag-verzoeken.js';
import { codes, instemming, kortTevoren, plan, scenarios, verzoek } from './regels.kit.js';
import { verzoekVolledig } from './verzoek-volledig.js';

/** Reading A4 as it is set by default. */
const KORT_TEVOREN = kortTevoren();

/** The findings that are no refusal: everything else the law forbids. */
const SIGNALEN = new Set([
  'VERZOEKER_NIET_TE_BEPALEN',
  'MAATREGEL_NIET_VERMELD',
  'ONDERZOEK_ONMOGELIJK',
  'ONDERZOEKDATUM_ONTBREEKT',
  'ONDERZOEK_LANG_GELEDEN',
  'MACHTIGING_OP_VERJAARDAG_ONBEKEND',
]);

/** A refusal says what to do. */
const WAT_NU = /\b(Bespreek|Geef|Haal|Kijk|Laat|Maak|Voeg|Vraag|Vul) /;

const isLeesbaar = (bevindingen: readonly Bevinding[]): void => {
  for (const { code, gevolg, zin, artikel } of bevindingen) {
    expect(gevolg).toBe(SIGNALEN.has(code) ? 'signaal' : 'weigering');
    expect(zin).toMatch(/^[A-Z].+\.$/);
    if (gevolg === 'weigering') expect(zin).toMatch(WAT_NU);
    expect(artikel).toMatch(/^(Jeugdwet|Regeling Jeugdwet) art\. \d/);
  }
};

describe('who may request a machtiging', () => {
  it.each(scenarios('mag-verzoeken'))('$titel', ({ feiten, uitkomst }) => {
    const bevindingen = magVerzoeken(feiten.verzoeker, feiten.jeugdige);
    expect(codes(bevindingen)).toEqual(uitkomst);
    isLeesbaar(bevindingen);
  });

  it('given a refusal, then it says who may request, with or without a maatregel', () => {
    const aanbieder = { soort: 'anders', organisatie: 'aanbieder-demo' } as const;
    const artikel = (kinderbeschermingsmaatregel: 'geen' | 'verzocht' | 'opgelegd') =>
      magVerzoeken(aanbieder, { kinderbeschermingsmaatregel })[0]!;
    expect(artikel('geen')).toMatchObject({
      artikel: 'Jeugdwet art. 6.1.8 lid 1 en 3',
      zin: expect.stringContaining('het college'),
    });
    for (const maatregel of ['verzocht', 'opgelegd'] as const)
      expect(artikel(maatregel)).toMatchObject({
        artikel: 'Jeugdwet art. 6.1.8 lid 2',
        zin: expect.stringContaining('Raad voor de Kinderbescherming'),
      });
  });

  const organisatie = fc.constantFrom('a', 'b');
  const wellicht = fc.option(fc.option(organisatie, { nil: null }), { nil: undefined });
  const geval = fc.record({
    verzoeker: fc.record({ soort: fc.constantFrom('college', 'GI', 'RvdK', 'OvJ', 'anders'), organisatie }),
    jeugdige: fc.record({
      kinderbeschermingsmaatregel: fc.option(fc.constantFrom('geen', 'verzocht', 'opgelegd'), { nil: undefined }),
      collegeVanWoonplaats: wellicht,
      collegeVolgensDossier: wellicht,
      giMaatregel: wellicht,
      giJeugdreclassering: wellicht,
    }),
  });

  it('given more facts from who requests, then a yes stays a yes and a no stays a no', () => {
    const buitenDossier = geval.map(({ verzoeker, jeugdige }) => ({
      verzoeker,
      jeugdige: { ...jeugdige, collegeVolgensDossier: null },
    }));
    fc.assert(
      fc.property(buitenDossier, buitenDossier, ({ verzoeker, jeugdige }, { jeugdige: meer }) => {
        const eerst = codes(magVerzoeken(verzoeker, jeugdige));
        fc.pre(!['VERZOEKER_NIET_TE_BEPALEN', 'BEVOEGDHEID_NIET_AANGETOOND'].includes(eerst[0] ?? ''));
        const bekend = Object.fromEntries(Object.entries(jeugdige).filter(([, waarde]) => (waarde ?? null) !== null));
        expect(codes(magVerzoeken(verzoeker, { ...meer, ...bekend }))).toEqual(eerst);
      }),
    );
  });

  it('given a fact that is left out or null, then the answer is the same', () => {
    fc.assert(
      fc.property(geval, ({ verzoeker, jeugdige }) => {
        const velden = Object.keys(jeugdige) as (keyof typeof jeugdige)[];
        const metNull = Object.fromEntries(velden.map((veld) => [veld, jeugdige[veld] ?? null]));
        const zonder = Object.fromEntries(Object.entries(metNull).filter(([, waarde]) => waarde !== null));
        expect(magVerzoeken(verzoeker, metNull)).toEqual(magVerzoeken(verzoeker, zonder));
      }),
    );
  });

  it('given any request, then only who is shown to be allowed under some reading is not refused', () => {
    fc.assert(
      fc.property(geval, ({ verzoeker, jeugdige }) => {
        const { soort, organisatie } = verzoeker;
        const { kinderbeschermingsmaatregel: maatregel = null, ...wie } = jeugdige;
        const colleges = [wie.collegeVanWoonplaats, wie.collegeVolgensDossier].filter((een) => typeof een === 'string');
        const isCollege = colleges.length > 0 && colleges.every((een) => een === organisatie);
        const zonderMaatregel =
          (soort === 'college' && isCollege) || (soort === 'GI' && wie.giJeugdreclassering === organisatie);
        const metMaatregel = ['RvdK', 'OvJ'].includes(soort) || (soort === 'GI' && wie.giMaatregel === organisatie);
        const mag = (maatregel !== 'geen' && metMaatregel) || ([null, 'geen'].includes(maatregel) && zonderMaatregel);
        const bevindingen = magVerzoeken(verzoeker, jeugdige);
        expect(bevindingen.every(({ gevolg }) => gevolg === 'signaal')).toBe(mag);
      }),
    );
  });
});

describe('the statement of a gekwalificeerde gedragswetenschapper', () => {
  it.each(scenarios('gekwalificeerd'))('$titel', ({ feiten, uitkomst, bron }) => {
    const { soort = 'MGJ', kortTevoren: termijn } = feiten;
    const bevindingen = gekwalificeerd(
      { ...instemming, ...feiten.instemming },
      { soort, ingediendOp: '2026-03-02', geboortedatum: '2010-05-05' },
      kortTevoren(termijn),
    );
    expect(codes(bevindingen)).toEqual(uitkomst);
    for (const { artikel } of bevindingen) expect(bron).toContain(artikel);
    isLeesbaar(bevindingen);
  });

  it('given the registers, then they are the seven of article 2, each with a name', () => {
    expect(REGISTERS).toHaveLength(7);
    expect(new Set(REGISTERS.map(({ naam }) => naam)).size).toBe(7);
  });

  it('given no examination, then the sentence for spoed asks for the reason and the other one does not', () => {
    const zin = (soort: 'MGJ' | 'SPOED') =>
      gekwalificeerd(
        { ...instemming, persoonlijkOnderzocht: false },
        { soort, ingediendOp: '2026-03-02', geboortedatum: '2010-05-05' },
        KORT_TEVOREN,
      )[0]!.zin;
    expect(zin('SPOED')).toContain('Geef de reden');
    expect(zin('MGJ')).toContain('Alleen bij spoed');
  });
});

describe('what a request to the kinderrechter lacks', () => {
  it.each(scenarios('verzoek-volledig'))('$titel', ({ feiten, uitkomst }) => {
    const bevindingen = verzoekVolledig(verzoek(feiten), KORT_TEVOREN);
    expect(codes(bevindingen)).toEqual(uitkomst);
    isLeesbaar(bevindingen);
  });

  it('given a request with everything wrong, then everything is named at once', () => {
    const leeg = { instemming: null, hulpverleningsplan: null, grondslag: null };
    expect(codes(verzoekVolledig(verzoek({ ...leeg, soort: 'VMGJ' }), KORT_TEVOREN))).toEqual([
      'GRONDSLAG_ONTBREEKT',
      'INSTEMMING_ONTBREEKT',
      'HULPVERLENINGSPLAN_ONTBREEKT',
    ]);
    expect(codes(verzoekVolledig(verzoek({ ...leeg, soort: 'SPOED', verlenging: true }), KORT_TEVOREN))).toEqual([
      'SPOED_NIET_TE_VERLENGEN',
      'GRONDSLAG_ONTBREEKT',
      'INSTEMMING_ONTBREEKT',
    ]);
  });

  it('given another setting for kort tevoren, then it reaches the statement', () => {
    const oud = verzoek({ instemming: { onderzoekOp: '2026-02-10' } });
    expect(codes(verzoekVolledig(oud, KORT_TEVOREN))).toEqual(['ONDERZOEK_LANG_GELEDEN']);
    expect(verzoekVolledig(oud, kortTevoren('20 dagen'))).toEqual([]);
  });

  it('given any age, then a grondslag is asked, or the conditions for eighteen, or it is too late for both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MACHTIGING_SOORTEN), fc.integer({ min: 0, max: 9_000 }), (soort, dagen) => {
        const geboortedatum = plusDagen('2026-03-02', -dagen);
        const namen = new Set(
          verzoekVolledig(verzoek({ soort, geboortedatum, grondslag: null, achttienPlus: null }), KORT_TEVOREN).map(
            ({ code }) => code,
          ),
        );
        const gevraagd = ['GRONDSLAG_ONTBREEKT', 'ACHTTIEN_PLUS', 'TE_OUD_VOOR_MACHTIGING'];
        expect(gevraagd.filter((code) => namen.has(code))).toHaveLength(1);
      }),
    );
  });
});

describe('the hulpverleningsplan of a voorwaardelijke machtiging', () => {
  it.each([
    ['voorwaardenEnToezicht', false, /voorwaarden/],
    ['jeugdhulp', false, /welke jeugdhulp/],
    ['aanbiederVoorwaarden', null, /hulp in de voorwaarden/],
    ['aanbiederOpname', null, /wil opnemen/],
    ['bevoegdeMedewerker', null, /welke medewerker/],
  ])('given a plan without %s, then that is named', (veld, waarde, zin) => {
    const bevindingen = planBevindingen({ ...plan, [veld]: waarde });
    expect(codes(bevindingen)).toEqual(['HULPVERLENINGSPLAN_ONVOLLEDIG']);
    expect(bevindingen[0]).toMatchObject({ artikel: 'Jeugdwet art. 6.1.4 lid 5', zin: expect.stringMatching(zin) });
    isLeesbaar(bevindingen);
  });

  it('given an empty plan, then each part is named, and the request says so', () => {
    const leeg = {
      ...{ voorwaardenEnToezicht: false, jeugdhulp: false, maatregelen: [] },
      ...{ aanbiederVoorwaarden: null, aanbiederOpname: null, bevoegdeMedewerker: null },
    };
    expect(planBevindingen(leeg)).toHaveLength(5);
    expect(verzoekVolledig(verzoek({ soort: 'VMGJ', hulpverleningsplan: leeg }), KORT_TEVOREN)).toEqual(
      planBevindingen(leeg),
    );
  });

  it('given the measures of article 6.1.4 lid 6, then all may be in the plan', () => {
    expect(planBevindingen({ ...plan, maatregelen: MAATREGELEN_BUITEN })).toEqual([]);
    expect(planBevindingen({ ...plan, maatregelen: [] })).toEqual([]);
    expect(MAATREGELEN_BUITEN).toHaveLength(5);
  });

  it.each(['insluiting', 'vastpakken', ''])('given the measure "%s", then it may not be in the plan', (maatregel) => {
    const bevindingen = planBevindingen({ ...plan, maatregelen: ['onderzoek_urine', maatregel] });
    expect(codes(bevindingen)).toEqual(['MAATREGEL_MAG_NIET_BUITEN']);
    expect(bevindingen[0]!.artikel).toBe('Jeugdwet art. 6.1.4 lid 6');
    isLeesbaar(bevindingen);
  });
});
