import { andereVoorzieningId, type Fact, jeugdigeId, voorzieningId } from './common.js';

/** A second traject of the same jeugdige: from the first question to an aanbieder to help at home. */
export const tweedeTrajectId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a30';
/** A traject in which the help at home was enough. */
export const ambulantTrajectId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a31';
/** A traject that was called off. */
export const ingetrokkenTrajectId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a32';

const traject = { trajectId: tweedeTrajectId, jeugdigeId };
const aanmeldingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a33';

const vragen: readonly Fact[] = [
  [
    'traject.route-voor-jhp-vastgelegd@1',
    '2026-09-01T10:00:00.000Z',
    {
      ...{ ...traject, route: 'inverbinding_jim', uitkomst: 'niet_gelukt', regelversie: 'triage-2020-10-12' },
      toelichting: 'Haar tante wilde wel, maar woont te ver weg.',
    },
  ],
  [
    'traject.aangemeld-bij-aanbieder@1',
    '2026-09-02T09:00:00.000Z',
    { ...traject, aanmeldingId, aanbieder: 'aanbieder-demo', voorzieningId, variant: 'kib', vraag: 'behandeling' },
  ],
  [
    'traject.aanbieder-antwoordde@1',
    '2026-09-03T09:00:00.000Z',
    {
      ...{ ...traject, aanmeldingId, antwoord: 'wachtlijst', verwachtOp: '2026-10-01' },
      reden: 'In de groep zit een meisje met wie zij ruzie heeft.',
    },
  ],
];

const wegen: readonly Fact[] = [
  [
    'traject.trajectberaad-gehouden@1',
    '2026-09-04T09:00:00.000Z',
    {
      ...{ ...traject, deelnemers: ['GI', 'gemeente', 'jeugdige'], gekozen: 'jhp', vlaggen: ['zonder_ouders'] },
      trajectafspraken: 'Zij blijft op haar eigen school.',
      regieafspraken: 'De jeugdbeschermer belt haar vader elke week.',
    },
  ],
  [
    'traject.variant-gekozen@1',
    '2026-09-04T13:00:00.000Z',
    {
      ...{
        ...traject,
        variant: 'kib',
        gekozen: 'jhp',
        regelversie: 'triage-2020-10-12',
        teLicht: false,
        teZwaar: true,
      },
      profiel: { leeftijd: 16, opvoedsituatie: 'onveilig' },
      redenKeuze: 'Zij wil zelf naar een kleine groep.',
      redenen: [{ variant: 'ambulant', reden: 'Thuis is het niet veilig zolang haar broer er woont.' }],
      criteria: [{ id: 'leeftijd', uitkomst: 'ja' }],
      varianten: [
        { id: 'R2', past: 'ja' },
        { id: 'R4a', past: 'ja' },
      ],
      lichtereVarianten: [
        { variant: 'ambulant', passend: 'ja', criterium: null },
        { variant: 'gezinsopname', passend: 'nee', criterium: 'gezinMetKindTotEnMet12' },
      ],
    },
  ],
  [
    'traject.plek-beoordeeld@1',
    '2026-09-05T09:00:00.000Z',
    {
      ...{ ...traject, voorzieningId: andereVoorzieningId, passend: 'ja', beoordelaar: 'pc-003' },
      criteria: [{ id: 'groepssamenstelling', uitkomst: 'ja' }],
      ...{ toelichting: 'Er wonen vooral jongere meisjes.', regelversie: 'triage-2020-10-12' },
    },
  ],
  [
    'traject.veiligheidsweging-vastgelegd@1',
    '2026-09-06T09:00:00.000Z',
    {
      ...{
        ...traject,
        deelnemers: ['gemeente_zorg_en_veiligheid', 'wijkagent'],
        uitkomst: 'verantwoord_met_afspraken',
      },
      ...{ gedeeldMet: [{ organisatie: 'politie-rotterdam', grond: 'publieke_taak' }], procesregisseur: 'zv-002' },
      ...{ criteria: 'Haar broer heeft gedreigd en is nu uit huis.', zorgEnVeiligheidshuis: true },
    },
  ],
  [
    'traject.bloedspoed-beoordeeld@1',
    '2026-09-07T09:00:00.000Z',
    {
      ...{ ...traject, uitkomst: 'negatief', beoordelaar: 'gw-004', functie: 'gedragswetenschapper' },
      gronden: ['Zij is rustig en slaapt bij haar oma.'],
    },
  ],
];

/** After its aanmelding. */
export const toeleiding: readonly Fact[] = [
  ...vragen,
  ...wegen,
  ['traject.andere-indicatie-vastgesteld@1', '2026-09-08T09:00:00.000Z', { ...traject, wet: 'wlz' }],
  [
    'traject.overbrugging-gestart@1',
    '2026-09-09T09:00:00.000Z',
    { ...traject, vorm: 'dagbehandeling', aanbieder: 'aanbieder-demo' },
  ],
  [
    'traject.variant-gestart@1',
    '2026-09-10T09:00:00.000Z',
    { ...traject, variant: 'ambulant', aanbieder: 'aanbieder-demo', machtigingId: null, vlaggen: [] },
  ],
];

export const ambulant: readonly Fact[] = [
  [
    'traject.variant-beeindigd@1',
    '2026-12-01T09:00:00.000Z',
    { trajectId: ambulantTrajectId, jeugdigeId, variant: 'ambulant', reden: 'doelen_bereikt' },
  ],
];

export const ingetrokken: readonly Fact[] = [
  [
    'traject.aanmelding-ingetrokken@1',
    '2026-09-20T09:00:00.000Z',
    { trajectId: ingetrokkenTrajectId, jeugdigeId, reden: 'Zij kan bij haar oma in huis komen.' },
  ],
];
