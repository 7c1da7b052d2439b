import { defineEvent, type EventOf, StoredInstantSchema } from '@regielijn/kern';
import { z } from 'zod';
import { traject } from '../ids.js';
import { LeeftijdSchema } from '../leeftijd.js';
import { DuurVlagSchema, MaatregelVlagSchema } from './maatregelen.js';
import {
  afhandeling,
  incident,
  incidentId,
  inzet,
  maatregel,
  maatregelId,
  overzicht,
  spoedbespreking,
  toestemming,
  verlenging,
  verlof,
  verlofId,
  verlofIntrekking,
} from './velden.js';

/** What happens in the daily care of a traject. */
export const zorgFeiten = {
  maatregelToegepast: defineEvent('traject.maatregel-toegepast@1', {
    omschrijving: 'Een vrijheidsbeperkende maatregel is begonnen. Wat niet had gemogen, staat er als vlag bij.',
    bron: 'Jeugdwet art. 6.1.4 lid 6, art. 6.3.1.2 en art. 6.3.2.1 tot en met 6.3.2.7',
    verwijzingen: ['machtigingId'],
    data: {
      ...traject,
      maatregelId,
      ...maatregel,
      /** On the day on which it began; null: the geboortedatum cannot be right. */
      leeftijd: LeeftijdSchema.nullable(),
      vlaggen: z.array(MaatregelVlagSchema),
    },
  }),
  maatregelVerlengd: defineEvent('traject.maatregel-verlengd@1', {
    omschrijving: 'Een insluiting is verlengd.',
    bron: 'Jeugdwet art. 6.3.2.2 lid 3',
    data: { ...traject, maatregelId, ...verlenging },
  }),
  maatregelToestemmingGegeven: defineEvent('traject.maatregel-toestemming-gegeven@1', {
    omschrijving: 'Een gedragswetenschapper stemt ermee in dat een maatregel buiten het plan doorgaat.',
    bron: 'Jeugdwet art. 6.3.1.2 lid 5',
    data: { ...traject, maatregelId, ...toestemming },
  }),
  maatregelBeeindigd: defineEvent('traject.maatregel-beeindigd@1', {
    omschrijving: 'Een vrijheidsbeperkende maatregel is geëindigd. Duurde die te lang, dan staat er een vlag bij.',
    bron: 'Jeugdwet art. 6.3.1.2 lid 4 en 5 en art. 6.3.2.2 lid 3',
    data: { ...traject, maatregelId, vlaggen: z.array(DuurVlagSchema) },
  }),
  verlofVerleend: defineEvent('traject.verlof-verleend@1', {
    omschrijving: 'De jeugdige mag een tijd buiten de gesloten accommodatie zijn.',
    bron: 'Jeugdwet art. 6.4.1',
    data: { ...traject, verlofId, van: StoredInstantSchema, tot: StoredInstantSchema, ...verlof },
  }),
  verlofIngetrokken: defineEvent('traject.verlof-ingetrokken@1', {
    omschrijving: 'Verlof is ingetrokken.',
    bron: 'Jeugdwet art. 6.4.1 lid 4 en 5',
    data: { ...traject, verlofId, ...verlofIntrekking },
  }),
  incidentGemeld: defineEvent('traject.incident-gemeld@1', {
    omschrijving: 'Er is een incident geweest: wat, aan wie het is gemeld, en of het veiligheidsplan is herzien.',
    bron: 'Normenkader B6',
    data: { ...traject, incidentId, ...incident },
  }),
  incidentAfgehandeld: defineEvent('traject.incident-afgehandeld@1', {
    omschrijving: 'Een incident is besproken en afgehandeld: wat ervan is geleerd.',
    bron: 'Normenkader B6',
    data: { ...traject, incidentId, ...afhandeling },
  }),
  overzichtVerstrekt: defineEvent('traject.overzicht-maatregelen-verstrekt@1', {
    omschrijving: 'Een overzicht van de toegepaste maatregelen is verstrekt.',
    bron: 'Jeugdwet art. 6.7.1 lid 3',
    data: { ...traject, ...overzicht },
  }),
  spoedplaatsingBesproken: defineEvent('traject.spoedplaatsing-besproken@1', {
    omschrijving: 'Een plaatsing die niet kon wachten, is daarna besproken.',
    bron: 'Normenkader O4',
    data: { ...traject, ...spoedbespreking },
  }),
  medewerkerIngezet: defineEvent('traject.medewerker-ingezet@1', {
    omschrijving: 'Een medewerker is ingezet, met diens registratie en scholing.',
    bron: 'Normenkader B5',
    data: { ...traject, ...inzet },
  }),
};

export type ZorgEvent = EventOf<typeof zorgFeiten>;
