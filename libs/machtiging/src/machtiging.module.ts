import { Module } from '@nestjs/common';
import { SpoedVolgtMgj } from './application/spoed-volgt-mgj.follower.js';
import { machtigingHandlers } from './application/handlers.js';
import { MachtigingController } from './http/routes.js';

@Module({ controllers: [MachtigingController], providers: [...machtigingHandlers, SpoedVolgtMgj] })
export class MachtigingModule {}
