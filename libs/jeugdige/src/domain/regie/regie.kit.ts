import { deriveId, fold } from '@regielijn/kern';
import { past, testContext } from '../../../../kern/src/scenario.kit.js';
import type { JeugdigeCommand } from '../commands.js';
import { jeugdigeDecider } from '../decide.js';
import { type Houder, type JeugdigeEvent, jeugdigeFeiten as feit } from '../events.js';
import type { JeugdigeFacts } from '../facts.js';
import { type Jeugdige, jeugdigeVan } from '../state.js';

export const jeugdigeId = deriveId('jeugdige');
export const overdrachtId = deriveId('overdracht');
export const gemeente: Houder = { soort: 'gemeente', organisatie: 'gemeente-0599' };
export const gi: Houder = { soort: 'GI', organisatie: 'gi-demo' };

export const op = (dag: string): string => `${dag}T09:00:00.000Z`;
export const context = (dag: string) => testContext({ nu: op(dag), commandId: deriveId('opdracht', dag) });

export const geregistreerd = feit.geregistreerd.of({
  ...{ jeugdigeId, bsn: '999990019', naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x' },
  ...{ gemeentecode: '0599', overigReden: null, regio: 'rijnmond', casusregie: gemeente },
});
export const aangeboden = (aan = gi, van = gemeente, geldigTot = op('2026-04-01')) =>
  feit.overdrachtAangeboden.of({
    ...{ jeugdigeId, overdrachtId, van, aan, geldigTot, toelichting: null },
    ...{ richting: aan.soort === 'GI' ? 'heen' : 'terug', minimumset: {}, ontbreekt: [] },
  });
export const aanvaard = (door = gi, medewerker = 'jb-1', voorwaarden: string[] | null = null) =>
  feit.overdrachtAanvaard.of({
    ...{ jeugdigeId, overdrachtId, door, medewerker, voorwaarden },
    aantalVoorwaarden: voorwaarden?.length ?? 0,
  });
export const regel = (...perioden: readonly (readonly [vanaf: string, houder: 'GI' | 'gemeente'])[]) =>
  feit.regieregelVastgesteld.of({
    jeugdigeId,
    perioden: perioden.map(([vanaf, houder]) => ({ vanaf, houder, regel: 'gedwongen_kader' })),
    ...{ regelversie: 'regie-1', bron: [], aanleiding: deriveId('aanleiding') },
  });
export const verhuisdNaar = (gemeentecode: string, regio: string, vervallenOverdrachtId: string | null = null) =>
  feit.verhuisd.of({
    ...{ jeugdigeId, gemeentecode, overigReden: null, regio, vervallenOverdrachtId },
    gemeente: { soort: 'gemeente', organisatie: `gemeente-${gemeentecode}` },
  });
export const gewisseld = (
  medewerker: string | null,
  regie: 'casusregie' | 'systeemregie' | 'behandelregie' = 'casusregie',
) => feit.medewerkerGewisseld.of({ jeugdigeId, regie, medewerker });

export type Dag = readonly [dag: string, event: JeugdigeEvent];

/** A dossier that began on 1 January 2026, with these facts on these days. */
export const dossier = (...dagen: readonly Dag[]) => {
  const history = [['2026-01-01', geregistreerd] as Dag, ...dagen].map(([dag, event], n) => ({
    ...past([event], op(dag))[0]!,
    id: deriveId('feit', n),
  }));
  const state: Jeugdige = jeugdigeVan(fold(jeugdigeDecider, history))!;
  return {
    state,
    doe: (command: JeugdigeCommand, facts: Partial<JeugdigeFacts> = {}) =>
      jeugdigeDecider.decide(command, state, { regio: null, ...facts }),
  };
};

/** The code with which this is refused; `null` when it is not. */
export const weigering = (doe: () => unknown): string | null => {
  try {
    doe();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
