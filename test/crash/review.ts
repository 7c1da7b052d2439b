import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller, UnexpectedAnswer } from './caller.js';
import { people } from './people.js';
import type { Random } from './random.js';

const { reviewer, reviewerToo } = people;
const EVERY_MS = 1_500;
/** So long they wait for something to conclude about when all else is done. */
const WAITS_MS = 30_000;

/** Of the disciplines that a quorum asks for; none of them acts in a case. */
const PARTICIPANTS = [
  ['crash-gedragswetenschapper', 'gedragswetenschapper'],
  ['crash-lokaal-team', 'lokaal_team'],
  ['crash-jeugdbeschermer', 'jeugdbeschermer'],
  ['crash-onderwijs', 'onderwijs'],
] as const;

/** Somebody may have been a moment before us, or the deviation lapsed. */
const TOO_LATE = ['AL_BESPROKEN', 'AFWIJKING_VERVALLEN', 'REVIEW_GESLOTEN'];

interface Reviewed {
  readonly review: string;
  readonly zaken: readonly {
    readonly afwijkingen: readonly { readonly afwijkingId: string; readonly stand: string }[];
  }[];
}

/** Meets about whatever review is open, and concludes: each conclusion drawn by two at once. */
export class Reviewers {
  private readonly met = new Set<string>();
  private concluded = 0;
  private last = Date.now();
  readonly faults: string[] = [];

  constructor(
    private readonly caller: Caller,
    private readonly random: Random,
    private readonly goesOn: () => boolean,
    /** Whether the review that is open now is to be closed, with what was not discussed: at most once. */
    private readonly closesNow: () => boolean,
  ) {}

  async drive(): Promise<readonly string[]> {
    for (; this.isWanted(); await sleep(EVERY_MS))
      try {
        for (const review of await this.openReviews()) await this.work(review);
      } catch (error) {
        this.faults.push(String(error));
        if (!(error instanceof UnexpectedAnswer)) return this.faults;
      }
    return this.faults;
  }

  /** Also when the cases were done before anything was concluded. */
  private isWanted(): boolean {
    if (this.goesOn()) this.last = Date.now();
    return this.goesOn() || (this.concluded === 0 && Date.now() - this.last < WAITS_MS);
  }

  private async openReviews(): Promise<readonly string[]> {
    const listed = (await this.caller.ask(reviewer, '/v1/kwartaalreviews')) as {
      review: string;
      geslotenOp: string | null;
    }[];
    return listed.filter(({ geslotenOp }) => geslotenOp === null).map(({ review }) => review);
  }

  private async work(review: string): Promise<void> {
    const path = `/v1/kwartaalreviews/${review}`;
    await this.meet(path);
    const { zaken } = (await this.caller.ask(reviewer, path)) as Reviewed;
    const open = zaken.flatMap(({ afwijkingen }) => afwijkingen.filter(({ stand }) => stand === 'open'));
    // Some of it, so that there is something to move on when the review closes.
    const taken = this.random.shuffle(open).slice(0, 3);
    for (const { afwijkingId } of taken) await this.conclude(path, afwijkingId);
    if (this.closesNow()) await this.caller.give(reviewer, `${path}/sluiting`, {}, TOO_LATE);
  }

  private async meet(path: string): Promise<void> {
    if (this.met.has(path)) return;
    for (const [account, discipline] of PARTICIPANTS)
      await this.caller.give(reviewer, `${path}/deelnemers`, { account, discipline });
    const aanwezig = PARTICIPANTS.map(([account]) => account);
    await this.caller.give(reviewer, `${path}/vergaderingen`, { aanwezig });
    this.met.add(path);
  }

  private async conclude(path: string, afwijkingId: string): Promise<void> {
    const conclusions = ['te_voorkomen', 'niet_te_voorkomen'];
    await Promise.all(
      [reviewer, reviewerToo].map((actor, nr) =>
        this.caller.give(
          actor,
          `${path}/conclusies`,
          { afwijkingen: [afwijkingId], conclusie: conclusions[nr] },
          TOO_LATE,
        ),
      ),
    );
    this.concluded += 1;
  }
}
