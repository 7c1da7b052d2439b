import { type Datum, inWoorden } from '@regielijn/kern';
import type { Duur } from './duur.js';
import { dagVan, type Met, type Vraag } from './feiten.js';
import { type Hulp, type Regel, rekening, type Uitkomst } from './uitkomst.js';

const vanStart = (vraag: Met<'start'>): Datum => dagVan(vraag.start);

const tel = (van: Datum, termijn: Duur, hulp: Hulp): Uitkomst & { readonly eind: Datum } => {
  const eind = hulp.plus(van, termijn);
  return { van, eind, uitleg: [rekening(termijn, van, eind)] };
};

const eenvoudig: Regel<'D10' | 'D14' | 'D19' | 'D20' | 'O4' | 'B3' | 'MOT' | 'OVD', 'start'> = {
  ...{ nodig: [['start']], ook: [], anker: vanStart },
  bereken: (vraag, { termijn }, hulp) => tel(vanStart(vraag), termijn, hulp),
};

/** Only a jeugdige who is already inside has a judge with a term. Source: Jeugdwet art. 6.1.7 lid 2 and 6.1.8 lid 6. */
const alsBinnen: Regel<'D11' | 'D12', 'start'> = {
  nodig: [['start']],
  ook: ['jeugdigeBinnen'],
  anker: vanStart,
  bereken: (vraag, { termijn }, hulp) => {
    if (vraag.jeugdigeBinnen === false)
      return { van: null, eind: null, uitleg: ['De jeugdige is niet binnen. Dan noemt de wet geen termijn.'] };
    return {
      ...tel(vanStart(vraag), termijn, hulp),
      aannames: vraag.jeugdigeBinnen === undefined ? ['de jeugdige is al binnen'] : [],
    };
  },
};

/** The first evaluation by the start of the plan, each next one by the one before it. */
const D15: Regel<'D15', never> = {
  nodig: [['start'], ['vorigeEvaluatie']],
  ook: ['start', 'nr', 'vorigeEvaluatie'],
  anker: ({ vorigeEvaluatie, start }) => vorigeEvaluatie ?? dagVan(start!),
  bereken: ({ start, nr = 1, vorigeEvaluatie }, { eerste, volgende }, hulp) => {
    if (vorigeEvaluatie !== undefined) return tel(vorigeEvaluatie, volgende, hulp);
    const eersteKeer = tel(dagVan(start!), eerste, hulp);
    if (nr === 1) return eersteKeer;
    const aantal = volgende.aantal * (nr - 1);
    const vervolg = tel(eersteKeer.eind, { ...volgende, aantal, tekst: `${nr - 1} keer ${volgende.tekst}` }, hulp);
    return { ...vervolg, uitleg: [...eersteKeer.uitleg, ...vervolg.uitleg], lezingen: ['REEKS'] };
  },
};

const eindeInPlan = ({ start, aantal, eenheid, termijnEinde }: Vraag, hulp: Hulp): Datum =>
  termijnEinde ?? hulp.plus(dagVan(start!), { aantal: aantal!, eenheid: eenheid!, tekst: '' });

/** Who did not phase a measure out in time asks an independent expert. Source: Jeugdwet art. 6.3.1.5 lid 1. */
const D18: Regel<'D18', never> = {
  nodig: [['start', 'aantal', 'eenheid'], ['termijnEinde']],
  ook: ['start', 'aantal', 'eenheid', 'termijnEinde', 'afgebouwdOp'],
  anker: ({ start, termijnEinde }) => (start === undefined ? termijnEinde : dagVan(start)),
  bereken: (vraag, _, hulp) => {
    const { start, afgebouwdOp } = vraag;
    const eind = eindeInPlan(vraag, hulp);
    const isOpTijd = afgebouwdOp !== undefined && afgebouwdOp <= eind;
    return {
      ...{ van: start === undefined ? null : dagVan(start), eind },
      ...(isOpTijd ? {} : { bijzonderheden: { signaal: eind } }),
      uitleg: [
        `De termijn in het plan eindigt ${inWoorden(eind)}.`,
        isOpTijd ? 'De maatregel was toen afgebouwd.' : 'Is de maatregel dan niet afgebouwd, vraag dan advies.',
      ],
    };
  },
};

/** The law says how often, not from when: without a former one there is no date. */
const naVorige = ({ vorige }: Vraag, { termijn }: { readonly termijn: Duur }, hulp: Hulp): Uitkomst =>
  vorige === undefined
    ? { van: null, eind: null, uitleg: ['De wet zegt hoe vaak, maar niet vanaf welke dag. Noem de vorige keer.'] }
    : tel(vorige, termijn, hulp);

const herhaald = { nodig: [[]], ook: ['vorige', 'nr', 'aan'], anker: ({ vorige }: Vraag) => vorige } as const;

const D21: Regel<'D21', never> = {
  ...herhaald,
  bereken: (vraag, waarden, hulp) => ({
    ...naVorige(vraag, waarden, hulp),
    ...(vraag.aan === undefined ? {} : { artikel: waarden.artikel[vraag.aan] }),
  }),
};

const D22: Regel<'D22', never> = { ...herhaald, bereken: naVorige };

const O3: Regel<'O3', 'start'> = {
  nodig: [['start']],
  ook: [],
  anker: vanStart,
  bereken: (vraag, { termijn, waarschuwing }, hulp) => {
    const van = vanStart(vraag);
    return { ...tel(van, termijn, hulp), bijzonderheden: { waarschuwing: hulp.plus(van, waarschuwing) } };
  },
};

const B7: Regel<'B7', 'start'> = {
  nodig: [['start']],
  ook: [],
  anker: vanStart,
  bereken: (vraag, { termijn, m3, m6, m9 }, hulp) => {
    const van = vanStart(vraag);
    const op = (duur: Duur) => hulp.plus(van, duur);
    return { ...tel(van, termijn, hulp), bijzonderheden: { m3: op(m3), m6: op(m6), m9: op(m9) } };
  },
};

export const uiterlijkregels = {
  ...{ D10: eenvoudig, D11: alsBinnen, D12: alsBinnen, D14: eenvoudig, D15, D18, D19: eenvoudig, D20: eenvoudig },
  ...{ D21, D22, O3, O4: eenvoudig, B3: eenvoudig, B7, MOT: eenvoudig, OVD: eenvoudig },
};
