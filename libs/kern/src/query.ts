import type { z } from 'zod';
import type { Actor } from './command.js';

export interface QueryDefinition<N extends string = string, S extends z.ZodObject = z.ZodObject> {
  /** `<slice>.<wat>`: also the name that the access policy knows. */
  readonly naam: N;
  readonly omschrijving: string;
  readonly schema: S;
  /** The read models that its answer comes from; all of them when absent. `Lees-Na` waits for these only. */
  readonly leest?: readonly string[];
}

export interface Query<N extends string = string, D = unknown> {
  readonly naam: N;
  readonly data: D;
  readonly actor: Actor;
}

export interface QueryClass<Q extends Query = Query> {
  readonly definition: QueryDefinition;
  new (data: never, actor: Actor): Q;
}

/** Base class of a query: `class VraagDossier extends defineQuery<Dossier>()({ … }) {}`; `Answer` is what its handler gives. */
export const defineQuery =
  <Answer>() =>
  <const N extends string, S extends z.ZodObject>(definition: QueryDefinition<N, S>) =>
    class {
      static readonly definition = definition;
      readonly naam: N = definition.naam;
      /** Only for the type: what the handler answers. */
      declare readonly answer: Answer;

      constructor(
        readonly data: z.output<S>,
        readonly actor: Actor,
      ) {}
    };
