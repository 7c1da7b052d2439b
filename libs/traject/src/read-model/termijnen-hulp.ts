import { type Datum, datumVan, type Instant } from '@regielijn/kern';
import {
  type Bewakingsregels,
  dagVoor,
  naDeDag,
  type Termijn,
  termijnVanAfspraak,
  termijnVanRegel,
  vooraf,
} from '@regielijn/termijnen';
import { trajectStream } from '../domain/events.js';
import type { Traject } from '../domain/state.js';
import type { Medewerker } from '../domain/zorg/state.js';
import { nietVoor } from './niet-voor.js';
import { metToets } from './toets-norm.js';

const CASUSREGIE = ['casusregie'] as const;

/** When the help began that is given now, with an opname or without; null: not yet. */
const laatsteBegin = (state: Traject): Instant | null => {
  if ('opnameOp' in state) return state.opnameOp;
  return 'hulp' in state ? state.hulp.vanaf : null;
};

/** When the wait since a choice was over: help began, or a trajectberaad chose help elsewhere; null: it goes on. */
const wachtenVoorbijOp = (state: Traject, sinds: Instant): Instant | null => {
  const { trajectberaad } = state.toeleiding;
  const elders = trajectberaad?.gekozen === 'buiten_jhp' ? trajectberaad.gehoudenOp : null;
  return [state.hulpBegonnenOp, laatsteBegin(state), elders].find((op) => op !== null && op >= sinds) ?? null;
};

/** Norm B4: who waits for help of jeugdhulpPlus that is not given yet, waits no longer than agreed. */
const wachten = (state: Traject, regels: Bewakingsregels): readonly Termijn[] => {
  const { keuze } = state.toeleiding;
  if (keuze === null || keuze.gekozen === 'buiten_jhp') return [];
  const geslotenOp = wachtenVoorbijOp(state, keuze.gekozenOp);
  const krijgtHetAl = 'eindeOp' in state || ('hulp' in state && state.hulp.variant === keuze.variant);
  if (geslotenOp === null && krijgtHetAl) return [];
  const begin = datumVan(keuze.gekozenOp);
  return [
    termijnVanAfspraak(
      'B4',
      { bij: trajectStream(state.trajectId), nr: keuze.gekozenOp, begin, voor: CASUSREGIE, geslotenOp },
      regels,
      (eind) => [metToets(naDeDag(eind), state.trajectId, 'B4')],
    ),
  ];
};

/** When the perspectief on the last of these levensgebieden was there; null: one is missing. */
const perspectiefOp = ({ plannen }: Traject, levensgebieden: readonly string[]): Instant | null => {
  const bekend = new Map<string, Instant>(Object.entries(plannen.perspectieven));
  const momenten = levensgebieden.flatMap((gebied) => bekend.get(gebied) ?? []).sort();
  return momenten.length < levensgebieden.length ? null : (momenten.at(-1) ?? null);
};

/**
 * Norm O3, three months after the opname. Whether it asks for inkomen depends on an age that is not known here: where only
 * that is missing there is nothing to warn about, and the check says whether it counts.
 */
const perspectief = (state: Traject, regels: Bewakingsregels): Termijn | null => {
  if (!('opnameOp' in state) || 'eindeOp' in state) return null;
  const { trajectId, opnameOp } = state;
  const { levensgebieden } = regels;
  const inIederGeval = levensgebieden.filter((gebied) => gebied !== 'inkomen');
  const bekendOp = perspectiefOp(state, levensgebieden);
  return termijnVanRegel(
    'O3',
    { start: datumVan(opnameOp) },
    {
      ...{ bij: trajectStream(trajectId), nr: opnameOp, voor: CASUSREGIE },
      geslotenOp: bekendOp && nietVoor(opnameOp, bekendOp),
    },
    regels,
    ({ laatste, waarschuwing }) => [
      perspectiefOp(state, inIederGeval) === null ? vooraf(waarschuwing!) : null,
      metToets(naDeDag(laatste), trajectId, 'O3'),
    ],
  );
};

/** Since when there is onderwijs or dagbesteding that lasted until this day, or a plan to grow towards it; null: there is none. */
const dagbestedingOp = ({ onderwijs: { perioden, dagprogramma } }: Traject, tot: Datum): Instant | null => {
  const groeit = dagprogramma?.plan && dagprogramma.dagprogramma ? [dagprogramma.op] : [];
  const loopt = perioden.filter((periode) => periode.tot === null || datumVan(periode.tot) >= tot);
  return [...groeit, ...loopt.map(({ vanaf }) => vanaf)].sort()[0] ?? null;
};

/** Norm B3, four weeks after help first began. */
const dagbesteding = (state: Traject, regels: Bewakingsregels): Termijn | null => {
  const { trajectId, hulpBegonnenOp: begin } = state;
  if (begin === null || 'eindeOp' in state) return null;
  const vorm = { bij: trajectStream(trajectId), nr: begin, voor: CASUSREGIE };
  const metMoment = (geslotenOp: Instant | null) =>
    termijnVanRegel('B3', { start: datumVan(begin) }, { ...vorm, geslotenOp }, regels, ({ laatste }) => [
      metToets(naDeDag(laatste), trajectId, 'B3'),
    ]);
  const open = metMoment(null);
  const sinds = open && dagbestedingOp(state, open.eind);
  return sinds ? metMoment(nietVoor(begin, sinds)) : open;
};

const eersteVan = (...dagen: readonly (Datum | null)[]): Datum | null =>
  dagen.filter((dag) => dag !== null).sort()[0] ?? null;

/** Norm B5: a registration or training that ends while somebody is at work; what was over before, the inzet itself shows. */
const registratie = (
  { trajectId }: Traject,
  { medewerker, geldigTot, scholingGeldigTot, inzetTot, vanaf }: Medewerker,
  regels: Bewakingsregels,
): readonly Termijn[] => {
  const begin = datumVan(vanaf);
  const verlooptNa = eersteVan(geldigTot, scholingGeldigTot);
  if (verlooptNa === null || verlooptNa < begin || (inzetTot !== null && inzetTot <= verlooptNa)) return [];
  return [
    termijnVanAfspraak(
      'B5',
      { bij: trajectStream(trajectId), nr: medewerker, begin, eind: verlooptNa, voor: CASUSREGIE },
      regels,
      (eind) => [
        dagVoor(eind, regels.afspraken.B5.vooraf) > begin ? vooraf(dagVoor(eind, regels.afspraken.B5.vooraf)) : null,
        metToets(naDeDag(eind), trajectId, 'B5'),
      ],
    ),
  ];
};

/** The terms between the choice of help and its end. */
export const hulpTermijnen = (state: Traject, regels: Bewakingsregels): readonly Termijn[] =>
  [
    ...wachten(state, regels),
    perspectief(state, regels),
    dagbesteding(state, regels),
    ...('eindeOp' in state ? [] : state.zorg.medewerkers.flatMap((een) => registratie(state, een, regels))),
  ].filter((termijn) => termijn !== null);
