/**
 * Everything of an answer that comes in pages: on the command line nobody asks for the next one. `vraag` gives the page
 * after a cursor, the first when there is none.
 */
export const alleBladzijden = async <A extends { readonly volgende: string | null }, R>(
  vraag: (na: { readonly na?: string }) => Promise<A>,
  rijen: (antwoord: A) => readonly R[],
): Promise<readonly R[]> => {
  const alle: R[] = [];
  for (let na: { readonly na?: string } | null = {}; na !== null;) {
    const antwoord: A = await vraag(na);
    alle.push(...rijen(antwoord));
    na = antwoord.volgende === null ? null : { na: antwoord.volgende };
  }
  return alle;
};
