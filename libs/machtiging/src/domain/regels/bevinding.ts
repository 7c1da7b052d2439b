/**
 * What a rule has to say about a request. `weigering`: the law forbids it, so a decision is refused and a fact is recorded
 * with this flag. `signaal`: the law does not settle it, or a fact is missing; somebody should look.
 */
export interface Bevinding {
  readonly gevolg: 'weigering' | 'signaal';
  readonly code: string;
  readonly zin: string;
  readonly artikel: string;
}

export const weigering = (code: string, zin: string, artikel: string): Bevinding => ({
  gevolg: 'weigering',
  code,
  zin,
  artikel,
});

export const signaal = (code: string, zin: string, artikel: string): Bevinding => ({
  gevolg: 'signaal',
  code,
  zin,
  artikel,
});
