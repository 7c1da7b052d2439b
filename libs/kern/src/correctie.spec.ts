import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { CodedError } from './coded-error.js';
import {
  beslisCorrectie,
  beslisIntrekking,
  correctieEvents,
  type CorrectieSchema,
  isCorrectieType,
  withCorrections,
} from './correctie.js';
import { fold } from './decider.js';
import { defineEvent, type DomainEvent, type Past, persoonsgegevensVan, VERNIETIGD } from './event.js';
import { deriveId, IdSchema } from './ids.js';
import { eventId, past } from './scenario.kit.js';
import { TekstSchema } from './tekst.js';
import type { Instant } from './tijd.js';

type Velden = z.output<typeof CorrectieSchema>['velden'];

const dossierId = deriveId('dossier');
const geopend = defineEvent('proef.geopend@1', { omschrijving: 'Begin.', data: { dossierId: IdSchema } });
const geteld = defineEvent('proef.geteld@1', {
  omschrijving: 'Telling.',
  data: { dossierId: IdSchema, n: z.int().positive(), wat: TekstSchema },
});
const { gecorrigeerd, feitIngetrokken } = correctieEvents('proef', 'dossierId');
const definitions = [geopend, geteld, gecorrigeerd, feitIngetrokken];

const begin = geopend.of({ dossierId });
const telling = (n: number, wat = 'plekken') => geteld.of({ dossierId, n, wat });
const gemeenschappelijk = (index: number) => ({
  dossierId,
  vervangt: eventId(index),
  vervangtType: geteld.type,
  reden: 'vergist',
});
const correctie = (index: number, velden: Velden, gebeurdOp: Instant | null = null) =>
  gecorrigeerd.of({ ...gemeenschappelijk(index), velden, gebeurdOp });
const intrekking = (index: number) => feitIngetrokken.of(gemeenschappelijk(index));

/** The history as it reads today: type and data only. */
const gelezen = (events: readonly DomainEvent[]): unknown[] =>
  withCorrections(past(events)).map(({ type, data }) => ({ type, data }));

const beslis = (events: readonly DomainEvent[], index: number, velden: Velden, gebeurdOp: Instant | null = null) =>
  beslisCorrectie(definitions, past(events), { vervangt: eventId(index), velden, gebeurdOp, reden: 'vergist' });

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  return 'niet geweigerd';
};

