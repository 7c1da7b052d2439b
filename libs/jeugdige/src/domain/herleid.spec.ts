import { describe, expect, it } from '@jest/globals';
import { deriveId, OVERIG } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { jeugdigeFeiten as feit } from './events.js';
import type { JeugdigeEvent } from './events.js';
import { herleid, strijdig, strijdigeRegie } from './herleid.js';
import { aangeboden, aanvaard, gemeente, gi, jeugdigeId, overdrachtId } from './regie/regie.kit.js';

type Registratie = Parameters<typeof feit.geregistreerd.of>[0];

/** Registered on 1 March 2026. */
const geregistreerd = (changes: Partial<Registratie> = {}) =>
  past([
    feit.geregistreerd.of({
      ...{ jeugdigeId: deriveId('jeugdige'), bsn: '999900006', naam: 'Robin Voorbeeld', geboortedatum: '2010-05-01' },
      ...{ geslacht: 'x', gemeentecode: '0599', overigReden: null, regio: 'rijnmond' },
      casusregie: { soort: 'gemeente', organisatie: 'gemeente-0599' },
      ...changes,
    }),
  ]);
const regioVan = (code: string): string | null => ({ '0599': 'rijnmond', '0518': 'haaglanden' })[code] ?? null;
/** With what came after the registration, all on the same day. */
const daarna = (...events: readonly JeugdigeEvent[]) => [
  ...geregistreerd(),
  ...past([feit.gesloten.of({ jeugdigeId }), ...events]).slice(1),
];
const verhuisd = (changes: Partial<Parameters<typeof feit.verhuisd.of>[0]> = {}) =>
  feit.verhuisd.of({
    ...{ jeugdigeId, gemeentecode: '0518', overigReden: null, regio: 'haaglanden', vervallenOverdrachtId: null },
    gemeente: { soort: 'gemeente', organisatie: 'gemeente-0518' },
    ...changes,
  });
const zonderGemeente: Partial<Registratie> = { gemeentecode: null, overigReden: 'geen_verblijfsstatus' };

describe('what follows from the gemeente of a registration', () => {
  it('given another gemeente, then its region, and casusregie began there', () => {
    expect(herleid(geregistreerd({ gemeentecode: '0518' }), regioVan)).toEqual([
      {
        feit: eventId(0),
        velden: { regio: 'haaglanden', casusregie: { soort: 'gemeente', organisatie: 'gemeente-0518' } },
      },
    ]);
  });

  it('given none, then the region is overig, and casusregie stays as it was given', () => {
    expect(herleid(geregistreerd(zonderGemeente), regioVan)).toEqual([{ feit: eventId(0), velden: { regio: OVERIG } }]);
  });
});

describe('a registration that does not agree with itself', () => {
  const regels = (changes: Partial<Registratie>) =>
    strijdig(geregistreerd(changes), regioVan).map(({ regel }) => regel);

  it.each<[string, Partial<Registratie>]>([
    ['with a gemeente', {}],
    ['without one, and a reason', zonderGemeente],
    ['on the day of birth', { geboortedatum: '2026-03-01' }],
  ])('given one %s, then nothing is wrong', (_, changes) => expect(regels(changes)).toEqual([]));

  it.each<[string, Partial<Registratie>, string]>([
    ['before the birth', { geboortedatum: '2026-03-02' }, 'geboortedatum'],
    ['of somebody born in 1910', { geboortedatum: '1910-05-01' }, 'geboortedatum'],
    ['with a gemeente and a reason why there is none', { overigReden: 'onbekend' }, 'gemeente of reden'],
    ['without gemeente or reason', { gemeentecode: null }, 'gemeente of reden'],
    ['with a gemeente outside the landsdeel', { gemeentecode: '0014' }, 'gemeente geldig'],
  ])('given one %s, then that is named', (_, changes, regel) => expect(regels(changes)).toEqual([regel]));
});

describe('what follows from facts about regie', () => {
  it('given a move to another gemeente than was told, then region and holder follow', () => {
    expect(herleid(daarna(verhuisd({ gemeentecode: '0599' })), regioVan)[1]).toEqual({
      feit: eventId(1),
      velden: { regio: 'rijnmond', gemeente: { soort: 'gemeente', organisatie: 'gemeente-0599' } },
    });
  });

  it('given an offer, then its way follows from whom it was made to; an offer of before that stays unknown', () => {
    const terug = aangeboden(gemeente, gi);
    expect(herleid(daarna(terug), regioVan)[1]).toEqual({ feit: eventId(1), velden: { richting: 'terug' } });
    const oud = { ...terug, data: { ...terug.data, richting: null } };
    expect(herleid(daarna(oud), regioVan)).toHaveLength(1);
  });
});

describe('facts about regie that cannot stand together', () => {
  const wissel = feit.giGewisseld.of({ jeugdigeId, naar: 'gi-ander', medewerker: null, vervallenOverdrachtId: null });
  const nagekomen = feit.voorwaardeNagekomen.of({ jeugdigeId, overdrachtId, nummer: 1 });
  const regels = (...events: readonly JeugdigeEvent[]) => strijdigeRegie(daarna(...events)).map(({ regel }) => regel);

  it('given a change of GI, then a GI must have held casusregie', () => {
    expect(regels(aanvaard(), wissel)).toEqual([]);
    expect(regels(wissel)).toEqual(['gi voert regie']);
  });

  it('given a condition that was kept, then it must have been made', () => {
    expect(regels(aanvaard(gi, 'jb-1', ['Een plan.']), nagekomen)).toEqual([]);
    expect(regels(aanvaard(), nagekomen)).toEqual(['voorwaarde gesteld']);
  });

  it('given an afstemming, then the next one is not before it', () => {
    const afgestemd = (volgendeOp: string) =>
      feit.afstemmingVastgelegd.of({ jeugdigeId, organisaties: ['gi-demo'], afspraken: 'Naar school.', volgendeOp });
    expect(regels(afgestemd('2026-03-01'))).toEqual([]);
    expect(regels(afgestemd('2026-02-28'))).toEqual(['volgende afstemming']);
  });

  it('given a move, then it has a gemeente of that day or a reason', () => {
    const bij = (changes: Parameters<typeof verhuisd>[0]) =>
      strijdig(daarna(verhuisd(changes)), regioVan).map(({ regel }) => regel);
    expect(bij({})).toEqual([]);
    expect(bij({ gemeentecode: '0014' })).toEqual(['gemeente geldig']);
    expect(bij({ gemeentecode: null })).toEqual(['gemeente of reden']);
  });
});
