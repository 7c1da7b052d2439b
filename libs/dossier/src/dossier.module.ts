import { Module } from '@nestjs/common';
import { controllerFor } from '@regielijn/poort';
import { BiedAanVolgensRegelHandler } from './bied-aan-volgens-regel.js';
import { DossierSchema, VraagDossier, VraagDossierHandler } from './dossier.query.js';
import { DossiersSchema, VraagDossiers, VraagDossiersHandler } from './dossiers.query.js';
import { RegieVolgtMachtiging } from './regie-volgt-machtiging.follower.js';
import { SluitDossierHandler } from './sluit-dossier.handler.js';
import { TijdlijnSchema, VraagTijdlijn, VraagTijdlijnHandler } from './tijdlijn.query.js';
import { VernietigDossierHandler } from './vernietig-dossier.handler.js';

const DossierController = controllerFor('jeugdigen', [
  { pad: 'jeugdigen', vraag: VraagDossiers, antwoord: DossiersSchema },
  { pad: 'jeugdigen/:jeugdigeId', vraag: VraagDossier, antwoord: DossierSchema },
  { pad: 'jeugdigen/:jeugdigeId/tijdlijn', vraag: VraagTijdlijn, antwoord: TijdlijnSchema },
]);

@Module({
  controllers: [DossierController],
  providers: [
    BiedAanVolgensRegelHandler,
    SluitDossierHandler,
    VernietigDossierHandler,
    VraagDossierHandler,
    VraagDossiersHandler,
    VraagTijdlijnHandler,
    RegieVolgtMachtiging,
  ],
  exports: [RegieVolgtMachtiging],
})
export class DossierModule {}
