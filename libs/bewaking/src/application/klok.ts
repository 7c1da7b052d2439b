import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Instant } from '@regielijn/kern';
import { describeError, inTransaction, type Say } from '@regielijn/postgres';
import type pg from 'pg';
import { controleerKlok, type Gekomen, neemGekomen, type Zelfcontrole } from './gekomen.js';

/** Who sees to the moments that have come: this process itself, or whoever takes them from a queue. */
export interface Uitvoerder {
  /** Resolves when they are told, or safely handed on. */
  neem(gekomen: readonly Gekomen[]): Promise<void>;
  stop(): Promise<void>;
}

export interface KlokInstellingen {
  readonly elkeMs: number;
  /** How many moments one transaction takes. */
  readonly aantal: number;
}

export const KLOK: KlokInstellingen = { elkeMs: 2_000, aantal: 500 };

/** Something that begins by date alone, as a quarter does. */
export interface OpDeKalender {
  bijTijd(nu: Instant): Promise<void>;
}

/** After so many rounds a moment that was not told is forgotten. */
const VERGETEN_NA_RONDEN = 2;
/** How often a clock asks itself whether it does its work. */
const CONTROLE_ELKE_RONDEN = 30;

/** What came before this moment should have been told by now. */
export const vergetenSinds = (nu: Instant, elkeMs = KLOK.elkeMs): Instant =>
  new Date(Date.parse(nu) - VERGETEN_NA_RONDEN * elkeMs).toISOString();

/**
 * Looks every few seconds which moments of the ledger have come, and hands them on. Nothing is kept here: what is lost
 * between two looks, the next look finds again. Any number of processes may run one.
 */
export class Klok {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly uitvoerder: Uitvoerder,
    private readonly say: Say = () => undefined,
    /** What the calendar itself asks for, whatever happened: safe to do at every look. */
    private readonly kalender: readonly OpDeKalender[] = [],
    private readonly instellingen: KlokInstellingen = KLOK,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.uitvoerder.stop();
  }

  /** One look; answers how many moments were handed on. */
  async ronde(): Promise<number> {
    for (const een of this.kalender) await een.bijTijd(this.clock.now());
    for (let totaal = 0; ;) {
      const aantal = await this.greep();
      totaal += aantal;
      // A full hand: there may be more. What was told shows a moment later, so the same ones are not taken at once again.
      if (aantal < this.instellingen.aantal || this.stopping.signal.aborted) return totaal;
      await this.pauze(this.instellingen.elkeMs / 10);
    }
  }

  /** Whether anything was forgotten or told twice. */
  controleer(): Promise<Zelfcontrole> {
    return controleerKlok(this.pool, vergetenSinds(this.clock.now(), this.instellingen.elkeMs));
  }

  /** What is wrong here, nobody would miss until it is too late. */
  private async slaAlarm(): Promise<void> {
    const { vergeten, dubbel } = await this.controleer();
    if (vergeten + dubbel > 0)
      this.say(`ALARM vergeten termijnen: ${vergeten}, dubbel gemeld: ${dubbel}`, { warning: true });
  }

  private greep(): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const gekomen = await neemGekomen(client, this.clock.now(), this.instellingen.aantal);
      if (gekomen.length > 0) await this.uitvoerder.neem(gekomen);
      return gekomen.length;
    });
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    for (let ronde = 1; !signal.aborted; ronde += 1) {
      try {
        await this.ronde();
        if (ronde % CONTROLE_ELKE_RONDEN === 0) await this.slaAlarm();
      } catch (error) {
        if (!signal.aborted) this.say(`klok wacht: ${describeError(error)}`);
      }
      await this.pauze(this.instellingen.elkeMs);
    }
  }

  private async pauze(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
