import { type Fact, traject } from './common.js';

/** Plans and onderwijs in the weeks after the opname. */
export const plannen: readonly Fact[] = [
  [
    'traject.veiligheidsplan-vastgesteld@1',
    '2026-01-12T09:00:00.000Z',
    {
      ...{
        ...traject,
        onderdelen: ['jongere', 'gezin', 'professionals', 'omgeving'],
        opstellers: ['jb-017', 'gw-004'],
      },
      ...{ jongere: 'Zij belt haar tante als het niet gaat.', gezin: 'Haar vader gaat een blokje om.' },
      ...{ professionals: 'De begeleider gaat niet alleen naar binnen.', omgeving: 'De buurvrouw heeft het nummer.' },
      aanleiding: 'start',
    },
  ],
  [
    'traject.plan-besproken@1',
    '2026-01-19T09:00:00.000Z',
    {
      ...{ ...traject, versie: 1, metJeugdige: 'afwezig', netwerk: ['vader'] },
      redenGeenNetwerk: 'Haar moeder wilde niet komen.',
      redenJeugdigeNietGehoord: 'Zij was die week ziek.',
    },
  ],
  [
    'traject.plan-vastgesteld@1',
    '2026-01-20T09:00:00.000Z',
    {
      ...{ ...traject, versie: 1, aanbieder: 'aanbieder-demo', geldigVan: '2026-01-20' },
      doelen: [{ levensgebied: 'wonen', doel: 'Na de zomer bij haar vader wonen.' }],
    },
  ],
  ['traject.plan-instemming-gegeven@1', '2026-01-20T10:00:00.000Z', { ...traject, versie: 1, door: 'ouders' }],
  [
    'traject.plan-bezwaar-gemaakt@1',
    '2026-01-20T11:00:00.000Z',
    { ...traject, versie: 1, door: 'jeugdige', tekst: 'Ik wil in het weekend naar mijn tante.' },
  ],
  [
    'traject.dagprogramma-vastgesteld@1',
    '2026-01-21T09:00:00.000Z',
    { ...traject, plan: true, dagprogramma: false, toelichting: 'Zij begint met twee uur per dag in de keuken.' },
  ],
  [
    'traject.onderwijs-gestart@1',
    '2026-01-26T08:00:00.000Z',
    {
      ...{ ...traject, vorm: 'onderwijs', niveau: 'vmbo-tl', school: 'school-de-brug' },
      redenNiveau: 'Havo is nu te veel, zegt zij zelf.',
    },
  ],
  [
    'traject.onderwijs-vooraf-vastgelegd@1',
    '2026-01-27T09:00:00.000Z',
    { ...traject, niveau: 'havo', school: 'school-oost' },
  ],
  ['traject.opp-afgestemd@1', '2026-01-28T09:00:00.000Z', { ...traject, school: 'school-de-brug', versie: 1 }],
  ['traject.onderwijs-gestopt@1', '2026-01-29T09:00:00.000Z', { ...traject, reden: 'andere_school' }],
  ['traject.school-van-herkomst-uitgeschreven@1', '2026-01-30T09:00:00.000Z', { ...traject, nieuweInschrijving: true }],
  [
    'traject.plan-geevalueerd@1',
    '2026-01-31T09:00:00.000Z',
    {
      ...{ ...traject, versie: 1, nr: 1, doelen: [{ levensgebied: 'wonen', stand: 'deels' }] },
      ...{ verslag: 'Zij slaapt beter en belt haar vader elke dag.', schriftelijkAanJeugdige: true },
    },
  ],
];
