import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CommandRunner, type RecordedEvent } from '@regielijn/event-store';
import { jeugdigeDecider, jeugdigeStream, StelRegieregelVast } from '@regielijn/jeugdige';
import { deriveId, parseConfig } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { regieregelsSchema } from '@regielijn/regie';
import type pg from 'pg';
import { testContext } from '../../kern/src/scenario.kit.js';
import { a, b, c, DrieDossiers } from './opgegaan.kit.js';
import { RegieVolgtMachtiging } from './regie-volgt-machtiging.follower.js';

const REGIOS = ['rijnmond', 'haaglanden', 'midden-holland', 'holland-rijnland', 'zuid-holland-zuid'];
const bestand = join(import.meta.dirname, '..', '..', '..', 'config', 'regie.json');
const regels = parseConfig(regieregelsSchema(REGIOS), readFileSync(bestand, 'utf8'), 'config/regie.json');
const geenRijen = { query: async () => ({ rows: [] }) } as unknown as pg.Pool;

/** Once a machtiging gave this dossier a line; none is left of it. */
const hadRegel = (dossiers: DrieDossiers, jeugdigeId: string) =>
  new CommandRunner(dossiers.log).decide({
    decider: jeugdigeDecider,
    stream: jeugdigeStream(jeugdigeId),
    command: new StelRegieregelVast(
      {
        jeugdigeId,
        perioden: [{ vanaf: '2026-03-02', houder: 'GI', regel: 'gedwongen_kader' }],
        ...{ regelversie: 'regie-1', bron: ['Impactanalyse'], aanleiding: deriveId('machtiging') },
      },
      testContext({ commandId: deriveId('regel', jeugdigeId) }),
    ),
    facts: () => ({ regio: null }),
  });

describe('deriving who should hold casusregie', () => {
  it.each([
    ['in the first of a chain of merges, then in all of it', a, [a, b, c]],
    ['in the dossier that stays, then only there', c, [c]],
  ])('given something that happens %s', async (_, jeugdigeId, verwacht) => {
    const dossiers = await new DrieDossiers().begin();
    await dossiers.keten();
    for (const id of [a, b, c]) await hadRegel(dossiers, id);
    const gesteld: string[] = [];
    const poort = { opdracht: async (__: unknown, data: { jeugdigeId: string }) => gesteld.push(data.jeugdigeId) };
    const follower = new RegieVolgtMachtiging(poort as unknown as Poort, dossiers.log, geenRijen, regels);
    const [registratie] = await dossiers.log.read(jeugdigeStream(jeugdigeId));
    await follower.handle({ ...registratie, type: 'jeugdige.verhuisd@1' } as RecordedEvent);
    expect(gesteld).toEqual(verwacht);
  });
});
