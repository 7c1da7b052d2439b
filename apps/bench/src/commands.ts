import { CommandRunner, EventCodec, EventLog, type EventStore, type KeyStore } from '@regielijn/event-store';
import { createCatalogue } from '@regielijn/engine';
import { type CommandContext, randomId } from '@regielijn/kern';
import { parseInput } from '@regielijn/poort';
import { StelPerspectiefVast, type Traject, trajectDecider, trajectStream } from '@regielijn/traject';
import { measure, type Run } from './measure.js';
import { sampleEvent } from './sample.js';

const EVENTS_PER_STREAM = 16;
const NU = '2026-03-02T09:30:00.000Z';

const context = (): CommandContext => {
  const commandId = randomId();
  return {
    commandId,
    ...{ actor: { subject: 'dienst-demo', organisatie: 'regielijn', rol: 'dienst' }, geldigOp: NU, nu: NU },
    ...{ correlationId: commandId, causationId: commandId },
  };
};

/** A full command without Nest: validate, read the stream and decrypt it, decide, encrypt, append. */
export class Commands {
  private readonly runner: CommandRunner;
  private readonly log: EventLog;

  constructor(store: EventStore, keys: KeyStore) {
    this.log = new EventLog(store, new EventCodec(createCatalogue(), keys));
    this.runner = new CommandRunner(this.log);
  }

  /** Each caller fills a stream of its own up to sixteen events, then begins another. */
  run(callers: number, total: number): Promise<Run> {
    const streams: { trajectId: string; events: number }[] = [];
    return measure(callers, total, async (caller) => {
      let stream = streams[caller];
      if (!stream || stream.events >= EVENTS_PER_STREAM) {
        stream = { trajectId: randomId(), events: 1 };
        streams[caller] = stream;
        await this.begin(stream.trajectId);
        return;
      }
      stream.events += 1;
      const input = {
        trajectId: stream.trajectId,
        levensgebied: 'wonen',
        perspectief: 'Een plek met rust en iemand die meedenkt.',
        metJeugdige: true,
      };
      const command = new StelPerspectiefVast(parseInput(StelPerspectiefVast.definition.schema, input), context());
      await this.runner.decide({
        decider: trajectDecider,
        stream: trajectStream(stream.trajectId),
        command,
        facts: (_: Traject | null) => ({}),
      });
    });
  }

  private async begin(trajectId: string): Promise<void> {
    const data = {
      ...{ trajectId, jeugdigeId: trajectId, urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis' },
      ...{ aanmelder: 'gi-jb-west', gemeentecode: '0599', regio: 'rijnmond' },
    };
    await this.log.append(trajectStream(trajectId), 'no-stream', [
      { ...sampleEvent(), type: 'traject.aangemeld@1', data },
    ]);
  }
}
