export * from './describe-error.js';
export * from './embedded-server.js';
export * from './folder-lock.js';
export * from './pool.js';
