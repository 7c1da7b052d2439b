import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCatalogue, EventCodec, EventLog, MemoryEventStore, MemoryKeyStore } from '@regielijn/event-store';
import { randomId } from '@regielijn/kern';
import { createPool } from '@regielijn/postgres';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/postgres.js';
import { bestand, vastgelegd } from '../domain/document.kit.js';
import { documentEvents, documentStream } from '../domain/events.js';
import { bewaardeBestanden, DocumentInhoud, type Plek, type Verzegeld } from './document-inhoud.js';
import { RuimDocumentenOp } from './ruim-documenten-op.follower.js';

let database: TestDatabase;
let pool: pg.Pool;
const keys = new MemoryKeyStore();
let inhoud: DocumentInhoud;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, 4);
  inhoud = new DocumentInhoud(pool, keys);
  await inhoud.onModuleInit();
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.close();
}, 60_000);

const plek = (changes: Partial<Plek> = {}): Plek => ({
  jeugdigeId: randomId(),
  documentId: randomId(),
  versie: 1,
  ...changes,
});
const tekst = 'Zij woont weer thuis bij haar tante.';
const plain = bestand('application/pdf', tekst);

const bewaard = async (waar: Plek, bytes: Uint8Array = plain): Promise<Verzegeld> => {
  const verzegeld = await inhoud.verzegel(waar, bytes);
  await inhoud.bewaar(verzegeld);
  return verzegeld;
};
const isEr = async ({ sha256 }: Verzegeld): Promise<boolean> => (await bewaardeBestanden(pool, [sha256])).has(sha256);

describe('the files of documents', () => {
  it('given a file, then it reads as it was sent, and no byte of it lies readable in the database', async () => {
    const waar = plek();
    const { sha256 } = await bewaard(waar);
    expect(await inhoud.lees(waar, sha256)).toEqual(plain);
    const { rows } = await pool.query<{ inhoud: Buffer }>('select inhoud from documenten.inhoud where sha256 = $1', [
      sha256,
    ]);
    expect(rows[0]!.inhoud.includes(plain)).toBe(false);
    expect(rows[0]!.inhoud.includes(tekst)).toBe(false);
    expect(rows[0]!.inhoud.includes('%PDF')).toBe(false);
  });

  it('given ten megabytes of anything, then they read as they were sent', async () => {
    const waar = plek();
    const groot = randomBytes(10 * 1024 * 1024);
    const { sha256 } = await bewaard(waar, groot);
    expect((await inhoud.lees(waar, sha256))!.equals(groot)).toBe(true);
  });

  it('given the same file twice, then nothing shows that they are the same', async () => {
    const waar = plek();
    const [een, twee] = [await bewaard(waar), await bewaard(waar)];
    expect(een.sha256).not.toBe(twee.sha256);
    expect(een.inhoud.equals(twee.inhoud)).toBe(false);
  });

  it.each<[string, (waar: Plek) => Plek]>([
    ['another version', (waar) => ({ ...waar, versie: 2 })],
    ['another document', (waar) => ({ ...waar, documentId: randomId() })],
  ])('given a file that was moved to %s, then it does not open', async (_, verplaats) => {
    const waar = plek();
    const { sha256 } = await bewaard(waar);
    await expect(inhoud.lees(verplaats(waar), sha256)).rejects.toThrow();
  });

  it('given the key of another jeugdige, then it does not open', async () => {
    const waar = plek();
    const { sha256 } = await bewaard(waar);
    const ander = randomId();
    await keys.obtain(ander);
    await expect(inhoud.lees({ ...waar, jeugdigeId: ander }, sha256)).rejects.toThrow();
  });

  it('given a bit that was changed, then it does not open, and its hash no longer agrees', async () => {
    const waar = plek();
    const { sha256 } = await bewaard(waar);
    expect((await bewaardeBestanden(pool, [sha256])).get(sha256)).toBe(true);
    await pool.query(
      'update documenten.inhoud set inhoud = set_byte(inhoud, 40, get_byte(inhoud, 40) # 1) where sha256 = $1',
      [sha256],
    );
    expect((await bewaardeBestanden(pool, [sha256])).get(sha256)).toBe(false);
    await expect(inhoud.lees(waar, sha256)).rejects.toThrow();
  });

  it('given a destroyed key, then the file is unreadable at once, and nothing more is encrypted', async () => {
    const waar = plek();
    const { sha256 } = await bewaard(waar);
    await keys.destroy(waar.jeugdigeId);
    await expect(inhoud.lees(waar, sha256)).rejects.toMatchObject({ code: 'SLEUTEL_ONTBREEKT' });
    await expect(inhoud.verzegel(waar, plain)).rejects.toMatchObject({ code: 'DOSSIER_VERNIETIGD' });
  });

  it('given a hash that nothing is stored under, then there is no file', async () => {
    expect(await inhoud.lees(plek(), '0'.repeat(64))).toBeNull();
  });

  it('given the schema is there already, as when a second process starts, then it stays as it is', async () => {
    const verzegeld = await bewaard(plek());
    await new DocumentInhoud(pool, keys).onModuleInit();
    expect(await isEr(verzegeld)).toBe(true);
  });
});

