import { describe, expect, it } from '@jest/globals';
import { withCorrections } from '@regielijn/kern';
import { eventId, past } from '../../../kern/src/scenario.kit.js';
import { ingetrokken, regels, tweedeVersie, vastgelegd } from './document.kit.js';
import { documentCorrecties, documentFeiten as feit } from './events.js';
import { herleid, strijdig } from './herleid.js';

const correctie = (index: number, velden: object, gebeurdOp: string | null = null) =>
  documentCorrecties.gecorrigeerd.of({
    ...{ jeugdigeId: vastgelegd.data.jeugdigeId, vervangt: eventId(index), vervangtType: 'document.vastgelegd@1' },
    ...{ velden: { ...velden }, gebeurdOp, reden: 'vergist' },
  });
const gelezen = (...events: readonly object[]) => withCorrections(past(events as never)) as never;

describe('what follows from a corrected document', () => {
  it('given that the first version was of another kind, then all versions are', () =>
    expect(herleid(gelezen(vastgelegd, tweedeVersie, correctie(0, { soort: 'plan' })))).toEqual([
      { feit: eventId(1), velden: { soort: 'plan' } },
    ]));

  it('given a document that was not corrected, then nothing stands against anything', () =>
    expect(strijdig(gelezen(vastgelegd, tweedeVersie, ingetrokken), regels)).toEqual([]));

  it('given that a photo is said to be a verslag, which must be text, then that cannot stand', () => {
    const foto = feit.vastgelegd.of({ ...vastgelegd.data, mediatype: 'image/png' });
    expect(strijdig(gelezen(foto, correctie(0, { soort: 'plan' })), regels)).toEqual([]);
    expect(strijdig(gelezen(foto, correctie(0, { soort: 'verslag' })), regels)).toMatchObject([
      { feit: eventId(0), regel: 'bestandstype bij soort' },
    ]);
  });

  it('given a second version as a photo, then the kind of the first one decides', () => {
    const foto = feit.vastgelegd.of({ ...tweedeVersie.data, mediatype: 'image/png' });
    expect(strijdig(gelezen(vastgelegd, foto, correctie(0, { soort: 'verslag' })), regels)).toMatchObject([
      { feit: eventId(1), regel: 'bestandstype bij soort' },
    ]);
  });

  it('given a document that would have come after its withdrawal, then that cannot stand', () => {
    const later = correctie(0, {}, '2026-04-01T09:00:00.000Z');
    expect(strijdig(gelezen(vastgelegd, ingetrokken, later), regels)).toMatchObject([
      { feit: eventId(1), regel: 'intrekking voor vastlegging' },
    ]);
  });
});
