import { deriveId, fold, type DomainEvent, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { past } from '../../../kern/src/scenario.kit.js';
import type { Played } from '../../../kern/src/sequence.kit.js';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HeropenDossier,
  HervatRegieoverdracht,
  type JeugdigeCommand,
  LaatRegieoverdrachtVerlopen,
  MaakSamenvoegingOngedaan,
  MeldGiWissel,
  MeldVerhuizing,
  SluitDossier,
  TrekRegieoverdrachtIn,
  VernietigDossier,
  VoegDossiersSamen,
  WeigerRegieoverdracht,
  WijsMedewerkerAan,
  ZetRegieoverdrachtStil,
} from './commands.js';
import { jeugdigeDecider } from './decide.js';
import {
  type Houder,
  jeugdigeCorrecties,
  type JeugdigeEvent,
  jeugdigeEvents,
  jeugdigeFeiten as feit,
} from './events.js';
import type { JeugdigeFacts } from './facts.js';
import { jeugdigeVan, type JeugdigeState } from './state.js';

export const jeugdigeId = deriveId('jeugdige');
const anderId = deriveId('andere jeugdige');
const HOUDERS: readonly Houder[] = [
  { soort: 'gemeente', organisatie: 'gemeente-0599' },
  { soort: 'GI', organisatie: 'gi-demo' },
  { soort: 'GI', organisatie: 'gi-ander' },
];
export const [gemeente, gi] = HOUDERS as [Houder, Houder, Houder];

export const geregistreerd = feit.geregistreerd.of({
  ...{ jeugdigeId, bsn: '999990019', naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x' },
  ...{ gemeentecode: '0599', overigReden: null, regio: 'rijnmond', casusregie: gemeente },
});

type Keuze =
  | { readonly doe: 'verhuis'; readonly code: string }
  | { readonly doe: 'wissel-gi'; readonly naar: string }
  | { readonly doe: 'wijs-aan'; readonly medewerker: string | null }
  | { readonly doe: 'neem-op' }
  | { readonly doe: 'ga-op' }
  | { readonly doe: 'maak-ongedaan' }
  | { readonly doe: 'ga-terug' }
  | { readonly doe: 'bied'; readonly aan: Houder; readonly uren: number }
  | {
      readonly doe: 'aanvaard' | 'weiger' | 'trek-in' | 'verloop' | 'zet-stil' | 'hervat';
      readonly door: Houder | null;
      readonly laatste: boolean;
    }
  | { readonly doe: 'sluit' }
  | { readonly doe: 'heropen' }
  | { readonly doe: 'vernietig' };

export const houder = fc.constantFrom(...HOUDERS);
/** Mostly the last offer, answered by whom it was made to; now and then an older one or somebody else. */
const antwoord = {
  door: fc.option(houder, { nil: null, freq: 2 }),
  laatste: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
};
export const keuze: fc.Arbitrary<Keuze> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ doe: fc.constant('bied' as const), aan: houder, uren: fc.integer({ min: -5, max: 120 }) }),
  },
  { weight: 12, arbitrary: fc.record({ doe: fc.constant('aanvaard' as const), ...antwoord }) },
  { weight: 4, arbitrary: fc.record({ doe: fc.constantFrom('weiger' as const, 'trek-in' as const), ...antwoord }) },
  {
    weight: 3,
    arbitrary: fc.record({ doe: fc.constantFrom('sluit' as const, 'heropen' as const, 'heropen' as const) }),
  },
  { weight: 1, arbitrary: fc.constant({ doe: 'vernietig' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ doe: fc.constant('verhuis' as const), code: fc.constantFrom('0599', '0518', '0606') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ doe: fc.constant('wissel-gi' as const), naar: fc.constantFrom('gi-demo', 'gi-ander') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      doe: fc.constant('wijs-aan' as const),
      medewerker: fc.option(fc.constantFrom('mw-1', 'mw-2'), { nil: null }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ doe: fc.constant('verloop' as const), ...antwoord }) },
  {
    weight: 3,
    arbitrary: fc.record({ doe: fc.constantFrom('zet-stil' as const, 'hervat' as const), ...antwoord }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      doe: fc.constantFrom('neem-op' as const, 'ga-op' as const, 'maak-ongedaan' as const, 'ga-terug' as const),
    }),
  },
);

