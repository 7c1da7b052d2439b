export * from './handlers.js';
export * from './poort.js';
