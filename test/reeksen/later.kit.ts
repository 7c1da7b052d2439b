/** A value that is only known when the command is given: by what there is then, or by the day on which it is. */
export type Later =
  | { readonly kies: 'id'; readonly nr: number; readonly fout: boolean }
  | { readonly kies: 'dag'; readonly dagen: number }
  | { readonly kies: 'uur'; readonly uren: number }
  | { readonly kies: 'velden'; readonly zaad: number };

/** One of the ids that there are by then. */
export const id = (nr: number): Later => ({ kies: 'id', nr, fout: false });
/** So many days after the day of the command. */
export const dag = (dagen: number): Later => ({ kies: 'dag', dagen });
/** So many hours after the command. */
export const uur = (uren: number): Later => ({ kies: 'uur', uren });
