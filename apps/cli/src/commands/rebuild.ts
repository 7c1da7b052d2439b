import { answer, progress } from '../output.js';
import { type CommonOptions, withEngine } from '../session.js';

/** Builds all read models anew from the log beside the live ones, then switches. */
export const rebuild = (options: CommonOptions): Promise<void> =>
  withEngine(options, async ({ projections }) => {
    const show = progress('Leesmodellen opbouwen');
    const begonnen = Date.now();
    let gelezen = 0;
    await projections.rebuild(projections.readModels, ({ events }) => {
      gelezen = events;
      show(events, null);
    });
    const seconden = Math.round((Date.now() - begonnen) / 100) / 10;
    const leesmodellen = projections.readModels.map(({ name }) => name);
    answer(
      { events: gelezen, leesmodellen, seconden },
      options,
      () => `${leesmodellen.join(', ')} opgebouwd uit ${gelezen} gebeurtenissen in ${seconden} seconden.`,
    );
  });
