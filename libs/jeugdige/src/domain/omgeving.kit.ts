import { expect } from '@jest/globals';
import {
  CodedError,
  type CommandContext,
  deriveId,
  type DomainEvent,
  fold,
  type Past,
  type Strijd,
} from '@regielijn/kern';
import { eventId, testContext } from '../../../kern/src/scenario.kit.js';
import type { JeugdigeCommand } from './commands.js';
import { jeugdigeDecider } from './decide.js';
import { type JeugdigeEvent, jeugdigeFeiten as feit } from './events.js';
import { type Jeugdige, jeugdigeVan } from './state.js';
import { strijdigMetRegels } from './strijd.js';

export const jeugdigeId = deriveId('jeugdige');
export const [oma, trainer] = [deriveId('oma'), deriveId('trainer')];

/** The n-th day of March 2026, at noon. */
export const dag = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T12:00:00.000Z`;

export const geregistreerd = feit.geregistreerd.of({
  ...{ jeugdigeId, bsn: '999990019', naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x' },
  ...{ gemeentecode: '0599', overigReden: null, regio: 'rijnmond' },
  casusregie: { soort: 'gemeente', organisatie: 'gemeente-0599' },
});

const persoon = (persoonId: string, naam: string, relatie: 'oma' | 'trainer') =>
  feit.netwerkpersoonVastgelegd.of({ jeugdigeId, persoonId, naam, contact: null, relatie, gezag: false });
export const omaVastgelegd = persoon(oma, 'Truida Voorbeeld', 'oma');
export const trainerVastgelegd = persoon(trainer, 'Kim Voorbeeld', 'trainer');

/** When a command is told of that day. */
export const op = (n: number, changes: Partial<CommandContext> = {}): CommandContext =>
  testContext({ geldigOp: dag(n), nu: dag(n), ...changes });

export type Verloop = readonly (readonly [dag: number, event: JeugdigeEvent])[];

/** A dossier registered on the first, with these facts of these days after it. */
export const dossier = (...verloop: Verloop) => {
  const history: readonly Past<JeugdigeEvent>[] = [[1, geregistreerd] as const, ...verloop].map(
    ([n, event], index) => ({
      ...event,
      ...{ id: eventId(index), geldigOp: dag(n), vastgelegdOp: dag(n) },
    }),
  );
  const stand: Jeugdige = jeugdigeVan(fold(jeugdigeDecider, history))!;
  const doe = (command: JeugdigeCommand): readonly DomainEvent[] =>
    jeugdigeDecider.decide(command, stand, { regio: null });
  return {
    stand,
    history,
    doe,
    strijd: (): readonly Strijd[] => strijdigMetRegels(history),
    weigert: (command: JeugdigeCommand, code: string): void => {
      let error: unknown;
      try {
        doe(command);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(CodedError);
      expect((error as CodedError).code).toBe(code);
    },
  };
};
