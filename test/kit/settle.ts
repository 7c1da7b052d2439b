import { catchUp, type Engine } from '@regielijn/engine';
import { LOG_START } from '@regielijn/event-store';
import { followersCameTo } from '@regielijn/projecties';

/** Waits until read models and followers know all of the log, also what followers wrote themselves. */
export const settle = async (engine: Engine, followers: readonly string[], withinMs: number): Promise<void> => {
  for (let end = await catchUp(engine); end !== LOG_START;) {
    if (!(await followersCameTo(engine.pool, followers, end, withinMs)))
      throw new Error(`after ${withinMs} ms the followers have not come to ${end}`);
    const now = await catchUp(engine);
    if (now === end) return;
    end = now;
  }
};
