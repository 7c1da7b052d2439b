import type { ICommandHandler } from '@nestjs/cqrs';
import {
  CommandRunner,
  EventCatalogue,
  EventCodec,
  EventLog,
  LOG_START,
  MemoryEventStore,
  MemoryKeyStore,
} from '@regielijn/event-store';
import { type CommandClass, deriveId, type DomainEvent, fold, type Instant } from '@regielijn/kern';
import {
  type LegBesprekingVast,
  normenkaderEvents,
  normenkaderUpcasters,
  normtoetsDecider,
  normtoetsStream,
} from '@regielijn/normenkader';
import { type Aanroep, parseInput, type Poort } from '@regielijn/poort';
import { trajectEvents, trajectStream, trajectUpcasters } from '@regielijn/traject';
import type pg from 'pg';
import { normenkaderFeiten } from '../../../normenkader/src/domain/events.js';
import { testContext } from '../../../kern/src/scenario.kit.js';
import { reviewCommands } from '../domain/commands.js';
import { reviewDecider } from '../domain/decide.js';
import { reviewEvents } from '../domain/events.js';
import type { ReviewRegels } from '../domain/regels.js';
import type { Review } from '../domain/state.js';
import { AgendaVolgtAfwijkingen } from './agenda-volgt-afwijkingen.follower.js';
import { DossierVolgtBespreking } from './dossier-volgt-bespreking.follower.js';
import { ReviewFeitenLezer } from './feiten-lezer.js';
import { reviewHandlers } from './handlers.js';
import { OpentKwartaalreviews } from './opent-kwartaalreviews.js';

export const regels: ReviewRegels = {
  versies: [
    {
      ...{ versie: '2020-10-12', geldigVanaf: '2020-10-12', bron: 'een bron' },
      disciplines: [
        { code: 'gedragswetenschapper', naam: 'Gedragswetenschapper' },
        { code: 'onderwijs', naam: 'Onderwijs' },
      ],
      quorum: { minimaalDisciplines: 2, verplicht: ['gedragswetenschapper'], bron: 'een bron' },
      landsdelen: [{ id: 'zuidwest', regios: ['rijnmond', 'overig'], bron: 'een bron' }],
    },
  ],
};

const VERTELD = ['traject.aangemeld@1', 'traject.aangemeld@2'];
const jeugdigeId = deriveId('jeugdige');
const trajectId = deriveId('traject');
const toets = { trajectId, jeugdigeId, norm: 'O1', regelversie: '2020-10-12' };

/** Log, handlers and followers of the reviews in memory, with one traject whose deviations a test tells by number. */
export class Proef {
  readonly log: EventLog;
  readonly agenda: AgendaVolgtAfwijkingen;
  readonly dossier: DossierVolgtBespreking;
  readonly opener: OpentKwartaalreviews;
  readonly trajectId = trajectId;
  private readonly runner: CommandRunner;
  private readonly lezer: ReviewFeitenLezer;
  private gevolgd = LOG_START;
  private tel = 0;

  constructor(readonly keys = new MemoryKeyStore()) {
    const verteld = trajectEvents.filter(({ type }) => VERTELD.includes(type));
    const upcasters = trajectUpcasters.filter(({ from }) => VERTELD.includes(from));
    const catalogue = new EventCatalogue(
      [...verteld, ...normenkaderEvents, ...reviewEvents],
      [...upcasters, ...normenkaderUpcasters],
    );
    this.log = new EventLog(new MemoryEventStore(), new EventCodec(catalogue, keys));
    this.runner = new CommandRunner(this.log);
    // No earlier reviews: read models know nothing here.
    const pool = { query: () => Promise.resolve({ rows: [] }) } as unknown as pg.Pool;
    this.lezer = new ReviewFeitenLezer(this.log, this.runner, regels, pool);
    const poort = { opdracht: this.opdracht.bind(this) } as unknown as Poort;
    this.agenda = new AgendaVolgtAfwijkingen(poort, this.log, this.lezer);
    this.dossier = new DossierVolgtBespreking(poort, this.lezer);
    this.opener = new OpentKwartaalreviews(poort, this.log, regels);
  }

