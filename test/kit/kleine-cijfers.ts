/** Invented figures of a small year in Zuidwest that hold together: a whole demo in seconds. */
export const kleineCijfers = (): any => ({
  landsdeel: 'zuidwest',
  jaar: 2021,
  bronnen: { verzonnen: { titel: 'Verzonnen jaarrapportage', uitgever: 'Niemand', jaar: 2022 } },
  plaatsingen: { bron: 'verzonnen', perRegio: { rijnmond: 14, haaglanden: 9, overig: 2 }, totaal: 25 },
  plaatsingenMetOverplaatsingen: { bron: 'verzonnen', totaal: 31 },
  gemeenten: {
    bron: 'verzonnen',
    perRegio: { rijnmond: 15, haaglanden: 10, 'midden-holland': 5, 'holland-rijnland': 12, 'zuid-holland-zuid': 10 },
    klassen: [
      { van: 0, totEnMet: 5, gemeenten: 51 },
      { van: 6, totEnMet: null, gemeenten: 1 },
    ],
    genoemd: [{ code: '0599', naam: 'Rotterdam', plaatsingen: 12 }],
  },
  urgentie: { bron: 'verzonnen', procent: { urgent: 60, regulier: 40 } },
  soort: { bron: 'verzonnen', aantal: { nieuw: 10, hernieuwd: 5, hernieuwd_na_onttrekking: 10 } },
  herkomst: { bron: 'verzonnen', nieuw: { thuis: 60, pleegzorg: 40 }, hernieuwd: {} },
  leeftijd: { bron: 'verzonnen', vanaf: 17, procent: 32 },
  duur: { bron: 'verzonnen', maanden: 15, procent: { langer: 23, korter: 77 } },
  bestemming: { bron: 'verzonnen', procent: { thuis_of_netwerk: 50 } },
  bezetting: {
    bron: 'verzonnen',
    peildata: ['2021-01-01', '2021-05-01', '2022-01-01'],
    perRegio: { rijnmond: [6, 9, 5], haaglanden: [4, 0, 7], overig: [0, 1, 1] },
    totaal: [10, 10, 13],
    naHetJaar: { bron: 'verzonnen', totaal: [{ peildatum: '2022-03-01', aantal: 11 }] },
  },
  onttrekking: { bron: 'verzonnen', drempelDagen: 60 },
  aannames: {
    plekkenPerGroep: { van: 3, totEnMet: 4 },
    procentCrisisgroepen: 50,
    procentBloedspoed: 20,
    procentGedwongenKader: 50,
    laatsteUitstroom: '2022-09-30',
    aanbieders: [{ id: 'aanbieder-verzonnen', naam: 'Verzonnen aanbieder', locaties: ['0599', '0518'] }],
  },
});
