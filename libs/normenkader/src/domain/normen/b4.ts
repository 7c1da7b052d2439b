import { type Datum, inWoorden, plusWerkdagen, uniek } from '@regielijn/kern';
import { afgehaakt, type Dossier, feitenVan, KAN_AFHAKEN, starts } from './dossier.js';
import { type Instellingen, variantVan } from './instellingen.js';
import type { Norm, Toets } from './norm.js';
import { afwijking, nietTeBepalen, nietVanToepassing, type Oordeel, perGeval, voldaan, zwaarste } from './oordeel.js';
import { tijdstipVan } from './tijd.js';

type Soort = 'triage' | 'start' | 'einde';
interface Mijlpaal {
  readonly soort: Soort;
  readonly dag: Datum;
  /** Id of the variant, as far as it is known. */
  readonly variant: string | undefined;
  /** The place of the fact in the question. */
  readonly nr: number;
}
/** From the triage to the start, or to the day on which nobody waited any more. */
interface Wachttijd {
  /** The triage that opened it. */
  readonly nr: number;
  readonly vanaf: Datum;
  readonly slot: Mijlpaal | null;
}

// The sort is stable: on one day a triage goes first, then a start, then an end.
const mijlpalen = (dossier: Dossier, instellingen: Instellingen): readonly Mijlpaal[] => {
  const gestopt = afgehaakt(dossier);
  const triages = feitenVan(dossier, 'TriageUitkomst').filter((triage) => !gestopt.includes(triage));
  const idVan = (naam: string | null | undefined): string | undefined => variantVan(naam, instellingen)?.id;
  return [
    ...triages.map(({ op, variant, nr }) => ({ soort: 'triage' as const, dag: op.dag!, variant: idVan(variant), nr })),
    ...starts(dossier).map(({ op, variant, nr }) => ({
      soort: 'start' as const,
      dag: op.dag!,
      variant: idVan(variant),
      nr,
    })),
    ...gestopt.map(({ op, nr }) => ({ soort: 'einde' as const, dag: op.dag!, variant: undefined, nr })),
  ].sort((a, b) => a.dag.localeCompare(b.dag));
};

/** A triage opens a wait, unless the jeugdige already gets that variant; a start or an end closes it. */
const wachttijden = (alle: readonly Mijlpaal[]): readonly Wachttijd[] => {
  const gevonden: Wachttijd[] = [];
  let open: Omit<Wachttijd, 'slot'> | null = null;
  let lopend: string | undefined;
  for (const mijlpaal of alle) {
    if (mijlpaal.soort === 'triage') {
      if (lopend === undefined || lopend !== mijlpaal.variant) open ??= { nr: mijlpaal.nr, vanaf: mijlpaal.dag };
      continue;
    }
    if (open !== null) gevonden.push({ ...open, slot: mijlpaal });
    open = null;
    lopend = mijlpaal.variant ?? lopend;
  }
  return open === null ? gevonden : [...gevonden, { ...open, slot: null }];
};

const toetsWachttijd = ({ vanaf, slot }: Wachttijd, { peildag }: Dossier, instellingen: Instellingen): Oordeel => {
  const { directWerkdagen, kalender, gelijkgesteldeDagen } = instellingen;
  const uiterlijk = plusWerkdagen(vanaf, directWerkdagen, kalender, gelijkgesteldeDagen);
  const tot = slot?.dag ?? peildag;
  if (tot > uiterlijk)
    return afwijking(
      slot?.soort === 'start'
        ? `De hulp begon op ${inWoorden(tot)}; na de triage van ${inWoorden(vanaf)} was ${inWoorden(uiterlijk)} de laatste dag.`
        : `Na de triage van ${inWoorden(vanaf)} had de hulp uiterlijk op ${inWoorden(uiterlijk)} moeten beginnen.`,
    );
  if (slot === null)
    return nietTeBepalen(['OpnameGestart of VariantGestart'], `De termijn loopt tot en met ${inWoorden(uiterlijk)}.`);
  return slot.soort === 'start'
    ? voldaan(
        `De hulp begon op ${inWoorden(tot)}, binnen ${directWerkdagen} werkdagen na de triage van ${inWoorden(vanaf)}.`,
      )
    : nietVanToepassing('Er wordt niet meer op hulp van Jeugdhulp Plus gewacht.');
};

const toets: Toets = (dossier, instellingen) => {
  const feiten = [...feitenVan(dossier, 'TriageUitkomst'), ...starts(dossier), ...afgehaakt(dossier)];
  const zonderDag = feiten.filter(({ op }) => op.dag === null).map(tijdstipVan);
  if (zonderDag.length > 0) return nietTeBepalen(uniek(zonderDag));
  const alle = mijlpalen(dossier, instellingen);
  const isBegonnenZonderTriage = alle[0]?.soort === 'start';
  const tijden = wachttijden(alle);
  const gewacht = tijden.length === 0 ? [] : [perGeval(tijden, (tijd) => toetsWachttijd(tijd, dossier, instellingen))];
  if (gewacht.length > 0 && !isBegonnenZonderTriage) return zwaarste(gewacht);
  return alle.length > 0 && alle.every(({ soort }) => soort === 'einde')
    ? nietVanToepassing('Er wordt niet op hulp van Jeugdhulp Plus gewacht.')
    : zwaarste([...gewacht, nietTeBepalen(['TriageUitkomst'])]);
};

/**
 * B4: "Best passende vorm van hulp of diagnostiek zijn direct beschikbaar". Checked at the start, and every day while
 * somebody waits: no more werkdagen after the triage than the setting says. Overbrugging is not the help that fits best.
 * Source: Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020), normen behandeling; it names no number of days.
 */
export const b4: Norm = {
  toetsmomenten: ['TriageUitkomst', 'WachtlijstGeplaatst', 'OpnameGestart', 'VariantGestart'],
  leestOok: KAN_AFHAKEN,
  toets,
};
