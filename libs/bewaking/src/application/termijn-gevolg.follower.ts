import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner, type RecordedEvent } from '@regielijn/event-store';
import { type CodedError, deriveId, type EventOf, isCodedError } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import type { Follower } from '@regielijn/projecties';
import type { Opdracht } from '@regielijn/termijnen';
import { LegGevolgVast } from '../domain/commands.js';
import { bewakingDecider } from '../domain/decide.js';
import { type bewakingFeiten, isTermijnStream } from '../domain/events.js';
import { OPDRACHTEN, type Opdrachten } from './tokens.js';

type Gemeld = Extract<EventOf<typeof bewakingFeiten>, { type: 'bewaking.termijn-gemeld@1' }>;
type Uitkomst = Pick<LegGevolgVast['data'], 'uitkomst' | 'code'>;

/** What another process, or a database that comes back, may still mend: then the event is tried again. */
const KOMT_NOG_GOED: readonly CodedError['kind'][] = ['unavailable', 'conflict'];

/**
 * Gives the command that a moment asks for. That it came stands in the stream of the term by then, and so does what
 * became of the command: a crash in between gives the same command once more, whose id is known.
 */
@Injectable()
export class TermijnGevolg implements Follower {
  readonly name = 'termijngevolg';
  readonly categories = ['proces'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(OPDRACHTEN) private readonly opdrachten: Opdrachten,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (!isTermijnStream(event.stream) || event.type !== 'bewaking.termijn-gemeld@1') return;
    const { termijnId, opdracht } = event.data as unknown as Gemeld['data'];
    if (opdracht === null) return;
    const { afgehandeld } = await this.runner.stateOf(bewakingDecider, event.stream);
    if (afgehandeld.includes(event.id)) return;
    const uitkomst = await this.geef(opdracht, event);
    await this.poort.opdracht(
      LegGevolgVast,
      { termijnId, gemeldId: event.id, ...uitkomst },
      alsFollower(event, deriveId('gevolg vastgelegd', event.id)),
    );
  }

  private async geef({ naam, invoer, geldigOp }: Opdracht, event: RecordedEvent): Promise<Uitkomst> {
    const opdracht = this.opdrachten.get(naam);
    if (!opdracht) return { uitkomst: 'geweigerd', code: 'OPDRACHT_ONBEKEND' };
    try {
      const { eventIds } = await this.poort.opdracht(opdracht, invoer, {
        ...alsFollower(event, deriveId('gevolg', event.id)),
        geldigOp,
      });
      return { uitkomst: eventIds.length > 0 ? 'uitgevoerd' : 'niets_te_doen', code: null };
    } catch (error) {
      if (!isCodedError(error) || KOMT_NOG_GOED.includes(error.kind)) throw error;
      return { uitkomst: 'geweigerd', code: error.code };
    }
  }
}
