import { dienstAccounts } from '@regielijn/toegang';
import type { TestApi } from './engine.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields of a return. */
export const inTerugkeer = {
  toelichtingGebied: 'Zij mag op de hooizolder van molenaar Egbert wonen',
  redenCorrectieTerugkeer: 'De hooizolder bleek een opkamer met bedstee',
  redenIntrekkingTerugkeer: 'Molenaar Egbert kiest toch voor zijn duiven',
} satisfies Sentinels;

/** Prepares the return of a traject in which help runs, with a text wherever there can be one. */
export const vulTerugkeer = async (api: TestApi, traject: string): Promise<void> => {
  const dienst = api.client(dienstAccounts.demo);
  const een = traject.replace('trajecten', 'terugkeren');
  const doe = async (pad: string, body: object): Promise<any> => {
    const { status, body: antwoord } = await dienst.post(pad, body);
    if (status > 201) throw new Error(`${pad}: ${status} ${antwoord.code}`);
    return antwoord;
  };
  const tekst = inTerugkeer;
  await doe(`${een}/verwachtingen`, { verwachtOp: '2199-01-01' });
  const wonen = {
    levensgebied: 'wonen',
    stand: 'gevraagd',
    partner: 'molen-oost',
    toelichting: tekst.toelichtingGebied,
  };
  const { gebeurtenissen } = await doe(`${een}/levensgebieden`, wonen);
  const correctie = { vervangt: gebeurtenissen[0], velden: { stand: 'geregeld' } };
  await doe(`${een}/correcties`, { ...correctie, reden: tekst.redenCorrectieTerugkeer });
  const welzijn = await doe(`${een}/levensgebieden`, {
    levensgebied: 'welzijn',
    stand: 'gevraagd',
    partner: 'molen-oost',
  });
  await doe(`${een}/intrekkingen`, { vervangt: welzijn.gebeurtenissen[0], reden: tekst.redenIntrekkingTerugkeer });
};