export const gebeurd = (history: readonly Past<DomainEvent>[]) => history as readonly Past<JeugdigeEvent>[];

/** The worker that accepts bears the name of the organisation that asked, so that the log tells who it was. */
const commandVan = (
  gekozen: Keuze,
  context: JeugdigeCommand['context'],
  history: readonly Past<DomainEvent>[],
): JeugdigeCommand => {
  if (gekozen.doe === 'verhuis') return new MeldVerhuizing({ jeugdigeId, gemeente: { code: gekozen.code } }, context);
  if (gekozen.doe === 'wissel-gi')
    return new MeldGiWissel({ jeugdigeId, naar: gekozen.naar, medewerker: null }, context);
  if (gekozen.doe === 'wijs-aan')
    return new WijsMedewerkerAan({ jeugdigeId, regie: 'casusregie', medewerker: gekozen.medewerker }, context);
  const blijft = { jeugdigeId, metJeugdigeId: anderId, reden: 'dubbel' };
  const gaat = { jeugdigeId: anderId, metJeugdigeId: jeugdigeId, reden: 'dubbel' };
  if (gekozen.doe === 'neem-op') return new VoegDossiersSamen(blijft, context);
  if (gekozen.doe === 'ga-op') return new VoegDossiersSamen(gaat, context);
  if (gekozen.doe === 'maak-ongedaan') return new MaakSamenvoegingOngedaan(blijft, context);
  if (gekozen.doe === 'ga-terug') return new MaakSamenvoegingOngedaan(gaat, context);
  if (gekozen.doe === 'bied') {
    const geldigTot = new Date(Date.parse(context.nu) + gekozen.uren * 3_600_000).toISOString();
    return new BiedRegieoverdrachtAan(
      { jeugdigeId, aan: gekozen.aan, geldigTot, toelichting: null, minimumset: {} },
      context,
    );
  }
  if (gekozen.doe === 'sluit') return new SluitDossier({ jeugdigeId }, context);
  if (gekozen.doe === 'heropen') return new HeropenDossier({ jeugdigeId }, context);
  if (gekozen.doe === 'vernietig') return new VernietigDossier({ jeugdigeId, grond: 'verzoek_betrokkene' }, context);
  const aanbiedingen = gebeurd(history).filter((event) => event.type === feit.overdrachtAangeboden.type);
  const aanbod = aanbiedingen.at(gekozen.laatste ? -1 : 0)?.data;
  const overdrachtId = aanbod?.overdrachtId ?? deriveId('geen aanbod');
  const { organisatie } = gekozen.door ?? aanbod?.aan ?? gi;
  if (gekozen.doe === 'verloop') return new LaatRegieoverdrachtVerlopen({ jeugdigeId, overdrachtId }, context);
  if (gekozen.doe === 'zet-stil') return new ZetRegieoverdrachtStil({ jeugdigeId, overdrachtId }, context);
  if (gekozen.doe === 'hervat') return new HervatRegieoverdracht({ jeugdigeId, overdrachtId, dagen: 2 }, context);
  if (gekozen.doe === 'trek-in')
    return new TrekRegieoverdrachtIn({ jeugdigeId, overdrachtId, reden: 'toch niet' }, context);
  if (gekozen.doe === 'weiger')
    return new WeigerRegieoverdracht({ jeugdigeId, overdrachtId, organisatie, reden: 'vol' }, context);
  return new AanvaardRegieoverdracht(
    { jeugdigeId, overdrachtId, organisatie, medewerker: `mw.${organisatie}`, voorwaarden: [] },
    context,
  );
};

/** The other dossier of a samenvoeging, open and by itself. */
const ANDER = jeugdigeVan(
  fold(jeugdigeDecider, past([feit.geregistreerd.of({ ...geregistreerd.data, jeugdigeId: anderId })])),
);

export const slice: Played<Keuze, JeugdigeCommand, JeugdigeState, JeugdigeEvent, JeugdigeFacts> = {
  decider: jeugdigeDecider,
  definitions: jeugdigeEvents,
  correcties: jeugdigeCorrecties,
  start: [geregistreerd],
  commandOf: (gekozen, context, history) => ({
    command: commandVan(gekozen, context, history),
    facts: { regio: 'rijnmond', ander: { dossier: ANDER, elkEenBsn: false } },
  }),
};
