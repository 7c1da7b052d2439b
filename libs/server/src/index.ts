export { openLog, sayTo } from './log.js';
export { type RequestWatch, watchRequests } from './requests.js';
export * from './server-process.js';
