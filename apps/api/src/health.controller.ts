import { Controller, Get, Inject } from '@nestjs/common';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';

/** For whoever starts and watches the process: no token, nothing about anybody. */
@Controller({ path: 'health' })
export class HealthController {
  constructor(@Inject(DATABASE) private readonly pool: pg.Pool) {}

  /** The process runs. */
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** The process can do its work: its database answers. */
  @Get(['', 'ready'])
  async ready() {
    await this.pool.query('select 1');
    return { status: 'ok' };
  }
}
