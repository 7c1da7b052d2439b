import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { regels, variantIn, vraag } from './triage.kit.js';

interface Scenario {
  readonly titel: string;
  readonly feiten: object;
  readonly uitkomst: {
    readonly past?: Record<string, string>;
    /** Ids of the criteria that fail. */
    readonly nee?: Record<string, string[]>;
    readonly contraIndicaties?: Record<string, string[]>;
    readonly ontbreekt?: Record<string, string[]>;
    readonly metBed?: string;
    readonly voorstel?: string[];
    readonly signalen?: string[];
    readonly lichter?: Record<string, string>;
    readonly routes?: Record<string, string>;
    readonly routesOntbreekt?: Record<string, string[]>;
  };
  readonly bron: string;
}

const scenarios: Scenario[] = JSON.parse(readFileSync(new URL('./scenarios/triage.json', import.meta.url), 'utf8'));
const zonderLeeg = (delen: readonly (string | null)[]) => delen.filter((deel) => deel !== null).join(' ');

/** The answer in the shape of a scenario's outcome. */
const alsUitkomst = (feiten: object, verwacht: Scenario['uitkomst']): Scenario['uitkomst'] => {
  const antwoord = vraag(feiten);
  const per = <T>(ids: object | undefined, kies: (id: string) => T) =>
    ids && Object.fromEntries(Object.keys(ids).map((id) => [id, kies(id)]));
  const variant = (id: string) => variantIn(antwoord, id);
  const route = (id: string) => antwoord.routes.find((rij) => rij.id === id)!;
  const nee = (id: string) => variant(id).criteria.filter(({ uitkomst }) => uitkomst === 'nee');
  const velden = {
    past: per(verwacht.past, (id) => variant(id).past),
    nee: per(verwacht.nee, (id) => nee(id).map((criterium) => criterium.id)),
    contraIndicaties: per(verwacht.contraIndicaties, (id) => variant(id).contraIndicaties.map((contra) => contra.id)),
    ontbreekt: per(verwacht.ontbreekt, (id) => variant(id).ontbreekt),
    metBed: verwacht.metBed && variant('R1').vormen[0]!.past,
    voorstel: verwacht.voorstel && antwoord.voorstel.map(({ id, vorm }) => zonderLeeg([id, vorm])),
    signalen: verwacht.signalen && antwoord.signalen.map(({ code, over, veld }) => zonderLeeg([code, over, veld])),
    lichter:
      verwacht.lichter &&
      Object.fromEntries(antwoord.gekozen!.lichtereVarianten.map((rij) => [rij.variant, rij.passend])),
    routes: per(verwacht.routes, (id) => route(id).geldt),
    routesOntbreekt: per(verwacht.routesOntbreekt, (id) => route(id).ontbreekt),
  };
  return Object.fromEntries(Object.entries(velden).filter(([, veld]) => veld !== undefined));
};

describe('the triage, by the scenarios a lawyer can read', () => {
  it.each(scenarios)('$titel', ({ feiten, uitkomst }) => {
    expect(alsUitkomst(feiten, uitkomst)).toEqual(uitkomst);
  });

  it('given every scenario, then its source is one of the publications of the table', () => {
    const titels = Object.keys(regels.bronnen);
    const zonder = scenarios.filter(({ bron }) => !titels.some((titel) => bron.startsWith(`${titel}, `)));
    expect(zonder.map(({ titel }) => titel)).toEqual([]);
  });
});
