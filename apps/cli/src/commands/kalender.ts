import { readRules } from '@regielijn/engine';
import { KALENDERS, ongeldig } from '@regielijn/kern';
import { versieOp } from '@regielijn/normenkader';
import { antwoordKalender, dagVan, KalenderVraagSchema } from '@regielijn/termijnen';
import { z } from 'zod';
import { answer } from '../output.js';

interface KalenderOptions {
  readonly kalender?: string;
  /** Print the JSON schema of a question; nothing is answered. */
  readonly schema?: boolean;
  /** Accepted for the sake of one habit: the answer is always JSON. */
  readonly json?: boolean;
}

/** What a day or moment is: werkdag, feestdag, kantoortijd. Opens no store. */
export const kalender = async (tijdstip: string | undefined, options: KalenderOptions): Promise<void> => {
  if (options.schema) return answer(z.toJSONSchema(KalenderVraagSchema, { io: 'input' }), { json: true }, String);
  const vraag = KalenderVraagSchema.safeParse({ tijdstip, kalender: options.kalender });
  if (!vraag.success)
    throw vraag.error.issues[0]?.path[0] === 'kalender'
      ? ongeldig('ONBEKENDE_KALENDER', `Deze kalender is er niet. Kies uit ${KALENDERS.join(' of ')}.`)
      : ongeldig(
          'ONGELDIG_TIJDSTIP',
          'Geef een datum zoals 2026-04-27, of een tijdstip met zone zoals 2026-04-27T10:30:00+02:00.',
        );
  const { normenkader, termijnen } = readRules();
  const { versie } = versieOp(normenkader, dagVan(vraag.data.tijdstip));
  const instellingen = { ...versie.instellingen, regelversie: versie.versie };
  answer(antwoordKalender(vraag.data, instellingen, termijnen), { json: true }, String);
};
