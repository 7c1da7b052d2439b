export { FollowerCheckpoints } from './follower-checkpoints.js';
export * from './follower-runner.js';
export { type Lag, lags } from './lag.js';
export { Projection } from './projection.js';
export * from './projection-runner.js';
export type { OnProgress } from './generation-builder.js';
export * from './read-after-write.js';
export * from './read-model.js';
export { generations, type ParkedStream, parkedStreams } from './registry.js';
