export { postbusFolder } from './berichtinstellingen.js';
export * from './config-files.js';
export * from './engine.js';
export { EngineModule } from './engine.module.js';
export * from './readiness.js';
export * from './secrets-folder.js';
export * from './settings.js';
export * from './slices.js';
export * from './work.js';
