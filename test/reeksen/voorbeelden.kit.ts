import { REGISTERS } from '../../libs/machtiging/src/domain/regels/gedragswetenschapper.js';
import { dag, id, uur } from './later.kit.js';

/** Of the test range, and these pass the elfproef. */
export const BSNS = ['999900006', '999900018', '999900031', '999900043'];

const plan = {
  ...{ voorwaardenEnToezicht: true, jeugdhulp: true, maatregelen: [], bevoegdeMedewerker: 'mw-1' },
  ...{ aanbiederVoorwaarden: 'aanbieder-demo', aanbiederOpname: 'aanbieder-demo' },
};

/** A request in which nothing is missing. */
export const verzoek = (soort: string) => ({
  ...{ soort, grondslag: 'OTS', kader: 'gedwongen', verzoeker: 'gi-jb-west', verzoekerSoort: 'GI' },
  bevoegdheid: { kinderbeschermingsmaatregel: 'opgelegd', giMaatregel: 'gi-jb-west' },
  instemming: {
    ...{ register: REGISTERS[0].id, registratieGeldigTot: null, persoonlijkOnderzocht: true },
    ...{ gegevenOp: dag(0), onderzoekOp: dag(0) },
  },
  hulpverleningsplan: soort === 'VMGJ' ? plan : null,
});

/** The first bytes say that it is one. */
const PDF = Buffer.from('%PDF-1.7 demo').toString('base64');
const instemming = { register: REGISTERS[0].id, registratieGeldigTot: null, gegevenOp: dag(0) };

/** What a command says that is allowed at the right moment; at random it would nearly always lack something. */
export const VOLLEDIG: Readonly<Record<string, readonly object[]>> = {
  'machtiging.dien-verzoek-in': ['MGJ', 'SPOED', 'VMGJ'].map(verzoek),
  'machtiging.neem-besluit': [
    { besluit: 'schorsing_verleend', instemming },
    { besluit: 'verlof_verleend', instemming },
    { besluit: 'opname_bevoegd_vastgesteld' },
  ],
  'machtiging.wijzig-hulpverleningsplan': [{ hulpverleningsplan: plan, jeugdigeStemtIn: true }],
  'machtiging.neem-opnamebeslissing': [{ door: 'mw-1', actueleToestandNagegaan: true }],
  'document.leg-vast': [{ hoortBij: { soort: 'jeugdige', id: id(0) }, mediatype: 'application/pdf', inhoud: PDF }],
  'opschaling.open': [{ ladder: 'casus', betreft: { soort: 'overdracht', id: 'x' } }],
  'opschaling.schaal-op': [{ naarTrede: 'expertteam' }, { naarTrede: 'expertisenetwerk' }],
  'document.voeg-versie-toe': [{ mediatype: 'application/pdf', inhoud: PDF }],
  'traject.verleng-maatregel': [{ door: 'gedragswetenschapper', instemmingGedragswetenschapper: true }],
  'traject.beoordeel-plek': [{ criteria: [] }],
  'traject.stel-plan-vast': [{ versie: 1 }],
  'traject.evalueer-plan': [{ versie: 1 }],
  'traject.verleen-verlof': [{ van: uur(2), tot: uur(60), instemmingGedragswetenschapper: true }],
  'traject.stel-nazorgplan-vast': [{ levensgebieden: [{ levensgebied: 'wonen', nodig: true }] }],
  'traject.leg-lokale-partner-vast': [{ levensgebied: 'wonen' }],
  'normenkader.leg-bespreking-vast': [{ conclusie: 'te_voorkomen', opschaling: 'geen' }],
  ...Object.fromEntries(
    ['zet-op-agenda', 'werk-agenda-bij', 'concludeer', 'spreek-actie-af', 'sluit'].map((naam) => [
      `kwartaalreview.${naam}`,
      [{ review: 'zuidwest-2026-K1' }],
    ]),
  ),
  'kwartaalreview.voeg-deelnemer-toe': ['gedragswetenschapper', 'jeugdbeschermer', 'onderwijs'].map(
    (discipline, nr) => ({ review: 'zuidwest-2026-K1', account: `mw-${nr + 1}`, discipline }),
  ),
  'kwartaalreview.leg-vergadering-vast': [{ review: 'zuidwest-2026-K1', aanwezig: ['mw-1', 'mw-2', 'mw-3'] }],
  'kwartaalreview.neem-over': [{ review: 'zuidwest-2026-K2', uit: 'zuidwest-2026-K1' }],
};
