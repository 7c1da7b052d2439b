import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { afstemmingTeLaatSinds, jeugdigeDecider, jeugdigeStream, regiekloof } from '@regielijn/jeugdige';
import { datumVan, leeftijdOp, plusDagen } from '@regielijn/kern';
import { geldtOp, type Machtiging, machtigingDecider, machtigingStream } from '@regielijn/machtiging';
import { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { dagenZonderOnderwijs, trajectDecider, trajectStream, wachtOpUitstroomDagen } from '@regielijn/traject';
import { keurNu, laadVandaag } from '../../apps/cli/src/demo/vandaag/laden.js';
import { type DossierVandaag, planVandaag } from '../../apps/cli/src/demo/vandaag/plan.js';
import { situaties } from '../../apps/cli/src/demo/vandaag/situaties.js';
import { verify } from '../../apps/cli/src/verify/verify.js';
import { toestandOp } from '../../libs/machtiging/src/domain/stand.js';
import { startTestApi, type TestApi } from '../kit/engine.js';

const nu = '2026-03-17T09:30:00.000Z';
const vandaag = datumVan(nu);
const seed = 2019;
const over = (dagen: number): string => plusDagen(vandaag, dagen);

/** What is known of one dossier at the end of the load. */
interface Stand {
  readonly jeugdige: any;
  readonly traject: any;
  /** In the order in which they were requested. */
  readonly machtigingen: readonly (Machtiging & { readonly geldigTot?: string })[];
  readonly toestanden: readonly string[];
  readonly afwijkingen: readonly { norm: string; toestand: string; vastgesteldOp: string }[];
  readonly documenten: number;
}

const open = ({ afwijkingen }: Stand): readonly string[] =>
  afwijkingen.filter(({ toestand }) => toestand === 'open').map(({ norm }) => norm);
const normen = ({ afwijkingen }: Stand): readonly string[] => afwijkingen.map(({ norm }) => norm);
const geldt = ({ machtigingen }: Stand): boolean => machtigingen.some((een) => geldtOp(een, vandaag));
const inVerblijf = ({ traject }: Stand): boolean => traject.status === 'verblijf';
const leeftijd = ({ jeugdige }: Stand, dag: string): number => leeftijdOp(jeugdige.geboortedatum, dag);
const houder = ({ jeugdige }: Stand): string => jeugdige.casusregie.at(-1).houder.soort;
const kloof = ({ jeugdige }: Stand) => regiekloof(jeugdige, vandaag).at(-1);
const antwoorden = ({ traject }: Stand): readonly string[] =>
  traject.toeleiding.aanmeldingen.map((een: any) => een.antwoord?.soort ?? 'geen');
const vervolgplek = ({ traject }: Stand): string | null => traject.uitstroom.vervolgplekken[0].antwoord;
const afgewikkeld = ({ jeugdige }: Stand): object => jeugdige.nietOvergenomen[0];
const afstemmingTeLaat = ({ jeugdige }: Stand): boolean =>
  afstemmingTeLaatSinds(jeugdige, vandaag, (vanaf) => plusDagen(vanaf, 42)) !== null;

const allesGemeld = ({ machtigingen }: Stand): boolean =>
  machtigingen[0]!.meldingen.length === 3 && machtigingen[0]!.meldingen.every(({ gedaanOp }) => gedaanOp !== null);

/** What each situatie promises, read from the dossier itself. */
const blijkt: Readonly<Record<string, (stand: Stand) => boolean>> = {
  aangemeld: (s) => s.traject.status === 'aangemeld' && antwoorden(s).join() === 'geen,geen',
  wachtlijst: (s) => antwoorden(s).join() === 'wachtlijst' && geldt(s) && normen(s).includes('B4'),
  'wachtlijst-met-overbrugging': (s) =>
    antwoorden(s).join() === 'wachtlijst' && s.traject.toeleiding.overbrugging !== null,
  'overal-afgewezen': (s) => antwoorden(s).join() === 'afgewezen,afgewezen',
  'plek-toegewezen': ({ traject }) => traject.status === 'aangemeld' && traject.toewijzing.geldigTot > nu,
  bloedspoed: (s) => s.traject.toeleiding.bloedspoed.uitkomst === 'positief' && s.toestanden.join() === 'VERZOCHT',
  'hulp-thuis': ({ traject }) =>
    traject.status === 'hulp_zonder_opname' && traject.toeleiding.veiligheidsweging !== null,
  'aanmelding-ingetrokken': ({ traject }) => traject.status === 'afgesloten',
  'machtiging-verzocht': (s) => s.toestanden.join() === 'VERZOCHT',
  'machtiging-afgewezen': (s) => s.toestanden.join() === 'AFGEWEZEN',
  'machtiging-loopt-af': (s) => inVerblijf(s) && geldt(s) && s.machtigingen[0]!.geldigTot! <= over(14),
  'verlenging-verzocht': (s) => geldt(s) && s.toestanden.join() === 'TEN_UITVOER,VERZOCHT',
  'machtiging-verlopen': (s) => inVerblijf(s) && !geldt(s) && s.toestanden.join() === 'VERLOPEN',
  'machtiging-niet-uitgevoerd': (s) => geldt(s) && s.toestanden.join() === 'VERLEEND' && !inVerblijf(s),
  spoedmachtiging: (s) => inVerblijf(s) && s.toestanden.join() === 'TEN_UITVOER,VERZOCHT' && geldt(s),
  'vmgj-loopt': (s) => s.toestanden.join() === 'LOOPT',
  'vmgj-bijna-overtreden': (s) => s.toestanden.join() === 'OPNAME_BEVOEGD' && geldt(s),
  'vmgj-omgezet': (s) =>
    s.toestanden.join() === 'OMGEZET' && s.machtigingen[0]!.meldingen.some((een) => een.gedaanOp === null),
  geschorst: (s) =>
    s.toestanden.join() === 'GESCHORST' && s.machtigingen[0]!.meldingen.some((een) => een.gedaanOp === null),
  onttrokken: (s) => s.traject.onttrokkenVanaf >= over(-13) && s.toestanden.join() === 'ONTTROKKEN',
  'onttrekking-over-drempel': (s) => inVerblijf(s) && s.traject.onttrokkenVanaf < over(-14),
  'overdracht-aangeboden': ({ jeugdige: { overdracht } }) =>
    overdracht.geldigTot > nu && overdracht.ontbreekt.length === 0,
  'overdracht-bijna-verlopen': ({ jeugdige: { overdracht } }) =>
    overdracht.geldigTot > nu && datumVan(overdracht.geldigTot) === over(1) && overdracht.ontbreekt.length > 0,
  'overdracht-onbeantwoord': ({ jeugdige }) => jeugdige.overdracht.geldigTot < nu,
  'overdracht-verlopen': (s) => Object.is(s.jeugdige.overdracht, null) && hoe(s) === 'verlopen',
  'overdracht-geweigerd': (s) => hoe(s) === 'geweigerd',
  'aanvaard-onder-voorwaarden': (s) => houder(s) === 'GI' && s.jeugdige.voorwaarden[0].open.join() === '1',
  regiekloof: (s) => kloof(s)?.hoort === 'GI' && kloof(s)?.tot === null && s.jeugdige.overdracht === null,
  'zonder-medewerker': ({ jeugdige }) => jeugdige.medewerkerwissels.at(-1).medewerker === null,
  'afstemming-te-laat': afstemmingTeLaat,
  verhuisd: ({ jeugdige }) => jeugdige.woonplaatsen.length === 2 && jeugdige.regio === 'zuid-holland-zuid',
  'gi-gewisseld': ({ jeugdige }) => jeugdige.casusregie.at(-1).houder.organisatie === 'gi-delta',
  'verblijf-op-orde': (s) =>
    inVerblijf(s) && geldt(s) && s.documenten === 3 && open(s).length === 0 && !afstemmingTeLaat(s) && allesGemeld(s),
  'perspectief-te-laat': (s) => normen(s).includes('O3'),
  'perspectief-bijna-te-laat': (s) => inVerblijf(s) && s.traject.opnameOp < over(-79) && normen(s).length === 0,
  'motivering-te-laat': (s) =>
    open(s).includes('O1') && s.afwijkingen.every(({ vastgesteldOp }) => vastgesteldOp < over(-30)),
  'zonder-onderwijs': (s) => normen(s).includes('B3') && dagenZonderOnderwijs(s.traject, vandaag)! > 28,
  'onderwijs-lager': (s) => normen(s).includes('B3') && s.traject.onderwijs.vooraf.niveau === 'havo',
  'net-opgenomen': (s) => inVerblijf(s) && s.traject.opnameOp >= over(-7),
  'incident-open': ({ traject: { zorg } }) =>
    zorg.incidenten[0].afgehandeldOp === null && zorg.maatregelen[0].geeindigdOp === null,
  'met-verlof': ({ traject: { zorg } }) => zorg.verloven[0].van > nu && zorg.verloven[0].ingetrokkenOp === null,
  overgeplaatst: ({ traject }) => traject.status === 'verblijf' && traject.verblijfVanaf > traject.opnameOp,
  'bijna-achttien': (s) => leeftijd(s, vandaag) === 17 && leeftijd(s, over(183)) === 18 && inVerblijf(s),
  kleinschalig: (s) => inVerblijf(s) && s.traject.toeleiding.veiligheidsweging === null,
  'wacht-op-uitstroom': (s) => wachtOpUitstroomDagen(s.traject, vandaag)! > 14 && vervolgplek(s) !== 'plek',
  'vervolgplek-gevonden': (s) => vervolgplek(s) === 'plek' && inVerblijf(s),
  'andere-wet': (s) => s.traject.uitstroom.andereWetten.Wlz === 'aangevraagd' && leeftijd(s, vandaag) === 17,
  'uitgestroomd-zonder-plan': (s) =>
    s.traject.nazorg.nodig === null && houder(s) === 'GI' && kloof(s)?.hoort === 'gemeente',
  'nazorg-loopt': ({ traject: { nazorg } }) => nazorg.opgepakt.join() === 'wonen' && nazorg.voortgang.join() === '3',
  'nazorg-bijna-te-laat': ({ traject }) =>
    traject.eindeOp < over(-345) && traject.nazorg.opgepakt.length < traject.nazorg.nodig.length,
  'jim-gevonden': ({ jeugdige: { jim } }) => jim.status === 'gevonden' && jim.afspraken[0].vlaggen.length === 0,
  'jim-gezocht': ({ jeugdige: { jim } }) => jim.status === 'zoekend' && jim.volgendeOp > vandaag,
  'jim-zoektocht-stil': ({ jeugdige: { jim } }) => jim.status === 'zoekend' && jim.volgendeOp < vandaag,
  'jim-geweigerd': ({ jeugdige: { jim } }) => jim.status === 'geweigerd' && jim.volgendeOp > vandaag,
  familiegroepsplan: ({ jeugdige }) =>
    jeugdige.netwerk.familiegroepsplan.plan.versie === 1 && jeugdige.gezin.hulpOuders[0].gestartOp !== null,
  'advies-gevraagd': ({ jeugdige }) =>
    jeugdige.verslag.adviezen[0].gegevenOp === null && jeugdige.hulpgeschiedenis.hulp.length === 3,
};
const hoe = (s: Stand): string | null => {
  const { hoe: uitkomst, escalatie } = afgewikkeld(s) as { hoe: string; escalatie: boolean };
  return escalatie ? uitkomst : null;
};

const { dossiers } = planVandaag(nu, seed);
let api: TestApi;

const laad = async (naar: TestApi): Promise<number> => {
  const aantal = await laadVandaag(naar.engine, naar.app.get(Poort), { nu, seed });
  await naar.settle();
  return aantal;
};

beforeAll(async () => {
  api = await startTestApi();
  await laad(api);
}, 240_000);
afterAll(() => api.close(), 60_000);

const standVan = async ({ jeugdigeId, trajectId }: DossierVandaag): Promise<Stand> => {
  const { runner, pool } = api.engine;
  const rijen = async (sql: string): Promise<any[]> => (await pool.query(sql, [jeugdigeId])).rows;
  const ids = await rijen(
    "select machtiging_id from lm.machtiging where jeugdige_id = $1 order by toestand ->> 'verzochtOp'",
  );
  const machtigingen = await Promise.all(
    ids.map(({ machtiging_id }) => runner.stateOf(machtigingDecider, machtigingStream(machtiging_id))),
  );
  const [normtoets] = await rijen('select toestand from lm.normtoets where jeugdige_id = $1');
  return {
    jeugdige: await runner.stateOf(jeugdigeDecider, jeugdigeStream(jeugdigeId)),
    traject: await runner.stateOf(trajectDecider, trajectStream(trajectId)),
    machtigingen: machtigingen as Stand['machtigingen'],
    toestanden: machtigingen.map((een) => toestandOp(een!, vandaag)),
    afwijkingen: Object.values(normtoets?.toestand.afwijkingen ?? {}),
    documenten: (await rijen('select 1 from lm.document where jeugdige_id = $1')).length,
  };
};

describe('the caseload of today', () => {
  it('holds as many dossiers as its table says, about sixty, each with a promise to keep', async () => {
    const { rows } = await api.engine.pool.query('select count(*)::int as aantal from lm.jeugdige');
    expect(rows).toEqual([{ aantal: dossiers.length }]);
    expect(dossiers.length).toBe(situaties.reduce((som, { aantal }) => som + aantal, 0));
    expect(Math.abs(dossiers.length - 60)).toBeLessThanOrEqual(6);
    expect(situaties.map(({ sleutel }) => sleutel).sort()).toEqual(Object.keys(blijkt).sort());
  });

  it('stands in docs/demo.md, row by row', () => {
    const regels = readFileSync(join(import.meta.dirname, '../../docs/demo.md'), 'utf8').split('\n');
    const rijen = regels.map((regel) => regel.split('|').map((cel) => cel.trim())).filter((rij) => rij.length === 5);
    const uitDocs = rijen.map(([, sleutel, aantal, omschrijving]) => ({ sleutel, aantal, omschrijving }));
    expect(uitDocs.filter(({ sleutel }) => sleutel?.startsWith('`'))).toEqual(
      situaties.map(({ sleutel, aantal, omschrijving }) => ({
        sleutel: `\`${sleutel}\``,
        aantal: `${aantal}`,
        omschrijving,
      })),
    );
  });

  it.each(situaties)('is really so: $sleutel. $omschrijving', async ({ sleutel }) => {
    for (const dossier of dossiers.filter(({ situatie }) => situatie.sleutel === sleutel)) {
      const stand = await standVan(dossier);
      expect({ sleutel, blijkt: blijkt[sleutel]!(stand) }).toEqual({ sleutel, blijkt: true });
    }
  });

  it('leaves deviations to motivate, some motivated, and exactly one dossier past the term', async () => {
    const standen = await Promise.all(dossiers.map(standVan));
    const alle = standen.flatMap(({ afwijkingen }) => afwijkingen);
    const teLaat = alle.filter(({ toestand, vastgesteldOp }) => toestand === 'open' && vastgesteldOp < over(-6));
    expect(teLaat).toHaveLength(1);
    for (const toestand of ['open', 'gemotiveerd'])
      expect(alle.filter((een) => een.toestand === toestand).length).toBeGreaterThan(2);
  });

  it('is spread over every region and has places of every variant, confirmed lately and long ago', async () => {
    const { rows: regios } = await api.engine.pool.query('select distinct regio from lm.jeugdige order by 1');
    expect(regios.map(({ regio }: any) => regio)).toEqual([
      'haaglanden',
      'holland-rijnland',
      'midden-holland',
      'rijnmond',
      'zuid-holland-zuid',
    ]);
    const { rows } = await api.engine.pool.query(
      `select count(distinct variant)::int as varianten, min(toestand ->> 'bevestigdOp') < $1 as oud,
       max(toestand ->> 'bevestigdOp') > $2 as vers from lm.voorziening`,
      [over(-30), over(-3)],
    );
    expect(rows).toEqual([{ varianten: 8, oud: true, vers: true }]);
    const { rows: vol } = await api.engine.pool.query(
      "select 1 from log.event where data ->> 'bovenCapaciteit' = 'true'",
    );
    expect(vol).toEqual([]);
  });

  it('touches no figure of 2019 and 2020: nobody is admitted before 2024', async () => {
    const { rows } = await api.engine.pool.query("select 1 from lm.traject where opname_op < '2024-01-01'");
    expect(rows).toEqual([]);
    for (const jaar of [2019, 2020]) {
      const { body } = await api.client(dienstAccounts.demo).get(`/v1/monitor/plaatsingen?jaar=${jaar}`);
      expect(body.totaal).toBe(0);
    }
  });

  it('passes verify', async () => {
    const { goed, controles } = await verify(api.engine, () => undefined);
    expect(controles.flatMap(({ fouten }) => fouten)).toEqual([]);
    expect(goed).toBe(true);
  }, 60_000);

  it('given the load once more, as after one that was broken off, then nothing is recorded twice', async () => {
    const laatste = async () => (await api.engine.pool.query('select count(*)::int as n from log.event')).rows;
    const eerst = await laatste();
    await laad(api);
    expect(await laatste()).toEqual(eerst);
  }, 120_000);

  it('given another engine and the same moment, then it records the same at the same times', async () => {
    const ander = await startTestApi();
    try {
      await laad(ander);
      const [hier, daar] = await Promise.all([verhaal(api), verhaal(ander)]);
      expect([...daar.keys()]).toEqual([...hier.keys()]);
      expect(daar).toEqual(hier);
    } finally {
      await ander.close();
    }
  }, 240_000);

  it.each([
    ['in the night of a Sunday', '2026-03-15T01:10:00.000Z'],
    ['on Tweede Kerstdag', '2025-12-26T12:00:00.000Z'],
    ['just after the clock changed', '2025-10-26T03:00:00.000Z'],
  ])('given a load %s, then no step lies in the future and no two of a dossier coincide', (_, moment) => {
    const { opdrachten } = planVandaag(moment, seed);
    expect(opdrachten.filter(({ op }) => op > moment)).toEqual([]);
    const eigen = opdrachten.filter(({ dossier }) => dossier !== 'vandaag: voorzieningen');
    expect(new Set(eigen.map(({ dossier, op }) => `${dossier} ${op}`)).size).toBe(eigen.length);
  });

  it('given a moment that is still to come, or before 2024, then it is refused', () => {
    expect(() => keurNu('2199-01-01T00:00:00.000Z')).toThrow(expect.objectContaining({ code: 'TIJDSTIP_IN_TOEKOMST' }));
    expect(() => keurNu('2023-12-31T22:00:00.000Z')).toThrow(expect.objectContaining({ code: 'DEMO_NU_TE_VROEG' }));
    expect(() => keurNu(nu)).not.toThrow();
  });
});

/**
 * What every stream says, but for the hash of an encrypted file, which is another one each time, and the regieregel, which
 * is derived behind the commands: in how many steps depends on how far that is.
 */
const verhaal = async ({ engine }: TestApi): Promise<ReadonlyMap<string, readonly object[]>> => {
  const { rows } = await engine.pool.query<{ stream: string }>('select distinct stream from log.event order by stream');
  const delen = new Map<string, readonly object[]>();
  for (const { stream } of rows)
    delen.set(
      stream,
      (await engine.log.read(stream))
        .filter(({ type }) => type !== 'jeugdige.regieregel-vastgesteld@1')
        .map(({ id, type, geldigOp, vastgelegdOp, metadata, data: { sha256: _, ...data } }) => ({
          ...{ id, type, geldigOp, data },
          // What a follower records is recorded no earlier than what it followed had caught up with.
          ...(metadata.actor.subject === dienstAccounts.demo.subject ? { vastgelegdOp } : {}),
        })),
    );
  return delen;
};
