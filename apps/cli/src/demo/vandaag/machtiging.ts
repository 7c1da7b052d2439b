import { plusMaanden } from '@regielijn/kern';
import { LegBeschikkingVast, LegGebeurtenisVast, NeemBesluit, NeemOpnamebeslissing } from '@regielijn/machtiging';
import { MeldOnttrekking } from '@regielijn/traject';
import type { Schrijver } from './schrijver.js';
import { neemInVerblijf, type Situatie, verblijftOpOrde } from './stappen.js';

const BEVOEGDE = 'aanbieder-demo-medewerker';

const PLAN = {
  ...{ voorwaardenEnToezicht: true, jeugdhulp: true, aanbiederVoorwaarden: 'aanbieder-maas' },
  ...{ aanbiederOpname: 'aanbieder-demo', bevoegdeMedewerker: BEVOEGDE, maatregelen: [] },
};

/** A voorwaardelijke machtiging whose voorwaarden are watched. */
const voorwaardelijk = (s: Schrijver, dagen: number): string => {
  s.begin(dagen + 12);
  const machtigingId = s.machtiging(dagen, 150 - dagen, 'VMGJ', { hulpverleningsplan: PLAN });
  s.regieNaarGi(dagen - 1);
  s.geef(dagen - 2, LegGebeurtenisVast, { machtigingId, gebeurtenis: 'toezicht_gestart' });
  s.stemAf(20);
  return machtigingId;
};

const stemtIn = (s: Schrijver, dagen: number): object => ({
  instemming: {
    ...{ register: 'SKJ_POSTMASTER_ORTHOPEDAGOOG', registratieGeldigTot: s.dag(400) },
    gegevenOp: s.werkdag(dagen),
  },
});

/** What can happen to a machtiging. Source: Jeugdwet hoofdstuk 6. */
export const machtigingSituaties: readonly Situatie[] = [
  {
    sleutel: 'machtiging-verzocht',
    aantal: 1,
    omschrijving: 'De machtiging is verzocht; de kinderrechter moet nog beslissen.',
    schrijf: (s) => {
      s.begin(9);
      s.verzoek(4);
    },
  },
  {
    sleutel: 'machtiging-afgewezen',
    aantal: 1,
    omschrijving: 'De kinderrechter heeft de machtiging afgewezen; er moet andere hulp komen.',
    schrijf: (s) => {
      s.begin(24);
      const machtigingId = s.verzoek(18);
      const beschikkingOp = s.werkdag(6);
      s.geef(6, LegBeschikkingVast, { machtigingId, uitkomst: 'afgewezen', beschikkingOp });
    },
  },
  {
    sleutel: 'machtiging-loopt-af',
    aantal: 2,
    omschrijving: 'De machtiging loopt binnen twee weken af en er is nog geen verlenging gevraagd.',
    schrijf: (s, nr) => {
      verblijftOpOrde(s, 140, { nogDagen: 4 + 8 * nr });
    },
  },
  {
    sleutel: 'verlenging-verzocht',
    aantal: 1,
    omschrijving: 'De machtiging loopt bijna af; de verlenging is verzocht en er is nog niet beslist.',
    schrijf: (s) => {
      const verlengtMachtigingId = verblijftOpOrde(s, 150, { nogDagen: 16 });
      s.verzoek(5, 'MGJ', { verlengtMachtigingId, verlenging: true });
    },
  },
  {
    sleutel: 'machtiging-verlopen',
    aantal: 1,
    omschrijving: 'De machtiging is vorige week verlopen en de jeugdige verblijft er nog.',
    schrijf: (s) => {
      verblijftOpOrde(s, 130, { nogDagen: -6 });
    },
  },
  {
    sleutel: 'machtiging-niet-uitgevoerd',
    aantal: 1,
    omschrijving: 'De machtiging vervalt binnen een week, omdat zij dan drie maanden niet ten uitvoer is gelegd.',
    schrijf: (s) => {
      s.begin(100);
      const beslist = Math.round((Date.parse(s.vandaag) - Date.parse(plusMaanden(s.dag(7), -3))) / 86_400_000);
      s.machtiging(beslist, 200);
      s.regieNaarGi(beslist - 2);
    },
  },
  {
    sleutel: 'spoedmachtiging',
    aantal: 1,
    omschrijving: 'De jeugdige is met een spoedmachtiging opgenomen; over een gewone machtiging is nog niet beslist.',
    schrijf: (s) => {
      s.registreer(15);
      s.meldAan(14, 'urgent');
      const spoed = s.verzoek(14, 'SPOED');
      s.verleen(14, spoed, 9);
      s.regieNaarGi(13);
      s.neemOp(13, spoed, 'crisisgroep');
      s.verzoek(8);
    },
  },
  {
    sleutel: 'vmgj-loopt',
    aantal: 1,
    omschrijving: 'De voorwaardelijke machtiging loopt: de jeugdige woont thuis en houdt zich aan de voorwaarden.',
    schrijf: (s) => {
      voorwaardelijk(s, 60);
    },
  },
  {
    sleutel: 'vmgj-bijna-overtreden',
    aantal: 1,
    omschrijving: 'De voorwaarden zijn niet nageleefd: de aanbieder mag opnemen en moet daar nu over beslissen.',
    schrijf: (s) => {
      const machtigingId = voorwaardelijk(s, 50);
      s.geef(2, NeemBesluit, { machtigingId, besluit: 'opname_bevoegd_vastgesteld' });
    },
  },
  {
    sleutel: 'vmgj-omgezet',
    aantal: 1,
    omschrijving: 'Op een voorwaardelijke machtiging is tot opname beslist; dat moet nog worden gemeld.',
    schrijf: (s) => {
      const machtigingId = voorwaardelijk(s, 80);
      s.geef(4, NeemBesluit, { machtigingId, besluit: 'opname_verplicht_vastgesteld' });
      const redenen = 'De jeugdige komt niet meer thuis en de afspraken helpen niet.';
      s.geef(3, NeemOpnamebeslissing, { machtigingId, door: BEVOEGDE, actueleToestandNagegaan: true, redenen });
    },
  },
  {
    sleutel: 'geschorst',
    aantal: 1,
    omschrijving: 'De tenuitvoerlegging is geschorst: de jeugdige oefent thuis, en de melding moet nog worden gedaan.',
    schrijf: (s) => {
      const machtigingId = verblijftOpOrde(s, 120);
      s.geef(9, NeemBesluit, { machtigingId, besluit: 'schorsing_verleend', ...stemtIn(s, 9) });
    },
  },
  {
    sleutel: 'onttrokken',
    aantal: 1,
    omschrijving: 'De jeugdige heeft zich enkele dagen geleden onttrokken.',
    schrijf: (s) => {
      onttrek(s, verblijftOpOrde(s, 70), 3);
    },
  },
  {
    sleutel: 'onttrekking-over-drempel',
    aantal: 1,
    omschrijving: 'De onttrekking duurt langer dan de drempel: het traject kan worden beëindigd.',
    schrijf: (s) => {
      onttrek(s, neemInVerblijf(s, 90), 19);
    },
  },
];

const onttrek = (s: Schrijver, machtigingId: string, dagen: number): void => {
  s.geef(dagen, LegGebeurtenisVast, { machtigingId, gebeurtenis: 'onttrekking_geconstateerd' });
  s.traject(dagen, MeldOnttrekking);
};
