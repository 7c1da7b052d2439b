import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailableError } from '@regielijn/event-store';
import { nieuwJeugdigeId, RegistreerJeugdige } from '@regielijn/jeugdige';
import { type CommandClass, deriveId } from '@regielijn/kern';
import { Poort } from '@regielijn/poort';
import { FollowerRunner, followersCameTo } from '@regielijn/projecties';
import { dienstAccounts } from '@regielijn/toegang';
import { MeldAan, MeldUitstroom, nieuwTrajectId, PlaatsOver, PlekVolgtTraject, StartOpname } from '@regielijn/traject';
import { nieuwVoorzieningId, OpenPlekken, OpenVoorziening, voorzieningStream } from '@regielijn/voorziening';
import { until } from '../../../test/kit/cli.js';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/postgres.js';
import { catchUp, type Engine, openEngine } from './engine.js';
import { EngineModule } from './engine.module.js';
import { Settings } from './settings.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let folder: string;
let engine: Engine;
let app: INestApplicationContext;
let jeugdigeId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
  engine = await openEngine(Object.assign(new Settings(), { REGIELIJN_DATA: folder, DATABASE_URL: database.url }));
  app = await NestFactory.createApplicationContext(EngineModule.on(engine), { logger: false });
  engine.projections.start();
  const persoon = { bsn: '999990019', naam: 'Sanne Voorbeeld', geboortedatum: '2010-05-04', geslacht: 'vrouw' };
  jeugdigeId = nieuwJeugdigeId(await geef('jeugdige', RegistreerJeugdige, { ...persoon, gemeente: { code: '0599' } }));
});
afterAll(async () => {
  await engine.projections.stop();
  await app.close();
  await engine.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const geef = async (label: string, type: CommandClass, data: object): Promise<string> => {
  const commandId = deriveId('plek', label);
  await app.get(Poort).opdracht(type, data, { actor: dienstAccounts.demo, commandId });
  return commandId;
};

/** A process that is gone at its n-th command to a voorziening: before that is carried out, or before it hears so. */
const sterftBij = (nr: number, hoe: 'ervoor' | 'erna'): { poort: Poort; isWeg: () => boolean } => {
  let aantal = 0;
  const opdracht: Poort['opdracht'] = async (...gegeven) => {
    aantal += 1;
    if (aantal > nr || (aantal === nr && hoe === 'ervoor')) throw new StoreUnavailableError('weg');
    const receipt = await app.get(Poort).opdracht(...gegeven);
    if (aantal === nr) throw new StoreUnavailableError('weg');
    return receipt;
  };
  return { poort: { opdracht } as Poort, isWeg: () => aantal >= nr };
};

const volger = (poort: Poort): FollowerRunner => {
  const runner = new FollowerRunner(engine.pool, engine.log, new PlekVolgtTraject(poort, engine.log, engine.pool));
  runner.start();
  return runner;
};

/** What a voorziening recorded after it was opened. */
const verhaal = async (voorzieningId: string): Promise<readonly string[]> =>
  (await engine.log.read(voorzieningStream(voorzieningId))).slice(2).map(({ type }) => type);

describe('a process that dies between what a traject tells and the plek', () => {
  // Take the first, free the first, take the second, free the second.
  const momenten = [1, 2, 3, 4].flatMap((nr) => (['ervoor', 'erna'] as const).map((hoe) => [nr, hoe] as const));

  it.each(momenten)(
    'given one that died at its step %s, %s, when another goes on, then each plek was taken and freed once',
    async (nr, hoe) => {
      const van = `${nr} ${hoe}`;
      const [eik, linde] = (await Promise.all(
        ['eik', 'linde'].map(async (naam) => {
          const groep = { naam, aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' };
          const voorzieningId = nieuwVoorzieningId(await geef(`${van} ${naam}`, OpenVoorziening, groep));
          await geef(`${van} ${naam} plekken`, OpenPlekken, { voorzieningId, aantal: 1, vanaf: '2026-01-01' });
          return voorzieningId;
        }),
      )) as [string, string];
      const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
      const trajectId = nieuwTrajectId(await geef(`${van} aanmelding`, MeldAan, { jeugdigeId, ...aanmelding }));
      await geef(`${van} opname`, StartOpname, { trajectId, voorzieningId: eik });
      await geef(`${van} overplaatsing`, PlaatsOver, { trajectId, voorzieningId: linde });
      await geef(`${van} uitstroom`, MeldUitstroom, { trajectId, bestemming: 'thuis_of_netwerk' });

      const { poort, isWeg } = sterftBij(nr, hoe);
      const eerste = volger(poort);
      await until('the process is gone', isWeg);
      await eerste.stop();
      const tweede = volger(app.get(Poort));
      expect(await followersCameTo(engine.pool, ['plek'], await catchUp(engine), 30_000)).toBe(true);
      await tweede.stop();
      const eenmaal = ['voorziening.plek-bezet@1', 'voorziening.plek-vrijgekomen@1'];
      expect([await verhaal(eik), await verhaal(linde)]).toEqual([eenmaal, eenmaal]);
    },
  );
});
