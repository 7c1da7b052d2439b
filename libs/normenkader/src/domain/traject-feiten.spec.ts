import { describe, expect, it } from '@jest/globals';
import { deriveId, periodeVan, VERNIETIGD } from '@regielijn/kern';
import { examples } from '../../../../test/events/examples.js';
import { afwijkingenIn, beoordeel, isVoorNormenkader, normenDieLezen, terugblik } from './beoordeling.js';
import { feitUitLog, type LogFeit, soortenVan, zonderVersie } from './gebeurtenissen-uit-log.js';
import { normenkaderVanHetProject } from './normenkader.kit.js';
import { GebeurtenisSchema, NORM_IDS } from './normen/feiten.js';
import { gelezenDoor } from './normen/toets.js';
import { GEHEEL } from './normen/uitkomst.js';
import { trajectFeiten, type TrajectHistorie } from './traject-feiten.js';

const normenkader = normenkaderVanHetProject();
const OP = '2026-01-09T09:00:00.000Z';
const actor = { subject: 'jb-007', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
const feit = (type: string, data: object = {}, geldigOp = OP): LogFeit => ({
  ...{ type, data, geldigOp, vastgelegdOp: '2026-01-09T10:00:00.000Z', id: deriveId('feit', type, geldigOp) },
  metadata: { actor },
});
const leest = (type: string, data: object = {}): object | undefined => feitUitLog(feit(type, data))?.gebeurtenis;

describe('an event of the log as the norms see it', () => {
  it.each<[string, object, object]>([
    [
      'traject.aangemeld@1',
      { urgentie: 'urgent', aanmelder: 'gi-jb-west' },
      { type: 'PlaatsingVerzocht', urgentie: 'urgent', verzoeker: 'jb-007' },
    ],
    ['traject.aanmelding-ingetrokken@1', {}, { type: 'AanmeldingIngetrokken' }],
    ['traject.aanbieder-antwoordde@1', { antwoord: 'afgewezen' }, { type: 'PlekGeweigerd' }],
    ['traject.aanbieder-antwoordde@1', { antwoord: 'wachtlijst' }, { type: 'WachtlijstGeplaatst' }],
    [
      'traject.trajectberaad-gehouden@1',
      { gekozen: 'buiten_jhp' },
      { type: 'CivielTrajectberaadGehouden', gekozen: 'buiten_jhp' },
    ],
    [
      'traject.variant-gekozen@1',
      {
        variant: 'kib',
        gekozen: 'jhp',
        lichtereVarianten: [{ variant: 'ambulant', passend: 'nee', criterium: null, reden: 'Te licht.' }],
      },
      {
        type: 'TriageUitkomst',
        variant: 'kib',
        gekozen: null,
        lichtereVarianten: [{ variant: 'ambulant', passend: false, reden: 'Te licht.' }],
      },
    ],
    [
      'traject.plek-beoordeeld@1',
      { voorzieningId: 'v1', passend: 'ja' },
      { type: 'PlekBeoordeeld', plekId: 'v1', passend: true },
    ],
    [
      'traject.bloedspoed-beoordeeld@1',
      { uitkomst: 'positief', gronden: ['gevaar'], beoordelaar: 'gw-1', functie: 'gedragswetenschapper' },
      {
        type: 'BloedspoedBeoordeeld',
        uitkomst: 'positief',
        beoordelaar: 'gw-1',
        vastgelegdOp: '2026-01-09T10:00:00.000Z',
      },
    ],
    ['traject.plek-toegewezen@1', {}, { type: 'PlaatsingToegewezen' }],
    [
      'traject.opname-gestart@1',
      { voorzieningId: 'v1', variant: 'kib' },
      { type: 'OpnameGestart', plekId: 'v1', variant: 'kib', redencodes: null },
    ],
    [
      'traject.opname-gestart@2',
      { voorzieningId: 'v1', redencodes: ['wachtlijst'] },
      { type: 'OpnameGestart', redencodes: ['wachtlijst'] },
    ],
    ['traject.variant-gestart@1', { variant: 'ambulant' }, { type: 'VariantGestart', variant: 'ambulant' }],
    [
      'traject.overgeplaatst@1',
      { vanVoorzieningId: 'v1', voorzieningId: 'v2', reden: 'Dichter bij huis.' },
      { type: 'VerblijfplekGewijzigd', van: 'v1', naar: 'v2', reden: 'Dichter bij huis.' },
    ],
    ['traject.overbrugging-gestart@1', {}, { type: 'OverbruggingGestart' }],
    ['traject.andere-indicatie-vastgesteld@1', { wet: 'Wlz' }, { type: 'AndereIndicatieVastgesteld', wet: 'Wlz' }],
    ['traject.teruggekeerd@1', {}, { type: 'TerugkeerNaOnttrekking' }],
    [
      'traject.medewerker-ingezet@1',
      { registratie: 'SKJ', geldigTot: '2027-01-01', scholingJhp: true, inzetTot: null },
      { type: 'MedewerkerIngezet', registratie: 'SKJ', geldigTot: '2027-01-01', scholingJhp: true, inzetTot: null },
    ],
    ['traject.incident-gemeld@1', { soort: 'agressie' }, { type: 'IncidentGemeld' }],
    ['traject.klaar-voor-uitstroom@1', {}, { type: 'WachtendOpUitstroomVastgesteld' }],
    [
      'traject.perspectief-vastgesteld@1',
      { levensgebied: 'wonen', metJeugdige: true },
      { type: 'PerspectiefVastgesteld', levensgebied: 'wonen', metJeugdige: true },
    ],
    ['traject.plan-vastgesteld@1', { versie: 2 }, { type: 'PlanVastgesteld', versie: 2 }],
    [
      'traject.plan-besproken@1',
      { versie: 2, metJeugdige: 'gehoord', netwerk: ['oma'] },
      { type: 'PlanBesproken', versie: 2, met: { jeugdige: 'gehoord', netwerk: ['oma'] } },
    ],
    [
      'traject.plan-besproken@1',
      { met: { jeugdige: 'afwezig', netwerk: [] } },
      { type: 'PlanBesproken', met: { jeugdige: 'afwezig', netwerk: [] } },
    ],
    [
      'traject.plan-instemming-gegeven@1',
      { versie: 2, door: 'jeugdige' },
      { type: 'PlanInstemming', versie: 2, door: 'jeugdige' },
    ],
    [
      'traject.plan-bezwaar-gemaakt@1',
      { versie: 2, door: 'ouders' },
      { type: 'PlanBezwaar', versie: 2, door: 'ouders' },
    ],
    ['traject.plan-geevalueerd@1', {}, { type: 'PlanGeevalueerd' }],
    [
      'traject.onderwijs-vooraf-vastgelegd@1',
      { niveau: 'havo', school: 'school-oost' },
      { type: 'OnderwijsVoorafVastgelegd', niveau: 'havo', school: 'school-oost' },
    ],
    [
      'traject.onderwijs-gestart@1',
      { vorm: 'onderwijs', niveau: 'havo' },
      { type: 'OnderwijsGestart', vorm: 'onderwijs', niveau: 'havo' },
    ],
    ['traject.onderwijs-gestopt@1', { reden: 'weigert' }, { type: 'OnderwijsGestopt' }],
    ['traject.geeindigd-na-onttrekking@1', {}, { type: 'HulpBeeindigd' }],
    ['traject.variant-beeindigd@1', { variant: 'ambulant' }, { type: 'HulpBeeindigd' }],
    [
      'traject.school-van-herkomst-uitgeschreven@1',
      { nieuweInschrijving: false },
      { type: 'SchoolVanHerkomstUitgeschreven', nieuweInschrijving: false },
    ],
    [
      'traject.dagprogramma-vastgesteld@1',
      { plan: true, dagprogramma: false },
      { type: 'DagprogrammaVastgesteld', plan: true, dagprogramma: false },
    ],
    [
      'traject.veiligheidsplan-vastgesteld@1',
      { onderdelen: ['jongere', 'gezin'] },
      {
        type: 'VeiligheidsplanVastgesteld',
        onderdelen: { jongere: true, gezin: true, professionals: false, omgeving: false },
      },
    ],
    ['traject.uitstroom-gerealiseerd@1', { bestemming: 'pleegzorg' }, { type: 'UitstroomGerealiseerd', datum: null }],
    [
      'traject.nazorgplan-vastgesteld@1',
      { levensgebieden: [{ levensgebied: 'wonen', nodig: true, lokalePartner: 'wijkteam-0599' }] },
      { type: 'NazorgplanVastgesteld', levensgebieden: { wonen: { nodig: true, lokalePartner: 'wijkteam-0599' } } },
    ],
    [
      'traject.lokale-partner-toegezegd@1',
      { levensgebied: 'wonen', datum: '2026-02-01' },
      { type: 'LokalePartnerToegezegd', levensgebied: 'wonen', datum: '2026-02-01' },
    ],
    [
      'traject.lokale-partner-opgepakt@1',
      { levensgebied: 'wonen', partner: 'wijkteam-0599' },
      { type: 'LokalePartnerOpgepakt', levensgebied: 'wonen', partner: 'wijkteam-0599' },
    ],
    ['machtiging.verleend@1', {}, { type: 'BeschikkingGegeven', uitkomst: 'verleend' }],
    ['machtiging.afgewezen@1', {}, { type: 'BeschikkingGegeven', uitkomst: 'afgewezen' }],
  ])('%s %j', (type, data, verwacht) => {
    expect(leest(type, data)).toMatchObject({ ...verwacht, tijdstip: OP });
    expect(soortenVan(type)).toContain((verwacht as { type: string }).type);
  });

  it.each([
    ['traject.aanbieder-antwoordde@1', { antwoord: 'plek' }],
    ['traject.afgesloten@1', {}],
    ['machtiging.verzoek-ingediend@1', { soort: 'MGJ' }],
  ])('given %s %j, then no norm asks for it', (type, data) => {
    expect(feitUitLog(feit(type, data))).toBeNull();
  });

  it('given a field that was destroyed or holds what no norm knows, then it is not known', () => {
    expect(leest('traject.overgeplaatst@1', { reden: VERNIETIGD })).toMatchObject({ reden: null });
    expect(leest('traject.aangemeld@1', { urgentie: 'heel erg' })).toMatchObject({ urgentie: null });
    expect(leest('traject.veiligheidsplan-vastgesteld@1')).toMatchObject({ onderdelen: null });
  });

  const bekend = examples.filter(({ type }) => soortenVan(type).length > 0);
  it.each(bekend.map((example) => [example.type, example] as const))(
    'given the stored example of %s, then every field that a norm asks for by that name is read',
    (_, { type, data, geldigOp }) => {
      const gelezen = feitUitLog(feit(type, data, geldigOp))?.gebeurtenis as Record<string, unknown> | undefined;
      if (!gelezen) return expect(['machtiging.verzoek-ingediend']).toContain(zonderVersie(type));
      expect(GebeurtenisSchema.safeParse(gelezen).error?.issues).toBeUndefined();
      // That the choice was for jeugdhulpPlus, its variant says.
      const kwijt = Object.entries(data).filter(
        ([veld, waarde]) => waarde !== null && waarde !== 'jhp' && veld in gelezen && gelezen[veld] === null,
      );
      expect(kwijt.map(([veld]) => veld)).toEqual([]);
    },
  );
});

describe('the facts of one traject', () => {
  const id = (naam: string): string => deriveId('machtiging', naam);
  const aangemeld = feit('traject.aangemeld@1', { urgentie: 'regulier' }, '2026-01-05T09:00:00.000Z');
  const opname = (machtigingId: string | null) =>
    feit('traject.opname-gestart@1', { voorzieningId: 'v1', variant: 'kib', machtigingId }, '2026-01-20T09:00:00.000Z');
  const uitstroom = feit('traject.uitstroom-gerealiseerd@1', {}, '2026-06-01T09:00:00.000Z');
  const verzoek = (naam: string, soort: string, op: string): LogFeit =>
    feit('machtiging.verzoek-ingediend@2', { machtigingId: id(naam), soort }, op);
  const verleend = (naam: string, op: string): LogFeit => feit('machtiging.verleend@1', { machtigingId: id(naam) }, op);
  const uit = (historie: Partial<TrajectHistorie>) =>
    trajectFeiten({
      ...{ traject: [aangemeld], machtigingen: [], geboortedatum: null },
      aanbieders: new Map([['v1', 'aanbieder-noord']]),
      ...historie,
    });
  const bij = (historie: Partial<TrajectHistorie>) => uit(historie).feiten;
  const soortBij = (historie: Partial<TrajectHistorie>): unknown => {
    const verzocht = bij(historie).find(({ gebeurtenis }) => gebeurtenis.type === 'PlaatsingVerzocht');
    return (verzocht!.gebeurtenis as { machtigingSoort?: unknown }).machtigingSoort;
  };
  const spoed = [verzoek('spoed', 'SPOED', '2026-01-06T09:00:00.000Z'), verleend('spoed', '2026-01-06T12:00:00.000Z')];
  const mgj = [verzoek('mgj', 'MGJ', '2026-01-15T09:00:00.000Z')];

  it('given nothing of a machtiging and no opname, then it is not known on which kind was placed', () => {
    expect(soortBij({})).toBeNull();
  });
  it('given an opname and no machtiging at all, then it was on none', () => {
    expect(soortBij({ traject: [aangemeld, opname(null)] })).toBe('geen');
  });
  it('given two machtigingen, then that of the opname says the kind, and its request is named', () => {
    const historie = { traject: [aangemeld, opname(id('spoed'))], machtigingen: [spoed, mgj] };
    expect(soortBij(historie)).toBe('SPOED');
    expect(bij(historie)[0]!.ids).toEqual([aangemeld.id, spoed[0]!.id]);
  });
  it('given an opname that names none, then the last request before it says the kind', () => {
    const later = [verzoek('later', 'VMGJ', '2026-02-15T09:00:00.000Z')];
    expect(soortBij({ traject: [aangemeld, opname(null)], machtigingen: [later, spoed, mgj] })).toBe('MGJ');
  });
  it.each(['traject.uitstroom-gerealiseerd', 'traject.geeindigd-na-onttrekking', 'traject.variant-beeindigd'])(
    'given a machtiging asked for after %s, then it is of another traject',
    (einde) => {
      const later = [verzoek('later', 'SPOED', '2026-07-01T09:00:00.000Z')];
      const traject = [aangemeld, feit(`${einde}@1`, {}, '2026-06-01T09:00:00.000Z')];
      expect([soortBij({ traject, machtigingen: [later] }), soortBij({ machtigingen: [later] })]).toEqual([
        null,
        'SPOED',
      ]);
    },
  );
  it('given a machtiging of before the aanmelding or after the uitstroom, then it is of another traject, unless named', () => {
    const eerder = [
      verzoek('eerder', 'SPOED', '2025-12-01T09:00:00.000Z'),
      verleend('eerder', '2025-12-02T09:00:00.000Z'),
    ];
    const later = [verzoek('later', 'SPOED', '2026-07-01T09:00:00.000Z')];
    const soorten = (machtigingId: string | null) =>
      bij({ traject: [aangemeld, opname(machtigingId), uitstroom], machtigingen: [eerder, later] }).map(
        ({ gebeurtenis }) => gebeurtenis.type,
      );
    expect(soorten(null)).toEqual(['PlaatsingVerzocht', 'OpnameGestart', 'UitstroomGerealiseerd']);
    expect(soorten(id('eerder'))).toContain('BeschikkingGegeven');
  });

  it.each([
    ['who asked for the plaatsing', 'jb-007', 'AFWIJKING'],
    ['somebody else', 'gw-002', 'VOLDAAN'],
  ])('given a bloedspoed that %s confirms, then O4: %s %s', (_, beoordelaar, uitkomst) => {
    const spoedig = feit('traject.aangemeld@2', { urgentie: 'bloedspoed', aanmelder: 'gi-jb-west' });
    const rest = { functie: 'gedragswetenschapper', gronden: ['gevaar'], uitkomst: 'positief' };
    const beoordeeld = feit('traject.bloedspoed-beoordeeld@1', { ...rest, beoordelaar }, '2026-01-09T10:00:00.000Z');
    const gelezen = uit({ traject: [spoedig, beoordeeld, opname(null)] });
    const alle = beoordeel({ ...gelezen, isVoor: false }, normenkader, '2026-01-21T00:00:00.000Z');
    expect(alle.find(({ norm }) => norm === 'O4')!.uitkomst).toBe(uitkomst);
  });

  it('given who absconded in week three and did not come back, then neither B3 nor O3 is held against it later', () => {
    const weg = feit('traject.geeindigd-na-onttrekking@1', {}, '2026-02-05T09:00:00.000Z');
    const gelezen = uit({ traject: [aangemeld, opname(null), weg] });
    const alle = beoordeel({ ...gelezen, isVoor: false }, normenkader, '2026-06-01T00:00:00.000Z');
    const van = (id: string) => alle.find(({ norm }) => norm === id)!;
    expect([van('B3').uitkomst, van('O3').uitkomst]).toEqual(['NIET_VAN_TOEPASSING', 'NIET_VAN_TOEPASSING']);
    expect(van('O3').feiten).toContain(weg.id);
    expect(van('B7').isAanDeOrde).toBe(false);
  });

  it('given two incidents without a veiligheidsplan, then B6 is deviated from at the opname and at each of them', () => {
    const incident = (op: string) => feit('traject.incident-gemeld@1', { soort: 'agressie' }, op);
    const incidenten = [incident('2026-02-02T09:00:00.000Z'), incident('2026-05-04T09:00:00.000Z')];
    const gelezen = uit({ traject: [aangemeld, opname(null), ...incidenten] });
    const B6 = (op: string) =>
      beoordeel({ ...gelezen, isVoor: false }, normenkader, op).find(({ norm }) => norm === 'B6')!.gevallen;
    expect(B6('2026-03-01T00:00:00.000Z')).toEqual([opname(null).id, incidenten[0]!.id]);
    expect(B6('2026-06-01T00:00:00.000Z')).toEqual([opname(null).id, ...incidenten.map(({ id }) => id)]);
  });

  it.each([
    ['B1', 'traject.overgeplaatst@1', { reden: null }],
    ['B2', 'traject.plan-vastgesteld@1', { versie: 1 }],
    ['B5', 'traject.medewerker-ingezet@1', { registratie: 'geen' }],
  ])('given a deviation from %s at %s, then that is where it was', (norm, type, data) => {
    const buiten = feit('traject.variant-gestart@1', { variant: 'ambulant' }, '2026-01-10T09:00:00.000Z');
    const zonder = { versie: 1, met: { jeugdige: 'afwezig', netwerk: [] } };
    const besproken = feit('traject.plan-besproken@1', zonder, '2026-01-14T09:00:00.000Z');
    const fout = feit(type, data, '2026-01-15T09:00:00.000Z');
    const gelezen = uit({ traject: [aangemeld, buiten, besproken, fout] });
    const alle = beoordeel({ ...gelezen, isVoor: false }, normenkader, '2026-02-01T00:00:00.000Z');
    expect(alle.find((een) => een.norm === norm)).toMatchObject({ uitkomst: 'AFWIJKING', gevallen: [fout.id] });
  });

  it('given a norm that looks at a traject as a whole, then a deviation is at no fact of its own', () => {
    const alle = beoordeel(
      { ...uit({ traject: [aangemeld, opname(null)] }), isVoor: false },
      normenkader,
      '2026-06-01T00:00:00.000Z',
    );
    expect(alle.find(({ norm }) => norm === 'O3')).toMatchObject({ uitkomst: 'AFWIJKING', gevallen: [GEHEEL] });
    expect(alle.find(({ norm }) => norm === 'O1')).toMatchObject({ uitkomst: 'VOLDAAN', gevallen: [] });
  });

  const facts = uit({ traject: [aangemeld, opname(null)] });
  const zegt = (norm: string, peilmoment: string, isVoor = false) =>
    beoordeel({ ...facts, isVoor }, normenkader, peilmoment).find((een) => een.norm === norm)!;

  it('given an aanbieder with an office day of its own, then its opname is held against that', () => {
    const vroeg = feit('traject.opname-gestart@1', { voorzieningId: 'v1', variant: 'kib' }, '2026-01-20T06:00:00.000Z');
    const O1 = (aanbieder: string) => {
      const gelezen = uit({ traject: [aangemeld, vroeg], aanbieders: new Map([['v1', aanbieder]]) });
      const eigen = { [aanbieder]: { kantoortijd: { van: '07:00', tot: '15:00' } } };
      const versies = normenkader.versies.map((versie) => ({
        ...versie,
        instellingen: { ...versie.instellingen, perAccommodatie: aanbieder === 'aanbieder-noord' ? eigen : {} },
      }));
      const alle = beoordeel({ ...gelezen, isVoor: false }, { ...normenkader, versies }, '2026-01-21T00:00:00.000Z');
      return alle.find(({ norm }) => norm === 'O1')!.uitkomst;
    };
    expect([O1('aanbieder-noord'), O1('aanbieder-zuid')]).toEqual(['VOLDAAN', 'AFWIJKING']);
  });

  it('names the facts that a norm looked at, and only those up to the moment of asking', () => {
    const dag = '2026-01-21T00:00:00.000Z';
    expect(zegt('O1', dag)).toMatchObject({ uitkomst: 'VOLDAAN', isAanDeOrde: true, feiten: [opname(null).id] });
    expect(zegt('O4', dag).feiten).toEqual([aangemeld.id, opname(null).id]);
    expect(zegt('O4', '2026-01-10T00:00:00.000Z')).toMatchObject({ isAanDeOrde: false, feiten: [aangemeld.id] });
    expect(zegt('B7', dag)).toMatchObject({ isAanDeOrde: false, feiten: [] });
  });

  it('given a term, then the same facts say another thing once it is over', () => {
    expect(zegt('O3', '2026-04-20T21:59:00.000Z')).toMatchObject({ uitkomst: 'NIET_TE_BEPALEN' });
    expect(zegt('O3', '2026-04-20T22:00:00.000Z')).toMatchObject({ uitkomst: 'AFWIJKING' });
  });

  it('given a traject of before the normenkader, then nothing of it is recorded', () => {
    expect(isVoorNormenkader('2020-10-11T21:59:59.999Z', normenkader)).toBe(true);
    expect(isVoorNormenkader('2020-10-11T22:00:00.000Z', normenkader)).toBe(false);
    const alle = beoordeel({ ...facts, isVoor: true }, normenkader, '2026-05-01T00:00:00.000Z');
    expect(alle.map(({ norm }) => norm)).toEqual(NORM_IDS);
    for (const een of alle) expect(een).toMatchObject({ uitkomst: 'NIET_VAN_TOEPASSING', isAanDeOrde: false });
  });

  it('given a traject of before the normenkader, then a terugblik holds nothing against it that nobody had to record', () => {
    const nacht = feit('traject.opname-gestart@1', { voorzieningId: 'v1', variant: 'kib' }, '2019-03-05T22:00:00.000Z');
    const over = feit('traject.overgeplaatst@1', { reden: null }, '2019-04-05T10:00:00.000Z');
    const toen = { ...aangemeld, geldigOp: '2019-03-01T09:00:00.000Z' };
    const { feiten } = uit({ traject: [toen, nacht, over] });
    expect(terugblik({ feiten, geboortedatum: null }, normenkader, '2020-01-01T00:00:00.000Z')).toMatchObject([
      { norm: 'O1', uitkomst: 'AFWIJKING', terugblik: true, feiten: [nacht.id], gevallen: [nacht.id] },
    ]);
  });

  it('given a second deviation in a later quarter, then a terugblik has each in its own, and what goes on in none', () => {
    const toen = { ...aangemeld, geldigOp: '2019-03-01T09:00:00.000Z' };
    const besproken = (versie: number, op: string) => [
      feit('traject.plan-vastgesteld@1', { versie }, op),
      feit('traject.plan-besproken@1', { versie, met: { jeugdige: 'afwezig', netwerk: ['oma'] } }, op),
    ];
    const plannen = [besproken(1, '2019-04-05T10:00:00.000Z'), besproken(2, '2019-08-06T10:00:00.000Z')];
    const gelezen = uit({ traject: [toen, ...plannen.flat()] });
    const in2019 = (kwartaal: number) =>
      afwijkingenIn(gelezen, normenkader, periodeVan(`2019-K${kwartaal}`)).map(({ norm, geval }) => [norm, geval]);
    expect([1, 2, 3, 4].map(in2019)).toEqual([[], [['B2', plannen[0]![0]!.id]], [['B2', plannen[1]![0]!.id]], []]);
  });

  it('given talks about a plan without a version, then a terugblik has them as one deviation of the whole, once', () => {
    const toen = { ...aangemeld, geldigOp: '2019-03-01T09:00:00.000Z' };
    const zonder = { versie: null, met: { jeugdige: 'afwezig', netwerk: ['oma'] } };
    const evaluatie = feit('traject.plan-geevalueerd@1', {}, '2019-04-05T10:00:00.000Z');
    const gesprekken = ['2019-04-05T10:00:00.000Z', '2019-08-06T10:00:00.000Z'].map((op) =>
      feit('traject.plan-besproken@1', zonder, op),
    );
    const gelezen = uit({ traject: [toen, evaluatie, ...gesprekken] });
    const in2019 = (kwartaal: number) => afwijkingenIn(gelezen, normenkader, periodeVan(`2019-K${kwartaal}`));
    expect([2, 3].map((kwartaal) => in2019(kwartaal).map(({ geval }) => geval))).toEqual([[GEHEEL], []]);
  });
});

describe('which norms an event concerns', () => {
  it('those that look at its kind', () => {
    expect(normenDieLezen(['PerspectiefVastgesteld'])).toEqual(['O3']);
    expect(normenDieLezen(['OpnameGestart'])).toEqual(['O1', 'O2', 'O3', 'O4', 'B1', 'B3', 'B4', 'B5', 'B6']);
    expect(normenDieLezen([])).toEqual([]);
  });
  it('every fact that decides, as the normenkader lists them, is one that the norm looks at', () => {
    for (const { id, nodig } of normenkader.versies[0]!.normen) {
      const soorten = nodig.map((naam) => naam.split('.')[0]!).filter((naam) => /^[A-Z]/.test(naam));
      expect(gelezenDoor(id as (typeof NORM_IDS)[number])).toEqual(expect.arrayContaining(soorten));
    }
  });
});
