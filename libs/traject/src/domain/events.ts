import {
  BestemmingSchema,
  correctieEvents,
  defineEvent,
  type EventOf,
  GemeentecodeSchema,
  HerkomstSchema,
  IdSchema,
  type JsonObject,
  KaderSchema,
  OrganisatieSchema,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
  UrgentieSchema,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { traject } from './ids.js';
import { LeeftijdSchema } from './leeftijd.js';
import { type NazorgEvent, nazorgFeiten } from './nazorg/events.js';
import { type UitstroomEvent, uitstroomFeiten } from './uitstroom/events.js';
import { type ZorgEvent, zorgFeiten } from './zorg/events.js';
import { type OnderwijsEvent, onderwijsFeiten } from './onderwijs/events.js';
import { type PlannenEvent, plannenFeiten } from './plannen/events.js';
import { type ToeleidingEvent, toeleidingFeiten } from './toeleiding/events.js';
import { WegingVlagSchema, type ZonderOpnameEvent, zonderOpnameFeiten } from './zonder-opname/events.js';

/** Something that should not have been, recorded with the fact instead of refusing it. */
export const VlagSchema = z.enum(['zonder_machtiging', 'zonder_toewijzing', 'andere_plek_dan_toegewezen']);

/** The same, with what is missing when the opname is outside the walls, as in a KIB. */
const OpnameVlagSchema = z.enum([...VlagSchema.options, ...WegingVlagSchema.options]);

/** Why a jeugdige was placed though the plek is not the fitting one. Source: Normenkader O2. */
export const RedencodeSchema = z.enum(['bij_gebrek_aan_beter', 'wachtlijst']);

const aanmelding = {
  ...traject,
  urgentie: UrgentieSchema,
  kader: KaderSchema,
  herkomst: HerkomstSchema,
  aanmelder: OrganisatieSchema,
  gemeentecode: GemeentecodeSchema.nullable(),
  regio: z.string(),
};

const opname = {
  ...traject,
  voorzieningId: IdSchema,
  variant: VariantSchema,
  machtigingId: IdSchema.nullable(),
  leeftijd: LeeftijdSchema,
  vlaggen: z.array(VlagSchema),
};

/** Shapes of before: only read, and at once turned into the newest. */
const vroegereFeiten = {
  aangemeld: defineEvent('traject.aangemeld@1', {
    omschrijving: 'Als versie 2, toen nog niet werd vastgelegd of het een hernieuwd traject is.',
    data: aanmelding,
  }),
  opnameGestart: defineEvent('traject.opname-gestart@1', {
    omschrijving: 'Als versie 2, toen nog niet werd vastgelegd waarom op een plek werd geplaatst die niet past.',
    data: opname,
  }),
};

/** What was not recorded then is not known: null, never false. */
export const trajectUpcasters = [
  {
    ...{ from: vroegereFeiten.aangemeld.type, to: 'traject.aangemeld@2' },
    up: (data: JsonObject): JsonObject => ({ ...data, hernieuwd: null, vorigTrajectId: null }),
  },
  {
    ...{ from: vroegereFeiten.opnameGestart.type, to: 'traject.opname-gestart@2' },
    up: (data: JsonObject): JsonObject => ({ ...data, redencodes: null }),
  },
];

/** What moves a traject on, from aanmelding over opname to closing. */
const verloopFeiten = {
  aangemeld: defineEvent('traject.aangemeld@2', {
    omschrijving:
      'Een jeugdige is aangemeld voor jeugdhulpPlus. Wat een cijfer later nodig heeft, staat er leesbaar bij.',
    verwijzingen: ['vorigTrajectId'],
    data: {
      ...aanmelding,
      /** Whether an earlier verblijf of this jeugdige ended before; null: not known. */
      hernieuwd: z.boolean().nullable(),
      vorigTrajectId: IdSchema.nullable(),
    },
  }),
  plekToegewezen: defineEvent('traject.plek-toegewezen@1', {
    omschrijving: 'Een gereserveerde plek is aan het traject toegewezen.',
    data: {
      ...traject,
      voorzieningId: IdSchema,
      reserveringId: IdSchema,
      variant: VariantSchema,
      geldigTot: StoredInstantSchema,
    },
  }),
  opnameGestart: defineEvent('traject.opname-gestart@2', {
    omschrijving: 'De jeugdige is opgenomen: het verblijf begint.',
    bron: 'Jeugdwet art. 6.1.12 en art. 6.2.2',
    verwijzingen: ['voorzieningId', 'machtigingId'],
    data: {
      ...opname,
      vlaggen: z.array(OpnameVlagSchema),
      /** Why this plek though it is not the fitting one; null: not known. Source: Normenkader O2. */
      redencodes: z.array(RedencodeSchema).nullable(),
    },
  }),
  overgeplaatst: defineEvent('traject.overgeplaatst@1', {
    omschrijving: 'De jeugdige is naar een andere voorziening gegaan binnen hetzelfde traject.',
    verwijzingen: ['voorzieningId'],
    data: {
      ...traject,
      vanVoorzieningId: IdSchema,
      voorzieningId: IdSchema,
      variant: VariantSchema,
      reden: persoonsgegeven(TekstSchema.nullable()),
    },
  }),
  onttrekkingGemeld: defineEvent('traject.onttrekking-gemeld@1', {
    omschrijving: 'De jeugdige heeft zich onttrokken of is onttrokken. Het verblijf loopt door.',
    data: traject,
  }),
  teruggekeerd: defineEvent('traject.teruggekeerd@1', {
    omschrijving: 'De jeugdige is na een onttrekking terug.',
    data: traject,
  }),
  geeindigdNaOnttrekking: defineEvent('traject.geeindigd-na-onttrekking@1', {
    omschrijving: 'De onttrekking duurt langer dan de drempel: het traject is geëindigd.',
    bron: 'Jaarrapportage plaatsingscoördinatie Zuid West 2019, hernieuwde plaatsing na onttrekking',
    data: { ...traject, drempelDagen: z.int().positive() },
  }),
  uitstroomGerealiseerd: defineEvent('traject.uitstroom-gerealiseerd@1', {
    omschrijving: 'Het verblijf is geëindigd; de jeugdige is naar een vervolgplek.',
    data: { ...traject, bestemming: BestemmingSchema },
  }),
  afgesloten: defineEvent('traject.afgesloten@1', {
    omschrijving: 'De nazorg is afgerond en het traject afgesloten.',
    data: traject,
  }),
};

/** The storage contract of a traject: one jeugdige from aanmelding to nazorg, part by part. */
export const trajectFeiten = {
  ...verloopFeiten,
  ...nazorgFeiten,
  ...toeleidingFeiten,
  ...zonderOpnameFeiten,
  ...plannenFeiten,
  ...onderwijsFeiten,
  ...zorgFeiten,
  ...uitstroomFeiten,
};

export const trajectCorrecties = correctieEvents('traject', 'jeugdigeId');
export const trajectEvents = [
  ...Object.values(vroegereFeiten),
  ...Object.values(trajectFeiten),
  ...Object.values(trajectCorrecties),
];
export type VerloopEvent = EventOf<typeof verloopFeiten>;
export type TrajectEvent =
  | VerloopEvent
  | NazorgEvent
  | ToeleidingEvent
  | ZonderOpnameEvent
  | PlannenEvent
  | OnderwijsEvent
  | ZorgEvent
  | UitstroomEvent;

export const trajectStream = (trajectId: string): string => `traject-${trajectId}`;
