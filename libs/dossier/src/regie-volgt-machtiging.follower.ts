import { Inject, Injectable } from '@nestjs/common';
import { EventLog, type RecordedEvent } from '@regielijn/event-store';
import { dossiersVan, type Jeugdige, StelRegieregelVast } from '@regielijn/jeugdige';
import { datumVan, deriveId, isCodedError } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type { Regieregels } from '@regielijn/regie';
import type pg from 'pg';
import { DossierLezer, toestandVan } from './dossier-lezer.js';
import { raaktRegieregel, regiefeitenVan } from './regiefeiten.js';
import { REGIEREGELS } from './regieregels.token.js';
import { regieregelVan } from './regieregel.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

/**
 * Who should hold casusregie follows from machtigingen and trajecten, which a jeugdige does not know. Each time one of
 * them changes or is corrected, the whole line is derived anew, so that there is nothing to mend.
 */
@Injectable()
export class RegieVolgtMachtiging implements Follower {
  readonly name = 'regieregel';
  readonly categories = ['jeugdige', 'machtiging', 'traject'];
  private readonly lezer: DossierLezer;

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(EventLog) log: EventLog,
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(REGIEREGELS) private readonly regels: Regieregels,
  ) {
    this.lezer = new DossierLezer(log, pool);
  }

  async handle(event: RecordedEvent): Promise<void> {
    const { type, data, position } = event;
    if (!raaktRegieregel((data['vervangtType'] as string | undefined) ?? type)) return;
    const eigen = data['jeugdigeId'] as string;
    const toestand = await this.lezer.toestand(eigen);
    if (toestand === null) return;
    const { opgegaanIn } = toestand;
    // A log with years of history is read in one go: nothing more is read for a dossier that none of it concerns.
    if (opgegaanIn === null && this.isVoorTijd(event, toestand)) return;
    await waitForReadModels(this.pool, position, WACHT_MS, ['machtiging', 'traject']);
    const dossiers = opgegaanIn === null ? [eigen] : await dossiersVan(eigen, (id) => this.lezer.toestand(id));
    for (const id of dossiers) await this.stelVast(id, event);
  }

  /** Over a time without the agreement the line is derived when somebody asks, and is no event of that time. */
  private isVoorTijd({ geldigOp }: RecordedEvent, { regelperioden }: Jeugdige): boolean {
    return datumVan(geldigOp) < this.regels.vastleggenVanaf.datum && regelperioden.length === 0;
  }

  private async stelVast(jeugdigeId: string, event: RecordedEvent): Promise<void> {
    const dossier = await this.lezer.lees(jeugdigeId);
    const toestand = toestandVan(dossier.jeugdige);
    if (toestand === null || toestand.status === 'vernietigd') return;
    if (this.isVoorTijd(event, toestand)) return;
    // By what is known now, not at this event: then going over the log once more, as after an import, changes nothing.
    const regel = regieregelVan(regiefeitenVan(dossier), this.regels);
    // Most dossiers never see a machtiging: no command for nothing.
    if (regel.perioden.length === 0 && toestand.regelperioden.length === 0) return;
    try {
      await this.poort.opdracht(
        StelRegieregelVast,
        { jeugdigeId, ...regel, aanleiding: event.id },
        alsFollower(event, deriveId('regieregel', event.id, jeugdigeId)),
      );
    } catch (error) {
      // The dossier was destroyed before we came by, and nothing more is recorded about it.
      if (!isCodedError(error, 'DOSSIER_VERNIETIGD')) throw error;
    }
  }
}
