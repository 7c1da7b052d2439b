import { REGISTERS } from '../../libs/machtiging/src/domain/regels/gedragswetenschapper.js';
import type { Rules } from '@regielijn/engine';
import type { CommandClass } from '@regielijn/kern';
import fc from 'fast-check';
import { z } from 'zod';
import { dag, type Later, uur } from './later.kit.js';
import { BSNS, VOLLEDIG } from './voorbeelden.kit.js';

type Waarde = fc.Arbitrary<unknown>;
type JsonSchema = Readonly<Record<string, any>>;

const dagTussen = (min: number, max: number): fc.Arbitrary<Later> => fc.integer({ min, max }).map(dag);
const uurTussen = (min: number, max: number): fc.Arbitrary<Later> => fc.integer({ min, max }).map(uur);
const eenDag = fc.oneof({ weight: 5, arbitrary: dagTussen(-4, 4) }, { weight: 1, arbitrary: dagTussen(-400, 400) });
const eenUur = fc.oneof({ weight: 5, arbitrary: uurTussen(-24, 72) }, { weight: 1, arbitrary: uurTussen(-9000, 9000) });
const id: fc.Arbitrary<Later> = fc.record({
  kies: fc.constant('id' as const),
  nr: fc.nat(30),
  fout: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
});

/** What a code may look like; which of them fit, the pattern of the field says. */
const ORGANISATIES = ['gemeente-0599', 'gi-jb-west', 'gi-ander', 'aanbieder-demo'];
const WOORDEN = [...ORGANISATIES, 'mw-1', 'mw-2', '0599', '0518', '9999', 'onbekend', '0a'.repeat(32)];
const TEKSTEN = ['kort', 'een langere tekst', 'ë – 😀'];

/** Fields of which nearly every random value would be refused, so that what comes after would never be reached. */
const veldenMet = (rules: Rules): Readonly<Record<string, Waarde>> => ({
  bsn: fc.constantFrom(...BSNS),
  geboortedatum: fc.constantFrom('2008-04-01', '2010-05-05', '2014-12-31', '2030-01-01'),
  organisatie: fc.constantFrom('gi-jb-west', 'gi-jb-west', ...ORGANISATIES),
  naar: fc.constantFrom(...ORGANISATIES),
  code: fc.constantFrom('0599', '0518', '9999'),
  register: fc.constantFrom(REGISTERS[0].id, 'GEEN_REGISTER'),
  maatregel: fc.constantFrom('insluiting', 'insluiting', 'vastpakken', 'onderzoek_post', 'overig', 'bestaat_niet'),
  route: fc.constantFrom(...rules.triage.versies.flatMap(({ routes }) => routes.map(({ id: naam }) => naam)), 'geen'),
  profiel: fc.constantFrom({}, { leeftijd: 15 }, { bestaatNiet: true }),
  adres: fc.constantFrom('iemand@voorbeeld.nl', null),
  ontvanger: fc.constantFrom('mw-1', 'mw-2'),
  ontvangers: fc.constant(['mw-1', 'mw-2']),
  mediatype: fc.constantFrom('application/pdf', 'text/plain'),
  inhoud: fc.constantFrom(Buffer.from('%PDF-1.7 demo').toString('base64'), Buffer.from('demo').toString('base64')),
  velden: fc.nat().map((zaad): Later => ({ kies: 'velden', zaad })),
  aantal: fc.integer({ min: 1, max: 2 }),
  versie: fc.integer({ min: 1, max: 3 }),
  nummer: fc.integer({ min: 1, max: 3 }),
  drempelDagen: fc.integer({ min: 1, max: 3 }),
  beschikkingOp: dagTussen(-2, 0),
  geldigVan: dagTussen(-3, 1),
  volgendeOp: dagTussen(-1, 20),
});

const TOT = { date: dagTussen(-1, 60), 'date-time': uurTussen(-5, 400) } as const;

const tekst = (veld: string, { format, pattern, allOf }: JsonSchema): Waarde => {
  if (format === 'date' || format === 'date-time') {
    if (/Tot$/.test(veld)) return TOT[format as keyof typeof TOT];
    return format === 'date' ? eenDag : eenUur;
  }
  if (allOf) return id;
  if (pattern === undefined) return fc.constantFrom(...TEKSTEN);
  const woorden = WOORDEN.filter((woord) => new RegExp(pattern as string).test(woord));
  if (woorden.length === 0) throw new Error(`no word fits ${veld}: add one that matches ${pattern}`);
  return fc.constantFrom(...woorden);
};

/** Any value that a JSON schema describes; most of them are also fine by what a schema cannot say. */
const waarde = (veld: string, schema: JsonSchema, bekend: Readonly<Record<string, Waarde>>): Waarde => {
  if (bekend[veld] && (schema['type'] !== 'array' || veld === 'velden')) return bekend[veld];
  if (schema['enum']) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if ('const' in schema) return fc.constant(schema['const']);
  const keuzes = schema['anyOf'] ?? schema['oneOf'];
  if (keuzes) return fc.oneof(...(keuzes as JsonSchema[]).map((keuze) => waarde(veld, keuze, bekend)));
  if (Array.isArray(schema['type']))
    return fc.oneof(...schema['type'].map((type: string) => waarde(veld, { ...schema, type }, bekend)));
  switch (schema['type']) {
    case 'object':
      return object(schema, bekend);
    case 'array':
      return fc.array(waarde(veld, schema['items'] as JsonSchema, bekend), {
        minLength: (schema['minItems'] as number | undefined) ?? 0,
        maxLength: Math.max((schema['minItems'] as number | undefined) ?? 0, 2),
      });
    case 'integer':
    case 'number':
      return fc.integer({ min: 1, max: 4 });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return tekst(veld, schema);
    default:
      return fc.constant(null);
  }
};

const object = (schema: JsonSchema, bekend: Readonly<Record<string, Waarde>>): Waarde => {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const verplicht = (schema['required'] ?? []) as string[];
  const velden = Object.entries(properties).map(([veld, deel]) => [veld, waarde(veld, deel, bekend)] as const);
  return fc.record(Object.fromEntries(velden), { requiredKeys: verplicht });
};

const jsonSchema = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** Any input of this command, well-formed for the most part. */
export const invoerVoor = ({ definition: { naam, schema } }: CommandClass, rules: Rules): fc.Arbitrary<object> => {
  const willekeurig = waarde('', jsonSchema(schema), veldenMet(rules)) as fc.Arbitrary<object>;
  const volledig = VOLLEDIG[naam] ?? [];
  const kies = fc.constantFrom(...volledig, ...volledig, {});
  return fc.tuple(willekeurig, kies).map(([invoer, deel]) => ({ ...invoer, ...deel }));
};

/** Another value for one field of an event, always the same one for the same seed. */
export const anderVeld = (schema: z.ZodObject, zaad: number, rules: Rules): Record<string, unknown> => {
  const namen = Object.keys(schema.shape);
  const veld = namen[zaad % namen.length]!;
  const vorm = (jsonSchema(schema)['properties'] as Record<string, JsonSchema>)[veld]!;
  const [gekozen] = fc.sample(waarde(veld, vorm, veldenMet(rules)), { seed: zaad, numRuns: 1 });
  return { [veld]: gekozen };
};
