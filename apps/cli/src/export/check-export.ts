import { createHash } from 'node:crypto';
import { type EventCatalogue, keyIdsOf } from '@regielijn/event-store';
import type { CodedError } from '@regielijn/kern';
import { type EventLine, parseLine } from './line.js';
import { linesOf, wrongLine } from './lines.js';

export interface Checked {
  readonly events: number;
  /** Whose keys open the personal fields in it. */
  readonly keyIds: ReadonlySet<string>;
}

/** Refuses at the first line that cannot be: nothing is imported before all of it is checked. */
class ExportChecker {
  private readonly hash = createHash('sha256');
  private readonly versions = new Map<string, number>();
  private readonly ids = new Set<string>();
  private readonly keyIds = new Set<string>();
  private lastMoment = '';
  private regel = 0;
  private events = 0;
  private ended = false;

  constructor(private readonly catalogue: EventCatalogue) {}

  line(text: string): void {
    this.regel += 1;
    if (this.ended) throw wrongLine(this.regel, 'na de slotregel komt niets meer');
    const parsed = parseLine(text);
    if ('wrong' in parsed) throw wrongLine(this.regel, parsed.wrong);
    if ('end' in parsed) return this.close(parsed.end.einde);
    this.checkEvent(parsed.event);
    this.hash.update(`${text}\n`);
    this.events += 1;
  }

  /** After the last line: a file without its closing line was cut off. */
  done(): Checked {
    if (!this.ended) throw wrongLine(this.regel + 1, 'de slotregel ontbreekt; het bestand is afgebroken');
    return { events: this.events, keyIds: this.keyIds };
  }

  private close(einde: { events: number; sha256: string }): void {
    if (einde.events !== this.events)
      throw wrongLine(this.regel, `de slotregel telt ${einde.events} gebeurtenissen, het bestand ${this.events}`);
    if (einde.sha256 !== this.hash.digest('hex'))
      throw wrongLine(this.regel, 'de controlesom past niet bij de regels ervoor');
    this.ended = true;
  }

  private checkEvent(event: EventLine): void {
    const { nr, stream, versie, id, type, vastgelegdOp } = event;
    const wrong = (reden: string): CodedError => wrongLine(this.regel, reden);
    if (nr !== this.events + 1)
      throw wrong(`nummer ${nr} waar ${this.events + 1} moet staan; een regel ontbreekt of staat dubbel`);
    const expected = this.versions.get(stream) ?? 0;
    if (versie !== expected) throw wrong(`versie ${versie} van ${stream} waar ${expected} moet staan`);
    if (this.ids.has(id)) throw wrong('dit id kwam al eerder voor');
    if (vastgelegdOp < this.lastMoment) throw wrong('vastgelegdOp ligt voor dat van de vorige regel');
    try {
      this.catalogue.known(type);
    } catch {
      throw wrong(`onbekend soort gebeurtenis ${type}`);
    }
    try {
      for (const keyId of keyIdsOf(this.catalogue, event)) this.keyIds.add(keyId);
    } catch {
      throw wrong('een persoonsgegeven staat er niet versleuteld in');
    }
    this.versions.set(stream, versie + 1);
    this.ids.add(id);
    this.lastMoment = vastgelegdOp;
  }
}

/** Checks a whole export. */
export const checkExport = async (chunks: AsyncIterable<Buffer>, catalogue: EventCatalogue): Promise<Checked> => {
  const checker = new ExportChecker(catalogue);
  for await (const line of linesOf(chunks)) checker.line(line);
  return checker.done();
};
