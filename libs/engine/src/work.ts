import type { INestApplicationContext } from '@nestjs/common';
import { ToetsBijOpname } from '@regielijn/normenkader';
import { type Follower, FollowerRunner } from '@regielijn/projecties';
import type { Engine } from './engine.js';

/** The work behind the requests: read models and followers. One process of a deployment does it, others wait to take over. */
export const startWork = (engine: Engine, app: INestApplicationContext, say: (line: string) => void) => {
  const followers: Follower[] = [app.get(ToetsBijOpname, { strict: false })];
  const runners = followers.map((follower) => new FollowerRunner(engine.pool, engine.log, follower, say));
  engine.projections.start();
  for (const runner of runners) runner.start();
  return {
    stop: async (): Promise<void> => {
      await Promise.all(runners.map((runner) => runner.stop()));
      await engine.projections.stop();
    },
  };
};
