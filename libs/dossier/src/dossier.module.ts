import { Module } from '@nestjs/common';
import { controllerFor } from '@regielijn/poort';
import {
  DossierSchema,
  TijdlijnSchema,
  VraagDossier,
  VraagDossierHandler,
  VraagTijdlijn,
  VraagTijdlijnHandler,
} from './dossier.query.js';
import { RegieVolgtMachtiging } from './regie-volgt-machtiging.follower.js';
import { SluitDossierHandler } from './sluit-dossier.handler.js';
import { VernietigDossierHandler } from './vernietig-dossier.handler.js';

const DossierController = controllerFor('jeugdigen', [
  { pad: 'jeugdigen/:jeugdigeId', vraag: VraagDossier, antwoord: DossierSchema },
  { pad: 'jeugdigen/:jeugdigeId/tijdlijn', vraag: VraagTijdlijn, antwoord: TijdlijnSchema },
]);

@Module({
  controllers: [DossierController],
  providers: [
    SluitDossierHandler,
    VernietigDossierHandler,
    VraagDossierHandler,
    VraagTijdlijnHandler,
    RegieVolgtMachtiging,
  ],
  exports: [RegieVolgtMachtiging],
})
export class DossierModule {}
