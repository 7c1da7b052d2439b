import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import { deriveId, parseConfig } from '@regielijn/kern';
import { regieregelsSchema } from '@regielijn/regie';
import { aanvaard, dossier, gewisseld } from '../../jeugdige/src/domain/regie/regie.kit.js';
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
    const jeugdige = stream(
      ['jeugdige.geregistreerd@2', '2026-01-05', { regio: 'rijnmond' }],
      ['jeugdige.verhuisd@1', '2026-03-01', { regio: 'haaglanden' }],
    );
    expect(
      regiefeitenVan({
        jeugdige,
        machtigingen: [],
        trajecten: [verloop],
        normtoetsen: [],
        opgegaan: [],
        documenten: [],
      }),
    ).toEqual({
      woonplaatsen: [
        { regio: 'rijnmond', vanaf: '2026-01-05' },
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
});
