import { describe, expect, it } from '@jest/globals';
import { isWerkdag, plusDagen, plusWerkdagen } from '@regielijn/kern';
import fc from 'fast-check';
import { runs } from '../../kern/src/sequence.kit.js';
import { REGEL_IDS } from './config.js';
import { TermijnenSchema, TermijnVraagSchema } from './index.js';
import { regels, ruweRegels, scenarios, vraag } from './termijnen.kit.js';

describe('the whole answer', () => {
  it('given a term the Algemene termijnenwet moves, then both dates, the article, the why and the sources', () =>
    expect(vraag({ regel: 'D10', start: '2026-04-02', gebeurdOp: '2026-04-07', peildatum: '2026-04-05' })).toEqual({
      regel: 'D10',
      eind: '2026-04-06',
      atw: '2026-04-08',
      artikel: 'Jeugdwet art. 6.1.6 lid 6',
      uitleg:
        'Schriftelijk bericht over de opname, met redenen. 4 dagen na 2 april 2026 is 6 april 2026. Uiterlijk dan heeft de jeugdige het bericht. Verzoeker, advocaat en griffier krijgen zo snel mogelijk een afschrift. Met de Algemene termijnenwet: uiterlijk 8 april 2026.',
      lezing:
        'De strikte datum telt. De datum met de Algemene termijnenwet staat ernaast. Dagen die bij koninklijk besluit met een feestdag zijn gelijkgesteld, tellen als feestdag. De lijst is nog niet nagekeken in de Staatscourant.',
      geldig: true,
      opTijd: false,
      regelversie: '2024-01-01',
      bron: [
        'Jeugdwet (BWBR0034925), tekst van 2025, art. 6.1.6 lid 6',
        'Algemene termijnenwet (BWBR0002448) art. 1, 2 en 4. Keuze van dit project, voor te leggen aan een jurist',
        'Algemene termijnenwet (BWBR0002448) art. 3 lid 3',
      ],
    }));

  it('given a term of vrijheidsbeneming, then no second date, and why', () =>
    expect(vraag({ regel: 'D7', soort: 'MGJ', intrekking: '2026-03-10' })).toEqual({
      regel: 'D7',
      eind: '2026-03-24',
      atw: null,
      artikel: 'Jeugdwet art. 6.1.2 lid 7',
      uitleg:
        'Verval omdat de wettelijk vertegenwoordiger de instemming intrekt. De instemming is ingetrokken. 14 dagen na 10 maart 2026 is 24 maart 2026. Op die dag vervalt de machtiging. De Algemene termijnenwet verschuift dit niet: het gaat om vrijheidsbeneming.',
      lezing: 'Geen open punt.',
      regelversie: '2024-01-01',
      bron: [
        'Jeugdwet (BWBR0034925), tekst van 2025, art. 6.1.2 lid 7',
        'Algemene termijnenwet (BWBR0002448) art. 4 onder c',
      ],
    }));

  it('given a proposal of this project, then it says so and names no law', () =>
    expect(vraag({ regel: 'MOT', start: '2026-03-02' })).toMatchObject({
      artikel: 'Voorstel (geen wet of norm)',
      bron: [
        'Voorstel van dit project; geen wet of norm noemt deze termijn',
        expect.stringContaining('Het normenkader zegt niet welke feestdagen tellen'),
        'Algemene termijnenwet (BWBR0002448) art. 3 lid 3',
      ],
    }));

  it('given a term from before the law is known, then that is the answer', () =>
    expect(vraag({ regel: 'D1', start: '2019-03-01' })).toEqual({
      regel: 'D1',
      eind: null,
      atw: null,
      artikel: 'niet vastgelegd',
      uitleg:
        'Geldigheid van een machtiging gesloten jeugdhulp. Geen datum uit de wet: term van destijds niet vastgelegd, want de tekst van de wet zoals die gold vanaf 1 januari 2015 is hier niet bekend.',
      lezing: 'Geen open punt.',
      regelversie: '2015-01-01',
      bron: ['Jeugdwet (BWBR0034925), tekst vanaf 1 januari 2015: hier nog niet nagezocht'],
    }));

  it('given nothing asked beside the end, then nothing is answered beside it', () => {
    expect(Object.keys(vraag({ regel: 'D2', start: '2026-03-01' }))).toEqual([
      ...['regel', 'eind', 'atw', 'artikel', 'uitleg', 'lezing', 'regelversie', 'bron'],
    ]);
  });
});

