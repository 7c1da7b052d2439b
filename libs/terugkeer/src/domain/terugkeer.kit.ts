import { type CommandContext, deriveId, type Levensgebied } from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import { AanvaardDeelname, LegLevensgebiedVast, LegVerwachtEindeVast, WerkTerugkeerBij } from './commands.js';
import type { TerugkeerFacts } from './einde.js';
import { type Gebiedstand, terugkeerFeiten as feit } from './events.js';

export const trajectId = deriveId('traject', 'terugkeer kit');
export const jeugdigeId = deriveId('jeugdige', 'terugkeer kit');
export const wie = { trajectId, jeugdigeId };
export const GEMEENTE = 'gemeente-0599';
export const ELDERS = 'gemeente-0518';
export const LEVENSGEBIEDEN: readonly Levensgebied[] = ['support', 'wonen', 'school_werk'];

/** Help runs on a machtiging until 2 June 2026, and that is in sight since 2 March. */
export const facts = (changes: Partial<TerugkeerFacts> = {}): TerugkeerFacts => ({
  ...{ ...wie, gemeente: GEMEENTE, hulp: 'loopt', voorbijOp: null, levensgebieden: LEVENSGEBIEDEN },
  ...{ machtigingTot: '2026-06-02', inZichtVanaf: '2026-03-02' },
  ...changes,
});
export const zonderEinde = facts({ machtigingTot: null, inZichtVanaf: null });
export const voorbij = (voorbijOp = '2026-05-20') => facts({ hulp: 'voorbij', voorbijOp });

/** So many days after 2 March, at half past ten in Amsterdam. */
export const op = (dagen: number): CommandContext => {
  const moment = new Date(Date.parse('2026-03-02T09:30:00.000Z') + dagen * 86_400_000).toISOString();
  return testContext({ geldigOp: moment, nu: moment });
};

export const geopend = feit.geopend.of({
  ...{ ...wie, eindeOp: '2026-06-02', grond: 'machtiging', gemeente: GEMEENTE, levensgebieden: [...LEVENSGEBIEDEN] },
});
export const verwacht = (verwachtOp: string | null) => feit.eindeVerwacht.of({ ...wie, verwachtOp });
export const verschoven = (eindeOp: string, grond: 'machtiging' | 'verwacht' = 'machtiging') =>
  feit.eindeVerschoven.of({ ...wie, eindeOp, grond });
export const gewisseld = feit.gemeenteGewisseld.of({ ...wie, gemeente: ELDERS });
export const doetMee = (organisatie = GEMEENTE, medewerker = 'lt-12') =>
  feit.deelnameAanvaard.of({ ...wie, organisatie, medewerker });
export const vastgelegd = (
  levensgebied: Levensgebied,
  stand: Gebiedstand,
  partner: string | null = null,
  toelichting: string | null = null,
) => feit.levensgebiedVastgelegd.of({ ...wie, levensgebied, stand, partner, toelichting });
export const ingetrokken = feit.ingetrokken.of(wie);
export const gesloten = (
  nietGeregeld: readonly Levensgebied[] = LEVENSGEBIEDEN,
  vlaggen: ('niet_alles_geregeld' | 'lokaal_team_deed_niet_mee')[] = [
    'niet_alles_geregeld',
    'lokaal_team_deed_niet_mee',
  ],
) => feit.gesloten.of({ ...wie, eindeOp: '2026-05-20', nietGeregeld: [...nietGeregeld], vlaggen });

export const werkBij = (context = op(1)) => new WerkTerugkeerBij({ trajectId }, context);
export const legVerwachtVast = (verwachtOp: string | null, context = op(1)) =>
  new LegVerwachtEindeVast({ trajectId, verwachtOp }, context);
export const doeMee = (organisatie = GEMEENTE, medewerker = 'lt-12', context = op(1)) =>
  new AanvaardDeelname({ trajectId, organisatie, medewerker }, context);
export const legVast = (
  levensgebied: Levensgebied,
  stand: Gebiedstand,
  partner: string | null = null,
  toelichting: string | null = null,
  context = op(1),
) => new LegLevensgebiedVast({ trajectId, levensgebied, stand, partner, toelichting }, context);
