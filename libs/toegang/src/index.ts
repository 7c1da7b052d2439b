export * from './beleid.js';
export * from './demo-accounts.js';
export { type BuiltInIssuer, type BuiltInIssuerOptions, createBuiltInIssuer } from './issuer/built-in-issuer.js';
export { DIRECT_TOKEN_ISSUER, type IssuerKeys, openIssuerKeys } from './issuer/issuer-keys.js';
export { escapeHtml, htmlPage } from './issuer/pages.js';
export { DEMO_CLIENT_ID } from './issuer/provider-configuration.js';
export * from './rollen.js';
export * from './token.js';
