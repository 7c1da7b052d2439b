import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { decryptBytes, encryptBytes, keyElsewhere, KEY_STORE, type KeyStore } from '@regielijn/event-store';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';

const SCHEMA = `
create schema if not exists documenten;
create table if not exists documenten.inhoud (
  -- Of the ciphertext, which is another one each time: two tries of one command never write the same row.
  sha256 text primary key,
  jeugdige_id uuid not null,
  document_id uuid not null,
  versie int not null,
  opgeslagen_op timestamptz not null default now(),
  -- True once an event is known that names this row.
  bevestigd boolean not null default false,
  inhoud bytea not null
);
-- Encrypted bytes do not compress.
alter table documenten.inhoud alter column inhoud set storage external;
create index if not exists inhoud_jeugdige on documenten.inhoud (jeugdige_id);
create index if not exists inhoud_document on documenten.inhoud (document_id, versie);
create index if not exists inhoud_onbevestigd on documenten.inhoud (opgeslagen_op) where not bevestigd;
`;
const SCHEMA_LOCK = 7_201_904;

/** Which version of which document a file is, and whose key it takes. */
export interface Plek {
  readonly jeugdigeId: string;
  readonly documentId: string;
  readonly versie: number;
}

/** A file as it may be stored. */
export interface Verzegeld extends Plek {
  readonly sha256: string;
  readonly inhoud: Buffer;
}

/** A file that no event is known of yet. */
interface Onbevestigd {
  readonly sha256: string;
  readonly documentId: string;
}

const contextOf = ({ documentId, versie }: Plek): string => `document:${documentId}:${versie}`;

/** The files of documents: encrypted, outside the log, each found by the hash that its event names. */
@Injectable()
export class DocumentInhoud implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(KEY_STORE) private readonly keys: KeyStore,
  ) {}

  /** Creates what is not there yet. */
  async onModuleInit(): Promise<void> {
    // Statements sent together are one transaction.
    await this.pool.query(`select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA}`);
  }

  /** Encrypts a file; stores nothing. Refuses a jeugdige whose key was destroyed (`DOSSIER_VERNIETIGD`). */
  async verzegel({ jeugdigeId, documentId, versie }: Plek, bytes: Uint8Array): Promise<Verzegeld> {
    const key = await this.keys.obtain(jeugdigeId);
    const plek = { jeugdigeId, documentId, versie };
    const inhoud = encryptBytes(jeugdigeId, key, contextOf(plek), bytes);
    return { ...plek, inhoud, sha256: createHash('sha256').update(inhoud).digest('hex') };
  }

  /** Stores a file, before the event that names it. */
  async bewaar({ sha256, jeugdigeId, documentId, versie, inhoud }: Verzegeld): Promise<void> {
    await this.pool.query(
      'insert into documenten.inhoud (sha256, jeugdige_id, document_id, versie, inhoud) values ($1, $2, $3, $4, $5)',
      [sha256, jeugdigeId, documentId, versie, inhoud],
    );
  }

  /**
   * The file as it was sent; `null` when it is not stored here. Throws `SLEUTEL_ONTBREEKT` when the key is not here, and
   * an unexpected error when the bytes are no longer what was stored.
   */
  async lees(plek: Plek, sha256: string): Promise<Buffer | null> {
    const { rows } = await this.pool.query<{ inhoud: Buffer }>(
      'select inhoud from documenten.inhoud where sha256 = $1',
      [sha256],
    );
    if (!rows[0]) return null;
    const key = (await this.keys.find([plek.jeugdigeId])).get(plek.jeugdigeId);
    if (!key) throw keyElsewhere(plek.jeugdigeId);
    return decryptBytes(key, contextOf(plek), rows[0].inhoud);
  }

  /** An event names this file. */
  async bevestig(sha256: string): Promise<void> {
    await this.pool.query('update documenten.inhoud set bevestigd = true where sha256 = $1 and not bevestigd', [
      sha256,
    ]);
  }

  /** What has been stored for longer than any command takes, without an event that is known to name it. */
  async langOnbevestigd(): Promise<readonly Onbevestigd[]> {
    const { rows } = await this.pool.query<Onbevestigd>(
      `select sha256, document_id as "documentId" from documenten.inhoud
       where not bevestigd and opgeslagen_op < now() - interval '1 day'`,
    );
    return rows;
  }

  async wis(sha256: string): Promise<void> {
    await this.pool.query('delete from documenten.inhoud where sha256 = $1', [sha256]);
  }

  async wisVersie(documentId: string, versie: number): Promise<void> {
    await this.pool.query('delete from documenten.inhoud where document_id = $1 and versie = $2', [documentId, versie]);
  }

  /** All documents of a jeugdige. */
  async wisVan(jeugdigeId: string): Promise<void> {
    await this.pool.query('delete from documenten.inhoud where jeugdige_id = $1', [jeugdigeId]);
  }
}

/** Which of these files there are, by the hash they are stored under: whether the bytes still have that hash. For `verify`. */
export const bewaardeBestanden = async (
  pool: pg.Pool,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, boolean>> => {
  const { rows } = await pool.query<{ sha256: string; klopt: boolean }>(
    "select sha256, encode(sha256(inhoud), 'hex') = sha256 as klopt from documenten.inhoud where sha256 = any($1)",
    [hashes],
  );
  return new Map(rows.map(({ sha256, klopt }) => [sha256, klopt]));
};
