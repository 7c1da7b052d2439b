import { type Beslissers, type CommandContext, datumVan, type Instant, weiger, volgorde } from '@regielijn/kern';
import type { JeugdigeFacts } from '../facts.js';
import type { Jeugdige } from '../state.js';
import type { LegAfstemmingVast, MeldGiWissel, MeldVerhuizing, RegieCommand, WijsMedewerkerAan } from './commands.js';
import { type Houder, type Regelperiode, type RegieEvent, regieFeiten as feit } from './events.js';
import { woonplaats } from './gemeente.js';
import { casusregieNu, medewerkerOp, systeemregieNu, wisselsVan } from './lijnen.js';
import {
  aanvaard,
  bied,
  hervat,
  isVerlopen,
  komVoorwaardeNa,
  laatVerlopen,
  trekIn,
  verlopenAanbod,
  weigerAanbod,
  zetStil,
} from './overdracht.js';

/** Whether this worker is known already. Who is named in one variant is not so in the next, which only trajecten know. */
const isBekend = ({ regie, medewerker }: WijsMedewerkerAan['data'], state: Jeugdige, op: Instant): boolean =>
  regie === 'behandelregie'
    ? wisselsVan(state, regie).findLast(({ vanaf }) => vanaf === op)?.medewerker === medewerker
    : medewerkerOp(state, regie, op) === medewerker;

const wijsAan = ({ data, context }: WijsMedewerkerAan, state: Jeugdige): readonly RegieEvent[] => {
  volgorde(state.casusregie[0].vanaf, context.geldigOp, 'de registratie');
  return isBekend(data, state, context.geldigOp) ? [] : [feit.medewerkerGewisseld.of(data)];
};

const isZelfdeAfstemming = (
  { data: { organisaties, afspraken, volgendeOp }, context }: LegAfstemmingVast,
  { afstemming }: Jeugdige,
): boolean =>
  afstemming?.op === context.geldigOp &&
  afstemming.afspraken === afspraken &&
  afstemming.organisaties.join() === organisaties.join() &&
  // Who names no next day, says nothing about the one that is known.
  (volgendeOp === null || afstemming.volgendeOp === volgendeOp);

const stemAf = (
  command: LegAfstemmingVast,
  state: Jeugdige,
  { volgendeAfstemming }: JeugdigeFacts,
): readonly RegieEvent[] => {
  const { data, context } = command;
  const { volgendeOp } = data;
  if (isZelfdeAfstemming(command, state)) return [];
  volgorde(state.casusregie[0].vanaf, context.geldigOp, 'de registratie');
  if (volgendeOp !== null) volgorde(datumVan(context.geldigOp), volgendeOp, 'deze afstemming');
  return [feit.afstemmingVastgelegd.of({ ...data, volgendeOp: (volgendeOp ?? volgendeAfstemming)! })];
};

/** The offer that has no meaning any more once this holder is gone; one that expired had none already. */
const vervallenAanbod = ({ overdracht }: Jeugdige, weg: Houder, context: CommandContext): string | null =>
  overdracht !== null &&
  !isVerlopen(overdracht, context) &&
  [overdracht.van, overdracht.aan].some(({ organisatie }) => organisatie === weg.organisatie)
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
  const vervallenOverdrachtId = vervallenAanbod(state, houder, context);
  return [...verlopenAanbod(state, context), feit.verhuisd.of({ jeugdigeId, ...naar, vervallenOverdrachtId })];
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
  const vervallenOverdrachtId = vervallenAanbod(state, houder, context);
  return [...verlopenAanbod(state, context), feit.giGewisseld.of({ ...data, vervallenOverdrachtId })];
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
  'jeugdige.zet-regieoverdracht-stil': zetStil,
  'jeugdige.hervat-regieoverdracht': hervat,
  'jeugdige.kom-overdrachtsvoorwaarde-na': komVoorwaardeNa,
  'jeugdige.wijs-medewerker-aan': wijsAan,
  'jeugdige.stel-regieregel-vast': ({ data }, { regelperioden }) =>
    zijnGelijk(data.perioden, regelperioden) ? [] : [feit.regieregelVastgesteld.of(data)],
  'jeugdige.leg-afstemming-vast': stemAf,
  'jeugdige.meld-verhuizing': verhuis,
  'jeugdige.meld-gi-wissel': wisselGi,
};
