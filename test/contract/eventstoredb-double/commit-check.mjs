/**
 * What a node answers to an append, given the stream and the event ids. It looks at the ids before it refuses a wrong
 * expected revision, and that order makes its odd answers: see eventstoredb-answers.json.
 *
 * @typedef {'any' | 'no_stream' | 'stream_exists' | bigint} Expected
 * @typedef {{ kind: 'write' } | { kind: 'repeat', last: number } | { kind: 'wrong-expected-version', current: number }
 *   | { kind: 'stream-deleted' }} Verdict  `last` and `current` are revisions; -1 is no stream.
 */

/**
 * @param {import('./streams.mjs').Stream} stream
 * @param {Expected} expected
 * @param {readonly string[]} ids
 * @returns {Verdict}
 */
export const checkCommit = (stream, expected, ids) => {
  const current = stream.events.length - 1;
  /** @type {Verdict} */
  const wrong = { kind: 'wrong-expected-version', current };
  if (stream.tombstoned) return { kind: 'stream-deleted' };
  if (expected === 'stream_exists' && stream.softDeleted) return { kind: 'stream-deleted' };
  if (expected === 'stream_exists' && current < 0) return wrong;
  if (expected === 'any' || expected === 'stream_exists') return checkAnywhere(stream, ids, wrong);
  const after = expected === 'no_stream' ? -1 : Number(expected);
  if (after > current) return wrong;
  if (after === current) return { kind: 'write' };
  return checkBehind(stream, after, ids, wrong);
};

/** Without an expected revision the node knows an id wherever it last lay in the stream. */
const checkAnywhere = (stream, ids, wrong) => {
  const places = ids.map((id) => stream.lastPlace.get(id));
  if (places.length === 0 || places[0] === undefined) return { kind: 'write' };
  return places.includes(undefined) ? wrong : { kind: 'repeat', last: places.at(-1) };
};

/** With one, it compares with what lies right behind that revision. */
const checkBehind = (stream, after, ids, wrong) => {
  const same = ids.map((id, nr) => stream.events[after + 1 + nr]?.id === id);
  if (ids.length > 0 && same.every(Boolean)) return { kind: 'repeat', last: after + ids.length };
  return after === -1 && !same[0] && stream.softDeleted ? { kind: 'write' } : wrong;
};
