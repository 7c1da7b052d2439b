import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner } from '@regielijn/event-store';
import { type Clock, deriveId } from '@regielijn/kern';
import { CLOCK, Poort } from '@regielijn/poort';
import { DATABASE, describeError } from '@regielijn/postgres';
import { whileAlone } from '@regielijn/projecties';
import { dienstAccounts } from '@regielijn/toegang';
import type pg from 'pg';
import { AdresseerBericht, LegVerzendingVast } from '../domain/commands.js';
import { berichtDecider } from '../domain/decide.js';
import { berichtStream, type Storing } from '../domain/events.js';
import { type Bericht, wachtenden, wachtOp } from '../domain/state.js';
import { mailVan, overzichtVan } from '../domain/tekst.js';
import { isAanDeBeurt, type Ontvanger, ontvangersVan, postbusVan } from '../domain/voorkeur.js';
import { MailError } from '../mail/mail-transport.js';
import { BERICHTINSTELLINGEN, type Berichtinstellingen } from './berichtinstellingen.token.js';
import { Ontvangers } from './ontvangers.js';
import { versVanaf } from './vers.js';

const RONDE_MS = 5_000;

/** What lies in this one mail; with any other cause the next mail would meet the same. */
const LIGT_AAN_DE_MAIL: readonly Storing[] = ['ADRES_GEWEIGERD', 'BERICHT_GEWEIGERD'];

type Say = (line: string) => void;

/** One mail: a message by itself, or all that waits for somebody as a digest. */
interface Poststuk {
  readonly naar: Ontvanger & { readonly adres: string };
  readonly berichten: readonly Bericht[];
}

/**
 * Sends what waits, one active over all processes. The read model says where to look; before anything goes out the log
 * itself is asked, so that a read model that lags or was just rebuilt sends nothing twice. Only a process that dies
 * between the mail server taking a mail in and the event that says so sends it again, under the same `Message-ID`.
 */
@Injectable()
export class Verzender {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private storing: string | null = null;
  private say: Say = () => undefined;

