import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveId } from '@regielijn/kern';
import { TermijnenSchema } from '@regielijn/termijnen';
import { maatregelRegelsUit } from '../../application/maatregel-regels.js';
import type { TrajectFacts } from '../decide.js';
import { facts, ids, jeugdigeId, machtigingId, om, trajectId } from '../traject.kit.js';
import {
  BeeindigMaatregel,
  type MeldIncident,
  PasMaatregelToe,
  VerlengMaatregel,
  type ZetMedewerkerIn,
} from './commands.js';
import { nieuwMaatregelId } from './decide.js';
import { zorgFeiten as feit } from './events.js';
import { MaatregelenSchema } from './maatregelen.js';

const lees = (naam: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../config', naam), 'utf8'));

/** The rule files of the project itself. */
export const maatregelen = MaatregelenSchema.parse(lees('maatregelen.json'));
export const regels = maatregelRegelsUit(maatregelen, TermijnenSchema.parse(lees('termijnen.json')));

/** A jeugdige of fifteen under an MGJ that holds. */
export const metRegels: TrajectFacts = { ...facts, maatregelRegels: regels, machtigingSoort: 'MGJ' };

export const maatregelId = deriveId('maatregel');
export const [verlofId, incidentId] = [deriveId('verlof'), deriveId('incident')];

const inNood = {
  ...{ machtigingId, inPlan: false, noodsituatie: true, minderBezwarendGeprobeerd: null },
  ...{ reden: 'Sloeg een ander.', beslotenDoor: 'behandelaar-3' },
};
export type Toepassing = Partial<PasMaatregelToe['data']>;
export const pasToe = (wijziging: Toepassing = {}, op?: string) =>
  new PasMaatregelToe({ trajectId, maatregel: 'insluiting', ...inNood, ...wijziging }, om(op));
/** What `pasToe` gives: its id follows from the command. */
export const isToegepast = (
  wijziging: Toepassing = {},
  volgt: Partial<Parameters<typeof feit.maatregelToegepast.of>[0]> = {},
) =>
  feit.maatregelToegepast.of({
    ...{ ...ids, maatregel: 'insluiting', ...inNood, ...wijziging },
    ...{ maatregelId: nieuwMaatregelId(om().commandId), leeftijd: 16, vlaggen: [], ...volgt },
  });
/** A measure that began at TOEN. */
export const begonnen = (maatregel = 'insluiting', inPlan = false) =>
  isToegepast({ maatregel, inPlan }, { maatregelId, leeftijd: 15 });
export const beeindig = (op: string) => new BeeindigMaatregel({ trajectId, maatregelId }, om(op));
export const geeindigd = (...vlaggen: Parameters<typeof feit.maatregelBeeindigd.of>[0]['vlaggen']) =>
  feit.maatregelBeeindigd.of({ ...ids, maatregelId, vlaggen });
export const verleng = (op: string, door: VerlengMaatregel['data']['door'] = 'gedragswetenschapper', stemtIn = true) =>
  new VerlengMaatregel({ trajectId, maatregelId, door, instemmingGedragswetenschapper: stemtIn }, om(op));
export const verlengd = feit.maatregelVerlengd.of({
  ...{ ...ids, maatregelId, door: 'gedragswetenschapper', instemmingGedragswetenschapper: true },
});
export const toegestemd = feit.maatregelToestemmingGegeven.of({
  ...{ trajectId, jeugdigeId, maatregelId, gedragswetenschapper: 'gw-1' },
});
export const verlofVerleend = feit.verlofVerleend.of({
  ...{ ...ids, verlofId, van: '2026-03-06T17:00:00.000Z', tot: '2026-03-08T17:00:00.000Z' },
  instemmingGedragswetenschapper: true,
});
export const verlofIngetrokken = feit.verlofIngetrokken.of({ ...ids, verlofId, reden: 'Te onrustig.' });
export const incident: Omit<MeldIncident['data'], 'trajectId'> = {
  ...{ soort: 'agressie', ernst: 'matig', omschrijving: 'Ruzie om een telefoon.' },
  ...{ gemeldAan: [{ wie: 'ouders', op: '2026-03-02' }], veiligheidsplanHerzien: false },
};
export const incidentGemeld = feit.incidentGemeld.of({ ...ids, incidentId, ...incident });
export const incidentAfgehandeld = feit.incidentAfgehandeld.of({
  ...{ ...ids, incidentId, geleerd: 'Eerder apart zetten.', gemeldAan: [], veiligheidsplanHerzien: true },
});
export const inzet: Omit<ZetMedewerkerIn['data'], 'trajectId'> = {
  ...{ medewerker: 'behandelaar-3', registratie: 'SKJ', registratieGecontroleerdOp: '2026-02-01' },
  ...{ geldigTot: '2028-01-01', scholingJhp: true, scholingGeldigTot: null, inzetTot: null },
};
