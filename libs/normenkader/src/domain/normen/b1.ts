import { uniek } from '@regielijn/kern';
import { type Dossier, type Feit, feitenVan, heeftTekst, starts } from './dossier.js';
import { type Instellingen, type VariantRij, variantVan } from './instellingen.js';
import type { Norm, Toets } from './norm.js';
import {
  type Eis,
  eensgezind,
  nietTeBepalen,
  nietVanToepassing,
  type Oordeel,
  perGeval,
  toetsEisen,
  zwaarste,
} from './oordeel.js';
import { laatste, onzekereTijden } from './tijd.js';
import { alle, enige, gegeven, niet, type Zekerheid } from './zekerheid.js';

type Triage = Feit<'TriageUitkomst'>;
type LichtereVariant = NonNullable<Triage['lichtereVarianten']>[number];

const VOLDAAN = 'De lichtste passende variant is gekozen; elke lichtere is overwogen en afgewezen met een reden.';

/** Rejected, with the criterium or reason that rejected it. */
const isAfgewezen = (overwogen: LichtereVariant, id: string): Zekerheid =>
  alle([
    niet(gegeven(overwogen.passend, `TriageUitkomst.lichtereVarianten.${id}.passend`)),
    heeftTekst(overwogen.criterium) || heeftTekst(overwogen.reden) || [`TriageUitkomst.lichtereVarianten.${id}.reden`],
  ]);

/** Every step of the ladder under the chosen variant was considered; one variant of a step is enough. */
const eisenPerTrede = (
  gekozen: VariantRij,
  overwogen: readonly LichtereVariant[],
  instellingen: Instellingen,
): Eis[] => {
  const lichter = instellingen.varianten.filter(({ trede }) => trede !== null && trede < gekozen.trede!);
  const treden = uniek(lichter.map(({ trede }) => trede));
  return treden.map((trede) => {
    const opTrede = lichter.filter((rij) => rij.trede === trede);
    const namen = opTrede.map(({ id }) => id);
    return {
      klopt: enige(
        overwogen.map(({ variant }) =>
          heeftTekst(variant)
            ? namen.includes(variantVan(variant, instellingen)?.id ?? '')
            : ['TriageUitkomst.lichtereVarianten.variant'],
        ),
      ),
      afwijking: `Een lichtere variant is niet overwogen: ${namen.join(' of ')}.`,
      mist: [`TriageUitkomst.lichtereVarianten.${namen[0]}`],
    };
  });
};

const eisVan = (overwogen: LichtereVariant, gekozen: VariantRij, instellingen: Instellingen): Eis => {
  const rij = variantVan(overwogen.variant, instellingen);
  const id = rij?.id ?? 'onbekend';
  if (rij?.id === gekozen.id)
    return { klopt: overwogen.passend !== false, afwijking: 'De gekozen variant is zelf niet passend bevonden.' };
  const isLichter = rij === undefined || (rij.trede !== null && rij.trede < gekozen.trede!);
  return {
    klopt: !isLichter || isAfgewezen(overwogen, id),
    afwijking: `Een lichtere variant is passend bevonden en niet gekozen${rij ? `: ${id}` : ''}.`,
  };
};

/** The variant that was chosen; where the triage names none, the one in which help began all the same. */
const gekozenNaam = ({ variant, gekozen }: Triage, dossier: Dossier): string | null | undefined => {
  if (heeftTekst(variant) || !gekozen) return variant;
  const begonnen = new Set(laatste(starts(dossier)).map((start) => start.variant));
  return begonnen.size === 1 ? [...begonnen][0] : null;
};

const toetsTriage = (triage: Triage, dossier: Dossier, instellingen: Instellingen): Oordeel => {
  const isNietsGekozen = !heeftTekst(triage.variant) && triage.gekozen && starts(dossier).length === 0;
  if (isNietsGekozen) return nietVanToepassing('Bij de triage is geen variant van Jeugdhulp Plus gekozen.');
  const gekozen = variantVan(gekozenNaam(triage, dossier), instellingen);
  const overwogen = triage.lichtereVarianten ?? [];
  if (gekozen === undefined) return nietTeBepalen(['TriageUitkomst.variant']);
  if (gekozen.trede === null) return nietVanToepassing('De triage wees een route aan, en geen variant.');
  const perVariant = overwogen.map((een) => eisVan(een, gekozen, instellingen));
  const perTrede = eisenPerTrede(gekozen, overwogen, instellingen);
  const lijstOntbreekt = perTrede.length > 0 && !triage.lichtereVarianten;
  return lijstOntbreekt
    ? nietTeBepalen(['TriageUitkomst.lichtereVarianten'])
    : toetsEisen([...perVariant, ...perTrede], VOLDAAN);
};

const toets: Toets = (dossier, instellingen) => {
  const triages = feitenVan(dossier, 'TriageUitkomst');
  const keuze =
    triages.length === 0
      ? nietTeBepalen(['TriageUitkomst'])
      : eensgezind(
          laatste(triages).map((triage) => toetsTriage(triage, dossier, instellingen)),
          onzekereTijden(triages),
        );
  const overplaatsingen = feitenVan(dossier, 'VerblijfplekGewijzigd');
  const wissels = perGeval(overplaatsingen, ({ reden }) =>
    toetsEisen(
      [
        {
          klopt: heeftTekst(reden),
          afwijking: 'De jeugdige is overgeplaatst zonder vastgelegde reden.',
          mist: ['VerblijfplekGewijzigd.reden'],
        },
      ],
      'Elke overplaatsing heeft een reden.',
    ),
  );
  return overplaatsingen.length === 0 ? keuze : zwaarste([keuze, wissels]);
};

/**
 * B1: "Jongeren ontvangen hun zorg zo thuis mogelijk". Checked at the triage and again at every verblijfwissel and
 * evaluation, against the last triage: no fitting lighter variant was passed over, every lighter one was considered, and
 * nobody moved without a reason. A variant that was found not to fit is no better for being light.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen behandeling.
 */
export const b1: Norm = {
  toetsmomenten: ['TriageUitkomst', 'VerblijfplekGewijzigd', 'PlanGeevalueerd', 'OpnameGestart', 'VariantGestart'],
  leestOok: [],
  toets,
};
