import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings.js';

/** Where embedded mode keeps its secrets. Whoever comes first makes it; only its owner can enter, also if it was made wider. */
export const secretsFolder = ({ REGIELIJN_DATA }: Settings): string => {
  // By itself, with the usual rights: for root PostgreSQL is another user, who must be able to enter the data folder.
  mkdirSync(REGIELIJN_DATA, { recursive: true });
  const folder = join(REGIELIJN_DATA, 'geheim');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return folder;
};
