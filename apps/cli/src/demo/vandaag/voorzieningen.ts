import { beginVan, datumVan, type Instant, plusDagen, plusUren, type Variant } from '@regielijn/kern';
import { BevestigPlekken, nieuwVoorzieningId, OpenPlekken, OpenVoorziening } from '@regielijn/voorziening';
import type { Dossierlijst } from '../opdrachten.js';

interface Groep {
  readonly naam: string;
  readonly aanbieder: string;
  readonly gemeentecode: string;
  readonly plekken: number;
  /** How many days ago somebody said that the free plekken are right. */
  readonly bevestigd: number;
}

/** One voorziening of every variant, confirmed at different times. Names and providers are invented. */
const GROEPEN: Readonly<Record<Variant, Groep>> = {
  ambulant: { naam: 'Thuisteam Kade', aanbieder: 'aanbieder-maas', gemeentecode: '0599', plekken: 12, bevestigd: 2 },
  'onderwijs-jeugdhulptraject': {
    ...{ naam: 'Leerwerkplaats Polder', aanbieder: 'aanbieder-duin', gemeentecode: '0518', plekken: 10, bevestigd: 21 },
  },
  gezinsopname: {
    naam: 'Gezinshuis Linde',
    aanbieder: 'aanbieder-duin',
    gemeentecode: '0546',
    plekken: 4,
    bevestigd: 9,
  },
  kleinschalig: {
    naam: 'Huis aan de Gouwe',
    aanbieder: 'aanbieder-gouwe',
    gemeentecode: '0513',
    plekken: 6,
    bevestigd: 1,
  },
  kib: {
    naam: 'Behandelgroep Zilverberk',
    aanbieder: 'aanbieder-gouwe',
    gemeentecode: '0484',
    plekken: 6,
    bevestigd: 47,
  },
  crisisgroep: {
    naam: 'Crisisgroep De Brug',
    aanbieder: 'aanbieder-maas',
    gemeentecode: '0599',
    plekken: 10,
    bevestigd: 1,
  },
  dwanggroep: {
    naam: 'Groep Noorderlicht',
    aanbieder: 'aanbieder-demo',
    gemeentecode: '0505',
    plekken: 42,
    bevestigd: 3,
  },
  zikos: { naam: 'ZIKOS De Haven', aanbieder: 'aanbieder-demo', gemeentecode: '0505', plekken: 3, bevestigd: 63 },
};

const VARIANTEN_VANDAAG = Object.keys(GROEPEN) as Variant[];

/** Before anybody comes, the groups of today are open this many days. */
const OPEN_SINDS = 540;

export interface Plek {
  readonly voorzieningId: string;
  readonly aanbieder: string;
}

/** The plekken of today, by variant. */
export type Plekken = Readonly<Record<Variant, Plek>>;

/** Opens the groups of today and says when their free plekken were last confirmed. */
export const schrijfVoorzieningen = (lijst: Dossierlijst, nu: Instant): Plekken => {
  const vandaag = datumVan(nu);
  const vanaf = plusDagen(vandaag, -OPEN_SINDS);
  const schrijf = (variant: Variant): [Variant, Plek] => {
    const { plekken, bevestigd, ...groep } = GROEPEN[variant];
    const opening = lijst.geef(beginVan(vanaf), `${variant}: opening`, OpenVoorziening, { ...groep, variant });
    const voorzieningId = nieuwVoorzieningId(opening);
    lijst.geef(beginVan(vanaf), `${variant}: plekken`, OpenPlekken, { voorzieningId, aantal: plekken, vanaf });
    const op = plusUren(beginVan(plusDagen(vandaag, -bevestigd)), 9);
    lijst.geef(op, `${variant}: bevestiging`, BevestigPlekken, { voorzieningId });
    return [variant, { voorzieningId, aanbieder: groep.aanbieder }];
  };
  return Object.fromEntries(VARIANTEN_VANDAAG.map(schrijf)) as Record<Variant, Plek>;
};