describe('files that may no longer be there', () => {
  const store = new MemoryEventStore();
  const log = new EventLog(store, new EventCodec(new EventCatalogue(documentEvents), keys));
  const event = (type: string, data: object) => ({ type, data }) as never;
  const volger = () => new RuimDocumentenOp(inhoud, log);

  it('given a destroyed dossier, then all its files go, and those of others stay', async () => {
    const jeugdigeId = randomId();
    const [een, twee, ander] = [
      await bewaard(plek({ jeugdigeId })),
      await bewaard(plek({ jeugdigeId })),
      await bewaard(plek()),
    ];
    await volger().handle(event('jeugdige.dossier-vernietigd@1', { jeugdigeId }));
    expect([await isEr(een), await isEr(twee), await isEr(ander)]).toEqual([false, false, true]);
  });

  it('given a withdrawn version, then its file goes, also when it is told twice, and the other versions stay', async () => {
    const waar = plek();
    const [een, twee] = [await bewaard(waar), await bewaard({ ...waar, versie: 2 })];
    const ingetrokken = event('document.ingetrokken@1', { documentId: waar.documentId, versie: 1 });
    await volger().handle(ingetrokken);
    await volger().handle(ingetrokken);
    expect([await isEr(een), await isEr(twee)]).toEqual([false, true]);
  });

  it('given files of commands that died, then the next document sweeps the old ones that no event names', async () => {
    const oud = (verzegeld: Verzegeld) =>
      pool.query("update documenten.inhoud set opgeslagen_op = now() - interval '2 days' where sha256 = $1", [
        verzegeld.sha256,
      ]);
    const leg = async (waar: Plek, sha256: string) => {
      const metadata = { actor: { subject: 's', organisatie: 'o', rol: 'r' }, correlationId: 'c', causationId: 'c' };
      const op = '2026-03-02T09:30:00.000Z';
      const data = { ...vastgelegd.data, ...waar, sha256 };
      await log.append(documentStream(waar.documentId), 'no-stream', [
        { id: randomId(), type: vastgelegd.type, geldigOp: op, vastgelegdOp: op, metadata, data },
      ]);
    };
    const waar = plek();
    const [wees, vers, genoemd] = [await bewaard(plek()), await bewaard(plek()), await bewaard(waar)];
    await Promise.all([oud(wees), oud(genoemd), leg(waar, genoemd.sha256)]);
    await volger().handle(event('document.vastgelegd@1', { sha256: '0'.repeat(64) }));
    expect([await isEr(wees), await isEr(vers), await isEr(genoemd)]).toEqual([false, true, true]);
    expect((await inhoud.langOnbevestigd()).map(({ sha256 }) => sha256)).not.toContain(genoemd.sha256);
  });

  it('given an event that names a file, then that file is no longer looked at', async () => {
    const verzegeld = await bewaard(plek());
    await volger().handle(event('document.vastgelegd@1', { sha256: verzegeld.sha256 }));
    await pool.query("update documenten.inhoud set opgeslagen_op = now() - interval '2 days'");
    expect((await inhoud.langOnbevestigd()).map(({ sha256 }) => sha256)).not.toContain(verzegeld.sha256);
  });
});
