export { alsFollower } from './als-follower.js';
export * from './correctie-handlers.js';
export { plainHandlers } from './handlers.js';
export * from './poort.js';
export * from './routes.js';
