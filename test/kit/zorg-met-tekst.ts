import type { Doe } from './machtiging-met-tekst.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields of the care during a verblijf and after it, by what it is. */
export const inZorg = {
  minderBezwarend: 'Eerst mocht zij bellen met peetoom Rikkert',
  redenMaatregel: 'Zij gooide een bord naar begeleidster Fadoua',
  redenVerlof: 'Haar neef Sjors haalde haar toch niet op',
  incident: 'Zij vocht met Chantal om de afstandsbediening',
  geleerd: 'Chantal en zij eten voortaan apart',
  spoedbespreking: 'Voogd Marieke vroeg waarom haar zusje Bo niet meeging',
  klaar: 'Zij kan weer zelf met de bus naar paardrijden',
  redenVervolgplek: 'Gezinshuisouder Hedwig wacht nog op haar heup',
  nazorg: 'Op woensdag komt vrijwilliger Jochem langs',
} satisfies Sentinels;

/** During the verblijf. */
export const vulZorg = async (doe: Doe, traject: string): Promise<void> => {
  await doe(`${traject}/maatregelen`, {
    ...{ maatregel: 'kamerverblijf', inPlan: false, noodsituatie: true, beslotenDoor: 'behandelaar-3' },
    ...{ minderBezwarendGeprobeerd: inZorg.minderBezwarend, reden: inZorg.redenMaatregel },
  });
  const weekend = { van: '2099-01-02T16:00:00Z', tot: '2099-01-04T16:00:00Z', instemmingGedragswetenschapper: true };
  const verlof = await doe(`${traject}/verloven`, weekend);
  await doe(`${traject}/verloven/${verlof.id}/intrekking`, { reden: inZorg.redenVerlof });
  const gemeld = { soort: 'agressie', omschrijving: inZorg.incident, gemeldAan: [], veiligheidsplanHerzien: false };
  const { id } = await doe(`${traject}/incidenten`, gemeld);
  await doe(`${traject}/incidenten/${id}/afhandeling`, {
    ...{ geleerd: inZorg.geleerd, gemeldAan: [], veiligheidsplanHerzien: true },
  });
  await doe(`${traject}/spoedbesprekingen`, { toelichting: inZorg.spoedbespreking });
  await doe(`${traject}/gereedmelding`, { reden: 'behandeling_klaar', toelichting: inZorg.klaar });
  const vraag = await doe(`${traject}/vervolgplekken`, { aanbieder: 'gezinshuis-demo', bestemming: 'gezinshuis' });
  const antwoord = { antwoord: 'afgewezen', reden: inZorg.redenVervolgplek };
  await doe(`${traject}/vervolgplekken/${vraag.id}/antwoorden`, antwoord);
};

/** After it. */
export const vulNazorg = async (doe: Doe, traject: string): Promise<void> => {
  await doe(`${traject}/nazorg-voortgang`, { maand: 3, stand: inZorg.nazorg });
};
