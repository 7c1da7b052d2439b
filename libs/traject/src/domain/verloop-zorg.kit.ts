import { BestemmingSchema, type CommandContext, deriveId, type DomainEvent, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import type { Played } from '../../../kern/src/sequence.kit.js';
import { MeldUitstroom, StartOpname, type TrajectCommand } from './commands.js';
import { trajectDecider, type TrajectFacts } from './decide.js';
import { trajectCorrecties, type TrajectEvent, trajectEvents } from './events.js';
import { LegNazorgVoortgangVast, LegToezeggingVast } from './nazorg/commands.js';
import type { TrajectState } from './state.js';
import { aangemeld, machtigingId, trajectId, voorzieningId } from './traject.kit.js';
import {
  LegAndereWetVast,
  LegAntwoordVervolgplekVast,
  LegWoonsituatieVast,
  MeldKlaarVoorUitstroom,
  type UitstroomCommand,
  VraagVervolgplek,
} from './uitstroom/commands.js';
import {
  BeeindigMaatregel,
  GeefMaatregelToestemming,
  HandelIncidentAf,
  LegOverzichtMaatregelenVast,
  LegSpoedbesprekingVast,
  MeldIncident,
  PasMaatregelToe,
  TrekVerlofIn,
  VerleenVerlof,
  VerlengMaatregel,
  ZetMedewerkerIn,
  type ZorgCommand,
} from './zorg/commands.js';
import { incident, inzet, metRegels } from './zorg/zorg.kit.js';

type Command =
  ZorgCommand | UitstroomCommand | LegToezeggingVast | LegNazorgVoortgangVast | StartOpname | MeldUitstroom;
export type Log = readonly Past<DomainEvent>[];

/** What random sequences of a traject choose from, measures most of all. */
const NAMEN = [
  ...['traject.start-opname', 'traject.start-opname', 'traject.meld-uitstroom'],
  ...['traject.pas-maatregel-toe', 'traject.pas-maatregel-toe', 'traject.pas-maatregel-toe'],
  ...['traject.verleng-maatregel', 'traject.verleng-maatregel', 'traject.beeindig-maatregel'],
  ...['traject.beeindig-maatregel', 'traject.geef-maatregel-toestemming', 'traject.verleen-verlof'],
  ...['traject.trek-verlof-in', 'traject.meld-incident', 'traject.handel-incident-af', 'traject.zet-medewerker-in'],
  ...['traject.meld-klaar-voor-uitstroom', 'traject.vraag-vervolgplek', 'traject.leg-antwoord-vervolgplek-vast'],
  ...['traject.leg-andere-wet-vast', 'traject.leg-woonsituatie-vast', 'traject.leg-toezegging-vast'],
  ...['traject.leg-nazorg-voortgang-vast', 'traject.leg-overzicht-maatregelen-vast'],
  'traject.leg-spoedbespreking-vast',
] as readonly Command['naam'][];

export const keuze = fc.record({
  naam: fc.constantFrom(...NAMEN),
  nodig: fc.boolean(),
  bestemming: fc.constantFrom(...BestemmingSchema.options),
  dagen: fc.integer({ min: 1, max: 3 }),
  levensgebied: fc.constantFrom('wonen' as const, 'welzijn' as const),
});
type Keuze = typeof keuze extends fc.Arbitrary<infer K> ? K : never;

const onbekend = deriveId('onbekend');

/** The id of the last thing of this kind, so that most commands have something to happen to. */
const laatste = (log: Log, type: string, veld: string): string =>
  (log.findLast((event) => event.type === type)?.data as Record<string, string> | undefined)?.[veld] ?? onbekend;

const commandVan = (
  { naam, nodig, bestemming, dagen, levensgebied }: Keuze,
  context: CommandContext,
  log: Log,
): Command => {
  const maatregelId = laatste(log, 'traject.maatregel-toegepast@1', 'maatregelId');
  const verlofId = laatste(log, 'traject.verlof-verleend@1', 'verlofId');
  const incidentId = laatste(log, 'traject.incident-gemeld@1', 'incidentId');
  const vraagId = laatste(log, 'traject.vervolgplek-gevraagd@1', 'vraagId');
  const tot = new Date(Date.parse(context.geldigOp) + dagen * 86_400_000).toISOString();
  switch (naam) {
    case 'traject.start-opname':
      return new StartOpname({ trajectId, voorzieningId, machtigingId, redencodes: [] }, context);
    case 'traject.meld-uitstroom':
      return new MeldUitstroom({ trajectId, bestemming }, context);
    case 'traject.pas-maatregel-toe': {
      const maatregel = dagen === 1 ? 'vastpakken' : 'insluiting';
      const deel = { machtigingId: null, noodsituatie: true, minderBezwarendGeprobeerd: null };
      const rest = { reden: 'gevaar', beslotenDoor: 'behandelaar-3' };
      return new PasMaatregelToe({ trajectId, maatregel, inPlan: !nodig, ...deel, ...rest }, context);
    }
    case 'traject.verleng-maatregel': {
      const door = bestemming === 'jji' ? 'groepsleider' : 'gedragswetenschapper';
      return new VerlengMaatregel({ trajectId, maatregelId, door, instemmingGedragswetenschapper: true }, context);
    }
    case 'traject.beeindig-maatregel':
      return new BeeindigMaatregel({ trajectId, maatregelId }, context);
    case 'traject.geef-maatregel-toestemming':
      return new GeefMaatregelToestemming({ trajectId, maatregelId, gedragswetenschapper: 'gw-1' }, context);
    case 'traject.verleen-verlof':
      return new VerleenVerlof(
        { trajectId, van: context.geldigOp, tot, instemmingGedragswetenschapper: nodig },
        context,
      );
    case 'traject.trek-verlof-in':
      return new TrekVerlofIn({ trajectId, verlofId, reden: 'onrust' }, context);
    case 'traject.meld-incident':
      return new MeldIncident({ trajectId, ...incident }, context);
    case 'traject.handel-incident-af':
      return new HandelIncidentAf(
        { trajectId, incidentId, geleerd: 'rust', gemeldAan: [], veiligheidsplanHerzien: nodig },
        context,
      );
    case 'traject.leg-overzicht-maatregelen-vast':
      return new LegOverzichtMaatregelenVast({ trajectId, aan: [nodig ? 'GI' : 'ouders'] }, context);
    case 'traject.leg-spoedbespreking-vast':
      return new LegSpoedbesprekingVast({ trajectId, toelichting: null }, context);
    case 'traject.zet-medewerker-in':
      return new ZetMedewerkerIn({ trajectId, ...inzet, scholingJhp: nodig }, context);
    case 'traject.meld-klaar-voor-uitstroom': {
      const reden = nodig ? 'behandeling_klaar' : 'andere_wet';
      return new MeldKlaarVoorUitstroom({ trajectId, reden, toelichting: null }, context);
    }
    case 'traject.vraag-vervolgplek':
      return new VraagVervolgplek({ trajectId, aanbieder: 'aanbieder-demo', bestemming }, context);
    case 'traject.leg-antwoord-vervolgplek-vast': {
      const antwoord = nodig ? 'plek' : 'afgewezen';
      return new LegAntwoordVervolgplekVast({ trajectId, vraagId, antwoord, reden: null, verwachtOp: null }, context);
    }
    case 'traject.leg-andere-wet-vast':
      return new LegAndereWetVast({ trajectId, wet: 'Wlz', uitkomst: nodig ? 'toegekend' : 'aangevraagd' }, context);
    case 'traject.leg-woonsituatie-vast':
      return new LegWoonsituatieVast({ trajectId, woont: bestemming }, context);
    case 'traject.leg-toezegging-vast':
      return new LegToezeggingVast({ trajectId, levensgebied, partner: 'wijkteam', datum: '2026-09-01' }, context);
    case 'traject.leg-nazorg-voortgang-vast':
      return new LegNazorgVoortgangVast({ trajectId, maand: nodig ? 3 : 12, stand: 'rustig' }, context);
    default:
      return naam satisfies never;
  }
};

export const slice: Played<Keuze, TrajectCommand, TrajectState, TrajectEvent, TrajectFacts> = {
  decider: trajectDecider,
  definitions: trajectEvents,
  correcties: trajectCorrecties,
  start: [aangemeld],
  commandOf: (gekozen, context, history) => ({
    command: commandVan(gekozen, context, history),
    facts: { ...metRegels, machtigingSoort: gekozen.nodig ? 'MGJ' : null },
  }),
};
