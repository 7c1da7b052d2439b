import { readFileSync } from 'node:fs';

/** What a norm says about made-up facts, as somebody who knows the law can read and check it. */
export interface Scenario {
  readonly titel: string;
  readonly feiten: {
    readonly peilmoment?: string;
    readonly gebeurtenissen: readonly { readonly type: string; readonly tijdstip?: string | null }[];
  };
  readonly uitkomst: string;
  /** Where it is given: what a caseworker reads. */
  readonly uitleg?: string;
  readonly ontbreekt?: readonly string[];
  readonly bron: string;
}

/** Those of one norm, from the folder beside this file. */
export const scenariosVan = (norm: string): readonly Scenario[] =>
  JSON.parse(readFileSync(new URL(`./scenarios/${norm}.json`, import.meta.url), 'utf8')) as Scenario[];
