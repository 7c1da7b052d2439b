import { DatumSchema, geenDubbele } from '@regielijn/kern';
import { type Bewakingsregels, DuurSchema } from '@regielijn/termijnen';
import { z } from 'zod';
import { LadderIdSchema, type Ladders, TredeIdSchema } from '../domain/ladder.js';

const Tekst = z.string().min(1);

const TredeSchema = z
  .strictObject({
    id: TredeIdSchema,
    naam: Tekst,
    geldigVan: DatumSchema.nullable(),
    geldigTot: DatumSchema.nullable(),
    /** How long there is to take a question on. */
    aannemen: DuurSchema,
    /** How long there is to answer, from then on. */
    antwoorden: DuurSchema,
    bron: z.string(),
    toelichting: Tekst,
  })
  .refine(({ geldigVan, geldigTot }) => geldigVan === null || geldigTot === null || geldigVan < geldigTot, {
    error: 'het einde moet na het begin liggen',
    path: ['geldigTot'],
  });

const LadderSchema = z.strictObject({
  id: LadderIdSchema,
  naam: Tekst,
  /** How long who asked has to go on, after a question came back or was answered. */
  vervolg: DuurSchema,
  bronTermijnen: z.string(),
  toelichting: Tekst,
  treden: z
    .array(TredeSchema)
    .min(1)
    .refine((treden) => geenDubbele(treden.map(({ id }) => id)), 'een trede staat er twee keer in'),
});

/** `config/ladders.json`: who comes in when a question is not solved, trede by trede. Each ladder is there once. */
export const LaddersSchema = z
  .strictObject({
    versie: Tekst,
    toelichting: Tekst,
    bronnen: z.record(z.string(), z.strictObject({ titel: Tekst })),
    ladders: z.array(LadderSchema),
  })
  .superRefine(({ bronnen, ladders }, context) => {
    const fout = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path: ['ladders', ...path], message });
    for (const ladder of LadderIdSchema.options)
      if (ladders.filter(({ id }) => id === ladder).length !== 1) fout([], `ladder "${ladder}" moet er één keer staan`);
    for (const [nr, { bronTermijnen, treden }] of ladders.entries()) {
      const genoemd: [string, (string | number)[]][] = [
        [bronTermijnen, ['bronTermijnen']],
        ...treden.map(({ bron }, trede): [string, (string | number)[]] => [bron, ['treden', trede, 'bron']]),
      ];
      for (const [bron, path] of genoemd)
        if (!Object.hasOwn(bronnen, bron)) fout([nr, ...path], `bron "${bron}" staat niet bij de bronnen`);
    }
  });

/** The ladders with how long each trede has, and the days that count. */
export type Opschalingregels = Bewakingsregels & { readonly ladders: Ladders };

/** Injection token of the Opschalingregels. */
export const OPSCHALINGREGELS = Symbol('Opschalingregels');
