import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, randomId } from '@regielijn/kern';
import type { Random } from './random.js';
import type { Record } from './record.js';
import type { Servers } from './servers.js';

/** What a command came to in the end. */
export interface Outcome {
  readonly status: number;
  // What a route answers is as it says; a step that reads something that is not there fails.
  readonly body: any;
}

/** So long somebody goes on giving the same command. */
const ANSWERED_WITHIN_MS = 120_000;
const REQUEST_WITHIN_MS = 15_000;
const AGAIN_AFTER_MS = 100;

/** No answer, or one that says to come back: nobody knows whether it was carried out. */
const LOST = null;

export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** Gives commands as a careful client does: the same one, under the same key, until there is an answer. */
export class Caller {
  constructor(
    private readonly servers: Pick<Servers, 'apis' | 'sign'>,
    private readonly record: Record,
    private readonly random: Random,
  ) {}

  /** @throws UnexpectedAnswer for a refusal whose code is not among `refusals` */
  async give(actor: Actor, path: string, body: object = {}, refusals: readonly string[] = []): Promise<Outcome> {
    const key = randomId();
    this.record.write({ what: 'asked', key, path });
    const outcome = await this.untilAnswered(actor, path, { body, key });
    const { code = '', positie, gebeurtenissen } = outcome.body ?? {};
    if (outcome.status < 300)
      this.record.write({ what: 'acknowledged', key, position: positie, events: gebeurtenissen });
    else this.record.write({ what: 'refused', key, status: outcome.status, code });
    if (outcome.status >= 300 && !refusals.includes(code))
      throw new UnexpectedAnswer(`${path}: ${outcome.status} ${code}, sleutel ${key}`);
    return outcome;
  }

  async ask(actor: Actor, path: string): Promise<Outcome['body']> {
    const { status, body } = await this.untilAnswered(actor, path, null);
    if (status !== 200) throw new UnexpectedAnswer(`GET ${path}: ${status} ${body?.code}`);
    return body;
  }

  private async untilAnswered(
    actor: Actor,
    path: string,
    command: { readonly body: object; readonly key: string } | null,
  ): Promise<Outcome> {
    for (const deadline = Date.now() + ANSWERED_WITHIN_MS; Date.now() < deadline;) {
      const outcome = await this.once(actor, path, command);
      if (outcome !== LOST) return outcome;
      await sleep(AGAIN_AFTER_MS);
    }
    throw new UnexpectedAnswer(`${path}: no answer in ${ANSWERED_WITHIN_MS} ms`);
  }

  private async once(
    actor: Actor,
    path: string,
    command: { readonly body: object; readonly key: string } | null,
  ): Promise<Outcome | typeof LOST> {
    const { apis, sign } = this.servers;
    const { address } = apis[this.random.between(0, apis.length - 1)]!;
    const headers = { authorization: `Bearer ${await sign(actor)}`, connection: 'close' };
    try {
      const response = await fetch(`${address}${path}`, {
        signal: AbortSignal.timeout(REQUEST_WITHIN_MS),
        ...(command === null
          ? { headers }
          : {
              method: 'POST',
              headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': command.key },
              body: JSON.stringify(command.body),
            }),
      });
      const text = await response.text();
      if (response.status === 503) return LOST;
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    } catch {
      return LOST;
    }
  }
}
