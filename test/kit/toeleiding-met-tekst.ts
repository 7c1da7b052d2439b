import type { Doe } from './machtiging-met-tekst.js';
import type { Sentinels } from './sentinels.js';

/** What stands in the personal fields before the opname and in the plans, by what it is. */
export const inToeleiding = {
  redenAfwijzing: 'Haar ex Bastiaan woont al op die groep',
  trajectafspraken: 'Zij houdt haar bijbaan bij kapsalon Krul',
  regieafspraken: 'Oom Leendert wordt elke vrijdag gebeld',
  grondBloedspoed: 'Zij stond gisteren op het dak van de Spinnerij',
  toelichtingPlek: 'Op die groep zit haar vriendin Noëlla',
  criteriaWeging: 'Haar vader heeft een jachtgeweer in de schuur',
  toelichtingRoute: 'Tante Mieke wilde haar JIM niet zijn',
  redenKeuze: 'Zij wil niet bij stiefvader Gijs in huis',
  redenLichter: 'Stiefvader Gijs laat niemand binnen',
  redenAanmeldingWeg: 'Zij is naar haar grootouders in Terneuzen',
  doel: 'Weer met haar zusje Roosje naar zwemles',
  redenGeenNetwerk: 'Oom Leendert lag in het Ikazia',
  redenNietGehoord: 'Zij was bij de begrafenis van opa Sjaak',
  bezwaar: 'Ik ga niet meer met mevrouw Pauw praten',
  verslag: 'Met zusje Roosje gaat het weer goed',
  veiligJongere: 'Zij mag altijd naar buurman Anton',
  veiligGezin: 'Gijs slaapt die nachten in Hoek',
  veiligProfessionals: 'Niet alleen naar binnen zolang Gijs er is',
  veiligOmgeving: 'Juf Carmen let op het schoolplein op',
  redenNiveau: 'Havo was te druk naast kapsalon Krul',
  dagprogramma: 'In de ochtend naar zorgboerderij Het Hooiveld',
} satisfies Sentinels;

const voorDeOpname = async (doe: Doe, traject: string): Promise<void> => {
  const tekst = inToeleiding;
  const vraag = { aanbieder: 'aanbieder-demo', vraag: 'behandeling' };
  const { id } = await doe(`${traject}/aanmeldingen`, vraag);
  const afwijzing = { antwoord: 'afgewezen', reden: tekst.redenAfwijzing };
  await doe(`${traject}/aanmeldingen/${id}/antwoorden`, afwijzing);
  const { trajectafspraken, regieafspraken } = tekst;
  await doe(`${traject}/trajectberaden`, { deelnemers: ['GI'], trajectafspraken, regieafspraken });
  await doe(`${traject}/bloedspoedbeoordelingen`, {
    ...{ uitkomst: 'negatief', gronden: [tekst.grondBloedspoed], beoordelaar: 'gw-004', functie: 'psychiater' },
  });
  await doe(`${traject}/veiligheidswegingen`, {
    ...{ deelnemers: ['wijkagent'], criteria: tekst.criteriaWeging, uitkomst: 'verantwoord', gedeeldMet: [] },
    zorgEnVeiligheidshuis: false,
  });
  const route = { route: 'inverbinding_jim', uitkomst: 'niet_gelukt', toelichting: tekst.toelichtingRoute };
  await doe(`${traject}/routes-voor-jhp`, route);
  await doe(`${traject}/variantkeuzes`, {
    ...{ profiel: { leeftijd: 15 }, variant: 'crisisgroep', gekozen: 'jhp', redenKeuze: tekst.redenKeuze },
    redenen: [{ variant: 'ambulant', reden: tekst.redenLichter }],
  });
};

const plannen = async (doe: Doe, traject: string): Promise<void> => {
  const tekst = inToeleiding;
  const doelen = [{ levensgebied: 'vrije_tijd', doel: tekst.doel }];
  await doe(`${traject}/plannen`, { versie: 1, doelen, geldigVan: '2026-01-20' });
  await doe(`${traject}/planbesprekingen`, {
    ...{ versie: 1, metJeugdige: 'afwezig', netwerk: [], redenGeenNetwerk: tekst.redenGeenNetwerk },
    redenJeugdigeNietGehoord: tekst.redenNietGehoord,
  });
  await doe(`${traject}/planbezwaren`, { versie: 1, door: 'jeugdige', tekst: tekst.bezwaar });
  const evaluatie = { versie: 1, doelen: [], verslag: tekst.verslag, schriftelijkAanJeugdige: true };
  await doe(`${traject}/planevaluaties`, evaluatie);
  await doe(`${traject}/veiligheidsplannen`, {
    ...{ jongere: tekst.veiligJongere, gezin: tekst.veiligGezin, professionals: tekst.veiligProfessionals },
    ...{ omgeving: tekst.veiligOmgeving, opstellers: ['jb-017'] },
  });
  await doe(`${traject}/onderwijs`, { vorm: 'onderwijs', niveau: 'vmbo-tl', redenNiveau: tekst.redenNiveau });
  await doe(`${traject}/dagprogrammas`, { plan: true, dagprogramma: true, toelichting: tekst.dagprogramma });
};

/** Fills every personal field there is before an opname and in the plans, and withdraws a second aanmelding. */
export const vulToeleiding = async (
  doe: Doe,
  { traject, voorzieningId, tweede }: Readonly<Record<'traject' | 'voorzieningId' | 'tweede', string>>,
): Promise<void> => {
  await voorDeOpname(doe, traject);
  await doe(`${traject}/plekbeoordelingen`, {
    ...{ voorzieningId, passend: 'ja', beoordelaar: 'pc-003', toelichting: inToeleiding.toelichtingPlek },
    criteria: [{ id: 'leeftijden', uitkomst: 'ja' }],
  });
  await plannen(doe, traject);
  await doe(`${tweede}/ingetrokken-aanmelding`, { reden: inToeleiding.redenAanmeldingWeg });
};
