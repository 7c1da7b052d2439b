import { defineEvent, type EventOf, IdSchema, persoonsgegeven, TekstSchema } from '@regielijn/kern';
import { jeugdige } from '../ids.js';

const reden = persoonsgegeven(TekstSchema);

/** Two dossiers of one jeugdige, each told what became of the other. Undone by their own command, never by half. */
export const samenvoegingFeiten = {
  samengevoegd: defineEvent('jeugdige.samengevoegd@1', {
    omschrijving: 'Een ander dossier van dezelfde jeugdige is in dit dossier opgegaan.',
    onherroepelijk: true,
    data: { ...jeugdige, metJeugdigeId: IdSchema, reden },
  }),
  opgegaanIn: defineEvent('jeugdige.opgegaan-in@1', {
    omschrijving: 'Dit dossier is opgegaan in een ander dossier van dezelfde jeugdige. Hier begint niets nieuws meer.',
    onherroepelijk: true,
    data: { ...jeugdige, inJeugdigeId: IdSchema, reden },
  }),
  ongedaanGemaakt: defineEvent('jeugdige.samenvoeging-ongedaan-gemaakt@1', {
    omschrijving: 'Een samenvoeging met een ander dossier is ongedaan gemaakt; de dossiers staan weer op zichzelf.',
    onherroepelijk: true,
    data: { ...jeugdige, anderJeugdigeId: IdSchema, reden },
  }),
};
export type SamenvoegingEvent = EventOf<typeof samenvoegingFeiten>;
