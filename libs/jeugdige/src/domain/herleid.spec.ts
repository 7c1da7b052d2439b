import { describe, expect, it } from '@jest/globals';
import { deriveId, OVERIG } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { jeugdigeFeiten as feit } from './events.js';
import { herleid, strijdig } from './herleid.js';

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
    ['with a gemeente and a reason why there is none', { overigReden: 'onbekend' }, 'gemeente of reden'],
    ['without gemeente or reason', { gemeentecode: null }, 'gemeente of reden'],
    ['with a gemeente outside the landsdeel', { gemeentecode: '0014' }, 'gemeente geldig'],
  ])('given one %s, then that is named', (_, changes, regel) => expect(regels(changes)).toEqual([regel]));
});
