import { describe, expect, it } from '@jest/globals';
import { CodedError } from './coded-error.js';
import { gevolgenVan, metGevolg, type Strijd, weigerNieuweStrijd } from './gevolgen.js';
import { eventId, past } from './scenario.kit.js';

const feiten = past([
  { type: 'proef.geopend@1', data: { soort: 'a' } },
  { type: 'proef.geteld@1', data: { n: 2, dubbel: 4, lijst: [{ a: 1, b: 2 }] } },
]);
const telling = eventId(1);

const thrown = (work: () => unknown): CodedError => {
  try {
    work();
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('what follows from a correction', () => {
  it('given derived fields that are as they should be, then nothing follows, whatever the order of keys', () => {
    const velden = { dubbel: 4, lijst: [{ b: 2, a: 1 }] };
    expect(gevolgenVan(feiten, [{ feit: telling, velden }])).toEqual([]);
  });

  it('given a derived field that is not, then only that field is replaced', () => {
    expect(gevolgenVan(feiten, [{ feit: telling, velden: { dubbel: 6, n: 2 } }])).toEqual([
      { vervangt: telling, vervangtType: 'proef.geteld@1', velden: { dubbel: 6 } },
    ]);
  });

  const gevraagd = { vervangt: telling, vervangtType: 'proef.geteld@1', velden: { n: 3 } };

  it('given what was asked and what follows for the same fact, then they are one correction', () => {
    expect(metGevolg(gevraagd, { ...gevraagd, velden: { dubbel: 6 } }).velden).toEqual({ n: 3, dubbel: 6 });
    expect(metGevolg(gevraagd, undefined)).toEqual(gevraagd);
  });

  it('given a field that follows from others, when another value is asked for it, then that is refused', () => {
    const error = thrown(() => metGevolg(gevraagd, { ...gevraagd, velden: { n: 4 } }));
    expect([error.code, error.data]).toEqual(['VELD_VOLGT', { velden: ['n'] }]);
  });
});

describe('facts that cannot stand together', () => {
  const strijd = (feit: string, regel: string): Strijd => ({ feit, regel, zin: `Kijk ${regel} na.` });

  it('given a conflict that was there before, then a correction elsewhere is not held back by it', () => {
    expect(() => weigerNieuweStrijd([strijd('a', 'volgorde')], [strijd('a', 'volgorde')])).not.toThrow();
    expect(() => weigerNieuweStrijd([strijd('a', 'volgorde')], [])).not.toThrow();
  });

  it.each([
    ['another fact', strijd('b', 'volgorde')],
    ['another rule on the same fact', strijd('a', 'grond')],
  ])('given a conflict of %s, then the correction is refused with its sentence', (_, nieuw) => {
    const error = thrown(() => weigerNieuweStrijd([strijd('a', 'volgorde')], [strijd('a', 'volgorde'), nieuw]));
    expect([error.code, error.message, error.data]).toEqual([
      'FEITEN_IN_STRIJD',
      nieuw.zin,
      { feiten: [nieuw.feit], regels: [nieuw.regel] },
    ]);
  });
});
