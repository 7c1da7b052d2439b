import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import {
  type CommandContext,
  type DomainEvent,
  fold,
  type Json,
  metStand,
  type Past,
  withCorrections,
} from '@regielijn/kern';
import fc from 'fast-check';
import { play, type Played, runs, turns, turnsWithCorrections } from '../../../kern/src/sequence.kit.js';
import {
  BiedFamiliegroepsplanAan,
  BiedJimSupport,
  GeefAdvies,
  HeropenDossier,
  type JeugdigeCommand,
  LaatNetwerkpersoonVervallen,
  LegBesluitVast,
  LegContactmomentVast,
  LegEerdereHulpVast,
  LegEerdereWoonplekVast,
  LegJimAfspraakVast,
  LegJimWeigeringVast,
  LegJimZoekstapVast,
  LegNetwerkpersoonVast,
  LegOpvoedbesluitVast,
  LegWoonplekNaAchttienVast,
  SluitDossier,
  StartHulpOuders,
  StartJimZoektocht,
  StelFamiliegroepsplanVast,
  StelToekomstplanVast,
  StopHulpOuders,
  StopJim,
  VindJim,
  VoerLevinasgesprek,
  VraagAdvies,
  VraagHulpOuders,
  VraagJim,
  WijsCasusregisseur18Aan,
  WijzigNetwerkpersoon,
} from './commands.js';
import { jeugdigeDecider } from './decide.js';
import { jeugdigeCorrecties, type JeugdigeEvent, jeugdigeEvents } from './events.js';
import type { JeugdigeFacts } from './facts.js';
import { geregistreerd, jeugdigeId, oma } from './omgeving.kit.js';
import { type JeugdigeState, jeugdigeVan } from './state.js';
import { herleidVlaggen, strijdigMetRegels } from './strijd.js';

type Ids = Readonly<Record<'persoonId' | 'hulpId' | 'adviesId', string>>;
type Maak = (context: CommandContext, ids: Ids) => JeugdigeCommand;

const truida = { naam: 'Truida Voorbeeld', contact: null, relatie: 'oma' as const };
const plek = { soort: 'thuis' as const, van: '2020-01-01', tot: null, bron: 'ouders' as const };
const hulp = { vorm: 'ggz' as const, aanbieder: null, van: '2020-01-01', tot: null, bron: 'ouders' as const };
const contact = { soort: 'gesprek' as const, met: ['jeugdige' as const], visieJeugdige: null, visieOuders: null };
const besluit = {
  ...{ onderwerp: 'regie' as const, besluit: 'Zo.', stappen: 'A.', argumenten: 'B.', afgewogenRisico: 'C.' },
  ...{ alternatieven: null, geraadpleegd: [], mandaat: 'bestuur' as const, gedragenDoor: 'b-1' },
};

/** A day around the turn; now and then one that has passed. */
const later = ({ geldigOp }: CommandContext, dagen: number): string =>
  new Date(Date.parse(geldigOp) + dagen * 86_400_000).toISOString().slice(0, 10);