describe('a history with corrections', () => {
  it('given a corrected fact, then it stands at its old place with its new fields', () => {
    expect(gelezen([begin, telling(1), telling(2), correctie(1, { n: 10 })])).toEqual([begin, telling(10), telling(2)]);
  });

  it('given a corrected moment, then the fact keeps its place and its moment of recording', () => {
    const [, feit] = withCorrections(past([begin, telling(1), correctie(1, {}, '2026-02-01T12:00:00.000Z')]));
    expect(feit).toMatchObject({ geldigOp: '2026-02-01T12:00:00.000Z', vastgelegdOp: '2026-03-01T09:00:00.000Z' });
  });

  it('given two corrections of one fact, then the last wins field by field', () => {
    const events = [begin, telling(1), correctie(1, { n: 10, wat: 'bedden' }), correctie(1, { n: 11 })];
    expect(gelezen(events)).toEqual([begin, telling(11, 'bedden')]);
  });

  it('given a correction without a moment after one with, then the corrected moment stays', () => {
    const events = [begin, telling(1), correctie(1, {}, '2026-02-01T12:00:00.000Z'), correctie(1, { n: 2 })];
    expect(withCorrections(past(events))[1]!.geldigOp).toBe('2026-02-01T12:00:00.000Z');
  });

  it('given a withdrawn fact, then it is gone, corrected or not, and the others stay', () => {
    expect(gelezen([begin, telling(1), telling(2), intrekking(1)])).toEqual([begin, telling(2)]);
    expect(gelezen([begin, telling(1), correctie(1, { n: 5 }), intrekking(1)])).toEqual([begin]);
  });

  it('given a correction of a fact that is not there, then nothing changes', () => {
    expect(gelezen([begin, telling(1), correctie(7, { n: 9 }), intrekking(8)])).toEqual([begin, telling(1)]);
  });

  it('given what was recorded, then reading it with corrections leaves the record itself as it was', () => {
    const history = past([begin, telling(1), correctie(1, { n: 10 })]);
    const before = structuredClone(history);
    withCorrections(history);
    expect(history).toEqual(before);
  });

  it('given any history without corrections, then it reads as it was recorded', () => {
    const anyEvents = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 99 }), fc.string()).map(([n, wat]) => telling(n, wat)),
    );
    fc.assert(
      fc.property(anyEvents, (events) => {
        const history = past([begin, ...events]);
        expect(withCorrections(history)).toEqual(past([begin, ...events]));
      }),
    );
  });

  it('given any corrections and withdrawals, then what is left stands in its order, with its own ids', () => {
    const wijziging = fc.oneof(
      fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 99 })).map(([index, n]) => correctie(index, { n })),
      fc.nat(9).map(intrekking),
    );
    fc.assert(
      fc.property(fc.array(wijziging, { maxLength: 12 }), (wijzigingen) => {
        const history = past([...Array.from({ length: 10 }, (_, n) => telling(n + 1)), ...wijzigingen]);
        const left = withCorrections(history);
        const weg = new Set(
          wijzigingen.flatMap(({ type, data }) => (type === feitIngetrokken.type ? [data.vervangt] : [])),
        );
        const feiten = history.slice(0, 10).map(({ id }) => id);
        expect(left.map(({ id }) => id)).toEqual(feiten.filter((id) => !weg.has(id)));
      }),
    );
  });

  it('given a fold, then it sees the corrected facts only', () => {
    const som = {
      initialState: 0,
      evolve: (state: number, event: Past<DomainEvent>) =>
        event.type === geteld.type ? state + (event.data as { n: number }).n : state,
    };
    const events = [begin, telling(1), telling(2), telling(3), correctie(1, { n: 10 }), intrekking(2)];
    expect(fold(som, past(events))).toBe(13);
  });
});

