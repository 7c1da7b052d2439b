import { leeftijdsfout } from '@regielijn/kern';
import type { z } from 'zod';
import { type RegelId, REGEL_IDS } from './config.js';
import { dagVan, type Feit, isTijdstip, type Vraag, VraagVormSchema } from './feiten.js';
import { regelVan } from './regels.js';

/** Facts of which the second cannot lie before the first. */
const VOLGORDE: readonly (readonly [Feit, Feit])[] = [
  ['start', 'geldigTot'],
  ['start', 'beslissingMgj'],
  ['start', 'vorigeEvaluatie'],
  ['start', 'termijnEinde'],
  ['geldigVan', 'geldigTot'],
  ['geldigVan', 'schorsingVanaf'],
];

/** Days on which the jeugdige was there. Not `vorige`, which is about the accommodatie. */
const DAGEN = [
  ...(['start', 'geldigVan', 'geldigTot', 'besluit', 'beslissingMgj', 'intrekking', 'vmgjGeldigTot'] as const),
  ...(['laatsteTenuitvoerlegging', 'schorsingVanaf', 'vorigeEvaluatie', 'termijnEinde', 'afgebouwdOp'] as const),
  ...(['peildatum', 'gebeurdOp'] as const),
];

/** Why the birth date cannot be right on the first of those days; undefined where nothing is wrong, or no day is told. */
const foutInLeeftijd = (vraag: Vraag): string | undefined => {
  const [eerste] = DAGEN.flatMap((feit) => vraag[feit] ?? [])
    .map(dagVan)
    .sort();
  if (vraag.geboortedatum === undefined || eerste === undefined) return undefined;
  return leeftijdsfout(vraag.geboortedatum, eerste)?.reden;
};

/** The first fact without which this rule has no answer. */
const ontbrekend = (vraag: Vraag): Feit | undefined => {
  const { nodig } = regelVan(vraag.regel);
  const ontbreekt = nodig.map((feiten) => feiten.find((feit) => vraag[feit] === undefined));
  return ontbreekt.includes(undefined) ? undefined : ontbreekt[0];
};

const IN_UREN: readonly RegelId[] = ['D16', 'D17'];

const klopt = (vraag: Vraag, context: z.RefinementCtx<Vraag>): void => {
  const fout = (veld: Feit, message: string) => context.addIssue({ code: 'custom', path: [veld], message });
  const mist = ontbrekend(vraag);
  if (mist !== undefined) fout(mist, `dit veld is nodig bij ${vraag.regel}`);
  if (IN_UREN.includes(vraag.regel) && vraag.start !== undefined && !isTijdstip(vraag.start))
    fout('start', 'geef een tijdstip met zone, zoals 2026-03-02T09:30:00+01:00');
  if (vraag.nr === 1 && vraag.vorigeEvaluatie !== undefined)
    fout('vorigeEvaluatie', 'vóór de eerste evaluatie (nr 1) kan er geen vorige zijn');
  for (const [eerder, later] of VOLGORDE) {
    const [van, tot] = [vraag[eerder], vraag[later]].map((feit) => (typeof feit === 'string' ? feit.slice(0, 10) : ''));
    if (van && tot && tot < van) fout(later, `kan niet voor ${eerder} liggen`);
  }
  const leeftijd = foutInLeeftijd(vraag);
  if (leeftijd !== undefined) fout('geboortedatum', `${leeftijd}; kijk de datums na`);
};

const nodigPerRegel = REGEL_IDS.map((regel) => ({
  if: { properties: { regel: { const: regel } }, required: ['regel'] },
  then: { anyOf: regelVan(regel).nodig.map((required) => ({ required })) },
}));

/** One question to `termijn`: a rule and the facts it counts with. Unknown facts are refused by name. */
export const VraagSchema = VraagVormSchema.superRefine(klopt).meta({ allOf: nodigPerRegel });
