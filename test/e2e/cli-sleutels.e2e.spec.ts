import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RegistreerJeugdige } from '@regielijn/jeugdige';
import type pg from 'pg';
import { type Cli, document, eneRegel, inDatabase, type Run } from '../kit/cli.js';
import { type CliMetLog, createCliMetLog } from '../kit/cli-met-log.js';
import { inEngine } from '../kit/in-engine.js';
import { sanne, vernietigd } from '../kit/voorbeeld-log.js';

jest.setTimeout(60_000);

let metLog: CliMetLog;
let cli: Cli;
const nieuweSleutel = (): string => randomBytes(32).toString('base64');
const run = (...args: readonly string[]): Promise<Run> => cli.run([...args, '--data', 'data']);

beforeAll(async () => {
  metLog = await createCliMetLog();
  ({ cli } = metLog);
}, 180_000);
afterAll(() => metLog.close());

interface Controle {
  readonly naam: string;
  readonly fouten: readonly string[];
}

const fouten = async (): Promise<readonly Controle[]> => {
  const { controles } = document(await run('verify', '--json')) as { controles: Controle[] };
  return controles.filter((controle) => controle.fouten.length > 0);
};

describe('keys rotate', () => {
  const bestand = (): string => cli.sub('data/geheim/hoofdsleutel');

  it('given a file without a key, or no file, then one line says so and nothing changes', async () => {
    const before = readFileSync(bestand(), 'utf8');
    writeFileSync(cli.sub('kort'), 'kort');
    for (const [naam, reden] of [
      ['kort', 'hij moet 32 bytes zijn, in base64'],
      ['nergens', 'het bestand nergens ontbreekt'],
    ] as const) {
      const mislukt = await run('keys', 'rotate', '--nieuwe-hoofdsleutel', naam);
      expect(mislukt.code).toBe(1);
      expect(eneRegel(mislukt)).toBe(`HOOFDSLEUTEL: De hoofdsleutel klopt niet: ${reden}.`);
    }
    expect(readFileSync(bestand(), 'utf8')).toBe(before);
    expect(await fouten()).toEqual([]);
  });

  it('given another master key, then every dossier opens with that one, which lies where the old one lay, and not with the old one', async () => {
    const before = readFileSync(bestand(), 'utf8');
    const sleutel = nieuweSleutel();
    writeFileSync(cli.sub('nieuw'), `${sleutel}\n`);
    const gedraaid = await run('keys', 'rotate', '--nieuwe-hoofdsleutel', 'nieuw', '--json');
    const sleutels = document({ ...gedraaid });
    expect({ code: gedraaid.code, ...sleutels }).toMatchObject({ code: 0, bestandVervangen: true });
    const levend = await inDatabase(cli.sub('data'), (pool) =>
      pool.query<{ n: number }>('select count(*)::int - 1 as n from sleutels.sleutel where wrapped is not null'),
    );
    expect(sleutels.sleutels).toBe(levend.rows[0]!.n);
    expect(readFileSync(bestand(), 'utf8')).toBe(`${sleutel}\n`);
    expect(document(await run('dossier', sanne.id, '--json')).persoon.naam).toBe(sanne.naam);
    expect(await fouten()).toEqual([]);

    writeFileSync(bestand(), before);
    expect(eneRegel(await run('verify'))).toMatch(/^HOOFDSLEUTEL: .*past niet op de sleutels/);
    writeFileSync(bestand(), sleutel);
  });
});

