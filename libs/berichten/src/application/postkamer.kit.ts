import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { catchUp, type Engine, EngineModule, openEngine, Settings } from '@regielijn/engine';
import { LOG_START, type RecordedEvent } from '@regielijn/event-store';
import { type CommandClass, type Instant, plusUren, randomId, SimulatedClock } from '@regielijn/kern';
import { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { TestMailserver } from '../../../../test/kit/mailserver.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/postgres.js';
import { StelBerichtOp, StelPostbusIn, StelVoorkeurIn, type Wijze } from '../domain/commands.js';
import { berichtIdVan } from '../domain/decide.js';
import { berichtStream } from '../domain/events.js';
import type { MailTransport } from '../mail/mail-transport.js';
import { SmtpTransport } from '../mail/smtp-transport.js';
import { MaaktBerichten } from './maakt-berichten.follower.js';
import { Ontvangers } from './ontvangers.js';
import { Verzender } from './verzender.js';

export const WEB = 'https://regielijn.voorbeeld.nl';
/** A Monday, ten o'clock in Amsterdam. */
export const BEGIN = '2026-03-02T09:00:00.000Z';

/** Everything that messages need, on a fresh database, with a clock that is moved by hand and rounds given by hand. */
export class Postkamer {
  readonly klok = new SimulatedClock(BEGIN);
  readonly lines: string[] = [];
  private constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
    public engine: Engine,
    public app: INestApplicationContext,
    private transport: MailTransport,
  ) {}

  static async open(transport: MailTransport): Promise<Postkamer> {
    const database = await createTestDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'regielijn-test-'));
    const { engine, app } = await Postkamer.begin(database, folder);
    return new Postkamer(database, folder, engine, app, transport);
  }

  private static async begin(database: TestDatabase, folder: string) {
    const engine = await openEngine(
      Object.assign(new Settings(), { REGIELIJN_DATA: folder, DATABASE_URL: database.url }),
    );
    const app = await NestFactory.createApplicationContext(EngineModule.on(engine), { logger: false });
    engine.projections.start();
    return { engine, app };
  }

  get poort(): Poort {
    return this.app.get(Poort);
  }

  get ontvangers(): Ontvangers {
    return this.app.get(Ontvangers, { strict: false });
  }

  /** A sender as a process has it; `poort` may be another, as of a process that dies. */
  verzender(poort: Pick<Poort, 'opdracht'> = this.poort, transport = this.transport): Verzender {
    const { pool, runner } = this.engine;
    const instellingen = { webAdres: WEB, transport };
    return new Verzender(pool, runner, poort as Poort, this.klok, this.ontvangers, instellingen);
  }

  /** One round, and then the read model knows of it. */
  async ronde(verzender = this.verzender()): Promise<void> {
    await this.bij();
    await verzender.ronde();
    await this.bij();
  }

  bij(): Promise<unknown> {
    return catchUp(this.engine);
  }

  /** Moves the clock on to this moment. */
  naar(moment: Instant): void {
    this.klok.advanceTo(moment);
  }

  later(uren: number): void {
    this.naar(plusUren(this.klok.now(), uren));
  }

  opdracht(type: CommandClass, data: object, actor = dienstAccounts.demo) {
    return this.poort.opdracht(type, data, { actor, nu: this.klok.now() });
  }

  async voorkeur(account: string, organisatie: string, wijze: Wijze, uur = 8): Promise<void> {
    const adres = wijze === 'uit' ? null : `${account}@voorbeeld.nl`;
    await this.opdracht(StelVoorkeurIn, { account, organisatie, wijze, adres, uur }, dienstAccounts.cli);
  }

  async postbus(organisatie: string, wijze: Wijze = 'direct'): Promise<void> {
    const adres = wijze === 'uit' ? null : `postbus@${organisatie}.nl`;
    await this.opdracht(StelPostbusIn, { organisatie, wijze, adres }, dienstAccounts.cli);
  }

  /** A message by itself, without what gave reason to it. Answers its id. */
  async bericht(organisatie: string, anders: object = {}): Promise<string> {
    const [aanleiding, dossierId] = [randomId(), randomId()];
    const inhoud = {
      ...{ soort: 'overdracht_aangeboden', organisatie, aanleiding, over: `jeugdige-${dossierId}`, dossierId },
      ...{ termijn: null, uiterlijk: '2026-03-16', escalatie: false, ...anders },
    };
    await this.opdracht(StelBerichtOp, inhoud, dienstAccounts.follower);
    return berichtIdVan(aanleiding, organisatie);
  }

  /** What is recorded of a message, without the `bericht.` and the version. */
  async verloop(berichtId: string): Promise<readonly string[]> {
    const history = await this.engine.log.read(berichtStream(berichtId));
    return history.map(({ type }) => type.slice('bericht.'.length, -2));
  }

  events(): Promise<readonly RecordedEvent[]> {
    return this.engine.store.readAll(LOG_START, 100_000);
  }

  /** Lets the follower go over the whole log. */
  async volg(): Promise<void> {
    const { log, runner, pool } = this.engine;
    const follower = new MaaktBerichten(this.poort, log, runner, pool, this.klok);
    for (const event of await this.events())
      if (follower.categories.includes(event.stream.split('-')[0]!))
        await follower.handle((await log.open([event]))[0]!);
    await this.bij();
  }

  /** The process ends; the next one finds only the log, the keys and who gets messages. */
  async herstartZonderTabellen(): Promise<void> {
    await this.app.close();
    await this.engine.projections.stop();
    await this.engine.pool.query('drop schema lm cascade; drop schema projecties cascade');
    await this.engine.close();
    Object.assign(this, await Postkamer.begin(this.database, this.folder));
  }

  async close(): Promise<void> {
    this.transport.close();
    await this.app.close();
    await this.engine.close();
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const VEEL_TE_LANG_MS = 400;

/** A mail server and all that sends to it. */
export const openPostkamer = async (): Promise<{ mailserver: TestMailserver; postkamer: Postkamer }> => {
  const mailserver = new TestMailserver();
  await mailserver.start();
  const transport = new SmtpTransport(mailserver.url, 'regielijn@voorbeeld.nl', VEEL_TE_LANG_MS);
  return { mailserver, postkamer: await Postkamer.open(transport) };
};
