import { gelukt } from './dossier-met-tekst.js';
import type { TestApi } from './engine.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields of a motivation, by what it is. */
export const inMotivering = {
  toelichtingAfwijking: 'Haar neef Siebrand stond voor de deur',
  alternatief: 'Een nacht bij buurvrouw Annelore',
  herstelactie: 'Haar mentor Wouter bespreekt het plan alsnog',
  herstelGedaan: 'Mentor Wouter las het haar voor in de tuin',
} satisfies Sentinels;

/** Motivates a deviation of this traject, once all of them are known, with text in every personal field. */
export const vulMotivering = async (api: TestApi, traject: string): Promise<void> => {
  await api.settle();
  const gi = api.as('jeugdbeschermer');
  const [afwijking] = await gelukt(gi.get(`${traject}/normafwijkingen`));
  await gelukt(
    gi.post(`${traject}/normafwijkingen/${afwijking.afwijkingId}/motivering`, {
      ...{ functie: 'jeugdbeschermer', redencodes: ['anders'], toelichting: inMotivering.toelichtingAfwijking },
      ...{ alternatievenOverwogen: [inMotivering.alternatief], herstelactie: inMotivering.herstelactie },
    }),
  );
  const { herstelGedaan: toelichting } = inMotivering;
  await gelukt(gi.post(`${traject}/normafwijkingen/${afwijking.afwijkingId}/herstel`, { toelichting }));
};