describe('the why, sentence by sentence', () => {
  const mgj = { regel: 'D1', start: '2026-03-01' };
  const insluiting = { regel: 'D17', start: '2026-06-08T10:00:00+02:00' };
  it.each<[object, string]>([
    [mgj, 'Ten hoogste 1 jaar: 1 jaar na 1 maart 2026 is 1 maart 2027. Daarna geldt de machtiging niet meer.'],
    [{ ...mgj, geldigTot: '2027-03-01' }, 'De beschikking zegt: tot 1 maart 2027. De vroegste dag telt. Daarna geldt'],
    [{ ...mgj, geldigTot: '2027-03-02' }, 'De vroegste dag telt. Dat is langer dan de wet toelaat.'],
    [
      { ...mgj, geboortedatum: '2008-06-15' },
      'De jeugdige wordt op 15 juni 2026 achttien; 6 maanden na 15 juni 2026 is 15 december 2026.',
    ],
    [{ ...mgj, soort: 'SPOED' }, 'Deze regel gaat niet over een machtiging van de soort SPOED.'],
    [{ ...mgj, soort: 'SPOED', omgezetInMgj: true }, 'Deze regel gaat niet over een machtiging van de soort SPOED.'],
    [{ ...mgj, start: '2014-12-31' }, 'niet vastgelegd, want de Jeugdwet gold toen nog niet.'],
    [
      { ...mgj, start: '2019-03-01', geldigTot: '2019-09-01' },
      'is hier niet bekend. De beschikking zegt: tot 1 september 2019.',
    ],
    [
      { regel: 'D2', start: '2026-03-01', beslissingMgj: '2026-03-12' },
      'Op 12 maart 2026 is over de MGJ beslist. De spoedmachtiging eindigt dan. Een spoedmachtiging',
    ],
    [
      { regel: 'D2', start: '2026-03-01', beslissingMgj: '2026-03-29' },
      'Op 29 maart 2026 is over de MGJ beslist. De spoedmachtiging eindigt dan.',
    ],
    [
      { regel: 'D2', start: '2026-03-01', beslissingMgj: '2026-03-12', soortBeslissing: 'VERLEEND' },
      'Vanaf dan geldt de machtiging gesloten jeugdhulp.',
    ],
    [
      { regel: 'D8', start: '2026-03-01', beslissingMgj: '2026-03-12', soortBeslissing: 'AFGEWEZEN' },
      'Vanaf dan is er geen machtiging meer.',
    ],
    [
      { regel: 'D9', besluit: '2026-03-10', vmgjGeldigTot: '2026-06-01' },
      'Ten hoogste 6 maanden: 6 maanden na 10 maart 2026 is 10 september 2026. De voorwaardelijke machtiging loopt tot 1 juni 2026. De vroegste dag telt.',
    ],
    [
      { regel: 'D9', besluit: '2026-06-01', vmgjGeldigTot: '2026-06-01' },
      'De voorwaardelijke machtiging was op 1 juni 2026 al afgelopen.',
    ],
    [
      { regel: 'D13', geboortedatum: '2008-06-15' },
      'wordt op 15 juni 2026 achttien; 6 maanden na 15 juni 2026 is 15 december 2026. Daarna kan gesloten jeugdhulp niet meer.',
    ],
    [
      { regel: 'D13', geboortedatum: '2008-06-15', geldigTot: '2026-10-01' },
      'De beschikking zegt: tot 1 oktober 2026. De vroegste dag telt.',
    ],
    [{ regel: 'D5', geldigVan: '2026-01-15' }, '3 maanden na 15 januari 2026 is 15 april 2026.'],
    [
      { regel: 'D5', geldigVan: '2026-01-15', schorsingVanaf: '2026-02-20' },
      'De tenuitvoerlegging is geschorst. 3 maanden na 20 februari 2026 is 20 mei 2026.',
    ],
    [
      { regel: 'D5', geldigVan: '2026-01-15', soort: 'VMGJ' },
      'Een voorwaardelijke machtiging die niet is omgezet, vervalt hierdoor niet.',
    ],
    [{ regel: 'D6', besluit: '2026-03-10' }, 'De machtiging vervalt op de dag van het besluit: 10 maart 2026.'],
    [
      { regel: 'D6', besluit: '2026-03-10', verblijf: 'pleegouder' },
      'Het besluit gaat over verblijf bij een pleegouder. Daardoor vervalt de machtiging niet.',
    ],
    [
      { regel: 'D7', intrekking: '2026-03-10', geldigTot: '2026-03-20' },
      'Eerder nog eindigt de machtiging zelf: 20 maart 2026.',
    ],
    [
      { regel: 'D11', start: '2026-03-02', jeugdigeBinnen: false },
      'De jeugdige is niet binnen. Dan noemt de wet geen termijn.',
    ],
    [{ regel: 'D14', start: '2026-03-01' }, 'Met de Algemene termijnenwet: uiterlijk 13 april 2026.'],
    [
      { regel: 'D15', start: '2026-03-02', nr: 3 },
      '4 weken na 2 maart 2026 is 30 maart 2026. 2 keer 2 maanden na 30 maart 2026 is 30 juli 2026.',
    ],
    [{ regel: 'D15', start: '2019-03-02' }, 'De wet noemde toen geen termijn: zo vaak als nodig voor de jeugdige.'],
    [
      { regel: 'D16', start: '2026-06-08T10:00:00+02:00' },
      'Ten hoogste 3 dagen achter elkaar: tot 11 juni 2026 om 10:00 uur. Na 12 uur, 8 juni 2026 om 22:00 uur, is instemming van een gekwalificeerde gedragswetenschapper nodig.',
    ],
    [
      { ...insluiting, geboortedatum: '2010-05-01', noodsituatie: true },
      'Insluiting. Ten hoogste tot 9 juni 2026 om 10:00 uur. Een gedragswetenschapper beoordeelt',
    ],
    [
      { ...insluiting, geboortedatum: '2014-06-09' },
      'Insluiting mag niet bij een kind jonger dan 12 jaar. Stop de insluiting meteen.',
    ],
    [{ ...insluiting, noodsituatie: false }, 'Insluiting mag alleen in een noodsituatie. Stop de insluiting meteen.'],
    [{ ...insluiting, noodsituatie: true }, 'Of dit mag, is niet te zeggen zonder geboortedatum.'],
    [insluiting, 'Of dit mag, is niet te zeggen zonder geboortedatum en noodsituatie.'],
    [{ ...insluiting, verlengingen: 1 }, 'Niet bekend is wie verlengde; de verlenging telt daarom niet mee.'],
    [{ ...insluiting, verlengdDoor: 'groepsleider' }, 'Alleen een gekwalificeerde gedragswetenschapper mag verlengen.'],
    [{ ...insluiting, verlengingen: 2, verlengdDoor: 'gedragswetenschapper' }, 'Verlengen mag maar één keer.'],
    [
      { ...insluiting, verlengingen: 1, verlengdDoor: 'gedragswetenschapper' },
      'Eén keer verlengd door een gedragswetenschapper.',
    ],
    [
      { regel: 'D18', termijnEinde: '2026-03-16' },
      'De termijn in het plan eindigt 16 maart 2026. Is de maatregel dan niet afgebouwd, vraag dan advies.',
    ],
    [{ regel: 'D18', termijnEinde: '2026-03-16', afgebouwdOp: '2026-03-16' }, 'De maatregel was toen afgebouwd.'],
    [{ regel: 'D21' }, 'De wet zegt hoe vaak, maar niet vanaf welke dag. Noem de vorige keer.'],
    [
      { regel: 'D22', vorige: '2026-03-02' },
      '1 jaar na 2 maart 2026 is 2 maart 2027. Uiterlijk dan is de volgende analyse verstrekt. De Algemene termijnenwet verschuift dit niet: daarvoor is de termijn te lang.',
    ],
    [
      { regel: 'OVD', start: '2026-03-05' },
      'De Algemene termijnenwet verschuift dit niet: het is geen termijn uit een wet.',
    ],
  ])('given %j, then it says: %s', (feiten, zin) => expect(vraag(feiten).uitleg).toContain(zin));

  it('given no end, then nothing is said of what happens at it', () =>
    expect(vraag({ regel: 'D11', start: '2026-03-02', jeugdigeBinnen: false }).uitleg).toMatch(
      /Dan noemt de wet geen termijn\.$/,
    ));

  it('given a term that ends on a werkdag, then there is no second date to explain', () => {
    const antwoord = vraag({ regel: 'D10', start: '2026-03-02' });
    expect(antwoord).toMatchObject({ eind: '2026-03-06', atw: '2026-03-06' });
    expect(antwoord.uitleg).not.toContain('Met de Algemene termijnenwet');
  });

  it('given a measure of one day, then it is one day and not "1 dagen"', () => {
    const ruw = ruweRegels();
    Object.assign(ruw.regels.D16.versies[1]!, { waarden: { dagen: 1, toestemmingNaUren: 12 } });
    const { uitleg } = vraag({ regel: 'D16', start: '2026-06-08T10:00:00+02:00' }, TermijnenSchema.parse(ruw));
    expect(uitleg).toContain('Ten hoogste 1 dag achter elkaar: tot 9 juni 2026 om 10:00 uur.');
  });

  it('given no day to go by, then the last text of the law holds, however many there are', () => {
    const ruw = ruweRegels();
    ruw.regels.D21.versies.push({ ...ruw.regels.D21.versies[1]!, vanaf: '2026-01-01' });
    expect(vraag({ regel: 'D21' }, TermijnenSchema.parse(ruw)).regelversie).toBe('2026-01-01');
  });

  it('given a birthday before the law was there, then only the end date in the beschikking is known', () =>
    expect(vraag({ regel: 'D13', geboortedatum: '1996-06-15', geldigTot: '2014-10-01' })).toMatchObject({
      eind: '2014-10-01',
      artikel: 'niet vastgelegd',
    }));

  it('given the first evaluation without knowing the former, then no chain is spoken of', () => {
    expect(vraag({ regel: 'D15', start: '2026-03-02', nr: 2 }).lezing).toContain('uiterste dag van elke evaluatie');
    expect(vraag({ regel: 'D15', start: '2026-03-02', nr: 1 }).lezing).not.toContain('uiterste dag van elke evaluatie');
  });
});

