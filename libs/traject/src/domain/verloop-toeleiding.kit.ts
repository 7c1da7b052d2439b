import { type DomainEvent, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import type { Played } from '../../../kern/src/sequence.kit.js';
import type { TrajectCommand } from './commands.js';
import { trajectDecider, type TrajectFacts } from './decide.js';
import { trajectCorrecties, type TrajectEvent, trajectEvents } from './events.js';
import * as plannen from './plannen.kit.js';
import type { TrajectState } from './state.js';
import * as toeleiding from './toeleiding.kit.js';
import { aangemeld, facts, gebied, maakPlan, sluit, start, stroomUit, wijsToe } from './traject.kit.js';

/** Everything that may be told before and beside a verblijf, in more than one way where that matters. */
const keuzes: readonly TrajectCommand[] = [
  ...[toeleiding.bijAanbieder(), toeleiding.bijAanbieder({ vraag: 'diagnostiek' })],
  ...[toeleiding.antwoord(), toeleiding.antwoord({ antwoord: 'afgewezen' })],
  ...[toeleiding.legBeraadVast(), toeleiding.legBeraadVast(['GI']), toeleiding.beoordeelBloedspoed()],
  ...[toeleiding.beoordeelPlek(), toeleiding.beoordeelPlek('uitzicht'), toeleiding.stelAndereIndicatieVast()],
  ...[toeleiding.weeg(), toeleiding.weeg('niet_verantwoord'), toeleiding.startOverbrugging()],
  ...[toeleiding.legRouteVast(), toeleiding.legRouteVast('toverstaf')],
  ...[toeleiding.kies(), toeleiding.kies({ redenen: null }), toeleiding.kies({ gekozen: 'geen_passend' })],
  ...[toeleiding.startVariant(), toeleiding.startVariant({ variant: 'kib' }), toeleiding.beeindigVariant()],
  ...[toeleiding.trekAanmeldingIn(), wijsToe(), start(), stroomUit(), maakPlan(gebied('wonen', false)), sluit()],
  ...[plannen.stelPlanVast(), plannen.stelPlanVast(2), plannen.bespreek(), plannen.bespreek(3)],
  ...[plannen.stemIn(), plannen.maakBezwaar(), plannen.evalueer(), plannen.stelVeiligheidsplanVast({ gezin: null })],
  ...[plannen.startOnderwijs(), plannen.startOnderwijs({ school: 'school-oost' }), plannen.stopOnderwijs()],
  ...[plannen.schrijfUit(), plannen.stelDagprogrammaVast(), plannen.stemOppAf(), plannen.stemOppAf(2)],
];

/** An answer names the question that was asked last, if there is one. */
const bijVraag = (command: TrajectCommand, history: readonly Past<DomainEvent>[]): TrajectCommand => {
  const vraag = history.findLast(({ type }) => type === toeleiding.aangemeldBijAanbieder.type);
  if (command.naam !== 'traject.leg-antwoord-aanbieder-vast' || !vraag) return command;
  const { aanmeldingId } = vraag.data as { aanmeldingId: string };
  return { ...command, data: { ...command.data, aanmeldingId } };
};

export const slice: Played<TrajectCommand, TrajectCommand, TrajectState, TrajectEvent, TrajectFacts> = {
  decider: trajectDecider,
  definitions: trajectEvents,
  correcties: trajectCorrecties,
  start: [aangemeld],
  commandOf: (command, context, history) => ({
    command: { ...bijVraag(command, history), context },
    facts: { ...facts, ...toeleiding.lijsten, triage: toeleiding.triage },
  }),
};

export const keuze = fc.constantFrom(...keuzes);
