import { createRequire } from 'node:module';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

// Through the client: google-protobuf is its dependency, not ours.
const requireOfClient = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));
const { Any } = requireOfClient('google-protobuf/google/protobuf/any_pb.js');
const { Empty: GoogleEmpty } = requireOfClient('google-protobuf/google/protobuf/empty_pb.js');

/** What a node takes in one append when nobody configured it otherwise. */
export const MAX_APPEND_SIZE = 1024 * 1024;

const TICKS_PER_MS = 10_000;

export const nameOf = (identifier) => Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

const identifierOf = (name) => new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));

/** @returns {import('./streams.mjs').ProposedEvent} */
export const toProposedEvent = (message) => ({
  id: message.getId().getString(),
  type: message.getMetadataMap().get('type'),
  contentType: message.getMetadataMap().get('content-type'),
  metadata: message.getCustomMetadata_asB64(),
  data: message.getData_asB64(),
});

/** How a node measures an event against its maximum. */
export const sizeOf = (event) =>
  Buffer.byteLength(event.data, 'base64') + Buffer.byteLength(event.metadata, 'base64') + 2 * event.type.length;

/** @returns {import('./commit-check.mjs').Expected} */
export const expectedOf = (options) => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return BigInt(options.getStreamPosition());
};

/** @param {import('./streams.mjs').StoredEvent} event */
export const eventMessage = (event) => {
  const position = String(event.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(event.created) * BigInt(TICKS_PER_MS)));
  const read = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position);
  return new streams.ReadResp().setEvent(read);
};

export const streamNotFoundMessage = (name) =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name)),
  );

export const confirmationMessage = (id) =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const caughtUpMessage = () => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const checkpointMessage = (position) =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

/**
 * @param {import('./log.mjs').Answer | { kind: 'maximum-append-size-exceeded' }} answer
 * @param {string} name of the stream
 */
export const batchAnswerMessage = (correlationId, name, answer) => {
  const message = new streams.BatchAppendResp().setCorrelationId(correlationId).setStreamIdentifier(identifierOf(name));
  if (answer.kind !== 'written') return message.setError(new status.Status().setDetails(errorDetails(name, answer)));
  const success = new streams.BatchAppendResp.Success().setCurrentRevision(String(answer.revision));
  if (answer.position === undefined) success.setNoPosition(new GoogleEmpty());
  else success.setPosition(allPosition(answer.position));
  return message.setSuccess(success);
};

const allPosition = (position) =>
  new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position));

const packed = (message, type) => {
  const any = new Any();
  any.pack(message.serializeBinary(), `event_store.client.${type}`);
  return any;
};

const errorDetails = (name, answer) => {
  switch (answer.kind) {
    case 'wrong-expected-version': {
      const wrong = new shared.WrongExpectedVersion();
      if (answer.current < 0) wrong.setCurrentNoStream(new GoogleEmpty());
      else wrong.setCurrentStreamRevision(String(answer.current));
      return packed(wrong, 'WrongExpectedVersion');
    }
    case 'stream-deleted':
      return packed(new shared.StreamDeleted().setStreamIdentifier(identifierOf(name)), 'StreamDeleted');
    case 'maximum-append-size-exceeded':
      return packed(
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE),
        'MaximumAppendSizeExceeded',
      );
    case 'timeout':
      return packed(new shared.Timeout(), 'Timeout');
  }
};
