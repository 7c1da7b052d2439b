import { datumVan, type EventOf, type Past, vouw, type Vouwers } from '@regielijn/kern';
import type { MachtigingEvent } from './events.js';
import type { Gebeurtenis } from './regels/toestanden.js';
import { isVerleend, type Machtiging, type MachtigingState } from './stand.js';
import { eindeOp, eindstapVan, meldingenVan, stapVan } from './stap.js';
import { gebeurtenisVan, type VerloopGebeurtenis, type verloopFeiten } from './verloop/events.js';
import { isVerlenging } from './verzoek/velden.js';

export const initialState: MachtigingState = null;

type Van<T extends MachtigingEvent['type']> = Past<Extract<MachtigingEvent, { type: T }>>;
type VerloopEvent = Past<EventOf<typeof verloopFeiten>>;

const verzoek = ({ data, geldigOp }: Van<'machtiging.verzoek-ingediend@2'>): Machtiging => {
  const { machtigingId, jeugdigeId, soort, kader, grondslag, hulpverleningsplan } = data;
  return {
    ...{ machtigingId, jeugdigeId, soort, kader, grondslag, verzochtOp: datumVan(geldigOp) },
    verlenging: isVerlenging(data),
    ...{ status: 'verzocht', toestand: 'VERZOCHT', laatsteStap: null, verloop: [], meldingen: [] },
    bevoegdeMedewerker: hulpverleningsplan?.bevoegdeMedewerker ?? null,
    mgjVerzochtOp: null,
  };
};

const verleend = (state: Machtiging, { data }: Van<'machtiging.verleend@2'>): Machtiging => {
  const { beschikkingOp, geldigVan, geldigTot, wettelijkUiterlijk, langerDanWet, bereidheid } = data;
  return {
    ...state,
    ...{ status: 'verleend', toestand: 'VERLEEND', toestandSinds: geldigVan, omgezet: false },
    ...{ beschikkingOp, geldigVan, geldigTot, beschikkingTot: geldigTot, wettelijkUiterlijk, langerDanWet, bereidheid },
  };
};

const metVoorval = <S extends Machtiging>(
  state: S,
  { id, geldigOp }: Past<MachtigingEvent>,
  gebeurtenis: Gebeurtenis,
): S => ({
  ...state,
  verloop: [...state.verloop, { id, gebeurtenis, op: geldigOp }],
});

/** What an opnamebeslissing and another plan change beside the toestand. */
const bijzonder = (event: VerloopEvent): object => {
  if (event.type === 'machtiging.opnamebeslissing-genomen@1') return { geldigTot: event.data.geldigTot, omgezet: true };
  if (event.type === 'machtiging.hulpverleningsplan-gewijzigd@1')
    return { bevoegdeMedewerker: event.data.hulpverleningsplan.bevoegdeMedewerker };
  return event.type === 'machtiging.verzoek-ingetrokken@1' ? { status: 'ingetrokken' } : {};
};

const verloopt = (state: Machtiging, event: VerloopEvent): Machtiging => {
  const gebeurtenis = gebeurtenisVan(event.type) as VerloopGebeurtenis;
  // What lapsed by law does not come back to life: only the decision, which knows the terms, can tell.
  const isBuitenVolgorde = 'vlaggen' in event.data && event.data.vlaggen.includes('buiten_volgorde');
  const stap = isBuitenVolgorde ? null : stapVan(state, gebeurtenis, event.geldigOp);
  const daarna = metVoorval(state, event, gebeurtenis);
  if (stap === null) return daarna;
  const uiterlijk = 'meldingUiterlijk' in event.data ? event.data.meldingUiterlijk : null;
  return {
    ...daarna,
    ...{ toestand: stap.naar, laatsteStap: event.geldigOp },
    ...(isVerleend(state) && stap.naar !== state.toestand ? { toestandSinds: datumVan(event.geldigOp) } : {}),
    meldingen: [...state.meldingen, ...meldingenVan(stap, event.id, event.geldigOp, uiterlijk)],
    ...bijzonder(event),
  };
};

const geeindigd = (state: Machtiging, event: Van<'machtiging.geeindigd@2'>): Machtiging => {
  if (!isVerleend(state)) return state;
  const { grond, berekendOp } = event.data;
  const daarna = metVoorval(state, event, grond);
  const gemeldOp = datumVan(event.geldigOp);
  const op = eindeOp(grond, gemeldOp, berekendOp);
  const stap = op === null ? null : eindstapVan(state, grond, event.geldigOp, op);
  if (op === null || stap === null) return daarna;
  return {
    ...daarna,
    ...{ status: 'geeindigd', geeindigdOp: op, grond, eindtoestand: stap.naar, laatsteStap: event.geldigOp },
    ...(op <= gemeldOp ? { toestand: stap.naar, toestandSinds: op } : {}),
    meldingen: [...state.meldingen, ...meldingenVan(stap, event.id, event.geldigOp)],
  };
};

const meldingGedaan = (state: Machtiging, { data, geldigOp }: Van<'machtiging.melding-gedaan@1'>): Machtiging => ({
  ...state,
  meldingen: state.meldingen.map((melding) =>
    melding.gebeurtenisId === data.gebeurtenisId && melding.aan === data.aan && melding.gedaanOp === null
      ? { ...melding, gedaanOp: geldigOp }
      : melding,
  ),
});

const vouwers: Vouwers<MachtigingEvent, Machtiging> = {
  'machtiging.verzoek-ingediend@2': (_, event) => verzoek(event),
  'machtiging.verleend@2': verleend,
  'machtiging.afgewezen@1': (state, { data }) => ({
    ...state,
    ...{ status: 'afgewezen', toestand: 'AFGEWEZEN', beschikkingOp: data.beschikkingOp },
  }),
  'machtiging.verzoek-ingetrokken@1': verloopt,
  'machtiging.opname-gestart@1': verloopt,
  'machtiging.verblijf-voortgezet@1': verloopt,
  'machtiging.overgeplaatst@1': verloopt,
  'machtiging.onttrekking-geconstateerd@1': verloopt,
  'machtiging.teruggekeerd@1': verloopt,
  'machtiging.toezicht-gestart@1': verloopt,
  'machtiging.schorsing-verleend@1': verloopt,
  'machtiging.schorsing-ingetrokken@1': verloopt,
  'machtiging.verlof-verleend@1': verloopt,
  'machtiging.verlof-ingetrokken@1': verloopt,
  'machtiging.opname-verplicht-vastgesteld@1': verloopt,
  'machtiging.opname-bevoegd-vastgesteld@1': verloopt,
  'machtiging.hulpverleningsplan-gewijzigd@1': verloopt,
  'machtiging.opnamebeslissing-genomen@1': verloopt,
  'machtiging.geeindigd@2': geeindigd,
  'machtiging.melding-gedaan@1': meldingGedaan,
  'machtiging.mgj-verzocht@1': (state, { geldigOp }) => ({ ...state, mgjVerzochtOp: geldigOp }),
};

/** Corrections may leave facts without the request or grant they rested on: then they change nothing. */
export const evolve = (state: MachtigingState, event: Past<MachtigingEvent>): MachtigingState => {
  if (event.type === 'machtiging.verzoek-ingediend@2') return verzoek(event);
  return state === null ? state : vouw(vouwers, state, event);
};