  async begin(nu: Instant): Promise<void> {
    const aangemeld = {
      ...{ trajectId, jeugdigeId, urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis' },
      ...{ aanmelder: 'gi-jb-west', gemeentecode: '0599', regio: 'rijnmond' },
    };
    await this.schrijf(trajectStream(trajectId), { type: 'traject.aangemeld@1', data: aangemeld }, nu);
  }

  vind(n: number, nu: Instant): Promise<void> {
    const data = { ...toets, afwijkingId: this.afwijking(n), peilmoment: nu, geval: null };
    return this.schrijf(normtoetsStream(trajectId), normenkaderFeiten.afwijkingVastgesteld.of(data), nu);
  }

  verval(n: number, nu: Instant): Promise<void> {
    const data = { ...toets, afwijkingId: this.afwijking(n) };
    return this.schrijf(normtoetsStream(trajectId), normenkaderFeiten.afwijkingVervallen.of(data), nu);
  }

  motiveer(n: number, nu: Instant, reden = 'wachtlijst'): Promise<void> {
    const feit = normenkaderFeiten.afwijkingGemotiveerd.of({
      ...{ trajectId, jeugdigeId, norm: 'O1', afwijkingId: this.afwijking(n), functie: 'teamleider' },
      ...{ redencodes: [reden], toelichting: 'Er was geen plek.', alternatievenOverwogen: [] },
      ...{ herstelactie: null, herstelUiterlijk: null },
    });
    return this.schrijf(normtoetsStream(trajectId), feit, nu);
  }

  readonly afwijking = (n: number): string => deriveId('afwijking', n);

  /** Gives a command as somebody who prepares the reviews. */
  async geef(type: CommandClass, data: object, nu: Instant): Promise<void> {
    const actor = { subject: 'voorbereider', organisatie: 'landsdeel-zuidwest', rol: 'reviewer' };
    await this.opdracht(type, data, { actor, commandId: deriveId('proef', (this.tel += 1)), nu, geldigOp: nu });
  }

  /** Lets both followers see so many events more; all of them and what follows from them when not said. */
  async volg(aantal = Infinity): Promise<void> {
    for (let gezien = 0; gezien < aantal; gezien += 1) {
      const [event] = await this.log.store.readAll(this.gevolgd, 1);
      if (!event) return;
      const [open] = await this.log.open([event]);
      if (this.agenda.categories.some((categorie) => event.stream.startsWith(`${categorie}-`)))
        await this.agenda.handle(open!);
      if (event.stream.startsWith('kwartaalreview-')) await this.dossier.handle(open!);
      this.gevolgd = event.position;
    }
  }

  /** A follower that lost its checkpoint sees all of it once more. */
  opnieuw(): void {
    this.gevolgd = LOG_START;
  }

  async aantalEvents(): Promise<number> {
    return (await this.log.store.readAll(LOG_START, Infinity)).length;
  }

  async reviews(): Promise<readonly Review[]> {
    const events = await this.log.store.readAll(LOG_START, Infinity);
    const streams = new Set(
      events.map(({ stream }) => stream).filter((stream) => stream.startsWith('kwartaalreview-')),
    );
    const staten = await Promise.all([...streams].map((stream) => this.runner.stateOf(reviewDecider, stream)));
    return staten.flatMap((state) => state ?? []);
  }

  async afwijkingen() {
    return fold(normtoetsDecider, (await this.log.read(normtoetsStream(trajectId))) as never).afwijkingen;
  }

  private async opdracht(type: CommandClass, input: unknown, { nu, ...aanroep }: Aanroep) {
    const context = testContext({ ...aanroep, nu: nu!, geldigOp: aanroep.geldigOp ?? nu! });
    const command = new type(parseInput(type.definition.schema, input) as never, context);
    const index = reviewCommands.indexOf(type as never);
    const Handler = reviewHandlers[index];
    if (Handler)
      return Object.assign(new Handler(), {
        runner: this.runner,
        lezer: this.lezer,
      } as object as ICommandHandler).execute(command) as Promise<never>;
    return this.runner.decide({
      ...{ decider: normtoetsDecider, stream: normtoetsStream(trajectId), command: command as LegBesprekingVast },
      facts: () => ({ jeugdigeId, beoordelingen: [] }),
    });
  }

  private async schrijf(stream: string, { type, data }: DomainEvent, nu: Instant): Promise<void> {
    const id = deriveId('feit', (this.tel += 1));
    const actor = { subject: 'jb-017', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' };
    const head = (await this.log.read(stream)).at(-1)?.streamVersion ?? 'no-stream';
    const metadata = { actor, correlationId: id, causationId: id };
    await this.log.append(stream, head, [{ id, type, data: data as never, geldigOp: nu, vastgelegdOp: nu, metadata }]);
  }
}
