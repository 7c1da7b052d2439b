import { CodedError, type EventDefinition, type JsonObject, persoonsgegevensVan } from '@regielijn/kern';
import { z } from 'zod';

/** Turns the data of one stored version into that of the next: `traject.geplaatst@1` -> `traject.geplaatst@2`. */
export interface Upcaster {
  readonly from: string;
  readonly to: string;
  up(data: JsonObject): JsonObject;
}

interface KnownType {
  readonly definition: EventDefinition;
  /** Personal field -> the field that names whose key encrypts it. */
  readonly personal: ReadonlyMap<string, string>;
}

/** An event type or version that this program does not know: it was written by a newer one. Never skipped. */
export class UnknownEventTypeError extends CodedError {
  override readonly name = 'UnknownEventTypeError';

  constructor(type: string) {
    super('refused', 'ONBEKEND_EVENTTYPE', `Het logboek bevat "${type}". Deze versie van Regielijn kent dat niet.`, {
      type,
    });
  }
}

const parse = (type: string): { name: string; version: number } => {
  const [, name, version] = /^([a-z-]+\.[a-z-]+)@([1-9]\d*)$/.exec(type) ?? [];
  if (!name) throw new Error(`event type ${type} is not <slice>.<participle>@<version>`);
  return { name, version: Number(version) };
};

/** Only a mark on the field as a whole is seen; one below it, as in `persoonsgegeven(…).nullable()`, would encrypt nothing. */
const hasMark = (schema: z.core.$ZodType): boolean =>
  JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' })).includes('"persoonsgegeven"');

/**
 * Every event type this program can write or read, registered once. Old versions stay registered, each with an
 * upcaster to the next; the chain is checked when the catalogue is made, so that a gap stops the start and not a reader.
 */
export class EventCatalogue {
  private readonly types = new Map<string, KnownType>();
  private readonly upcasters = new Map<string, Upcaster>();
  private readonly latest = new Map<string, number>();

  constructor(definitions: readonly EventDefinition[], upcasters: readonly Upcaster[] = []) {
    for (const definition of definitions) this.register(definition);
    for (const upcaster of upcasters) {
      if (this.upcasters.has(upcaster.from)) throw new Error(`two upcasters from ${upcaster.from}`);
      for (const end of [upcaster.from, upcaster.to])
        if (!this.types.has(end)) throw new Error(`${upcaster.from} has an upcaster, but ${end} is not registered`);
      this.upcasters.set(upcaster.from, upcaster);
    }
    for (const type of this.types.keys()) this.checkChain(type);
  }

  get definitions(): readonly EventDefinition[] {
    return [...this.types.values()].map(({ definition }) => definition);
  }

  known(type: string): KnownType {
    const known = this.types.get(type);
    if (!known) throw new UnknownEventTypeError(type);
    return known;
  }

  /** The event's type and data as the newest code reads them. */
  upcast(type: string, data: JsonObject): { type: string; data: JsonObject } {
    let current = { type, data };
    for (let step = this.upcasters.get(type); step; step = this.upcasters.get(current.type))
      current = { type: step.to, data: step.up(current.data) };
    return current;
  }

  private register(definition: EventDefinition): void {
    const { name, version } = parse(definition.type);
    if (this.types.has(definition.type)) throw new Error(`event type ${definition.type} is registered twice`);
    const personal = persoonsgegevensVan(definition.schema);
    for (const keyField of personal.values())
      if (!(keyField in definition.schema.shape)) throw new Error(`${definition.type} has no field ${keyField}`);
    for (const [field, schema] of Object.entries<z.ZodType>(definition.schema.shape))
      if (!personal.has(field) && hasMark(schema))
        throw new Error(`${definition.type}: the mark on ${field} lies inside it`);
    this.types.set(definition.type, { definition, personal });
    this.latest.set(name, Math.max(version, this.latest.get(name) ?? 0));
  }

  private checkChain(type: string): void {
    const { name, version } = parse(type);
    const upcaster = this.upcasters.get(type);
    const isLatest = version === this.latest.get(name);
    if (isLatest && upcaster) throw new Error(`${type} is the newest version but has an upcaster`);
    if (!isLatest && upcaster?.to !== `${name}@${version + 1}`)
      throw new Error(`${type} has no upcaster to ${name}@${version + 1}`);
  }
}
