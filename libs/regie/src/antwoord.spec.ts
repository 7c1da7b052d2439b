import { describe, expect, it } from '@jest/globals';
import { plusDagen } from '@regielijn/kern';
import fc from 'fast-check';
import { antwoordRegie } from './antwoord.js';
import { FASEN } from './fasen.js';
import { leesRegels, regelbestand, regels, regioIds, scenarios } from './rules.kit.js';
import { situatieSchema } from './situatie.js';

const schema = situatieSchema(regels);
const antwoord = (vraag: object, vandaag = '2026-06-15') => antwoordRegie(schema.parse(vraag), regels, vandaag);

describe('who holds which regie', () => {
  it.each(scenarios('regie'))('$titel', ({ feiten, uitkomst }) => {
    const gegeven = antwoord(feiten);
    expect(gegeven).toMatchObject(uitkomst);
    expect('regiekloof' in gegeven).toBe('regiekloof' in uitkomst || gegeven.casusregie !== gegeven.regelRegie);
    expect('regiekloof' in gegeven).toBe(gegeven.casusregie !== gegeven.regelRegie);
  });

  it('given an offer before a day that a royal decree made a feestdag, then the two werkdagen end a day later', () => {
    const metDag = { ...regels, gelijkgesteldeDagen: [{ datum: '2026-01-02', naam: 'dag na Nieuwjaarsdag' }] };
    const vraag = schema.parse({
      ...{ regio: 'rijnmond', kader: 'gedwongen', machtiging: { status: 'verleend', verleendOp: '2025-12-30' } },
      ...{ overdracht: { richting: 'heen', status: 'aangeboden', aangebodenOp: '2025-12-31' } },
    });
    const codes = (dag: string) => antwoordRegie(vraag, metDag, dag).signalen.map(({ code }) => code);
    expect([codes('2026-01-06'), codes('2026-01-07')]).toEqual([[], ['OVERDRACHT_WACHT']]);
  });

  it('given no day, then the question is about today', () => {
    const vraag = {
      regio: 'rijnmond',
      kader: 'gedwongen',
      machtiging: { status: 'verleend', verleendOp: '2026-06-15' },
    };
    expect(antwoord(vraag, '2026-06-15')).toMatchObject({ peildatum: '2026-06-15', regelRegie: 'GI' });
    expect(antwoord(vraag, '2026-06-14')).toMatchObject({ peildatum: '2026-06-14', regelRegie: 'gemeente' });
  });

  it('given an answer, then every conclusion has a published source and the version of the rules', () => {
    const gegeven = antwoord({ regio: 'haaglanden', kader: 'vrijwillig', pilot: 'KIB' });
    expect(gegeven.regelversie).toBe(regels.versie);
    expect(gegeven.bron).toEqual([
      `regelRegie: ${regels.bronnen['pilot_kib']!.titel}`,
      `regelRegie: ${regels.bronnen['impactanalyse']!.titel}`,
      `casusregie: ${regels.bronnen['aanname']!.titel}`,
      `systeemregie: ${regels.bronnen['impactanalyse']!.titel}`,
      `behandelregie: ${regels.bronnen['houtskoolschets']!.titel}`,
    ]);
  });

  it('given a gap, then the explanation says why who holds it still holds it; without one only the rule', () => {
    const vraag = { regio: 'rijnmond', kader: 'gedwongen', machtiging: { status: 'verleend' } };
    expect(antwoord(vraag).uitleg).toBe(
      'Er is een kinderbeschermingsmaatregel. Dan hoort de casusregie vanaf de machtiging bij de GI. De casusregie gaat ' +
        'pas over als de andere partij de overdracht aanvaardt. Daarom voert de gemeente nu de casusregie.',
    );
    expect(antwoord({ ...vraag, overdracht: { status: 'aanvaard' } }).uitleg).toBe(
      'Er is een kinderbeschermingsmaatregel. Dan hoort de casusregie vanaf de machtiging bij de GI.',
    );
  });

  it.each([
    ['voor_machtiging', { machtiging: { status: 'verzocht' } }],
    ['na_einde_machtiging', { machtiging: { status: 'verlopen', verleendOp: '2026-03-02', eindeOp: '2026-06-01' } }],
    ['na_uitstroom', { machtiging: { status: 'verleend', verleendOp: '2026-03-02' }, uitstroomOp: '2026-06-01' }],
  ] as const)(
    'given %s, then the gemeente has it by that uitgangspunt, with its words and its source',
    (id, feiten) => {
      const { uitleg, bron } = antwoord({ regio: 'rijnmond', kader: 'gedwongen', ...feiten });
      const uitgangspunt = regels.uitgangspunten[id];
      expect(uitleg).toBe(uitgangspunt.uitleg);
      expect(bron[0]).toBe(`regelRegie: ${regels.bronnen[uitgangspunt.bron]!.titel}`);
      expect(bron).toHaveLength(4);
    },
  );

  it('given the rows of the rule file in another order, then every scenario has the same outcome', () => {
    const bestand = regelbestand();
    bestand.regels.reverse();
    const omgekeerd = leesRegels(bestand);
    for (const { titel, feiten } of scenarios('regie')) {
      const vraag = schema.parse(feiten);
      expect([titel, antwoordRegie(vraag, omgekeerd, '2026-06-15')]).toEqual([titel, antwoord(feiten)]);
    }
  });

  it('given a voluntary KIB, then the explanation says that it counts as a machtiging, and with a machtiging it does not', () => {
    const kib = { regio: 'rijnmond', kader: 'vrijwillig', pilot: 'KIB', trajectfase: 'JHP_TRAJECT', variant: 'kib' };
    const zin = regels.uitgangspunten.kib_zonder_machtiging.uitleg;
    expect(antwoord(kib).uitleg).toMatch(new RegExp(`^${zin} De jeugdige doet mee`));
    expect(antwoord({ ...kib, machtiging: { status: 'verleend' } }).uitleg).not.toContain(zin);
  });

  it('given a KIB that was voluntary before its machtiging, then the gap begins with the KIB', () => {
    const kib = { regio: 'rijnmond', kader: 'vrijwillig', pilot: 'KIB', trajectfase: 'JHP_TRAJECT', variant: 'kib' };
    const vanaf = (variantVanaf: string | null, verleendOp: string | null) =>
      antwoord({ ...kib, variantVanaf, machtiging: { status: 'verleend', verleendOp } }).regiekloof;
    expect(vanaf('2026-03-01', '2026-04-01')).toBe('2026-03-01');
    expect(vanaf('2026-04-01', '2026-03-01')).toBe('2026-03-01');
    expect(vanaf(null, '2026-03-01')).toBe('2026-03-01');
    expect(vanaf(null, null)).toBeNull();
  });
});

