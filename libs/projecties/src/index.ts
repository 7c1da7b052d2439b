export { FollowerCheckpoints } from './follower-checkpoints.js';
export * from './follower-runner.js';
export { Projection } from './projection.js';
export * from './projection-runner.js';
export type { OnProgress } from './generation-builder.js';
export * from './read-after-write.js';
export * from './read-model.js';
export { whileAlone } from './one-active.js';
export { followerPositions, generations, type ParkedStream, parkedStreams, restartFollowers } from './registry.js';
