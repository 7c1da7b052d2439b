import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner, type RecordedEvent } from '@regielijn/event-store';
import { casusregieOp, leesJeugdige } from '@regielijn/jeugdige';
import { type CodedError, deriveId, isCodedError } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import type { Follower } from '@regielijn/projecties';
import { OpenOpschaling } from '../domain/commands.js';

const AANLEIDING: Readonly<Record<string, { readonly reden: string; readonly vraag: string }>> = {
  'jeugdige.regieoverdracht-geweigerd@2': {
    reden: 'overdracht_geweigerd',
    vraag: 'De overdracht van de casusregie is na een machtiging geweigerd. Wie neemt de casusregie over?',
  },
  'jeugdige.regieoverdracht-verlopen@1': {
    reden: 'overdracht_verlopen',
    vraag: 'Op de overdracht van de casusregie kwam na een machtiging geen antwoord. Wie neemt de casusregie over?',
  },
};

/** The dossier takes nothing new any more: nobody is left to hold casusregie there. */
const NIEMAND_MEER: readonly CodedError['code'][] = ['DOSSIER_VERNIETIGD', 'DOSSIER_GESLOTEN', 'DOSSIER_OPGEGAAN'];

/** A handover that was refused or lapsed after a machtiging always goes up the ladder: nobody has to think of it. */
@Injectable()
export class EscalatieNaOverdracht implements Follower {
  readonly name = 'escalatie';
  readonly categories = ['jeugdige'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    const { type, data, geldigOp } = event;
    const aanleiding = AANLEIDING[type];
    if (!aanleiding || data['escalatie'] !== true) return;
    const { jeugdigeId, overdrachtId } = data as { jeugdigeId: string; overdrachtId: string };
    const jeugdige = await leesJeugdige(this.runner)(jeugdigeId);
    if (jeugdige === null) return;
    const invoer = {
      ...{ jeugdigeId, ladder: 'casus', betreft: { soort: 'overdracht', id: overdrachtId } },
      vraagsteller: casusregieOp(jeugdige, geldigOp).houder.organisatie,
      ...aanleiding,
    };
    try {
      // By the handover, not the event: a refusal that is withdrawn and told again is no second escalation.
      await this.poort.opdracht(OpenOpschaling, invoer, alsFollower(event, deriveId('escalatie', overdrachtId)));
    } catch (error) {
      if (!isCodedError(error) || !NIEMAND_MEER.includes(error.code)) throw error;
    }
  }
}
