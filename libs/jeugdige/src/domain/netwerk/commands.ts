import { defineCommand, IdSchema, invoer } from '@regielijn/kern';
import { z } from 'zod';
import { AanbodUitkomstSchema, familiegroepsplanVelden, netwerkpersoonVelden } from './events.js';

export class LegNetwerkpersoonVast extends defineCommand({
  naam: 'jeugdige.leg-netwerkpersoon-vast',
  soort: 'feit',
  omschrijving: 'Legt vast wie bij het gezin of netwerk van de jeugdige hoort.',
  bron: 'Normenkader B2',
  schema: z.strictObject({ jeugdigeId: IdSchema, ...invoer(netwerkpersoonVelden) }),
}) {}

export class WijzigNetwerkpersoon extends defineCommand({
  naam: 'jeugdige.wijzig-netwerkpersoon',
  soort: 'feit',
  omschrijving: 'Legt vast hoe het nu is met iemand uit het netwerk, bijvoorbeeld na een verhuizing of ander gezag.',
  schema: z.strictObject({ jeugdigeId: IdSchema, persoonId: IdSchema, ...invoer(netwerkpersoonVelden) }),
}) {}

export class LaatNetwerkpersoonVervallen extends defineCommand({
  naam: 'jeugdige.laat-netwerkpersoon-vervallen',
  soort: 'feit',
  omschrijving: 'Legt vast dat iemand niet meer bij het netwerk hoort.',
  schema: z.strictObject({ jeugdigeId: IdSchema, persoonId: IdSchema }),
}) {}

export class BiedFamiliegroepsplanAan extends defineCommand({
  naam: 'jeugdige.bied-familiegroepsplan-aan',
  soort: 'feit',
  omschrijving: 'Legt vast dat een familiegroepsplan is aangeboden, en wat het antwoord was.',
  bron: 'Jeugdwet art. 6.1.10 lid 2',
  schema: z.strictObject({ jeugdigeId: IdSchema, uitkomst: AanbodUitkomstSchema }),
}) {}

export class StelFamiliegroepsplanVast extends defineCommand({
  naam: 'jeugdige.stel-familiegroepsplan-vast',
  soort: 'feit',
  omschrijving: 'Legt een nieuwe versie van het familiegroepsplan vast.',
  bron: 'Jeugdwet art. 6.1.10 lid 2',
  schema: z.strictObject({ jeugdigeId: IdSchema, ...invoer(familiegroepsplanVelden) }),
}) {}

export const netwerkCommands = [
  LegNetwerkpersoonVast,
  WijzigNetwerkpersoon,
  LaatNetwerkpersoonVervallen,
  BiedFamiliegroepsplanAan,
  StelFamiliegroepsplanVast,
];
export type NetwerkCommand = InstanceType<(typeof netwerkCommands)[number]>;
