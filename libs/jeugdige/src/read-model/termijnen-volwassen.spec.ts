import { describe, expect, it } from '@jest/globals';
import { dagVanLeeftijd, fold, plusDagen, VERNIETIGD } from '@regielijn/kern';
import fc from 'fast-check';
import { past } from '../../../kern/src/scenario.kit.js';
import { bewakingsregels, enige, vanRegel, wekt } from '../../../termijnen/src/bewaking.kit.js';
import { jeugdigeDecider } from '../domain/decide.js';
import { jeugdigeFeiten as feit } from '../domain/events.js';
import { type Dag, dossier, geregistreerd, jeugdigeId, op, regel } from '../domain/regie/regie.kit.js';
import { jeugdigeBewaking, jeugdigeTermijnen } from './termijnen.js';
import { geboortekwartaal } from './termijnen-volwassen.js';

/** Born on 15 June 2010: sixteen in the second quarter of 2026, registered on 1 January of that year. */
const na = (...dagen: readonly Dag[]) => jeugdigeTermijnen(dossier(...dagen).state, bewakingsregels);
const geboren = (geboortedatum: string, opDag = '2026-01-01') =>
  jeugdigeTermijnen(
    fold(jeugdigeDecider, past([feit.geregistreerd.of({ ...geregistreerd.data, geboortedatum })], op(opDag))),
    bewakingsregels,
  );
const LEVENSGEBIEDEN = ['support', 'wonen', 'school_werk', 'inkomen', 'welzijn'] as const;
const toekomstplan = (levensgebieden: readonly (typeof LEVENSGEBIEDEN)[number][] = LEVENSGEBIEDEN) =>
  feit.toekomstplanVastgesteld.of({
    ...{ jeugdigeId, plan: 'Een kamer en een baan.', metJeugdige: true },
    levensgebieden: [...levensgebieden],
  });
const woonplek = (woont: 'zelfstandig' | null) => feit.woonplekVastgelegd.of({ jeugdigeId, woont, toelichting: null });

describe('a toekomstplan from sixteen on (TOEKOMSTPLAN)', () => {
  it('given nobody made one, then it is asked for in the quarter of the sixteenth birthday, and told when that is over', () => {
    const termijn = enige(na(), 'TOEKOMSTPLAN');
    expect(termijn).toMatchObject({ begin: '2026-04-01', eind: '2026-06-30', opLeeftijd: 192, geslotenOp: null });
    expect(wekt(termijn)).toEqual(['vooraf 2026-04-01', 'verstreken 2026-07-01']);
  });

  it('given who is sixteen at the registration, then within three months of it', () => {
    const termijn = enige(geboren('2009-06-15'), 'TOEKOMSTPLAN');
    expect(termijn).toMatchObject({ begin: '2026-01-01', eind: '2026-04-01' });
    expect(termijn.opLeeftijd).toBeUndefined();
    expect(wekt(termijn)).toEqual(['verstreken 2026-04-02']);
  });

  it('given one on every levensgebied, then it is looked at again after half a year; one of before counts until sixteen', () => {
    expect(wekt(enige(na(['2026-05-01', toekomstplan()]), 'TOEKOMSTPLAN'))).toEqual(['verstreken 2026-11-02']);
    expect(wekt(enige(na(['2026-05-01', toekomstplan()], ['2026-09-01', toekomstplan()]), 'TOEKOMSTPLAN'))).toEqual([
      'verstreken 2027-03-02',
    ]);
    expect(wekt(enige(geboren('2014-06-15'), 'TOEKOMSTPLAN'))).toEqual(['vooraf 2030-04-01', 'verstreken 2030-07-01']);
    expect(enige(na(['2026-01-05', toekomstplan()]), 'TOEKOMSTPLAN').eind).toBe('2026-07-05');
  });

  it('given one that leaves a levensgebied out, then it is still asked for', () =>
    expect(enige(na(['2026-05-01', toekomstplan(['wonen'])]), 'TOEKOMSTPLAN').eind).toBe('2026-06-30'));
});

describe('a casusregisseur 18+ (CASUSREGISSEUR_18)', () => {
  it('given nobody was named, then three months before the quarter of seventeen and a half, in it, and after it', () => {
    const termijn = enige(na(), 'CASUSREGISSEUR_18');
    expect(termijn).toMatchObject({ begin: '2027-07-01', eind: '2027-12-31', opLeeftijd: 210 });
    expect(wekt(termijn)).toEqual(['vooraf 2027-07-01', 'vooraf 2027-10-01', 'verstreken 2028-01-01']);
  });

  it('given one, then it is closed since then', () => {
    const aangewezen = feit.casusregisseurAangewezen.of({
      jeugdigeId,
      organisatie: 'gemeente-0599',
      medewerker: 'cr-1',
    });
    expect(enige(na(['2026-03-02', aangewezen]), 'CASUSREGISSEUR_18')).toMatchObject({
      ...{ geslotenOp: op('2026-03-02'), momenten: [] },
    });
  });
});