const vaak: readonly Maak[] = [
  (context) => new LegNetwerkpersoonVast({ jeugdigeId, ...truida, gezag: null }, context),
  (context, { persoonId }) => new VraagJim({ jeugdigeId, persoonId }, context),
  (context, { persoonId }) => new VindJim({ jeugdigeId, persoonId }, context),
  (context) => new StartJimZoektocht({ jeugdigeId, volgendeOp: later(context, 7) }, context),
  (context) => new StopJim({ jeugdigeId, reden: 'overig', toelichting: 'Verhuisd.' }, context),
  (context) => new LegJimAfspraakVast({ jeugdigeId, blijftBijJim: 'A.', jimWordtGebeldAls: 'B.' }, context),
];
const soms: readonly Maak[] = [
  (context, { persoonId }) => new WijzigNetwerkpersoon({ jeugdigeId, persoonId, ...truida, gezag: true }, context),
  (context, { persoonId }) => new LaatNetwerkpersoonVervallen({ jeugdigeId, persoonId }, context),
  (context) =>
    new LegJimZoekstapVast({ jeugdigeId, uitkomst: 'niemand_in_beeld', volgendeOp: later(context, 3) }, context),
  (context) =>
    new LegJimZoekstapVast({ jeugdigeId, uitkomst: 'niemand_in_beeld', volgendeOp: later(context, -3) }, context),
  (context) => new VoerLevinasgesprek({ jeugdigeId }, context),
  (context) => new BiedJimSupport({ jeugdigeId, vorm: 'training' }, context),
  (context) => new LegJimWeigeringVast({ jeugdigeId, tot: null }, context),
  (context) => new BiedFamiliegroepsplanAan({ jeugdigeId, uitkomst: 'aanvaard' }, context),
  (context) => new StelFamiliegroepsplanVast({ jeugdigeId, versie: 1, inhoud: 'Plan.' }, context),
  (context) => new StelFamiliegroepsplanVast({ jeugdigeId, versie: 2, inhoud: 'Plan.' }, context),
  (context, { persoonId }) =>
    new LegOpvoedbesluitVast(
      { jeugdigeId, uitkomst: 'bij_ouders', meeOpgenomen: [persoonId], toelichting: null },
      context,
    ),
  (context) => new VraagHulpOuders({ jeugdigeId, soort: 'vg' }, context),
  (context, { hulpId }) => new StartHulpOuders({ jeugdigeId, hulpId }, context),
  (context, { hulpId }) => new StopHulpOuders({ jeugdigeId, hulpId }, context),
  (context) => new LegEerdereHulpVast({ jeugdigeId, ...hulp, van: later(context, -100) }, context),
  (context) => new LegEerdereHulpVast({ jeugdigeId, ...hulp, van: later(context, 100) }, context),
  (context) => new LegEerdereWoonplekVast({ jeugdigeId, ...plek }, context),
  (context) => new LegContactmomentVast({ jeugdigeId, ...contact, feiten: 'Thuis.', oordeel: null }, context),
  (context) => new LegContactmomentVast({ jeugdigeId, ...contact, feiten: null, oordeel: null }, context),
  (context) => new LegBesluitVast({ jeugdigeId, ...besluit }, context),
  (context) =>
    new VraagAdvies({ jeugdigeId, bij: 'GI', organisatie: null, uiterlijk: null, vraag: 'Wat nu?' }, context),
  (context, { adviesId }) => new GeefAdvies({ jeugdigeId, adviesId, advies: 'Wacht.' }, context),
  (context) =>
    new StelToekomstplanVast({ jeugdigeId, levensgebieden: ['wonen'], plan: 'Een kamer.', metJeugdige: true }, context),
  (context) => new WijsCasusregisseur18Aan({ jeugdigeId, organisatie: 'gemeente-0599', medewerker: 'cr-1' }, context),
  (context) => new LegWoonplekNaAchttienVast({ jeugdigeId, woont: null, toelichting: null }, context),
  (context) => new LegWoonplekNaAchttienVast({ jeugdigeId, woont: 'zelfstandig', toelichting: 'Zo.' }, context),
  (context) => new SluitDossier({ jeugdigeId }, context),
  (context) => new HeropenDossier({ jeugdigeId }, context),
];

/** What to do, and with which of the persons, hulp and adviezen that were recorded so far. */
interface Keuze {
  readonly maak: Maak;
  readonly welke: number;
}
const keuze: fc.Arbitrary<Keuze> = fc.record({
  maak: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...vaak) },
    { weight: 3, arbitrary: fc.constantFrom(...soms) },
  ),
  welke: fc.nat(2),
});

type History = readonly Past<DomainEvent>[];

const idIn = (history: History, veld: keyof Ids, welke: number): string => {
  const ids = history.flatMap(({ data }) => (data as Partial<Ids>)[veld] ?? []);
  return ids[welke % (ids.length || 1)] ?? oma;
};

