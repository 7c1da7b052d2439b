import type { Doe } from './machtiging-met-tekst.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields about the people around the jeugdige, by what it is. */
export const inOmgeving = {
  naamTante: 'Wilhelmina Achterberg',
  contactTante: 'Kanaalkade 114 bij de molen',
  blijftBijJim: 'Wat zij over haar vriendje Mats vertelt',
  jimWordtGebeldAls: 'Zij weer bij het station van Dwaalgast staat',
  redenJimStopt: 'Wilhelmina werd zelf opgenomen voor haar heup',
  familiegroepsplan: 'Neef Quirijn brengt haar elke dinsdag naar judo',
  opvoedbesluit: 'Moeder houdt het vol als buurvrouw Ottilie helpt',
  feiten: 'Zij zat met een dikke enkel op de bank',
  visieJeugdige: 'Zij wil bij paardenstal Hoefslag werken',
  visieOuders: 'Moeder vindt stal Hoefslag te ver fietsen',
  oordeel: 'De spanning om stal Hoefslag gaat over vertrouwen',
  besluit: 'Zij mag op proef naar stal Hoefslag',
  stappen: 'Met stalmeester Evert is drie keer gesproken',
  argumenten: 'Evert kent haar nog van de manege',
  afgewogenRisico: 'Dat zij na het werk naar Mats gaat',
  alternatieven: 'Vrijwilliger in verzorgingshuis Zonnehoek',
  adviesvraag: 'Hoe praat je met haar over Mats',
  advies: 'Begin over de judo en niet over Mats',
  toekomstplan: 'Zij wil met nicht Jolijn een kapsalon beginnen',
  woonplekAchttien: 'Boven de fietsenmaker van oom Barend is een kamer',
} satisfies Sentinels;

/** Fills every personal field there is about the people around this jeugdige. `jeugdige` is the pad of the dossier. */
export const vulOmgeving = async (doe: Doe, jeugdige: string): Promise<void> => {
  const tekst = inOmgeving;
  const tante = { naam: tekst.naamTante, contact: tekst.contactTante, relatie: 'tante', gezag: false };
  const { id: persoonId } = await doe(`${jeugdige}/netwerkpersonen`, tante);
  await doe(`${jeugdige}/jim/vondst`, { persoonId });
  const { blijftBijJim, jimWordtGebeldAls } = tekst;
  await doe(`${jeugdige}/jim/afspraak`, { blijftBijJim, jimWordtGebeldAls });
  await doe(`${jeugdige}/jim/einde`, { reden: 'jim_kan_niet_meer', toelichting: tekst.redenJimStopt });
  await doe(`${jeugdige}/familiegroepsplan/versies`, { versie: 1, inhoud: tekst.familiegroepsplan });
  const opvoedbesluit = { uitkomst: 'bij_ouders', meeOpgenomen: [persoonId], toelichting: tekst.opvoedbesluit };
  await doe(`${jeugdige}/opvoedbesluiten`, opvoedbesluit);
  const { feiten, visieJeugdige, visieOuders, oordeel } = tekst;
  const contact = { soort: 'huisbezoek', met: ['jeugdige'], feiten, visieJeugdige, visieOuders, oordeel };
  await doe(`${jeugdige}/contactmomenten`, contact);
  const { besluit, stappen, argumenten, afgewogenRisico, alternatieven } = tekst;
  await doe(`${jeugdige}/besluiten`, {
    ...{ onderwerp: 'overig', besluit, stappen, argumenten, afgewogenRisico, alternatieven, geraadpleegd: [] },
    ...{ mandaat: 'teamleider', gedragenDoor: 'tl-1' },
  });
  const toekomst = { levensgebieden: ['wonen', 'inkomen'], plan: tekst.toekomstplan, metJeugdige: true };
  await doe(`${jeugdige}/toekomstplannen`, toekomst);
  await doe(`${jeugdige}/woonplek-na-achttien`, { woont: 'zelfstandig', toelichting: tekst.woonplekAchttien });
  const { id: adviesId } = await doe(`${jeugdige}/adviezen`, { bij: 'expertteam', vraag: tekst.adviesvraag });
  await doe(`${jeugdige}/adviezen/${adviesId}/antwoord`, { advies: tekst.advies });
};
