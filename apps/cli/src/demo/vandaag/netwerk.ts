import {
  BiedFamiliegroepsplanAan,
  LegBesluitVast,
  LegContactmomentVast,
  LegEerdereHulpVast,
  LegJimAfspraakVast,
  LegJimWeigeringVast,
  LegJimZoekstapVast,
  LegNetwerkpersoonVast,
  nieuwHulpOudersId,
  nieuwPersoonId,
  StartHulpOuders,
  StartJimZoektocht,
  StelFamiliegroepsplanVast,
  VindJim,
  VoerLevinasgesprek,
  VraagAdvies,
  VraagHulpOuders,
  VraagJim,
} from '@regielijn/jeugdige';
import type { Schrijver } from './schrijver.js';
import { type Situatie, verblijftOpOrde } from './stappen.js';

/** Somebody of the network, invented. Answers the id. */
const legPersoonVast = (s: Schrijver, dagen: number, relatie: string, naam: string): string =>
  nieuwPersoonId(s.jeugdige(dagen, LegNetwerkpersoonVast, { naam, relatie, gezag: relatie === 'moeder' }));

const zoekJim = (s: Schrijver, dagen: number, volgende: number): void => {
  s.jeugdige(dagen, StartJimZoektocht, { volgendeOp: s.dag(14 - dagen) });
  const stap = { uitkomst: 'eerst_aan_vertrouwen_werken', volgendeOp: s.dag(volgende) };
  s.jeugdige(dagen - 14, LegJimZoekstapVast, stap);
};

/** The people around a jeugdige, and what is written down. Source: JIM-plan van jeugdhulporganisaties (2022). */
export const netwerkSituaties: readonly Situatie[] = [
  {
    sleutel: 'jim-gevonden',
    aantal: 1,
    omschrijving: 'Er is een JIM gevonden, met afspraken over wat bij de JIM blijft.',
    schrijf: (s) => {
      verblijftOpOrde(s, 90);
      const persoonId = legPersoonVast(s, 30, 'tante', 'Tante Loes Voorbeeld');
      s.jeugdige(28, StartJimZoektocht, { volgendeOp: s.dag(-14) });
      s.jeugdige(20, VraagJim, { persoonId });
      s.jeugdige(15, VoerLevinasgesprek);
      s.jeugdige(12, VindJim, { persoonId });
      s.jeugdige(10, LegJimAfspraakVast, {
        ...{ blijftBijJim: 'Elke week samen eten.', jimWordtGebeldAls: 'Als er een besluit over wonen komt.' },
      });
    },
  },
  {
    sleutel: 'jim-gezocht',
    aantal: 1,
    omschrijving: 'Er wordt een JIM gezocht; over een paar dagen gaat de zoektocht verder.',
    schrijf: (s) => {
      verblijftOpOrde(s, 62);
      zoekJim(s, 24, 4);
    },
  },
  {
    sleutel: 'jim-zoektocht-stil',
    aantal: 1,
    omschrijving: 'De zoektocht naar een JIM had vorige week verder moeten gaan.',
    schrijf: (s) => {
      verblijftOpOrde(s, 66);
      zoekJim(s, 30, -7);
    },
  },
  {
    sleutel: 'jim-geweigerd',
    aantal: 1,
    omschrijving: 'De ouders willen voorlopig geen JIM; over een maand wordt het weer gevraagd.',
    schrijf: (s) => {
      verblijftOpOrde(s, 68);
      s.jeugdige(9, LegJimWeigeringVast, { tot: s.dag(30) });
    },
  },
  {
    sleutel: 'familiegroepsplan',
    aantal: 1,
    omschrijving: 'Het gezin heeft een eigen familiegroepsplan gemaakt, en voor de ouders is hulp begonnen.',
    schrijf: (s) => {
      verblijftOpOrde(s, 85);
      legPersoonVast(s, 30, 'moeder', 'Mevrouw Voorbeeld');
      s.jeugdige(28, BiedFamiliegroepsplanAan, { uitkomst: 'aanvaard' });
      s.jeugdige(14, StelFamiliegroepsplanVast, { versie: 1, inhoud: 'In het weekend is er altijd iemand thuis.' });
      const hulpId = nieuwHulpOudersId(s.jeugdige(12, VraagHulpOuders, { soort: 'schulden' }));
      s.jeugdige(5, StartHulpOuders, { hulpId });
    },
  },
  {
    sleutel: 'advies-gevraagd',
    aantal: 1,
    omschrijving: 'Na veel verhuizingen is het expertteam om advies gevraagd; het antwoord is er nog niet.',
    schrijf: (s) => {
      verblijftOpOrde(s, 72);
      for (const [nr, vorm] of ['pleegzorg', 'gezinshuis', 'open_residentieel'].entries()) {
        const periode = { van: s.dag(-1000 + 250 * nr), tot: s.dag(-760 + 250 * nr) };
        s.jeugdige(20, LegEerdereHulpVast, { vorm, ...periode, bron: 'eerder_dossier' });
      }
      s.jeugdige(11, LegContactmomentVast, {
        ...{ soort: 'gesprek', met: ['jeugdige', 'ouders'], feiten: 'Er is een uur gepraat over wonen.' },
        ...{ visieJeugdige: 'Ik wil niet weer verhuizen.', visieOuders: 'Hij moet ergens kunnen blijven.' },
        oordeel: 'Een volgende plek moet voor langere tijd zijn.',
      });
      s.jeugdige(9, LegBesluitVast, {
        ...{ onderwerp: 'plaatsing', besluit: 'Wij zoeken eerst een plek voor langere tijd.' },
        ...{ stappen: 'Gesprek met jeugdige, ouders en groep.', argumenten: 'Er is al vaak verhuisd.' },
        ...{ afgewogenRisico: 'Het verblijf duurt daardoor langer.', geraadpleegd: ['aanbieder-demo'] },
        ...{ mandaat: 'teamleider', gedragenDoor: `${s.gi}-teamleider` },
      });
      s.jeugdige(8, VraagAdvies, { bij: 'expertteam', vraag: 'Welke plek past voor langere tijd?' });
    },
  },
];
