import { type Beslissers, weiger, volgorde } from '@regielijn/kern';
import type { JeugdigeFacts } from '../facts.js';
import type { Jeugdige } from '../state.js';
import type { LegAfstemmingVast, MeldGiWissel, MeldVerhuizing, RegieCommand, WijsMedewerkerAan } from './commands.js';
import { type Houder, type Regelperiode, type RegieEvent, regieFeiten as feit } from './events.js';
import { woonplaats } from './gemeente.js';
import { casusregieNu, medewerkerOp, systeemregieNu } from './lijnen.js';
import { aanvaard, bied, komVoorwaardeNa, laatVerlopen, trekIn, weigerAanbod } from './overdracht.js';

const wijsAan = ({ data, context }: WijsMedewerkerAan, state: Jeugdige): readonly RegieEvent[] => {
  volgorde(state.casusregie[0].vanaf, context.geldigOp, 'de registratie');
  return medewerkerOp(state, data.regie, context.geldigOp) === data.medewerker
    ? []
    : [feit.medewerkerGewisseld.of(data)];
};

const stemAf = (
  { data, context }: LegAfstemmingVast,
  state: Jeugdige,
  { volgendeAfstemming }: JeugdigeFacts,
): readonly RegieEvent[] => {
  if (state.afstemming?.op === context.geldigOp) return [];
  volgorde(state.casusregie[0].vanaf, context.geldigOp, 'de registratie');
  return [feit.afstemmingVastgelegd.of({ ...data, volgendeOp: (data.volgendeOp ?? volgendeAfstemming)! })];
};

/** The open offer that has no meaning any more once this holder is gone. */
const vervallenAanbod = ({ overdracht }: Jeugdige, weg: Houder): string | null =>
  overdracht !== null && [overdracht.van, overdracht.aan].some(({ organisatie }) => organisatie === weg.organisatie)
    ? overdracht.overdrachtId
    : null;

const verhuis = (
  { data, context }: MeldVerhuizing,
  state: Jeugdige,
  { regio }: JeugdigeFacts,
): readonly RegieEvent[] => {
  const { houder, vanaf } = systeemregieNu(state);
  const naar = woonplaats(data.gemeente, regio);
  if (naar.gemeente.organisatie === houder.organisatie && naar.gemeentecode === state.gemeentecode) return [];
  volgorde(vanaf, context.geldigOp, 'het begin van de regie van de huidige gemeente');
  const { jeugdigeId } = state;
  return [feit.verhuisd.of({ jeugdigeId, ...naar, vervallenOverdrachtId: vervallenAanbod(state, houder) })];
};

const wisselGi = ({ data, context }: MeldGiWissel, state: Jeugdige): readonly RegieEvent[] => {
  const { houder, vanaf } = casusregieNu(state);
  if (houder.soort !== 'GI')
    throw weiger(
      'GEEN_GI_VOERT_REGIE',
      'Nu voert geen gecertificeerde instelling de casusregie. Bied de casusregie aan de nieuwe instelling aan.',
    );
  if (houder.organisatie === data.naar) return [];
  volgorde(vanaf, context.geldigOp, 'het begin van de huidige casusregie');
  return [feit.giGewisseld.of({ ...data, vervallenOverdrachtId: vervallenAanbod(state, houder) })];
};

const zijnGelijk = (a: readonly Regelperiode[], b: readonly Regelperiode[]): boolean =>
  a.length === b.length &&
  a.every(({ vanaf, houder, regel }, i) => vanaf === b[i]!.vanaf && houder === b[i]!.houder && regel === b[i]!.regel);

export const regieBesluiten: Beslissers<RegieCommand, Jeugdige, RegieEvent, JeugdigeFacts> = {
  'jeugdige.bied-regieoverdracht-aan': bied,
  'jeugdige.aanvaard-regieoverdracht': aanvaard,
  'jeugdige.weiger-regieoverdracht': weigerAanbod,
  'jeugdige.trek-regieoverdracht-in': trekIn,
  'jeugdige.laat-regieoverdracht-verlopen': laatVerlopen,
  'jeugdige.kom-overdrachtsvoorwaarde-na': komVoorwaardeNa,
  'jeugdige.wijs-medewerker-aan': wijsAan,
  'jeugdige.stel-regieregel-vast': ({ data }, { regelperioden }) =>
    zijnGelijk(data.perioden, regelperioden) ? [] : [feit.regieregelVastgesteld.of(data)],
  'jeugdige.leg-afstemming-vast': stemAf,
  'jeugdige.meld-verhuizing': verhuis,
  'jeugdige.meld-gi-wissel': wisselGi,
};
