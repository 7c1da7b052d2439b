import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold } from '@regielijn/kern';
import { type Bewakingsregels, TermijnenSchema } from '@regielijn/termijnen';
import { past } from '../../../kern/src/scenario.kit.js';
import { opschalingDecider } from '../domain/decide.js';
import {
  aangenomen,
  afgesloten,
  alleLadders,
  beantwoord,
  dag,
  geopend,
  opgeschaald,
  opschalingId,
  teruggegeven,
} from '../domain/opschaling.kit.js';
import { opschalingTermijnen } from './termijnen.js';

const termijnen = TermijnenSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../config/termijnen.json'), 'utf8')),
);
const regels: Bewakingsregels = { ...termijnen, levensgebieden: [], ladders: alleLadders };

/** The terms after all of this happened on Monday 2 March. */
const na = (...history: readonly DomainEvent[]) =>
  opschalingTermijnen(fold(opschalingDecider, past(history, dag(0)))!, regels);

describe('whose turn it is with a question', () => {
  it.each([
    ['it was asked', [geopend], 'OPSCHALING_AANNEMEN', '2026-03-04', '2026-03-06T23:00:00.000Z'],
    ['somebody took it on', [geopend, aangenomen()], 'OPSCHALING_ANTWOORD', '2026-03-16', '2026-03-30T22:00:00.000Z'],
    ['it came back', [geopend, teruggegeven()], 'OPSCHALING_VERVOLG', '2026-03-09', '2026-03-16T23:00:00.000Z'],
    [
      'it went up',
      [geopend, opgeschaald()],
      'OPSCHALING_AANNEMEN',
      '2026-03-09',
      '2026-03-16T23:00:00.000Z',
      'expertteam',
    ],
  ])(
    'given that %s, then the end is told, and after as long again the clock takes it up',
    (_, history, regel, eind, op, trede = 'lokaal_team') => {
      const [termijn, ...meer] = na(...history);
      expect(meer).toEqual([]);
      expect(termijn).toMatchObject({ regel, begin: '2026-03-02', eind, geslotenOp: null });
      expect(termijn!.momenten.map(({ soort }) => soort)).toEqual(['verstreken', 'opgeschaald']);
      expect(termijn!.momenten[1]).toEqual({
        ...{ soort: 'opgeschaald', op },
        opdracht: { naam: 'opschaling.laat-opschalen', invoer: { opschalingId, trede, sinds: dag(0) }, geldigOp: op },
      });
    },
  );

  it('given an answer, then who asked must go on, and nothing goes up by itself', () =>
    expect(na(geopend, aangenomen(), beantwoord())).toMatchObject([
      { regel: 'OPSCHALING_VERVOLG', eind: '2026-03-09', momenten: [{ soort: 'verstreken', opdracht: null }] },
    ]));

  it('given its end, then nobody is waited for', () => expect(na(geopend, afgesloten)).toEqual([]));

  it('given who asked and who took it on, then both hear of it, and whoever holds casusregie', () => {
    expect(na(geopend)[0]!.voor).toEqual(['casusregie', { organisatie: 'gi-jb-west' }]);
    expect(na(geopend, aangenomen())[0]!.voor).toEqual([
      ...['casusregie', { organisatie: 'gi-jb-west' }, { organisatie: 'gemeente-0599' }],
    ]);
  });

  it('given the same stand on another trede, then that is another term', () => {
    const ids = [na(geopend), na(geopend, opgeschaald()), na(geopend, teruggegeven())].map(([een]) => een!.id);
    expect(new Set(ids).size).toBe(3);
  });
});
