import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  correctieEvents,
  defineEvent,
  type DomainEvent,
  IdSchema,
  type JsonObject,
  persoonsgegeven,
  randomId,
  TekstSchema,
  VERNIETIGD,
} from '@regielijn/kern';
import { z } from 'zod';
import { MemoryEventStore } from './adapters/memory.js';
import { newEvent, readLog } from './contract/given.js';
import { EventCatalogue } from './event-catalogue.js';
import { EventCodec, keyIdsOf } from './event-codec.js';
import { EventLog } from './event-log.js';
import type { NewEvent, RecordedEvent } from './event-store.js';
import { MemoryKeyStore } from './keys/memory-key-store.js';

/** Found nowhere but in the personal fields of these tests. */
const NAAM = 'Zwaantje Schildwacht';
const BSN = '999900006';
const TEKST = 'Zij durft niet naar huis om wat er met haar broer gebeurde';
const SENTINELS = [NAAM, BSN, TEKST, 'Zwaantje', 'broer'];

const gemeld = defineEvent('proef.gemeld@1', {
  omschrijving: 'Proef.',
  data: {
    jeugdigeId: IdSchema,
    naam: persoonsgegeven(z.string()),
    bsn: persoonsgegeven(z.string()),
    toelichting: persoonsgegeven(TekstSchema.nullable()),
    gemeentecode: z.string(),
  },
});
const contactToegevoegd = defineEvent('proef.contact-toegevoegd@1', {
  omschrijving: 'Proef.',
  data: { jeugdigeId: IdSchema, contactId: IdSchema, telefoon: persoonsgegeven(z.string(), 'contactId') },
});
const gezien = defineEvent('proef.gezien@1', {
  omschrijving: 'Proef: niets persoonlijks.',
  data: { jeugdigeId: IdSchema, gemeentecode: z.string() },
});
const verlopen = defineEvent('proef.verlopen@1', {
  omschrijving: 'Proef: over een jeugdige, of over niemand.',
  data: { jeugdigeId: IdSchema.nullable(), gemeentecode: z.string() },
});
const { gecorrigeerd } = correctieEvents('proef', 'jeugdigeId');

/** The same fact before `naam` was one field. */
const gehoord = (version: number, naamVelden: Record<string, z.ZodType>) =>
  defineEvent(`proef.gehoord@${version}`, { omschrijving: 'Proef.', data: { jeugdigeId: IdSchema, ...naamVelden } });
const gehoordVersions = [
  gehoord(1, { voornaam: persoonsgegeven(z.string()), achternaam: persoonsgegeven(z.string()) }),
  gehoord(2, { naam: persoonsgegeven(z.string()) }),
];
const catalogue = new EventCatalogue(
  [gemeld, contactToegevoegd, gezien, verlopen, gecorrigeerd, ...gehoordVersions],
  [
    {
      from: 'proef.gehoord@1',
      to: 'proef.gehoord@2',
      up: ({ voornaam, achternaam, ...rest }) => ({ ...rest, naam: `${voornaam as string} ${achternaam as string}` }),
    },
  ],
);

const offered = ({ type, data }: DomainEvent): NewEvent => newEvent(data as JsonObject, { type });

