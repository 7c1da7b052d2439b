import type { EventLog, RecordedEvent } from '@regielijn/event-store';
import { type Houder, jeugdigeFeiten, jeugdigeStream } from '@regielijn/jeugdige';
import type { Instant } from '@regielijn/kern';

/** An offer of casusregie: between which organisations, until when, and by which event it was made. */
export interface Aanbod {
  readonly gebeurtenis: string;
  readonly jeugdigeId: string;
  readonly overdrachtId: string;
  readonly van: string;
  readonly aan: string;
  readonly geldigTot: Instant;
}

const aanbodVan = ({ id, data }: RecordedEvent): Aanbod => ({
  gebeurtenis: id,
  jeugdigeId: data['jeugdigeId'] as string,
  overdrachtId: data['overdrachtId'] as string,
  van: (data['van'] as Houder).organisatie,
  aan: (data['aan'] as Houder).organisatie,
  geldigTot: data['geldigTot'] as string,
});

/** Finds an offer as it was made, in the log itself: a message goes to whom it was made to. */
export class AanbodLezer {
  constructor(private readonly log: EventLog) {}

  async vind(jeugdigeId: string, overdrachtId: string): Promise<Aanbod | null> {
    return this.zoek(jeugdigeId, (event) => event.data['overdrachtId'] === overdrachtId);
  }

  /** The offer that this event made; null when it made none. */
  async vindGebeurtenis(jeugdigeId: string, gebeurtenis: string): Promise<Aanbod | null> {
    return this.zoek(jeugdigeId, ({ id }) => id === gebeurtenis);
  }

  private async zoek(jeugdigeId: string, isHet: (event: RecordedEvent) => boolean): Promise<Aanbod | null> {
    const history = await this.log.readSealed(jeugdigeStream(jeugdigeId));
    const event = history.find((een) => een.type === jeugdigeFeiten.overdrachtAangeboden.type && isHet(een));
    return event ? aanbodVan(event) : null;
  }
}
