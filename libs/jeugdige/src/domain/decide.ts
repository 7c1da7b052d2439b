import {
  beslis,
  type Beslissers,
  CodedError,
  datumVan,
  type Decider,
  deriveId,
  dossierVernietigd,
  leeftijdsfout,
  onbekend,
  ongeldig,
  weiger,
  zinOverLeeftijd,
} from '@regielijn/kern';
import type { JeugdigeCommand, RegistreerJeugdige, SluitDossier, VernietigDossier } from './commands.js';
import { type JeugdigeEvent, jeugdigeFeiten as feit } from './events.js';
import type { JeugdigeFacts } from './facts.js';
import { gezinBesluiten } from './gezin/decide.js';
import { hulpgeschiedenisBesluiten } from './hulpgeschiedenis/decide.js';
import { jimBesluiten } from './jim/decide.js';
import { netwerkBesluiten } from './netwerk/decide.js';
import { dossierGesloten, dossierOpgegaan } from './open-dossier.js';
import { regieBesluiten } from './regie/decide.js';
import { woonplaats } from './regie/gemeente.js';
import { verlopenAanbod, weigerBijOpenAanbod } from './regie/overdracht.js';
import { samenvoegingBesluiten } from './samenvoeging/decide.js';
import { evolve, initialState, type Jeugdige, type JeugdigeState, jeugdigeVan } from './state.js';
import { verslagBesluiten } from './verslag/decide.js';
import { volwassenBesluiten } from './volwassen/decide.js';

/** A new jeugdige's id follows from the command that registers it. */
export const nieuwJeugdigeId = (commandId: string): string => deriveId('jeugdige', commandId);

const registreer = (
  { data, context }: RegistreerJeugdige,
  state: JeugdigeState,
  { regio }: JeugdigeFacts,
): readonly JeugdigeEvent[] => {
  if (state?.status === 'vervallen')
    throw new CodedError(
      'conflict',
      'REGISTRATIE_VERVALLEN',
      'Deze registratie is niet afgemaakt. Geef haar opnieuw op, met een nieuwe Idempotency-Key.',
    );
  if (state !== null) return [];
  const { gemeente: keuze, ...persoon } = data;
  const fout = leeftijdsfout(persoon.geboortedatum, datumVan(context.geldigOp));
  if (fout) throw ongeldig(fout.code, zinOverLeeftijd(fout));
  const { gemeente: casusregie, ...plaats } = woonplaats(keuze, regio);
  return [feit.geregistreerd.of({ ...persoon, ...plaats, jeugdigeId: nieuwJeugdigeId(context.commandId), casusregie })];
};

const sluit = (
  { context }: SluitDossier,
  state: Jeugdige,
  { openTrajecten = [] }: JeugdigeFacts,
): readonly JeugdigeEvent[] => {
  weigerBijOpenAanbod(state, context);
  if (openTrajecten.length > 0)
    throw weiger('TRAJECT_STAAT_OPEN', 'Er staat nog een traject open. Sluit dat eerst af.', {
      trajecten: openTrajecten,
    });
  return [...verlopenAanbod(state, context), feit.gesloten.of({ jeugdigeId: state.jeugdigeId })];
};

/**
 * Nobody can tell a merge that broke off from an undoing that did, and what is destroyed does not come back: somebody
 * must first say which of the two it is.
 */
const vernietig = (
  { data }: VernietigDossier,
  { jeugdigeId }: Jeugdige,
  { halfSamengevoegd = [] }: JeugdigeFacts,
): readonly JeugdigeEvent[] => {
  if (halfSamengevoegd.length > 0)
    throw weiger(
      'SAMENVOEGING_NIET_AF',
      'Een samenvoeging met dit dossier is halverwege blijven steken. Voeg de dossiers nog eens samen of maak de samenvoeging ongedaan. Vernietig het dossier daarna.',
      { dossiers: halfSamengevoegd },
    );
  return [feit.vernietigd.of({ jeugdigeId, grond: data.grond })];
};

type OpDossier = Exclude<JeugdigeCommand, RegistreerJeugdige>;
type Besluiten = Beslissers<OpDossier, Jeugdige, JeugdigeEvent, JeugdigeFacts>;

const besluiten: Besluiten = {
  ...regieBesluiten,
  ...samenvoegingBesluiten,
  ...netwerkBesluiten,
  ...jimBesluiten,
  ...gezinBesluiten,
  ...hulpgeschiedenisBesluiten,
  ...verslagBesluiten,
  ...volwassenBesluiten,
  'jeugdige.sluit-dossier': sluit,
  'jeugdige.heropen-dossier': () => [],
  'jeugdige.vernietig-dossier': (command, jeugdige, facts) => {
    // What went into the named dossier, or into what went into it, is part of it: that was closed, nothing is open here.
    if (jeugdige.opgegaanIn !== null && jeugdige.jeugdigeId !== command.data.jeugdigeId)
      return vernietig(command, jeugdige, facts);
    throw weiger('DOSSIER_IS_OPEN', 'Sluit het dossier voordat u het vernietigt.', {}, 'Jeugdwet art. 7.3.9');
  },
};

/** What a closed dossier still takes; anything else asks to reopen it first. */
const bijGesloten: Partial<Besluiten> = {
  ...samenvoegingBesluiten,
  'jeugdige.stel-regieregel-vast': besluiten['jeugdige.stel-regieregel-vast'],
  'jeugdige.sluit-dossier': () => [],
  'jeugdige.heropen-dossier': (_, { jeugdigeId }) => [feit.heropend.of({ jeugdigeId })],
  'jeugdige.vernietig-dossier': vernietig,
};

/** What a dossier that went into another one still takes: how it is kept, and the way back. */
const bijOpgegaan: ReadonlySet<string> = new Set<OpDossier['naam']>([
  'jeugdige.voeg-samen',
  'jeugdige.maak-samenvoeging-ongedaan',
  'jeugdige.stel-regieregel-vast',
  'jeugdige.sluit-dossier',
  'jeugdige.heropen-dossier',
  'jeugdige.vernietig-dossier',
]);

const decide = (command: JeugdigeCommand, state: JeugdigeState, facts: JeugdigeFacts): readonly JeugdigeEvent[] => {
  if (command.naam === 'jeugdige.registreer') return registreer(command, state, facts);
  const jeugdige = jeugdigeVan(state);
  if (jeugdige === null) throw onbekend('Deze jeugdige');
  const { jeugdigeId, status, opgegaanIn } = jeugdige;
  if (status === 'vernietigd') {
    if (command.naam === 'jeugdige.vernietig-dossier') return [];
    throw dossierVernietigd();
  }
  if (opgegaanIn !== null && !bijOpgegaan.has(command.naam)) throw dossierOpgegaan(opgegaanIn);
  if (status === 'open') return beslis(besluiten, command, jeugdige, facts);
  if (!Object.hasOwn(bijGesloten, command.naam)) throw dossierGesloten(jeugdigeId);
  return beslis({ ...besluiten, ...bijGesloten }, command, jeugdige, facts);
};

export const jeugdigeDecider: Decider<JeugdigeCommand, JeugdigeState, JeugdigeEvent, JeugdigeFacts> = {
  initialState,
  decide,
  evolve,
};
