import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@regielijn/kern';
import { type Caller, type Outcome, UnexpectedAnswer } from './caller.js';
import { dateDaysAgo, daysAgo, inMs, people } from './people.js';
import type { Random } from './random.js';

const { gemeente, gi, giToo, coordinator, coordinatorToo, aanbieder } = people;
const HOUR_MS = 3600 * 1000;
/** An offer or reservation that is left to lapse while we are there. */
const SHORT_MS = 6_000;
const POLL_MS = 400;
/** So long somebody looks whether the engine did something by itself; else they go on without. */
const LOOKS_WITHIN_MS = 10_000;

interface Case {
  readonly jeugdige: string;
  readonly traject: string;
  readonly trajectId: string;
}

/** What cannot have happened by the rules, though every answer was a lawful one. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

const exactlyOne = (what: string, outcomes: readonly Outcome[]): number => {
  const won = outcomes.flatMap(({ status }, nr) => (status < 300 ? [nr] : []));
  if (won.length !== 1) throw new BrokenPromise(`${what}: ${won.length} of ${outcomes.length} succeeded`);
  return won[0]!;
};

/** What somebody sees once it is there; null when it does not come. */
const look = async <T>(find: () => Promise<T | null>): Promise<T | null> => {
  for (const deadline = Date.now() + LOOKS_WITHIN_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    const found = await find();
    if (found !== null) return found;
  }
  return null;
};

/** Two cases that want the one plek of a group, each from machtiging to uitstroom, with colleagues who do the same at once. */
export class TwoCases {
  constructor(
    private readonly caller: Caller,
    private readonly random: Random,
    private readonly bsns: Iterator<string>,
    /** Whether to go on to the next step. */
    private readonly goesOn: () => boolean,
  ) {}

  async run(): Promise<void> {
    const group = await this.openGroup();
    const both = await Promise.all([this.untilTraject(), this.untilTraject()]);
    if (this.random.chance(0.3)) await this.letLapse(group, both[0]);
    const reservations = await Promise.all(
      both.map(({ trajectId }, nr) =>
        this.reserve([coordinator, coordinatorToo][nr]!, group, trajectId, HOUR_MS, ['GEEN_PLEK_VRIJ']),
      ),
    );
    const first = exactlyOne('reservations of one plek', reservations);
    await this.stay(both[first]!, group, reservations[first]!.body.id as string);
    if (!this.goesOn()) return;
    const { body } = await this.reserve(coordinator, group, both[1 - first]!.trajectId);
    await this.stay(both[1 - first]!, group, body.id as string);
  }

  private async openGroup(): Promise<string> {
    const { body } = await this.caller.give(coordinator, '/v1/voorzieningen', {
      ...{ naam: 'Groep De Proef', aanbieder: 'aanbieder-demo', gemeentecode: '0599' },
      variant: this.random.chance(0.5) ? 'crisisgroep' : 'dwanggroep',
    });
    const group = `/v1/voorzieningen/${body.id}`;
    await this.caller.give(coordinator, `${group}/openingen`, { aantal: 1, vanaf: '2025-01-01' });
    return group;
  }

  /** @throws UnexpectedAnswer when there is no plek, unless that is among `refusals` */
  private reserve(
    actor: Actor,
    group: string,
    trajectId: string,
    ms = HOUR_MS,
    refusals: readonly string[] = [],
  ): Promise<Outcome> {
    return this.caller.give(actor, `${group}/reserveringen`, { trajectId, geldigTot: inMs(ms) }, refusals);
  }

  /** A plek that is kept and not taken: the clock tells when that ends. */
  private async letLapse(group: string, { trajectId }: Case): Promise<void> {
    await this.reserve(coordinator, group, trajectId, SHORT_MS);
    await sleep(SHORT_MS);
  }

