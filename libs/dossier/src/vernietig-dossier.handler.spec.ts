import { beforeEach, describe, expect, it } from '@jest/globals';
import { CommandRunner, type EventLog } from '@regielijn/event-store';
import { VernietigDossier } from '@regielijn/jeugdige';
import { type CommandContext, deriveId } from '@regielijn/kern';
import type pg from 'pg';
import { jeugdigeStream } from '../../jeugdige/src/domain/events.js';
import { testContext } from '../../kern/src/scenario.kit.js';
import { a, b, c, DrieDossiers } from './opgegaan.kit.js';
import { VernietigDossierHandler } from './vernietig-dossier.handler.js';

let dossiers: DrieDossiers;
beforeEach(async () => {
  dossiers = await new DrieDossiers().begin();
});

const vernietig = (changes: Partial<CommandContext> = {}, log: EventLog = dossiers.log, pool = dossiers.pool) =>
  new VernietigDossierHandler(new CommandRunner(log), log, dossiers.keys, pool).execute(
    new VernietigDossier(
      { jeugdigeId: c, grond: 'verzoek_betrokkene' },
      testContext({ commandId: deriveId('vernietig'), ...changes }),
    ),
  );
const sterft = () => dossiers.sterftBijAppend(2);

describe('destroying a dossier into which another one went', () => {
  it('then nobody can read either of them, also by a command that names a version of the first', async () => {
    await dossiers.samen(b, c);
    await vernietig({ ifMatch: await dossiers.sluit(c) });
    expect(await dossiers.leesbaar()).toEqual([a]);
    expect((await dossiers.log.read(jeugdigeStream(b))).at(-1)).toMatchObject({
      type: 'jeugdige.dossier-vernietigd@1',
      data: { jeugdigeId: b },
    });
    await vernietig({ commandId: deriveId('nog eens') });
    expect(await dossiers.leesbaar()).toEqual([a]);
  });

  it('given a chain of merges, then nobody can read any of it', async () => {
    await dossiers.keten();
    await dossiers.sluit(c);
    await vernietig();
    expect(await dossiers.leesbaar()).toEqual([]);
    expect((await dossiers.log.read(jeugdigeStream(a))).at(-1)!.type).toBe('jeugdige.dossier-vernietigd@1');
  });

  it('given a merge that was undone, then the other one stays, though the read model lags', async () => {
    await dossiers.samen(b, c);
    await dossiers.ongedaan(b, c);
    await dossiers.sluit(c);
    await vernietig({}, dossiers.log, { query: async () => ({ rows: [{ id: b }] }) } as unknown as pg.Pool);
    expect(await dossiers.leesbaar()).toEqual([a, b]);
  });

  it('given a process that died between the two, when the same command comes again, then it is finished', async () => {
    await dossiers.keten();
    await dossiers.sluit(c);
    await expect(vernietig({}, sterft())).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await dossiers.leesbaar()).toHaveLength(3);
    await vernietig();
    expect(await dossiers.leesbaar()).toEqual([]);
  });

  it('given a dossier that is open, then it is refused and neither is touched', async () => {
    await dossiers.samen(b, c);
    await expect(vernietig()).rejects.toMatchObject({ code: 'DOSSIER_IS_OPEN' });
    expect(await dossiers.leesbaar()).toHaveLength(3);
  });
});

describe('destroying a dossier of which a merge broke off halfway', () => {
  const NIET_AF = { code: 'SAMENVOEGING_NIET_AF' };

  it('given a dossier that went into it by half, then it is refused, until the same command finishes the merge', async () => {
    await expect(dossiers.samen(b, c, sterft())).rejects.toMatchObject({ kind: 'unavailable' });
    await dossiers.sluit(c);
    await expect(vernietig()).rejects.toMatchObject({ ...NIET_AF, data: { dossiers: [b] } });
    expect(await dossiers.leesbaar()).toHaveLength(3);
    await dossiers.samen(b, c);
    await vernietig();
    expect(await dossiers.leesbaar()).toEqual([a]);
  });

  it('given one that went by half into what went into it, then the same', async () => {
    await expect(dossiers.samen(a, b, sterft())).rejects.toMatchObject({ kind: 'unavailable' });
    await dossiers.samen(b, c);
    await dossiers.sluit(c);
    await expect(vernietig()).rejects.toMatchObject({ ...NIET_AF, data: { dossiers: [a] } });
    expect(await dossiers.leesbaar()).toHaveLength(3);
  });

  it('given a merge of which only half was undone, then it is refused, until it is undone and the other one stays', async () => {
    await dossiers.samen(b, c);
    await expect(dossiers.ongedaan(b, c, sterft())).rejects.toMatchObject({ kind: 'unavailable' });
    await dossiers.sluit(c);
    await expect(vernietig()).rejects.toMatchObject({ ...NIET_AF, data: { dossiers: [b] } });
    await dossiers.ongedaan(b, c);
    await vernietig();
    expect(await dossiers.leesbaar()).toEqual([a, b]);
  });
});
