import { describe, expect, it } from '@jest/globals';
import { antwoordNormToets, type NormAntwoord } from '../norm-antwoord.js';
import { normenkaderVanHetProject } from '../normenkader.kit.js';
import { NORM_IDS, NormVraagSchema } from './feiten.js';
import { CODENAAM, scenariosVan } from './scenarios.kit.js';

const normenkader = normenkaderVanHetProject();

/** The day on which the scenarios are asked; each says itself at which moment it looks. */
const vandaag = '2030-01-01';

describe.each(NORM_IDS)('norm %s', (norm) => {
  it.each(scenariosVan(norm).map((scenario) => [scenario.titel, scenario] as const))('%s', (_, scenario) => {
    const vraag = NormVraagSchema.parse({ norm, ...scenario.feiten });
    const { uitkomst, ontbreekt, uitleg } = antwoordNormToets(vraag, normenkader, vandaag) as NormAntwoord;
    expect({ uitkomst, uitleg }).toEqual({
      uitkomst: scenario.uitkomst,
      uitleg: scenario.uitleg ?? expect.stringMatching(/\S/),
    });
    expect(uitleg).not.toMatch(CODENAAM);
    if (scenario.ontbreekt) expect([...ontbreekt].sort()).toEqual([...scenario.ontbreekt].sort());
    expect(scenario.bron).not.toBe('');
  });

  it('has a scenario for each of the four outcomes, and no title twice', () => {
    const scenarios = scenariosVan(norm);
    expect(new Set(scenarios.map(({ uitkomst }) => uitkomst)).size).toBe(4);
    expect(new Set(scenarios.map(({ titel }) => titel)).size).toBe(scenarios.length);
  });
});
