import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, status } from '@grpc/grpc-js';
import {
  batchAnswerMessage,
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  expectedOf,
  MAX_APPEND_SIZE,
  nameOf,
  sizeOf,
  streamNotFoundMessage,
  toProposedEvent,
} from './messages.mjs';

/** How many events a node looks at before it says how far it came. */
const SEARCH_WINDOW = 32;

/** @param {import('./log.mjs').Log} log */
export const streamsService = (log) => ({
  batchAppend: (call) => batchAppend(log, call),
  read: (call) => {
    read(log, call).then(
      () => call.end(),
      (error) => call.emit('error', error),
    );
  },
  delete: (call, answer) => remove(log, call, 'soft').then(() => answer(null, new streams.DeleteResp()), answer),
  tombstone: (call, answer) =>
    remove(log, call, 'tombstone').then(() => answer(null, new streams.TombstoneResp()), answer),
});

/** The client asks this first, and appends over one batch call because it is in the list. */
export const serverFeaturesService = () => ({
  getSupportedMethods: (_call, answer) => {
    const batchAppends = new features.SupportedMethod()
      .setServiceName('event_store.client.streams.streams')
      .setMethodName('batchappend');
    answer(null, new features.SupportedMethods().setEventStoreServerVersion('24.6.0.0').setMethodsList([batchAppends]));
  },
});

const batchAppend = (log, call) => {
  /** @type {Map<string, { options: object, events: import('./streams.mjs').ProposedEvent[] }>} */
  const unfinished = new Map();
  call.on('data', (request) => {
    const correlationId = request.getCorrelationId();
    const key = correlationId.getString();
    const append = unfinished.get(key) ?? { options: request.getOptions(), events: [] };
    unfinished.set(key, append);
    append.events.push(...request.getProposedMessagesList().map(toProposedEvent));
    if (!request.getIsFinal()) return;
    unfinished.delete(key);
    const name = nameOf(append.options.getStreamIdentifier());
    void answerAppend(log, name, append).then((answer) => call.write(batchAnswerMessage(correlationId, name, answer)));
  });
  call.on('end', () => call.end());
};

const answerAppend = async (log, name, { options, events }) => {
  const size = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (size > MAX_APPEND_SIZE) return { kind: 'maximum-append-size-exceeded' };
  return log.append(name, expectedOf(options), events);
};

const remove = (log, call, how) => log.remove(nameOf(call.request.getOptions().getStreamIdentifier()), how);

const read = async (log, call) => {
  const options = call.request.getOptions();
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort());
  const until = (emitter, event) => once(emitter, event, { signal: gone.signal }).catch(() => undefined);
  const send = async (message) => {
    if (!call.cancelled && !call.write(message)) await until(call, 'drain');
  };
  if (options.hasSubscription()) await subscribe(log, options, send, () => until(log, 'published'), gone.signal);
  else if (options.hasStream()) await readStream(log, options, send);
  else await readAll(log, options, send);
};

const readStream = async (log, options, send) => {
  const name = nameOf(options.getStream().getStreamIdentifier());
  const found = log.readStream(name);
  if (found === 'stream-deleted') throw streamDeleted(name);
  if (found === 'stream-not-found') return send(streamNotFoundMessage(name));
  const place = options.getStream();
  const from = place.hasRevision() ? BigInt(place.getRevision()) : undefined;
  const inDirection = isBackwards(options)
    ? found.filter(({ revision }) => from === undefined || revision <= from).reverse()
    : found.filter(({ revision }) => revision >= (from ?? 0n));
  for (const event of inDirection.slice(0, Number(options.getCount()))) await send(eventMessage(event));
};

const readAll = async (log, options, send) => {
  const place = options.getAll();
  const backwards = isBackwards(options);
  const matches = filterOf(options);
  let index = 0;
  if (place.hasPosition()) index = log.indexOf(Number(place.getPosition().getCommitPosition()));
  else if (place.hasEnd()) index = log.published - 1;
  let left = Number(options.getCount());
  for (; left > 0 && index >= 0 && index < log.published; index += backwards ? -1 : 1) {
    const event = log.at(index);
    if (!matches(event)) continue;
    await send(eventMessage(event));
    left -= 1;
  }
};

/** To $all from after a position: what is there, the mark that this was all, and then what comes. */
const subscribe = async (log, options, send, more, gone) => {
  const matches = filterOf(options);
  const window = SEARCH_WINDOW * (options.getFilter()?.getCheckpointintervalmultiplier() ?? Infinity);
  await send(confirmationMessage(randomUUID()));
  const place = options.getAll();
  let index = place.hasEnd() ? log.published : 0;
  if (place.hasPosition()) index = log.indexOf(Number(place.getPosition().getCommitPosition()) + 1);
  for (let looked = 1, live = false; !gone.aborted; looked++) {
    while (index >= log.published && !gone.aborted) {
      if (!live) await send(caughtUpMessage());
      live = true;
      if (index >= log.published) await more();
    }
    if (gone.aborted) return;
    const event = log.at(index++);
    if (matches(event)) await send(eventMessage(event));
    if (looked % window === 0) await send(checkpointMessage(event.position));
  }
};

const isBackwards = (options) => options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

const filterOf = (options) => {
  if (!options.hasFilter()) return () => true;
  const filter = options.getFilter();
  const onStream = filter.hasStreamIdentifier();
  const expression = onStream ? filter.getStreamIdentifier() : filter.getEventType();
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  return (event) => {
    const word = onStream ? event.stream : event.type;
    return regex ? regex.test(word) : expression.getPrefixList().some((prefix) => word.startsWith(prefix));
  };
};

const streamDeleted = (name) => {
  const metadata = new Metadata();
  metadata.set('exception', 'stream-deleted');
  metadata.set('stream-name', name);
  const details = `Event stream '${name}' is deleted.`;
  return Object.assign(new Error(details), { code: status.FAILED_PRECONDITION, details, metadata });
};
