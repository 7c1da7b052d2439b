import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { LegDocumentVast } from '@regielijn/documenten';
import { configFolder, createCatalogue, type Engine, EngineModule, readRules, Settings } from '@regielijn/engine';
import {
  CommandRunner,
  EventCodec,
  EventLog,
  type ExportedKey,
  MemoryEventStore,
  MemoryKeyStore,
} from '@regielijn/event-store';
import { nieuwJeugdigeId, RegistreerJeugdige, SluitDossier, VernietigDossier } from '@regielijn/jeugdige';
import { type CommandClass, deriveId, parseRegios, unobserved } from '@regielijn/kern';
import { AgendaVolgtAfwijkingen } from '@regielijn/kwartaalreview';
import { ToetsBijGebeurtenis } from '@regielijn/normenkader';
import { OpenOpschaling } from '@regielijn/opschaling';
import { Poort } from '@regielijn/poort';
import { categoryOf, type Follower } from '@regielijn/projecties';
import { demoAccounts, dienstAccounts } from '@regielijn/toegang';
import { LegVerwachtEindeVast } from '@regielijn/terugkeer';
import { MeldAan, nieuwTrajectId, StartOpname } from '@regielijn/traject';
import { nieuwVoorzieningId, OpenPlekken, OpenVoorziening } from '@regielijn/voorziening';
import { laadOpdrachten, schrijfOpdrachten } from '../../apps/cli/src/demo/laden.js';
import { planDemo } from '../../apps/cli/src/demo/plan/plan.js';
import { plekVolgt } from '../../apps/cli/src/demo/plek-volgt.js';
import { parseTargets } from '../../apps/cli/src/demo/plan/targets.js';
import {
  exporteer,
  groep as reeksGroep,
  groepStream as reeksStream,
  plekken,
} from '../../apps/cli/src/export/export.kit.js';
import { LegVergaderingVast, SluitReview, VoegDeelnemerToe } from '../../libs/kwartaalreview/src/domain/commands.js';
import { kleineCijfers } from './kleine-cijfers.js';

const SEED = 7;

/** Somebody whose opname falls under the normenkader, and somebody whose dossier was destroyed. */
export const sanne = { naam: 'Sanne Voorbeeld', id: nieuwJeugdigeId(deriveId('voorbeeld', 'sanne')) };
export const vernietigd = { naam: 'Vera Vergeten', id: nieuwJeugdigeId(deriveId('voorbeeld', 'vera')) };
/** A group with one plek. A line separator in its name: some programs take it for the end of a line. */
const groepsnaam = 'Groep De\u2028Eik';
export const groepId = nieuwVoorzieningId(deriveId('voorbeeld', 'groep'));
export const groepStream = `voorziening-${groepId}`;

