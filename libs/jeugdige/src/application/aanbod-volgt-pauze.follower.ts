import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner, type RecordedEvent } from '@regielijn/event-store';
import { deriveId, isCodedError } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import type { Follower } from '@regielijn/projecties';
import { termijnId } from '@regielijn/termijnen';
import { HervatRegieoverdracht, ZetRegieoverdrachtStil } from '../domain/commands.js';
import { jeugdigeStream } from '../domain/events.js';
import { leesJeugdige } from './lees-jeugdige.js';

/** A term that stands still or goes on, told by the part that keeps the terms. Known here by name and shape alone. */
const GEPAUZEERD = 'bewaking.termijn-gepauzeerd@1';
const HERVAT = 'bewaking.termijn-hervat@1';

/** Who lets the term of an offer stand still, lets the offer itself stand still: it can be accepted as much longer. */
@Injectable()
export class AanbodVolgtPauze implements Follower {
  readonly name = 'aanbodpauze';
  readonly categories = ['proces'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (event.type !== GEPAUZEERD && event.type !== HERVAT) return;
    const data = event.data as { termijnId: string; jeugdigeId: string; dagen?: number };
    const { jeugdigeId } = data;
    const overdrachtId = (await leesJeugdige(this.runner)(jeugdigeId))?.overdracht?.overdrachtId;
    if (overdrachtId === undefined) return;
    if (termijnId({ bij: jeugdigeStream(jeugdigeId), nr: overdrachtId }, 'OVD') !== data.termijnId) return;
    const aanroep = alsFollower(event, deriveId('aanbod volgt pauze', event.id));
    try {
      if (data.dagen === undefined)
        await this.poort.opdracht(ZetRegieoverdrachtStil, { jeugdigeId, overdrachtId }, aanroep);
      else await this.poort.opdracht(HervatRegieoverdracht, { jeugdigeId, overdrachtId, dagen: data.dagen }, aanroep);
    } catch (error) {
      // The dossier was destroyed before we came by, and nothing more is recorded about it.
      if (!isCodedError(error, 'DOSSIER_VERNIETIGD')) throw error;
    }
  }
}
