import { describe, expect, it } from '@jest/globals';
import { EventCatalogue } from '@regielijn/event-store';
import { fold } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import { machtigingDecider } from './decide.js';
import { type MachtigingEvent, machtigingEvents } from './events.js';
import { ids, verleend } from './machtiging.kit.js';
import { geldtOp } from './stand.js';
import { machtigingUpcasters } from './upcasters.js';

const catalogue = new EventCatalogue(machtigingEvents, machtigingUpcasters);
const oud = { ...ids, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-demo' };

describe('events of before these rules', () => {
  it('given a request of then, then what was not asked reads as not known, never as no', () => {
    const { type, data } = catalogue.upcast('machtiging.verzoek-ingediend@1', oud);
    expect(type).toBe('machtiging.verzoek-ingediend@2');
    const { machtigingId: _m, jeugdigeId: _j, soort: _s, grondslag: _g, kader: _k, verzoeker: _v, ...nieuw } = data;
    expect(data).toMatchObject(oud);
    expect(new Set(Object.values(nieuw))).toEqual(new Set([null]));
    expect(catalogue.known(type).definition.schema.parse(data)).toEqual(data);
  });

  it('given a grant of then, then why the jeugdige would keep to the voorwaarden is not known', () => {
    const { bereidheid: _, ...toen } = verleend().data;
    const { type, data } = catalogue.upcast('machtiging.verleend@1', toen);
    expect({ type, data }).toEqual({ type: 'machtiging.verleend@2', data: { ...toen, bereidheid: null } });
    expect(catalogue.known(type).definition.schema.parse(data)).toEqual(data);
  });

  it('given a whole log of then, then it folds as it did: it held until the end that was told', () => {
    const lees = (type: string, data: any) => catalogue.upcast(type, data) as unknown as MachtigingEvent;
    const history = past([
      lees('machtiging.verzoek-ingediend@1', oud),
      verleend({ geldigVan: '2026-02-01' }),
      lees('machtiging.geeindigd@1', { ...ids, grond: 'uitstroom' }),
    ]);
    const state = fold(machtigingDecider, history);
    expect(state).toMatchObject({ status: 'geeindigd', toestand: 'BEEINDIGD', geeindigdOp: '2026-03-01' });
    expect(['2026-02-28', '2026-03-01'].map((dag) => geldtOp(state, dag))).toEqual([true, false]);
  });
});
