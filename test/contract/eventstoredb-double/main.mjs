/**
 * A double of an EventStoreDB node for tests: its own process, speaking the real protocol to the real client, with its
 * log on disk so that it can be killed at any moment. Usage: node main.mjs --port=0 --data=<file>
 * Says `READY <port>` once it answers; port 0 takes a free one. --forgetful and --slow-ms: see log.mjs.
 */
import { parseArgs } from 'node:util';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { Log } from './log.mjs';
import { serverFeaturesService, streamsService } from './service.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    forgetful: { type: 'boolean' },
    'slow-ms': { type: 'string' },
  },
});
if (!values.data) throw new Error('--data=<file> says where the log lies');

const log = await Log.open(values.data, { forgetful: values.forgetful, slowMs: Number(values['slow-ms'] ?? 0) });
const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
server.addService(streams.StreamsService, streamsService(log));
server.addService(features.ServerFeaturesService, serverFeaturesService());
server.bindAsync(`127.0.0.1:${values.port}`, ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`READY ${port}`);
});
