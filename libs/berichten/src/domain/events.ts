import {
  DatumSchema,
  defineEvent,
  type EventOf,
  IdSchema,
  KorteTekstSchema,
  OrganisatieSchema,
  StoredInstantSchema,
} from '@regielijn/kern';
import { z } from 'zod';

/** What a message tells: an answer to a handover or an offer of one, or a term, at which of its moments. */
export const BerichtSoortSchema = z.enum([
  'overdracht_aangeboden',
  'overdracht_aanvaard',
  'overdracht_geweigerd',
  'overdracht_verlopen',
  'termijn_vooraf',
  'termijn_verstreken',
  'termijn_opgeschaald',
]);
export type BerichtSoort = z.output<typeof BerichtSoortSchema>;

/** An account id, or `postbus:<organisatie>` for the shared mailbox of an organisation. Never an e-mail address. */
export const OntvangerSchema = z.string().regex(/^(postbus:)?[A-Za-z0-9][A-Za-z0-9._-]{1,80}$/, 'een accountnummer');

/** Why a mail did not go out, as a code: what a mail server says may quote an address. */
export const StoringSchema = z.enum([
  'SERVER_ONBEREIKBAAR',
  'AANMELDEN_MISLUKT',
  'VERBINDING_ONVEILIG',
  'AFZENDER_GEWEIGERD',
  'ADRES_GEWEIGERD',
  'BERICHT_GEWEIGERD',
  'POSTBUS_VOL',
  'ONBEKENDE_STORING',
]);
export type Storing = z.output<typeof StoringSchema>;

/** A stream of the log, which says what a message is about without saying about whom. */
const StreamSchema = z.string().regex(/^[a-z][a-z0-9-]{1,120}$/, 'een stream');

const bericht = { berichtId: IdSchema };
const levering = { ...bericht, ontvanger: OntvangerSchema };
/** In the `Message-ID` of the mail: by it a mail that went out twice is recognised. */
const kenmerk = { kenmerk: IdSchema };
/** Counts the failed tries of one delivery, from 1. */
const poging = { code: StoringSchema, poging: z.int().positive() };

/** What a message says. No personal data: it leaves the engine by e-mail. */
export const inhoud = {
  soort: BerichtSoortSchema,
  organisatie: OrganisatieSchema,
  /** The event that gave reason to it; that and the organisation are what it is known by. */
  aanleiding: IdSchema,
  over: StreamSchema,
  dossierId: IdSchema.nullable(),
  /** The name of the term, where it is about one. */
  termijn: KorteTekstSchema.nullable(),
  /** The last day on which can be done what it asks; null: it asks nothing, or the day would tell a birthday. */
  uiterlijk: DatumSchema.nullable(),
  /** Whether the leidinggevenden must look at it. */
  escalatie: z.boolean(),
};

/** The storage contract of one message to one organisation. Nothing of it can be undone: a mail that went, went. */
export const berichtFeiten = {
  opgesteld: defineEvent('bericht.opgesteld@1', {
    omschrijving:
      'Er is iets te melden aan een organisatie. Zonder persoonsgegevens: waarover, tot wanneer en het nummer van het dossier.',
    onherroepelijk: true,
    data: { ...bericht, ...inhoud },
  }),
  geadresseerd: defineEvent('bericht.geadresseerd@1', {
    omschrijving:
      'Wie het bericht krijgen: de medewerkers die zich hebben aangemeld, of de gedeelde postbus van hun organisatie.',
    onherroepelijk: true,
    data: { ...bericht, ontvangers: z.array(OntvangerSchema) },
  }),
  verzonden: defineEvent('bericht.verzonden@1', {
    omschrijving: 'De mailserver heeft het bericht aangenomen.',
    onherroepelijk: true,
    data: { ...levering, ...kenmerk },
  }),
  inOverzicht: defineEvent('bericht.in-overzicht-verzonden@1', {
    omschrijving: 'De mailserver heeft het dagelijkse overzicht aangenomen waar dit bericht in staat.',
    onherroepelijk: true,
    data: { ...levering, ...kenmerk },
  }),
  nietVerzonden: defineEvent('bericht.niet-verzonden@1', {
    omschrijving: 'Versturen lukte niet. Het wordt opnieuw geprobeerd.',
    onherroepelijk: true,
    data: { ...levering, ...poging, volgendeOp: StoredInstantSchema },
  }),
  opgegeven: defineEvent('bericht.opgegeven@1', {
    omschrijving: 'Versturen lukte niet en wordt niet opnieuw geprobeerd.',
    onherroepelijk: true,
    data: { ...levering, ...poging },
  }),
  herinnerd: defineEvent('bericht.herinnerd@1', {
    omschrijving: 'Op het bericht kwam geen antwoord. Het gaat nog één keer uit, als herinnering.',
    onherroepelijk: true,
    data: { ...bericht, aanleiding: IdSchema },
  }),
  afgehandeld: defineEvent('bericht.afgehandeld@1', {
    omschrijving: 'Wat het bericht vroeg, is gedaan of niet meer nodig. Wat nog niet uit is, gaat niet meer uit.',
    onherroepelijk: true,
    data: { ...bericht, aanleiding: IdSchema },
  }),
};

export const berichtEvents = Object.values(berichtFeiten);
export type BerichtEvent = EventOf<typeof berichtFeiten>;

export const berichtStream = (berichtId: string): string => `bericht-${berichtId}`;
