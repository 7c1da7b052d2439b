import type { Datum, Instant, Vouwers } from '@regielijn/kern';
import { met, metRij } from '../deel.js';
import type { ZorgEvent } from './events.js';
import type { Duur, MaatregelVlag } from './maatregelen.js';

type Data<T extends ZorgEvent['type']> = Extract<ZorgEvent, { type: T }>['data'];

export interface Maatregel extends Duur {
  readonly maatregelId: string;
  readonly maatregel: string;
  /** What should not have been when it began. */
  readonly vlaggen: readonly MaatregelVlag[];
  /** null: it goes on. */
  readonly geeindigdOp: Instant | null;
}

export interface Verlof {
  readonly verlofId: string;
  readonly verleendOp: Instant;
  readonly van: Instant;
  readonly tot: Instant;
  readonly ingetrokkenOp: Instant | null;
}

export interface Incident {
  readonly incidentId: string;
  readonly soort: Data<'traject.incident-gemeld@1'>['soort'];
  readonly gemeldOp: Instant;
  readonly veiligheidsplanHerzien: boolean;
  /** null: it is open. */
  readonly afgehandeldOp: Instant | null;
}

/** Of one worker what was told last. */
export interface Medewerker {
  readonly medewerker: string;
  readonly registratie: Data<'traject.medewerker-ingezet@1'>['registratie'];
  readonly vanaf: Instant;
  readonly geldigTot: Datum | null;
  readonly scholingGeldigTot: Datum | null;
  readonly inzetTot: Datum | null;
}

export interface Zorg {
  readonly maatregelen: readonly Maatregel[];
  readonly verloven: readonly Verlof[];
  readonly incidenten: readonly Incident[];
  readonly medewerkers: readonly Medewerker[];
  /** When ouders or GI got an overview of the measures, in order of time. */
  readonly overzichten: readonly Instant[];
  /** When a plaatsing that could not wait was first looked at; null: it was not. */
  readonly spoedBesprokenOp: Instant | null;
}

export const geenZorg: Zorg = {
  ...{ maatregelen: [], verloven: [], incidenten: [], medewerkers: [] },
  ...{ overzichten: [], spoedBesprokenOp: null },
};

const metMaatregel = (zorg: Zorg, maatregelId: string, wijziging: Partial<Maatregel>): Zorg =>
  met(zorg, 'maatregelen', metRij(zorg.maatregelen, loopt(maatregelId), wijziging));

const loopt =
  (maatregelId: string) =>
  (maatregel: Maatregel): boolean =>
    maatregel.maatregelId === maatregelId && maatregel.geeindigdOp === null;

export const zorgVouwers: Vouwers<ZorgEvent, Zorg> = {
  'traject.maatregel-toegepast@1': (zorg, { data: { maatregelId, maatregel, inPlan, vlaggen }, geldigOp }) => ({
    ...zorg,
    maatregelen: [
      ...zorg.maatregelen,
      {
        ...{ maatregelId, maatregel, inPlan, vlaggen, begonnenOp: geldigOp },
        ...{ verlengingen: 0, toestemmingOp: null, geeindigdOp: null },
      },
    ],
  }),
  'traject.maatregel-verlengd@1': (zorg, { data: { maatregelId } }) => {
    const verlengingen = zorg.maatregelen.find(loopt(maatregelId))?.verlengingen ?? 0;
    return metMaatregel(zorg, maatregelId, { verlengingen: verlengingen + 1 });
  },
  'traject.maatregel-toestemming-gegeven@1': (zorg, { data, geldigOp }) =>
    metMaatregel(zorg, data.maatregelId, { toestemmingOp: geldigOp }),
  'traject.maatregel-beeindigd@1': (zorg, { data, geldigOp }) =>
    metMaatregel(zorg, data.maatregelId, { geeindigdOp: geldigOp }),
  'traject.verlof-verleend@1': (zorg, { data: { verlofId, van, tot }, geldigOp }) => ({
    ...zorg,
    verloven: [...zorg.verloven, { verlofId, verleendOp: geldigOp, van, tot, ingetrokkenOp: null }],
  }),
  'traject.verlof-ingetrokken@1': (zorg, { data, geldigOp }) =>
    met(
      zorg,
      'verloven',
      metRij(zorg.verloven, ({ verlofId }) => verlofId === data.verlofId, { ingetrokkenOp: geldigOp }),
    ),
  'traject.incident-gemeld@1': (zorg, { data: { incidentId, soort, veiligheidsplanHerzien }, geldigOp }) => ({
    ...zorg,
    incidenten: [
      ...zorg.incidenten,
      { incidentId, soort, gemeldOp: geldigOp, veiligheidsplanHerzien, afgehandeldOp: null },
    ],
  }),
  'traject.incident-afgehandeld@1': (zorg, { data: { incidentId, veiligheidsplanHerzien }, geldigOp }) => {
    const incident = zorg.incidenten.find((kandidaat) => kandidaat.incidentId === incidentId);
    return met(
      zorg,
      'incidenten',
      metRij(zorg.incidenten, (rij) => rij === incident, {
        veiligheidsplanHerzien: veiligheidsplanHerzien || incident?.veiligheidsplanHerzien === true,
        afgehandeldOp: geldigOp,
      }),
    );
  },
  'traject.overzicht-maatregelen-verstrekt@1': (zorg, { geldigOp }) => ({
    ...zorg,
    overzichten: [...zorg.overzichten, geldigOp].sort(),
  }),
  'traject.spoedplaatsing-besproken@1': (zorg, { geldigOp }) => {
    const eerder = zorg.spoedBesprokenOp;
    return { ...zorg, spoedBesprokenOp: eerder !== null && eerder < geldigOp ? eerder : geldigOp };
  },
  'traject.medewerker-ingezet@1': (zorg, { data, geldigOp }) => {
    const { medewerker, registratie, geldigTot, scholingGeldigTot, inzetTot } = data;
    const anderen = zorg.medewerkers.filter((ander) => ander.medewerker !== medewerker);
    return {
      ...zorg,
      medewerkers: [...anderen, { medewerker, registratie, vanaf: geldigOp, geldigTot, scholingGeldigTot, inzetTot }],
    };
  },
};
