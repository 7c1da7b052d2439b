import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import { deriveId, type JsonObject } from '@regielijn/kern';
import { type Bewaking, naDeDag, termijnVanAfspraak } from '@regielijn/termijnen';
import { bewakingsregels } from '../../../termijnen/src/bewaking.kit.js';
import { verschuivingenIn } from './verschuivingen.js';

interface Afspraak {
  readonly naam: string;
  readonly dag: string;
}

/** Each appointment is a term on its day; its id follows from its name. */
const proef: Bewaking<readonly Afspraak[]> = {
  categorie: 'proef',
  evolve: (stand, { data }: { data: Afspraak }) => [...(stand ?? []), data],
  termijnen: (stand, regels) =>
    stand.map(({ naam, dag }) =>
      termijnVanAfspraak('JIM', { bij: naam, begin: '2026-01-01', eind: dag, voor: [] }, regels, (eind) => [
        naDeDag(eind),
      ]),
    ),
  jeugdigeVan: () => null,
};

const idVan = (nr: number): string => deriveId('event', nr);
const op = (nr: number): string => `2026-03-${String(nr + 1).padStart(2, '0')}T09:00:00.000Z`;
type Feit = readonly [type: string, data: JsonObject, door?: string];
const log = (...events: readonly Feit[]) =>
  events.map(([type, data, door = 'jb-1'], nr) => ({
    ...{ id: idVan(nr), type, data, geldigOp: op(nr), vastgelegdOp: op(nr) },
    metadata: { actor: { subject: door, organisatie: 'gi-demo', rol: 'jeugdbeschermer' } },
  })) as unknown as readonly RecordedEvent[];
const afspraak = (naam: string, dag: string) => ['proef.afgesproken@1', { naam, dag }] as const;
const corrigeer = (nr: number, velden: JsonObject, door: string) =>
  ['proef.gecorrigeerd@1', { vervangt: idVan(nr), velden, gebeurdOp: null }, door] as const;

/** The moves of each term as it is called now. */
const na = (...events: readonly Feit[]) => {
  const history = log(...events);
  const verschoven = verschuivingenIn(history, proef, bewakingsregels);
  return (naam: string) => verschoven.get(deriveId('termijn', naam, 'JIM', '')) ?? [];
};

describe('who moved a term', () => {
  it('given no correction, then nobody', () => expect(na(afspraak('a', '2026-05-01'))('a')).toEqual([]));

  it('given corrections of its day, then each with the day before and after, and the account', () => {
    const van = na(
      afspraak('a', '2026-05-01'),
      afspraak('b', '2026-06-01'),
      corrigeer(0, { dag: '2026-05-08' }, 'jb-2'),
      corrigeer(0, { dag: '2026-05-15' }, 'tl-1'),
    );
    expect(van('a')).toEqual([
      { op: op(2), door: 'jb-2', van: '2026-05-01', naar: '2026-05-08' },
      { op: op(3), door: 'tl-1', van: '2026-05-08', naar: '2026-05-15' },
    ]);
    expect(van('b')).toEqual([]);
  });

  it('given a correction that leaves the day, then nobody moved it', () =>
    expect(na(afspraak('a', '2026-05-01'), corrigeer(0, { dag: '2026-05-01' }, 'jb-2'))('a')).toEqual([]));

  it('given a correction after which it is another term, then that one keeps what was known of the first', () => {
    const van = na(
      afspraak('a', '2026-05-01'),
      corrigeer(0, { dag: '2026-05-08' }, 'jb-2'),
      corrigeer(0, { naam: 'c', dag: '2026-05-15' }, 'tl-1'),
    );
    expect(van('c').map(({ door, naar }) => [door, naar])).toEqual([
      ['jb-2', '2026-05-08'],
      ['tl-1', '2026-05-15'],
    ]);
  });

  it('given a fact that was withdrawn, then what is left was not moved', () => {
    const van = na(afspraak('a', '2026-05-01'), afspraak('b', '2026-06-01'), [
      'proef.feit-ingetrokken@1',
      { vervangt: idVan(0) },
    ]);
    expect([van('a'), van('b')]).toEqual([[], []]);
  });
});
