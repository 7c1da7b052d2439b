import { beforeEach, describe, expect, it } from '@jest/globals';
import { isCodedError, type Instant, plusDagen } from '@regielijn/kern';
import fc from 'fast-check';
import { runs } from '../../../kern/src/sequence.kit.js';
import { Concludeer, LegVergaderingVast, SluitReview, SpreekActieAf, VoegDeelnemerToe } from '../domain/commands.js';
import type { Review } from '../domain/state.js';
import { Proef } from './agenda.kit.js';

const BEGIN = '2026-01-05T09:00:00.000Z';
const K1 = 'zuidwest-2026-K1';
const K2 = 'zuidwest-2026-K2';
const K3 = 'zuidwest-2026-K3';
const op = (dagen: number): Instant => `${plusDagen('2026-01-05', dagen)}T09:00:00.000Z`;

/** Those who are there make a quorum. */
const vergader = async (proef: Proef, review: string, nu: Instant): Promise<void> => {
  await proef.geef(VoegDeelnemerToe, { review, account: 'gw', discipline: 'gedragswetenschapper' }, nu);
  await proef.geef(VoegDeelnemerToe, { review, account: 'school', discipline: 'onderwijs' }, nu);
  await proef.geef(LegVergaderingVast, { review, aanwezig: ['gw', 'school'] }, nu);
};
const sluit = async (proef: Proef, review: string, nu: Instant): Promise<void> => {
  await vergader(proef, review, nu);
  await proef.geef(SluitReview, { review }, nu);
};
const concludeer = async (proef: Proef, review: string, n: number, nu: Instant): Promise<void> => {
  await vergader(proef, review, nu);
  await proef.geef(
    Concludeer,
    { review, afwijkingen: [proef.afwijking(n)], conclusie: 'te_voorkomen', opschaling: 'regio' },
    nu,
  );
};

/** Where a deviation stands: on the agenda of each review that holds it, as that review sees it. */
const plaatsen = (reviews: readonly Review[], afwijkingId: string): string[] =>
  reviews.flatMap(({ review, agenda, gesloten }) => {
    const stand = agenda[afwijkingId]?.stand;
    if (!stand) return [];
    return `${review} ${stand === 'open' && gesloten ? 'doorgeschoven' : stand}`;
  });

