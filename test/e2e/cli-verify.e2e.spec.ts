import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createPool } from '@regielijn/postgres';
import type pg from 'pg';
import { type Cli, document, eneRegel } from '../kit/cli.js';
import { type CliMetLog, createCliMetLog } from '../kit/cli-met-log.js';
import { geslotenReview, groepId, groepStream, type VoorbeeldLog } from '../kit/voorbeeld-log.js';

jest.setTimeout(60_000);

let metLog: CliMetLog;
let cli: Cli;
let voorbeeld: VoorbeeldLog;
/** Somebody with a password of the database and no regard for the engine. */
let pool: pg.Pool;

beforeAll(async () => {
  metLog = await createCliMetLog();
  ({ cli, voorbeeld } = metLog);
  pool = createPool(metLog.databaseUrl, 2);
}, 180_000);
afterAll(async () => {
  await pool.end();
  await metLog.close();
});

interface Controle {
  readonly naam: string;
  readonly geteld: number;
  readonly fouten: readonly string[];
}

const verify = async (): Promise<{ code: number | null; goed: boolean; fout: Record<string, readonly string[]> }> => {
  const run = await cli.run(['verify', '--data', 'data', '--json']);
  const { goed, controles } = document(run) as { goed: boolean; controles: Controle[] };
  const fout = controles.filter(({ fouten }) => fouten.length > 0).map(({ naam, fouten }) => [naam, fouten]);
  return { code: run.code, goed, fout: Object.fromEntries(fout) };
};

/** Positions of the log, however it was changed. */
const laatste = async (): Promise<number> =>
  (await pool.query<{ n: number }>('select position::int as n from log.counter')).rows[0]!.n;

/** Writes an event at the end of the log, around the engine. */
const schrijf = async (stream: string, type: string, data: object): Promise<void> => {
  const id = randomUUID();
  const metadata = {
    actor: { subject: 'wie', organisatie: 'weet', rol: 'beheer' },
    correlationId: id,
    causationId: id,
  };
  await pool.query(
    `with plaats as (update log.counter set position = position + 1 returning position, vastgelegd_op)
     insert into log.event
     select p.position, $1, $2, coalesce((select max(stream_version) + 1 from log.event where stream = $2), 0),
       $3, p.vastgelegd_op, p.vastgelegd_op, $4, $5 from plaats p`,
    [id, stream, type, metadata, data],
  );
};

