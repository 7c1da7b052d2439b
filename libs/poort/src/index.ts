export * from './handlers.js';
export * from './poort.js';
export * from './routes.js';
