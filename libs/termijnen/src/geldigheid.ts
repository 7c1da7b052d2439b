import { type Datum, inWoorden, verjaardag } from '@regielijn/kern';
import type { LezingId, Waarden } from './config.js';
import type { Duur } from './duur.js';
import { dagVan, type Met } from './feiten.js';
import { type Hulp, type Regel, rekening, type Uitkomst, vroegste } from './uitkomst.js';

const vanStart = (vraag: Met<'start'>): Datum => dagVan(vraag.start);

const tenHoogste = (termijn: Duur, van: Datum, eind: Datum): string =>
  `Ten hoogste ${termijn.tekst}: ${rekening(termijn, van, eind)}`;

const wordtAchttienOp = (dag: Datum, termijn: Duur, eind: Datum): string =>
  `De jeugdige wordt op ${inWoorden(dag)} achttien; ${rekening(termijn, dag, eind)}`;

/** The beschikking says until when, the law at the longest until when: the earlier day counts. */
const geldigheid = (
  vraag: Met<'start'>,
  { termijn }: Waarden<'D2'>,
  hulp: Hulp,
): Uitkomst & { readonly eind: Datum } => {
  const { geldigTot } = vraag;
  const van = vanStart(vraag);
  const uiterlijk = hulp.plus(van, termijn);
  const uitleg = [tenHoogste(termijn, van, uiterlijk)];
  if (geldigTot !== undefined) uitleg.push(`De beschikking zegt: tot ${inWoorden(geldigTot)}. De vroegste dag telt.`);
  const isTeLang = geldigTot !== undefined && geldigTot > uiterlijk;
  if (isTeLang) uitleg.push('Dat is langer dan de wet toelaat.');
  return {
    ...{ van, eind: vroegste(uiterlijk, geldigTot), uitleg },
    lezingen: geldigTot === undefined ? [] : ['BESCHIKKING'],
    ...(isTeLang ? { bijzonderheden: { signaal: uiterlijk } } : {}),
  };
};

const metGeldigheid: Regel<'D3' | 'D4', 'start'> = {
  nodig: [['start']],
  ook: ['geldigTot'],
  anker: vanStart,
  bereken: geldigheid,
};

/** Runs until the decision on the MGJ, whatever that is. Source: Jeugdwet art. 6.1.12 lid 2. */
const spoed: Regel<'D2' | 'D8', 'start'> = {
  nodig: [['start']],
  ook: ['geldigTot', 'beslissingMgj', 'soortBeslissing', 'intrekking'],
  anker: vanStart,
  bereken: (vraag, waarden, hulp) => {
    const uitkomst = geldigheid(vraag, waarden, hulp);
    const { beslissingMgj, soortBeslissing } = vraag;
    if (beslissingMgj === undefined || beslissingMgj > uitkomst.eind) return uitkomst;
    const vervolg = {
      VERLEEND: 'Vanaf dan geldt de machtiging gesloten jeugdhulp.',
      AFGEWEZEN: 'Vanaf dan is er geen machtiging meer.',
    };
    const uitleg = [
      ...uitkomst.uitleg,
      `Op ${inWoorden(beslissingMgj)} is over de MGJ beslist. De spoedmachtiging eindigt dan.`,
      ...(soortBeslissing === undefined ? [] : [vervolg[soortBeslissing]]),
    ];
    return { ...uitkomst, eind: beslissingMgj, uitleg };
  },
};

/** Source: Jeugdwet art. 6.1.1 lid 1 and 6.1.2 lid 4 onder d. */
const wordtAchttien = (geboortedatum: Datum): Datum => verjaardag(geboortedatum, 18);
const schrikkeldag = (geboortedatum: Datum): LezingId[] => (geboortedatum.endsWith('-02-29') ? ['SCHRIKKELDAG'] : []);

const D1: Regel<'D1', 'start'> = {
  nodig: [['start']],
  ook: ['geldigTot', 'geboortedatum'],
  anker: vanStart,
  bereken: (vraag, waarden, hulp) => {
    const uitkomst = geldigheid(vraag, waarden, hulp);
    const { geboortedatum } = vraag;
    if (geboortedatum === undefined) return uitkomst;
    const achttien = wordtAchttien(geboortedatum);
    const uiterlijk = hulp.plus(achttien, waarden.naAchttien);
    if (uitkomst.eind <= achttien) return uitkomst;
    const isPasDaarnaVerleend = achttien <= vanStart(vraag);
    const eindigt = isPasDaarnaVerleend || hulp.gekozen.A3 === 'eindigt';
    const signaal = vroegste(uitkomst.bijzonderheden?.signaal, uitkomst.eind > uiterlijk ? uiterlijk : undefined);
    return {
      ...{ van: uitkomst.van, eind: eindigt ? vroegste(uitkomst.eind, uiterlijk) : uitkomst.eind },
      bijzonderheden: { achttien, ...(signaal === undefined ? {} : { signaal }) },
      uitleg: [...uitkomst.uitleg, wordtAchttienOp(achttien, waarden.naAchttien, uiterlijk)],
      lezingen: [
        ...uitkomst.lezingen!,
        ...schrikkeldag(geboortedatum),
        ...(isPasDaarnaVerleend ? [] : (['A3'] as const)),
      ],
    };
  },
};

/** The opname after a breach lasts as long as the VMGJ would, and no longer than the law. Source: Jeugdwet art. 6.1.6 lid 5. */
const D9: Regel<'D9', 'besluit' | 'vmgjGeldigTot'> = {
  nodig: [['besluit', 'vmgjGeldigTot']],
  ook: [],
  anker: ({ besluit }) => besluit,
  bereken: ({ besluit, vmgjGeldigTot }, { termijn }, hulp) => {
    if (vmgjGeldigTot <= besluit)
      return {
        ...{ van: null, eind: null, geldigZonderEind: false, bijzonderheden: { toegestaan: false } },
        uitleg: [`De voorwaardelijke machtiging was op ${inWoorden(vmgjGeldigTot)} al afgelopen.`],
      };
    const uiterlijk = hulp.plus(besluit, termijn);
    return {
      ...{ van: besluit, eind: vroegste(uiterlijk, vmgjGeldigTot) },
      uitleg: [
        tenHoogste(termijn, besluit, uiterlijk),
        `De voorwaardelijke machtiging loopt tot ${inWoorden(vmgjGeldigTot)}. De vroegste dag telt.`,
      ],
    };
  },
};

const D13: Regel<'D13', 'geboortedatum'> = {
  nodig: [['geboortedatum']],
  ook: ['geldigTot'],
  anker: ({ geboortedatum }) => wordtAchttien(geboortedatum),
  bereken: ({ geboortedatum, geldigTot }, { termijn }, hulp) => {
    const achttien = wordtAchttien(geboortedatum);
    const uiterlijk = hulp.plus(achttien, termijn);
    return {
      ...{ van: null, eind: vroegste(uiterlijk, geldigTot), bijzonderheden: { achttien } },
      uitleg: [
        wordtAchttienOp(achttien, termijn, uiterlijk),
        ...(geldigTot === undefined ? [] : [`De beschikking zegt: tot ${inWoorden(geldigTot)}. De vroegste dag telt.`]),
      ],
      lezingen: [...schrikkeldag(geboortedatum), ...(geldigTot === undefined ? [] : (['BESCHIKKING'] as const))],
    };
  },
};

export const geldigheidsregels = { D1, D2: spoed, D3: metGeldigheid, D4: metGeldigheid, D8: spoed, D9, D13 };
