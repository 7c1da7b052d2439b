import { defineCommand, IdSchema, InstantSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import {
  afhandeling,
  incident,
  incidentId,
  inzet,
  maatregel,
  maatregelId,
  overzicht,
  spoedbespreking,
  toestemming,
  verlenging,
  verlof,
  verlofId,
  verlofIntrekking,
} from './velden.js';

const trajectId = IdSchema;

export class PasMaatregelToe extends defineCommand({
  naam: 'traject.pas-maatregel-toe',
  soort: 'feit',
  omschrijving:
    'Legt vast dat een vrijheidsbeperkende maatregel is begonnen, ook als die niet mocht: dan met een vlag.',
  bron: 'Jeugdwet art. 6.1.4 lid 6, art. 6.3.1.2 en art. 6.3.2.1 tot en met 6.3.2.7',
  schema: z.strictObject({ trajectId, ...invoer(maatregel) }),
}) {}

export class VerlengMaatregel extends defineCommand({
  naam: 'traject.verleng-maatregel',
  soort: 'besluit',
  omschrijving: 'Verlengt een insluiting: één keer, en alleen door een gedragswetenschapper.',
  bron: 'Jeugdwet art. 6.3.2.2 lid 3',
  schema: z.strictObject({ trajectId, maatregelId, ...invoer(verlenging) }),
}) {}

export class GeefMaatregelToestemming extends defineCommand({
  naam: 'traject.geef-maatregel-toestemming',
  soort: 'feit',
  omschrijving: 'Legt vast dat een gedragswetenschapper ermee instemt dat een maatregel buiten het plan doorgaat.',
  bron: 'Jeugdwet art. 6.3.1.2 lid 5',
  schema: z.strictObject({ trajectId, maatregelId, ...invoer(toestemming) }),
}) {}

export class BeeindigMaatregel extends defineCommand({
  naam: 'traject.beeindig-maatregel',
  soort: 'feit',
  omschrijving: 'Legt vast dat een vrijheidsbeperkende maatregel is geëindigd.',
  bron: 'Jeugdwet art. 6.3.1.2 lid 4 en 5 en art. 6.3.2.2 lid 3',
  schema: z.strictObject({ trajectId, maatregelId }),
}) {}

export class VerleenVerlof extends defineCommand({
  naam: 'traject.verleen-verlof',
  soort: 'besluit',
  omschrijving: 'Verleent verlof uit de gesloten accommodatie, met instemming van een gedragswetenschapper.',
  bron: 'Jeugdwet art. 6.4.1',
  schema: z
    .strictObject({ trajectId, van: InstantSchema, tot: InstantSchema, ...invoer(verlof) })
    .refine(({ van, tot }) => van < tot, { path: ['tot'], message: 'het verlof eindigt na het begin' }),
}) {}

export class TrekVerlofIn extends defineCommand({
  naam: 'traject.trek-verlof-in',
  soort: 'besluit',
  omschrijving: 'Trekt verlof in dat nog niet voorbij is.',
  bron: 'Jeugdwet art. 6.4.1 lid 4 en 5',
  schema: z.strictObject({ trajectId, verlofId, ...invoer(verlofIntrekking) }),
}) {}

export class MeldIncident extends defineCommand({
  naam: 'traject.meld-incident',
  soort: 'feit',
  omschrijving: 'Legt een incident vast, en aan wie het is gemeld.',
  bron: 'Normenkader B6',
  schema: z.strictObject({ trajectId, ...invoer(incident) }),
}) {}

export class HandelIncidentAf extends defineCommand({
  naam: 'traject.handel-incident-af',
  soort: 'feit',
  omschrijving: 'Legt vast dat een incident is afgehandeld en wat ervan is geleerd.',
  bron: 'Normenkader B6',
  schema: z.strictObject({ trajectId, incidentId, ...invoer(afhandeling) }),
}) {}

export class LegOverzichtMaatregelenVast extends defineCommand({
  naam: 'traject.leg-overzicht-maatregelen-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een overzicht van de toegepaste maatregelen is verstrekt, aan ouders of GI.',
  bron: 'Jeugdwet art. 6.7.1 lid 3',
  schema: z.strictObject({ trajectId, ...invoer(overzicht) }),
}) {}

export class LegSpoedbesprekingVast extends defineCommand({
  naam: 'traject.leg-spoedbespreking-vast',
  soort: 'feit',
  omschrijving: 'Legt vast dat een plaatsing die niet kon wachten, daarna is besproken.',
  bron: 'Normenkader O4',
  schema: z.strictObject({ trajectId, ...invoer(spoedbespreking) }),
}) {}

export class ZetMedewerkerIn extends defineCommand({
  naam: 'traject.zet-medewerker-in',
  soort: 'feit',
  omschrijving: 'Legt vast welke medewerker is ingezet, met diens registratie en scholing.',
  bron: 'Normenkader B5',
  schema: z.strictObject({ trajectId, ...invoer(inzet) }),
}) {}

/** What is decided by the law on measures, and so needs its rules. */
export type MaatregelCommand = PasMaatregelToe | VerlengMaatregel | BeeindigMaatregel;

export type ZorgCommand =
  | MaatregelCommand
  | GeefMaatregelToestemming
  | VerleenVerlof
  | TrekVerlofIn
  | MeldIncident
  | HandelIncidentAf
  | LegOverzichtMaatregelenVast
  | LegSpoedbesprekingVast
  | ZetMedewerkerIn;

export const maatregelCommands = [PasMaatregelToe, VerlengMaatregel, BeeindigMaatregel];
export const zorgCommands = [
  ...[GeefMaatregelToestemming, VerleenVerlof, TrekVerlofIn],
  ...[MeldIncident, HandelIncidentAf, ZetMedewerkerIn],
  ...[LegOverzichtMaatregelenVast, LegSpoedbesprekingVast],
];
