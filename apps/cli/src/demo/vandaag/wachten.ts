import type { Variant } from '@regielijn/kern';
import {
  BeoordeelBloedspoed,
  LegAntwoordAanbiederVast,
  LegVeiligheidswegingVast,
  MeldAanBijAanbieder,
  nieuwAanmeldingId,
  StartOverbrugging,
  StartVariant,
  TrekAanmeldingIn,
  ZetMedewerkerIn,
} from '@regielijn/traject';
import type { Schrijver } from './schrijver.js';
import { maakPlan, type Situatie } from './stappen.js';

/** Asks a place of the group of a variant. Answers the id of the question. */
const vraagPlek = (s: Schrijver, dagen: number, variant: Variant = 'dwanggroep'): string => {
  const { voorzieningId, aanbieder } = s.plekken[variant];
  const vraag = { aanbieder, voorzieningId, variant, vraag: 'behandeling' };
  return nieuwAanmeldingId(s.traject(dagen, MeldAanBijAanbieder, vraag));
};

/** With a machtiging, the GI at the helm and a variant chosen, so many days ago. */
const beginMetKeuze = (s: Schrijver, dagen: number, variant: Variant = 'dwanggroep'): void => {
  s.begin(dagen + 12);
  s.machtiging(dagen + 3, 140);
  s.regieNaarGi(dagen + 2);
  s.kies(dagen, variant);
};

const weegVeiligheid = (s: Schrijver, dagen: number): void => {
  s.traject(dagen, LegVeiligheidswegingVast, {
    ...{
      deelnemers: ['GI', 'aanbieder', 'gemeente_zorg_en_veiligheid', 'ouders'],
      uitkomst: 'verantwoord_met_afspraken',
    },
    ...{ criteria: 'Thuis is het veilig genoeg, met elke dag contact.', zorgEnVeiligheidshuis: false },
    gedeeldMet: [{ organisatie: s.gemeente, grond: 'publieke_taak' }],
  });
};

/** Help without opname: safety weighed, a worker who may do this, and the help itself. */
const helpThuis = (s: Schrijver, dagen: number, variant: Variant): void => {
  beginMetKeuze(s, dagen + 4, variant);
  weegVeiligheid(s, dagen + 2);
  s.veiligheidsplan(dagen + 1);
  const { aanbieder } = s.plekken[variant];
  s.traject(dagen, StartVariant, { variant, aanbieder });
  const tot = s.dag(500);
  s.traject(dagen, ZetMedewerkerIn, {
    ...{ medewerker: `${aanbieder}-medewerker`, registratie: 'SKJ', registratieGecontroleerdOp: s.dag(-dagen) },
    ...{ geldigTot: tot, scholingJhp: true, scholingGeldigTot: tot },
  });
};

/** Before anybody lives anywhere: asked, waiting, assigned, or helped at home. */
export const wachtSituaties: readonly Situatie[] = [
  {
    sleutel: 'aangemeld',
    aantal: 1,
    omschrijving: 'Er is bij twee aanbieders om een plek gevraagd; geen van beide heeft geantwoord.',
    schrijf: (s) => {
      beginMetKeuze(s, 4);
      vraagPlek(s, 3);
      vraagPlek(s, 3, 'crisisgroep');
    },
  },
  {
    sleutel: 'wachtlijst',
    aantal: 3,
    omschrijving: 'De jeugdige wacht op een plek, langer dan de norm wil.',
    schrijf: (s, nr) => {
      const dagen = 16 + 14 * nr;
      beginMetKeuze(s, dagen);
      const aanmeldingId = vraagPlek(s, dagen - 1);
      const wachtlijst = { aanmeldingId, antwoord: 'wachtlijst', verwachtOp: s.dag(20 + 10 * nr) };
      s.traject(dagen - 4, LegAntwoordAanbiederVast, { ...wachtlijst, reden: 'De groep is vol.' });
    },
  },
  {
    sleutel: 'wachtlijst-met-overbrugging',
    aantal: 1,
    omschrijving: 'De jeugdige wacht op een plek en krijgt zolang ambulante hulp.',
    schrijf: (s) => {
      beginMetKeuze(s, 22, 'kleinschalig');
      const aanmeldingId = vraagPlek(s, 21, 'kleinschalig');
      const wachtlijst = { aanmeldingId, antwoord: 'wachtlijst', verwachtOp: s.dag(25) };
      s.traject(18, LegAntwoordAanbiederVast, wachtlijst);
      s.traject(15, StartOverbrugging, { vorm: 'ambulante_hulp', aanbieder: s.plekken.ambulant.aanbieder });
    },
  },
  {
    sleutel: 'overal-afgewezen',
    aantal: 1,
    omschrijving: 'Twee aanbieders hebben nee gezegd; er is geen plek in zicht.',
    schrijf: (s) => {
      beginMetKeuze(s, 18);
      for (const variant of ['dwanggroep', 'zikos'] as const) {
        const aanmeldingId = vraagPlek(s, 16, variant);
        const nee = { aanmeldingId, antwoord: 'afgewezen', reden: 'De groep past nu niet bij deze jeugdige.' };
        s.traject(11, LegAntwoordAanbiederVast, nee);
      }
    },
  },
  {
    sleutel: 'plek-toegewezen',
    aantal: 1,
    omschrijving: 'Er is een plek toegewezen; de opname is een dezer dagen.',
    schrijf: (s) => {
      beginMetKeuze(s, 5);
      vraagPlek(s, 4);
      s.veiligheidsplan(2);
      s.wijsToe(1);
    },
  },
  {
    sleutel: 'bloedspoed',
    aantal: 1,
    omschrijving: 'Bloedspoed is bevestigd; de spoedmachtiging is verzocht.',
    schrijf: (s) => {
      s.registreer(1);
      s.meldAan(1, 'bloedspoed');
      s.traject(1, BeoordeelBloedspoed, {
        ...{ uitkomst: 'positief', gronden: ['Direct gevaar voor het eigen leven.'] },
        ...{ beoordelaar: 'praktijk-demo-medewerker', functie: 'gedragswetenschapper' },
      });
      s.verzoek(1, 'SPOED');
      vraagPlek(s, 1, 'crisisgroep');
    },
  },
  {
    sleutel: 'hulp-thuis',
    aantal: 2,
    omschrijving: 'De jeugdige krijgt ambulante jeugdhulpPlus of een onderwijs-jeugdhulptraject, zonder opname.',
    schrijf: (s, nr) => {
      const dagen = 50 + 30 * nr;
      helpThuis(s, dagen, nr === 0 ? 'ambulant' : 'onderwijs-jeugdhulptraject');
      maakPlan(s, dagen - 10);
    },
  },
  {
    sleutel: 'aanmelding-ingetrokken',
    aantal: 1,
    omschrijving: 'De aanmelding is ingetrokken: er is hulp buiten jeugdhulpPlus gevonden.',
    schrijf: (s) => {
      s.begin(25);
      s.traject(8, TrekAanmeldingIn, { reden: 'Het gezin redt het met hulp van het wijkteam.' });
    },
  },
];
