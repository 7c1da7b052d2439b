import { type Afleiding, type CodedError, isCodedError, metStand, type Past, type Strijd } from '@regielijn/kern';
import type { JeugdigeEvent } from './events.js';
import type { GezinEvent } from './gezin/events.js';
import { gezinRegels } from './gezin/regels.js';
import type { HulpgeschiedenisEvent } from './hulpgeschiedenis/events.js';
import { hulpgeschiedenisRegels } from './hulpgeschiedenis/regels.js';
import type { JimEvent } from './jim/events.js';
import { jimRegels, vlaggenBijAfspraak } from './jim/regels.js';
import type { NetwerkEvent } from './netwerk/events.js';
import { netwerkRegels } from './netwerk/regels.js';
import { type Feitregels, zegtIetsNieuws } from './regels.js';
import { evolve, initialState, type JeugdigeState, jeugdigeVan } from './state.js';
import type { VerslagEvent } from './verslag/events.js';
import { verslagRegels } from './verslag/regels.js';
import type { VolwassenEvent } from './volwassen/events.js';
import { volwassenRegels } from './volwassen/regels.js';

type Feiten = readonly Past<JeugdigeEvent>[];
type FeitMetRegel = NetwerkEvent | JimEvent | GezinEvent | HulpgeschiedenisEvent | VerslagEvent | VolwassenEvent;

const regels: Feitregels<FeitMetRegel> = {
  ...netwerkRegels,
  ...jimRegels,
  ...gezinRegels,
  ...hulpgeschiedenisRegels,
  ...verslagRegels,
  ...volwassenRegels,
};
const heeftRegel = (feit: Past<JeugdigeEvent>): feit is Past<FeitMetRegel> => Object.hasOwn(regels, feit.type);

const metJeugdige = (feiten: Feiten) =>
  metStand<JeugdigeState, JeugdigeEvent>({ initialState, evolve }, feiten).flatMap(({ feit, stand }) => {
    const jeugdige = jeugdigeVan(stand);
    return jeugdige === null ? [] : [{ feit, jeugdige }];
  });

/** A date or text that is wrong in itself says so; the rest lost what it rested on, which is told of another fact. */
const zinVan = ({ kind, message }: CodedError): string =>
  kind === 'invalid' ? message : 'Wat daarna kwam, past dan niet meer. Corrigeer dat eerst, of trek het in.';

/** Facts that could not be told today after what now comes before them. */
export const strijdigMetRegels = (feiten: Feiten): readonly Strijd[] =>
  metJeugdige(feiten).flatMap(({ feit, jeugdige }) => {
    if (!heeftRegel(feit)) return [];
    try {
      zegtIetsNieuws(regels, feit, jeugdige);
      return [];
    } catch (error) {
      if (!isCodedError(error)) throw error;
      return [{ feit: feit.id, regel: error.code, zin: zinVan(error) }];
    }
  });

/** The flags of each agreement with a JIM follow from when somebody was asked. */
export const herleidVlaggen = (feiten: Feiten): readonly Afleiding[] =>
  metJeugdige(feiten).flatMap(({ feit, jeugdige }) =>
    feit.type === 'jeugdige.jim-afspraak-vastgelegd@1'
      ? [{ feit: feit.id, velden: { vlaggen: vlaggenBijAfspraak(jeugdige.jim, feit.geldigOp) } }]
      : [],
  );
