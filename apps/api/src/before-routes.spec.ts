import type { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { answerUnreadable } from './before-routes.js';

/** A connection, and what was written to it. */
const connection = (state: Partial<Socket> = {}) => {
  const written: string[] = [];
  const ended: string[] = [];
  const socket = {
    ...{ destroyed: false, writable: true, write: (text: string) => written.push(text) },
    ...{ destroySoon: () => ended.push('after what was written'), ...state },
  };
  return { written, ended, socket: socket as unknown as Socket };
};

describe('what Node cannot read as HTTP', () => {
  it.each([
    ['HPE_INVALID_METHOD', 400, 'ONGELDIGE_INVOER'],
    ['HPE_HEADER_OVERFLOW', 431, 'TE_GROOT'],
    ['ERR_HTTP_REQUEST_TIMEOUT', 408, 'TE_LANGZAAM'],
    [undefined, 400, 'ONGELDIGE_INVOER'],
  ])(
    'given %s, then the answer is a problem %i of its own length, and the last one on this connection',
    (code, status, problem) => {
      const { written, ended, socket } = connection();
      answerUnreadable({ ...(code === undefined ? {} : { code }) }, socket);
      const [head = '', body = ''] = written.join('').split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(head).toContain('Content-Type: application/problem+json');
      expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
      expect(head).toContain('Connection: close');
      expect(JSON.parse(body)).toMatchObject({ status, code: problem, detail: expect.stringMatching(/\.$/) });
      expect(ended).toHaveLength(1);
    },
  );

  it('given a client that is gone, then nothing is said', () => {
    const [reset, gone, deaf] = [connection(), connection({ destroyed: true }), connection({ writable: false })];
    answerUnreadable({ code: 'ECONNRESET' }, reset.socket);
    answerUnreadable({ code: 'HPE_INVALID_METHOD' }, gone.socket);
    answerUnreadable({ code: 'HPE_INVALID_METHOD' }, deaf.socket);
    expect([reset.written, gone.written, deaf.written]).toEqual([[], [], []]);
    expect([reset.ended.length, gone.ended.length, deaf.ended.length]).toEqual([0, 0, 1]);
  });
});
