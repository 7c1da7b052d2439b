import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandContext, deriveId } from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import { LaddersSchema } from '../application/ladders.js';
import {
  BeantwoordOpschaling,
  GeefOpschalingTerug,
  LaatOpschalen,
  NeemOpschalingAan,
  OpenOpschaling,
  SchaalOp,
  SluitOpschalingAf,
} from './commands.js';
import { nieuwOpschalingId } from './decide.js';
import { opschalingFeiten as feit } from './events.js';
import type { Ladders } from './ladder.js';

/** The rule file as it is delivered, before it is read. */
export const ruweLadders = (): any =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../config/ladders.json'), 'utf8'));
export const { ladders: alleLadders } = LaddersSchema.parse(ruweLadders());
export const ladders: Ladders = alleLadders;

export const jeugdigeId = deriveId('jeugdige', 'opschaling kit');
export const opschalingId = nieuwOpschalingId(testContext().commandId);
export const wie = { opschalingId, jeugdigeId, sleutelId: jeugdigeId };

/** So many days after the opening, at the hour of it. */
export const dag = (n: number): string =>
  new Date(Date.parse('2026-03-02T09:30:00.000Z') + n * 86_400_000).toISOString();
export const op = (n: number): CommandContext => testContext({ geldigOp: dag(n), nu: dag(n) });

const GI = 'gi-jb-west';
export const vraag = {
  ...{ ladder: 'casus' as const, betreft: { soort: 'jeugdige' as const, id: jeugdigeId } },
  ...{ reden: 'geen_passende_plek' as const, vraagsteller: GI, vraag: 'Waar kan zij wonen?' },
};

export const geopend = feit.geopend.of({ ...wie, ...vraag, trede: 'lokaal_team' });
export const aangenomen = (organisatie = 'gemeente-0599', trede = 'lokaal_team', medewerker = 'lt-1') =>
  feit.aangenomen.of({ ...wie, trede, organisatie, medewerker });
export const teruggegeven = (organisatie = 'gemeente-0599', trede = 'lokaal_team') =>
  feit.teruggegeven.of({ ...wie, trede, organisatie, reden: 'geen_ruimte', toelichting: 'Wij hebben niemand.' });
export const beantwoord = (organisatie = 'gemeente-0599', trede = 'lokaal_team') =>
  feit.beantwoord.of({ ...wie, trede, organisatie, strekking: 'advies', antwoord: 'Bij haar tante.' });
export const opgeschaald = (
  naarTrede = 'expertteam',
  vanTrede = 'lokaal_team',
  aanleiding: 'klok' | 'verzoek' = 'verzoek',
) => feit.opgeschaald.of({ ...wie, vanTrede, naarTrede, aanleiding, toelichting: null });
export const afgesloten = feit.afgesloten.of({ ...wie, uitkomst: 'opgelost', toelichting: null });

export const open = (changes: Partial<OpenOpschaling['data']> = {}, context = testContext()) =>
  new OpenOpschaling({ jeugdigeId, ...vraag, ...changes }, context);
export const neemAan = (organisatie = 'gemeente-0599', context = op(1), medewerker = 'lt-1') =>
  new NeemOpschalingAan({ opschalingId, organisatie, medewerker }, context);
export const geefTerug = (organisatie = 'gemeente-0599', context = op(1)) =>
  new GeefOpschalingTerug(
    { opschalingId, organisatie, reden: 'geen_ruimte', toelichting: 'Wij hebben niemand.' },
    context,
  );
export const antwoord = (organisatie = 'gemeente-0599', context = op(1)) =>
  new BeantwoordOpschaling({ opschalingId, organisatie, strekking: 'advies', antwoord: 'Bij haar tante.' }, context);
export const schaalOp = (naarTrede = 'expertteam', context = op(1)) =>
  new SchaalOp({ opschalingId, naarTrede, toelichting: null }, context);
export const laatOpschalen = (trede = 'lokaal_team', sinds = dag(0), context = op(9)) =>
  new LaatOpschalen({ opschalingId, trede, sinds }, context);
export const sluitAf = (uitkomst: 'opgelost' | 'niet_opgelost' = 'opgelost', context = op(1)) =>
  new SluitOpschalingAf({ opschalingId, uitkomst, toelichting: null }, context);
