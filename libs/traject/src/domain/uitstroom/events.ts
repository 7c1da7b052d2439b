import { defineEvent, type EventOf } from '@regielijn/kern';
import { traject } from '../ids.js';
import { andereWet, antwoord, gereedheid, vraag, vraagId, woonsituatie } from './velden.js';

const BRON = 'Impactanalyse Jeugdhulp Plus Zuidwest (2020), wachten op uitstroom';

/** From being ready to leave until a year after the opname. */
export const uitstroomFeiten = {
  klaarVoorUitstroom: defineEvent('traject.klaar-voor-uitstroom@1', {
    omschrijving: 'De behandeling is klaar, of de jeugdige hoort onder een andere wet: hij wacht op een vervolgplek.',
    bron: BRON,
    data: { ...traject, ...gereedheid },
  }),
  vervolgplekGevraagd: defineEvent('traject.vervolgplek-gevraagd@1', {
    omschrijving: 'Bij een aanbieder is een vervolgplek gevraagd.',
    bron: BRON,
    data: { ...traject, vraagId, ...vraag },
  }),
  vervolgplekAntwoord: defineEvent('traject.vervolgplek-antwoord@1', {
    omschrijving: 'Een aanbieder antwoordde op de vraag naar een vervolgplek. Het laatste antwoord telt.',
    bron: BRON,
    data: { ...traject, vraagId, ...antwoord },
  }),
  andereWetAangevraagd: defineEvent('traject.andere-wet-aangevraagd@1', {
    omschrijving: 'Zorg uit een andere wet is aangevraagd, of daarop is beslist.',
    bron: BRON,
    data: { ...traject, ...andereWet },
  }),
  woonsituatieNaEenJaar: defineEvent('traject.woonsituatie-na-een-jaar@1', {
    omschrijving: 'Waar de jeugdige een jaar na de opname woont.',
    bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), pilot gezinsopname',
    data: { ...traject, ...woonsituatie },
  }),
};

export type UitstroomEvent = EventOf<typeof uitstroomFeiten>;
