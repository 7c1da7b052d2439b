import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { configFolder } from '@regielijn/engine';
import { LOG_START } from '@regielijn/event-store';
import { parseRegios } from '@regielijn/kern';
import { kleineCijfers } from '../../../../test/kit/kleine-cijfers.js';
import { type Geheugen, startGeheugen } from '../../../../test/reeksen/geheugen.kit.js';
import { toetsPlekken } from '../../../../test/reeksen/plekken.kit.js';
import { laadOpdrachten, schrijfOpdrachten } from './laden.js';
import { planDemo } from './plan/plan.js';
import { parseTargets } from './plan/targets.js';
import { plekVolgt } from './plek-volgt.js';

const SEED = 7;

let geheugen: Geheugen;
const log = () => geheugen.opslag.store.readAll(LOG_START, Infinity);

beforeAll(async () => {
  geheugen = await startGeheugen();
  const regios = parseRegios(readFileSync(join(configFolder(), 'regios.json'), 'utf8'), 'regios');
  const cijfers = parseTargets(JSON.stringify(kleineCijfers()), 'cijfers');
  const opdrachten = schrijfOpdrachten(planDemo(cijfers, regios, SEED), SEED, cijfers.onttrekking.drempelDagen);
  const [poort] = geheugen.poorten;
  await laadOpdrachten(poort, opdrachten, plekVolgt(poort, { log: geheugen.opslag.log, pool: undefined as never }));
}, 60_000);
afterAll(() => geheugen.close());

describe('the year of the figures, loaded while no follower runs', () => {
  it('has a plek for everybody who was opgenomen, within the open plekken, and all are left at the end', async () => {
    const events = await log();
    const aantal = (type: string): number => events.filter((event) => event.type.startsWith(type)).length;
    toetsPlekken(events);
    expect(aantal('traject.opname-gestart@')).toBeGreaterThan(10);
    expect(aantal('voorziening.plek-bezet@')).toBe(
      aantal('traject.opname-gestart@') + aantal('traject.overgeplaatst@'),
    );
    expect(aantal('voorziening.plek-vrijgekomen@')).toBe(aantal('voorziening.plek-bezet@'));
    expect(events.filter(({ data }) => data['bovenCapaciteit'])).toEqual([]);
  });

  it('given the follower that comes by afterwards, then it adds nothing', async () => {
    const eerst = await log();
    await geheugen.volgPlekken();
    expect(await log()).toHaveLength(eerst.length);
  });
});
