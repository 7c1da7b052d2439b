import type { Datum, Instant, Variant, Vouwers } from '@regielijn/kern';
import type { ToeleidingEvent } from './events.js';
import type { Uitkomst } from './velden.js';

type Data<T extends ToeleidingEvent['type']> = Extract<ToeleidingEvent, { type: T }>['data'];

/** One question to one aanbieder, with the last answer to it. */
export interface AanmeldingBijAanbieder {
  readonly aanmeldingId: string;
  readonly aanbieder: string;
  readonly voorzieningId: string | null;
  readonly variant: Variant | null;
  readonly vraag: Data<'traject.aangemeld-bij-aanbieder@1'>['vraag'];
  readonly aangemeldOp: Instant;
  readonly antwoord: {
    readonly soort: Data<'traject.aanbieder-antwoordde@1'>['antwoord'];
    readonly op: Instant;
    readonly verwachtOp: Datum | null;
  } | null;
}

export interface Veiligheidsweging {
  readonly uitkomst: Data<'traject.veiligheidsweging-vastgelegd@1'>['uitkomst'];
  readonly gewogenOp: Instant;
}

/** Of each thing the last that was told. */
export interface Toeleiding {
  readonly aanmeldingen: readonly AanmeldingBijAanbieder[];
  readonly trajectberaad: { readonly gehoudenOp: Instant; readonly gekozen: 'jhp' | 'buiten_jhp' | null } | null;
  readonly bloedspoed: { readonly uitkomst: 'positief' | 'negatief'; readonly beoordeeldOp: Instant } | null;
  /** Whether a plek fits, by the id of its voorziening. */
  readonly plekken: Readonly<Record<string, Uitkomst>>;
  readonly veiligheidsweging: Veiligheidsweging | null;
  readonly andereIndicaties: readonly Data<'traject.andere-indicatie-vastgesteld@1'>['wet'][];
  readonly overbrugging:
    (Pick<Data<'traject.overbrugging-gestart@1'>, 'vorm' | 'aanbieder'> & { vanaf: Instant }) | null;
  /** What came of the routes before jeugdhulpPlus, by their id. */
  readonly routes: Readonly<Record<string, Data<'traject.route-voor-jhp-vastgelegd@1'>['uitkomst']>>;
  readonly keuze: (Pick<Data<'traject.variant-gekozen@1'>, 'gekozen' | 'variant'> & { gekozenOp: Instant }) | null;
}

export const geenToeleiding: Toeleiding = {
  ...{ aanmeldingen: [], trajectberaad: null, bloedspoed: null, plekken: {}, veiligheidsweging: null },
  ...{ andereIndicaties: [], overbrugging: null, routes: {}, keuze: null },
};

/** The last answer is the one that was given last, in whatever order the answers were told. */
const metAntwoord = (
  aanmelding: AanmeldingBijAanbieder,
  { antwoord, verwachtOp }: Data<'traject.aanbieder-antwoordde@1'>,
  op: Instant,
): AanmeldingBijAanbieder =>
  aanmelding.antwoord !== null && aanmelding.antwoord.op > op
    ? { ...aanmelding }
    : { ...aanmelding, antwoord: { soort: antwoord, op, verwachtOp } };

export const toeleidingVouwers: Vouwers<ToeleidingEvent, Toeleiding> = {
  'traject.aangemeld-bij-aanbieder@1': (toeleiding, { data, geldigOp }) => {
    const { aanmeldingId, aanbieder, voorzieningId, variant, vraag } = data;
    const aanmelding = { aanmeldingId, aanbieder, voorzieningId, variant, vraag, aangemeldOp: geldigOp };
    return { ...toeleiding, aanmeldingen: [...toeleiding.aanmeldingen, { ...aanmelding, antwoord: null }] };
  },
  'traject.aanbieder-antwoordde@1': (toeleiding, { data, geldigOp }) => {
    // An answer to what was never asked changes nothing.
    if (!toeleiding.aanmeldingen.some(({ aanmeldingId }) => aanmeldingId === data.aanmeldingId)) return toeleiding;
    return {
      ...toeleiding,
      aanmeldingen: toeleiding.aanmeldingen.map((aanmelding) =>
        aanmelding.aanmeldingId === data.aanmeldingId ? metAntwoord(aanmelding, data, geldigOp) : aanmelding,
      ),
    };
  },
  'traject.trajectberaad-gehouden@1': (toeleiding, { data: { gekozen }, geldigOp }) => ({
    ...toeleiding,
    trajectberaad: { gehoudenOp: geldigOp, gekozen },
  }),
  'traject.bloedspoed-beoordeeld@1': (toeleiding, { data: { uitkomst }, geldigOp }) => ({
    ...toeleiding,
    bloedspoed: { uitkomst, beoordeeldOp: geldigOp },
  }),
  'traject.plek-beoordeeld@1': (toeleiding, { data: { voorzieningId, passend } }) => ({
    ...toeleiding,
    plekken: { ...toeleiding.plekken, [voorzieningId]: passend },
  }),
  'traject.veiligheidsweging-vastgelegd@1': (toeleiding, { data: { uitkomst }, geldigOp }) => ({
    ...toeleiding,
    veiligheidsweging: { uitkomst, gewogenOp: geldigOp },
  }),
  'traject.andere-indicatie-vastgesteld@1': (toeleiding, { data: { wet } }) => ({
    ...toeleiding,
    andereIndicaties: [...new Set([...toeleiding.andereIndicaties, wet])],
  }),
  'traject.overbrugging-gestart@1': (toeleiding, { data: { vorm, aanbieder }, geldigOp }) => ({
    ...toeleiding,
    overbrugging: { vorm, aanbieder, vanaf: geldigOp },
  }),
  'traject.route-voor-jhp-vastgelegd@1': (toeleiding, { data: { route, uitkomst } }) => ({
    ...toeleiding,
    routes: { ...toeleiding.routes, [route]: uitkomst },
  }),
  'traject.variant-gekozen@1': (toeleiding, { data: { gekozen, variant }, geldigOp }) => ({
    ...toeleiding,
    keuze: { gekozen, variant, gekozenOp: geldigOp },
  }),
};