describe('a machtiging that ends by itself before or after the instemming was withdrawn', () => {
  it.each([
    ['2026-03-23', true],
    ['2026-03-24', false],
    ['2026-03-25', false],
  ])('given one until %s and a lapse on 2026-03-24, then its own end comes first: %s', (geldigTot, eerder) =>
    expect(vraag({ regel: 'D7', intrekking: '2026-03-10', geldigTot }).uitleg.includes('Eerder nog')).toBe(eerder),
  );

  it('given no date in the beschikking, then nothing is said about it', () =>
    expect(vraag({ regel: 'D7', intrekking: '2026-03-10' }).uitleg).not.toContain('Eerder nog'));
});

describe('facts that change nothing', () => {
  it.each<[object, string]>([
    [
      { regel: 'D10', start: '2026-03-02', geboortedatum: '2010-05-01', soort: 'MGJ' },
      ' Niet gebruikt: soort, geboortedatum.',
    ],
    [{ regel: 'D5', geldigVan: '2026-03-02', geldigTot: '2026-05-01' }, ' Niet gebruikt: geldigTot.'],
    [{ regel: 'D17', start: '2026-03-02T10:00:00Z', nr: 2 }, ' Niet gebruikt: nr.'],
  ])('given %j, then they are named', (feiten, zin) => expect(vraag(feiten).uitleg.endsWith(zin)).toBe(true));

  it('given a fact that is not known, then it is no fact that was left aside', () =>
    expect(vraag({ regel: 'D10', start: '2026-03-02', soort: null }).uitleg).not.toContain('Niet gebruikt'));

  it.each(scenarios().filter(([, , { titel }]) => !titel.startsWith('Verval in 2019')))(
    'given %s: %s, then every fact was weighed',
    (_, __, { feiten }) => expect(vraag(feiten).uitleg).not.toContain('Niet gebruikt'),
  );
});

