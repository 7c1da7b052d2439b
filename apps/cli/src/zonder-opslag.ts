import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type CodedError, ongeldig, zinOverInvoer } from '@regielijn/kern';
import { z } from 'zod';
import { answer } from './output.js';

/** A question of which the answer follows from the rules alone. */
interface Vraagsoort<I> {
  readonly schema: z.ZodType<I>;
  readonly antwoord: (input: I) => object;
}

export interface ZonderOpslagOptions {
  /** Print the JSON schema of one question; nothing is read. */
  readonly schema?: boolean;
  /** Accepted for the sake of one habit: the answer is always JSON. */
  readonly json?: boolean;
}

/**
 * Answers questions without opening a store. Reads one JSON object or an array from `input`; an array is answered with an
 * array in the same order, one question with its one answer. Throws `ONGELDIGE_INVOER` naming question, field and reason;
 * nothing is answered then, so that nobody takes half an answer for a whole one.
 */
export const zonderOpslag = async <I>(
  { schema, antwoord }: Vraagsoort<I>,
  options: ZonderOpslagOptions,
  input: Readable = process.stdin,
): Promise<void> => {
  if (options.schema) return answer(z.toJSONSchema(schema, { io: 'input' }), { json: true }, String);
  const invoer = readJson((await text(input)).replace(BYTE_ORDER_MARK, ''));
  const vragen = (Array.isArray(invoer) ? invoer : [invoer]).map((vraag, i) => check(schema, vraag, i + 1));
  const antwoorden = vragen.map(antwoord);
  answer(Array.isArray(invoer) ? antwoorden : antwoorden[0], { json: true }, String);
};

/** Windows editors write one; JSON has none. */
const BYTE_ORDER_MARK = /^\uFEFF/;

const ongeldigeInvoer = (zin: string): CodedError => ongeldig('ONGELDIGE_INVOER', zin.replaceAll(/\s+/g, ' '));

/** What JSON.parse says itself quotes the input, which may name people. */
const readJson = (json: string): unknown => {
  if (json.trim() === '') throw ongeldigeInvoer('er staat niets op de invoer; geef een vraag in JSON.');
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    const teken = /at position (\d+)/.exec(String(error))?.[1];
    const plek = teken === undefined ? '' : `, zie teken ${Number(teken) + 1}`;
    throw ongeldigeInvoer(`de invoer is geen geldige JSON${plek}.`);
  }
};

const check = <I>(schema: z.ZodType<I>, vraag: unknown, nummer: number): I => {
  const result = schema.safeParse(vraag, { error: reden });
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const onbekend = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const veld = [...issue.path, ...onbekend].map(String).join('.') || '(de hele vraag)';
  throw ongeldigeInvoer(`vraag ${nummer}: ${veld}: ${issue.message}.`);
};

const reden: z.core.$ZodErrorMap = (issue) =>
  // The field stands before it already.
  issue.code === 'unrecognized_keys' ? 'dit veld bestaat hier niet' : zinOverInvoer(issue);