describe('the agenda of a review follows the deviations', () => {
  let proef: Proef;
  const waar = async (n: number): Promise<string[]> => plaatsen(await proef.reviews(), proef.afwijking(n));

  beforeEach(async () => {
    proef = new Proef();
    await proef.begin(BEGIN);
  });

  it('given a deviation, then it stands with the quarter in which it was recorded', async () => {
    await proef.vind(1, op(0));
    await proef.vind(2, op(100));
    await proef.volg();
    expect([await waar(1), await waar(2)]).toEqual([[`${K1} open`], [`${K2} open`]]);
  });

  it('given one that is recorded while that review is closed, then it joins the next', async () => {
    await proef.opener.bijTijd(op(0));
    await sluit(proef, K1, op(10));
    await proef.vind(1, op(20));
    await proef.volg();
    expect(await waar(1)).toEqual([`${K2} open`]);
  });

  it('given one that was not discussed, then it moves on visibly; and past a review that is closed too', async () => {
    await proef.vind(1, op(0));
    await proef.volg();
    await sluit(proef, K1, op(1));
    await proef.volg();
    expect(await waar(1)).toEqual([`${K1} doorgeschoven`, `${K2} open`]);
    await sluit(proef, K2, op(95));
    await proef.volg();
    expect(await waar(1)).toEqual([`${K1} doorgeschoven`, `${K2} doorgeschoven`, `${K3} open`]);
    const [, , derde] = await proef.reviews();
    expect(derde!.agenda[proef.afwijking(1)]!.uitReview).toBe(K2);
  });

  it('given one that lapses after it moved on, then it leaves the agenda where it is', async () => {
    await proef.vind(1, op(0));
    await proef.volg();
    await sluit(proef, K1, op(1));
    await proef.volg();
    await proef.verval(1, op(2));
    await proef.volg();
    expect(await waar(1)).toEqual([`${K1} doorgeschoven`, `${K2} afgevoerd`]);
  });

  it('given one that lapses while its review closes, then it does not stay on the next agenda', async () => {
    await proef.vind(1, op(0));
    await proef.volg();
    // The follower is behind: it sees the lapse only when the review is closed.
    await proef.verval(1, op(1));
    await sluit(proef, K1, op(2));
    await proef.volg();
    expect(await waar(1)).toEqual([`${K1} doorgeschoven`, `${K2} afgevoerd`]);
  });

  it('given a motivation, then the agenda knows its reasons, also after it moved on', async () => {
    await proef.vind(1, op(0));
    await proef.volg();
    await sluit(proef, K1, op(1));
    await proef.volg();
    await proef.motiveer(1, op(2));
    await proef.volg();
    const [, tweede] = await proef.reviews();
    expect(tweede!.agenda[proef.afwijking(1)]).toMatchObject({ gemotiveerd: true, redencodes: ['wachtlijst'] });
  });

  it('given a conclusion, then it returns to the traject, once', async () => {
    await proef.vind(1, op(0));
    await proef.volg();
    await concludeer(proef, K1, 1, op(1));
    await proef.volg();
    proef.opnieuw();
    await proef.volg();
    expect((await proef.afwijkingen())[proef.afwijking(1)]).toMatchObject({
      bespreking: { review: K1, conclusie: 'te_voorkomen', opschaling: 'regio', op: op(1) },
    });
    const events = await proef.log.read(`normtoets-${proef.trajectId}`);
    expect(events.filter(({ type }) => type === 'normenkader.afwijking-besproken@1')).toHaveLength(1);
  });

  it('given a dossier that was destroyed, then its deviation can still be discussed, and the follower goes on', async () => {
    await proef.vind(1, op(0));
    await proef.volg();
    const { jeugdigeId } = (await proef.afwijkingen())[proef.afwijking(1)]!;
    await proef.keys.destroy(jeugdigeId);
    await concludeer(proef, K1, 1, op(1));
    await proef.volg();
    expect(await waar(1)).toEqual([`${K1} besproken`]);
    expect((await proef.afwijkingen())[proef.afwijking(1)]!.bespreking).toBeNull();
  });

  it('given an actie that is not done, then the next review begins with it', async () => {
    await proef.vind(1, op(0));
    await proef.volg();
    await concludeer(proef, K1, 1, op(1));
    const actie = { review: K1, afwijkingen: [proef.afwijking(1)], soort: 'scholing_regelen', eigenaar: 'gi-jb-west' };
    await proef.geef(SpreekActieAf, { ...actie, uiterlijk: '2026-09-01' }, op(1));
    await sluit(proef, K1, op(2));
    await proef.volg();
    const [, tweede] = await proef.reviews();
    expect(Object.values(tweede!.acties)).toMatchObject([
      { soort: 'scholing_regelen', eigenaar: 'gi-jb-west', uitReview: K1, afgerondOp: null },
    ]);
  });

  it('given nothing that is left, then closing opens no next review', async () => {
    await proef.opener.bijTijd(op(0));
    await sluit(proef, K1, op(1));
    await proef.volg();
    expect(await proef.reviews()).toHaveLength(1);
  });
});

describe('the opening by itself', () => {
  it('given a moment, as often as it is said, then the review of its quarter is open, once', async () => {
    const proef = new Proef();
    for (const moment of ['2026-03-31T21:59:59.000Z', '2026-03-31T21:59:59.500Z', '2026-03-31T22:00:00.000Z'])
      await proef.opener.bijTijd(moment);
    expect((await proef.reviews()).map(({ review, geopendOp }) => [review, geopendOp])).toEqual([
      [K1, '2026-03-31T21:59:59.000Z'],
      [K2, '2026-03-31T22:00:00.000Z'],
    ]);
    await proef.opener.bijTijd('2026-02-01T10:00:00.000Z');
    expect(await proef.reviews()).toHaveLength(2);
  });
});

