import { createHmac } from 'node:crypto';
import { JEUGDIGE_VELD, type Json, type JsonObject, VERNIETIGD } from '@regielijn/kern';
import type { EventCatalogue } from './event-catalogue.js';
import type { NewEvent, RecordedEvent } from './event-store.js';
import { decrypt, encrypt, keyIdOf } from './keys/cipher.js';
import type { KeyStore } from './keys/key-store.js';
import { PEPPER_ID } from './keys/master-key.js';

const contextOf = (eventId: string, field: string): string => `${eventId}:${field}`;

/** The personal fields of a correction are those of the fact it replaces. */
const correctedFields = (data: JsonObject): string[] => Object.keys((data['velden'] as JsonObject | undefined) ?? {});

type Stored = Pick<RecordedEvent, 'type' | 'data'>;

/** Per personal field the part of it that may stand in the clear; of a field whose key was destroyed it is asked of `VERNIETIGD`. */
export type RevealedParts = Readonly<Record<string, (value: Json) => Json>>;

/** The personal fields of what a correction says, each with the field that names whose key it takes. */
const personalCorrectedFields = (catalogue: EventCatalogue, data: JsonObject): ReadonlyMap<string, string> => {
  if (!('vervangtType' in data && 'velden' in data)) return new Map();
  const { personal } = catalogue.known(data['vervangtType'] as string);
  return new Map(
    correctedFields(data).flatMap((field) => (personal.has(field) ? [[field, personal.get(field)!]] : [])),
  );
};

const ciphertextsOf = (catalogue: EventCatalogue, { type, data }: Stored): [field: string, ciphertext: string][] => {
  const found: [string, string][] = [];
  for (const field of catalogue.known(type).personal.keys()) {
    const value = data[field];
    if (typeof value === 'string') found.push([field, value]);
  }
  for (const field of personalCorrectedFields(catalogue, data).keys()) {
    const value = (data['velden'] as JsonObject)[field];
    if (typeof value === 'string') found.push([`velden.${field}`, value]);
  }
  return found;
};

/** `sealed` with the part of each named field from `clear`, also where a correction replaces it. */
const inPart = (sealed: JsonObject, clear: JsonObject, parts: RevealedParts): JsonObject => {
  const data: Record<string, JsonObject[string]> = { ...sealed };
  for (const [field, part] of Object.entries(parts)) if (clear[field] !== undefined) data[field] = part(clear[field]);
  const [inside, insideClear] = [sealed['velden'], clear['velden']] as (JsonObject | undefined)[];
  return inside && insideClear ? { ...data, velden: inPart(inside, insideClear, parts) } : data;
};

/** Whose keys open the personal fields of an event as the store holds it. Throws when one is not encrypted. */
export const keyIdsOf = (catalogue: EventCatalogue, event: Stored): readonly string[] =>
  ciphertextsOf(catalogue, event).map(([, ciphertext]) => keyIdOf(ciphertext));

/** Between the domain and the store: encrypts and checks on the way in, decrypts and upcasts on the way out. */
export class EventCodec {
  constructor(
    readonly catalogue: EventCatalogue,
    private readonly keys: KeyStore,
  ) {}

  /**
   * The event as it may reach a store: valid by its schema, personal fields encrypted. After a jeugdige's key was
   * destroyed nothing is recorded about them any more, personal or not (`DOSSIER_VERNIETIGD`).
   */
  async seal(event: NewEvent): Promise<NewEvent> {
    const { definition, personal } = this.catalogue.known(event.type);
    const data = definition.schema.parse(event.data) as JsonObject;
    const sealed: Record<string, JsonObject[string]> = { ...data };
    const overWie = data[JEUGDIGE_VELD];
    if (typeof overWie === 'string') await this.keys.obtain(overWie);
    for (const [field, keyField] of personal) {
      if (data[field] === undefined || data[field] === null) continue;
      const keyId = data[keyField] as string;
      sealed[field] = encrypt(keyId, await this.keys.obtain(keyId), contextOf(event.id, field), data[field]);
    }
    if ('vervangtType' in data && 'velden' in data) sealed['velden'] = await this.sealCorrected(event.id, data);
    return { ...event, data: sealed };
  }

  /** Events as the newest code reads them. A field whose key was destroyed reads `VERNIETIGD`. */
  async open(events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    const ids = new Set<string>();
    for (const event of events) for (const id of keyIdsOf(this.catalogue, event)) ids.add(id);
    const keys = ids.size === 0 ? new Map<string, Buffer>() : await this.keys.find([...ids]);
    return events.map((event) => this.openOne(event, keys));
  }

  /** Upcast only, personal fields still encrypted: what projections and exports get to see. */
  openSealed(event: RecordedEvent): RecordedEvent {
    this.catalogue.known(event.type);
    return { ...event, ...this.catalogue.upcast(event.type, event.data) };
  }

  /** As `openSealed`, but of each named field its part in the clear. */
  async openInPart(events: readonly RecordedEvent[], parts: RevealedParts): Promise<readonly RecordedEvent[]> {
    const told = ({ data }: RecordedEvent): boolean =>
      [data, (data['velden'] as JsonObject | undefined) ?? {}].some((of) => Object.keys(parts).some((f) => f in of));
    const opened = new Map((await this.open(events.filter(told))).map((event) => [event.id, event.data]));
    return events.map((event) => {
      const sealed = this.openSealed(event);
      const clear = opened.get(event.id);
      return clear ? { ...sealed, data: inPart(sealed.data, clear, parts) } : sealed;
    });
  }

  /** What a text is recognised by without being kept. Keyed: of a bare hash somebody could find the BSN by trying them all. */
  async fingerprint(text: string): Promise<string> {
    return createHmac('sha256', await this.keys.obtain(PEPPER_ID))
      .update(text)
      .digest('base64url');
  }

  private openOne(event: RecordedEvent, keys: ReadonlyMap<string, Buffer>): RecordedEvent {
    const data: Record<string, JsonObject[string]> = { ...event.data };
    const velden: Record<string, JsonObject[string]> = { ...(event.data['velden'] as JsonObject | undefined) };
    for (const [field, ciphertext] of ciphertextsOf(this.catalogue, event)) {
      const key = keys.get(keyIdOf(ciphertext));
      const value = key ? decrypt(key, contextOf(event.id, field), ciphertext) : VERNIETIGD;
      if (field.startsWith('velden.')) velden[field.slice('velden.'.length)] = value;
      else data[field] = value;
    }
    if ('velden' in data && 'vervangtType' in data) data['velden'] = velden;
    return { ...event, ...this.catalogue.upcast(event.type, data) };
  }

  private async sealCorrected(eventId: string, data: JsonObject): Promise<JsonObject> {
    const velden: Record<string, JsonObject[string]> = { ...(data['velden'] as JsonObject) };
    for (const [field, keyField] of personalCorrectedFields(this.catalogue, data)) {
      if (velden[field] === null) continue;
      const keyId = data[keyField] as string;
      velden[field] = encrypt(
        keyId,
        await this.keys.obtain(keyId),
        contextOf(eventId, `velden.${field}`),
        velden[field]!,
      );
    }
    return velden;
  }
}
