import {
  type Beslissers,
  deriveId,
  type Instant,
  type JsonObject,
  nietGevonden,
  onbekend,
  ongeldig,
  type Past,
  volgorde,
  weiger,
} from '@regielijn/kern';
import type { z } from 'zod';
import type { Traject } from '../state.js';
import type {
  BeoordeelPlek,
  LegAntwoordAanbiederVast,
  LegRouteVast,
  MeldAanBijAanbieder,
  ToeleidingCommand,
} from './commands.js';
import { type BeraadVlagSchema, type ToeleidingEvent, toeleidingFeiten as feit } from './events.js';
import { kiesVariant, type TriageFeiten } from './kies-variant.js';
import type { AanmeldingBijAanbieder } from './state.js';

/** What the rules of the triage and other streams say. */
export interface ToeleidingFacts extends TriageFeiten {
  readonly regelversie?: string;
  /** Ids of the criteria for a plek, and of the routes before jeugdhulpPlus, by the rules of that day. */
  readonly plekcriteria?: readonly string[];
  readonly routes?: readonly string[];
  /** The voorziening that the command names; null when not known. */
  readonly voorziening?: object | null;
}

/** The id of an aanmelding bij een aanbieder follows from its command. */
export const nieuwAanmeldingId = (commandId: string): string => deriveId('aanmelding bij aanbieder', commandId);

const meldAanBijAanbieder = (
  { data, context }: MeldAanBijAanbieder,
  { jeugdigeId, toeleiding }: Traject,
): readonly ToeleidingEvent[] => {
  const { aanbieder, voorzieningId, variant, vraag } = data;
  const dezelfde = toeleiding.aanmeldingen.filter(
    (aanmelding) =>
      aanmelding.aanbieder === aanbieder &&
      aanmelding.voorzieningId === voorzieningId &&
      aanmelding.variant === variant &&
      aanmelding.vraag === vraag,
  );
  if (dezelfde.some(({ aangemeldOp }) => aangemeldOp === context.geldigOp)) return [];
  const loopt = dezelfde.find(({ antwoord }) => antwoord?.soort !== 'afgewezen');
  if (loopt)
    throw weiger(
      'AANMELDING_LOOPT_AL',
      'Deze vraag staat al uit bij deze aanbieder. Leg het antwoord daarbij vast, of verbeter het tijdstip van de vraag.',
      { aanmeldingId: loopt.aanmeldingId },
    );
  return [feit.aangemeldBijAanbieder.of({ jeugdigeId, ...data, aanmeldingId: nieuwAanmeldingId(context.commandId) })];
};

const legAntwoordVast = (
  { data, context: { geldigOp } }: LegAntwoordAanbiederVast,
  { jeugdigeId, toeleiding }: Traject,
): readonly ToeleidingEvent[] => {
  const aanmelding = aanmeldingMet(toeleiding.aanmeldingen, data.aanmeldingId);
  if (!aanmelding)
    throw nietGevonden('Deze aanmelding bij een aanbieder is niet bekend in dit traject. Kijk na of het nummer klopt.');
  volgorde(aanmelding.aangemeldOp, geldigOp, 'de aanmelding bij de aanbieder');
  const { antwoord } = aanmelding;
  if (antwoord?.op === geldigOp && antwoord.soort === data.antwoord && antwoord.verwachtOp === data.verwachtOp)
    return [];
  return [feit.aanbiederAntwoordde.of({ jeugdigeId, ...data })];
};

const aanmeldingMet = (
  aanmeldingen: readonly AanmeldingBijAanbieder[],
  id: string,
): AanmeldingBijAanbieder | undefined => aanmeldingen.find(({ aanmeldingId }) => aanmeldingId === id);

/** Who should have been at a trajectberaad and was not. */
const vlaggenBijBeraad = (deelnemers: readonly string[]): z.output<typeof BeraadVlagSchema>[] => [
  ...(deelnemers.includes('jeugdige') ? [] : (['zonder_jeugdige'] as const)),
  ...(deelnemers.includes('ouders') ? [] : (['zonder_ouders'] as const)),
];

