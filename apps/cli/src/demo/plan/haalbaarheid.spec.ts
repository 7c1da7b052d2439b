import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@regielijn/kern';
import { planDemo } from './plan.js';
import type { DemoTargets } from './targets.js';
import { verzonnenCijfers, verzonnenRegios, zuidwestCijfers, zuidwestRegios } from './voorbeeld.kit.js';

const weigering = (cijfers: DemoTargets, regios = zuidwestRegios()): CodedError => {
  try {
    planDemo(cijfers, regios, 1);
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error('these figures were not refused');
};

/** The published figures of Zuidwest with one thing changed. */
const met = (wijzig: (cijfers: DemoTargets) => void): DemoTargets => {
  const cijfers = zuidwestCijfers();
  wijzig(cijfers);
  return cijfers;
};

interface Onhaalbaar {
  readonly reden: string;
  readonly wijzig: (cijfers: DemoTargets) => void;
  readonly cel: string;
  readonly moet: number | string;
  readonly geeft: number | string;
}

const gevallen: Onhaalbaar[] = [
  {
    reden: 'the regions do not add up to the total',
    wijzig: (cijfers) => (cijfers.plaatsingen.perRegio['rijnmond'] = 151),
    cel: 'plaatsingen.totaal',
    moet: 439,
    geeft: 440,
  },
  {
    reden: 'the kinds do not add up to the total',
    wijzig: (cijfers) => (cijfers.soort.aantal.nieuw = 299),
    cel: 'plaatsingen.totaal',
    moet: 439,
    geeft: 438,
  },
  {
    reden: 'there are fewer plaatsingen with overplaatsingen than without',
    wijzig: (cijfers) => (cijfers.plaatsingenMetOverplaatsingen.totaal = 400),
    cel: 'plaatsingenMetOverplaatsingen.totaal',
    moet: 'minstens 439',
    geeft: 400,
  },
  {
    reden: 'there are more overplaatsingen than the stays have room for',
    wijzig: (cijfers) => (cijfers.plaatsingenMetOverplaatsingen.totaal = 100_000),
    cel: 'plaatsingenMetOverplaatsingen.totaal',
    moet: 100_000 - 439,
    geeft: expect.stringMatching(/^hooguit \d+ overplaatsingen$/) as unknown as string,
  },
  {
    reden: 'the occupancy per region does not add up on one peildatum',
    wijzig: (cijfers) => (cijfers.bezetting.totaal[2] = 300),
    cel: 'bezetting.totaal.2019-07-01',
    moet: 300,
    geeft: 292,
  },
  {
    reden: 'the occupancy of a region rises by more than its plaatsingen',
    wijzig: ({ bezetting }) => {
      bezetting.perRegio['overig'] = [5, 12, 13, 17, 52];
      bezetting.totaal[4] = 326;
    },
    cel: 'plaatsingen.perRegio.overig',
    moet: 'minstens 47',
    geeft: 40,
  },
  {
    reden: 'the occupancy rises after the year, in which nobody comes',
    wijzig: ({ bezetting }) => (bezetting.naHetJaar.totaal[1] = { peildatum: '2020-07-01', aantal: 271 }),
    cel: 'bezetting.naHetJaar.2020-07-01',
    moet: 271,
    geeft: 'hooguit 270',
  },
  {
    reden: 'a region does not exist',
    wijzig: ({ plaatsingen: { perRegio } }) => {
      delete perRegio['overig'];
      perRegio['drechtsteden'] = 40;
    },
    cel: 'plaatsingen.perRegio.drechtsteden',
    moet: 'rijnmond, haaglanden, midden-holland, holland-rijnland, zuid-holland-zuid, overig',
    geeft: 'drechtsteden',
  },
  {
    reden: 'a region has plaatsingen but no occupancy',
    wijzig: ({ bezetting }) => delete bezetting.perRegio['overig'],
    cel: 'bezetting.perRegio',
    moet: 'haaglanden, holland-rijnland, midden-holland, overig, rijnmond, zuid-holland-zuid',
    geeft: 'haaglanden, holland-rijnland, midden-holland, rijnmond, zuid-holland-zuid',
  },
  {
    reden: 'a region has another number of gemeenten in that year',
    wijzig: ({ gemeenten }) => (gemeenten.perRegio['rijnmond'] = 13),
    cel: 'gemeenten.perRegio.rijnmond',
    moet: 13,
    geeft: 15,
  },
  {
    reden: 'the classes hold another number of gemeenten',
    wijzig: ({ gemeenten }) => (gemeenten.klassen[0] = { van: 0, totEnMet: 0, gemeenten: 7 }),
    cel: 'gemeenten.perRegio samen',
    moet: 52,
    geeft: 53,
  },
  {
    reden: 'a named gemeente has more plaatsingen than its region',
    wijzig: ({ gemeenten }) => (gemeenten.genoemd[0] = { code: '0599', naam: 'Rotterdam', plaatsingen: 140 }),
    cel: 'plaatsingen.perRegio.rijnmond',
    moet: 150,
    geeft: 154,
  },
  {
    reden: 'more gemeenten are named in a class than it holds',
    wijzig: ({ gemeenten }) => gemeenten.genoemd.push({ code: '0546', naam: 'Leiden', plaatsingen: 12 }),
    cel: 'gemeenten.klassen.11',
    moet: 7,
    geeft: 8,
  },
  {
    reden: 'a named gemeente is not in the landsdeel in that year',
    wijzig: ({ gemeenten }) => (gemeenten.genoemd[0] = { code: '1992', naam: 'Voorne aan Zee', plaatsingen: 85 }),
    cel: 'gemeenten.genoemd.1992',
    moet: 'een bekende gemeente',
    geeft: 'geen',
  },
  {
    reden: 'a named gemeente falls between the classes',
    wijzig: ({ gemeenten }) => (gemeenten.klassen[3] = { van: 12, totEnMet: null, gemeenten: 7 }),
    cel: 'gemeenten.genoemd.0484',
    moet: 11,
    geeft: 'geen klasse',
  },
  {
    reden: 'the other gemeenten of a region cannot carry what is left',
    wijzig: ({ plaatsingen, soort }) => {
      plaatsingen.perRegio['midden-holland'] = 60;
      plaatsingen.totaal += 33;
      soort.aantal.nieuw += 33;
    },
    cel: 'gemeenten van midden-holland',
    moet: 46,
    geeft: '0 tot en met 40',
  },
  {
    reden: 'two shares that are all there is do not fill the total',
    wijzig: ({ urgentie }) => (urgentie.procent = { urgent: 72, regulier: 27 }),
    cel: 'urgentie',
    moet: 439,
    geeft: 'hooguit 438',
  },
  {
    reden: 'shares come to more than everybody',
    wijzig: ({ bestemming }) => (bestemming.procent = { thuis_of_netwerk: 60, jji: 41 }),
    cel: 'bestemming',
    moet: 'hooguit 421',
    geeft: 'minstens 422',
  },
  {
    reden: 'more trajecten are long than were running when the year began',
    wijzig: ({ duur }) => (duur.procent = { langer: 80, korter: 20 }),
    cel: 'duur.langer',
    moet: 'minstens 335 (80%)',
    geeft: 'hooguit 278',
  },
];

describe('given figures that contradict each other', () => {
  it.each(gevallen)('when $reden, then the cell and both sums are named', ({ wijzig, cel, moet, geeft }) => {
    const { code, data, message } = weigering(met(wijzig));
    expect({ code, data }).toEqual({ code: 'DEMO_CIJFERS_ONHAALBAAR', data: { cel, moet, geeft } });
    expect(message).toContain(`${cel} moet ${moet} zijn`);
  });

  it('when no whole number prints as a share, then the nearest percentages are named', () => {
    const cijfers = { ...verzonnenCijfers(), leeftijd: { bron: 'verzonnen', vanaf: 16, procent: 33 } };
    expect(weigering(cijfers, verzonnenRegios()).data).toEqual({
      cel: 'leeftijd.procent',
      moet: '33%',
      geeft: '32% of 36%',
    });
  });

  it('when a share is of nobody, then that is said', () => {
    const cijfers = verzonnenCijfers();
    cijfers.soort.aantal = { nieuw: 17, hernieuwd: 0, hernieuwd_na_onttrekking: 8 };
    cijfers.herkomst = { bron: 'verzonnen', nieuw: {}, hernieuwd: { thuis: 50 } };
    expect(weigering(cijfers, verzonnenRegios()).data).toEqual({
      cel: 'herkomst.hernieuwd.thuis',
      moet: '50%',
      geeft: 'geen aandeel',
    });
  });

  it('when the landsdeel has no regions, then the known ones are named', () => {
    const { code, data } = weigering(zuidwestCijfers(), verzonnenRegios());
    expect({ code, data }).toEqual({
      code: 'LANDSDEEL_ONBEKEND',
      data: { landsdeel: 'zuidwest', bekend: ['waddenrand'] },
    });
  });
});
