import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What was going to be asked, written down before it was. */
export interface Asked {
  readonly what: 'asked';
  /** The `Idempotency-Key`, and so the id of the command. */
  readonly key: string;
  readonly path: string;
}

/** A command of which the caller was told that it was carried out. */
export interface Acknowledged {
  readonly what: 'acknowledged';
  readonly key: string;
  readonly position: string;
  /** The ids of the events it was answered with. */
  readonly events: readonly string[];
}

export interface Refused {
  readonly what: 'refused';
  readonly key: string;
  readonly status: number;
  readonly code: string;
}

export type Line = Asked | Acknowledged | Refused;

/** What the campaign knows by itself: a file that is only added to, and on disk before anything goes on. */
export class Record {
  private readonly file: number;
  acknowledged = 0;

  constructor(readonly path: string) {
    this.file = openSync(path, 'ax');
  }

  write(line: Line): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.file);
    if (line.what === 'acknowledged') this.acknowledged += 1;
  }

  close(): void {
    closeSync(this.file);
  }
}

export const readRecord = (path: string): readonly Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