const dag = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));
const mag = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Questions of every kind, most of them strange, with the facts in an order that can be. */
const anyVraag = dag.chain((start) => {
  const later = (van: number, tot: number) => fc.integer({ min: van, max: tot }).map((n) => plusDagen(start, n));
  const moment = (datum: fc.Arbitrary<string>) =>
    fc.tuple(datum, fc.constantFrom('', 'T00:30:00+02:00', 'T23:30:00Z')).map((delen) => delen.join(''));
  return fc.record({
    regel: fc.constantFrom(...REGEL_IDS),
    kalender: mag(fc.constantFrom('atw', 'atw_zonder_goedevrijdag_5mei')),
    start: fc.constantFrom(start, `${start}T10:00:00Z`),
    soort: mag(fc.constantFrom('MGJ', 'SPOED', 'VMGJ')),
    soortBeslissing: mag(fc.constantFrom('VERLEEND', 'AFGEWEZEN')),
    verblijf: mag(fc.constantFrom('accommodatie', 'pleegouder')),
    aan: mag(fc.constantFrom('inspectie', 'gi_ouders')),
    verlengdDoor: mag(fc.constantFrom('gedragswetenschapper', 'groepsleider', '')),
    geboortedatum: later(-8000, -10),
    ...{ geldigVan: fc.constant(start), besluit: later(0, 50), intrekking: later(0, 50), vmgjGeldigTot: later(0, 400) },
    ...{ geldigTot: mag(later(0, 500)), beslissingMgj: mag(later(0, 60)), schorsingVanaf: mag(later(0, 60)) },
    ...{ laatsteTenuitvoerlegging: mag(later(-60, 60)), vorigeEvaluatie: mag(later(0, 60)), vorige: mag(later(0, 60)) },
    ...{ termijnEinde: mag(later(0, 60)), afgebouwdOp: mag(later(0, 60)), eenheid: fc.constantFrom('dagen', 'weken') },
    ...{ peildatum: mag(moment(later(-10, 500))), gebeurdOp: mag(moment(later(-10, 500))) },
    ...{ omgezetInMgj: mag(fc.boolean()), jeugdigeBinnen: mag(fc.boolean()), noodsituatie: mag(fc.boolean()) },
    ...{ nr: mag(fc.integer({ min: 1, max: 9 })), verlengingen: mag(fc.integer({ min: 0, max: 3 })) },
    aantal: fc.integer({ min: 1, max: 99 }),
  });
});