const beoordeelPlek = (
  { data }: BeoordeelPlek,
  { jeugdigeId }: Traject,
  { voorziening, plekcriteria = [], regelversie = '' }: ToeleidingFacts,
): readonly ToeleidingEvent[] => {
  if (!voorziening) throw onbekend('Deze voorziening');
  const onbekendeCriteria = data.criteria.map(({ id }) => id).filter((id) => !plekcriteria.includes(id));
  if (onbekendeCriteria.length > 0)
    throw ongeldig(
      'PLEKCRITERIUM_ONBEKEND',
      `Dit criterium staat niet in de lijst. Kies uit ${plekcriteria.join(', ')}.`,
      {
        criteria: onbekendeCriteria,
      },
    );
  return [feit.plekBeoordeeld.of({ jeugdigeId, ...data, regelversie })];
};

const legRouteVast = (
  { data }: LegRouteVast,
  { jeugdigeId, toeleiding }: Traject,
  { routes = [], regelversie = '' }: ToeleidingFacts,
): readonly ToeleidingEvent[] => {
  if (!routes.includes(data.route))
    throw ongeldig('ROUTE_ONBEKEND', `Deze route staat niet in de lijst. Kies uit ${routes.join(', ')}.`, {
      route: data.route,
    });
  if (toeleiding.routes[data.route] === data.uitkomst && data.toelichting === null) return [];
  return [feit.routeVastgelegd.of({ jeugdigeId, ...data, regelversie })];
};

export const toeleidingBesluiten: Beslissers<ToeleidingCommand, Traject, ToeleidingEvent, ToeleidingFacts> = {
  'traject.meld-aan-bij-aanbieder': meldAanBijAanbieder,
  'traject.leg-antwoord-aanbieder-vast': legAntwoordVast,
  'traject.leg-trajectberaad-vast': ({ data }, { jeugdigeId }) => [
    feit.trajectberaadGehouden.of({ jeugdigeId, ...data, vlaggen: vlaggenBijBeraad(data.deelnemers) }),
  ],
  'traject.beoordeel-bloedspoed': ({ data }, { jeugdigeId }) => [feit.bloedspoedBeoordeeld.of({ jeugdigeId, ...data })],
  'traject.beoordeel-plek': beoordeelPlek,
  'traject.leg-veiligheidsweging-vast': ({ data }, { jeugdigeId }) => [
    feit.veiligheidswegingVastgelegd.of({ jeugdigeId, ...data }),
  ],
  'traject.stel-andere-indicatie-vast': ({ data }, { jeugdigeId, toeleiding }) =>
    toeleiding.andereIndicaties.includes(data.wet) ? [] : [feit.andereIndicatieVastgesteld.of({ jeugdigeId, ...data })],
  'traject.start-overbrugging': ({ data }, { jeugdigeId, toeleiding: { overbrugging } }) =>
    overbrugging?.vorm === data.vorm && overbrugging.aanbieder === data.aanbieder
      ? []
      : [feit.overbruggingGestart.of({ jeugdigeId, ...data })],
  'traject.leg-route-voor-jhp-vast': legRouteVast,
  'traject.kies-variant': kiesVariant,
};

/** The fields of a fact of the toeleiding that follow from its other fields. */
export const toeleidingVolgt = (feit: Past<ToeleidingEvent>): JsonObject | null =>
  feit.type === 'traject.trajectberaad-gehouden@1' ? { vlaggen: vlaggenBijBeraad(feit.data.deelnemers) } : null;

/** The earliest moment at which this fact can have happened; null: any. */
export const toeleidingNietVoor = (feit: Past<ToeleidingEvent>, { toeleiding }: Traject): Instant | null =>
  feit.type === 'traject.aanbieder-antwoordde@1'
    ? (aanmeldingMet(toeleiding.aanmeldingen, feit.data.aanmeldingId)?.aangemeldOp ?? null)
    : null;
