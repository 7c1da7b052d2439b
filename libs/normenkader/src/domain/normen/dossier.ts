import type { Datum } from '@regielijn/kern';
import type { Gebeurtenis, GebeurtenisType, NormVraag } from './feiten.js';
import type { Instellingen } from './instellingen.js';
import { EIGEN_DATUM, type Tijd, tijdVan } from './tijd.js';

/** A fact with the time at which it was so in the world, as exactly as that is known. */
export type Feit<Type extends GebeurtenisType = GebeurtenisType> = Extract<Gebeurtenis, { type: Type }> & {
  readonly op: Tijd;
  /** Its place in the question. */
  readonly nr: number;
};

/** What had happened in one traject at a moment. */
export interface Dossier {
  readonly peil: Tijd;
  readonly peildag: Datum;
  readonly jeugdige: NonNullable<NormVraag['jeugdige']>;
  readonly variant: string | null;
  readonly feiten: readonly Feit[];
  /** What the question sets otherwise than the normenkader. */
  readonly eigen: Partial<Instellingen>;
}

const eigenDatum = (gebeurtenis: Gebeurtenis): Datum | null | undefined =>
  (gebeurtenis as unknown as Record<string, Datum | null | undefined>)[EIGEN_DATUM.get(gebeurtenis.type) ?? ''];

const bekende = (instellingen: NormVraag['instellingen']): Partial<Instellingen> =>
  Object.fromEntries(
    Object.entries(instellingen ?? {}).filter(([, waarde]) => waarde !== null && waarde !== undefined),
  );

/** What counts at the peilmoment: everything but what certainly came later. Without a peilmoment: all of today. */
export const dossierOp = (vraag: NormVraag, vandaag: Datum): Dossier => {
  const peil = tijdVan(vraag.peilmoment ?? vandaag);
  const isVoorbij = (op: Tijd): boolean => op.van <= peil.tot;
  return {
    peil,
    peildag: peil.dag ?? vandaag,
    jeugdige: vraag.jeugdige ?? {},
    variant: vraag.variant ?? null,
    eigen: bekende(vraag.instellingen),
    feiten: vraag.gebeurtenissen
      .map((gebeurtenis, nr) => ({ ...gebeurtenis, op: tijdVan(eigenDatum(gebeurtenis) ?? gebeurtenis.tijdstip), nr }))
      .filter(({ tijdstip, op }) => isVoorbij(tijdVan(tijdstip)) && isVoorbij(op)),
  };
};

/** The facts of one or more kinds, in the order in which they were given. */
export const feitenVan = <Type extends GebeurtenisType>(dossier: Dossier, ...types: readonly Type[]): Feit<Type>[] =>
  dossier.feiten.filter((feit): feit is Feit<Type> => (types as readonly string[]).includes(feit.type));

/** The first day on which one of these happened; null when there is none, or when one of them has no known day. */
export const eersteDag = (feiten: readonly { readonly op: Tijd }[]): Datum | null => {
  const dagen = feiten.flatMap(({ op }) => op.dag ?? []);
  return dagen.length < feiten.length ? null : (dagen.sort()[0] ?? null);
};

export const isBekend = <T>(waarde: T | null | undefined): waarde is T => waarde !== null && waarde !== undefined;

/** A reason counts when something is written there. */
export const heeftTekst = (tekst: string | null | undefined): boolean => (tekst ?? '').trim() !== '';

/** The kinds among which something that ends an aanmelding may be. */
export const KAN_AFHAKEN = [
  'AanmeldingIngetrokken',
  'AndereIndicatieVastgesteld',
  'BeschikkingGegeven',
  'TriageUitkomst',
  'CivielTrajectberaadGehouden',
] as const satisfies readonly GebeurtenisType[];

const AFGEWEZEN = ['afgewezen', 'ingetrokken', 'niet_ontvankelijk', 'niet-ontvankelijk'];

/** What ends an aanmelding without help from Jeugdhulp Plus: withdrawn, refused by the kinderrechter, or help elsewhere. */
export const afgehaakt = (dossier: Dossier): readonly Feit[] =>
  dossier.feiten.filter((feit) => {
    switch (feit.type) {
      case 'AanmeldingIngetrokken':
      case 'AndereIndicatieVastgesteld':
        return true;
      case 'BeschikkingGegeven':
        return AFGEWEZEN.includes((feit.uitkomst ?? '').toLowerCase());
      case 'TriageUitkomst':
      case 'CivielTrajectberaadGehouden':
        return feit.gekozen === 'buiten_jhp';
      default:
        return false;
    }
  });

/** Every moment at which help of Jeugdhulp Plus began: an opname, or a variant without one. */
export const starts = (dossier: Dossier): readonly Feit<'OpnameGestart' | 'VariantGestart'>[] =>
  feitenVan(dossier, 'OpnameGestart', 'VariantGestart');