describe('signals', () => {
  const metAanbod = (datum: string, overdracht: object, changes: object = {}) =>
    antwoord({
      ...{ regio: 'rijnmond', kader: 'gedwongen', datum, overdracht },
      machtiging: { status: 'verleend', verleendOp: '2026-03-02' },
      ...changes,
    }).signalen.map(({ code }) => code);
  // 2 April 2026 is a Thursday; Friday and Monday are feestdagen, so two werkdagen later is Wednesday 8 April.
  const aanbod = { status: 'aangeboden', aangebodenOp: '2026-04-02' };

  it.each([
    ['2026-04-02', []],
    ['2026-04-08', []],
    ['2026-04-09', ['OVERDRACHT_WACHT']],
    ['2026-04-16', ['OVERDRACHT_WACHT']],
    ['2026-04-17', ['OVERDRACHT_ESCALEERT']],
  ])('given an offer of 2 April 2026, when it is %s, then %j', (datum, verwacht) => {
    expect(metAanbod(datum, aanbod)).toEqual(verwacht);
  });

  it('given an offer without a day, or one that was answered, then there is nothing to wait for', () => {
    expect(metAanbod('2026-05-01', { status: 'aangeboden' })).toEqual([]);
    expect(metAanbod('2026-05-01', { ...aanbod, status: 'aanvaard' })).toEqual([]);
    expect(metAanbod('2026-05-01', { ...aanbod, status: 'ingetrokken' })).toEqual([]);
  });

  it('given a refusal, then it escalates after a machtiging and not before one', () => {
    const geweigerd = { ...aanbod, status: 'geweigerd' };
    expect(metAanbod('2026-04-03', geweigerd)).toEqual(['OVERDRACHT_ESCALEERT']);
    expect(metAanbod('2026-04-03', geweigerd, { machtiging: { status: 'verzocht' } })).toEqual([]);
    expect(metAanbod('2026-05-03', aanbod, { machtiging: { status: 'verzocht' } })).toEqual([]);
    const terug = { ...geweigerd, richting: 'terug' };
    expect(metAanbod('2026-04-03', terug, { trajectfase: 'NAZORG' })).toEqual(['OVERDRACHT_ESCALEERT']);
  });

  it.each([
    ['vrijwillig', 'OTS', ['KADER_EN_GRONDSLAG_VERSCHILLEN']],
    ['vrijwillig', 'VOOGDIJ_GI', ['KADER_EN_GRONDSLAG_VERSCHILLEN']],
    ['vrijwillig', 'INSTEMMING_WV', []],
    ['gedwongen', 'OTS', []],
    ['gedwongen', 'INSTEMMING_WV', []],
  ])('given kader %s with grondslag %s, then %j', (kader, grondslag, verwacht) => {
    const machtiging = { status: 'verleend', verleendOp: '2026-03-02', grondslag };
    expect(metAanbod('2026-04-03', { status: 'geen' }, { kader, machtiging })).toEqual(verwacht);
  });

  it('given any signal, then its sentence ends as a sentence', () => {
    const { signalen } = antwoord({
      ...{ regio: 'rijnmond', kader: 'vrijwillig', overdracht: { status: 'geweigerd' } },
      machtiging: { status: 'verleend', grondslag: 'OTS' },
    });
    expect(signalen.map(({ zin }) => zin)).toEqual([
      'De overdracht is geweigerd of verlopen na een machtiging. Leg dit aan de leidinggevenden van beide partijen voor.',
      'Het kader is vrijwillig, maar de grondslag van de machtiging is een kinderbeschermingsmaatregel. Kijk na wat klopt.',
    ]);
    const wacht = metAanbodZin();
    expect(wacht).toBe('De overdracht is nog niet aanvaard. Neem contact op met de andere partij.');
  });

  const metAanbodZin = () =>
    antwoord({ regio: 'rijnmond', kader: 'gedwongen', datum: '2026-04-10', overdracht: aanbod }).signalen[0]!.zin;
});

