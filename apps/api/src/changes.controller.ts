import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { wijzigingsoorten } from '@regielijn/engine';
import { ongeldig } from '@regielijn/kern';
import { actorOf, isPositie, type Verzoek } from '@regielijn/poort';
import { bearerToken, expiryOf, waarvanMag } from '@regielijn/toegang';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeFeed } from './change-feed.js';
import { COMMON_HEADERS } from './problems.js';

export const CHANGES_PATH = 'wijzigingen';

const HEADERS = {
  ...COMMON_HEADERS,
  'Content-Type': 'text/event-stream; charset=utf-8',
  // A proxy that saves up an answer would save this one up for ever.
  'X-Accel-Buffering': 'no',
  // After its end nothing comes over it any more, so that a process that stops need not wait for it.
  Connection: 'close',
};

const RIGHTS = wijzigingsoorten.map((soort) => ({ soort: 'vraag' as const, naam: `wijziging.${soort}`, over: soort }));

/** Where a client was (HTML, Server-Sent Events); absent the first time. */
const lastEventIdOf = ({ headers }: FastifyRequest): string | undefined => {
  const { 'last-event-id': id } = headers;
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && isPositie(id)) return id;
  throw ongeldig('ONGELDIGE_LAST_EVENT_ID', 'Last-Event-ID moet de id van een eerdere wijziging zijn.');
};

/** What changes, as it changes; no table of routes can make an answer that does not end. */
@Controller(CHANGES_PATH)
export class ChangesController {
  constructor(@Inject(ChangeFeed) private readonly feed: ChangeFeed) {}

  @Get()
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const rights = waarvanMag(actorOf(request as unknown as Verzoek), 'wijzigingen', RIGHTS);
    const after = lastEventIdOf(request);
    if (request.method === 'HEAD') return void reply.headers(HEADERS).send();
    await this.feed.ready();
    if (after !== undefined) await this.feed.check(after);
    const { raw } = reply;
    if (raw.destroyed) return;
    reply.hijack();
    // A client that goes away while it is written to.
    raw.on('error', () => undefined);
    raw.writeHead(200, HEADERS);
    const remove = this.feed.add({
      kinds: new Set(rights.map(({ over }) => over)),
      after,
      until: expiryOf(bearerToken(request.headers.authorization)),
      output: raw,
    });
    raw.once('close', remove);
  }
}
