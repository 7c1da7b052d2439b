import { LegDocumentVast } from '@regielijn/documenten';
import { beginVan, plusUren } from '@regielijn/kern';
import { MeldIncident, PasMaatregelToe, PlaatsOver, StartOnderwijs, VerleenVerlof } from '@regielijn/traject';
import { pdfMet } from './pdf.js';
import type { Schrijver } from './schrijver.js';
import {
  gaNaarSchool,
  houdOpOrde,
  maakPlan,
  neemInVerblijf,
  type Situatie,
  stelPerspectiefVast,
  verblijftOpOrde,
} from './stappen.js';

const legDocument = (s: Schrijver, dagen: number, soort: string, titel: string, hoortBij: object): void => {
  const inhoud = pdfMet(`${titel}. Verzonnen voorbeeld.`);
  s.jeugdige(dagen, LegDocumentVast, { hoortBij, soort, titel, mediatype: 'application/pdf', inhoud });
};

/** Living in a group: as it should be, and everything that can be the matter. */
export const verblijfSituaties: readonly Situatie[] = [
  {
    sleutel: 'verblijf-op-orde',
    aantal: 2,
    omschrijving: 'Alles is op tijd gedaan, en de documenten staan in het dossier.',
    schrijf: (s, nr) => {
      const dagen = 60 + 55 * nr;
      const machtigingId = verblijftOpOrde(s, dagen, { nogDagen: 90 + 20 * nr });
      legDocument(s, 5, 'beschikking', 'Beschikking machtiging', { soort: 'machtiging', id: machtigingId });
      legDocument(s, 4, 'plan', 'Hulpverleningsplan versie 1', { soort: 'traject', id: s.trajectId });
      legDocument(s, 3, 'verslag', 'Verslag van het overleg', { soort: 'jeugdige', id: s.jeugdigeId });
    },
  },
  {
    sleutel: 'perspectief-te-laat',
    aantal: 1,
    omschrijving: 'De eerste drie maanden zijn voorbij en het perspectief is niet duidelijk.',
    schrijf: (s) => {
      neemInVerblijf(s, 97);
      maakPlan(s, 89);
      s.traject(85, StartOnderwijs, { vorm: 'dagbesteding' });
    },
  },
  {
    sleutel: 'perspectief-bijna-te-laat',
    aantal: 1,
    omschrijving: 'De eerste drie maanden zijn bijna voorbij en het perspectief is nog niet duidelijk.',
    schrijf: (s) => {
      neemInVerblijf(s, 80);
      maakPlan(s, 72);
      s.traject(68, StartOnderwijs, { vorm: 'dagbesteding' });
    },
  },
  {
    sleutel: 'motivering-te-laat',
    aantal: 1,
    ongemotiveerd: true,
    omschrijving: 'De opname was in de nacht, en dat had al lang gemotiveerd moeten zijn.',
    schrijf: (s) => {
      s.begin(54);
      const machtigingId = s.machtiging(45, 150);
      s.regieNaarGi(44);
      s.om(23, () => s.neemOp(40, machtigingId));
      s.stemAf(20);
      houdOpOrde(s, 40);
    },
  },
  {
    sleutel: 'zonder-onderwijs',
    aantal: 1,
    omschrijving: 'Vier weken na de opname is er nog geen onderwijs of dagbesteding.',
    schrijf: (s) => {
      neemInVerblijf(s, 33);
      maakPlan(s, 25);
    },
  },
  {
    sleutel: 'onderwijs-lager',
    aantal: 1,
    omschrijving: 'Het onderwijs is van een lager niveau dan voorheen, zonder dat erbij staat waarom.',
    schrijf: (s) => {
      neemInVerblijf(s, 40);
      maakPlan(s, 32);
      gaNaarSchool(s, 28, 'vmbo-tl', 'havo');
    },
  },
  {
    sleutel: 'net-opgenomen',
    aantal: 1,
    omschrijving: 'De jeugdige is deze week opgenomen; een plan is er nog niet.',
    schrijf: (s) => {
      neemInVerblijf(s, 2, { nogDagen: 175 });
    },
  },
  {
    sleutel: 'incident-open',
    aantal: 1,
    omschrijving: 'Er was een ernstig incident dat nog niet is afgehandeld, en een maatregel die nog loopt.',
    schrijf: (s) => {
      const machtigingId = verblijftOpOrde(s, 65);
      s.traject(2, MeldIncident, {
        ...{ soort: 'agressie', ernst: 'ernstig', omschrijving: 'Een ruzie op de groep liep uit de hand.' },
        ...{ gemeldAan: [{ wie: 'ouders', op: s.werkdag(2) }], veiligheidsplanHerzien: false },
      });
      s.traject(2, PasMaatregelToe, {
        ...{ maatregel: 'beperking_activiteiten', machtigingId, inPlan: false, noodsituatie: true },
        ...{ minderBezwarendGeprobeerd: 'Eerst is rustig gepraat.', reden: 'Op de groep is het niet veilig.' },
        beslotenDoor: 'aanbieder-demo-medewerker',
      });
    },
  },
  {
    sleutel: 'met-verlof',
    aantal: 1,
    omschrijving: 'De jeugdige gaat binnenkort voor het eerst een weekend met verlof naar huis.',
    schrijf: (s) => {
      verblijftOpOrde(s, 110);
      const [van, tot] = [2, 4].map((dagen) => plusUren(beginVan(s.dag(dagen)), 16));
      s.traject(3, VerleenVerlof, { van, tot, instemmingGedragswetenschapper: true });
    },
  },
  {
    sleutel: 'overgeplaatst',
    aantal: 1,
    omschrijving: 'De jeugdige is van de crisisgroep naar een andere groep overgeplaatst.',
    schrijf: (s) => {
      neemInVerblijf(s, 50, { variant: 'crisisgroep' });
      houdOpOrde(s, 50);
      const { voorzieningId } = s.plekken.dwanggroep;
      s.traject(4, PlaatsOver, { voorzieningId, reden: 'De crisis is voorbij.' });
    },
  },
  {
    sleutel: 'bijna-achttien',
    aantal: 2,
    omschrijving: 'De jeugdige is zeventien en een half: wat daarna komt, moet nu worden voorbereid.',
    schrijf: (s, nr) => {
      verblijftOpOrde(s, 115 + 10 * nr, { leeftijd: { jaren: 17, dagen: 183 + 20 * nr }, nogDagen: 120 });
    },
  },
  {
    sleutel: 'kleinschalig',
    aantal: 1,
    omschrijving: 'De jeugdige woont in een kleinschalige voorziening; de veiligheid is niet vooraf gewogen.',
    schrijf: (s) => {
      neemInVerblijf(s, 58, { variant: 'kleinschalig' });
      maakPlan(s, 50);
      s.traject(46, StartOnderwijs, { vorm: 'dagbesteding' });
      stelPerspectiefVast(s, 12);
    },
  },
];
