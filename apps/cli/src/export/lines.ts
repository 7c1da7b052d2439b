import { type CodedError, ongeldig } from '@regielijn/kern';

/** The largest event that a store takes, and what a line of an export adds to it. */
const MAX_LINE_BYTES = 1024 * 1024 + 1024;
const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The one refusal of an import: which line, and why. Lines count from 1. */
export const wrongLine = (regel: number, reden: string): CodedError =>
  ongeldig('IMPORT_REGEL', `Regel ${regel} van de import klopt niet: ${reden}. Er is niets geïmporteerd.`, {
    regel,
    reden,
  });

/**
 * The lines of an export, each ended by a newline and by nothing else: a name may hold what other readers of lines take
 * for an end. Refuses what is no text, has no end, or is too long to be an event before all of it is in memory.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let size = 0;
  let regel = 1;
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size > MAX_LINE_BYTES) throw wrongLine(regel, 'de regel is te lang');
    rest.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      yield decode(Buffer.concat(rest), regel);
      [rest, size, from] = [[], 0, end + 1];
      regel += 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) throw wrongLine(regel, 'het einde van de regel ontbreekt; het bestand is afgebroken');
}

const decode = (bytes: Buffer, regel: number): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw wrongLine(regel, 'geen geldige tekst (UTF-8)');
  }
};
