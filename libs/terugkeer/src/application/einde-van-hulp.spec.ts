import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold } from '@regielijn/kern';
import { trajectDecider } from '@regielijn/traject';
import { past } from '../../../kern/src/scenario.kit.js';
import { eventVan, Logboek, verleend, verzocht } from '../../../machtiging/src/domain/machtiging.kit.js';
import type { MachtigingSoort } from '@regielijn/kern';
import { bewakingsregels } from '../../../termijnen/src/bewaking.kit.js';
import { aangemeld, opgenomen, toegewezen, uitgestroomd } from '../../../traject/src/domain/traject.kit.js';
import { factsVan, machtigingTot } from './einde-van-hulp.js';

const machtiging = (soort: MachtigingSoort, geldigVan: string, geldigTot: string) =>
  new Logboek()
    .leg(verzocht(soort), '2026-01-01T12:00:00.000Z')
    .leg(verleend({ beschikkingOp: '2026-01-02', geldigVan, geldigTot }), '2026-01-02T12:00:00.000Z');
const tot = (...boeken: readonly Logboek[]) =>
  machtigingTot(
    boeken.map(({ stand }) => stand),
    '2026-03-01',
  );
const eerste = machtiging('MGJ', '2026-01-02', '2026-06-02');

describe('the end of the machtiging on which help rests', () => {
  it('given one, then its end; given a verlenging, then the end of that', () => {
    expect(tot(eerste)).toBe('2026-06-02');
    expect(tot(machtiging('MGJ', '2026-06-02', '2026-12-02'), eerste)).toBe('2026-12-02');
  });

  it('given one that ended sooner than it said, then the day on which it ended', () =>
    expect(
      tot(machtiging('MGJ', '2026-01-02', '2026-06-02').leg(eventVan('uitstroom'), '2026-05-01T12:00:00.000Z')),
    ).toBe('2026-05-01'));

  it.each<[string, Logboek[]]>([
    ['none', []],
    ['a request', [new Logboek().leg(verzocht(), '2026-01-01T12:00:00.000Z')]],
    [
      'a spoedmachtiging, which is followed by another or by nothing',
      [machtiging('SPOED', '2026-02-20', '2026-03-20')],
    ],
    ['one that ended before the help began', [machtiging('MGJ', '2026-01-02', '2026-03-01')]],
  ])('given %s, then no end is known', (_, boeken) => expect(tot(...boeken)).toBeNull());
});

describe('what a return goes by', () => {
  const van = (...history: readonly DomainEvent[]) =>
    factsVan(fold(trajectDecider, past(history))!, [eerste.stand], 'gemeente-0599', bewakingsregels);

  it('given a verblijf, then help runs until the end of its machtiging, in sight three months before', () =>
    expect(van(aangemeld, toegewezen(), opgenomen())).toMatchObject({
      ...{ hulp: 'loopt', voorbijOp: null, machtigingTot: '2026-06-02', inZichtVanaf: '2026-03-02' },
      ...{ gemeente: 'gemeente-0599', levensgebieden: bewakingsregels.levensgebieden },
    }));

  it('given an aanmelding, then no help runs yet, and no end is in sight', () =>
    expect(van(aangemeld)).toMatchObject({ hulp: 'nog_niet', machtigingTot: null, inZichtVanaf: null }));

  it('given an uitstroom, then it is over since that day', () =>
    expect(van(aangemeld, toegewezen(), opgenomen(), uitgestroomd)).toMatchObject({
      ...{ hulp: 'voorbij', voorbijOp: '2026-03-01' },
    }));
});
