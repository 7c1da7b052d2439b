import { htmlPage } from '@regielijn/toegang';

const STYLE = `
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1 { line-height: 1.2 } code, pre { background: #f0f0f0; padding: .1em .3em } a { color: #005a9c }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem }
`;

/** A code as a reader says it. */
export const inWords = (code: string): string => code.replaceAll('_', ' ');

export const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });

/** A page of the program's own, until the workplace is there. `content` is HTML of ours: what a user typed is escaped before. */
export const page = (title: string, content: string, style = ''): string => htmlPage(title, content, STYLE + style);
