import { type Beslissers, onbekend, weiger } from '@regielijn/kern';
import type { JeugdigeFacts } from '../facts.js';
import { dossierOpgegaan, vereisOpenDossier } from '../open-dossier.js';
import type { RegieEvent } from '../regie/events.js';
import { verlopenAanbod, weigerBijOpenAanbod } from '../regie/overdracht.js';
import type { Jeugdige } from '../state.js';
import type { MaakSamenvoegingOngedaan, SamenvoegingCommand, VoegDossiersSamen } from './commands.js';
import { type SamenvoegingEvent, samenvoegingFeiten as feit } from './events.js';

/**
 * The dossier that goes decides first, since it can go only once; the other then follows. What could be an error about
 * who it is, is refused here: of two dossiers at most one may bear a BSN, for two numbers are two people until somebody
 * takes the wrong number away.
 */
const gaOp = (
  { data, context }: VoegDossiersSamen,
  state: Jeugdige,
  { ander }: JeugdigeFacts,
): readonly (SamenvoegingEvent | RegieEvent)[] => {
  if (state.opgegaanIn === data.jeugdigeId) return [];
  if (state.opgegaanIn !== null) throw dossierOpgegaan(state.opgegaanIn);
  vereisOpenDossier(ander?.dossier ?? null);
  if (state.samengevoegdMet.length > 0)
    throw weiger(
      'DOSSIER_HEEFT_SAMENVOEGING',
      'In dit dossier is zelf al een ander opgegaan. Maak dat eerst ongedaan, of kies dit dossier als het dossier dat blijft.',
      { dossiers: state.samengevoegdMet },
    );
  weigerBijOpenAanbod(state, context);
  if (ander?.elkEenBsn)
    throw weiger(
      'BSN_VERSCHILT',
      'Beide dossiers hebben een eigen burgerservicenummer. Is een van de twee fout? Haal dat nummer dan eerst weg met een correctie.',
    );
  return [
    ...verlopenAanbod(state, context),
    feit.opgegaanIn.of({ jeugdigeId: state.jeugdigeId, inJeugdigeId: data.jeugdigeId, reden: data.reden }),
  ];
};

const neemOp = ({ data }: VoegDossiersSamen, { samengevoegdMet }: Jeugdige): readonly SamenvoegingEvent[] =>
  samengevoegdMet.includes(data.metJeugdigeId) ? [] : [feit.samengevoegd.of(data)];

const maakOngedaan = (
  { data }: MaakSamenvoegingOngedaan,
  { jeugdigeId, opgegaanIn, samengevoegdMet }: Jeugdige,
  { ander }: JeugdigeFacts,
): readonly SamenvoegingEvent[] => {
  const isDitDossierBlijver = jeugdigeId === data.jeugdigeId;
  const anderJeugdigeId = isDitDossierBlijver ? data.metJeugdigeId : data.jeugdigeId;
  if (isDitDossierBlijver ? samengevoegdMet.includes(anderJeugdigeId) : opgegaanIn === anderJeugdigeId)
    return [feit.ongedaanGemaakt.of({ jeugdigeId, anderJeugdigeId, reden: data.reden })];
  // Half undone before, by a process that died: the other dossier still has its half.
  if (!isDitDossierBlijver || ander?.dossier?.opgegaanIn === jeugdigeId) return [];
  throw weiger('NIET_SAMENGEVOEGD', 'Dat dossier is niet in dit dossier opgegaan. Kijk na welk dossier u bedoelt.', {
    dossier: anderJeugdigeId,
  });
};

export const samenvoegingBesluiten: Beslissers<
  SamenvoegingCommand,
  Jeugdige,
  SamenvoegingEvent | RegieEvent,
  JeugdigeFacts
> = {
  'jeugdige.voeg-samen': (command, state, facts) => {
    const { jeugdigeId, metJeugdigeId } = command.data;
    if (jeugdigeId === metJeugdigeId)
      throw weiger('ZELFDE_DOSSIER', 'Kies een ander dossier. Een dossier kan niet in zichzelf opgaan.', {
        jeugdigeId,
      });
    if (state.jeugdigeId === metJeugdigeId) return gaOp(command, state, facts);
    if (state.jeugdigeId !== jeugdigeId) throw onbekend('Deze jeugdige');
    return neemOp(command, state);
  },
  'jeugdige.maak-samenvoeging-ongedaan': maakOngedaan,
};