describe('between the domain and the store', () => {
  const stream = 'proef-1';
  const jeugdigeId = randomId();
  let keys: MemoryKeyStore;
  let store: MemoryEventStore;
  let log: EventLog;
  beforeEach(() => {
    keys = new MemoryKeyStore();
    store = new MemoryEventStore();
    log = new EventLog(store, new EventCodec(catalogue, keys));
  });

  const melding = { jeugdigeId, naam: NAAM, bsn: BSN, toelichting: TEKST, gemeentecode: '0599' };
  const recorded = async (...events: readonly DomainEvent[]): Promise<readonly RecordedEvent[]> => {
    await log.append(stream, 'no-stream', events.map(offered));
    return log.read(stream);
  };
  const stored = async (): Promise<string> =>
    JSON.stringify(await readLog(store), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

  it('given a name, a BSN and free text, then the store holds none of them, and a reader finds them unchanged', async () => {
    const events = await recorded(gemeld.of(melding));
    expect(events[0]!.data).toEqual(melding);
    const text = await stored();
    for (const sentinel of SENTINELS) expect(text).not.toContain(sentinel);
    expect(text).toContain('0599');
  });

  it('given the same, when read sealed as projections do, then nothing personal is readable', async () => {
    await recorded(gemeld.of(melding));
    const [sealed] = await log.readSealed(stream);
    for (const sentinel of SENTINELS) expect(JSON.stringify(sealed!.data)).not.toContain(sentinel);
    expect(sealed!.data).toMatchObject({ jeugdigeId, gemeentecode: '0599' });
  });

  it('given a destroyed key, then personal fields read as destroyed, the others stay, and nobody can write again', async () => {
    await recorded(gemeld.of(melding));
    await keys.destroy(jeugdigeId);
    expect((await log.read(stream))[0]!.data).toEqual({
      ...melding,
      naam: VERNIETIGD,
      bsn: VERNIETIGD,
      toelichting: VERNIETIGD,
    });
    await expect(log.append(stream, 0n, [offered(gemeld.of(melding))])).rejects.toMatchObject({
      code: 'DOSSIER_VERNIETIGD',
    });
    expect(await log.read(stream)).toHaveLength(1);
  });

  it('given fields whose key stayed elsewhere, then nothing is recorded about that jeugdige until it comes in', async () => {
    const events = await recorded(gemeld.of(melding));
    const [sealed] = await readLog(store);
    const zonder = new MemoryKeyStore();
    const imported = new EventLog(store, new EventCodec(catalogue, zonder));
    await zonder.markElsewhere(keyIdsOf(catalogue, sealed!));
    const feit = offered(gezien.of({ jeugdigeId, gemeentecode: '0599' }));
    await expect(imported.append('proef-2', 'no-stream', [feit])).rejects.toMatchObject({ code: 'SLEUTEL_ONTBREEKT' });
    const exported = [];
    for await (const key of keys.exportKeys()) exported.push(key);
    await zonder.importKeys(exported);
    await imported.append('proef-2', 'no-stream', [feit]);
    expect((await imported.read(stream))[0]!.data).toEqual(events[0]!.data);
  });

  it('given a destroyed key, then nothing more is recorded about that jeugdige, not even what is not personal', async () => {
    await recorded(gemeld.of(melding));
    await keys.destroy(jeugdigeId);
    const feit = gezien.of({ jeugdigeId, gemeentecode: '0599' });
    await expect(log.append('proef-2', 'no-stream', [offered(feit)])).rejects.toMatchObject({
      code: 'DOSSIER_VERNIETIGD',
    });
    const ander = gezien.of({ jeugdigeId: randomId(), gemeentecode: '0599' });
    await log.append('proef-2', 'no-stream', [offered(ander)]);
    expect((await readLog(store)).map(({ type }) => type)).toEqual([gemeld.type, gezien.type]);
  });

  it('given a fact that is about no jeugdige, then no key is made for it', async () => {
    await recorded(verlopen.of({ jeugdigeId: null, gemeentecode: '0599' }));
    expect(await keys.find([null as never])).toEqual(new Map());
  });

  it('given an empty personal field, then it stays empty in the store and for the reader, also without its key', async () => {
    const events = await recorded(gemeld.of({ ...melding, toelichting: null }));
    expect(events[0]!.data['toelichting']).toBeNull();
    expect((await readLog(store))[0]!.data['toelichting']).toBeNull();
    await keys.destroy(jeugdigeId);
    expect((await log.read(stream))[0]!.data['toelichting']).toBeNull();
  });

  it('given a field that takes the key of someone else, then only destroying that key makes it unreadable', async () => {
    const contactId = randomId();
    const contact = { jeugdigeId, contactId, telefoon: '0612345678' };
    await recorded(contactToegevoegd.of(contact), gemeld.of(melding));
    await keys.destroy(contactId);
    const events = await log.read(stream);
    expect(events[0]!.data).toEqual({ ...contact, telefoon: VERNIETIGD });
    expect(events[1]!.data).toEqual(melding);
  });

  it.each([
    ['an unknown field', { ...melding, postcode: '3000 AA' }],
    ['a missing field', { ...melding, gemeentecode: undefined }],
    ['a field of another kind', { ...melding, naam: 7 }],
  ])('given an event with %s, then it is refused and nothing is stored', async (_, data) => {
    await expect(log.append(stream, 'no-stream', [offered({ type: gemeld.type, data })])).rejects.toThrow();
    expect(await readLog(store)).toEqual([]);
  });

  it('given an event of an unknown type in the store, then neither reading nor reading sealed skips it', async () => {
    await store.append(stream, 'no-stream', [newEvent({}, { type: 'proef.gemeld@2' })]);
    for (const read of [log.read(stream), log.readSealed(stream)])
      await expect(read).rejects.toMatchObject({ code: 'ONBEKEND_EVENTTYPE', data: { type: 'proef.gemeld@2' } });
  });

  it('given an event of an older version, then its personal fields are decrypted first and then upcast', async () => {
    const events = await recorded({
      type: 'proef.gehoord@1',
      data: { jeugdigeId, voornaam: 'Zwaantje', achternaam: 'Schildwacht' },
    });
    expect(events[0]).toMatchObject({ type: 'proef.gehoord@2', data: { jeugdigeId, naam: NAAM } });
  });

  it('given a ciphertext put into another field or another event, then reading fails instead of showing it there', async () => {
    await recorded(gemeld.of(melding));
    const [event] = await readLog(store);
    const swapped = { ...event!, data: { ...event!.data, naam: event!.data['toelichting']! } };
    await expect(log.open([swapped])).rejects.toThrow();
    await expect(log.open([{ ...event!, id: randomId() }])).rejects.toThrow();
    expect(await log.open([event!])).toHaveLength(1);
  });

  describe('a correction', () => {
    const correctie = (velden: Record<string, string | null>) =>
      gecorrigeerd.of({
        jeugdigeId,
        vervangt: randomId(),
        vervangtType: gemeld.type,
        velden,
        gebeurdOp: null,
        reden: TEKST,
      });

    it('given corrected personal fields, then they are encrypted by the marks of the fact they replace, others are not', async () => {
      const velden = { naam: NAAM, bsn: BSN, toelichting: null, gemeentecode: '0363' };
      const events = await recorded(correctie(velden));
      expect(events[0]!.data).toMatchObject({ velden, reden: TEKST });
      const text = await stored();
      for (const sentinel of SENTINELS) expect(text).not.toContain(sentinel);
      const [raw] = await readLog(store);
      expect(raw!.data['velden']).toMatchObject({ gemeentecode: '0363', toelichting: null });
    });

    it('given a destroyed key, then the corrected personal fields and the reason are destroyed with it', async () => {
      await recorded(correctie({ naam: NAAM, gemeentecode: '0363' }));
      await keys.destroy(jeugdigeId);
      expect((await log.read(stream))[0]!.data).toMatchObject({
        velden: { naam: VERNIETIGD, gemeentecode: '0363' },
        reden: VERNIETIGD,
      });
    });

    it('given a correction of a type that this program does not know, then it is refused: its marks are unknown', async () => {
      const onbekend = { ...correctie({ naam: NAAM }).data, vervangtType: 'proef.onbekend@1' };
      await expect(recorded({ type: gecorrigeerd.type, data: onbekend })).rejects.toMatchObject({
        code: 'ONBEKEND_EVENTTYPE',
      });
      expect(await readLog(store)).toEqual([]);
    });
  });

  describe('a part that may stand in the clear', () => {
    const eersteLetter = { naam: (naam: unknown) => (naam === VERNIETIGD ? null : String(naam)[0]!) };
    const alleenDeel = (data: JsonObject): void => {
      expect(data).toMatchObject({ naam: 'Z' });
      const text = JSON.stringify(data);
      for (const sentinel of SENTINELS) expect(text).not.toContain(sentinel);
    };

    it('given a named field, then that part of it and nothing else is readable, also where a correction replaces it', async () => {
      const velden = { naam: 'Zoë Wacht', bsn: BSN };
      const correctie = {
        jeugdigeId,
        vervangt: randomId(),
        vervangtType: gemeld.type,
        velden,
        gebeurdOp: null,
        reden: TEKST,
      };
      await recorded(gemeld.of(melding), gecorrigeerd.of(correctie));
      const [feit, verbetering] = await log.readSealed(stream, eersteLetter);
      alleenDeel(feit!.data);
      alleenDeel(verbetering!.data['velden'] as JsonObject);
      expect(verbetering!.data['reden']).not.toBe(TEKST);
      expect((await log.readSealed(stream))[0]!.data['naam']).not.toBe('Z');
    });

    it('given a destroyed key, then the part is asked of what a reader finds there', async () => {
      await recorded(gemeld.of(melding));
      await keys.destroy(jeugdigeId);
      expect((await log.readSealed(stream, eersteLetter))[0]!.data['naam']).toBeNull();
    });
  });

  describe('a fingerprint', () => {
    it('given the same text, then it is the same; given other keys, then it cannot be recomputed', async () => {
      const other = new EventLog(store, new EventCodec(catalogue, new MemoryKeyStore()));
      const print = await log.fingerprint(BSN);
      expect(await log.fingerprint(BSN)).toBe(print);
      expect(await log.fingerprint(NAAM)).not.toBe(print);
      expect(await other.fingerprint(BSN)).not.toBe(print);
    });
  });
});
