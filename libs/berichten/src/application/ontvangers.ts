import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { staleVersion } from '@regielijn/event-store';
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
  check ((adres is null) = (wijze = 'uit'))
);
create index if not exists ontvanger_organisatie on berichten.ontvanger (organisatie);
`;
const SCHEMA_LOCK = 7_201_925;

const COLUMNS = 'ontvanger, organisatie, is_postbus as "isPostbus", adres, wijze, uur';

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

  /** Stores, and answers the version after it. @throws CodedError `VERSIE_VEROUDERD` */
  async bewaar({ ontvanger, organisatie, isPostbus, adres, wijze, uur }: Ontvanger, ifMatch?: bigint): Promise<bigint> {
    const { rows } = await this.pool.query<{ versie: bigint }>(
      `insert into berichten.ontvanger as o (ontvanger, organisatie, is_postbus, adres, wijze, uur)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (ontvanger) do update set organisatie = excluded.organisatie, adres = excluded.adres,
         wijze = excluded.wijze, uur = excluded.uur, versie = o.versie + 1
       where $7::bigint is null or o.versie = $7
       returning versie`,
      [ontvanger, organisatie, isPostbus, adres, wijze, uur, ifMatch],
    );
    if (!rows[0]) throw staleVersion(ifMatch!, await this.versieVan(ontvanger));
    return rows[0].versie;
  }

  private async versieVan(ontvanger: string): Promise<bigint> {
    const { rows } = await this.pool.query<{ versie: bigint }>(
      'select versie from berichten.ontvanger where ontvanger = $1',
      [ontvanger],
    );
    return rows[0]?.versie ?? -1n;
  }
}