const slice: Played<Keuze, JeugdigeCommand, JeugdigeState, JeugdigeEvent, JeugdigeFacts> = {
  decider: jeugdigeDecider,
  definitions: jeugdigeEvents,
  correcties: jeugdigeCorrecties,
  start: [geregistreerd],
  commandOf: ({ maak, welke }, context, history) => ({
    command: maak(context, {
      persoonId: idIn(history, 'persoonId', welke),
      hulpId: idIn(history, 'hulpId', welke),
      adviesId: idIn(history, 'adviesId', welke),
    }),
    facts: { regio: null },
  }),
};

const stand = (history: History) => jeugdigeVan(fold(jeugdigeDecider, history))!;

const expectElkFeitTelt = (history: History): void => {
  const feiten = history as readonly Past<JeugdigeEvent>[];
  const gevolgd = metStand<JeugdigeState, JeugdigeEvent>(jeugdigeDecider, feiten);
  const zonderSpoor = gevolgd.filter(({ stand: ervoor, daarna }) => isDeepStrictEqual(ervoor, daarna));
  expect(zonderSpoor.map(({ feit }) => feit.type)).toEqual([]);
  expect(strijdigMetRegels(feiten)).toEqual([]);
};

const VINDT_WIE = /jim-(gevraagd|gevonden)@1$/;
const OPENT_WIE = /jim-(zoektocht-gestart|zoekstap-vastgelegd|gestopt|geweigerd-door-ouders)@1$/;

/** WAT has no flag exactly when, at that moment, somebody had been asked or found and nothing had undone that. */
const expectWieVoorWat = (history: History): void =>
  history.forEach((feit, n) => {
    if (feit.type !== 'jeugdige.jim-afspraak-vastgelegd@1') return;
    const stappen = history.slice(0, n).filter(({ type }) => VINDT_WIE.test(type) || OPENT_WIE.test(type));
    const isBekend = stappen.some(({ type, geldigOp }, stap) => {
      const tot = stappen[stap + 1]?.geldigOp ?? feit.geldigOp;
      return VINDT_WIE.test(type) && geldigOp <= feit.geldigOp && feit.geldigOp <= tot;
    });
    expect(feit.data).toMatchObject({ vlaggen: isBekend ? [] : ['wat_voor_wie'] });
  });

/** There is a JIM exactly when one was found and nothing undid that since. */
const expectJim = (history: History): void => {
  const laatste = history.findLast(({ type }) => VINDT_WIE.test(type) || OPENT_WIE.test(type));
  const { status, persoonId } = stand(history).jim;
  expect(status === 'gevonden').toBe(laatste?.type === 'jeugdige.jim-gevonden@1');
  if (status === 'gevonden') expect(laatste?.data).toMatchObject({ persoonId });
};

describe('whatever is told of the people around a jeugdige', () => {
  it('then every fact counts and stands beside the others, WIE comes before WAT, and a JIM is one who was found', () => {
    fc.assert(
      fc.property(turns(keuze), (sequence) => {
        const history = play(slice, sequence);
        expectElkFeitTelt(history);
        expectWieVoorWat(history);
        expectJim(history);
      }),
      runs(60),
    );
  });

  it('and facts are corrected and withdrawn in between, then nothing breaks, and a withdrawn fact leaves no trace', () => {
    const velden = fc.constantFrom<Record<string, Json>>(
      {},
      { naam: 'Truus Voorbeeld' },
      { volgendeOp: '2026-03-20' },
      { feiten: null },
    );
    fc.assert(
      fc.property(turnsWithCorrections(keuze, velden), (sequence) => {
        const history = play(slice, sequence);
        const geldend = withCorrections(history) as readonly Past<JeugdigeEvent>[];
        strijdigMetRegels(geldend);
        herleidVlaggen(geldend);
        expect(stand(history)).toEqual(stand(geldend));
      }),
      runs(60),
    );
  });
});
