import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { volwassenVelden as velden } from './events.js';

const jeugdigeId = IdSchema;

export class StelToekomstplanVast extends defineCommand({
  naam: 'jeugdige.stel-toekomstplan-vast',
  soort: 'feit',
  omschrijving: 'Legt een toekomstplan vast, met de levensgebieden waar het over gaat.',
  bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
  schema: z.strictObject({ jeugdigeId, ...invoer(velden.toekomstplan) }),
}) {}

export class WijsCasusregisseur18Aan extends defineCommand({
  naam: 'jeugdige.wijs-casusregisseur-18-aan',
  soort: 'feit',
  omschrijving: 'Legt vast wie de casusregisseur 18+ is. De casusregie zelf gaat daarmee niet over.',
  bron: 'Werkagenda doorontwikkeling Jeugdhulp Plus Zuidwest (2020)',
  schema: z.strictObject({ jeugdigeId, ...invoer(velden.casusregisseur) }),
}) {}

export class LegWoonplekNaAchttienVast extends defineCommand({
  naam: 'jeugdige.leg-woonplek-na-achttien-vast',
  soort: 'feit',
  omschrijving: 'Legt vast waar de jeugdige na de achttiende verjaardag woont, of dat er nog geen adres is.',
  bron: 'Slotrapportage Zorg voor de Jeugd (2021)',
  schema: z.strictObject({ jeugdigeId, ...invoer(velden.woonplek) }),
}) {}

export const volwassenCommands = [StelToekomstplanVast, WijsCasusregisseur18Aan, LegWoonplekNaAchttienVast];
export type VolwassenCommand = InstanceType<(typeof volwassenCommands)[number]>;
