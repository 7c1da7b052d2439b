import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '@regielijn/kern';
import { regieregelsSchema } from '@regielijn/regie';
import { type Regiefeiten, regieregelVan } from './regieregel.js';

const REGIOS = ['rijnmond', 'haaglanden', 'midden-holland', 'holland-rijnland', 'zuid-holland-zuid'];
const bestand = join(import.meta.dirname, '..', '..', '..', 'config', 'regie.json');
const regels = parseConfig(regieregelsSchema(REGIOS), readFileSync(bestand, 'utf8'), 'config/regie.json');

type Machtiging = Regiefeiten['machtigingen'][number];
const machtiging = (verleendOp: string, eindeOp: string, kader: Machtiging['kader'] = 'gedwongen'): Machtiging => ({
  ...{ soort: 'MGJ', kader, verleendOp, eindeOp },
});
const traject = (
  vanaf: string,
  tot: string | null,
  variant: 'kib' | 'dwanggroep' = 'dwanggroep',
): Regiefeiten['trajecten'][number] => ({ kader: 'vrijwillig', varianten: [{ variant, vanaf }], tot });
const lijn = (feiten: Partial<Regiefeiten>) =>
  regieregelVan(
    { woonplaatsen: [{ regio: 'rijnmond', vanaf: '2026-01-01' }], machtigingen: [], trajecten: [], ...feiten },
    regels,
  ).perioden.map(({ vanaf, houder, regel }) => `${vanaf} ${houder} ${regel}`);

describe('who should hold casusregie from which day on', () => {
  it('given no machtiging, then no rule speaks, whatever runs', () => {
    expect(lijn({})).toEqual([]);
    expect(lijn({ trajecten: [traject('2026-02-01', null)] })).toEqual([]);
  });

  it('given a machtiging, then the GI from the day it was granted, and the gemeente from its end', () => {
    expect(lijn({ machtigingen: [machtiging('2026-03-01', '2026-09-01')] })).toEqual([
      '2026-03-01 GI gedwongen_kader',
      '2026-09-01 gemeente na_einde_machtiging',
    ]);
  });

  it('given a next one that was granted before the first ended, then there is no break', () => {
    const machtigingen = [machtiging('2026-03-01', '2026-09-01'), machtiging('2026-08-20', '2027-02-01')];
    expect(lijn({ machtigingen })).toEqual([
      '2026-03-01 GI gedwongen_kader',
      '2027-02-01 gemeente na_einde_machtiging',
    ]);
  });

  it('given an uitstroom while the machtiging still holds, then the gemeente from that day', () => {
    const feiten = {
      machtigingen: [machtiging('2026-03-01', '2026-09-01')],
      trajecten: [traject('2026-03-05', '2026-07-01')],
    };
    expect(lijn(feiten)).toEqual(['2026-03-01 GI gedwongen_kader', '2026-07-01 gemeente na_uitstroom']);
  });

  it('given another machtiging after the uitstroom, then the GI again', () => {
    const feiten = {
      machtigingen: [machtiging('2026-03-01', '2026-09-01'), machtiging('2026-08-01', '2027-02-01')],
      trajecten: [traject('2026-03-05', '2026-07-01')],
    };
    expect(lijn(feiten)).toEqual([
      '2026-03-01 GI gedwongen_kader',
      '2026-07-01 gemeente na_uitstroom',
      '2026-08-01 GI gedwongen_kader',
      '2027-02-01 gemeente na_uitstroom',
    ]);
  });

  it('given a voluntary kader, then the region decides, and a move on the day of the move', () => {
    const machtigingen = [machtiging('2026-03-01', '2026-09-01', 'vrijwillig')];
    const woonplaatsen = [
      { regio: 'haaglanden', vanaf: '2026-01-01' },
      { regio: 'rijnmond', vanaf: '2026-05-01' },
    ];
    expect(lijn({ machtigingen, woonplaatsen })).toEqual([
      '2026-03-01 gemeente vrijwillig_andere_regios',
      '2026-05-01 GI vrijwillig_rijnmond',
      '2026-09-01 gemeente na_einde_machtiging',
    ]);
  });

  it('given a voluntary opname in a KIB without a machtiging, then the GI from that day to the uitstroom', () => {
    const woonplaatsen = [{ regio: 'haaglanden', vanaf: '2026-01-01' }];
    expect(lijn({ woonplaatsen, trajecten: [traject('2026-02-01', '2026-06-01', 'kib')] })).toEqual([
      '2026-02-01 GI pilot',
      '2026-06-01 gemeente na_uitstroom',
    ]);
  });

  it('then it names the version of the rules and each source once', () => {
    const { regelversie, bron } = regieregelVan(
      {
        woonplaatsen: [{ regio: 'rijnmond', vanaf: '2026-01-01' }],
        machtigingen: [machtiging('2026-03-01', '2026-09-01')],
        trajecten: [],
      },
      regels,
    );
    expect(regelversie).toBe(regels.versie);
    expect(bron).toEqual([regels.bronnen['impactanalyse']!.titel, regels.bronnen['aanname']!.titel]);
  });
});
