import { describe, expect, it } from '@jest/globals';
import { LOG_START, type RecordedEvent } from '@regielijn/event-store';
import { deriveId, fold, type JsonObject } from '@regielijn/kern';
import { reviewDecider, zegelVan } from '@regielijn/kwartaalreview';
import { past } from '../../../../libs/kern/src/scenario.kit.js';
import { afw, besproken, bijeen, gesloten } from '../../../../libs/kwartaalreview/src/domain/review.kit.js';
import { controleerAgendas, controleerZegels } from './review-controle.js';

const [K1, K2] = ['kwartaalreview-zuidwest-2026-K1', 'kwartaalreview-zuidwest-2026-K2'];
const a = deriveId('a');

/** The positions count along the story, whatever stream an event is in. */
type Feit = readonly [stream: string, type: string, data?: JsonObject];
const afwijking = (wat: string): Feit => ['normtoets-1', `normenkader.afwijking-${wat}@1`, { afwijkingId: a }];
const agenda = (stream: string, wat = 'geagendeerd'): Feit => [
  stream,
  `kwartaalreview.afwijking-${wat}@1`,
  { afwijkingId: a },
];
const conclusie = (stream: string): Feit => [stream, 'kwartaalreview.besproken@1', { afwijkingen: [a] }];
const sluiting = (stream: string): Feit => [stream, 'kwartaalreview.gesloten@1', {}];

const fouten = (verhaal: readonly Feit[], gezien = verhaal.length): readonly string[] => {
  const events = verhaal.map(([stream, type, data = {}], n) => ({ stream, type, data, position: String(n + 1) }));
  const streams = (begin: string) =>
    new Map(
      [...new Set(events.map(({ stream }) => stream))]
        .filter((stream) => stream.startsWith(begin))
        .map((stream) => [stream, events.filter((event) => event.stream === stream) as unknown as RecordedEvent[]]),
    );
  const tot = gezien === 0 ? LOG_START : String(gezien);
  return controleerAgendas(streams('normtoets-'), streams('kwartaalreview-'), tot).fouten;
};

describe('the check that every deviation has one place', () => {
  it.each<[string, readonly Feit[]]>([
    ['on an agenda', [afwijking('vastgesteld'), agenda(K1)]],
    ['concluded', [afwijking('vastgesteld'), agenda(K1), conclusie(K1), sluiting(K1)]],
    ['moved on', [afwijking('vastgesteld'), agenda(K1), sluiting(K1), agenda(K2)]],
    ['lapsed', [afwijking('vastgesteld'), agenda(K1), afwijking('vervallen'), agenda(K1, 'afgevoerd')]],
    ['concluded, and lapsed afterwards', [afwijking('vastgesteld'), agenda(K1), conclusie(K1), afwijking('vervallen')]],
  ])('given one that is %s, then nothing is wrong', (_, verhaal) => {
    expect(fouten(verhaal)).toEqual([]);
  });

  it.each<[string, readonly Feit[], string]>([
    ['on no agenda', [afwijking('vastgesteld')], 'staat op geen agenda'],
    ['lost at a closing', [afwijking('vastgesteld'), agenda(K1), sluiting(K1)], 'staat op geen agenda'],
    ['taken off though it stands', [afwijking('vastgesteld'), agenda(K1), agenda(K1, 'afgevoerd')], 'op geen agenda'],
    ['on two agendas', [afwijking('vastgesteld'), agenda(K1), agenda(K2)], 'meer dan één plaats'],
    [
      'concluded twice',
      [afwijking('vastgesteld'), agenda(K1), conclusie(K1), agenda(K2), conclusie(K2)],
      'meer dan één plaats',
    ],
    ['lapsed and still there', [afwijking('vastgesteld'), agenda(K1), afwijking('vervallen')], 'nog op een agenda'],
  ])('given one that is %s, then it says so', (_, verhaal, fout) => {
    expect(fouten(verhaal)).toEqual([expect.stringContaining(fout)]);
  });

  it('given what the follower has yet to see, then it may still stand nowhere, and never in two places', () => {
    expect(fouten([afwijking('vastgesteld')], 0)).toEqual([]);
    expect(fouten([afwijking('vastgesteld'), agenda(K1), sluiting(K1)], 2)).toEqual([]);
    expect(fouten([afwijking('vastgesteld'), agenda(K1), afwijking('vervallen')], 2)).toEqual([]);
    expect(fouten([afwijking('vastgesteld'), agenda(K1), agenda(K2)], 0)).toHaveLength(1);
  });
});

describe('the check of the seals', () => {
  const verhaal = [...bijeen, besproken(afw(1), afw(2))];
  const zegel = zegelVan(fold(reviewDecider, past(verhaal))!, []);
  const sluit = { ...gesloten([afw(3), afw(4)]), data: { ...gesloten([]).data, zegel } };
  const uitslag = (events: typeof bijeen) =>
    controleerZegels(new Map([[K1, past(events) as unknown as readonly RecordedEvent[]]]));

  it('given a review as it was sealed, then nothing is wrong; one that is open has no seal', () => {
    expect(uitslag([...verhaal, sluit])).toMatchObject({ geteld: 1, fouten: [] });
    expect(uitslag(verhaal)).toMatchObject({ geteld: 0, fouten: [] });
  });

  it('given one of which something was changed since, then it says so', () => {
    expect(uitslag([...bijeen, besproken(afw(1)), sluit]).fouten).toHaveLength(1);
  });
});
