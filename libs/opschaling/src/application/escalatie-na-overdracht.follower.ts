import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner, EventLog, type RecordedEvent } from '@regielijn/event-store';
import { casusregieOp, jeugdigeStream, leesJeugdige } from '@regielijn/jeugdige';
import { type CodedError, deriveId, isCodedError, isFinalRefusal } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import type { Follower } from '@regielijn/projecties';
import { OpenOpschaling, SluitOpschalingAf } from '../domain/commands.js';
import { nieuwOpschalingId } from '../domain/decide.js';

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

/** By the handover, not the event: a refusal that is withdrawn and told again is no second escalation. */
const openingVan = (overdrachtId: string): string => deriveId('escalatie', overdrachtId);

/**
 * A handover that was refused or lapsed after a machtiging always goes up the ladder: nobody has to think of it. When
 * casusregie is accepted after all, the question is answered (decision 0025: the sources are silent).
 */
@Injectable()
export class EscalatieNaOverdracht implements Follower {
  readonly name = 'escalatie';
  readonly categories = ['jeugdige'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (event.type === 'jeugdige.regieoverdracht-aanvaard@2') return this.sluit(event);
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
      await this.poort.opdracht(OpenOpschaling, invoer, alsFollower(event, openingVan(overdrachtId)));
    } catch (error) {
      if (!isCodedError(error) || !NIEMAND_MEER.includes(error.code)) throw error;
    }
  }

  /** Those of all earlier offers: it does not matter to whom casusregie was offered then. */
  private async sluit({ id, ...aanvaard }: RecordedEvent): Promise<void> {
    const history = await this.log.read(jeugdigeStream(aanvaard.data['jeugdigeId'] as string));
    const eerder = history.filter(
      ({ type, data, position }) => type in AANLEIDING && data['escalatie'] === true && position < aanvaard.position,
    );
    for (const overdrachtId of new Set(eerder.map(({ data }) => data['overdrachtId'] as string))) {
      const opschalingId = nieuwOpschalingId(openingVan(overdrachtId));
      try {
        await this.poort.opdracht(
          SluitOpschalingAf,
          { opschalingId, uitkomst: 'opgelost', toelichting: 'De casusregie is alsnog aanvaard.' },
          alsFollower({ id, ...aanvaard }, deriveId('escalatie gesloten', id, opschalingId)),
        );
      } catch (error) {
        // Somebody closed it already, or the dossier took nothing new when it was to be opened.
        if (!isFinalRefusal(error) && !isCodedError(error, 'NIET_GEVONDEN')) throw error;
      }
    }
  }
}
