import { deriveId } from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import {
  AdresseerBericht,
  type BerichtCommand,
  HandelBerichtAf,
  HerinnerAanBericht,
  LegVerzendingVast,
  StelBerichtOp,
} from './commands.js';
import { berichtIdVan } from './decide.js';
import { berichtFeiten as feit } from './events.js';

export const dossierId = deriveId('dossier', 'bericht kit');
export const aanleiding = deriveId('aanbod', 'bericht kit');
export const berichtId = berichtIdVan(aanleiding, 'gi-jb-west');
export const kenmerk = deriveId('kenmerk', 'bericht kit');
export const MAANDAG = '2026-03-02T09:00:00.000Z';

/** An offer of casusregie to a GI. */
export const inhoud: StelBerichtOp['data'] = {
  ...{ soort: 'overdracht_aangeboden', organisatie: 'gi-jb-west', aanleiding },
  ...{ over: `jeugdige-${dossierId}`, dossierId, termijn: null, uiterlijk: '2026-03-16', escalatie: false },
};

export const opgesteld = feit.opgesteld.of({ berichtId, ...inhoud });
export const geadresseerd = (...ontvangers: string[]) => feit.geadresseerd.of({ berichtId, ontvangers });
export const verzonden = (ontvanger: string) => feit.verzonden.of({ berichtId, ontvanger, kenmerk });
export const inOverzicht = (ontvanger: string) => feit.inOverzicht.of({ berichtId, ontvanger, kenmerk });
export const opgegeven = (ontvanger: string) =>
  feit.opgegeven.of({ berichtId, ontvanger, code: 'ADRES_GEWEIGERD', poging: 1 });
export const nietVerzonden = (ontvanger: string, poging: number, volgendeOp: string) =>
  feit.nietVerzonden.of({ berichtId, ontvanger, code: 'SERVER_ONBEREIKBAAR', poging, volgendeOp });
export const herinnerd = feit.herinnerd.of({ berichtId, aanleiding: deriveId('termijn') });
export const afgehandeld = feit.afgehandeld.of({ berichtId, aanleiding: deriveId('antwoord') });

const context = testContext({ nu: MAANDAG });
export const stelOp = (): BerichtCommand => new StelBerichtOp(inhoud, context);
export const adresseer = (...ontvangers: string[]): BerichtCommand =>
  new AdresseerBericht({ berichtId, ontvangers }, context);
export const legVast = (
  ontvanger: string,
  uitkomst: LegVerzendingVast['data']['uitkomst'],
  op = context,
): BerichtCommand => new LegVerzendingVast({ berichtId, ontvanger, uitkomst }, op);
export const herinner = (): BerichtCommand =>
  new HerinnerAanBericht({ berichtId, aanleiding: deriveId('termijn') }, context);
export const handelAf = (): BerichtCommand =>
  new HandelBerichtAf({ berichtId, aanleiding: deriveId('antwoord') }, context);
export const gelukt = { soort: 'verzonden', kenmerk } as const;
export const mislukt = { soort: 'mislukt', code: 'SERVER_ONBEREIKBAAR', definitief: false } as const;