describe('the eighteenth birthday (ACHTTIEN)', () => {
  it('given no address for then, then it is told at least three months ahead', () => {
    const termijn = enige(na(), 'ACHTTIEN');
    expect(termijn).toMatchObject({ begin: '2028-01-01', eind: '2028-06-30', voor: ['casusregie', 'systeemregie'] });
    expect(wekt(termijn)).toEqual(['vooraf 2028-01-01', 'vooraf 2028-04-01', 'verstreken 2028-07-01']);
  });

  it('given that there is no address, then it stays open; given one, then it is closed, until that falls through', () => {
    const geen: Dag = ['2026-03-02', woonplek(null)];
    const wel: Dag = ['2026-04-02', woonplek('zelfstandig')];
    expect(enige(na(geen), 'ACHTTIEN').geslotenOp).toBeNull();
    expect(enige(na(geen, wel), 'ACHTTIEN').geslotenOp).toBe(op('2026-04-02'));
    expect(enige(na(wel, ['2026-05-02', woonplek(null)]), 'ACHTTIEN').geslotenOp).toBeNull();
  });

  it.each([
    ['after the warning', '2008-05-15', ['vooraf 2026-02-01', 'vooraf 2026-04-01', 'verstreken 2026-07-01']],
    ['in the quarter itself', '2008-02-15', ['vooraf 2026-02-01', 'verstreken 2026-04-01']],
    ['when the quarter was over', '2007-02-15', ['verstreken 2026-02-02']],
  ])('given who was registered %s, then what was missed is told at once', (_, geboortedatum, gewekt) =>
    expect(wekt(enige(geboren(geboortedatum, '2026-02-01'), 'ACHTTIEN'))).toEqual(gewekt),
  );
});

describe('no machtiging half a year after the eighteenth birthday (D13)', () => {
  it('given that one was granted, then it is told ahead, in the quarter and after it, and it cannot wait', () => {
    const termijn = enige(na(['2026-02-02', regel(['2026-02-02', 'GI'])]), 'D13');
    expect(termijn).toMatchObject({
      ...{ begin: '2028-07-01', eind: '2028-12-31', opLeeftijd: 222, pauzeerbaar: false },
      artikel: 'Jeugdwet art. 6.1.2 lid 4 onder d',
    });
    expect(wekt(termijn)).toEqual(['vooraf 2028-07-01', 'vooraf 2028-10-01', 'verstreken 2029-01-01']);
  });

  it('given that none was, then there is nothing to end', () => expect(vanRegel(na(), 'D13')).toEqual([]));
});

describe('what these terms give away', () => {
  const dagVanGeboorte = fc.integer({ min: 0, max: 12 * 365 }).map((n) => plusDagen('2004-01-01', n));

  it('given two of the same quarter of birth, then their terms are the same', () => {
    fc.assert(
      fc.property(dagVanGeboorte, (geboortedatum) => {
        const kwartaal = geboortekwartaal(geboortedatum) as string;
        expect(kwartaal).toMatch(/-(01|04|07|10)-01$/);
        expect(geboren(geboortedatum, '2020-01-15')).toEqual(geboren(kwartaal, '2020-01-15'));
      }),
    );
  });

  it('given any day of birth, then the day itself lies in the quarter that ends with the term', () => {
    fc.assert(
      fc.property(dagVanGeboorte, (geboortedatum) => {
        for (const { opLeeftijd, eind } of geboren(geboortedatum, '2004-01-01'))
          if (opLeeftijd !== undefined)
            expect(geboortekwartaal(dagVanLeeftijd(geboortedatum, opLeeftijd))).toBe(geboortekwartaal(eind));
      }),
    );
  });

  it('given a corrected geboortedatum, then the same terms move', () => {
    const [eerst, later] = [enige(geboren('2010-06-15'), 'ACHTTIEN'), enige(geboren('2011-06-15'), 'ACHTTIEN')];
    expect(later.id).toBe(eerst.id);
    expect([eerst.eind, later.eind]).toEqual(['2028-06-30', '2029-06-30']);
  });

  it('given a geboortedatum that cannot be read, then the list says that, nobody is told, and nothing else is asked', () => {
    const [termijn, ...rest] = geboren(VERNIETIGD);
    expect(rest).toEqual([]);
    expect(termijn).toMatchObject({ regel: 'GEBOORTEDATUM', eind: '2026-01-01', voor: ['casusregie', 'systeemregie'] });
    expect(termijn).toMatchObject({ momenten: [], geslotenOp: null, pauzeerbaar: false });
    expect(geboortekwartaal(VERNIETIGD)).toBe(VERNIETIGD);
  });

  it('given a dossier that was destroyed, then the ledger keeps nothing of it', () => {
    const vernietigd = feit.vernietigd.of({ jeugdigeId, grond: 'verzoek_betrokkene' });
    const stand = past([geregistreerd, vernietigd]).reduce<ReturnType<typeof jeugdigeBewaking.evolve>>(
      (tot, feitNu) => jeugdigeBewaking.evolve(tot, feitNu as never),
      null,
    );
    expect(stand).toBeNull();
  });
});