const verhaal = async (poort: Poort): Promise<void> => {
  let dag = Date.parse('2026-01-05T09:00:00.000Z');
  const geef = async (type: CommandClass, data: object, label: string, actor = dienstAccounts.demo) => {
    dag += 3_600_000;
    await poort.opdracht(type, data, {
      actor,
      commandId: deriveId('voorbeeld', label),
      nu: new Date(dag).toISOString(),
    });
    return deriveId('voorbeeld', label);
  };
  const gegevens = { geboortedatum: '2010-05-04', geslacht: 'vrouw', gemeente: { code: '0599' } };
  await geef(RegistreerJeugdige, { ...gegevens, naam: sanne.naam, bsn: '999990019' }, 'sanne');
  await geef(RegistreerJeugdige, { ...gegevens, naam: vernietigd.naam, bsn: '999990020' }, 'vera');
  const groep = { naam: groepsnaam, aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'crisisgroep' };
  await geef(OpenVoorziening, groep, 'groep');
  await geef(OpenPlekken, { voorzieningId: groepId, aantal: 1, vanaf: '2026-01-01' }, 'plekken');
  const aanmelding = { urgentie: 'urgent', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' };
  const trajectId = nieuwTrajectId(await geef(MeldAan, { ...aanmelding, jeugdigeId: sanne.id }, 'aanmelding'));
  await geef(StartOpname, { trajectId, voorzieningId: groepId }, 'opname');
  await geef(LegVerwachtEindeVast, { trajectId, verwachtOp: '2026-04-15' }, 'terugkeer');
  const vraag = { ladder: 'casus', reden: 'hulp_komt_niet', vraagsteller: 'gemeente-0599', vraag: 'Wie helpt Sanne?' };
  const betreft = { soort: 'traject', id: trajectId };
  await geef(OpenOpschaling, { jeugdigeId: sanne.id, betreft, ...vraag }, 'opschaling');
  // Of a dossier that is destroyed below: an export brings no files along, so no other document could be whole.
  const verslag = {
    ...{ hoortBij: { soort: 'jeugdige', id: vernietigd.id }, soort: 'verslag', titel: 'Verslag van Vera' },
    ...{ mediatype: 'application/pdf', inhoud: Buffer.from('%PDF-1.7').toString('base64') },
  };
  await geef(LegDocumentVast, { ...verslag, jeugdigeId: vernietigd.id }, 'verslag');
  await geef(SluitDossier, { jeugdigeId: vernietigd.id }, 'sluiting');
  const vernietiging = { jeugdigeId: vernietigd.id, grond: 'verzoek_betrokkene' };
  await geef(VernietigDossier, vernietiging, 'vernietiging', demoAccounts.beheer);
};

/** A review that came to nothing of its agenda: it is sealed, and the next one has it. */
export const geslotenReview = 'zuidwest-2026-K1';
const sluitReview = async (poort: Poort): Promise<void> => {
  const disciplines = ['gedragswetenschapper', 'lokaal_team', 'onderwijs'];
  const opdrachten: [CommandClass, object][] = [
    ...disciplines.map((discipline): [CommandClass, object] => [
      VoegDeelnemerToe,
      { account: `deelnemer-${discipline}`, discipline },
    ]),
    [LegVergaderingVast, { aanwezig: disciplines.map((discipline) => `deelnemer-${discipline}`) }],
    [SluitReview, {}],
  ];
  for (const [n, [type, data]] of opdrachten.entries())
    await poort.opdracht(
      type,
      { review: geslotenReview, ...data },
      {
        ...{ actor: demoAccounts.reviewer, commandId: deriveId('voorbeeld', 'review', n) },
        nu: `2026-03-2${n}T09:00:00.000Z`,
      },
    );
};

export interface VoorbeeldLog {
  readonly regels: readonly string[];
  readonly ndjson: string;
  readonly sleutels: readonly ExportedKey[];
}

/**
 * A valid export, made by real commands on a log in memory: a small demo year with its norm outcomes, and a story of
 * 2026 with a destroyed dossier and a review that is closed.
 */
export const maakVoorbeeldLog = async (): Promise<VoorbeeldLog> => {
  const store = new MemoryEventStore();
  const keys = new MemoryKeyStore();
  const log = new EventLog(store, new EventCodec(createCatalogue(), keys));
  const engine = {
    settings: new Settings(),
    rules: readRules(),
    // No read models here: whoever asks them finds nothing.
    pool: { query: () => Promise.resolve({ rows: [] }) },
    store,
    keys,
    log,
    runner: new CommandRunner(log),
    observe: unobserved,
  } as unknown as Engine;
  const app = await NestFactory.createApplicationContext(EngineModule.on(engine), { logger: false });
  const regios = parseRegios(readFileSync(join(configFolder(), 'regios.json'), 'utf8'), 'regios');
  const cijfers = parseTargets(JSON.stringify(kleineCijfers()), 'cijfers');
  const opdrachten = schrijfOpdrachten(planDemo(cijfers, regios, SEED), SEED, cijfers.onttrekking.drempelDagen);
  await laadOpdrachten(app.get(Poort), opdrachten, plekVolgt(app.get(Poort), engine));
  await verhaal(app.get(Poort));
  const volg = async (type: typeof ToetsBijGebeurtenis | typeof AgendaVolgtAfwijkingen): Promise<void> => {
    const follower = app.get<Follower>(type, { strict: false });
    for (const event of await store.readAll('', 1_000_000))
      if (follower.categories.includes(categoryOf(event.stream))) await follower.handle((await log.open([event]))[0]!);
  };
  await volg(ToetsBijGebeurtenis);
  await volg(AgendaVolgtAfwijkingen);
  await sluitReview(app.get(Poort));
  await volg(AgendaVolgtAfwijkingen);
  await app.close();
  const sleutels: ExportedKey[] = [];
  for await (const sleutel of keys.exportKeys()) sleutels.push(sleutel);
  const ndjson = await exporteer(store);
  return { ndjson, regels: ndjson.trimEnd().split('\n'), sleutels };
};

/** An export of ten thousand events: long enough to be in the middle of. */
export const maakGrootLog = async (): Promise<string> => {
  const store = new MemoryEventStore();
  for (let eerste = 0; eerste < 2_000; eerste += 20)
    for (let keer = 0; keer < 5; keer += 1)
      for (let nummer = eerste; nummer < eerste + 20; nummer += 1)
        await store.append(reeksStream(nummer), keer === 0 ? 'no-stream' : BigInt(keer - 1), [
          keer === 0 ? reeksGroep(nummer) : plekken(nummer, keer),
        ]);
  return exporteer(store);
};
