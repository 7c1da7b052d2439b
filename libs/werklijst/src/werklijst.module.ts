import { Module } from '@nestjs/common';
import { controllerFor } from '@regielijn/poort';
import { VraagWerklijst, VraagWerklijstHandler, WerklijstSchema } from './werklijst.query.js';

const WerklijstController = controllerFor('werklijst', [
  { pad: 'werklijst', vraag: VraagWerklijst, antwoord: WerklijstSchema },
]);

@Module({ controllers: [WerklijstController], providers: [VraagWerklijstHandler] })
export class WerklijstModule {}
