import { Inject, Injectable } from '@nestjs/common';
import type { RecordedEvent } from '@regielijn/event-store';
import { type CodedError, datumVan, deriveId, isCodedError } from '@regielijn/kern';
import { alsFollower, Poort } from '@regielijn/poort';
import { DATABASE } from '@regielijn/postgres';
import { type Follower, waitForReadModels } from '@regielijn/projecties';
import type pg from 'pg';
import { WerkTerugkeerBij } from '../domain/commands.js';
import { volgEinde } from '../domain/einde.js';
import { TerugkeerLezer } from './terugkeer-lezer.js';

/** Then the event is tried again. */
const WACHT_MS = 2_000;

/** What says when help begins or ends, on which machtiging it rests, and to which gemeente somebody returns. */
const RAAKT = new RegExp(
  '^(machtiging\\.(verleend|geeindigd|opnamebeslissing-genomen)' +
    '|traject\\.(opname-gestart|variant-gestart|uitstroom-gerealiseerd|geeindigd-na-onttrekking|variant-beeindigd)' +
    '|jeugdige\\.(geregistreerd|verhuisd|samengevoegd|samenvoeging-ongedaan-gemaakt)' +
    '|terugkeer\\.einde-verwacht)@',
);

/** At first these change nothing here: the command did all of it, or no help runs yet. */
const ALLEEN_VERBETERD = /^(terugkeer\.|jeugdige\.geregistreerd@)/;

/** A correction counts as what it corrects. */
const raakt = ({ type, data }: RecordedEvent): boolean => {
  const vervangt = data['vervangtType'] as string | undefined;
  return vervangt === undefined ? RAAKT.test(type) && !ALLEEN_VERBETERD.test(type) : RAAKT.test(vervangt);
};

/** Nothing more is recorded there, or there is nothing to return from any more. */
const NIEMAND_MEER: readonly CodedError['code'][] = ['DOSSIER_VERNIETIGD', 'NIET_GEVONDEN'];

/**
 * The clock begins a preparation; this keeps it in line with the end of the help from then on, and begins one where help
 * starts or an end moves so that it is in sight at once.
 */
@Injectable()
export class TerugkeerVolgtEinde implements Follower {
  readonly name = 'terugkeer';
  readonly categories = ['machtiging', 'traject', 'jeugdige', 'terugkeer'];

  constructor(
    @Inject(Poort) private readonly poort: Poort,
    @Inject(DATABASE) private readonly pool: pg.Pool,
    @Inject(TerugkeerLezer) private readonly lezer: TerugkeerLezer,
  ) {}

  async handle(event: RecordedEvent): Promise<void> {
    if (!raakt(event)) return;
    await waitForReadModels(this.pool, event.position, WACHT_MS, ['machtiging', 'traject']);
    for (const trajectId of await this.trajecten(event)) await this.werkBij(trajectId, event);
  }

  /** Its own; or where help runs in one of the dossiers of this jeugdige. */
  private async trajecten({ stream, data }: RecordedEvent): Promise<readonly string[]> {
    const [, eigen] = /^(?:traject|terugkeer)-(.+)$/.exec(stream) ?? [];
    if (eigen !== undefined) return [eigen];
    return this.lezer.lopendeTrajecten(await this.lezer.dossiers(data['jeugdigeId'] as string));
  }

  private async werkBij(trajectId: string, event: RecordedEvent): Promise<void> {
    try {
      // Most of what happens changes no return: no command for nothing.
      const [stand, facts] = [await this.lezer.stand(trajectId), await this.lezer.facts(trajectId)];
      if (volgEinde(stand, facts, datumVan(event.vastgelegdOp)).length === 0) return;
      const aanroep = alsFollower(event, deriveId('terugkeer', event.id, trajectId));
      await this.poort.opdracht(WerkTerugkeerBij, { trajectId }, aanroep);
    } catch (error) {
      if (!isCodedError(error) || !NIEMAND_MEER.includes(error.code)) throw error;
    }
  }
}
