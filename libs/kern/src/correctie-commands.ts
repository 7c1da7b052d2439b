import { defineCommand } from './command.js';
import { CorrectieSchema, IntrekkingSchema } from './correctie.js';
import { IdSchema } from './ids.js';

/** The two commands that replace or withdraw a fact, the same for every slice. Both are feiten: refused only when the facts could then not
 * stand together, never because of what a fact says. */
export const correctieCommands = <const Slice extends string, const IdVeld extends string>(
  slice: Slice,
  idVeld: IdVeld,
) => {
  const id = { [idVeld]: IdSchema } as Record<IdVeld, typeof IdSchema>;
  return {
    Corrigeer: defineCommand({
      naam: `${slice}.corrigeer`,
      soort: 'feit',
      omschrijving: 'Verbetert een eerder vastgelegd feit; het oude blijft zichtbaar.',
      schema: CorrectieSchema.extend(id),
    }),
    TrekFeitIn: defineCommand({
      naam: `${slice}.trek-feit-in`,
      soort: 'feit',
      omschrijving: 'Trekt een feit in dat niet is gebeurd; het oude blijft zichtbaar.',
      schema: IntrekkingSchema.extend(id),
    }),
  };
};
