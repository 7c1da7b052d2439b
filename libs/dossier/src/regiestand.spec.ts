import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import type { Jeugdige } from '@regielijn/jeugdige';
import { beginVan, deriveId, parseConfig } from '@regielijn/kern';
import { regieregelsSchema } from '@regielijn/regie';
import {
  aangeboden,
  aanvaard,
  type Dag,
  dossier,
  gewisseld,
  verhuisdNaar,
} from '../../jeugdige/src/domain/regie/regie.kit.js';
import { behandelingenVan, raaktRegieregel, regiefeitenVan } from './regiefeiten.js';
import { regiestandVan } from './regiestand.js';

const REGIOS = ['rijnmond', 'haaglanden', 'midden-holland', 'holland-rijnland', 'zuid-holland-zuid'];
const bestand = join(import.meta.dirname, '..', '..', '..', 'config', 'regie.json');
const regels = parseConfig(regieregelsSchema(REGIOS), readFileSync(bestand, 'utf8'), 'config/regie.json');

const trajectId = deriveId('traject');
const op = (dag: string): string => `${dag}T09:00:00.000Z`;
const stream = (...feiten: readonly (readonly [type: string, dag: string, data?: object])[]) =>
  feiten.map(([type, dag, data], n) => ({
    ...{ type, id: deriveId(type, n), geldigOp: op(dag), vastgelegdOp: op(dag) },
    data: { trajectId, ...data },
  })) as unknown as readonly RecordedEvent[];

const regiefeiten = (toestand: Jeugdige, ...trajecten: (readonly RecordedEvent[])[]) =>
  regiefeitenVan({
    ...{ jeugdige: [], toestand, trajecten },
    ...{ machtigingen: [], normtoetsen: [], opgegaan: [], documenten: [] },
  });

const verloop = stream(
  ['traject.aangemeld@2', '2026-02-01', { kader: 'vrijwillig' }],
  ['traject.opname-gestart@2', '2026-02-03', { variant: 'dwanggroep' }],
  ['traject.perspectief-vastgesteld@1', '2026-02-20'],
  ['traject.overgeplaatst@1', '2026-03-03', { variant: 'kib' }],
  ['traject.uitstroom-gerealiseerd@1', '2026-06-03', { bestemming: 'thuis_of_netwerk' }],
);

describe('when a variant of JeugdhulpPlus runs', () => {
  it('given an opname, an overplaatsing and the uitstroom, then each variant has its time', () => {
    expect(behandelingenVan(verloop as never)).toEqual([
      { trajectId, variant: 'dwanggroep', vanaf: op('2026-02-03'), tot: op('2026-03-03') },
      { trajectId, variant: 'kib', vanaf: op('2026-03-03'), tot: op('2026-06-03') },
    ]);
  });

  it('given help without an opname, then from its beginning; given only an aanmelding, then never', () => {
    const ambulant = stream(['traject.variant-gestart@1', '2026-02-03', { variant: 'ambulant' }]);
    expect(behandelingenVan(ambulant as never)).toMatchObject([{ variant: 'ambulant', tot: null }]);
    expect(behandelingenVan(verloop.slice(0, 1) as never)).toEqual([]);
  });

  it('then the regieregel is asked with the same days', () => {
    const { state } = dossier(['2026-03-01', verhuisdNaar('0518', 'haaglanden')]);
    expect(regiefeiten(state, verloop)).toEqual({
      woonplaatsen: [
        { regio: 'rijnmond', vanaf: '2026-01-01' },
        { regio: 'haaglanden', vanaf: '2026-03-01' },
      ],
      machtigingen: [],
      trajecten: [
        {
          kader: 'vrijwillig',
          varianten: [
            { variant: 'dwanggroep', vanaf: '2026-02-03' },
            { variant: 'kib', vanaf: '2026-03-03' },
          ],
          tot: '2026-06-03',
        },
      ],
    });
  });

  it('given a move that is told after a later one, then the woonplaatsen stand in the order of time', () => {
    const { state } = dossier(
      ['2026-05-01', verhuisdNaar('0513', 'midden-holland')],
      ['2026-03-01', verhuisdNaar('0518', 'haaglanden')],
    );
    const regios = regiefeiten(state).woonplaatsen.map(({ regio }) => regio);
    expect(regios).toEqual(['rijnmond', 'haaglanden', 'midden-holland']);
  });

  it.each([
    ['machtiging.verleend@1', true],
    ['machtiging.geeindigd@2', true],
    ['traject.uitstroom-gerealiseerd@1', true],
    ['jeugdige.verhuisd@1', true],
    ['traject.perspectief-vastgesteld@1', false],
    ['jeugdige.regieregel-vastgesteld@1', false],
  ])('given %s, then whether the regieregel is derived anew is %s', (type, verwacht) => {
    expect(raaktRegieregel(type)).toBe(verwacht);
  });
});

describe('who holds which regie', () => {
  it('given a worker of the behandelaar, then behandelregie names who it was while the variant ran', () => {
    const { state } = dossier(
      ['2026-02-04', gewisseld('bh-1', 'behandelregie')],
      ['2026-02-20', gewisseld('bh-2', 'behandelregie')],
      ['2026-03-04', gewisseld('bh-3', 'behandelregie')],
      ['2026-07-01', gewisseld('bh-4', 'behandelregie')],
    );
    const { behandelregie } = regiestandVan(state, behandelingenVan(verloop), '2026-08-01', regels);
    expect(behandelregie).toMatchObject([
      { variant: 'dwanggroep', medewerker: 'bh-2', wisselingen: 1 },
      { variant: 'kib', medewerker: 'bh-3', wisselingen: 0 },
    ]);
  });

  it('given a GI that accepted, then the first afstemming is due six weeks later', () => {
    const { state } = dossier(['2026-02-02', aanvaard()]);
    const laat = (dag: string) => regiestandVan(state, [], dag, regels).afstemming.teLaatSinds;
    expect([laat('2026-03-16'), laat('2026-03-17')]).toEqual([null, '2026-03-16']);
  });

  it('given an offer that nobody answers, then it waits too long after two werkdagen, until it is answered', () => {
    const wacht = (dag: string, ...feiten: readonly Dag[]) =>
      regiestandVan(dossier(...feiten).state, [], dag, regels).overdrachtWachtSinds;
    const donderdag = ['2026-02-05', aangeboden()] as const;
    expect([wacht('2026-02-09', donderdag), wacht('2026-02-10', donderdag)]).toEqual([null, '2026-02-09']);
    expect(wacht('2026-02-10', donderdag, ['2026-02-10', aanvaard()])).toBeNull();
    expect(wacht('2026-02-10')).toBeNull();
  });

  it.each([
    ['in the course of a day', '2026-02-20T09:00:00.000Z', '2026-02-20', '2026-02-21'],
    ['at the end of a day', beginVan('2026-02-20'), '2026-02-19', '2026-02-20'],
  ])(
    'given an offer that expired %s, then it waits no longer, though nobody said so',
    (_, geldigTot, nog, nietMeer) => {
      const { state } = dossier(['2026-02-05', aangeboden(undefined, undefined, geldigTot)]);
      const wacht = (dag: string) => regiestandVan(state, [], dag, regels).overdrachtWachtSinds;
      expect([wacht(nog), wacht(nietMeer)]).toEqual(['2026-02-09', null]);
    },
  );
});
