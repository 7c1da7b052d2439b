import { verzonnenCijfers } from '../../apps/cli/src/demo/plan/voorbeeld.kit.js';

/** The invented figures of the demo plan's own tests, moved to Zuidwest and a year later: a whole demo in seconds. */
export const kleineCijfers = (): any => {
  const verzonnen = verzonnenCijfers();
  return {
    ...{ ...verzonnen, landsdeel: 'zuidwest', jaar: 2021 },
    plaatsingen: { ...verzonnen.plaatsingen, perRegio: { rijnmond: 14, haaglanden: 9, overig: 2 } },
    gemeenten: {
      ...verzonnen.gemeenten,
      perRegio: { rijnmond: 15, haaglanden: 10, 'midden-holland': 5, 'holland-rijnland': 12, 'zuid-holland-zuid': 10 },
      klassen: [
        { van: 0, totEnMet: 5, gemeenten: 51 },
        { van: 6, totEnMet: null, gemeenten: 1 },
      ],
      genoemd: [{ code: '0599', naam: 'Rotterdam', plaatsingen: 12 }],
    },
    bezetting: {
      ...verzonnen.bezetting,
      peildata: ['2021-01-01', '2021-05-01', '2022-01-01'],
      perRegio: { rijnmond: [6, 9, 5], haaglanden: [4, 0, 7], overig: [0, 1, 1] },
      naHetJaar: { bron: 'verzonnen', totaal: [{ peildatum: '2022-03-01', aantal: 11 }] },
    },
    aannames: {
      ...verzonnen.aannames,
      laatsteUitstroom: '2022-09-30',
      aanbieders: [{ id: 'aanbieder-verzonnen', naam: 'Verzonnen aanbieder', locaties: ['0599', '0518'] }],
    },
  };
};
