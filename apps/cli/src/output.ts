import { type Datum, datumVan, type Instant, kloktijdVan } from '@regielijn/kern';
import { plainLine, type Say } from '@regielijn/postgres';

/** Set while a bar stands on the terminal and its line has not ended. */
let barIsOpen = false;

const endBar = (): void => {
  if (barIsOpen) process.stderr.write('\n');
  barIsOpen = false;
};

/** `09-01-2026` */
export const dagTekst = (datum: Datum): string => datum.split('-').reverse().join('-');

/** `09-01-2026 22:15`: the day and the time on the clock in Amsterdam. */
export const tijdstipTekst = (moment: Instant): string => `${dagTekst(datumVan(moment))} ${kloktijdVan(moment)}`;

/** Everything that is not the answer goes here, so that stdout holds one document and nothing else. */
export const say: Say = (line, about) => {
  endBar();
  process.stderr.write(`${plainLine(line, about)}\n`);
};

/** The answer: one JSON document, or text for people. */
export const answer = (value: unknown, options: { readonly json?: boolean | undefined }, text: () => string): void => {
  endBar();
  process.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${text()}\n`);
};

const QUIET_MS = 2_000;

/** How far a long run is: a bar that redraws on a terminal, a plain line every two seconds elsewhere. */
export const progress = (label: string) => {
  let last = 0;
  const onTerminal = process.stderr.isTTY === true;
  const show = (done: number, total: number | null): void => {
    const finished = total !== null && done >= total;
    if (!finished && Date.now() - last < (onTerminal ? 100 : QUIET_MS)) return;
    last = Date.now();
    const share = total === null || total === 0 ? null : Math.floor((done * 100) / total);
    const counted = `${done}${total === null ? '' : ` van ${total}`}`;
    if (!onTerminal) return say(`${label}: ${counted}${share === null ? '' : ` (${share}%)`}`);
    const bar = share === null ? '' : `[${'#'.repeat(Math.floor(share / 4)).padEnd(25, '.')}] ${share}% `;
    process.stderr.write(`\r${label}: ${bar}${counted}\x1b[K`);
    barIsOpen = true;
    if (finished) endBar();
  };
  return show;
};

/** Columns of text, numbers to the right. */
export const table = (rows: readonly (readonly (string | number)[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const cell = (value: string | number, column: number): string =>
    typeof value === 'number' ? String(value).padStart(widths[column]!) : value.padEnd(widths[column]!);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
};
