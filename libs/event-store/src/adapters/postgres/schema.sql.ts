/**
 * The log in PostgreSQL. One counter row hands out positions, so that commit order is position order and nothing can
 * be skipped by a reader; see docs/decisions/0002-one-counter-row.md.
 *
 * `data` and `metadata` are json, not jsonb: nothing queries inside an event, and json keeps what was sent.
 */
export const LOG_SCHEMA = `
create schema if not exists log;

create table if not exists log.counter (
  one boolean primary key default true check (one),
  position bigint not null,
  vastgelegd_op timestamptz not null
);
insert into log.counter values (true, 0, 'epoch') on conflict do nothing;

create table if not exists log.event (
  position bigint primary key,
  id uuid not null,
  stream text not null,
  stream_version bigint not null,
  type text not null,
  geldig_op timestamptz not null,
  vastgelegd_op timestamptz not null,
  metadata json not null,
  data json not null,
  constraint event_id unique (id),
  constraint event_stream_version unique (stream, stream_version)
);
`;

/**
 * Appends a batch in one transaction, each append with an outcome of its own:
 * `ok`, `same` (a retry of what is there), `conflict` or `duplicate-id`. No conflict aborts the batch.
 *
 * p_events: [{append, nr, stream, expected, id, type, geldig_op, vastgelegd_op, metadata, data}], at most one append
 * per stream; `nr` counts from 1 within an append, `expected` is -1 for no stream.
 */
export const APPEND_FUNCTION = `
create or replace function log.append(p_events json)
returns table (append int, outcome text, last_position bigint, last_version bigint)
language plpgsql
-- A plan made on the empty table scans it; after 58,000 events that made a batch five times slower.
set enable_seqscan = off
set enable_bitmapscan = off
set lock_timeout = '2s'
as $function$
declare
  v_position bigint;
  v_moment timestamptz;
begin
  -- The lock comes first, the version check in the next statement: under READ COMMITTED that one sees the winner.
  select c.position, c.vastgelegd_op into v_position, v_moment from log.counter c for update;

  return query
  with offered as materialized (
    select * from json_to_recordset(p_events) as e(
      append int, nr int, stream text, expected bigint, id uuid, type text,
      geldig_op timestamptz, vastgelegd_op timestamptz, metadata json, data json)
  ),
  appends as materialized (
    select o.append, o.stream, o.expected, count(*) as size, array_agg(o.id order by o.nr) as ids
    from offered o group by o.append, o.stream, o.expected
  ),
  judged as materialized (
    select a.append, a.size, coalesce(head.version, -1) as head,
      case
        when coalesce(head.version, -1) = a.expected
          then case when exists (select from log.event e where e.id = any(a.ids)) then 'duplicate-id' else 'ok' end
        when there.ids = a.ids then 'same'
        else 'conflict'
      end as outcome,
      there.last_position, there.last_version
    from appends a
    left join lateral (
      select e.stream_version as version from log.event e
      where e.stream = a.stream order by e.stream_version desc limit 1
    ) head on true
    left join lateral (
      select array_agg(e.id order by e.stream_version) as ids, max(e.position) as last_position,
        max(e.stream_version) as last_version
      from log.event e
      where e.stream = a.stream and e.stream_version > a.expected and e.stream_version <= a.expected + a.size
    ) there on true
  ),
  inserted as (
    insert into log.event
    select v_position + row_number() over log_order, o.id, o.stream, j.head + o.nr, o.type, o.geldig_op,
      greatest(v_moment, max(o.vastgelegd_op) over log_order), o.metadata, o.data
    from offered o join judged j on j.append = o.append
    where j.outcome = 'ok'
    window log_order as (order by o.append, o.nr)
    returning log.event.position, log.event.stream, log.event.stream_version, log.event.vastgelegd_op
  ),
  counted as (
    update log.counter c set position = i.position, vastgelegd_op = i.moment
    from (select max(n.position) as position, max(n.vastgelegd_op) as moment from inserted n) i
    where i.position is not null
  )
  select j.append, j.outcome,
    case j.outcome when 'ok' then w.position when 'same' then j.last_position end,
    case j.outcome when 'ok' then w.version when 'same' then j.last_version else j.head end
  from judged j
  join appends a on a.append = j.append
  left join (
    select n.stream, max(n.position) as position, max(n.stream_version) as version from inserted n group by n.stream
  ) w on w.stream = a.stream;

  -- Only a wake-up: followers poll as well, so a lost notification costs time, never an event.
  perform pg_notify('regielijn_log', '');
end
$function$;
`;
