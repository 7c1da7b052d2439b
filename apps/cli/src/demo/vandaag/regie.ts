import {
  AanvaardRegieoverdracht,
  KomVoorwaardeNa,
  LaatRegieoverdrachtVerlopen,
  MeldGiWissel,
  MeldVerhuizing,
  WeigerRegieoverdracht,
  WijsMedewerkerAan,
} from '@regielijn/jeugdige';
import type { Schrijver } from './schrijver.js';
import { houdOpOrde, type Situatie, verblijftOpOrde } from './stappen.js';

/** Waiting for a place with a machtiging, while the gemeente still holds casusregie. */
const begin = (s: Schrijver, dagen: number): string => {
  s.begin(dagen + 10);
  return s.machtiging(dagen, 120);
};

const volledig = (s: Schrijver, machtigingId: string): object => ({
  ...{ casusId: s.jeugdigeId, machtigingen: [{ machtigingId, geldigTot: s.dag(120) }] },
  ...{ betrokkenen: ['moeder', 'school'], gezag: 'Moeder heeft het gezag.', plan: 'Het gezinsplan van dit voorjaar.' },
  ...{ doelen: { wonen: 'Een plek voor langere tijd.' }, veiligheidsplan: 'Oma is de eerste die belt.' },
  ...{ onderwijs: 'Twee dagen per week.', schoolVanHerkomst: 'Praktijkschool', netwerk: ['oma'], normafwijkingen: [] },
  ...{ afsprakenSysteemregie: 'De gemeente blijft bij het gezin.', contactpersoon: `${s.gemeente}-medewerker` },
  volgendOverlegOp: s.dag(7),
});

const aanvaardOnderVoorwaarden = (s: Schrijver): void => {
  const aanbod = s.biedAanGi(20, 12);
  const antwoord = { organisatie: s.gi, medewerker: `${s.gi}-medewerker` };
  const voorwaarden = ['Het plan wordt voor het eerste overleg aangevuld.', 'De gemeente regelt het vervoer.'];
  s.jeugdige(18, AanvaardRegieoverdracht, { overdrachtId: aanbod, ...antwoord, voorwaarden });
  s.jeugdige(8, KomVoorwaardeNa, { overdrachtId: aanbod, nummer: 2 });
};

/** What can happen to casusregie. Source: Impactanalyse Jeugdhulp Plus Zuidwest (2020), overdracht van casusregie. */
export const regieSituaties: readonly Situatie[] = [
  {
    sleutel: 'overdracht-aangeboden',
    aantal: 2,
    omschrijving: 'De gemeente heeft de casusregie aan de GI aangeboden, met de hele minimumset, en wacht op antwoord.',
    schrijf: (s) => {
      s.biedAanGi(2, 11, volledig(s, begin(s, 12)));
    },
  },
  {
    sleutel: 'overdracht-bijna-verlopen',
    aantal: 1,
    omschrijving: 'Het aanbod van de casusregie loopt morgen af, en in de minimumset ontbreekt nog bijna alles.',
    schrijf: (s) => {
      begin(s, 20);
      s.biedAanGi(13, 1, { casusId: s.jeugdigeId });
    },
  },
  {
    sleutel: 'overdracht-onbeantwoord',
    aantal: 1,
    omschrijving: 'Het aanbod van de casusregie is verlopen en niemand heeft dat nog vastgelegd.',
    schrijf: (s) => {
      begin(s, 30);
      s.biedAanGi(22, -6);
    },
  },
  {
    sleutel: 'overdracht-verlopen',
    aantal: 1,
    omschrijving: 'Het aanbod van de casusregie is verlopen zonder antwoord; dat ligt nu bij de leidinggevenden.',
    schrijf: (s) => {
      begin(s, 30);
      const overdrachtId = s.biedAanGi(22, -10);
      s.jeugdige(4, LaatRegieoverdrachtVerlopen, { overdrachtId });
    },
  },
  {
    sleutel: 'overdracht-geweigerd',
    aantal: 1,
    omschrijving: 'De GI heeft de casusregie na de machtiging geweigerd; dat ligt nu bij de leidinggevenden.',
    schrijf: (s) => {
      begin(s, 16);
      const overdrachtId = s.biedAanGi(12, 4);
      s.jeugdige(9, WeigerRegieoverdracht, {
        ...{ overdrachtId, organisatie: s.gi, reden: 'Er is op dit moment geen jeugdbeschermer vrij.' },
      });
    },
  },
  {
    sleutel: 'aanvaard-onder-voorwaarden',
    aantal: 1,
    omschrijving: 'De GI heeft de casusregie aanvaard onder twee voorwaarden, en één daarvan staat nog open.',
    schrijf: (s) => {
      begin(s, 24);
      aanvaardOnderVoorwaarden(s);
    },
  },
  {
    sleutel: 'regiekloof',
    aantal: 1,
    omschrijving: 'De GI hoort sinds de machtiging de casusregie te voeren, maar niemand heeft haar aangeboden.',
    schrijf: (s) => {
      begin(s, 25);
    },
  },
  {
    sleutel: 'zonder-medewerker',
    aantal: 1,
    omschrijving: 'De jeugdbeschermer is weg en er is nog geen ander: niemand voert nu de casusregie.',
    schrijf: (s) => {
      verblijftOpOrde(s, 75);
      s.jeugdige(6, WijsMedewerkerAan, { regie: 'casusregie', medewerker: null });
    },
  },
  {
    sleutel: 'afstemming-te-laat',
    aantal: 1,
    omschrijving: 'De GI en de gemeente hebben te lang niet afgestemd.',
    schrijf: (s) => {
      s.begin(110);
      const machtigingId = s.machtiging(100, 130);
      s.regieNaarGi(98);
      s.neemOp(95, machtigingId);
      houdOpOrde(s, 95);
    },
  },
  {
    sleutel: 'verhuisd',
    aantal: 1,
    omschrijving: 'Het gezin is vorige week naar een andere regio verhuisd: de systeemregie ging mee.',
    schrijf: (s) => {
      verblijftOpOrde(s, 60);
      s.jeugdige(7, MeldVerhuizing, { gemeente: { code: '0505' } });
    },
  },
  {
    sleutel: 'gi-gewisseld',
    aantal: 1,
    omschrijving: 'Een andere GI voert sinds kort de casusregie.',
    schrijf: (s) => {
      verblijftOpOrde(s, 80);
      s.jeugdige(10, MeldGiWissel, { naar: 'gi-delta', medewerker: 'gi-delta-medewerker' });
    },
  },
];