describe('vernietigingen', () => {
  const lijst = (vernietigingen: readonly object[]): void =>
    writeFileSync(cli.sub('lijst.json'), JSON.stringify({ vernietigingen }));
  const herhaal = (): Promise<Run> => run('vernietigingen', '--herhaal', 'lijst.json', '--json');

  it('given a log with a dossier that was destroyed, then that one is named, with why and when, and nobody by name', async () => {
    const { stdout } = await run('vernietigingen', '--json');
    expect(JSON.parse(stdout)).toEqual({
      vernietigingen: [
        { jeugdigeId: vernietigd.id, grond: 'verzoek_betrokkene', vernietigdOp: expect.stringMatching(/^2026-01-05T/) },
      ],
    });
    expect((await run('vernietigingen')).stdout).toMatch(
      new RegExp(`^${vernietigd.id}  05-01-2026 \\d\\d:\\d\\d  verzoek_betrokkene\n$`),
    );
  });

  it('given an open dossier that a backup brought back, then it is closed and destroyed; when its key comes back once more, verify names it, and it is destroyed again', async () => {
    const jeugdigeId = await inEngine({ REGIELIJN_DATA: cli.sub('data') }, async (geef) => {
      const persoon = { bsn: '999990032', naam: 'Terug Gekomen', geboortedatum: '2010-05-04', geslacht: 'x' };
      const { stream } = await geef(RegistreerJeugdige, { ...persoon, gemeente: { code: '0599' } }, 'lokaal-team');
      return stream.slice('jeugdige-'.length);
    });
    const rijen = (pool: pg.Pool, text: string) => pool.query<{ rij: string }>(text, [jeugdigeId]);
    const back = await inDatabase(cli.sub('data'), async (pool) => ({
      sleutel: (await rijen(pool, 'select wrapped as rij from sleutels.sleutel where id = $1')).rows[0]!.rij,
      claim: (await rijen(pool, 'select claim as rij from sleutels.bsn_claim where id = $1')).rows[0]!.rij,
    }));
    lijst([{ jeugdigeId, grond: 'verzoek_betrokkene', vernietigdOp: '2026-01-05T10:00:00.000Z' }]);
    const vernietigd = { code: 0, uitkomsten: [{ jeugdigeId, uitkomst: 'vernietigd' }] };
    const eerst = await herhaal();
    expect({ code: eerst.code, ...document(eerst) }).toEqual(vernietigd);
    expect(await fouten()).toEqual([]);

    await inDatabase(cli.sub('data'), async (pool) => {
      await pool.query('update sleutels.sleutel set wrapped = $2 where id = $1', [jeugdigeId, back.sleutel]);
      await pool.query('insert into sleutels.bsn_claim (claim, id, version) values ($2, $1, 0)', [
        jeugdigeId,
        back.claim,
      ]);
    });
    expect(await fouten()).toEqual([
      expect.objectContaining({
        naam: 'van elk vernietigd dossier is de sleutel weg',
        fouten: [`de sleutel is er nog: ${jeugdigeId}`],
        uitleg: expect.stringContaining('regielijn vernietigingen --herhaal'),
      }),
    ]);
    const weer = await herhaal();
    expect({ code: weer.code, ...document(weer) }).toEqual(vernietigd);
    expect(await fouten()).toEqual([]);
    expect(document(await run('vernietigingen', '--json')).vernietigingen).toHaveLength(2);
  });

  it('given one that cannot be closed and one that is not in the log, then the first is named with the reason, the second gets no key, and nothing else changes', async () => {
    const vreemd = randomUUID();
    const rest = { grond: 'bewaartermijn_verstreken', vernietigdOp: '2026-01-05T10:00:00.000Z' };
    lijst([
      { jeugdigeId: sanne.id, ...rest },
      { jeugdigeId: vreemd, ...rest },
    ]);
    const opnieuw = await herhaal();
    expect({ code: opnieuw.code, ...document(opnieuw) }).toEqual({
      code: 1,
      uitkomsten: [
        {
          jeugdigeId: sanne.id,
          uitkomst: { code: 'TRAJECT_STAAT_OPEN', zin: 'Er staat nog een traject open. Sluit dat eerst af.' },
        },
        { jeugdigeId: vreemd, uitkomst: 'niet in dit logboek' },
      ],
    });
    expect((await run('vernietigingen', '--herhaal', 'lijst.json')).stdout).toContain(
      `${sanne.id}  NIET VERNIETIGD: Er staat nog een traject open.`,
    );
    const { rows } = await inDatabase(cli.sub('data'), (pool) =>
      pool.query('select wrapped from sleutels.sleutel where id = $1', [vreemd]),
    );
    expect(rows).toEqual([{ wrapped: null }]);
    expect(document(await run('dossier', sanne.id, '--json')).persoon.naam).toBe(sanne.naam);
  });

  it('given a file that is no list, then one line says so', async () => {
    lijst([{ jeugdigeId: 'Sanne' }]);
    const fout = await herhaal();
    expect(fout.code).toBe(1);
    expect(eneRegel(fout)).toMatch(/^CONFIG_/);
  });
});
