import { type Beslissers, type Instant, type Past, volgorde, weiger } from '@regielijn/kern';
import type { Traject } from '../state.js';
import type { OnderwijsCommand, StartOnderwijs, StemOppAf, StopOnderwijs } from './commands.js';
import { type OnderwijsEvent, onderwijsFeiten as feit } from './events.js';
import { lopendOnderwijs } from './state.js';

const start = ({ data, context }: StartOnderwijs, { jeugdigeId, onderwijs }: Traject): readonly OnderwijsEvent[] => {
  const loopt = lopendOnderwijs(onderwijs);
  if (loopt && loopt.vorm === data.vorm && loopt.niveau === data.niveau && loopt.school === data.school) return [];
  if (loopt) volgorde(loopt.vanaf, context.geldigOp, 'het begin van het onderwijs dat nu loopt');
  return [feit.onderwijsGestart.of({ jeugdigeId, ...data })];
};

const stop = ({ data, context }: StopOnderwijs, { jeugdigeId, onderwijs }: Traject): readonly OnderwijsEvent[] => {
  const loopt = lopendOnderwijs(onderwijs);
  if (!loopt && onderwijs.perioden.some(({ tot }) => tot === context.geldigOp)) return [];
  if (!loopt) throw weiger('GEEN_ONDERWIJS', 'Er loopt nu geen onderwijs. Leg eerst vast dat het is begonnen.');
  volgorde(loopt.vanaf, context.geldigOp, 'het begin van het onderwijs');
  return [feit.onderwijsGestopt.of({ jeugdigeId, ...data })];
};

const stemOppAf = ({ data }: StemOppAf, { jeugdigeId, onderwijs }: Traject): readonly OnderwijsEvent[] => {
  const { school, versie } = data;
  const isBekend = onderwijs.oppAfgestemd?.school === school && onderwijs.oppAfgestemd.versie === versie;
  return isBekend ? [] : [feit.oppAfgestemd.of({ jeugdigeId, ...data })];
};

export const onderwijsBesluiten: Beslissers<OnderwijsCommand, Traject, OnderwijsEvent, unknown> = {
  'traject.leg-onderwijs-vooraf-vast': ({ data }, { jeugdigeId, onderwijs: { vooraf } }) =>
    vooraf?.niveau === data.niveau && vooraf.school === data.school
      ? []
      : [feit.onderwijsVoorafVastgelegd.of({ jeugdigeId, ...data })],
  'traject.start-onderwijs': start,
  'traject.stop-onderwijs': stop,
  'traject.leg-uitschrijving-school-vast': ({ data }, { jeugdigeId, onderwijs }) =>
    onderwijs.uitgeschreven?.nieuweInschrijving === data.nieuweInschrijving
      ? []
      : [feit.schoolVanHerkomstUitgeschreven.of({ jeugdigeId, ...data })],
  'traject.stel-dagprogramma-vast': ({ data }, { jeugdigeId }) => [
    feit.dagprogrammaVastgesteld.of({ jeugdigeId, ...data }),
  ],
  'traject.stem-opp-af': stemOppAf,
};

/** The earliest moment at which this fact can have happened; null: any. */
export const onderwijsNietVoor = ({ type }: Past<OnderwijsEvent>, { onderwijs }: Traject): Instant | null =>
  type === 'traject.onderwijs-gestart@1' || type === 'traject.onderwijs-gestopt@1'
    ? (lopendOnderwijs(onderwijs)?.vanaf ?? null)
    : null;
