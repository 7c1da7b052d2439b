import { parseRegios, type Regios } from '@regielijn/kern';
import { readFileSync } from 'node:fs';
import { type DemoTargets, parseTargets } from './targets.js';

const lees = (pad: string): string => readFileSync(new URL(`../../../../../${pad}`, import.meta.url), 'utf8');

export const zuidwestCijfers = (): DemoTargets =>
  parseTargets(lees('config/demo/zuidwest-2019.json'), 'config/demo/zuidwest-2019.json');

export const zuidwestRegios = (): Regios => parseRegios(lees('config/regios.json'), 'config/regios.json');

/** An invented landsdeel of two regions and five gemeenten, one of which exists only from 2021. */
export const verzonnenRegios = (): Regios => ({
  bronnen: { verzonnen: { titel: 'Verzonnen indeling' } },
  landsdelen: [
    {
      id: 'waddenrand',
      naam: 'Waddenrand',
      bronIndeling: 'verzonnen',
      bronCodes: 'verzonnen',
      overig: { naam: 'Elders', bron: 'verzonnen', toelichting: 'Van buiten', redenen: ['van_buiten'] },
      regios: [
        {
          id: 'kust',
          naam: 'Kust',
          gemeenten: [
            { code: '9001', naam: 'Duinhaven' },
            { code: '9002', naam: 'Strandwijk' },
            { code: '9003', naam: 'Nieuw-Zilt', geldigVan: '2021-01-01' },
          ],
        },
        {
          id: 'polder',
          naam: 'Polder',
          gemeenten: [
            { code: '9004', naam: 'Slootdam' },
            { code: '9005', naam: 'Rietveen' },
          ],
        },
      ],
    },
  ],
});

/** Figures of the invented landsdeel that hold together. */
export const verzonnenCijfers = (): DemoTargets => ({
  landsdeel: 'waddenrand',
  jaar: 2020,
  bronnen: { verzonnen: { titel: 'Verzonnen jaarrapportage', uitgever: 'Niemand', jaar: 2021 } },
  plaatsingen: { bron: 'verzonnen', perRegio: { kust: 14, polder: 9, overig: 2 }, totaal: 25 },
  plaatsingenMetOverplaatsingen: { bron: 'verzonnen', totaal: 31 },
  gemeenten: {
    bron: 'verzonnen',
    perRegio: { kust: 2, polder: 2 },
    klassen: [
      { van: 0, totEnMet: 5, gemeenten: 2 },
      { van: 6, totEnMet: null, gemeenten: 2 },
    ],
    genoemd: [{ code: '9001', naam: 'Duinhaven', plaatsingen: 12 }],
  },
  urgentie: { bron: 'verzonnen', procent: { urgent: 60, regulier: 40 } },
  soort: { bron: 'verzonnen', aantal: { nieuw: 10, hernieuwd: 5, hernieuwd_na_onttrekking: 10 } },
  herkomst: { bron: 'verzonnen', nieuw: { thuis: 60, pleegzorg: 40 }, hernieuwd: {} },
  leeftijd: { bron: 'verzonnen', vanaf: 17, procent: 32 },
  duur: { bron: 'verzonnen', maanden: 15, procent: { langer: 23, korter: 77 } },
  bestemming: { bron: 'verzonnen', procent: { thuis_of_netwerk: 50 } },
  bezetting: {
    bron: 'verzonnen',
    peildata: ['2020-01-01', '2020-05-01', '2021-01-01'],
    perRegio: { kust: [6, 9, 5], polder: [4, 0, 7], overig: [0, 1, 1] },
    totaal: [10, 10, 13],
    naHetJaar: { bron: 'verzonnen', totaal: [{ peildatum: '2021-03-01', aantal: 11 }] },
  },
  onttrekking: { bron: 'verzonnen', drempelDagen: 60 },
  aannames: {
    plekkenPerGroep: { van: 3, totEnMet: 4 },
    procentCrisisgroepen: 50,
    procentBloedspoed: 20,
    procentGedwongenKader: 50,
    laatsteUitstroom: '2021-09-30',
    aanbieders: [{ id: 'aanbieder-verzonnen', naam: 'Verzonnen aanbieder', locaties: ['9001', '9005'] }],
  },
});
