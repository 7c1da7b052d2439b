import { parse, v4, v5 } from 'uuid';
import { z } from 'zod';

/** Lower-case uuid of any version: what every id in the log is. */
export const IdSchema = z.guid().regex(/^[0-9a-f-]{36}$/, 'een uuid in kleine letters');

const namespace = parse('b5bd9f3c-6f5c-5e0e-9a53-7d1f6f0a2c11');

/** The same words give the same id, for ever: how a retried command lands on the stream and events it made before. */
export const deriveId = (...words: readonly (string | number)[]): string => v5(words.join('|'), namespace);

export const randomId = (): string => v4();