  constructor(
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(Poort) private readonly poort: Poort,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Ontvangers) private readonly ontvangers: Ontvangers,
    @Inject(BERICHTINSTELLINGEN) private readonly instellingen: Berichtinstellingen,
  ) {}

  /** Does nothing where no mail can be sent. */
  start(say: Say): void {
    this.say = say;
    if (this.instellingen.transport !== null) this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.instellingen.transport?.close();
  }

  /** Addresses and sends what is due now. Ends early at a mail server that takes nothing in: the next round tries on. */
  async ronde(lockLost = (): boolean => false): Promise<void> {
    const moetOphouden = (): boolean => lockLost() || this.stopping.signal.aborted;
    const bekend = await this.ontvangers.alle();
    const wachtend: Bericht[] = [];
    for (const bericht of await this.wachtende()) {
      if (moetOphouden()) return;
      wachtend.push(await this.adresseer(bericht, bekend));
    }
    for (const { adres, ...naar } of bekend) {
      if (adres === null) continue;
      for (const stuk of await this.poststukken({ ...naar, adres }, wachtend))
        if (moetOphouden() || !(await this.verstuur(stuk))) return;
    }
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await whileAlone(this.pool, 'verzender', async (lockLost) => {
          while (!signal.aborted && !lockLost()) {
            await this.ronde(lockLost);
            await this.pauze();
          }
        });
      } catch (error) {
        this.meld(describeError(error));
      }
      await this.pauze();
    }
  }

  private async pauze(): Promise<void> {
    await sleep(RONDE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  /** Once per cause, or a mail server that is away for a night would fill the log of the process. */
  private meld(storing: string | null): void {
    if (storing === this.storing) return;
    this.storing = storing;
    this.say(storing === null ? 'berichten gaan weer uit' : `berichten wachten: ${storing}`);
  }

  private async wachtende(): Promise<readonly Bericht[]> {
    const { rows } = await this.pool.query<{ toestand: Bericht }>(
      `select toestand from lm.bericht b
       where greatest(opgesteld_op, herinnerd_op) >= $1 and (status = 'wacht' or status = 'nieuw' and exists (
         select from berichten.ontvanger o where o.organisatie = b.organisatie and o.wijze <> 'uit'))
       order by opgesteld_op, stream`,
      [versVanaf(this.clock.now())],
    );
    return rows.map(({ toestand }) => toestand);
  }

  private async lees(berichtId: string): Promise<Bericht> {
    return (await this.runner.stateOf(berichtDecider, berichtStream(berichtId)))!;
  }

  /**
   * Names who get a message that nobody can be sent yet: at first, and again where somebody stopped asking for messages.
   * Where an organisation has no address at all it waits, and is listed so.
   */
  private async adresseer(bericht: Bericht, bekend: readonly Ontvanger[]): Promise<Bericht> {
    const wacht = wachtenden(bericht);
    const bereikbaar = wacht.filter((naam) =>
      bekend.some(({ ontvanger, wijze }) => ontvanger === naam && wijze !== 'uit'),
    );
    if (wacht.length > 0 && bereikbaar.length === wacht.length) return bericht;
    const heeftIemandHem = Object.values(bericht.leveringen).some(({ stand }) => stand === 'verzonden');
    const ontvangers =
      bereikbaar.length > 0 || heeftIemandHem ? bereikbaar : ontvangersVan(bericht.organisatie, bekend);
    if (ontvangers.length === 0 && !heeftIemandHem) return bericht;
    const { berichtId } = bericht;
    await this.poort.opdracht(AdresseerBericht, { berichtId, ontvangers }, this.aanroep());
    return this.lees(berichtId);
  }

  /** What is due for one recipient, by the log as it is now. */
  private async poststukken(naar: Poststuk['naar'], wachtend: readonly Bericht[]): Promise<readonly Poststuk[]> {
    const isDaar = (bericht: Bericht): boolean =>
      wachtOp(bericht, naar.ontvanger) && isAanDeBeurt(bericht.leveringen[naar.ontvanger]!, naar, this.clock.now());
    if (!wachtend.some(isDaar)) return [];
    const eigen = wachtend.filter((bericht) => wachtOp(bericht, naar.ontvanger));
    const gelezen = await Promise.all(eigen.map(({ berichtId }) => this.lees(berichtId)));
    const berichten = gelezen.filter((bericht) => wachtOp(bericht, naar.ontvanger));
    const daar = berichten.filter(isDaar);
    if (naar.wijze === 'direct') return daar.map((bericht) => ({ naar, berichten: [bericht] }));
    return daar.length > 0 ? [{ naar, berichten }] : [];
  }

  /** Answers false when the mail server takes nothing in, from anybody. */
  private async verstuur({ naar, berichten }: Poststuk): Promise<boolean> {
    const { ontvanger, adres, wijze } = naar;
    const kenmerk = kenmerkVan(ontvanger, berichten);
    const { webAdres } = this.instellingen;
    const mail = wijze === 'direct' ? mailVan(berichten[0]!, webAdres) : overzichtVan(berichten, webAdres);
    try {
      await this.instellingen.transport!.send({ ...mail, kenmerk, aan: adres, op: this.clock.now() });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      const { code, definitief } = error;
      await this.legVast(ontvanger, berichten, { soort: 'mislukt', code, definitief });
      for (const { berichtId } of berichten) await this.vangOp(berichtId);
      if (LIGT_AAN_DE_MAIL.includes(code)) return true;
      this.meld(code);
      return false;
    }
    await this.legVast(ontvanger, berichten, { soort: wijze === 'direct' ? 'verzonden' : 'in_overzicht', kenmerk });
    this.meld(null);
    return true;
  }

  /** What nobody got, and nobody will, goes to the shared mailbox after all. */
  private async vangOp(berichtId: string): Promise<void> {
    const { organisatie, leveringen } = await this.lees(berichtId);
    if (Object.values(leveringen).some(({ stand }) => stand !== 'opgegeven')) return;
    const postbus = await this.ontvangers.een(postbusVan(organisatie));
    if (postbus === null || postbus.wijze === 'uit') return;
    const ontvangers = [postbus.ontvanger];
    await this.poort.opdracht(AdresseerBericht, { berichtId, ontvangers }, this.aanroep());
  }

  private async legVast(
    ontvanger: string,
    berichten: readonly Bericht[],
    uitkomst: LegVerzendingVast['data']['uitkomst'],
  ): Promise<void> {
    for (const { berichtId } of berichten)
      await this.poort.opdracht(LegVerzendingVast, { berichtId, ontvanger, uitkomst }, this.aanroep());
  }

  private aanroep() {
    return { actor: dienstAccounts.follower, nu: this.clock.now() };
  }
}

/** The same for the same mail, also after a restart; a reminder is another one. */
const kenmerkVan = (ontvanger: string, berichten: readonly Bericht[]): string =>
  deriveId('mail', ontvanger, ...berichten.map(({ berichtId, herinnerdOp }) => `${berichtId} ${herinnerdOp}`).sort());