describe('any situation', () => {
  const dag = fc.integer({ min: 0, max: 3_000 }).map((dagen) => plusDagen('2019-01-01', dagen));
  const ofNiets = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const situatie = fc
    .record({
      regio: fc.constantFrom(...regioIds, 'overig'),
      kader: fc.constantFrom('vrijwillig', 'gedwongen'),
      pilot: ofNiets(fc.constantFrom('ambulant', 'gezinsopname', 'KIB')),
      datum: dag,
      regelset: ofNiets(fc.constantFrom('tabel_4_2', 'aanloopperiode')),
      machtiging: fc.record({
        status: fc.constantFrom('geen', 'verzocht', 'verleend', 'afgewezen', 'verlopen', 'beeindigd'),
        verleendOp: ofNiets(dag),
        eindeOp: ofNiets(dag),
      }),
      overdracht: fc.record({
        richting: ofNiets(fc.constantFrom('heen', 'terug')),
        status: fc.constantFrom('geen', 'aangeboden', 'aanvaard', 'geweigerd', 'ingetrokken'),
        aangebodenOp: ofNiets(dag),
        aanvaardOp: ofNiets(dag),
        heenAanvaard: ofNiets(fc.oneof(fc.boolean(), dag)),
      }),
      trajectfase: ofNiets(fc.constantFrom(...FASEN)),
      variant: fc.option(fc.constantFrom('kib', 'ambulant', 'dwanggroep'), { nil: undefined }),
      variantVanaf: ofNiets(dag),
      uitstroomOp: ofNiets(dag),
    })
    .filter((vraag) => schema.safeParse(vraag).success);

  it('has one holder, systeemregie with the gemeente, and a gap exactly when holder and rule differ', () => {
    fc.assert(
      fc.property(situatie, (vraag) => {
        const { casusregie, systeemregie, regelRegie, peildatum, ...rest } = antwoord(vraag);
        expect(['gemeente', 'GI']).toContain(casusregie);
        expect(systeemregie).toBe('gemeente');
        expect('regiekloof' in rest).toBe(casusregie !== regelRegie);
        if (typeof rest.regiekloof === 'string') expect(rest.regiekloof <= peildatum).toBe(true);
        if (rest.regiekloof === null) expect(rest.ontbreekt.filter((veld) => veld !== 'variant')).toHaveLength(1);
      }),
    );
  });

  it('given a gap since a day, then on that day it was there and the day before it was not', () => {
    fc.assert(
      fc.property(situatie, (vraag) => {
        const { status, eindeOp } = vraag.machtiging;
        // An end without a day has come by any day that is asked about, also by an earlier one.
        fc.pre(eindeOp !== null || (status !== 'verlopen' && status !== 'beeindigd'));
        // Accepted and given back on one day: days cannot tell that the GI held it in between.
        fc.pre(vraag.overdracht.heenAanvaard !== vraag.overdracht.aanvaardOp);
        const zonderFase = { ...vraag, trajectfase: null };
        const { regiekloof, casusregie, regelRegie } = antwoord(zonderFase);
        if (typeof regiekloof !== 'string') return;
        expect(antwoord({ ...zonderFase, datum: regiekloof })).toMatchObject({ casusregie, regelRegie, regiekloof });
        const ervoor = antwoord({ ...zonderFase, datum: plusDagen(regiekloof, -1) });
        expect([ervoor.casusregie, ervoor.regelRegie]).not.toEqual([casusregie, regelRegie]);
      }),
    );
  });

  it('given no acceptance by the GI, then the gemeente holds casusregie, whatever was granted, offered or refused', () => {
    fc.assert(
      fc.property(situatie, (vraag) => {
        fc.pre(vraag.overdracht.status !== 'aanvaard');
        const overdracht = { ...vraag.overdracht, richting: 'heen', heenAanvaard: false };
        expect(antwoord({ ...vraag, overdracht }).casusregie).toBe('gemeente');
      }),
    );
  });

  it('given no machtiging and no KIB, then the rule is the gemeente', () => {
    fc.assert(
      fc.property(situatie, (vraag) => {
        fc.pre(vraag.variant !== 'kib' && vraag.pilot !== 'KIB');
        expect(antwoord({ ...vraag, machtiging: { status: 'verzocht' } }).regelRegie).toBe('gemeente');
      }),
    );
  });
});
