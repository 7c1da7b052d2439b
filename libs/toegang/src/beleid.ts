import { type Actor, CodedError } from '@regielijn/kern';
import { type Rechten, rolBeleid } from './beleid-tabel.js';
import { dienstBeleid } from './dienst-beleid.js';
import { isDienst, isRol } from './rollen.js';

/** Something that can be asked of the engine. `naam` is `<slice>.<werkwoord>` or `<slice>.<wat>`. */
export interface Handeling {
  readonly soort: 'opdracht' | 'vraag';
  readonly naam: string;
}

const rechtenVan = ({ rol, subject }: Actor): Rechten | undefined => {
  if (!isRol(rol)) return undefined;
  if (rol !== 'dienst') return rolBeleid[rol];
  return isDienst(subject) ? dienstBeleid[subject] : undefined;
};

const past = (patroon: string, naam: string): boolean =>
  patroon.endsWith('*') ? naam.startsWith(patroon.slice(0, -1)) : naam === patroon;

const staatToe = (rechten: Rechten, { soort, naam }: Handeling): boolean =>
  (soort === 'opdracht' ? rechten.opdrachten : rechten.vragen).some((patroon) => past(patroon, naam));

const geenToegang = ({ rol }: Actor, naam: string): CodedError =>
  new CodedError(
    'forbidden',
    'GEEN_TOEGANG',
    'Met uw rol kunt u dit niet bekijken of doen. Klopt dat niet, vraag dan uw beheerder om de juiste rol.',
    { handeling: naam, rol },
  );

/**
 * Which of these an actor may do, of several things that go under one name.
 *
 * @throws CodedError `GEEN_TOEGANG` (forbidden) when that is none of them
 */
export const waarvanMag = <H extends Handeling>(
  actor: Actor,
  naam: string,
  handelingen: readonly H[],
): readonly H[] => {
  const rechten = rechtenVan(actor);
  const toegestaan = rechten ? handelingen.filter((handeling) => staatToe(rechten, handeling)) : [];
  if (toegestaan.length === 0) throw geenToegang(actor, naam);
  return toegestaan;
};

/**
 * The one policy question: may this actor do this? Every read and every write asks it. Denied unless the table
 * (`beleid-tabel.ts`) says otherwise. The answer depends on nothing but actor and handeling, so that a refusal never
 * tells whether a dossier exists.
 *
 * @throws CodedError `GEEN_TOEGANG` (forbidden)
 */
export const magHandelen = (actor: Actor, handeling: Handeling): void => {
  waarvanMag(actor, handeling.naam, [handeling]);
};

/**
 * Called at start with everything the engine can be asked: the table must name all of it, and nothing else.
 *
 * @throws CodedError `BELEID_ONVOLLEDIG` (invalid) naming each handeling that nobody may do, and each pattern of the
 *   table that allows nothing: one was forgotten, the other never fires.
 */
export const checkBeleid = (alleHandelingen: readonly Handeling[]): void => {
  const tabel = [...Object.values(rolBeleid), ...Object.values(dienstBeleid)];
  const vergeten = alleHandelingen.filter((handeling) => !tabel.some((rechten) => staatToe(rechten, handeling)));
  const loos = tabel.flatMap(({ opdrachten, vragen }) => [
    ...opdrachten.filter(
      (patroon) => !alleHandelingen.some(({ soort, naam }) => soort === 'opdracht' && past(patroon, naam)),
    ),
    ...vragen.filter((patroon) => !alleHandelingen.some(({ soort, naam }) => soort === 'vraag' && past(patroon, naam))),
  ]);
  if (vergeten.length === 0 && loos.length === 0) return;
  const namen = [...vergeten.map(({ soort, naam }) => `${soort} ${naam}`), ...new Set(loos)];
  throw new CodedError(
    'invalid',
    'BELEID_ONVOLLEDIG',
    `Het beleid en de handelingen passen niet: ${namen.join(', ')}.`,
    {
      handelingen: namen,
    },
  );
};
