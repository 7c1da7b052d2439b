import type { INestApplicationContext } from '@nestjs/common';
import { InProces, Klok, Melder, openWachtrij, TermijnGevolg } from '@regielijn/bewaking';
import { MaaktBerichten, Verzender } from '@regielijn/berichten';
import { RuimDocumentenOp } from '@regielijn/documenten';
import { RegieVolgtMachtiging } from '@regielijn/dossier';
import { isCodedError } from '@regielijn/kern';
import { AanbodVolgtPauze } from '@regielijn/jeugdige';
import { AgendaVolgtAfwijkingen, DossierVolgtBespreking, OpentKwartaalreviews } from '@regielijn/kwartaalreview';
import { SpoedVolgtMgj } from '@regielijn/machtiging';
import { ToetsBijGebeurtenis } from '@regielijn/normenkader';
import { EscalatieNaOverdracht } from '@regielijn/opschaling';
import type { Say } from '@regielijn/postgres';
import { type Follower, FollowerCheckpoints, FollowerRunner } from '@regielijn/projecties';
import { TerugkeerVolgtEinde } from '@regielijn/terugkeer';
import { HerzieBijCorrectie, PlekVolgtTraject, TenuitvoerleggingVolgtTraject } from '@regielijn/traject';
import type { Engine } from './engine.js';

/**
 * The id of a follower's command follows from the event, so one that is there already is the same command. After an
 * import without keys it no longer looks the same: what it is recognised by was made with the keys of elsewhere.
 */
const onceOnly = (follower: Follower): Follower => ({
  name: follower.name,
  categories: follower.categories,
  handle: async (event) => {
    try {
      await follower.handle(event);
    } catch (error) {
      if (!isCodedError(error, 'IDEMPOTENCY_SLEUTEL_HERGEBRUIKT')) throw error;
    }
  },
});

/** The work behind the requests: read models, followers and the sender of messages. One process of a deployment does it, others wait to take over. */
export const startWork = (engine: Engine, app: INestApplicationContext, say: Say) => {
  const followers: Follower[] = [
    ToetsBijGebeurtenis,
    HerzieBijCorrectie,
    TenuitvoerleggingVolgtTraject,
    PlekVolgtTraject,
    RuimDocumentenOp,
    RegieVolgtMachtiging,
    AgendaVolgtAfwijkingen,
    DossierVolgtBespreking,
    SpoedVolgtMgj,
    TermijnGevolg,
    EscalatieNaOverdracht,
    TerugkeerVolgtEinde,
    AanbodVolgtPauze,
    MaaktBerichten,
  ].map((follower) => app.get<Follower>(follower, { strict: false }));
  const checkpoints = new FollowerCheckpoints(engine.pool);
  const runners = followers.map(
    (follower) => new FollowerRunner(engine.pool, engine.log, onceOnly(follower), say, checkpoints),
  );
  engine.projections.start();
  for (const runner of runners) runner.start();
  const verzender = app.get<Verzender>(Verzender, { strict: false });
  verzender.start(say);
  return {
    /** Their names, by which others see how far they have come. */
    followers: followers.map(({ name }) => name),
    stop: async (): Promise<void> => {
      await Promise.all([verzender.stop(), ...runners.map((runner) => runner.stop())]);
      await engine.projections.stop();
    },
  };
};

/**
 * The clock: watches the terms that fall due. Not while history is loaded, since then a term may look open whose end is
 * a page further on. With a Redis, whichever process has time tells them; without, this one.
 */
export const createKlok = async (
  { settings, pool, clock }: Engine,
  app: INestApplicationContext,
  say: Say,
): Promise<Klok> => {
  const melder = app.get(Melder, { strict: false });
  const zelf = new InProces(melder);
  const uitvoerder = settings.REDIS_URL ? await openWachtrij(settings.REDIS_URL, melder, zelf, say) : zelf;
  return new Klok(pool, clock, uitvoerder, say, [app.get(OpentKwartaalreviews, { strict: false })]);
};
