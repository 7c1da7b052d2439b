import { type Datum, DatumSchema, geenDubbele, isOplopend, NIET_OPLOPEND, ongeldig, OVERIG } from '@regielijn/kern';
import { z } from 'zod';
import { CodeSchema, QuorumSchema } from './events.js';
import { LandsdeelSchema } from './review.js';

const tekst = z.string().min(1);

const VersieSchema = z
  .strictObject({
    versie: tekst,
    geldigVanaf: DatumSchema,
    bron: tekst,
    disciplines: z
      .array(z.strictObject({ code: CodeSchema, naam: tekst }))
      .min(1)
      .refine(
        (disciplines) => geenDubbele(disciplines.map(({ code }) => code)),
        'elke discipline mag er één keer staan',
      ),
    quorum: z.strictObject({ ...QuorumSchema.shape, bron: tekst }),
    landsdelen: z.array(z.strictObject({ id: LandsdeelSchema, regios: z.array(tekst).min(1), bron: tekst })).min(1),
  })
  .superRefine(({ disciplines, quorum, landsdelen }, context) => {
    const codes = disciplines.map(({ code }) => code);
    const fout = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    quorum.verplicht.forEach((code, i) => {
      if (!codes.includes(code)) fout(['quorum', 'verplicht', i], `discipline "${code}" staat niet bij de disciplines`);
    });
    if (quorum.minimaalDisciplines > codes.length)
      fout(['quorum', 'minimaalDisciplines'], 'zoveel disciplines zijn er niet');
    if (!geenDubbele(landsdelen.flatMap(({ regios }) => regios)))
      fout(['landsdelen'], 'elke regio hoort bij één landsdeel');
  });

/**
 * Who has to be there to judge deviations, and which regions one review is about, as dated data. `regios`: those that the
 * engine knows. Each of them, and `overig`, has to belong to a landsdeel: a deviation without a review would be lost.
 */
export const reviewRegelsSchema = (regios: readonly string[]) =>
  z
    .strictObject({
      versies: z
        .array(VersieSchema)
        .min(1)
        .refine((versies) => isOplopend(versies.map(({ geldigVanaf }) => geldigVanaf)), NIET_OPLOPEND),
    })
    .superRefine(({ versies }, context) => {
      versies.forEach(({ landsdelen }, versie) => {
        const genoemd = landsdelen.flatMap((landsdeel) => landsdeel.regios);
        for (const regio of [...regios, OVERIG])
          if (!genoemd.includes(regio))
            context.addIssue({
              ...{ code: 'custom', path: ['versies', versie, 'landsdelen'] },
              message: `regio "${regio}" hoort bij geen landsdeel`,
            });
      });
    });

export type ReviewRegels = z.output<ReturnType<typeof reviewRegelsSchema>>;
export type ReviewRegelversie = ReviewRegels['versies'][number];

/** The version that holds on a day; before the first version there was no review, and the first one is used. */
export const regelversieOp = ({ versies }: ReviewRegels, dag: Datum): ReviewRegelversie =>
  versies.findLast(({ geldigVanaf }) => geldigVanaf <= dag) ?? versies[0]!;

/** The landsdeel in whose review a traject of this region is discussed. */
export const landsdeelVanRegio = ({ landsdelen }: ReviewRegelversie, regio: string): string => {
  const landsdeel = landsdelen.find(({ regios }) => regios.includes(regio));
  if (landsdeel) return landsdeel.id;
  throw ongeldig('REGIO_ZONDER_REVIEW', `Regio "${regio}" hoort bij geen landsdeel met een kwartaalreview.`, { regio });
};
