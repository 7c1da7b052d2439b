import type { TestApi } from './engine.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields of an escalation about the jeugdige. */
export const inOpschaling = {
  vraagOpschaling: 'Wie wil haar hebben met dwerggeit Pippeloentje erbij',
  redenTeruggave: 'Over de geit stond niets in het verslag van boer Teunis',
  antwoordOpschaling: 'Boer Teunis heeft een kamer boven de melkstal',
  redenHoger: 'De kamer boven de melkstal tocht te erg',
  redenAfsluiting: 'Zij logeert nu bij veearts Barbera',
  redenCorrectieOpschaling: 'Veearts Barbera bleek de buurvrouw van Teunis',
  redenIntrekkingOpschaling: 'Barbera neemt haar pas na de zomer',
} satisfies Sentinels;

/** Lets one question come back, go up, be answered and closed, with a text at each step. */
export const vulOpschaling = async (api: TestApi, jeugdigeId: string): Promise<void> => {
  const gi = api.as('jeugdbeschermer');
  const doe = async (pad: string, body: object): Promise<any> => {
    const { status, body: antwoord } = await gi.post(pad, body);
    if (status > 201) throw new Error(`${pad}: ${status} ${antwoord.code}`);
    return antwoord;
  };
  const tekst = inOpschaling;
  const { id } = await doe('/v1/opschalingen', {
    ...{ jeugdigeId, ladder: 'casus', betreft: { soort: 'jeugdige', id: jeugdigeId } },
    ...{ reden: 'geen_passende_plek', vraag: tekst.vraagOpschaling },
  });
  const een = `/v1/opschalingen/${id}`;
  await doe(`${een}/teruggaven`, { reden: 'informatie_ontbreekt', toelichting: tekst.redenTeruggave });
  await doe(`${een}/aannemingen`, { medewerker: 'jb-017' });
  const { gebeurtenissen } = await doe(`${een}/antwoorden`, { strekking: 'plek', antwoord: tekst.redenTeruggave });
  const correctie = { vervangt: gebeurtenissen[0], velden: { antwoord: tekst.antwoordOpschaling } };
  await doe(`${een}/correcties`, { ...correctie, reden: tekst.redenCorrectieOpschaling });
  await doe(`${een}/treden`, { naarTrede: 'expertteam', toelichting: tekst.redenHoger });
  const einde = await doe(`${een}/afsluiting`, { uitkomst: 'opgelost', toelichting: tekst.redenAfsluiting });
  await doe(`${een}/intrekkingen`, { vervangt: einde.gebeurtenissen[0], reden: tekst.redenIntrekkingOpschaling });
};
