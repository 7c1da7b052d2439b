import { describe, expect, it } from '@jest/globals';
import type { CommandRunner, EventLog, RecordedEvent } from '@regielijn/event-store';
import { StoreUnavailableError } from '@regielijn/event-store';
import { deriveId, onbekend, weiger } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { EscalatieNaOverdracht } from './escalatie-na-overdracht.follower.js';

const jeugdigeId = deriveId('jeugdige');
const event = (type: string, position: string, data: object): RecordedEvent =>
  ({
    ...{ id: deriveId(position), stream: `jeugdige-${jeugdigeId}`, type, position },
    ...{ vastgelegdOp: '2026-03-02T09:00:00.000Z', geldigOp: '2026-03-02T09:00:00.000Z' },
    ...{ metadata: { correlationId: deriveId('aanleiding') }, data: { jeugdigeId, ...data } },
  }) as unknown as RecordedEvent;
const geweigerd = event('jeugdige.regieoverdracht-geweigerd@2', '1', {
  ...{ overdrachtId: deriveId('eerste'), escalatie: true },
});
const aanvaard = event('jeugdige.regieoverdracht-aanvaard@2', '2', { overdrachtId: deriveId('tweede') });

/** The follower, where closing the question ends with this error. */
const follower = (error: Error): EscalatieNaOverdracht => {
  const poort = { opdracht: () => Promise.reject(error) } as unknown as Poort;
  const log = { read: async () => [geweigerd, aanvaard] } as unknown as EventLog;
  return new EscalatieNaOverdracht(poort, {} as CommandRunner, log);
};

describe('casusregie that is accepted after a refusal', () => {
  it.each([
    ['closed already', weiger('OPSCHALING_IS_AFGESLOTEN', 'Deze opschaling is afgesloten.')],
    ['never opened, because the dossier was closed', onbekend('Deze opschaling')],
  ])('given a question that was %s, then there is nothing left to do', async (_, error) => {
    await expect(follower(error).handle(aanvaard)).resolves.toBeUndefined();
  });

  it('given a store that is away, then it is tried again', async () => {
    await expect(follower(new StoreUnavailableError('proef')).handle(aanvaard)).rejects.toThrow();
  });
});
