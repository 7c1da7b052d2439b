import {
  BsnSchema,
  correctieEvents,
  DatumSchema,
  defineEvent,
  type EventOf,
  GemeentecodeSchema,
  type JsonObject,
  KorteTekstSchema,
  persoonsgegeven,
} from '@regielijn/kern';
import { z } from 'zod';
import { type GezinEvent, gezinFeiten } from './gezin/events.js';
import { type HulpgeschiedenisEvent, hulpgeschiedenisFeiten } from './hulpgeschiedenis/events.js';
import { jeugdige } from './ids.js';
import { type JimEvent, jimFeiten } from './jim/events.js';
import { type NetwerkEvent, netwerkFeiten } from './netwerk/events.js';
import { HouderSchema, oudeRegieFeiten, OverigRedenSchema, type RegieEvent, regieFeiten } from './regie/events.js';
import { type SamenvoegingEvent, samenvoegingFeiten } from './samenvoeging/events.js';
import { oudeVerslagFeiten, type VerslagEvent, verslagFeiten } from './verslag/events.js';
import { type VolwassenEvent, volwassenFeiten } from './volwassen/events.js';

const persoon = {
  naam: persoonsgegeven(KorteTekstSchema),
  geboortedatum: persoonsgegeven(DatumSchema),
  geslacht: z.enum(['man', 'vrouw', 'x']),
  gemeentecode: GemeentecodeSchema.nullable(),
  overigReden: OverigRedenSchema.nullable(),
  regio: z.string(),
  casusregie: HouderSchema,
};
const registratie = {
  omschrijving: 'Een jeugdige is geregistreerd; de gemeente voert casusregie en systeemregie.',
  bron: 'Jeugdwet art. 7.2.1; Impactanalyse Jeugdhulp Plus Zuidwest (2020), casusregie bij de gemeente',
};

/** The dossier itself: who it is, and whether it is open. */
const dossierFeiten = {
  geregistreerd: defineEvent('jeugdige.geregistreerd@2', {
    ...registratie,
    // No BSN: it turned out to be that of somebody else, and the right one stands in another dossier.
    data: { ...jeugdige, bsn: persoonsgegeven(BsnSchema.nullable()), ...persoon },
  }),
  registratieVervallen: defineEvent('jeugdige.registratie-vervallen@1', {
    omschrijving:
      'Een registratie die niet is afgemaakt, is vervallen: het burgerservicenummer is weer vrij, en hier komt nooit een dossier.',
    onherroepelijk: true,
    data: jeugdige,
  }),
  gesloten: defineEvent('jeugdige.dossier-gesloten@1', {
    omschrijving: 'Het dossier is gesloten; een nieuwe aanmelding opent het weer.',
    data: jeugdige,
  }),
  heropend: defineEvent('jeugdige.dossier-heropend@1', {
    omschrijving: 'Het dossier is weer open, bijvoorbeeld voor een hernieuwd traject.',
    data: jeugdige,
  }),
  vernietigd: defineEvent('jeugdige.dossier-vernietigd@1', {
    omschrijving: 'De sleutel van de persoonsgegevens is vernietigd; niemand kan ze nog lezen.',
    bron: 'Jeugdwet art. 7.3.8 lid 3 en art. 7.3.9 lid 1',
    onherroepelijk: true,
    data: { ...jeugdige, grond: z.enum(['verzoek_betrokkene', 'bewaartermijn_verstreken']) },
  }),
};

/** As they were written before; the upcasters bring them to today's. */
const oudeFeiten = {
  geregistreerd: defineEvent('jeugdige.geregistreerd@1', {
    ...registratie,
    data: { ...jeugdige, bsn: persoonsgegeven(BsnSchema), ...persoon },
  }),
  ...oudeRegieFeiten,
  ...oudeVerslagFeiten,
};

/** What was not asked when the old version was written is not known: null, never false. */
export const jeugdigeUpcasters = [
  { van: oudeFeiten.geregistreerd, naar: dossierFeiten.geregistreerd, erbij: {} },
  {
    van: oudeFeiten.overdrachtAangeboden,
    naar: regieFeiten.overdrachtAangeboden,
    erbij: { richting: null, minimumset: null, ontbreekt: null },
  },
  {
    van: oudeFeiten.overdrachtAanvaard,
    naar: regieFeiten.overdrachtAanvaard,
    erbij: { voorwaarden: null, aantalVoorwaarden: null },
  },
  { van: oudeFeiten.overdrachtGeweigerd, naar: regieFeiten.overdrachtGeweigerd, erbij: { escalatie: null } },
  { van: oudeFeiten.adviesGevraagd, naar: verslagFeiten.adviesGevraagd, erbij: { organisatie: null, uiterlijk: null } },
].map(({ van, naar, erbij }) => ({
  from: van.type,
  to: naar.type,
  up: (data: JsonObject): JsonObject => ({ ...data, ...erbij }),
}));

/** The storage contract of a jeugdige, part by part. */
export const jeugdigeFeiten = {
  ...dossierFeiten,
  ...regieFeiten,
  ...samenvoegingFeiten,
  ...netwerkFeiten,
  ...jimFeiten,
  ...gezinFeiten,
  ...hulpgeschiedenisFeiten,
  ...verslagFeiten,
  ...volwassenFeiten,
};

export const jeugdigeCorrecties = correctieEvents('jeugdige', 'jeugdigeId');
export const jeugdigeEvents = [
  ...Object.values(oudeFeiten),
  ...Object.values(jeugdigeFeiten),
  ...Object.values(jeugdigeCorrecties),
];
export type DossierEvent = EventOf<typeof dossierFeiten>;
export type JeugdigeEvent =
  | DossierEvent
  | RegieEvent
  | SamenvoegingEvent
  | NetwerkEvent
  | JimEvent
  | GezinEvent
  | HulpgeschiedenisEvent
  | VerslagEvent
  | VolwassenEvent;
export { type Houder } from './regie/events.js';

export const jeugdigeStream = (jeugdigeId: string): string => `jeugdige-${jeugdigeId}`;
