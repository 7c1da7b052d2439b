import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Actor } from '@regielijn/kern';
import { isRol, rollen } from '../rollen.js';

const style = `
body { margin: 0 auto; max-width: 40rem; padding: 1rem; font: 1.125rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
ul { list-style: none; padding: 0; }
li { margin-block: 1rem; }
button { font: inherit; font-weight: bold; padding: .5rem 1rem; color: #fff; background: #154273; border: 2px solid #154273; }
button:hover { background: #0d2b4b; }
button:focus-visible { outline: 3px solid #154273; outline-offset: 3px; }
li p { margin: .25rem 0 0; }
[role=alert] { padding: .5rem 1rem; border: 2px solid #b1250c; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

export type PageHeaders = Readonly<Record<string, string>>;

/** What somebody typed, as text and nothing else. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** A whole page. `content` is HTML of ours: what a user typed is escaped before. */
export const htmlPage = (title: string, content: string, css: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Regielijn</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

const page = (title: string, content: string): string => htmlPage(title, content, style);

const omschrijving = (rol: string): string => (isRol(rol) ? rollen[rol] : '');

const accountItem = ({ subject, organisatie, rol }: Actor): string => `<li>
<button name="account" value="${escapeHtml(subject)}" aria-describedby="over-${escapeHtml(subject)}">${escapeHtml(rol)}</button>
<p id="over-${escapeHtml(subject)}">${escapeHtml(omschrijving(rol))} (${escapeHtml(organisatie)})</p>
</li>`;

/** The page on which somebody picks a demo account. Its form posts `account` to the page's own address. */
export const accountPage = (accounts: readonly Actor[], fout?: string): string =>
  page(
    'Kies een demo-account',
    `<p>Dit zijn demo-accounts. Ze hebben geen wachtwoord en horen niet bij een echte persoon. Gebruik ze alleen met
verzonnen gegevens.</p>
${fout === undefined ? '' : `<p role="alert">${escapeHtml(fout)}</p>`}
<form method="post">
<ul>
${accounts.map(accountItem).join('\n')}
</ul>
</form>`,
  );

/** The page for a login that cannot go on. `code` is the OAuth error, for whoever helps the user. */
export const errorPage = (code: string): string =>
  page(
    'Aanmelden is niet gelukt',
    `<p role="alert">Ga terug naar Regielijn en meld u opnieuw aan.</p>
<p>Lukt het dan nog niet? Geef deze code door aan uw beheerder: <code>${escapeHtml(code)}</code></p>`,
  );

/**
 * The headers of these pages. `formTargets` are the origins where a submitted form may end: browsers hold every
 * redirect after a form against `form-action`.
 */
export const pageHeaders = (formTargets: readonly string[]): PageHeaders => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self' ${formTargets.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

export const sendPage = (res: ServerResponse, status: number, headers: PageHeaders, html: string): void => {
  res.writeHead(status, headers).end(html);
};
