import {
  LegAndereWetVast,
  LegAntwoordVervolgplekVast,
  LegLokalePartnerVast,
  LegNazorgVoortgangVast,
  LegToezeggingVast,
  MeldKlaarVoorUitstroom,
  nieuwVraagId,
  StelNazorgplanVast,
  VraagVervolgplek,
} from '@regielijn/traject';
import type { Schrijver } from './schrijver.js';
import { type Situatie, stroomdeUit, verblijftOpOrde } from './stappen.js';

/** Ready to leave, so many days ago, and a place asked for. Answers the id of the question. */
const klaar = (s: Schrijver, dagen: number): string => {
  verblijftOpOrde(s, 190, { nogDagen: 60 });
  s.traject(dagen, MeldKlaarVoorUitstroom, { reden: 'behandeling_klaar' });
  const vraag = { aanbieder: 'aanbieder-linde', bestemming: 'gezinshuis' };
  return nieuwVraagId(s.traject(dagen - 2, VraagVervolgplek, vraag));
};

/** Wonen and support are needed; the other levensgebieden are not. */
const stelNazorgplanVast = (s: Schrijver, dagen: number): void => {
  const nodig = ['wonen', 'support'].map((levensgebied) => ({ levensgebied, nodig: true, lokalePartner: wijkteam(s) }));
  const niet = ['school_werk', 'inkomen', 'welzijn'].map((levensgebied) => ({ levensgebied, nodig: false }));
  s.traject(dagen, StelNazorgplanVast, { levensgebieden: [...nodig, ...niet] });
};

const wijkteam = (s: Schrijver): string => `wijkteam-${s.gemeente.slice(-4)}`;

/** On the way out, and after it. Source: Normenkader B7. */
export const uitstroomSituaties: readonly Situatie[] = [
  {
    sleutel: 'wacht-op-uitstroom',
    aantal: 3,
    omschrijving: 'De behandeling is klaar, maar er is nog geen vervolgplek.',
    schrijf: (s, nr) => {
      const vraagId = klaar(s, 20 + 15 * nr);
      const antwoord = nr === 0 ? 'afgewezen' : 'wachtlijst';
      const verwachtOp = nr === 0 ? null : s.dag(30);
      s.traject(10, LegAntwoordVervolgplekVast, { vraagId, antwoord, verwachtOp });
    },
  },
  {
    sleutel: 'vervolgplek-gevonden',
    aantal: 1,
    omschrijving: 'De behandeling is klaar en er is een vervolgplek toegezegd.',
    schrijf: (s) => {
      const vraagId = klaar(s, 25);
      s.traject(4, LegAntwoordVervolgplekVast, { vraagId, antwoord: 'plek', verwachtOp: s.dag(9) });
    },
  },
  {
    sleutel: 'andere-wet',
    aantal: 1,
    omschrijving: 'De jeugdige wordt achttien en wacht op een besluit over zorg uit de Wet langdurige zorg.',
    schrijf: (s) => {
      verblijftOpOrde(s, 160, { nogDagen: 50, leeftijd: { jaren: 17, dagen: 280 } });
      s.traject(30, MeldKlaarVoorUitstroom, { reden: 'andere_wet' });
      s.traject(28, LegAndereWetVast, { wet: 'Wlz', uitkomst: 'aangevraagd' });
    },
  },
  {
    sleutel: 'uitgestroomd-zonder-plan',
    aantal: 1,
    omschrijving: 'De jeugdige is naar huis en er is nog geen nazorgplan; de GI voert de casusregie nog.',
    schrijf: (s) => stroomdeUit(s, 12),
  },
  {
    sleutel: 'nazorg-loopt',
    aantal: 1,
    omschrijving: 'Het wijkteam heeft de nazorg deels opgepakt en de voortgang is bekeken.',
    schrijf: (s) => {
      stroomdeUit(s, 110);
      stelNazorgplanVast(s, 109);
      s.traject(100, LegToezeggingVast, { levensgebied: 'wonen', partner: wijkteam(s), datum: s.dag(-80) });
      s.traject(80, LegLokalePartnerVast, { levensgebied: 'wonen', partner: wijkteam(s) });
      s.traject(18, LegNazorgVoortgangVast, { maand: 3, stand: 'Thuis gaat het goed; de steun moet nog beginnen.' });
    },
  },
  {
    sleutel: 'nazorg-bijna-te-laat',
    aantal: 1,
    omschrijving: 'Het jaar na de uitstroom is bijna om en nog niet alle nazorg is opgepakt.',
    schrijf: (s) => {
      stroomdeUit(s, 350);
      stelNazorgplanVast(s, 349);
      s.traject(200, LegLokalePartnerVast, { levensgebied: 'wonen', partner: wijkteam(s) });
    },
  },
];