  /** Registered, a machtiging, the handover, and the aanmelding. Told late, so that terms have come at once. */
  private async untilTraject(): Promise<Case> {
    const { caller } = this;
    const registered = await caller.give(gemeente, '/v1/jeugdigen', {
      ...{ bsn: this.bsns.next().value, naam: 'Noor Voorbeeld', geboortedatum: '2011-05-04', geslacht: 'vrouw' },
      ...{ gemeente: { code: '0599' }, geldigOp: daysAgo(90) },
    });
    const jeugdigeId = registered.body.id as string;
    const jeugdige = `/v1/jeugdigen/${jeugdigeId}`;
    const isOffered = this.random.chance(0.5);
    await this.getMachtiging(jeugdigeId);
    await this.handOver(jeugdige, isOffered);
    const { body } = await caller.give(gi, '/v1/trajecten', {
      ...{ jeugdigeId, kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west', geldigOp: daysAgo(60) },
      urgentie: this.random.chance(0.5) ? 'regulier' : 'urgent',
    });
    return { jeugdige, traject: `/v1/trajecten/${body.id}`, trajectId: body.id as string };
  }

  private async getMachtiging(jeugdigeId: string): Promise<void> {
    const { body } = await this.caller.give(gi, '/v1/machtigingen/ingediende-verzoeken', {
      ...{ jeugdigeId, soort: 'MGJ', grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west' },
      geldigOp: daysAgo(80),
    });
    await this.caller.give(gi, `/v1/machtigingen/${body.id}/beschikking`, {
      ...{ uitkomst: 'verleend', beschikkingOp: dateDaysAgo(70), geldigVan: dateDaysAgo(70) },
      ...{ geldigTot: dateDaysAgo(-60), geldigOp: daysAgo(70) },
    });
  }

  /** Offered by hand, or by the clock when nobody did; accepted by two at once, of whom one is too late. */
  private async handOver(jeugdige: string, byHand: boolean): Promise<void> {
    if (this.random.chance(0.25)) {
      await this.offer(jeugdige, SHORT_MS);
      await sleep(SHORT_MS);
    }
    const offered = byHand ? null : await look(() => this.openOffer(jeugdige));
    const id = offered ?? (await this.offer(jeugdige, HOUR_MS));
    const accept = (actor: Actor): Promise<Outcome> =>
      this.caller.give(actor, `${jeugdige}/regieoverdrachten/${id}/aanvaarding`, { medewerker: actor.subject }, [
        'OVERDRACHT_NIET_OPEN',
      ]);
    exactlyOne('acceptances of one offer', await Promise.all([accept(gi), accept(giToo)]));
  }

  private async openOffer(jeugdige: string): Promise<string | null> {
    const { overdracht } = (await this.caller.ask(gemeente, jeugdige)).regie;
    return overdracht !== null && overdracht.geldigTot > inMs(SHORT_MS) ? (overdracht.overdrachtId as string) : null;
  }

  /** The id of what is offered now: ours, or what the clock offered a moment before. */
  private async offer(jeugdige: string, ms: number): Promise<string> {
    const { body } = await this.caller.give(
      gemeente,
      `${jeugdige}/regieoverdrachten`,
      { aan: { soort: 'GI', organisatie: 'gi-jb-west' }, geldigTot: inMs(ms) },
      ['OVERDRACHT_STAAT_OPEN'],
    );
    return (body.id ?? body.overdrachtId) as string;
  }

  /** From the plek that was assigned to uitstroom; some of it at night, and told late. */
  private async stay({ jeugdige, traject, trajectId }: Case, group: string, reserveringId: string): Promise<void> {
    const { caller } = this;
    const voorzieningId = group.split('/').at(-1)!;
    await caller.give(coordinator, `${traject}/toewijzing`, { voorzieningId, reserveringId, geldigOp: daysAgo(58) });
    await caller.give(aanbieder, `${traject}/opname`, { voorzieningId, geldigOp: daysAgo(57) });
    await caller.give(aanbieder, `${group}/bezettingen`, { trajectId });
    if (this.random.chance(0.5)) await this.motivate(traject);
    if (!this.goesOn()) return;
    await caller.give(aanbieder, `${traject}/gereedmelding`, { reden: 'behandeling_klaar', geldigOp: daysAgo(10) });
    await caller.give(aanbieder, `${traject}/uitstroom`, { bestemming: 'thuis_of_netwerk', geldigOp: daysAgo(5) });
    await caller.give(aanbieder, `${group}/vrijgekomen-plekken`, { trajectId });
    await caller.give(gi, `${traject}/nazorgplan`, {
      ...{ levensgebieden: [{ levensgebied: 'wonen', nodig: true, lokalePartner: 'wijkteam-zuid' }] },
      geldigOp: daysAgo(4),
    });
    await caller.ask(gi, jeugdige);
  }

  private async motivate(traject: string): Promise<void> {
    const found = await look(async () => {
      const deviations = await this.caller.ask(gi, `${traject}/normafwijkingen`);
      return (deviations as { afwijkingId: string }[])[0] ?? null;
    });
    if (found === null) return;
    await this.caller.give(
      gi,
      `${traject}/normafwijkingen/${found.afwijkingId}/motivering`,
      {
        ...{ functie: 'jeugdbeschermer', redencodes: ['veiligheid'], toelichting: 'Thuis was het niet veilig.' },
        alternatievenOverwogen: ['Een nacht bij haar oma.'],
      },
      ['AFWIJKING_VERVALLEN'],
    );
  }
}

/** Cases one after the other, as long as the campaign goes on; the first come to their end. Answers what went wrong in them. */
export const driveCases = async (
  caller: Caller,
  random: Random,
  bsns: Iterator<string>,
  goesOn: () => boolean,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  let isFirst = true;
  do {
    try {
      await new TwoCases(caller, random, bsns, () => isFirst || goesOn()).run();
    } catch (error) {
      faults.push(String(error));
      // A mistake of our own: trying it once more would make the same.
      if (!(error instanceof UnexpectedAnswer || error instanceof BrokenPromise)) return faults;
    }
    isFirst = false;
  } while (goesOn());
  return faults;
};
