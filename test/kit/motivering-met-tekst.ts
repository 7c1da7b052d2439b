import { LOG_START } from '@regielijn/event-store';
import { until } from './cli.js';
import { gelukt } from './dossier-met-tekst.js';
import type { TestApi } from './engine.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields of a motivation, by what it is. */
export const inMotivering = {
  toelichtingAfwijking: 'Haar neef Siebrand stond voor de deur',
  alternatief: 'Een nacht bij buurvrouw Annelore',
  herstelactie: 'Haar mentor Wouter bespreekt het plan alsnog',
} satisfies Sentinels;

const FOLLOWED_WITHIN_MS = 20_000;

/** Norms are assessed by a follower, in its own time; what a test counts must not depend on when. */
export const normenGetoetst = ({ engine }: TestApi): Promise<void> =>
  until(
    'the norms are assessed up to the end of the log',
    async () => {
      const einde = (await engine.store.readAll(LOG_START, 1_000_000)).at(-1)!.position;
      const { rows } = await engine.pool.query<{ position: string }>(
        "select position from projecties.volger where name = 'normtoets'",
      );
      return rows[0]?.position === einde;
    },
    FOLLOWED_WITHIN_MS,
  );

/** Motivates a deviation of this traject, once all of them are known, with text in every personal field. */
export const vulMotivering = async (api: TestApi, traject: string): Promise<void> => {
  await normenGetoetst(api);
  await api.settle();
  const gi = api.as('jeugdbeschermer');
  const [afwijking] = await gelukt(gi.get(`${traject}/normafwijkingen`));
  await gelukt(
    gi.post(`${traject}/normafwijkingen/${afwijking.afwijkingId}/motivering`, {
      ...{ functie: 'jeugdbeschermer', redencodes: ['anders'], toelichting: inMotivering.toelichtingAfwijking },
      ...{ alternatievenOverwogen: [inMotivering.alternatief], herstelactie: inMotivering.herstelactie },
    }),
  );
};
