import { describe, expect, it } from '@jest/globals';
import { checkLengths } from './config-agreement.js';
import { readRules } from './config-files.js';

const { normenkader, termijnen } = readRules();
const metNormen = (wijziging: object) => {
  const { versies } = normenkader;
  const versie = { ...versies[0]!, instellingen: { ...versies[0]!.instellingen, ...wijziging } };
  return { ...normenkader, versies: [versie, ...versies.slice(1)] };
};
const metVersie = (regel: 'O3' | 'MOT', vanaf: string, waarden: object) => {
  const [eerste] = termijnen.regels[regel].versies;
  const versies = [...termijnen.regels[regel].versies, { ...eerste, vanaf, waarden }];
  return { ...termijnen, regels: { ...termijnen.regels, [regel]: { ...termijnen.regels[regel], versies } } } as never;
};
const melding = (...bestanden: Parameters<typeof checkLengths>): unknown => {
  try {
    checkLengths(...bestanden);
  } catch (error) {
    return error;
  }
  return null;
};

describe('the lengths that stand in two rule files', () => {
  it('given those of the project, then they agree', () => {
    expect(melding(normenkader, termijnen)).toBeNull();
  });

  it.each([
    ['perspectiefMaanden', 4, 'O3.termijn'],
    ['perspectiefWaarschuwingWeken', 9, 'O3.waarschuwing'],
    ['onderwijsWeken', 5, 'B3.termijn'],
    ['nazorgMaanden', 11, 'B7.termijn'],
    ['nazorgVoortgangMaanden', [2, 6, 9], 'B7.m3'],
    ['nazorgVoortgangMaanden', [3, 5, 9], 'B7.m6'],
    ['nazorgVoortgangMaanden', [3, 6], 'B7.m9'],
    ['motivatieWerkdagen', 6, 'MOT.termijn'],
  ])('given another %s in the normenkader (%j), then both places are named', (instelling, waarde, regel) => {
    expect(melding(metNormen({ [instelling]: waarde }), termijnen)).toMatchObject({
      code: 'CONFIG_ONEENS',
      message: expect.stringContaining(instelling),
      data: { bestanden: ['config/normenkader.json', 'config/termijnen.json'], regel, dag: '2020-10-12' },
    });
  });

  it('given a later version of a term that nobody told the normenkader, then its first day is named', () => {
    const duur = { aantal: 10, eenheid: 'werkdagen', tekst: '10 werkdagen' };
    const fout = melding(normenkader, metVersie('MOT', '2027-01-01', { termijn: duur }));
    expect(fout).toMatchObject({ code: 'CONFIG_ONEENS', data: { dag: '2027-01-01', regel: 'MOT.termijn' } });
    expect((fout as Error).message).toContain('10 werkdagen');
  });
});
