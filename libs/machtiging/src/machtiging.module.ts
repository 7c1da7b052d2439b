import { Module } from '@nestjs/common';
import { machtigingHandlers } from './application/handlers.js';
import { MachtigingController } from './http/routes.js';

@Module({ controllers: [MachtigingController], providers: machtigingHandlers })
export class MachtigingModule {}
