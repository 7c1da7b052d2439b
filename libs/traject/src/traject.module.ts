import { Module } from '@nestjs/common';
import { trajectHandlers } from './application/handlers.js';
import { TrajectController } from './http/routes.js';

@Module({ controllers: [TrajectController], providers: trajectHandlers })
export class TrajectModule {}
