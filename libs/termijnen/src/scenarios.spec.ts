import { describe, expect, it } from '@jest/globals';
import { REGEL_IDS } from './config.js';
import { scenarios, vraag } from './termijnen.kit.js';

describe('scenarios that a lawyer can read', () => {
  it.each(scenarios())('%s: %s', (_, __, { feiten, uitkomst }) => {
    const antwoord: Readonly<Record<string, unknown>> = { ...vraag(feiten) };
    const gegeven = Object.fromEntries(Object.keys(uitkomst).map((veld) => [veld, antwoord[veld] ?? null]));
    expect(gegeven).toEqual(uitkomst);
  });

  it('given every rule, then it has a scenario with an end', () => {
    const metEind = new Set(scenarios().map(([, , { feiten, uitkomst }]) => (uitkomst.eind ? feiten.regel : null)));
    expect(REGEL_IDS.filter((regel) => !metEind.has(regel))).toEqual([]);
  });

  it('given every scenario, then its source is named', () => {
    expect(scenarios().filter(([, , { bron }]) => bron === '')).toEqual([]);
  });
});
