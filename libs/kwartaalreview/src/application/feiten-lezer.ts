import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner, EventLog, type RecordedEvent } from '@regielijn/event-store';
import { datumVan, type Instant, kwartaalVan, onbekend, periodeVan, withCorrections } from '@regielijn/kern';
import { normtoetsDecider, normtoetsStream } from '@regielijn/normenkader';
import { DATABASE } from '@regielijn/postgres';
import { trajectStream } from '@regielijn/traject';
import { voorzieningDecider, voorzieningStream } from '@regielijn/voorziening';
import type pg from 'pg';
import type { Afwijkingsfeit, Opening, ReviewFacts } from '../domain/facts.js';
import { trendVan } from '../domain/pakket.js';
import { landsdeelVanRegio, regelversieOp, type ReviewRegels, type ReviewRegelversie } from '../domain/regels.js';
import { reviewStream, type ReviewSleutel, sleutelVan } from '../domain/review.js';
import { reviewDecider } from '../domain/decide.js';
import type { Review, ReviewState } from '../domain/state.js';
import { REVIEWREGELS } from './reviewregels.token.js';

/** How many earlier quarters a pack is compared with: a year. */
const KWARTALEN_IN_TREND = 4;

type Feiten = ReturnType<typeof withCorrections<RecordedEvent>>;

/** Reads what a review needs to know of trajecten, their deviations, the rules and the reviews before it. */
@Injectable()
export class ReviewFeitenLezer {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(REVIEWREGELS) private readonly regels: ReviewRegels,
    @Inject(DATABASE) private readonly pool: pg.Pool,
  ) {}

  review(review: string): Promise<ReviewState> {
    return this.runner.stateOf(reviewDecider, reviewStream(review));
  }

  opening(review: string): Opening {
    const { versie: regelversie, disciplines, quorum } = this.regelversie(sleutelVan(review));
    const { minimaalDisciplines, verplicht } = quorum;
    return {
      regelversie,
      disciplines: disciplines.map(({ code }) => code),
      quorum: { minimaalDisciplines, verplicht },
    };
  }

  /** The landsdeel that discusses a deviation which was found in a traject at this moment. */
  async landsdeel(trajectId: string, gevondenOp: Instant): Promise<string> {
    const { regio } = (await this.trajectOp(trajectId, gevondenOp))[0]!.data as { regio: string };
    return landsdeelVanRegio(this.regelversie({ kwartaal: kwartaalVan(gevondenOp) }), regio);
  }

  /** Deviations as the stream of their traject tells them now, with where the jeugdige belonged and lived then. */
  async afwijkingen(trajectId: string, ids: readonly string[]): Promise<readonly Afwijkingsfeit[]> {
    const { afwijkingen } = await this.runner.stateOf(normtoetsDecider, normtoetsStream(trajectId));
    return Promise.all(
      ids.map(async (afwijkingId) => {
        const afwijking = afwijkingen[afwijkingId];
        if (!afwijking) throw onbekend('Deze afwijking', { afwijkingId });
        const { norm, vastgesteldOp, motivering, toestand } = afwijking;
        return {
          ...{ trajectId, afwijkingId, norm, vastgesteldOp, ...(await this.plaats(trajectId, vastgesteldOp)) },
          ...{ gemotiveerd: motivering !== null, redencodes: motivering?.redencodes ?? [] },
          isVervallen: toestand === 'vervallen',
        };
      }),
    );
  }

  /** The accounts that recorded something in these cases; what the system recorded itself is nobody's own case. */
  async betrokken(trajecten: readonly string[]): Promise<ReviewFacts['betrokken']> {
    const gevonden: Record<string, string[]> = {};
    for (const trajectId of trajecten) {
      const streams = [trajectStream(trajectId), normtoetsStream(trajectId)];
      const events = (await Promise.all(streams.map((stream) => this.log.readSealed(stream)))).flat();
      const mensen = events.map(({ metadata }) => metadata.actor).filter(({ rol }) => rol !== 'dienst');
      gevonden[trajectId] = [...new Set(mensen.map(({ subject }) => subject))];
    }
    return gevonden;
  }

  async jeugdige(trajectId: string): Promise<string> {
    return (await this.traject(trajectId))[0]!.data['jeugdigeId'] as string;
  }

  /** The figures of the reviews before this one, the earliest first, as they are known now. */
  async trend({ landsdeel, kwartaal }: ReviewSleutel): Promise<ReviewFacts['trend']> {
    const { rows } = await this.pool.query<{ toestand: Review }>(
      'select toestand from lm.kwartaalreview where landsdeel = $1 and kwartaal <= $2 order by kwartaal',
      [landsdeel, kwartaal],
    );
    const eerdere = rows.filter(({ toestand }) => toestand.kwartaal !== kwartaal);
    return eerdere.slice(-KWARTALEN_IN_TREND).map(({ toestand }) => trendVan(toestand));
  }

  private regelversie({ kwartaal }: Pick<ReviewSleutel, 'kwartaal'>): ReviewRegelversie {
    return regelversieOp(this.regels, datumVan(periodeVan(kwartaal).van));
  }

  private async traject(trajectId: string): Promise<readonly RecordedEvent[]> {
    const history = await this.log.readSealed(trajectStream(trajectId));
    if (history.length === 0) throw onbekend('Dit traject', { trajectId });
    return history;
  }

  /** A traject as it was known when a deviation was found: how far behind a follower is makes no difference then. */
  private async trajectOp(trajectId: string, gevondenOp: Instant): Promise<Feiten> {
    const history = await this.traject(trajectId);
    return withCorrections(history.filter(({ vastgelegdOp }, n) => n === 0 || vastgelegdOp <= gevondenOp));
  }

  /** The region of the traject, and whose voorziening the jeugdige was last in. */
  private async plaats(trajectId: string, gevondenOp: Instant): Promise<{ regio: string; aanbieder: string | null }> {
    const feiten = await this.trajectOp(trajectId, gevondenOp);
    const verblijf = feiten.findLast(({ type }) => /^traject\.(opname-gestart|overgeplaatst)@/.test(type));
    const voorzieningId = verblijf?.data['voorzieningId'] as string | undefined;
    const voorziening = voorzieningId
      ? await this.runner.stateOf(voorzieningDecider, voorzieningStream(voorzieningId))
      : null;
    return { regio: feiten[0]!.data['regio'] as string, aanbieder: voorziening?.aanbieder ?? null };
  }
}
