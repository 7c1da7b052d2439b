import {
  BestemmingSchema,
  correctieEvents,
  defineEvent,
  type EventOf,
  GemeentecodeSchema,
  HerkomstSchema,
  IdSchema,
  KaderSchema,
  LevensgebiedSchema,
  OrganisatieSchema,
  persoonsgegeven,
  StoredInstantSchema,
  TekstSchema,
  UrgentieSchema,
  VariantSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { traject } from './ids.js';
import { type NazorgEvent, nazorgFeiten } from './nazorg/events.js';

/** Something that should not have been, recorded with the fact instead of refusing it. */
export const VlagSchema = z.enum(['zonder_machtiging', 'zonder_toewijzing', 'andere_plek_dan_toegewezen']);

/** Whole years on the day of the opname. Beyond these bounds the geboortedatum or the date of the opname is wrong. */
export const LeeftijdSchema = z.int().min(0).max(30);

/** What moves a traject on, from aanmelding over opname to closing. */
const verloopFeiten = {
  aangemeld: defineEvent('traject.aangemeld@1', {
    omschrijving:
      'Een jeugdige is aangemeld voor jeugdhulpPlus. Wat een cijfer later nodig heeft, staat er leesbaar bij.',
    data: {
      ...traject,
      urgentie: UrgentieSchema,
      kader: KaderSchema,
      herkomst: HerkomstSchema,
      aanmelder: OrganisatieSchema,
      gemeentecode: GemeentecodeSchema.nullable(),
      regio: z.string(),
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
  opnameGestart: defineEvent('traject.opname-gestart@1', {
    omschrijving: 'De jeugdige is opgenomen: het verblijf begint.',
    bron: 'Jeugdwet art. 6.1.12 en art. 6.2.2',
    verwijzingen: ['voorzieningId', 'machtigingId'],
    data: {
      ...traject,
      voorzieningId: IdSchema,
      variant: VariantSchema,
      machtigingId: IdSchema.nullable(),
      leeftijd: LeeftijdSchema,
      vlaggen: z.array(VlagSchema),
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
  perspectiefVastgesteld: defineEvent('traject.perspectief-vastgesteld@1', {
    omschrijving: 'Het perspectief op een levensgebied is vastgesteld.',
    bron: 'Normenkader O3',
    data: {
      ...traject,
      levensgebied: LevensgebiedSchema,
      perspectief: persoonsgegeven(TekstSchema),
      metJeugdige: z.boolean(),
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
export const trajectFeiten = { ...verloopFeiten, ...nazorgFeiten };

export const trajectCorrecties = correctieEvents('traject', 'jeugdigeId');
export const trajectEvents = [...Object.values(trajectFeiten), ...Object.values(trajectCorrecties)];
export type VerloopEvent = EventOf<typeof verloopFeiten>;
export type TrajectEvent = VerloopEvent | NazorgEvent;

export const trajectStream = (trajectId: string): string => `traject-${trajectId}`;
