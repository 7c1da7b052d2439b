import { type Datum, inWoorden } from '@regielijn/kern';
import type { Waarden } from './config.js';
import type { Met } from './feiten.js';
import { type Hulp, type Regel, rekening, type Uitkomst, vroegste } from './uitkomst.js';

/** Time under schorsing: the law does not say whether it counts. Source: Jeugdwet art. 6.1.12 lid 3 and 5. */
const onderSchorsing = (vanaf: Datum, { termijn }: Waarden<'D5'>, hulp: Hulp): Omit<Uitkomst, 'van'> => {
  const na = hulp.plus(vanaf, termijn);
  const keuze = hulp.gekozen.A1;
  return {
    eind: keuze === 'telt_mee' ? na : null,
    geldigZonderEind: true,
    ...(keuze === 'signaal' ? { bijzonderheden: { signaal: na } } : {}),
    uitleg: [`De tenuitvoerlegging is geschorst. ${rekening(termijn, vanaf, na)}`],
    lezingen: ['A1'],
  };
};

const D5: Regel<'D5', 'geldigVan'> = {
  nodig: [['geldigVan']],
  ook: ['laatsteTenuitvoerlegging', 'schorsingVanaf'],
  anker: ({ geldigVan }) => geldigVan,
  bereken: (vraag, waarden, hulp) => {
    const { geldigVan, laatsteTenuitvoerlegging = geldigVan, schorsingVanaf, soort, omgezetInMgj } = vraag;
    if (soort === 'VMGJ' && omgezetInMgj !== true && hulp.gekozen.A2 === 'vervalt_niet')
      return {
        ...{ van: geldigVan, eind: null, geldigZonderEind: true, lezingen: ['A2'] },
        uitleg: ['Een voorwaardelijke machtiging die niet is omgezet, vervalt hierdoor niet.'],
      };
    const laatst = laatsteTenuitvoerlegging > geldigVan ? laatsteTenuitvoerlegging : geldigVan;
    // A tenuitvoerlegging after it shows that the schorsing was over.
    if (schorsingVanaf !== undefined && schorsingVanaf >= laatst)
      return { van: geldigVan, ...onderSchorsing(schorsingVanaf, waarden, hulp) };
    const eind = hulp.plus(laatst, waarden.termijn);
    return { van: geldigVan, eind, uitleg: [rekening(waarden.termijn, laatst, eind)] };
  },
};

const D6: Regel<'D6', 'besluit'> = {
  nodig: [['besluit']],
  ook: ['verblijf'],
  anker: ({ besluit }) => besluit,
  bereken: ({ besluit, verblijf }) => {
    if (verblijf === 'pleegouder')
      return {
        ...{ van: null, eind: null, geldigZonderEind: true },
        uitleg: ['Het besluit gaat over verblijf bij een pleegouder. Daardoor vervalt de machtiging niet.'],
      };
    return {
      ...{ van: null, eind: besluit },
      uitleg: [`De machtiging vervalt op de dag van het besluit: ${inWoorden(besluit)}.`],
      aannames: verblijf === undefined ? ['het besluit gaat niet over verblijf bij een pleegouder'] : [],
    };
  },
};

const vervaltNa = ({ intrekking, geldigTot }: Met<'intrekking'>, { termijn }: Waarden<'D7'>, hulp: Hulp): Uitkomst => {
  const vervalt = hulp.plus(intrekking, termijn);
  const uitleg = [`De instemming is ingetrokken. ${rekening(termijn, intrekking, vervalt)}`];
  if (geldigTot !== undefined && geldigTot < vervalt)
    uitleg.push(`Eerder nog eindigt de machtiging zelf: ${inWoorden(geldigTot)}.`);
  return { van: null, eind: vroegste(vervalt, geldigTot), uitleg };
};

const D7: Regel<'D7', 'intrekking'> = {
  nodig: [['intrekking']],
  ook: ['geldigTot'],
  anker: ({ intrekking }) => intrekking,
  bereken: vervaltNa,
};

export const vervalregels = { D5, D6, D7 };