describe('deciding a correction', () => {
  const events = [begin, telling(1)];

  it('given a wrong field, when corrected, then only what changes is recorded', () => {
    expect(beslis(events, 1, { n: 2, wat: 'plekken' })).toEqual({
      vervangt: eventId(1),
      vervangtType: geteld.type,
      velden: { n: 2 },
    });
  });

  it('given a wrong moment, when corrected, then no field changes', () => {
    expect(beslis(events, 1, {}, '2026-02-01T12:00:00.000Z')).toEqual({
      vervangt: eventId(1),
      vervangtType: geteld.type,
      velden: {},
    });
  });

  it('given a correction that changes nothing, then there is nothing to record', () => {
    expect(beslis(events, 1, { n: 1 })).toBeNull();
    expect(beslis(events, 1, {}, '2026-03-01T09:00:00.000Z')).toBeNull();
  });

  it('given a fact that was corrected before, then it is compared with what it reads today', () => {
    const eerder = [...events, correctie(1, { n: 5 })];
    expect(beslis(eerder, 1, { n: 5 })).toBeNull();
    expect(beslis(eerder, 1, { n: 1 })).toEqual({ vervangt: eventId(1), vervangtType: geteld.type, velden: { n: 1 } });
  });

  it('given the first fact of a dossier, then it can be corrected', () => {
    expect(beslis(events, 0, {}, '2026-02-01T12:00:00.000Z')).toEqual({
      vervangt: eventId(0),
      vervangtType: geopend.type,
      velden: {},
    });
  });

  it.each([
    ['of a fact that is not in this dossier', () => beslis(events, 9, { n: 2 }), 'FEIT_ONBEKEND'],
    [
      'of a correction',
      () => beslis([...events, correctie(1, { n: 5 })], 2, { reden: 'anders' }),
      'CORRECTIE_VAN_CORRECTIE',
    ],
    ['of a withdrawal', () => beslis([...events, intrekking(1)], 2, { reden: 'anders' }), 'CORRECTIE_VAN_CORRECTIE'],
    ['of a withdrawn fact', () => beslis([...events, intrekking(1)], 1, { n: 2 }), 'FEIT_AL_INGETROKKEN'],
    ['of the dossier it belongs to', () => beslis(events, 1, { dossierId: deriveId('ander') }), 'VELD_LIGT_VAST'],
    ['of an id field that it does not have', () => beslis(events, 1, { jeugdigeId: dossierId }), 'VELD_LIGT_VAST'],
    ['to a value that the fact cannot have', () => beslis(events, 1, { n: -1 }), 'CORRECTIE_ONGELDIG'],
    ['that empties a field', () => beslis(events, 1, { wat: null }), 'CORRECTIE_ONGELDIG'],
    ['of a field that the fact does not have', () => beslis(events, 1, { kleur: 'rood' }), 'CORRECTIE_ONGELDIG'],
  ])('given a correction %s, then it is refused', (_, work, code) => expect(codeOf(work)).toBe(code));

  it('given a fact whose key was destroyed, then it is refused for that, whatever field it is about', () => {
    const vernietigd = [begin, telling(1, VERNIETIGD)];
    expect(codeOf(() => beslis(vernietigd, 1, { n: 2 }))).toBe('DOSSIER_VERNIETIGD');
    expect(codeOf(() => beslis(vernietigd, 1, { wat: 'bedden' }))).toBe('DOSSIER_VERNIETIGD');
  });

  it('given a type that this slice does not know, then it is refused', () => {
    const work = () =>
      beslisCorrectie([geopend], past(events), { vervangt: eventId(1), velden: {}, gebeurdOp: null, reden: 'vergist' });
    expect(codeOf(work)).toBe('FEIT_ONHERROEPELIJK');
  });

  describe('given a refusal, then it names the field and not the value', () => {
    const weigering = (index: number, velden: Velden): CodedError => {
      try {
        beslis(events, index, velden);
      } catch (error) {
        return error as CodedError;
      }
      throw new Error('not refused');
    };

    it.each<[string, Velden, string[], string]>([
      ['a value that cannot be', { n: 'Kim de Wit' }, ['n'], 'n: hier hoort een getal'],
      ['a field that does not exist', { kleur: 'Kim' }, ['kleur'], 'dit veld bestaat hier niet: kleur'],
      [
        'two that do not exist',
        { kleur: 'Kim', maat: 'Kim' },
        ['kleur', 'maat'],
        'dit veld bestaat hier niet: kleur, maat',
      ],
      [
        'one of each',
        { n: 'Kim', kleur: 'Kim' },
        ['n', 'kleur'],
        'n: hier hoort een getal; dit veld bestaat hier niet: kleur',
      ],
    ])('%s', (_, velden, namen, fout) => {
      const { message, data } = weigering(1, velden);
      expect(data).toEqual({ velden: namen });
      expect(message).toBe(`Na deze correctie klopt het feit niet meer: ${fout}. Kijk na wat u invulde.`);
    });
  });
});

describe('deciding a withdrawal', () => {
  it('given a fact, when withdrawn, then its type is recorded with it', () => {
    expect(beslisIntrekking(definitions, past([begin, telling(1)]), eventId(1))).toEqual({ vervangtType: geteld.type });
  });

  it.each<[string, DomainEvent[], number, string]>([
    ['the first fact, the existence of the dossier', [begin, telling(1)], 0, 'EERSTE_FEIT_BLIJFT'],
    ['a fact that is not in this dossier', [begin], 4, 'FEIT_ONBEKEND'],
    ['a fact that was withdrawn before', [begin, telling(1), intrekking(1)], 1, 'FEIT_AL_INGETROKKEN'],
    ['a correction', [begin, telling(1), correctie(1, { n: 2 })], 2, 'CORRECTIE_VAN_CORRECTIE'],
  ])('given %s, then it is refused', (_, events, index, code) =>
    expect(codeOf(() => beslisIntrekking(definitions, past(events), eventId(index)))).toBe(code),
  );
});

describe('the two events that correct a slice', () => {
  it('given their types, then they are known as corrections and facts are not', () => {
    expect([gecorrigeerd, feitIngetrokken, geteld].map(({ type }) => isCorrectieType(type))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('given their reason, then it takes the key of the dossier', () => {
    for (const { schema } of [gecorrigeerd, feitIngetrokken])
      expect([...persoonsgegevensVan(schema)]).toEqual([['reden', 'dossierId']]);
  });
});
