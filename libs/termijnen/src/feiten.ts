import {
  type Datum,
  DatumSchema,
  datumVan,
  type Instant,
  InstantSchema,
  KALENDERS,
  MachtigingSoortSchema,
} from '@regielijn/kern';
import { z } from 'zod';
import { REGEL_IDS } from './config.js';

/** A `Datum`, or an `Instant` of which the day in Amsterdam counts where a rule speaks of days. */
export type Moment = string;

export const isTijdstip = (moment: Moment): moment is Instant => moment.includes('T');
export const dagVan = (moment: Moment): Datum => (isTijdstip(moment) ? datumVan(moment) : moment);

const geenMoment = 'geef een datum zoals 2026-03-02, of een tijdstip met zone zoals 2026-03-02T09:30:00+01:00';
const VormSchema = z.union([DatumSchema, InstantSchema]);

/** No bare union: that answers with the sentence of one of its two forms. */
export const MomentSchema = z
  .string()
  .refine((tekst) => VormSchema.safeParse(tekst).success, { error: geenMoment, abort: true })
  .meta({ examples: ['2026-03-02', '2026-03-02T09:30:00+01:00'] })
  .transform((tekst) => VormSchema.parse(tekst));
const Dag = MomentSchema.transform(dagVan);

/** Absent or null: not known. */
const feit = <S extends z.ZodType>(schema: S, description: string) =>
  schema
    .nullish()
    .transform((waarde) => waarde ?? undefined)
    .meta({ description });

/** Every fact that some rule counts with; which rule needs which is said by the rules themselves. */
export const feiten = {
  kalender: z
    .enum(KALENDERS)
    .nullish()
    .transform((kalender) => kalender ?? 'atw')
    .meta({ description: 'welke feestdagen gelden bij het tellen van werkdagen; zonder keuze atw' }),
  start: feit(MomentSchema, 'het begin: ingang, beslissing, indiening, ontvangst, opname, uitstroom of aanbod'),
  geldigTot: feit(Dag, 'einddatum in de beschikking'),
  soort: feit(MachtigingSoortSchema, 'soort machtiging'),
  beslissingMgj: feit(Dag, 'dag waarop over de MGJ is beslist'),
  soortBeslissing: feit(z.enum(['VERLEEND', 'AFGEWEZEN']), 'de beslissing over de MGJ'),
  geldigVan: feit(Dag, 'ingang van de machtiging'),
  laatsteTenuitvoerlegging: feit(Dag, 'laatste dag van tenuitvoerlegging'),
  schorsingVanaf: feit(Dag, 'begin van de schorsing'),
  besluit: feit(Dag, 'dag van het besluit van de GI (D6) of van de jeugdhulpaanbieder (D9)'),
  verblijf: feit(z.enum(['accommodatie', 'pleegouder']), 'welk verblijf niet langer nodig is'),
  omgezetInMgj: feit(z.boolean(), 'de voorwaardelijke machtiging geldt al als MGJ'),
  intrekking: feit(Dag, 'dag waarop de wettelijk vertegenwoordiger de instemming introk'),
  vmgjGeldigTot: feit(Dag, 'einddatum van de voorwaardelijke machtiging'),
  jeugdigeBinnen: feit(z.boolean(), 'de jeugdige verblijft al in een gesloten accommodatie'),
  geboortedatum: feit(DatumSchema, 'geboortedatum van de jeugdige'),
  nr: feit(z.int().min(1).max(1000), 'de hoeveelste: 1 is de eerste'),
  vorigeEvaluatie: feit(Dag, 'dag van de vorige evaluatie van het plan'),
  noodsituatie: feit(z.boolean(), 'er is een noodsituatie'),
  verlengingen: feit(z.int().min(0).max(1000), 'hoe vaak de insluiting is verlengd'),
  verlengdDoor: feit(z.string(), 'functie van wie verlengde, zoals gedragswetenschapper'),
  aantal: feit(z.int().min(1).max(1000), 'lengte van de termijn in het plan'),
  eenheid: feit(z.enum(['dagen', 'weken', 'maanden']), 'eenheid van de termijn in het plan'),
  termijnEinde: feit(Dag, 'einde van de termijn in het plan'),
  afgebouwdOp: feit(Dag, 'dag waarop de maatregel was afgebouwd'),
  vorige: feit(Dag, 'dag van het vorige overzicht of de vorige analyse'),
  aan: feit(z.enum(['inspectie', 'gi_ouders']), 'voor wie het overzicht is'),
  peildatum: feit(MomentSchema, 'antwoord ook of de termijn of machtiging dan nog loopt'),
  gebeurdOp: feit(MomentSchema, 'antwoord ook of het op tijd is gebeurd'),
};

export const VraagVormSchema = z.strictObject({
  regel: z.enum(REGEL_IDS).meta({ description: 'welke termijn' }),
  ...feiten,
});

export type Vraag = z.output<typeof VraagVormSchema>;
export type Feit = keyof typeof feiten;
/** A question of which these facts are known. */
export type Met<F extends Feit> = Vraag & { readonly [K in F]: NonNullable<Vraag[K]> };
