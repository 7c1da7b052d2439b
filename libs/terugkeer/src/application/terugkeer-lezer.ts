import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner } from '@regielijn/event-store';
import { dossiersVan, type Jeugdige, leesJeugdige, systeemregieNu } from '@regielijn/jeugdige';
import { dossierVernietigd, onbekend } from '@regielijn/kern';
import { type Machtiging, machtigingDecider, machtigingStream } from '@regielijn/machtiging';
import { DATABASE } from '@regielijn/postgres';
import type { Bewakingsregels } from '@regielijn/termijnen';
import { trajectDecider, type TrajectRij, trajectStream } from '@regielijn/traject';
import type pg from 'pg';
import { terugkeerDecider } from '../domain/decide.js';
import type { TerugkeerFacts } from '../domain/einde.js';
import { terugkeerStream } from '../domain/events.js';
import type { TerugkeerState } from '../domain/state.js';
import { factsVan } from './einde-van-hulp.js';
import { TERUGKEERREGELS } from './regels.token.js';

/** Reads in other streams what a return depends on, as that is now. */
@Injectable()
export class TerugkeerLezer {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(TERUGKEERREGELS) private readonly regels: Bewakingsregels,
  ) {}

  stand(trajectId: string): Promise<TerugkeerState> {
    return this.runner.stateOf(terugkeerDecider, terugkeerStream(trajectId));
  }

  machtiging(machtigingId: string): Promise<Machtiging | null> {
    return this.runner.stateOf(machtigingDecider, machtigingStream(machtigingId));
  }

  /** All dossiers of this jeugdige: what is of one of them is of the others, as long as they are one. */
  dossiers(jeugdigeId: string): Promise<readonly string[]> {
    return dossiersVan(jeugdigeId, leesJeugdige(this.runner));
  }

  /** The trajecten of these dossiers in which help runs, the last aanmelding first. */
  async lopendeTrajecten(dossiers: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.pool.query<Pick<TrajectRij, 'traject_id' | 'status'>>(
      'select traject_id, status from lm.traject where jeugdige_id = any($1) order by aangemeld_op desc',
      [dossiers],
    );
    return rows
      .filter(({ status }) => status === 'verblijf' || status === 'hulp_zonder_opname')
      .map(({ traject_id: trajectId }) => trajectId);
  }

  /** @throws CodedError `NIET_GEVONDEN`, or `DOSSIER_VERNIETIGD`: then nothing more is recorded */
  async facts(trajectId: string): Promise<TerugkeerFacts> {
    const traject = await this.runner.stateOf(trajectDecider, trajectStream(trajectId));
    if (traject === null) throw onbekend('Dit traject');
    const ids = await this.dossiers(traject.jeugdigeId);
    const lees = leesJeugdige(this.runner);
    const dossiers = (await Promise.all(ids.map(lees))).filter((dossier) => dossier !== null);
    // Where the dossiers of one jeugdige go on, is told where they live now.
    const dossier = dossiers.find(({ opgegaanIn }) => opgegaanIn === null) ?? dossiers[0];
    if (dossier === undefined) throw onbekend('Deze jeugdige');
    if (dossiers.some(({ status }) => status === 'vernietigd')) throw dossierVernietigd();
    return factsVan(traject, await this.machtigingen(ids), gemeenteVan(dossier), this.regels);
  }

  private async machtigingen(dossiers: readonly string[]): Promise<readonly Machtiging[]> {
    const { rows } = await this.pool.query<{ toestand: Machtiging }>(
      'select toestand from lm.machtiging where jeugdige_id = any($1)',
      [dossiers],
    );
    return rows.map(({ toestand }) => toestand);
  }
}

const gemeenteVan = (jeugdige: Jeugdige): string => systeemregieNu(jeugdige).houder.organisatie;
