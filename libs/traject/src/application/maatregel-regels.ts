import { antwoordTermijn, type Termijnregels, TermijnVraagSchema } from '@regielijn/termijnen';
import type { Maatregelen, MaatregelRegels } from '../domain/zorg/maatregelen.js';

/** Injection token of the rules of the law on vrijheidsbeperkende maatregelen. */
export const MAATREGELREGELS = Symbol('MaatregelRegels');

/** The closed list and the terms D16 and D17 as a decision asks for them. */
export const maatregelRegelsUit = ({ versies }: Maatregelen, termijnen: Termijnregels): MaatregelRegels => {
  const antwoord = (vraag: object) => antwoordTermijn(TermijnVraagSchema.parse(vraag), termijnen);
  const lijsten = versies.map(({ vanaf, maatregelen }) => ({
    vanaf,
    lijst: new Map(maatregelen.map((maatregel) => [maatregel.id, maatregel])),
  }));
  return {
    lijstOp: (dag) => lijsten.findLast(({ vanaf }) => vanaf <= dag)?.lijst ?? null,
    termijn: (regel, start, verlengingen) => {
      // Only a gedragswetenschapper can have made an extension that was accepted.
      const verlengd = verlengingen > 0 ? { verlengingen, verlengdDoor: 'gedragswetenschapper' } : {};
      const { eindMoment = null, toestemmingNa = null } = antwoord({ regel, start, ...verlengd });
      return { uiterlijk: eindMoment, toestemmingNa };
    },
    magVerlengen: (start, verlengingen, verlengdDoor) =>
      antwoord({ regel: 'D17', start, verlengingen, verlengdDoor }).toegestaan !== false,
  };
};
