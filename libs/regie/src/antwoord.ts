import type { Datum } from '@regielijn/kern';
import { behandelregie, houder } from './houder.js';
import { type RegelRegie, regelRegie } from './regel-regie.js';
import type { Regie, Regieregels } from './regels.js';
import { type Signaal, signalen } from './signalen.js';
import { sindsVerschil } from './sinds.js';
import type { Situatie, SituatieOp } from './situatie.js';

interface RegieAntwoord {
  /** Who holds casusregie. */
  readonly casusregie: Regie;
  readonly systeemregie: 'gemeente';
  readonly behandelregie: 'JHP-behandelaar' | 'geen';
  /** Who should hold casusregie by the rule. */
  readonly regelRegie: Regie;
  /** The day since when the two differ; absent when they do not, null when they do and no fact says since when. */
  readonly regiekloof?: Datum | null;
  /** Id of the rule behind `regelRegie`. */
  readonly regel: string;
  readonly regelset: string;
  readonly regelversie: string;
  readonly peildatum: Datum;
  readonly uitleg: string;
  /** The source of each conclusion: `<conclusion>: <publication>`. */
  readonly bron: readonly string[];
  readonly signalen: readonly Signaal[];
  /** Fields of the situation that would have told more. */
  readonly ontbreekt: readonly string[];
}

/** Who holds which regie in this situation, and by which rule who should. `vandaag` counts where no `datum` is given. */
export const antwoordRegie = (vraag: Situatie, regels: Regieregels, vandaag: Datum): RegieAntwoord => {
  const situatie: SituatieOp = { ...vraag, datum: vraag.datum ?? vandaag };
  const volgensRegel = regelRegie(situatie, regels);
  const { casusregie, sinds } = houder(situatie);
  const verschil = casusregie === volgensRegel.regie ? null : sindsVerschil(volgensRegel.sinds, sinds);
  return {
    casusregie,
    systeemregie: 'gemeente',
    behandelregie: behandelregie(situatie),
    regelRegie: volgensRegel.regie,
    ...(verschil && { regiekloof: 'op' in verschil ? verschil.op : null }),
    regel: volgensRegel.regel,
    regelset: situatie.regelset ?? regels.standaardRegelset.regelset,
    regelversie: regels.versie,
    peildatum: situatie.datum,
    uitleg: uitleg(casusregie, volgensRegel, regels),
    bron: bronnen(volgensRegel, regels),
    signalen: signalen(situatie, volgensRegel, regels),
    ontbreekt: [
      ...(verschil && 'onbekend' in verschil ? [verschil.onbekend] : []),
      ...(situatie.variant === undefined && situatie.trajectfase === null ? ['variant'] : []),
    ],
  };
};

const uitleg = (casusregie: Regie, regel: RegelRegie, { uitgangspunten }: Regieregels): string =>
  casusregie === regel.regie
    ? regel.uitleg
    : `${regel.uitleg} ${uitgangspunten.casusregie.uitleg} Daarom voert de ${casusregie} nu de casusregie.`;

const bronnen = (regel: RegelRegie, regels: Regieregels): readonly string[] => {
  const { casusregie, systeemregie, behandelregie } = regels.uitgangspunten;
  const perConclusie: [string, readonly string[]][] = [
    ['regelRegie', regel.bron],
    ['casusregie', [casusregie.bron]],
    ['systeemregie', [systeemregie.bron]],
    ['behandelregie', [behandelregie.bron]],
  ];
  return perConclusie.flatMap(([conclusie, ids]) => ids.map((id) => `${conclusie}: ${regels.bronnen[id]!.titel}`));
};
