import { defineEvent, type EventOf, IdSchema, persoonsgegeven } from '@regielijn/kern';
import { z } from 'zod';
import { traject } from '../ids.js';
import { toeleidingVelden as velden, UitkomstSchema } from './velden.js';

const uitkomstVan = z.strictObject({ id: z.string(), uitkomst: UitkomstSchema });
export const BeraadVlagSchema = z.enum(['zonder_jeugdige', 'zonder_ouders']);

/** What happens before help begins: asking for a plek, weighing and assessing. */
export const toeleidingFeiten = {
  aangemeldBijAanbieder: defineEvent('traject.aangemeld-bij-aanbieder@1', {
    omschrijving: 'Bij een aanbieder is om hulp of onderzoek gevraagd.',
    verwijzingen: ['voorzieningId'],
    data: { ...traject, aanmeldingId: IdSchema, ...velden.aanmelding },
  }),
  aanbiederAntwoordde: defineEvent('traject.aanbieder-antwoordde@1', {
    omschrijving: 'De aanbieder heeft geantwoord. Na dit antwoord kan een ander volgen.',
    data: { ...traject, ...velden.antwoord },
  }),
  trajectberaadGehouden: defineEvent('traject.trajectberaad-gehouden@1', {
    omschrijving: 'In een civiel trajectberaad zijn het traject en de regie besproken.',
    bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), civiel trajectberaad in Zeeland en West-Brabant',
    data: { ...traject, ...velden.beraad, vlaggen: z.array(BeraadVlagSchema) },
  }),
  bloedspoedBeoordeeld: defineEvent('traject.bloedspoed-beoordeeld@1', {
    omschrijving: 'Beoordeeld is of er bloedspoed is: direct gevaar, zodat de plaatsing niet kan wachten.',
    bron: 'Normenkader O4',
    data: { ...traject, ...velden.bloedspoed },
  }),
  plekBeoordeeld: defineEvent('traject.plek-beoordeeld@1', {
    omschrijving: 'Beoordeeld is of een plek past bij de jeugdige, per criterium.',
    bron: 'Normenkader O2',
    verwijzingen: ['voorzieningId'],
    data: { ...traject, ...velden.plek, regelversie: z.string() },
  }),
  veiligheidswegingVastgelegd: defineEvent('traject.veiligheidsweging-vastgelegd@1', {
    omschrijving: 'Meerdere partijen hebben gewogen of hulp buiten de instelling veilig kan.',
    bron: 'Houtskoolschets Jeugdhulp Plus Zuidwest (2020), veiligheid bij alternatieven',
    data: { ...traject, ...velden.weging },
  }),
  andereIndicatieVastgesteld: defineEvent('traject.andere-indicatie-vastgesteld@1', {
    omschrijving: 'Vastgesteld is dat de jeugdige onder een andere wet hulp hoort te krijgen.',
    bron: 'Normenkader O2',
    data: { ...traject, ...velden.andereIndicatie },
  }),
  overbruggingGestart: defineEvent('traject.overbrugging-gestart@1', {
    omschrijving: 'In afwachting van de passende hulp is andere hulp begonnen.',
    bron: 'Normenkader B4',
    data: { ...traject, ...velden.overbrugging },
  }),
  routeVastgelegd: defineEvent('traject.route-voor-jhp-vastgelegd@1', {
    omschrijving: 'Vastgelegd is wat een route vóór jeugdhulpPlus heeft opgeleverd.',
    data: { ...traject, ...velden.route, regelversie: z.string() },
  }),
  variantGekozen: defineEvent('traject.variant-gekozen@1', {
    omschrijving: 'Na de triage is een variant gekozen, met wat de regels van elke variant zeggen.',
    bron: 'Normenkader B1 en O2',
    // The outcomes follow from profile and choice by the rules of that day: another choice is another fact.
    vasteVelden: [
      ...['profiel', 'variant', 'gekozen', 'redenen', 'regelversie', 'criteria', 'varianten', 'lichtereVarianten'],
      ...['teLicht', 'teZwaar'],
    ],
    data: {
      ...traject,
      ...velden.variantkeuze,
      regelversie: z.string(),
      /** Of the chosen variant, by name of the attribute. */
      criteria: persoonsgegeven(z.array(uitkomstVan).nullable()),
      varianten: z.array(z.strictObject({ id: z.string(), past: UitkomstSchema })),
      lichtereVarianten: z.array(
        z.strictObject({ variant: z.string(), passend: UitkomstSchema, criterium: z.string().nullable() }),
      ),
      teLicht: z.boolean(),
      teZwaar: z.boolean(),
    },
  }),
};

export type ToeleidingEvent = EventOf<typeof toeleidingFeiten>;
