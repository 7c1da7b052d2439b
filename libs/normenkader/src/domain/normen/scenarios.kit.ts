import { readFileSync } from 'node:fs';

/** What a norm says about made-up facts, as somebody who knows the law can read and check it. */
interface Scenario {
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

/** What a caseworker should not have to read: `OpnameGestart.tijdstip`, `2026-01-12`, `school_werk`, a word that is missing. */
export const CODENAAM = /[a-z][A-Z]|[a-z]\.[a-z]|\d{4}-\d\d-\d\d|_|\*|undefined/;

/** Those of one norm, from the folder beside this file. */
export const scenariosVan = (norm: string): readonly Scenario[] =>
  JSON.parse(readFileSync(new URL(`./scenarios/${norm}.json`, import.meta.url), 'utf8')) as Scenario[];
