import type { Engine } from '@regielijn/engine';
import { followerPositions, generations, restartFollowers } from '@regielijn/projecties';
import { answer, progress } from '../output.js';
import { type CommonOptions, withEngine } from '../session.js';

/**
 * Followers that have been further than the log now goes: a part of it is gone, as after a restore of the log alone. They
 * would not see what is written in its place.
 */
const verderDanLogboek = async (
  { pool }: Engine,
  volgers: Awaited<ReturnType<typeof followerPositions>>,
): Promise<readonly string[]> => {
  // The read models were just built to the end of the log.
  const [einde] = (await generations(pool))
    .filter(({ state }) => state === 'live')
    .map(({ position }) => position)
    .sort()
    .reverse();
  return volgers.filter(({ position }) => position > (einde ?? '')).map(({ name }) => name);
};

/** Builds all read models anew from the log beside the live ones, then switches. */
export const rebuild = (options: CommonOptions): Promise<void> =>
  withEngine(options, async (engine) => {
    const { projections, pool } = engine;
    // Before the log is read to its end, or one that goes on meanwhile would seem to be further.
    const volgers = await followerPositions(pool);
    const show = progress('Leesmodellen opbouwen');
    const begonnen = Date.now();
    let gelezen = 0;
    await projections.rebuild(projections.readModels, ({ events }) => {
      gelezen = events;
      show(events, null);
    });
    const volgersOpnieuw = await verderDanLogboek(engine, volgers);
    await restartFollowers(pool, volgersOpnieuw);
    const seconden = Math.round((Date.now() - begonnen) / 100) / 10;
    const leesmodellen = projections.readModels.map(({ name }) => name);
    answer(
      { events: gelezen, leesmodellen, volgersOpnieuw, seconden },
      options,
      () =>
        `${leesmodellen.join(', ')} opgebouwd uit ${gelezen} gebeurtenissen in ${seconden} seconden.` +
        (volgersOpnieuw.length > 0
          ? ` Verder dan het logboek, dus opnieuw begonnen: ${volgersOpnieuw.join(', ')}.`
          : ''),
    );
  });
