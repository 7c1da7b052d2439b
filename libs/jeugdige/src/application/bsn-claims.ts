import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import {
  type CommandReceipt,
  EventLog,
  KEY_STORE,
  type KeyStore,
  type RecordedEvent,
  VersionConflictError,
} from '@regielijn/event-store';
import { CodedError, type CommandContext, deriveId, isCodedError } from '@regielijn/kern';
import { huidigBsn } from '../domain/bsn.js';
import { jeugdigeFeiten as feit, jeugdigeStream } from '../domain/events.js';

const POLL_MS = 50;
const ROUNDS = 5;

/** Never says who it is: whoever asks may not know that dossier. */
const bsnBekend = (): CodedError =>
  new CodedError(
    'conflict',
    'BSN_AL_BEKEND',
    'Er is al een dossier met dit burgerservicenummer. Vraag de beheerder wie het voert.',
  );

const bsnInBehandeling = (): CodedError =>
  new CodedError(
    'unavailable',
    'BSN_IN_BEHANDELING',
    'Iemand anders legt dit burgerservicenummer op dit moment vast. Probeer het zo opnieuw.',
  );

/** Claims the BSN for the event of this version in the stream of the dossier. */
type Claim = (version: bigint) => Promise<void>;

/**
 * Keeps a BSN with one dossier. Whoever records a BSN claims it first, so a claim may outlive what it was for: a process
 * died, or an append was refused. The log decides what such a claim is worth; the key store keeps one that was made again.
 */
@Injectable()
export class BsnClaims {
  /** How long a rival that is still busy gets to finish its registration. */
  protected readonly rivalMs: number = 1_000;

  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(KEY_STORE) private readonly keys: KeyStore,
  ) {}

  /**
   * Carries out a command that wants this BSN for a dossier. When it is refused after all, the claim is given up; not
   * when the outcome is unknown, for then the BSN may stand in the log.
   * @throws BSN_AL_BEKEND another dossier bears it
   * @throws BSN_IN_BEHANDELING others kept claiming it, or somebody is about to record it
   */
  async during(
    jeugdigeId: string,
    bsn: string,
    context: CommandContext,
    carryOut: (claim: Claim) => Promise<CommandReceipt>,
  ): Promise<CommandReceipt> {
    try {
      return await carryOut((version) => this.claim(jeugdigeId, bsn, version, context));
    } catch (error) {
      if (isCodedError(error) && error.kind !== 'unavailable') await this.giveUp(jeugdigeId, bsn);
      throw error;
    }
  }

  /** Gives up a BSN that the dossier does not bear. */
  async giveUp(jeugdigeId: string, bsn: string): Promise<void> {
    await this.releaseUnlessBorne(jeugdigeId, bsn, await this.log.read(jeugdigeStream(jeugdigeId)));
  }

  private async claim(jeugdigeId: string, bsn: string, version: bigint, context: CommandContext): Promise<void> {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const holder = await this.keys.claimBsn(jeugdigeId, bsn, version);
      if (holder === jeugdigeId) return;
      if (!(await this.releaseUnlessBorne(holder, bsn, await this.recordedBy(holder, context)))) throw bsnBekend();
      if (round > 1) await sleep(POLL_MS);
    }
    throw bsnInBehandeling();
  }

  /**
   * Releases a claim that this history makes worthless: what it was for lost its place in the stream. A claim for the
   * next event stays, since that may be on its way. Answers false when the dossier bears the BSN.
   */
  private async releaseUnlessBorne(id: string, bsn: string, history: readonly RecordedEvent[]): Promise<boolean> {
    if (huidigBsn(history) === bsn) return false;
    const last = history.at(-1);
    if (last) await this.keys.releaseBsn(id, bsn, last.streamVersion);
    return true;
  }

  /** What the holder of a claim recorded. Without a registration its stream is closed, so that there never comes one. */
  private async recordedBy(holder: string, context: CommandContext): Promise<readonly RecordedEvent[]> {
    const stream = jeugdigeStream(holder);
    for (const deadline = Date.now() + this.rivalMs; !(await this.log.exists(stream)) && Date.now() < deadline;)
      await sleep(POLL_MS);
    if (!(await this.log.exists(stream))) await this.close(holder, context);
    return this.log.read(stream);
  }

  /** Both this event and the registration expect that there is no stream: the log takes only one of them. */
  private async close(holder: string, { commandId, actor, nu, correlationId, causationId }: CommandContext) {
    const stream = jeugdigeStream(holder);
    const vervallen = {
      ...feit.registratieVervallen.of({ jeugdigeId: holder }),
      id: deriveId('event', commandId, stream, 0),
      geldigOp: nu,
      vastgelegdOp: nu,
      metadata: { actor, commandId, correlationId, causationId },
    };
    try {
      await this.log.append(stream, 'no-stream', [vervallen]);
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
}
