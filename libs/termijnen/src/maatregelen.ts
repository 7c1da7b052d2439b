import { datumVan, type Instant, leeftijdOp, plusDagenOpDeKlok, plusUren } from '@regielijn/kern';
import type { Waarden } from './config.js';
import { dagVan, type Met } from './feiten.js';
import { type Hulp, momentInWoorden, type Regel, type Uitkomst } from './uitkomst.js';

const plusDagenVanMaatregel = (moment: Instant, dagen: number, { gekozen }: Hulp): Instant =>
  gekozen.DAG === '24_uur' ? plusUren(moment, dagen * 24) : plusDagenOpDeKlok(moment, dagen);

const dagenInWoorden = (dagen: number): string => (dagen === 1 ? '1 dag' : `${dagen} dagen`);

/** The moment at which a measure outside the plan has to stop, and from when on it needs consent. */
const D16: Regel<'D16', 'start'> = {
  nodig: [['start']],
  ook: [],
  anker: ({ start }) => dagVan(start),
  bereken: ({ start }, { dagen, toestemmingNaUren }, hulp) => {
    const eindMoment = plusDagenVanMaatregel(start, dagen, hulp);
    const toestemmingNa = plusUren(start, toestemmingNaUren);
    return {
      ...{ van: datumVan(start), eind: datumVan(eindMoment), bijzonderheden: { eindMoment, toestemmingNa } },
      uitleg: [
        `Ten hoogste ${dagenInWoorden(dagen)} achter elkaar: tot ${momentInWoorden(eindMoment)}.`,
        `Na ${toestemmingNaUren} uur, ${momentInWoorden(toestemmingNa)}, is instemming van een gekwalificeerde gedragswetenschapper nodig.`,
      ],
      lezingen: ['DAG'],
    };
  },
};

type Insluiting = Waarden<'D17'>;

/** Why an insluiting may not be; null when nothing known forbids it. */
const verbod = ({ start, geboortedatum, noodsituatie }: Met<'start'>, { vanafLeeftijd }: Insluiting): string | null => {
  if (geboortedatum !== undefined && leeftijdOp(geboortedatum, dagVan(start)) < vanafLeeftijd)
    return `Insluiting mag niet bij een kind jonger dan ${vanafLeeftijd} jaar.`;
  if (noodsituatie === false) return 'Insluiting mag alleen in een noodsituatie.';
  return null;
};

/** What is wrong or unknown about the extension; `geldt`: it lengthens the insluiting. */
const verlenging = ({ verlengdDoor, ...vraag }: Met<'start'>, waarden: Insluiting) => {
  const verlengingen = vraag.verlengingen ?? (verlengdDoor === undefined ? 0 : 1);
  if (verlengingen === 0) return { geldt: false, mag: true, zin: null };
  if (verlengdDoor === undefined)
    return { geldt: false, mag: null, zin: 'Niet bekend is wie verlengde; de verlenging telt daarom niet mee.' };
  if (!waarden.verlengdDoor.includes(verlengdDoor.trim().toLowerCase()))
    return { geldt: false, mag: false, zin: 'Alleen een gekwalificeerde gedragswetenschapper mag verlengen.' };
  if (verlengingen > waarden.verlengingen) return { geldt: true, mag: false, zin: 'Verlengen mag maar één keer.' };
  return { geldt: true, mag: true, zin: 'Eén keer verlengd door een gedragswetenschapper.' };
};

/** Forbidden outweighs unknown, unknown outweighs allowed. */
const magAlles = (...delen: readonly (boolean | null)[]): boolean | null =>
  delen.includes(false) ? false : delen.includes(null) ? null : true;

const D17: Regel<'D17', 'start'> = {
  nodig: [['start']],
  ook: ['geboortedatum', 'noodsituatie', 'verlengingen', 'verlengdDoor'],
  anker: ({ start }) => dagVan(start),
  bereken: (vraag, waarden, hulp): Uitkomst => {
    const { start, geboortedatum, noodsituatie } = vraag;
    const reden = verbod(vraag, waarden);
    if (reden !== null)
      return {
        ...{ van: null, eind: null, geldigZonderEind: false, bijzonderheden: { toegestaan: false } },
        uitleg: [reden, 'Stop de insluiting meteen.'],
      };
    const { geldt, mag, zin } = verlenging(vraag, waarden);
    const eindMoment = plusDagenVanMaatregel(start, waarden.dagen + (geldt ? waarden.verlengingDagen : 0), hulp);
    const onbekend = Object.entries({ geboortedatum, noodsituatie }).flatMap(([feit, v]) =>
      v === undefined ? feit : [],
    );
    const bekend = onbekend.length === 0 ? true : null;
    return {
      ...{ van: datumVan(start), eind: datumVan(eindMoment) },
      bijzonderheden: { eindMoment, toegestaan: magAlles(bekend, mag) },
      uitleg: [
        `Ten hoogste tot ${momentInWoorden(eindMoment)}.`,
        ...(zin === null ? [] : [zin]),
        ...(bekend === null ? [`Of dit mag, is niet te zeggen zonder ${onbekend.join(' en ')}.`] : []),
      ],
      lezingen: ['DAG'],
    };
  },
};

export const maatregelregels = { D16, D17 };
