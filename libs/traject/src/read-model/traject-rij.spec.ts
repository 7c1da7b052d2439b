import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import type { Past } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import type { TrajectEvent } from '../domain/events.js';
import { aangemeldBijAanbieder, ingetrokken, variantBeeindigd, variantGestart } from '../domain/toeleiding.kit.js';
import { aangemeld, NU, opgenomen, TOEN } from '../domain/traject.kit.js';
import { trajectReadModel, type TrajectRij } from './traject-rij.js';

const rij = (...events: readonly Past<TrajectEvent>[]): TrajectRij =>
  [...past([aangemeld]), ...events].reduce<TrajectRij | null>(
    (row, event) => trajectReadModel.evolve(row, event as unknown as RecordedEvent),
    null,
  )!;

describe('a traject in the lists', () => {
  const vraag = (soort: 'behandeling' | 'diagnostiek', op: string) =>
    past([{ ...aangemeldBijAanbieder, data: { ...aangemeldBijAanbieder.data, vraag: soort } }], op)[0]!;

  it('given nobody was asked, then nobody waits', () => {
    expect(rij()).toMatchObject({ behandeling_gevraagd_op: null, diagnostiek_gevraagd_op: null });
  });

  it('given questions to aanbieders, told in any order, then waiting for each began with the first', () => {
    expect(rij(vraag('behandeling', NU), vraag('behandeling', TOEN), vraag('diagnostiek', NU))).toMatchObject({
      ...{ behandeling_gevraagd_op: TOEN, diagnostiek_gevraagd_op: NU },
    });
  });

  it.each([
    ['help without opname', [variantGestart()], 'hulp_zonder_opname', 'ambulant'],
    ['its end', [variantGestart(), variantBeeindigd], 'nazorg', 'ambulant'],
    ['an opname after it', [variantGestart(), opgenomen()], 'verblijf', 'dwanggroep'],
    ['a withdrawn aanmelding', [ingetrokken], 'afgesloten', null],
  ])('given %s, then its row says so', (_, events, status, variant) => {
    expect(rij(...past<TrajectEvent>(events))).toMatchObject({ status, variant, einde_op: null });
  });
});
