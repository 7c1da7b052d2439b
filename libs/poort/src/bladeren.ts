import { createHash } from 'node:crypto';
import { canonicalJson } from '@regielijn/event-store';
import { ongeldig } from '@regielijn/kern';
import { z } from 'zod';

const MEESTE = 200;

/** What a question has that is answered a page at a time, beside its filters. */
export const bladerVelden = {
  aantal: z.coerce
    .number()
    .int()
    .min(1)
    .max(MEESTE)
    .default(100)
    .meta({ description: 'Hoeveel u hoogstens in één antwoord wilt' }),
  na: z.string().optional().meta({ description: 'De waarde van "volgende" uit het vorige antwoord op deze vraag' }),
};

/** The field `volgende` of an answer that is one page; over HTTP, the header `Link` has the whole address. */
export const VolgendeSchema = z.string().nullable().meta({
  description: 'Geef dit mee in "na" voor het vervolg; null: dit is het einde',
});

/** A question that is answered a page at a time. */
interface Bladervraag {
  readonly naam: string;
  readonly data: { readonly aantal: number; readonly na?: string | undefined };
}

/** The question and its filters: what a cursor is good for. How many at a time may change on the way. */
const kenmerkVan = ({ naam, data: { aantal: _, na: __, ...filters } }: Bladervraag): string =>
  createHash('sha256')
    .update(canonicalJson([naam, filters]))
    .digest('base64url')
    .slice(0, 16);

const inhoudVan = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Where the page before this one ended: the sort key of its last row. Null at the beginning. A key and no count, so that
 * what is added meanwhile shifts nothing: nobody sees a row twice or misses one that was there.
 *
 * @throws CodedError `CURSOR_ONGELDIG` (invalid): made up, or of another question or other filters
 */
export const plaatsNa = <S extends z.ZodType>(vraag: Bladervraag, sleutel: S): z.output<S> | null => {
  if (vraag.data.na === undefined) return null;
  const inhoud = z.tuple([z.literal(kenmerkVan(vraag)), z.unknown()]).safeParse(inhoudVan(vraag.data.na));
  const gelezen = sleutel.safeParse(inhoud.data?.[1]);
  if (inhoud.success && gelezen.success) return gelezen.data;
  throw ongeldig(
    'CURSOR_ONGELDIG',
    'Dit vervolg hoort niet bij deze vraag. Gebruik dezelfde filters als in het vorige antwoord, of begin opnieuw zonder "na".',
  );
};

/**
 * One page of what was found after `plaatsNa`. `gevonden` has more rows than `aantal` when there is more, one is enough.
 * `sleutelVan` must name nobody: it stands in an address.
 */
export const bladzijde = <T>(
  vraag: Bladervraag,
  gevonden: readonly T[],
  sleutelVan: (laatste: T) => unknown,
): { readonly rijen: readonly T[]; readonly volgende: string | null } => {
  const rijen = gevonden.slice(0, vraag.data.aantal);
  if (rijen.length === gevonden.length) return { rijen, volgende: null };
  const cursor = JSON.stringify([kenmerkVan(vraag), sleutelVan(rijen.at(-1)!)]);
  return { rijen, volgende: Buffer.from(cursor).toString('base64url') };
};