describe('any question the schema takes', () => {
  const geldigeVraag = anyVraag.filter((feiten) => TermijnVraagSchema.safeParse(feiten).success);
  const voorElke = (klopt: (feiten: Record<string, unknown>, antwoord: ReturnType<typeof vraag>) => void) =>
    fc.assert(
      fc.property(geldigeVraag, (feiten) => klopt(feiten, vraag(feiten))),
      runs(100),
    );

  it('then it has an answer with article, explanation, reading, version and source', () =>
    voorElke((_, { artikel, uitleg, lezing, regelversie, bron }) => {
      for (const tekst of [artikel, uitleg, lezing, regelversie, ...bron]) expect(tekst).toMatch(/\S/);
      expect(bron.length).toBeGreaterThan(0);
      expect(uitleg).not.toMatch(/undefined|null|NaN|Invalid/);
    }));

  it('then the date of the Algemene termijnenwet is a werkdag, never before the strict date', () =>
    voorElke((_, { eind, atw }) => {
      if (atw === null) return;
      expect(atw >= eind!).toBe(true);
      expect(isWerkdag(atw, 'atw', regels.gelijkgesteldeDagen)).toBe(true);
    }));

  it('then after the end nothing is geldig or in time, and a day before it nothing is too late', () =>
    voorElke((feiten, { eind }) => {
      if (eind === null) return;
      const op = (datum: string) => vraag({ ...feiten, peildatum: datum, gebeurdOp: datum });
      expect(op(plusDagen(eind, 1))).toMatchObject({ geldig: false, opTijd: false });
      expect(op(plusDagen(eind, -1)).opTijd).toBe(true);
    }));

  it('then peildatum and gebeurdOp change nothing else', () =>
    voorElke((feiten, { geldig: _, opTijd: __, ...antwoord }) =>
      expect(
        vraag({ ...feiten, peildatum: undefined, gebeurdOp: undefined, afgebouwdOp: feiten.afgebouwdOp }),
      ).toMatchObject(antwoord),
    ));

  it('then the answer carries no day of birth and no free text', () =>
    voorElke((feiten) => {
      const { geboortedatum } = feiten;
      const antwoord = JSON.stringify(vraag({ ...feiten, verlengdDoor: 'Jansen van de nachtdienst' }));
      expect(antwoord).not.toContain('Jansen');
      if (feiten.regel === 'D17') expect(antwoord).not.toContain(String(geboortedatum));
    }));
});

describe('a later begin', () => {
  const metStart = [
    'D1',
    'D2',
    'D3',
    'D4',
    'D8',
    'D10',
    'D11',
    'D12',
    'D14',
    'D15',
    'D19',
    'D20',
    'O3',
    'O4',
    'B3',
    'B7',
    'MOT',
    'OVD',
  ];

  it('then never gives an earlier end, with or without the Algemene termijnenwet', () =>
    fc.assert(
      fc.property(fc.constantFrom(...metStart), dag, fc.integer({ min: 1, max: 40 }), (regel, start, dagen) => {
        fc.pre(start >= '2024-01-01');
        const [eerder, later] = [vraag({ regel, start }), vraag({ regel, start: plusDagen(start, dagen) })];
        expect(later.eind! >= eerder.eind!).toBe(true);
        if (eerder.atw !== null) expect(later.atw! >= eerder.atw).toBe(true);
      }),
      runs(150),
    ));

  it('then a werkdag term holds as many werkdagen as it says', () =>
    fc.assert(
      fc.property(dag, (start) => {
        const { eind } = vraag({ regel: 'MOT', start });
        expect(eind).toBe(plusWerkdagen(start, 5, 'atw', regels.gelijkgesteldeDagen));
        expect(isWerkdag(eind!, 'atw', regels.gelijkgesteldeDagen)).toBe(true);
      }),
      runs(100),
    ));
});
