import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import type { Past } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import type { TrajectEvent } from '../domain/events.js';
import { ingetrokken, variantBeeindigd, variantGestart } from '../domain/toeleiding.kit.js';
import { aangemeld, afgesloten, NU, opgenomen, uitgestroomd } from '../domain/traject.kit.js';
import { trajectReadModel, type TrajectRij } from './traject-rij.js';

const rij = (...events: readonly Past<TrajectEvent>[]): TrajectRij =>
  [...past([aangemeld]), ...events].reduce<TrajectRij | null>(
    (row, event) => trajectReadModel.evolve(row, event as unknown as RecordedEvent),
    null,
  )!;

describe('a traject in the lists', () => {
  it.each([
    ['help without opname', [variantGestart()], 'hulp_zonder_opname', 'ambulant', null],
    ['its end', [variantGestart(), variantBeeindigd], 'nazorg', 'ambulant', NU],
    ['its closing', [variantGestart(), variantBeeindigd, afgesloten], 'afgesloten', 'ambulant', NU],
    ['an opname after it', [variantGestart(), opgenomen()], 'verblijf', 'dwanggroep', null],
    ['a withdrawn aanmelding', [ingetrokken], 'afgesloten', null, NU],
    ['an uitstroom', [opgenomen(), uitgestroomd], 'nazorg', 'dwanggroep', NU],
  ])('given %s, then its row says so, and when it ended', (_, events, status, variant, einde_op) => {
    expect(rij(...past<TrajectEvent>(events, NU))).toMatchObject({ status, variant, einde_op });
  });

  it('given its closing, or that it was withdrawn, then its row says since when; before that nothing', () => {
    const afgeslotenOp = (...events: readonly TrajectEvent[]) => rij(...past(events, NU)).afgesloten_op;
    expect([afgeslotenOp(opgenomen(), uitgestroomd), afgeslotenOp(opgenomen(), uitgestroomd, afgesloten)]).toEqual([
      null,
      NU,
    ]);
    expect(afgeslotenOp(ingetrokken)).toBe(NU);
  });
});
