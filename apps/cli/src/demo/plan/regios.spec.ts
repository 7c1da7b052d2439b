import { describe, expect, it } from '@jest/globals';
import { gemeentenOp, landsdeelVan } from '@regielijn/kern';
import { zuidwestRegios } from './voorbeeld.kit.js';

describe('given the regions of Zuidwest', () => {
  const zuidwest = landsdeelVan(zuidwestRegios(), 'zuidwest');
  const codes = (regio: string, datum: string): string[] => gemeentenOp(zuidwest, regio, datum).map(({ code }) => code);

  it('when the gemeenten of 2020 are counted, then they are the 52 of the published table', () => {
    const aantallen = zuidwest.regios.map(({ id, naam }) => [naam, codes(id, '2020-01-01').length]);
    expect(Object.fromEntries(aantallen)).toEqual({
      Rijnmond: 15,
      Haaglanden: 10,
      'Midden-Holland': 5,
      'Holland-Rijnland': 12,
      'Zuid-Holland-Zuid': 10,
    });
  });

  it('when three gemeenten merge on 1 January 2023, then each code holds on its own side of that day', () => {
    const oud = ['0530', '0501', '0614'];
    expect(codes('rijnmond', '2022-12-31')).toEqual(expect.arrayContaining(oud));
    expect(codes('rijnmond', '2022-12-31')).not.toContain('1992');
    expect(codes('rijnmond', '2023-01-01')).toContain('1992');
    expect(codes('rijnmond', '2023-01-01').filter((code) => oud.includes(code))).toEqual([]);
    expect(zuidwest.regios.flatMap(({ id }) => codes(id, '2023-01-01'))).toHaveLength(50);
  });

  it('when the region is overig, then it has no gemeenten', () => {
    expect(codes('overig', '2019-01-01')).toEqual([]);
  });
});
