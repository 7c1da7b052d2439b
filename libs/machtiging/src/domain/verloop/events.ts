import {
  DatumSchema,
  defineEvent,
  type EventDefinition,
  MedewerkerSchema,
  persoonsgegeven,
  TekstSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { machtiging } from '../ids.js';
import { HulpverleningsplanSchema, InstemmingSchema } from '../verzoek/velden.js';

const toelichting = persoonsgegeven(TekstSchema.nullable());

/** `buiten_volgorde`: it happened, but the law knows no such step here; the machtiging stays in the state it was in. */
const velden = { ...machtiging, vlaggen: z.array(z.enum(['buiten_volgorde'])), toelichting };

/** What happened to a machtiging without a decision of who works with this engine, by gebeurtenis of the table. */
export const gebeurtenisFeiten = {
  verzoek_ingetrokken: defineEvent('machtiging.verzoek-ingetrokken@1', {
    omschrijving: 'Het verzoek om een machtiging is ingetrokken voordat er was beslist.',
    data: velden,
  }),
  opname_gestart: defineEvent('machtiging.opname-gestart@1', {
    omschrijving: 'De machtiging wordt ten uitvoer gelegd: de jeugdige is opgenomen in een gesloten accommodatie.',
    bron: 'Jeugdwet art. 6.2.2 lid 1',
    data: velden,
  }),
  verblijf_voortgezet: defineEvent('machtiging.verblijf-voortgezet@1', {
    omschrijving:
      'De machtiging wordt ten uitvoer gelegd in een verblijf dat al liep: de jeugdige was er al op een andere machtiging.',
    data: velden,
  }),
  overgeplaatst: defineEvent('machtiging.overgeplaatst@1', {
    omschrijving: 'De tenuitvoerlegging gaat verder in een andere gesloten accommodatie.',
    bron: 'Jeugdwet art. 6.2.2 lid 1',
    data: velden,
  }),
  onttrekking_geconstateerd: defineEvent('machtiging.onttrekking-geconstateerd@1', {
    omschrijving: 'De jeugdige heeft zich aan de gesloten jeugdhulp onttrokken.',
    data: velden,
  }),
  teruggekeerd: defineEvent('machtiging.teruggekeerd@1', {
    omschrijving: 'De jeugdige is na een onttrekking terug.',
    data: velden,
  }),
  toezicht_gestart: defineEvent('machtiging.toezicht-gestart@1', {
    omschrijving: 'Het toezicht op de voorwaarden is begonnen: de voorwaardelijke machtiging loopt.',
    bron: 'Jeugdwet art. 6.1.6 lid 1',
    data: velden,
  }),
};

const besluitVelden = { ...machtiging, instemming: InstemmingSchema.nullable(), toelichting };

/** What the jeugdhulpaanbieder decided, by gebeurtenis of the table. Never outside the table: that is refused. */
export const besluitFeiten = {
  schorsing_verleend: defineEvent('machtiging.schorsing-verleend@1', {
    omschrijving:
      'De jeugdhulpaanbieder heeft de tenuitvoerlegging geschorst, met instemming van een gedragswetenschapper.',
    bron: 'Jeugdwet art. 6.1.12 lid 5',
    data: besluitVelden,
  }),
  schorsing_ingetrokken: defineEvent('machtiging.schorsing-ingetrokken@1', {
    omschrijving: 'De jeugdhulpaanbieder heeft de schorsing ingetrokken.',
    bron: 'Jeugdwet art. 6.1.12 lid 5',
    data: besluitVelden,
  }),
  verlof_verleend: defineEvent('machtiging.verlof-verleend@1', {
    omschrijving: 'De jeugdhulpverantwoordelijke heeft verlof verleend, met instemming van een gedragswetenschapper.',
    bron: 'Jeugdwet art. 6.4.1 lid 3',
    data: besluitVelden,
  }),
  verlof_ingetrokken: defineEvent('machtiging.verlof-ingetrokken@1', {
    omschrijving: 'De jeugdhulpverantwoordelijke heeft het verlof ingetrokken.',
    bron: 'Jeugdwet art. 6.4.1 lid 4 en 5',
    data: besluitVelden,
  }),
  opname_verplicht_vastgesteld: defineEvent('machtiging.opname-verplicht-vastgesteld@1', {
    omschrijving:
      'De aanbieder moet opnemen: de jeugdige trekt zich terug en buiten de accommodatie is het niet te keren.',
    bron: 'Jeugdwet art. 6.1.6 lid 2',
    data: besluitVelden,
  }),
  opname_bevoegd_vastgesteld: defineEvent('machtiging.opname-bevoegd-vastgesteld@1', {
    omschrijving: 'De aanbieder mag opnemen: de voorwaarden zijn niet nageleefd en buiten is het niet te keren.',
    bron: 'Jeugdwet art. 6.1.6 lid 3',
    data: besluitVelden,
  }),
};

export const planEnOpnameFeiten = {
  hulpverleningsplan_gewijzigd: defineEvent('machtiging.hulpverleningsplan-gewijzigd@1', {
    omschrijving:
      'Het hulpverleningsplan van een voorwaardelijke machtiging is gewijzigd, met instemming van de jeugdige.',
    bron: 'Jeugdwet art. 6.1.5',
    data: { ...machtiging, hulpverleningsplan: HulpverleningsplanSchema },
  }),
  opnamebeslissing_genomen: defineEvent('machtiging.opnamebeslissing-genomen@1', {
    omschrijving:
      'De medewerker uit het plan heeft tot opname beslist: de voorwaardelijke machtiging geldt nu als gewone.',
    bron: 'Jeugdwet art. 6.1.6 lid 4, 5 en 6',
    data: {
      ...machtiging,
      door: MedewerkerSchema,
      /** First day on which it no longer holds: the rest of the voorwaardelijke machtiging, six months at most. */
      geldigTot: DatumSchema,
      /** Last day for the written notice to the jeugdige; null: the law of that day is not known here. */
      meldingUiterlijk: DatumSchema.nullable(),
      redenen: persoonsgegeven(TekstSchema),
    },
  }),
};

export const verloopFeiten = { ...gebeurtenisFeiten, ...besluitFeiten, ...planEnOpnameFeiten };
export type VerloopGebeurtenis = keyof typeof verloopFeiten;

const gebeurtenisPerType = new Map(
  Object.entries<EventDefinition>(verloopFeiten).map(([naam, { type }]) => [type, naam as VerloopGebeurtenis]),
);

/** Which gebeurtenis of the table an event of this type stands for; undefined when it is another event. */
export const gebeurtenisVan = (type: string): VerloopGebeurtenis | undefined => gebeurtenisPerType.get(type);
