import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  CommandRunner,
  EventCatalogue,
  EventCodec,
  EventLog,
  MemoryEventStore,
  MemoryKeyStore,
  type NewEvent,
} from '@regielijn/event-store';
import { deriveId, type JsonObject } from '@regielijn/kern';
import type { Aanroep, Poort } from '@regielijn/poort';
import { trajectEvents, trajectStream } from '@regielijn/traject';
import { ToetsNorm } from '../domain/decide.js';
import { normenkaderEvents, normtoetsStream } from '../domain/events.js';
import { normenkaderVanHetProject } from '../domain/normenkader.kit.js';
import { ToetsBijOpname } from './toets-bij-opname.follower.js';
import { ToetsNormHandler } from './toets-norm.handler.js';

const [trajectId, jeugdigeId, voorzieningId] = [deriveId('traject'), deriveId('jeugdige'), deriveId('voorziening')];
const normenkader = normenkaderVanHetProject();

const recorded = (type: string, data: JsonObject): NewEvent => {
  const id = deriveId('event', type);
  const actor = { subject: 'jb-017', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
  const moment = '2026-01-09T21:15:00.000Z';
  const metadata = { actor, correlationId: id, causationId: id };
  return { id, type, geldigOp: moment, vastgelegdOp: moment, metadata, data: { trajectId, jeugdigeId, ...data } };
};

describe('the follower that assesses O1', () => {
  let keys: MemoryKeyStore;
  let log: EventLog;
  let follower: ToetsBijOpname;

  beforeEach(async () => {
    keys = new MemoryKeyStore();
    const catalogue = new EventCatalogue([...trajectEvents, ...normenkaderEvents]);
    log = new EventLog(new MemoryEventStore(), new EventCodec(catalogue, keys));
    const handler = new ToetsNormHandler(new CommandRunner(log), log, normenkader);
    const poort = {
      opdracht: (_: unknown, data: ToetsNorm['data'], { commandId, actor, geldigOp, nu }: Required<Aanroep>) =>
        handler.execute(
          new ToetsNorm(data, { commandId, actor, geldigOp, nu, correlationId: commandId, causationId: commandId }),
        ),
    } as unknown as Poort;
    follower = new ToetsBijOpname(poort, log, normenkader);
    const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
    const opname = { voorzieningId, variant: 'crisisgroep', machtigingId: null, leeftijd: 15, vlaggen: [] };
    await log.append(trajectStream(trajectId), 'no-stream', [
      recorded('traject.aangemeld@1', { ...aanmelding, gemeentecode: '0599', regio: 'rijnmond' }),
      recorded('traject.opname-gestart@1', opname),
    ]);
  });

  const follow = async (): Promise<readonly string[]> => {
    for (const event of await log.read(trajectStream(trajectId))) await follower.handle(event);
    return (await log.read(normtoetsStream(trajectId))).map(({ type }) => type);
  };

  it('given an opname outside office hours, then assessment and deviation are recorded, and once', async () => {
    const types = ['normenkader.norm-getoetst@1', 'normenkader.afwijking-vastgesteld@1'];
    expect(await follow()).toEqual(types);
    expect(await follow()).toEqual(types);
  });

  it('given a dossier that was destroyed before the follower came by, then it records nothing and goes on', async () => {
    await keys.destroy(jeugdigeId);
    expect(await follow()).toEqual([]);
  });
});
