import type { NewEvent } from '@regielijn/event-store';
import { randomId } from '@regielijn/kern';

/** An event of ordinary size: about 700 bytes with its ciphertext. */
export const sampleEvent = (): NewEvent => {
  const [id, trajectId, commandId] = [randomId(), randomId(), randomId()];
  return {
    id,
    type: 'traject.perspectief-vastgesteld@1',
    geldigOp: '2026-03-02T09:30:00.000Z',
    vastgelegdOp: '2026-03-02T09:30:00.000Z',
    metadata: {
      actor: { subject: 'dienst-demo', organisatie: 'regielijn', rol: 'dienst' },
      commandId,
      commandHash: 'mC2gqqWcKxkq0mCqf1yQ7zQk1zqJvY0iLw4h6oZ0F0A',
      correlationId: commandId,
      causationId: commandId,
    },
    data: {
      trajectId,
      jeugdigeId: trajectId,
      levensgebied: 'wonen',
      perspectief: 'A'.repeat(130),
      metJeugdige: true,
    },
  };
};
