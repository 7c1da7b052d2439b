import { datumVan, ongeldig, type Past, volgorde, weiger } from '@regielijn/kern';
import type { TerugkeerEvent } from './events.js';
import type { Terugkeer } from './state.js';

type Van<T extends TerugkeerEvent['type']> = Past<Extract<TerugkeerEvent, { type: T }>>;

const deelname = ({ data, geldigOp }: Van<'terugkeer.deelname-aanvaard@1'>, stand: Terugkeer): void => {
  if (stand.stand !== 'open')
    throw weiger(
      'TERUGKEER_NIET_OPEN',
      'Er wordt op dit moment geen terugkeer voorbereid. Kijk in het dossier hoe het nu staat.',
      { stand: stand.stand },
    );
  if (data.organisatie !== stand.gemeente)
    throw weiger(
      'TERUGKEER_NAAR_ANDERE_GEMEENTE',
      'Deze jeugdige keert niet terug naar uw gemeente. Vraag het lokale team van die gemeente om mee te doen.',
      { gemeente: stand.gemeente },
    );
  volgorde(stand.gemeenteSinds, geldigOp, 'het begin van de voorbereiding met deze gemeente');
};

const levensgebied = ({ data, geldigOp }: Van<'terugkeer.levensgebied-vastgelegd@1'>, stand: Terugkeer): void => {
  const heeftPartner = data.stand === 'gevraagd' || data.stand === 'geregeld';
  if (heeftPartner !== (data.partner !== null))
    throw ongeldig(
      'PARTNER_PAST_NIET',
      'Noem een partner als die gevraagd of geregeld is. Laat de partner weg als u nog zoekt of als het niet nodig is.',
      { levensgebied: data.levensgebied },
    );
  if (stand.stand === 'gesloten' && datumVan(geldigOp) > stand.eindeOp)
    throw weiger(
      'TERUGKEER_IS_GESLOTEN',
      'De hulp was toen voorbij. Leg bij de nazorg van het traject vast wie dit oppakt.',
      { eindeOp: stand.eindeOp },
    );
};

/**
 * Refuses a fact that cannot follow upon this stand. Errors: `TERUGKEER_NIET_OPEN`, `TERUGKEER_NAAR_ANDERE_GEMEENTE`,
 * `DATUM_VOLGORDE`, `PARTNER_PAST_NIET`, `TERUGKEER_IS_GESLOTEN`. What follows by itself always can.
 */
export const vereisKan = (feit: Past<TerugkeerEvent>, stand: Terugkeer): void => {
  if (feit.type === 'terugkeer.deelname-aanvaard@1') deelname(feit, stand);
  if (feit.type === 'terugkeer.levensgebied-vastgelegd@1') levensgebied(feit, stand);
};
