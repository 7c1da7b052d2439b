import { describe, expect, it } from '@jest/globals';
import { deriveId, fold } from '@regielijn/kern';
import { given, past, testContext } from '../../../kern/src/scenario.kit.js';
import { LegDocumentVast } from './commands.js';
import { documentDecider } from './decide.js';
import {
  bestand,
  feiten,
  ingetrokken,
  legVast,
  sha,
  trekIn,
  tweedeVersie,
  vastgelegd,
  voegToe,
} from './document.kit.js';
import { volgendeVersie } from './state.js';

describe('laying a document in a dossier', () => {
  it('given nothing, when a document comes, then it is version 1, with the hash of what is stored', () =>
    given(documentDecider, []).when(legVast(), feiten()).then(vastgelegd));

  it('given a document, when a new version comes, then it counts on and keeps kind and place', () =>
    given(documentDecider, [vastgelegd])
      .when(voegToe(), feiten({ sha256: sha(2) }))
      .then(tweedeVersie));

  it('given a withdrawn version, when the right one comes, then the number is not given again', () =>
    given(documentDecider, [vastgelegd, ingetrokken])
      .when(voegToe(), feiten({ sha256: sha(2) }))
      .then(tweedeVersie));

  it('given no document, when a version comes, then there is nothing to add it to', () =>
    given(documentDecider, []).when(voegToe(), feiten()).thenRefused('NIET_GEVONDEN'));

  it('given that the bytes are something else than was claimed, then the document is refused', () =>
    given(documentDecider, [])
      .when(legVast(), feiten({ herkend: 'image/png' }))
      .thenRefused('BESTANDSTYPE_ONWAAR'));

  it('given that the bytes of a new version are something else, then it is refused by the rules of its document', () =>
    given(documentDecider, [vastgelegd])
      .when(voegToe(), feiten({ omvang: 0 }))
      .thenRefused('BESTAND_LEEG'));

  it.each(['geen base64!', 'AAA', 'AA=A', 'AAAA\n'])('given a file as "%s", then that is no base64', (inhoud) => {
    const { schema } = LegDocumentVast.definition;
    const data = legVast().data;
    expect(schema.safeParse(data).success).toBe(true);
    expect(schema.safeParse({ ...data, inhoud }).success).toBe(false);
  });

  it('given a file of the largest size, then its base64 is read', () => {
    const inhoud = bestand('application/pdf', 'x'.repeat(10 * 1024 * 1024)).toString('base64');
    expect(LegDocumentVast.definition.schema.safeParse({ ...legVast().data, inhoud }).success).toBe(true);
  });
});

describe('withdrawing a version', () => {
  it('given a document, when its version is withdrawn, then the trace with the reason stays', () =>
    given(documentDecider, [vastgelegd]).when(trekIn(), feiten()).then(ingetrokken));

  it('given a version that was withdrawn, when it is withdrawn once more, then there is nothing to add', () =>
    given(documentDecider, [vastgelegd, ingetrokken]).when(trekIn(), feiten()).thenNothingHappened());

  it('given two versions, when one is withdrawn, then the other stays', () => {
    const state = fold(documentDecider, past([vastgelegd, tweedeVersie, ingetrokken]));
    expect(state!.versies.map(({ versie, ingetrokken: weg }) => [versie, weg])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(volgendeVersie(state)).toBe(3);
  });

  it('given a version that is not there, then it is not found', () =>
    given(documentDecider, [vastgelegd]).when(trekIn(2), feiten()).thenRefused('NIET_GEVONDEN'));

  it('given no document, then it is not found', () =>
    given(documentDecider, []).when(trekIn(), feiten()).thenRefused('NIET_GEVONDEN'));

  it('given a moment before the document was there, then it is refused', () => {
    const context = testContext({ commandId: deriveId('vroeg'), geldigOp: '2026-02-01T09:00:00.000Z' });
    given(documentDecider, [vastgelegd]).when(trekIn(1, context), feiten()).thenRefused('DATUM_VOLGORDE');
  });
});