interface Stap {
  readonly doe: 'vind' | 'open' | 'opnieuw' | 'verval' | 'motiveer' | 'concludeer' | 'sluit' | 'volg' | 'wacht';
  /** Which one, how many events, or how many times ten days. */
  readonly n: number;
}

const SOORTEN = [
  'vind',
  'vind',
  'open',
  'opnieuw',
  'verval',
  'motiveer',
  'concludeer',
  'sluit',
  'volg',
  'wacht',
] as const;
const stap: fc.Arbitrary<Stap> = fc.record({
  doe: fc.constantFrom(...SOORTEN, ...(['vind', 'verval', 'concludeer', 'volg', 'sluit'] as const)),
  n: fc.integer({ min: 1, max: 9 }),
});

/** Tells deviations and reviews as they come, with followers that are behind; what is refused leaves no trace. */
class Loop {
  private dag = 0;
  private gevonden = 0;

  constructor(readonly proef: Proef) {}

  get nu(): Instant {
    return op(this.dag);
  }

  async doe(wat: Stap): Promise<void> {
    try {
      await this.probeer(wat);
    } catch (error) {
      if (!isCodedError(error)) throw error;
    }
  }

  private async probeer(wat: Stap): Promise<void> {
    const { proef, nu } = this;
    if (wat.doe === 'vind') return proef.vind((this.gevonden += 1), nu);
    if (wat.doe === 'open') return proef.opener.bijTijd(nu);
    if (wat.doe === 'opnieuw') return proef.opnieuw();
    if (wat.doe === 'wacht') return void (this.dag += wat.n * 10);
    if (wat.doe === 'volg') return proef.volg(wat.n);
    const open = (await proef.reviews()).filter(({ gesloten }) => !gesloten);
    if (wat.doe === 'sluit') return open.length > 0 ? sluit(proef, open[wat.n % open.length]!.review, nu) : undefined;
    const n = (wat.n % Math.max(this.gevonden, 1)) + 1;
    const afwijking = (await proef.afwijkingen())[proef.afwijking(n)];
    if (!afwijking || afwijking.toestand === 'vervallen') return;
    if (wat.doe === 'verval') return proef.verval(n, nu);
    if (wat.doe === 'motiveer') return proef.motiveer(n, nu, `reden-${wat.n}`);
    const review = open.find(({ agenda }) => agenda[proef.afwijking(n)]);
    if (review) await concludeer(proef, review.review, n, nu);
  }
}

/** Every place at which a deviation counts: on an agenda that is open, or concluded. */
const telt = (reviews: readonly Review[], afwijkingId: string): string[] =>
  plaatsen(reviews, afwijkingId).filter((plaats) => / (open|besproken)$/.test(plaats));

describe('whatever is found, lapses, is discussed and closed, in whatever order, however far behind the followers are', () => {
  it('then every deviation that did not lapse is on exactly one open agenda or was concluded exactly once, and going over the log again adds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 5, maxLength: 40, size: 'max' }), async (stappen) => {
        const loop = new Loop(new Proef());
        const { proef } = loop;
        await proef.begin(BEGIN);
        for (const wat of stappen) {
          await loop.doe(wat);
          const reviews = await proef.reviews();
          for (const id of Object.keys(await proef.afwijkingen())) expect(telt(reviews, id).length).toBeLessThan(2);
        }
        await proef.volg();
        const events = await proef.aantalEvents();
        proef.opnieuw();
        await proef.volg();
        expect(await proef.aantalEvents()).toBe(events);
        const reviews = await proef.reviews();
        for (const [id, { toestand, bespreking, vastgesteldOp }] of Object.entries(await proef.afwijkingen())) {
          const plaats = telt(reviews, id);
          const isBesproken = plaats.some((een) => een.endsWith('besproken'));
          if (toestand !== 'vervallen') {
            expect([id, plaats.length, vastgesteldOp]).toEqual([id, 1, vastgesteldOp]);
            expect(bespreking !== null).toBe(isBesproken);
          } else expect(plaats.filter((een) => een.endsWith('open'))).toEqual([]);
        }
        const namen = reviews.map(({ review }) => review);
        expect(new Set(namen).size).toBe(namen.length);
      }),
      runs(40),
    );
  }, 600_000);
});
