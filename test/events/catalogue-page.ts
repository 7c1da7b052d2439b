import type { EventCatalogue } from '@regielijn/event-store';
import { type EventDefinition, persoonsgegevensVan, VERNIETIGD } from '@regielijn/kern';
import type { z } from 'zod';
import { jsonSchemaOf, UPDATE_COMMAND } from './frozen-files.js';

type Schema = z.core.JSONSchema.BaseSchema;

const code = (value: unknown): string => `\`${String(value)}\``;

const textOf = ({ const: only, format, pattern, maxLength }: Schema): string => {
  if (only !== undefined) return code(only);
  if (format === 'uuid') return 'id';
  if (format === 'date-time') return 'instant';
  if (format !== undefined) return format;
  if (pattern !== undefined) return `text like ${code(pattern)}`;
  return maxLength === undefined ? 'text' : `text of at most ${maxLength} characters`;
};

const numberOf = ({ minimum, exclusiveMinimum, maximum }: Schema): string => {
  const from = minimum ?? (typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : undefined);
  const to = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  return ['whole number', from !== undefined && `from ${from}`, to !== undefined && `to ${to}`]
    .filter(Boolean)
    .join(' ');
};

/** A field's type in words. */
const typeOf = (schema: Schema): string => {
  const { value, nullable } = withoutNull(schema);
  if (nullable) return `${typeOf(value)} or null`;
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.enum) return `one of ${schema.enum.map(code).join(', ')}`;
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return numberOf(schema);
    case 'boolean':
      return 'yes or no';
    case 'array':
      return `list of ${typeOf(schema.items as Schema)}`;
    case 'object':
      return schema.properties ? objectOf(schema.properties as Record<string, Schema>) : 'fields by name, any JSON';
    default:
      throw new Error(`the catalogue page has no words for ${JSON.stringify(schema)}`);
  }
};

const objectOf = (properties: Readonly<Record<string, Schema>>): string =>
  `{ ${Object.entries(properties)
    .map(([name, schema]) => `${name}: ${typeOf(schema)}`)
    .join('; ')} }`;

const withoutNull = (schema: Schema): { value: Schema; nullable: boolean } => {
  // A plain type without bounds that may be null is written as a list of two types.
  if (Array.isArray(schema.type)) {
    const type = (schema.type as Schema['type'][]).find((name) => name !== 'null');
    return { value: { ...schema, type }, nullable: true };
  }
  const options = schema.anyOf ?? [];
  const values = options.filter(({ type }) => type !== 'null');
  return values.length === 1 && values.length < options.length
    ? { value: values[0]!, nullable: true }
    : { value: schema, nullable: false };
};

const rowOf = ([name, schema]: [string, Schema], personal: ReadonlyMap<string, string>): string => {
  const { value, nullable } = withoutNull(schema);
  const cells = [code(name), typeOf(value), nullable ? 'yes' : '', personal.has(name) ? code(personal.get(name)) : ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
};

const sectionOf = (definition: EventDefinition): string => {
  const { type, omschrijving, bron, schema } = definition;
  const { properties } = jsonSchemaOf(definition) as { properties: Record<string, Schema> };
  const personal = persoonsgegevensVan(schema);
  // In the order of the declaration: the frozen schema sorts its keys.
  const fields = Object.keys(schema.shape).map((name): [string, Schema] => [name, properties[name]!]);
  return [
    `### ${type}`,
    omschrijving,
    ...(bron === undefined ? [] : [`Bron: ${bron}.`]),
    [
      '| Field | Type | Null | Personal: key of |',
      '| - | - | - | - |',
      ...fields.map((field) => rowOf(field, personal)),
    ].join('\n'),
    ...(definition.onherroepelijk ? ['Cannot be corrected or withdrawn.'] : []),
    ...(definition.vasteVelden ? [`A correction cannot change ${definition.vasteVelden.map(code).join(', ')}.`] : []),
    `[Schema](../test/events/schemas/${type}.json), [example](../test/events/examples/${type}.json)`,
  ].join('\n\n');
};

const HEAD = `<!-- Made from code: \`${UPDATE_COMMAND}\` rewrites this page, and writes the schema and example of a new type. Do not edit. -->

# Event catalogue

Every fact that the log can hold. A type is \`<slice>.<participle>@<version>\`; beside its own fields each event carries
its id, stream and stream version, position in the log, \`geldigOp\` (when it happened), \`vastgelegdOp\` (when it was
recorded), actor, correlation id and causation id.

A field with something in the last column is personal: it is encrypted before it reaches any store, with the key of the
id in the field named there. After that key is destroyed a reader finds \`${VERNIETIGD}\`. In the \`velden\` of a
correction, what replaces a personal field is personal too.

A schema that was released is frozen, and so is its example: the build fails when either changes. Changing an event means
declaring its next version, with an upcaster from this one.`;

/** The text of `docs/events.md`: all event types, slice by slice in the order in which the engine registers them. */
export const cataloguePage = ({ definitions }: EventCatalogue): string => {
  const slices = new Set(definitions.map(({ type }) => type.slice(0, type.indexOf('.'))));
  const sections = [...slices].flatMap((slice) => [
    `## ${slice}`,
    ...definitions.filter(({ type }) => type.startsWith(`${slice}.`)).map(sectionOf),
  ]);
  return [HEAD, ...sections].join('\n\n');
};
