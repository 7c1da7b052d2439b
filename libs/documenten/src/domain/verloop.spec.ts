import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, type Json, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { play, type Played, type Turn, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import { DocumentSoortSchema, MediatypeSchema } from './bestand.js';
import type { DocumentCommand } from './commands.js';
import { documentDecider, type DocumentFeiten } from './decide.js';
import { feiten, legVast, sha, trekIn, vastgelegd, voegToe } from './document.kit.js';
import { documentCorrecties, type DocumentEvent, documentEvents } from './events.js';
import type { DocumentState } from './state.js';

interface Keuze {
  readonly doe: DocumentCommand['naam'];
  readonly versie: number;
  readonly mediatype: DocumentFeiten['herkend'] & string;
  readonly waar: boolean;
}

const keuze: fc.Arbitrary<Keuze> = fc.record({
  doe: fc.constantFrom<DocumentCommand['naam'][]>(
    'document.leg-vast',
    'document.voeg-versie-toe',
    'document.trek-versie-in',
  ),
  versie: fc.integer({ min: 1, max: 6 }),
  mediatype: fc.constantFrom(...MediatypeSchema.options),
  waar: fc.boolean(),
});

const velden: fc.Arbitrary<Record<string, Json>> = fc.oneof(
  fc.constantFrom(...DocumentSoortSchema.options).map((soort) => ({ soort })),
  fc.constantFrom<Record<string, Json>[]>({ titel: 'Andere titel' }, { versie: 9 }, { sha256: sha(9) }),
);

const slice: Played<Keuze, DocumentCommand, DocumentState, DocumentEvent, DocumentFeiten> = {
  decider: documentDecider,
  definitions: documentEvents,
  // A fact of a document is never withdrawn this way: the sequences below leave it out.
  correcties: { ...documentCorrecties, feitIngetrokken: documentCorrecties.gecorrigeerd },
  start: [vastgelegd],
  commandOf: ({ doe, versie, mediatype, waar }, context, history) => {
    const facts = feiten({ herkend: waar ? mediatype : null, sha256: sha(history.length + 1) });
    const command = {
      'document.leg-vast': () => legVast({ mediatype }, context),
      'document.voeg-versie-toe': () => voegToe({ mediatype }, context),
      'document.trek-versie-in': () => trekIn(versie, context),
    }[doe]();
    return { command, facts };
  },
};

const zonderIntrekkingVanFeiten = (beurten: Turn<Keuze>[]): Turn<Keuze>[] =>
  beurten.filter((beurt) => !('withdraw' in beurt));

const sequences = turnsWithCorrections(keuze, velden).map(zonderIntrekkingVanFeiten);
const stand = (history: readonly Past<DomainEvent>[]) => fold(documentDecider, history)!;
const ofType = (history: readonly Past<DomainEvent>[], type: string) => history.filter((event) => event.type === type);

describe('whatever is asked of a document, in whatever order', () => {
  it('then its versions count from 1 without a gap, and each lies under a hash of its own', () => {
    fc.assert(
      fc.property(sequences, (beurten) => {
        const { versies } = stand(play(slice, beurten));
        expect(versies.map(({ versie }) => versie)).toEqual(versies.map((_, index) => index + 1));
        expect(new Set(versies.map(({ sha256 }) => sha256)).size).toBe(versies.length);
      }),
    );
  });

  it('then each version is withdrawn at most once, and one that was withdrawn stays so', () => {
    fc.assert(
      fc.property(sequences, (beurten) => {
        const history = play(slice, beurten);
        const gewist = ofType(history, 'document.ingetrokken@1').map(({ data }) => (data as { versie: number }).versie);
        expect(new Set(gewist).size).toBe(gewist.length);
        const { versies } = stand(history);
        expect(versies.flatMap(({ versie, ingetrokken }) => (ingetrokken ? [versie] : []))).toEqual(gewist.sort());
      }),
    );
  });

  it('then a file whose bytes were not what was claimed never came in', () => {
    fc.assert(
      fc.property(sequences, (beurten) => {
        const onwaar = beurten.map((beurt) =>
          'choice' in beurt ? { ...beurt, choice: { ...beurt.choice, waar: false } } : beurt,
        );
        expect(ofType(play(slice, onwaar), 'document.vastgelegd@1')).toHaveLength(1);
      }),
    );
  });
});
