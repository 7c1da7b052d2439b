import { Controller, Get, Inject } from '@nestjs/common';
import { isReady, type Readiness } from '@regielijn/engine';
import { CodedError } from '@regielijn/kern';

/** Which parts can do their work. */
export type Health = () => Promise<Readiness>;

/** Injection token of the Health. */
export const HEALTH = Symbol('Health');

/** For whoever starts and guards the process: no token, nothing about anybody. */
@Controller({ path: 'health' })
export class HealthController {
  constructor(@Inject(HEALTH) private readonly health: Health) {}

  /** The process runs. */
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** The process can do its work. */
  @Get(['', 'ready'])
  async ready() {
    const onderdelen = await this.health();
    if (isReady(onderdelen)) return { status: 'ok', onderdelen };
    const niet = Object.keys(onderdelen).filter((onderdeel) => !onderdelen[onderdeel]);
    const zin = `Nog niet gereed: ${niet.join(', ')}. Probeer het zo opnieuw.`;
    throw new CodedError('unavailable', 'NIET_GEREED', zin, { niet });
  }
}
