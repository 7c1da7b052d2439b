import type { Bestemming, Datum, Instant, Vouwers } from '@regielijn/kern';
import { met, metRij } from '../deel.js';
import type { UitstroomEvent } from './events.js';

type Data<T extends UitstroomEvent['type']> = Extract<UitstroomEvent, { type: T }>['data'];
type Wet = Data<'traject.andere-wet-aangevraagd@1'>;

/** One question for a vervolgplek, with the last answer to it. */
export interface Vervolgplekvraag {
  readonly vraagId: string;
  readonly aanbieder: string;
  readonly bestemming: Bestemming;
  readonly gevraagdOp: Instant;
  readonly antwoord: Data<'traject.vervolgplek-antwoord@1'>['antwoord'] | null;
  readonly geantwoordOp: Instant | null;
  readonly verwachtOp: Datum | null;
}

export interface Uitstroom {
  /** Since when the jeugdige waits for a vervolgplek, and why; null: not ready yet. */
  readonly klaar: { readonly sinds: Instant; readonly reden: Data<'traject.klaar-voor-uitstroom@1'>['reden'] } | null;
  readonly vervolgplekken: readonly Vervolgplekvraag[];
  /** How it stands with each other law that was asked. */
  readonly andereWetten: Readonly<Partial<Record<Wet['wet'], Wet['uitkomst']>>>;
  /** Where the jeugdige lived one year after the opname; null: not known. */
  readonly woontNaEenJaar: Bestemming | null;
}

export const geenUitstroom: Uitstroom = { klaar: null, vervolgplekken: [], andereWetten: {}, woontNaEenJaar: null };

export const uitstroomVouwers: Vouwers<UitstroomEvent, Uitstroom> = {
  // Ready once is ready since then, in whatever order it is told; another reason does not begin the waiting anew.
  'traject.klaar-voor-uitstroom@1': (uitstroom, { data: { reden }, geldigOp }) => {
    const { sinds } = uitstroom.klaar ?? { sinds: geldigOp };
    return { ...uitstroom, klaar: { sinds: geldigOp < sinds ? geldigOp : sinds, reden } };
  },
  'traject.vervolgplek-gevraagd@1': (uitstroom, { data: { vraagId, aanbieder, bestemming }, geldigOp }) => ({
    ...uitstroom,
    vervolgplekken: [
      ...uitstroom.vervolgplekken,
      {
        ...{ vraagId, aanbieder, bestemming, gevraagdOp: geldigOp },
        ...{ antwoord: null, geantwoordOp: null, verwachtOp: null },
      },
    ],
  }),
  'traject.vervolgplek-antwoord@1': (uitstroom, { data: { vraagId, antwoord, verwachtOp }, geldigOp }) =>
    met(
      uitstroom,
      'vervolgplekken',
      metRij(uitstroom.vervolgplekken, (vraag) => vraag.vraagId === vraagId, {
        ...{ antwoord, verwachtOp, geantwoordOp: geldigOp },
      }),
    ),
  'traject.andere-wet-aangevraagd@1': (uitstroom, { data: { wet, uitkomst } }) => ({
    ...uitstroom,
    andereWetten: { ...uitstroom.andereWetten, [wet]: uitkomst },
  }),
  'traject.woonsituatie-na-een-jaar@1': (uitstroom, { data }) => ({ ...uitstroom, woontNaEenJaar: data.woont }),
};
