import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner, EventLog, type RecordedEvent } from '@regielijn/event-store';
import { jeugdigeCorrecties, jeugdigeFeiten as feit, leesJeugdige } from '@regielijn/jeugdige';
import { type Clock, deriveId } from '@regielijn/kern';
import { alsFollower, CLOCK, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type pg from 'pg';
import { HandelBerichtAf, HerinnerAanBericht, StelBerichtOp } from '../domain/commands.js';
import { berichtIdVan } from '../domain/decide.js';
import { berichtStream } from '../domain/events.js';
import { type Aanbod, AanbodLezer } from './aanbod-lezer.js';
import { laatsteDagVoor, TERMIJN_GEMELD, type TermijnGemeld, TermijnGemeldSchema, toontEind } from './aanleiding.js';
import { versVanaf } from './vers.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

type Inhoud = Omit<StelBerichtOp['data'], 'aanleiding'>;
type Reactie = (event: RecordedEvent) => Promise<void>;

const tekstVan = ({ data }: RecordedEvent, veld: string): string => data[veld] as string;

/**
 * Makes a message for each organisation that must know of a handover, a term or an escalation. Who in that organisation
 * gets it, the sender finds out: what this does follows from the log alone, so that going over it once more adds nothing.
 */
@Injectable()
export class MaaktBerichten implements Follower {
  readonly name = 'berichten';
  /** `proces`: the signals of terms. */
  readonly categories = ['jeugdige', 'proces'];
  private readonly aanbodLezer: AanbodLezer;
  private readonly reacties: Readonly<Record<string, Reactie>> = {
    [feit.overdrachtAangeboden.type]: (event) => this.bijAanbod(event),
    [feit.overdrachtAanvaard.type]: (event) => this.bijAntwoord(event, 'overdracht_aanvaard'),
    [feit.overdrachtGeweigerd.type]: (event) => this.bijAntwoord(event, 'overdracht_geweigerd'),
    [feit.overdrachtVerlopen.type]: (event) => this.bijAntwoord(event, 'overdracht_verlopen'),
    [feit.overdrachtIngetrokken.type]: (event) => this.bijVerval(event, event.data['overdrachtId']),
    [feit.verhuisd.type]: (event) => this.bijVerval(event, event.data['vervallenOverdrachtId']),
    [feit.giGewisseld.type]: (event) => this.bijVerval(event, event.data['vervallenOverdrachtId']),
    [jeugdigeCorrecties.feitIngetrokken.type]: (event) => this.bijIntrekking(event),
    [feit.vernietigd.type]: (event) => this.bijVernietiging(event),
    [TERMIJN_GEMELD]: (event) => this.bijTermijn(event),
  };

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.aanbodLezer = new AanbodLezer(log);
  }

  async handle(event: RecordedEvent): Promise<void> {
    if (event.vastgelegdOp >= versVanaf(this.clock.now())) await this.reacties[event.type]?.(event);
  }

  /** Not of what was answered before we came by, as when many days are read at once. */
  private async bijAanbod(event: RecordedEvent): Promise<void> {
    const aanbod = await this.aanbodLezer.vind(tekstVan(event, 'jeugdigeId'), tekstVan(event, 'overdrachtId'));
    if (aanbod === null || !(await this.staatOpen(aanbod))) return;
    await this.stelOp(event, {
      ...this.overDossier(aanbod.jeugdigeId),
      ...{ soort: 'overdracht_aangeboden', organisatie: aanbod.aan, escalatie: false },
      uiterlijk: laatsteDagVoor(aanbod.geldigTot),
    });
  }

  private async bijAntwoord(
    event: RecordedEvent,
    soort: 'overdracht_aanvaard' | 'overdracht_geweigerd' | 'overdracht_verlopen',
  ): Promise<void> {
    const aanbod = await this.aanbodLezer.vind(tekstVan(event, 'jeugdigeId'), tekstVan(event, 'overdrachtId'));
    if (aanbod === null) return;
    await this.handelAf(event, aanbod);
    const escalatie = event.data['escalatie'] === true;
    // Who let an offer lapse must know of it too, and what escalates is for the leidinggevenden of both.
    const beide = escalatie || soort === 'overdracht_verlopen';
    for (const organisatie of beide ? [aanbod.van, aanbod.aan] : [aanbod.van])
      await this.stelOp(event, {
        ...this.overDossier(aanbod.jeugdigeId),
        ...{ soort, organisatie, escalatie, uiterlijk: null },
      });
  }

  private async bijVerval(event: RecordedEvent, overdrachtId: unknown): Promise<void> {
    if (typeof overdrachtId !== 'string') return;
    const aanbod = await this.aanbodLezer.vind(tekstVan(event, 'jeugdigeId'), overdrachtId);
    if (aanbod !== null) await this.handelAf(event, aanbod);
  }

  private async bijIntrekking(event: RecordedEvent): Promise<void> {
    const aanbod = await this.aanbodLezer.vindGebeurtenis(tekstVan(event, 'jeugdigeId'), tekstVan(event, 'vervangt'));
    if (aanbod !== null) await this.handelAf(event, aanbod);
  }

  /** Nothing more goes out about a dossier that is no longer there. */
  private async bijVernietiging(event: RecordedEvent): Promise<void> {
    await waitForReadModels(this.pool, event.position, WACHT_MS, ['bericht']);
    const { rows } = await this.pool.query<{ bericht_id: string }>(
      "select bericht_id from lm.bericht where dossier_id = $1 and status in ('nieuw', 'wacht')",
      [event.data['jeugdigeId']],
    );
    for (const { bericht_id: berichtId } of rows) await this.sluit(event, berichtId);
  }

  private async bijTermijn(event: RecordedEvent): Promise<void> {
    const gemeld = TermijnGemeldSchema.parse(event.data);
    const { stream: over, jeugdigeId: dossierId, naam: termijn, eind, moment } = gemeld;
    const aanbod = await this.teHerinneren(gemeld);
    for (const organisatie of new Set(gemeld.voor)) {
      if (aanbod?.aan === organisatie && (await this.herinner(event, aanbod))) continue;
      const uiterlijk = toontEind(gemeld) ? eind : null;
      const escalatie = false;
      await this.stelOp(event, {
        ...{ soort: `termijn_${moment}`, organisatie, over, dossierId, termijn, uiterlijk, escalatie },
      });
    }
  }

  /** The offer that nobody answered within the term of it. */
  private async teHerinneren({ regel, moment, jeugdigeId }: TermijnGemeld): Promise<Aanbod | null> {
    if (regel !== 'OVD' || moment !== 'verstreken' || jeugdigeId === null) return null;
    const jeugdige = await leesJeugdige(this.runner)(jeugdigeId);
    const overdrachtId = jeugdige?.overdracht?.overdrachtId;
    return overdrachtId === undefined ? null : this.aanbodLezer.vind(jeugdigeId, overdrachtId);
  }

  private async staatOpen({ jeugdigeId, overdrachtId, geldigTot }: Aanbod): Promise<boolean> {
    const jeugdige = await leesJeugdige(this.runner)(jeugdigeId);
    return jeugdige?.overdracht?.overdrachtId === overdrachtId && geldigTot > this.clock.now();
  }

  private overDossier(jeugdigeId: string): Pick<Inhoud, 'over' | 'dossierId' | 'termijn'> {
    return { over: `jeugdige-${jeugdigeId}`, dossierId: jeugdigeId, termijn: null };
  }

  private async stelOp(event: RecordedEvent, inhoud: Inhoud): Promise<void> {
    const aanroep = alsFollower(event, deriveId('bericht.stel-op', event.id, inhoud.organisatie));
    await this.poort.opdracht(StelBerichtOp, { ...inhoud, aanleiding: event.id }, aanroep);
  }

  /** Answers false where there is no message to repeat: it was offered before there were any. */
  private async herinner(event: RecordedEvent, { gebeurtenis, aan }: Aanbod): Promise<boolean> {
    const berichtId = berichtIdVan(gebeurtenis, aan);
    if (!(await this.log.exists(berichtStream(berichtId)))) return false;
    const aanroep = alsFollower(event, deriveId('bericht.herinner', event.id, berichtId));
    await this.poort.opdracht(HerinnerAanBericht, { berichtId, aanleiding: event.id }, aanroep);
    return true;
  }

  private async handelAf(event: RecordedEvent, { gebeurtenis, aan }: Aanbod): Promise<void> {
    const berichtId = berichtIdVan(gebeurtenis, aan);
    if (await this.log.exists(berichtStream(berichtId))) await this.sluit(event, berichtId);
  }

  private async sluit(event: RecordedEvent, berichtId: string): Promise<void> {
    const aanroep = alsFollower(event, deriveId('bericht.handel-af', event.id, berichtId));
    await this.poort.opdracht(HandelBerichtAf, { berichtId, aanleiding: event.id }, aanroep);
  }
}
