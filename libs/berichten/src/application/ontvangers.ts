import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { keyReused, staleVersion } from '@regielijn/event-store';
import type { CommandContext } from '@regielijn/kern';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import type { Ontvanger } from '../domain/voorkeur.js';

const SCHEMA = `
create schema if not exists berichten;
create table if not exists berichten.ontvanger (
  ontvanger text primary key,
  organisatie text not null,
  -- The shared mailbox of the organisation, or one of its workers.
  is_postbus boolean not null,
  adres text,
  wijze text not null check (wijze in ('direct', 'dagelijks', 'uit')),
  uur int not null check (uur between 0 and 23),
  versie bigint not null default 0,
  -- The command that wrote this: given again, it changes nothing.
  opdracht uuid not null,
  check ((adres is null) = (wijze = 'uit'))
);
create index if not exists ontvanger_organisatie on berichten.ontvanger (organisatie);
`;
const SCHEMA_LOCK = 7_201_925;

const COLUMNS = 'ontvanger, organisatie, is_postbus as "isPostbus", adres, wijze, uur';
const COLUMN_NAMES = ['ontvanger', 'organisatie', 'isPostbus', 'adres', 'wijze', 'uur'] as const;

interface Stand extends Ontvanger {
  readonly versie: bigint;
  readonly opdracht: string;
}

/**
 * Who gets messages, and where. Contact data of today and no history, so it is no part of the log: an address that was
 * changed or taken out is gone.
 */
@Injectable()
export class Ontvangers implements OnModuleInit {
  constructor(@Inject(DATABASE) private readonly pool: pg.Pool) {}

  /** Creates what is not there yet. */
  async onModuleInit(): Promise<void> {
    // Statements sent together are one transaction.
    await this.pool.query(`select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA}`);
  }

  async alle(): Promise<readonly Ontvanger[]> {
    return (await this.pool.query<Ontvanger>(`select ${COLUMNS} from berichten.ontvanger order by ontvanger`)).rows;
  }

  async een(ontvanger: string): Promise<Ontvanger | null> {
    const { rows } = await this.pool.query<Ontvanger>(
      `select ${COLUMNS} from berichten.ontvanger where ontvanger = $1`,
      [ontvanger],
    );
    return rows[0] ?? null;
  }

  /**
   * Stores, and answers the version after it. The last command is known by its id.
   * @throws CodedError `VERSIE_VEROUDERD`, `IDEMPOTENCY_SLEUTEL_HERGEBRUIKT`
   */
  async bewaar(
    nieuw: Ontvanger,
    { commandId, ifMatch }: Pick<CommandContext, 'commandId' | 'ifMatch'>,
  ): Promise<bigint> {
    const stand = await this.standVan(nieuw.ontvanger);
    if (stand?.opdracht === commandId) {
      if (COLUMN_NAMES.some((naam) => stand[naam] !== nieuw[naam])) throw keyReused(commandId);
      return stand.versie;
    }
    const { rows } = await this.pool.query<{ versie: bigint }>(
      `insert into berichten.ontvanger as o (ontvanger, organisatie, is_postbus, adres, wijze, uur, opdracht)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (ontvanger) do update set organisatie = excluded.organisatie, adres = excluded.adres,
         wijze = excluded.wijze, uur = excluded.uur, opdracht = excluded.opdracht, versie = o.versie + 1
       where $8::bigint is null or o.versie = $8
       returning versie`,
      [...COLUMN_NAMES.map((naam) => nieuw[naam]), commandId, ifMatch],
    );
    if (!rows[0]) throw staleVersion(ifMatch!, stand?.versie ?? -1n);
    return rows[0].versie;
  }

  private async standVan(ontvanger: string): Promise<Stand | undefined> {
    const { rows } = await this.pool.query<Stand>(
      `select ${COLUMNS}, versie, opdracht from berichten.ontvanger where ontvanger = $1`,
      [ontvanger],
    );
    return rows[0];
  }
}
