import { IdSchema, KwartaalSchema } from '@regielijn/kern';
import { z } from 'zod';
import { reviewFeiten } from '../domain/events.js';
import { ReviewSchema } from '../domain/review.js';

const TellingSchema = z.array(z.strictObject({ code: z.string(), aantal: z.int() }));

const CijfersSchema = z.strictObject({
  zaken: z.int(),
  afwijkingen: z.int(),
  meegenomen: z.int(),
  gemotiveerd: z.int(),
  besproken: z.int(),
  vervallen: z.int().meta({ description: 'Vervallen voor de bespreking; telt in geen ander getal mee' }),
  perNorm: TellingSchema,
  perRegio: TellingSchema,
  perAanbieder: TellingSchema,
  perOorzaak: TellingSchema,
  perConclusie: TellingSchema,
  perOpschaling: TellingSchema,
});

const PuntSchema = z.strictObject({
  afwijkingId: IdSchema,
  norm: z.string(),
  vastgesteldOp: z.string(),
  gemotiveerd: z.boolean(),
  redencodes: z.array(z.string()),
  uitReview: z.string().nullable().meta({ description: 'De review die hier niet aan toekwam' }),
  stand: z.enum(['open', 'besproken', 'afgevoerd', 'doorgeschoven']),
  bespreking: z
    .strictObject({ op: z.string(), conclusie: z.string(), lessen: z.array(z.string()), opschaling: z.string() })
    .nullable(),
});

const ActieSchema = z.strictObject({
  actieId: IdSchema,
  soort: z.string(),
  eigenaar: z.string(),
  uiterlijk: z.iso.date(),
  afgerondOp: z.string().nullable(),
  uitReview: z.string().nullable(),
  afwijkingen: z.array(IdSchema),
  trajecten: z.array(IdSchema),
});

const GroepSchema = z.strictObject({
  norm: z.string(),
  regio: z.string(),
  aanbieder: z.string().nullable(),
  oorzaken: z.array(z.string()).meta({ description: 'De redenen van de motivering; leeg als die er niet is' }),
  zaken: z.array(z.int()),
  afwijkingen: z.array(IdSchema),
});

export const PakketSchema = z
  .strictObject({
    review: ReviewSchema,
    landsdeel: z.string(),
    kwartaal: KwartaalSchema,
    geopendOp: z.string(),
    regelversie: z.string(),
    gesloten: z
      .strictObject({ op: z.string(), zegel: z.string(), klopt: z.boolean() })
      .nullable()
      .meta({ description: 'Wanneer de review is verzegeld, en of de inhoud nog bij dat zegel past' }),
    quorum: z.strictObject({ minimaalDisciplines: z.int(), verplicht: z.array(z.string()) }),
    deelnemers: z.array(z.strictObject({ account: z.string(), discipline: z.string() })),
    vergaderingen: z.array(z.strictObject({ op: z.string(), aanwezig: z.array(z.string()) })),
    cijfers: CijfersSchema,
    trend: z.array(reviewFeiten.gesloten.schema.shape.trend.element),
    zaken: z.array(
      z.strictObject({
        zaak: z.int().meta({ description: 'Volgnummer in dit pakket, in de plaats van een naam' }),
        trajectId: IdSchema,
        regio: z.string(),
        aanbieder: z.string().nullable(),
        opLeeslijst: z.boolean(),
        verschoond: z.array(z.string()).meta({ description: 'Deelnemers die niet over deze zaak oordelen' }),
        afwijkingen: z.array(PuntSchema).min(1),
      }),
    ),
    teBespreken: z.array(GroepSchema).meta({
      description:
        'Wat niet is besproken, per norm, regio, aanbieder en oorzaak: wat bij elkaar staat, past in één conclusie',
    }),
    acties: z.array(ActieSchema),
  })
  .meta({ id: 'Kwartaalreviewpakket' });
export type Pakket = z.output<typeof PakketSchema>;