describe('verify', () => {
  it('given a log that nobody touched, then all is well, and every check has looked at something', async () => {
    const run = await cli.run(['verify', '--data', 'data', '--json']);
    expect(run.code).toBe(0);
    const { goed, events, controles } = document(run);
    expect({ goed, events }).toEqual({ goed: true, events: voorbeeld.regels.length - 1 });
    // Nothing is parked here, and no clock ran.
    const leeg = ['geen geparkeerde gebeurtenissen', 'geen moment van een termijn twee keer gemeld'];
    const geteld = (controles as Controle[]).filter(({ naam }) => !leeg.includes(naam));
    for (const { geteld: aantal } of geteld) expect(aantal).toBeGreaterThan(0);
  });

  it('given an event that was deleted, then the gap is named', async () => {
    await pool.query('create table public.weg as select * from log.event where position = 7');
    await pool.query('delete from log.event where position = 7');
    const uitslag = await verify();
    await pool.query('insert into log.event select * from public.weg; drop table public.weg');
    expect(uitslag).toMatchObject({
      code: 1,
      goed: false,
      fout: { 'logboek zonder gaten': expect.arrayContaining(['positie 8 waar 7 moet staan']) },
    });
  });

  it('given a sealed review of which something was changed around the engine, then its seal says so', async () => {
    const stream = `kwartaalreview-${geslotenReview}`;
    const wijzig = (van: string, naar: string) =>
      pool.query('update log.event set data = replace(data::text, $2, $3)::json where stream = $1', [
        ...[stream, van, naar],
      ]);
    await wijzig('deelnemer-onderwijs', 'deelnemer-onderwerp');
    const uitslag = await verify();
    await wijzig('deelnemer-onderwerp', 'deelnemer-onderwijs');
    expect(uitslag).toMatchObject({ code: 1, goed: false });
    expect(uitslag.fout['elke gesloten review past bij haar zegel']).toEqual([expect.stringContaining(stream)]);
  });

  it('given the last event that was deleted, which leaves no gap, then it is missed all the same', async () => {
    const eind = await laatste();
    await pool.query(
      'create table public.weg as select * from log.event where position = $1'.replace('$1', String(eind)),
    );
    await pool.query('delete from log.event where position = $1', [eind]);
    const uitslag = await verify();
    await pool.query('insert into log.event select * from public.weg; drop table public.weg');
    expect(uitslag).toMatchObject({ code: 1, goed: false });
    expect(Object.keys(uitslag.fout)).toContain('geen leesmodel of volger verder dan het logboek');
  });

  it('given a follower that has been further than the log goes, then it is named, and rebuild lets it begin anew, and no other', async () => {
    const { rows } = await pool.query<{ einde: string }>('select max(position) as einde from projecties.generatie');
    const { einde } = rows[0]!;
    await pool.query("insert into projecties.volger values ('op-tijd', $1), ('voorbij', $1 || '9')", [einde]);
    expect(await verify()).toEqual({
      code: 1,
      goed: false,
      fout: {
        'geen leesmodel of volger verder dan het logboek': [
          `volger voorbij: verwerkt tot ${einde}9, het logboek eindigt bij ${einde}`,
        ],
      },
    });
    expect(document(await cli.run(['rebuild', '--data', 'data', '--json']))).toMatchObject({
      volgersOpnieuw: ['voorbij'],
    });
    expect((await pool.query('delete from projecties.volger returning name')).rows).toEqual([{ name: 'op-tijd' }]);
    expect(await verify()).toEqual({ code: 0, goed: true, fout: {} });
  });

  it('given rows of read models that were changed, taken away and made up, then they are named, and rebuild repairs them', async () => {
    const { rows } = await pool.query<{ stream: string }>(
      "update lm.traject set regio = 'elders' where stream = (select min(stream) from lm.traject) returning stream",
    );
    await pool.query('delete from lm.machtiging where stream = (select min(stream) from lm.machtiging)');
    await pool.query("insert into lm.jeugdige (stream, stream_version) values ('jeugdige-verzonnen', 0)");
    expect(await verify()).toEqual({
      code: 1,
      goed: false,
      fout: {
        'leesmodellen gelijk aan opbouw vanaf nul': expect.arrayContaining([
          'jeugdige: jeugdige-verzonnen',
          expect.stringMatching(/^machtiging: machtiging-/),
          `traject: ${rows[0]!.stream}`,
        ]),
      },
    });
    const rebuild = await cli.run(['rebuild', '--data', 'data', '--json']);
    expect({ code: rebuild.code, ...document(rebuild) }).toMatchObject({ code: 0, events: await laatste() });
    expect(await verify()).toEqual({ code: 0, goed: true, fout: {} });
  });

  const claimControle = 'elke jeugdige houdt de claim op het eigen bsn';

  it('given a claim of a BSN without a jeugdige, then it is named', async () => {
    const id = randomUUID();
    await pool.query("insert into sleutels.sleutel (id, wrapped) values ($1, 'x')", [id]);
    await pool.query("insert into sleutels.bsn_claim (claim, id, version) values ('x', $1, 0)", [id]);
    const uitslag = await verify();
    await pool.query('delete from sleutels.bsn_claim where id = $1', [id]);
    await pool.query('delete from sleutels.sleutel where id = $1', [id]);
    expect(uitslag).toEqual({ code: 1, goed: false, fout: { [claimControle]: [`claim zonder jeugdige: ${id}`] } });
  });

  it('given a jeugdige without the claim on their BSN, and one with another beside it, then both are named', async () => {
    const { rows } = await pool.query<{ id: string; claim: string }>(
      'select id, claim from sleutels.bsn_claim order by id limit 2',
    );
    const [zonder, dubbel] = rows.map(({ id }) => id);
    await pool.query('delete from sleutels.bsn_claim where id = $1', [zonder]);
    await pool.query("insert into sleutels.bsn_claim (claim, id, version) values ('x', $1, 1)", [dubbel]);
    const uitslag = await verify();
    await pool.query("delete from sleutels.bsn_claim where claim = 'x'");
    await pool.query('insert into sleutels.bsn_claim (claim, id, version) values ($1, $2, 0)', [
      rows[0]!.claim,
      zonder,
    ]);
    expect(uitslag).toMatchObject({ code: 1, goed: false });
    expect([...uitslag.fout[claimControle]!].sort()).toEqual([
      `claim op een ander bsn: ${dubbel}`,
      `geen claim op het eigen bsn: ${zonder}`,
    ]);
    expect(await verify()).toEqual({ code: 0, goed: true, fout: {} });
  });

  it('given a registration whose personal data was changed, then it is named, and the rest is looked at', async () => {
    const van = "stream like 'jeugdige-%' and type like 'jeugdige.geregistreerd@%'";
    const { rows } = await pool.query<{ position: string; stream: string; bsn: string }>(
      `select position::text, stream, data ->> 'bsn' as bsn from log.event where ${van}
         and replace(stream, 'jeugdige-', '')::uuid in (select id from sleutels.bsn_claim) order by position limit 1`,
    );
    const { position, stream, bsn } = rows[0]!;
    const schrijfBsn = (waarde: string) =>
      pool.query(
        "update log.event set data = jsonb_set(data::jsonb, '{bsn}', to_jsonb($2::text)) where position = $1",
        [position, waarde],
      );
    await schrijfBsn(`${bsn.slice(0, -6)}${bsn.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`);
    const uitslag = await verify();
    await schrijfBsn(bsn);
    expect(uitslag.fout[claimControle]).toEqual([`bsn dat niet te lezen is: ${stream.replace('jeugdige-', '')}`]);
  });

  it('given reservations written around the engine, more than there are plekken, then the place is named', async () => {
    for (const trajectId of [randomUUID(), randomUUID()])
      await schrijf(groepStream, 'voorziening.plek-gereserveerd@1', {
        ...{ voorzieningId: groepId, reserveringId: randomUUID(), trajectId },
        geldigTot: '2099-01-01T00:00:00.000Z',
      });
    expect(await verify()).toEqual({
      code: 1,
      goed: false,
      fout: { 'geen plek twee keer gereserveerd': [`${groepStream}: meer gereserveerd dan open`] },
    });
  });

  it('given a moment of a term that was told twice, while others that had come were not told at all, then both are named', async () => {
    const { rows } = await pool.query<{ termijn_id: string; stream: string; op: string }>(
      `select termijn_id, stream, wekt_op as op from lm.termijn where moment = 'verstreken' order by wekt_op limit 2`,
    );
    const [eerste, tweede] = rows.map(({ termijn_id: termijnId, stream, op }) => ({
      ...{ termijnId, stream, jeugdigeId: null, regel: 'D1', naam: 'Een termijn', moment: 'verstreken' },
      ...{
        wektOp: new Date(op).toISOString(),
        eind: new Date(op).toISOString().slice(0, 10),
        voor: [],
        opdracht: null,
      },
    }));
    const meld = () => schrijf(`proces-termijn-${eerste!.termijnId}`, 'bewaking.termijn-gemeld@1', eerste!);
    await meld();
    await meld();
    const { code, fout } = await verify();
    expect(code).toBe(1);
    expect(fout).toMatchObject({
      'geen moment van een termijn twee keer gemeld': [
        `proces-termijn-${eerste!.termijnId}: verstreken is twee keer gemeld`,
      ],
      'geen termijn langer dan twee rondes van de klok over tijd': expect.arrayContaining([
        `${tweede!.stream}: verstreken van ${tweede!.wektOp} is niet gemeld`,
      ]),
    });
  });

  it('given a casusregie that was accepted without an offer, then it is named, and people read it in plain words', async () => {
    const houder = { soort: 'GI', organisatie: 'gi-elders' };
    const { rows } = await pool.query<{ stream: string }>(
      "select min(stream) as stream from log.event where stream like 'jeugdige-%'",
    );
    const stream = rows[0]!.stream;
    await schrijf(stream, 'jeugdige.regieoverdracht-aanvaard@1', {
      ...{ jeugdigeId: stream.slice('jeugdige-'.length), overdrachtId: randomUUID() },
      ...{ door: houder, medewerker: 'jb-1' },
    });
    const run = await cli.run(['verify', '--data', 'data']);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^NIET IN ORDE: /);
    expect(run.stdout).toMatch(/^FOUT +één casusregiehouder op elk moment/m);
    expect(run.stdout).toContain(`  ${stream}: aanvaarding zonder geldig aanbod`);
  });

  it('given a document whose file did not come along, as after an import, then that is told apart and explained', async () => {
    const { rows } = await pool.query<{ id: string }>(
      "select jeugdige_id as id from lm.jeugdige where status = 'open'",
    );
    const [documentId, jeugdigeId] = [randomUUID(), rows[0]!.id];
    await schrijf(`document-${documentId}`, 'document.vastgelegd@1', {
      ...{ documentId, jeugdigeId, hoortBij: { soort: 'jeugdige', id: jeugdigeId }, soort: 'verslag', titel: 'x' },
      ...{ versie: 1, mediatype: 'application/pdf', omvang: 8, sha256: '0'.repeat(64) },
    });
    const { stdout } = await cli.run(['verify', '--data', 'data']);
    expect(stdout).toMatch(/^FOUT +elk vastgelegd document heeft zijn bestand/m);
    expect(stdout).toMatch(/^goed +elk bestand is onveranderd, elk gewist bestand is weg/m);
    expect(stdout).toContain(
      `  document-${documentId}, versie 1: het bestand is er niet\n  Een export bevat geen bestanden: `,
    );
  });

  it('given an event type of a newer program, then figures are refused at once, in one line', async () => {
    await schrijf(`traject-${randomUUID()}`, 'traject.verhuisd@9', {});
    const begonnen = Date.now();
    for (const args of [['verify'], ['monitor', 'plaatsingen', '--jaar', '2019']]) {
      const run = await cli.run([...args, '--data', 'data']);
      expect(run.code).toBe(1);
      expect(
        eneRegel({ ...run, stderr: run.stderr.replace(/^leesmodel (traject|termijnstand) staat stil.*\n/gm, '') }),
      ).toBe('ONBEKEND_EVENTTYPE: Het logboek bevat "traject.verhuisd@9". Deze versie van Regielijn kent dat niet.');
    }
    expect(Date.now() - begonnen).toBeLessThan(30_000);
  });
});
