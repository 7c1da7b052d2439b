import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import { deriveId, type DomainEvent } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import { normenkaderFeiten as feit } from '../domain/events.js';
import { type NormtoetsRij, normtoetsReadModel } from './normtoets-rij.js';

const [trajectId, jeugdigeId, afwijkingId, tweede] = ['t', 'j', 'a', 'b'].map((naam) => deriveId(naam));
const toets = { trajectId: trajectId!, jeugdigeId: jeugdigeId!, norm: 'O1', regelversie: '2020-10-12' };
const PEIL = '2026-01-09T21:15:00.000Z';
const getoetst = (uitkomst: 'AFWIJKING' | 'VOLDAAN', uitleg: string) =>
  feit.getoetst.of({ ...toets, aanleiding: trajectId!, peilmoment: PEIL, feiten: [], uitkomst, uitleg, bron: [] });
const vastgesteld = (id: string) =>
  feit.afwijkingVastgesteld.of({ ...toets, afwijkingId: id, peilmoment: PEIL, geval: null });
const vervallen = feit.afwijkingVervallen.of({ ...toets, afwijkingId: afwijkingId! });
const gemotiveerd = feit.afwijkingGemotiveerd.of({
  ...{ trajectId: trajectId!, jeugdigeId: jeugdigeId!, norm: 'O1', afwijkingId: tweede!, functie: 'teamleider' },
  ...{ redencodes: ['anders'], toelichting: 'cijfertekst', alternatievenOverwogen: ['x'], herstelactie: 'y' },
  herstelUiterlijk: '2026-02-01',
});

const rij = (...events: DomainEvent[]): NormtoetsRij | null =>
  past(events, PEIL).reduce<NormtoetsRij | null>(
    (row, event) => normtoetsReadModel.evolve(row, event as unknown as RecordedEvent),
    null,
  );

describe('the row of the norm assessments of a traject', () => {
  it('keeps the last assessment of a norm, and every deviation with how it stands', () => {
    const row = rij(
      ...[getoetst('AFWIJKING', 'een'), vastgesteld(afwijkingId!), getoetst('VOLDAAN', 'twee'), vervallen],
      ...[getoetst('AFWIJKING', 'drie'), vastgesteld(tweede!), gemotiveerd],
    );
    expect(row).toMatchObject({
      ...{ traject_id: trajectId, jeugdige_id: jeugdigeId },
      toestand: {
        getoetst: [],
        laatste: { O1: { uitkomst: 'AFWIJKING', uitleg: 'drie' } },
        afwijkingen: {
          [afwijkingId!]: { toestand: 'vervallen', motivering: null },
          [tweede!]: {
            ...{ norm: 'O1', toestand: 'gemotiveerd', vastgesteldOp: PEIL },
            motivering: { op: PEIL, functie: 'teamleider', redencodes: ['anders'], herstelUiterlijk: '2026-02-01' },
          },
        },
      },
    });
  });
});
