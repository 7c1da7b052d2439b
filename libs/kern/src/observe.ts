/** A piece of work as a process counts and traces it. Names of code only, never an id or anything about a person. */
export interface Observed {
  /** A command or query at the gate, or an append to the log. */
  readonly soort: 'opdracht' | 'vraag' | 'append';
  /** The name of the command or query; of an append the kind of stream. */
  readonly naam: string;
  readonly correlationId?: string;
}

/** Does the work and passes on what comes of it, answer or failure, unchanged. */
export type Observe = <T>(observed: Observed, work: () => Promise<T>) => Promise<T>;

/** For a process that nobody watches. */
export const unobserved: Observe = (_, work) => work();
