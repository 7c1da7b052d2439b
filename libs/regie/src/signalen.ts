import type { RegelRegie } from './regel-regie.js';
import type { Regieregels } from './regels.js';
import type { SituatieOp } from './situatie.js';
import { laatsteDag } from './termijnen.js';

export interface Signaal {
  readonly code: 'OVERDRACHT_WACHT' | 'OVERDRACHT_ESCALEERT' | 'KADER_EN_GRONDSLAG_VERSCHILLEN';
  readonly zin: string;
}

/** What somebody should look at. None of it changes who holds what. */
export const signalen = (situatie: SituatieOp, { regel }: RegelRegie, regels: Regieregels): readonly Signaal[] => {
  const signaal: Signaal[] = [];
  const { kader, overdracht, machtiging } = situatie;
  const aanbod = standVanAanbod(situatie, regels);
  // Before a machtiging the gemeente simply keeps what it offered.
  if ((overdracht.status === 'geweigerd' || aanbod === 'verlopen') && regel !== 'voor_machtiging')
    signaal.push({
      code: 'OVERDRACHT_ESCALEERT',
      zin: 'De overdracht is geweigerd of verlopen na een machtiging. Leg dit aan de leidinggevenden van beide partijen voor.',
    });
  if (aanbod === 'wacht')
    signaal.push({
      code: 'OVERDRACHT_WACHT',
      zin: 'De overdracht is nog niet aanvaard. Neem contact op met de andere partij.',
    });
  if (kader === 'vrijwillig' && (machtiging.grondslag === 'OTS' || machtiging.grondslag === 'VOOGDIJ_GI'))
    signaal.push({
      code: 'KADER_EN_GRONDSLAG_VERSCHILLEN',
      zin: 'Het kader is vrijwillig, maar de grondslag van de machtiging is een kinderbeschermingsmaatregel. Kijk na wat klopt.',
    });
  return signaal;
};

const standVanAanbod = (
  { overdracht: { status, aangebodenOp }, datum }: SituatieOp,
  regels: Regieregels,
): 'verlopen' | 'wacht' | null => {
  if (status !== 'aangeboden' || aangebodenOp === null) return null;
  if (laatsteDag(aangebodenOp, regels.termijnen.aanbodVervalt, regels) < datum) return 'verlopen';
  return laatsteDag(aangebodenOp, regels.termijnen.signaalNietAanvaard, regels) < datum ? 'wacht' : null;
};
