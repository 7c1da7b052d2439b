import { datumVan, ongeldig, weiger } from '@regielijn/kern';
import { datumVolgorde } from '../datum-volgorde.js';
import type { MachtigingFacts } from '../feiten.js';
import { wettelijkUiterlijk } from '../geldigheidsduur.js';
import { isVerleend, type Machtiging } from '../stand.js';
import type { LegBeschikkingVast } from './commands.js';
import { type Bereidheid, beschikkingFeiten as feit } from './events.js';

/** Who is taken in whatever he wants, needs no such declaration. */
const bereidheidVan = ({ bereidheid }: LegBeschikkingVast['data'], { soort }: Machtiging): Bereidheid | null =>
  soort === 'VMGJ' ? bereidheid : null;

/** The beschikking that is already known, told once more. */
const isBekend = ({ data }: LegBeschikkingVast, state: Machtiging): boolean => {
  if (!('beschikkingOp' in state) || state.beschikkingOp !== data.beschikkingOp) return false;
  if (!isVerleend(state)) return data.uitkomst === 'afgewezen';
  const { geldigVan, beschikkingTot, bereidheid } = state;
  const gezegd = bereidheidVan(data, state);
  const isZelfde = geldigVan === data.geldigVan && beschikkingTot === data.geldigTot;
  return data.uitkomst === 'verleend' && isZelfde && (gezegd === null || gezegd === bereidheid);
};

const vereisVerzocht = ({ status }: Machtiging): void => {
  if (status === 'ingetrokken')
    throw weiger('VERZOEK_INGETROKKEN', 'Dit verzoek is ingetrokken. Trek die intrekking in als dat niet klopt.');
  if (status !== 'verzocht')
    throw weiger('AL_BESLIST', 'Over dit verzoek is al beslist. Corrigeer de beschikking als die niet klopt.', {
      stand: status,
    });
};

export const EINDE_VOOR_BEGIN = 'De einddatum van de machtiging moet na de begindatum liggen. Kijk de datums na.';

const verleend = ({ data }: LegBeschikkingVast, state: Machtiging, facts: MachtigingFacts) => {
  const { beschikkingOp, geldigVan, geldigTot } = data;
  const { machtigingId, jeugdigeId, soort, verlenging } = state;
  if (geldigVan === null || geldigTot === null)
    throw ongeldig('GELDIGHEID_ONTBREEKT', 'Vul in vanaf en tot wanneer de machtiging geldt.');
  if (geldigTot <= geldigVan)
    throw ongeldig('DATUM_VOLGORDE', EINDE_VOOR_BEGIN, {
      geldigVan,
      geldigTot,
    });
  const uiterlijk = wettelijkUiterlijk(soort, geldigVan, { ...facts, verlenging });
  return feit.verleend.of({
    ...{ machtigingId, jeugdigeId, beschikkingOp, geldigVan, geldigTot },
    wettelijkUiterlijk: uiterlijk,
    langerDanWet: geldigTot > uiterlijk,
    bereidheid: bereidheidVan(data, state),
  });
};

export const legBeschikkingVast = (command: LegBeschikkingVast, state: Machtiging, facts: MachtigingFacts) => {
  const { uitkomst, beschikkingOp } = command.data;
  const { machtigingId, jeugdigeId, verzochtOp } = state;
  if (isBekend(command, state)) return [];
  vereisVerzocht(state);
  datumVolgorde(verzochtOp, beschikkingOp, 'De beschikking kan niet voor het verzoek liggen.');
  datumVolgorde(beschikkingOp, datumVan(command.context.nu), 'De beschikking kan niet na vandaag liggen.');
  return uitkomst === 'afgewezen'
    ? [feit.afgewezen.of({ machtigingId, jeugdigeId, beschikkingOp })]
    : [verleend(command, state, facts)];
};
