import { catchUp } from '@regielijn/engine';
import { levensgebiedInWoorden } from '@regielijn/kern';
import { VraagTerugkeeroverzicht, VraagTerugkeren } from '@regielijn/terugkeer';
import { dienstAccounts } from '@regielijn/toegang';
import { alleBladzijden } from '../bladzijden.js';
import { answer, dagTekst, table } from '../output.js';
import { type CommonOptions, type Session, withSession } from '../session.js';

interface TerugkerenOptions extends CommonOptions {
  readonly gemeente?: string;
  readonly stand?: string;
  readonly maanden?: string;
  readonly zonderPartner?: boolean;
  readonly overzicht?: boolean;
}

const inWoorden = (levensgebieden: readonly string[]): string => levensgebieden.map(levensgebiedInWoorden).join(', ');

const toonOverzicht = async ({ poort }: Session, options: TerugkerenOptions): Promise<void> => {
  const { gemeente, maanden: binnenMaanden } = options;
  const overzicht = await poort.vraag(VraagTerugkeeroverzicht, { gemeente, binnenMaanden }, dienstAccounts.cli);
  answer(overzicht, options, () =>
    table([
      ['gemeente', 'keren terug', 'in voorbereiding', 'zonder lokaal team', 'zonder partner'],
      ...overzicht.gemeenten.map(({ gemeente: naam, aantal, inVoorbereiding, zonderDeelname, zonderPartner }) => [
        ...[naam, String(aantal), String(inVoorbereiding), String(zonderDeelname)],
        zonderPartner.map((een) => `${levensgebiedInWoorden(een.levensgebied)} ${een.aantal}`).join(', '),
      ]),
    ]),
  );
};

const toonLijst = async ({ poort }: Session, options: TerugkerenOptions): Promise<void> => {
  const { gemeente, stand, zonderPartner, maanden: binnenMaanden } = options;
  const terugkeren = await alleBladzijden(
    (na) => poort.vraag(VraagTerugkeren, { gemeente, stand, binnenMaanden, zonderPartner, ...na }, dienstAccounts.cli),
    (bladzijde) => bladzijde.terugkeren,
  );
  answer({ terugkeren }, options, () =>
    terugkeren.length === 0
      ? 'Geen terugkeren.'
      : table([
          ['einde', 'stand', 'gemeente', 'lokaal team', 'niet geregeld', 'traject'],
          ...terugkeren.map((een) => [
            ...[dagTekst(een.eindeOp), een.stand, een.gemeente, een.deelname?.medewerker ?? ''],
            ...[inWoorden(een.nietGeregeld), een.trajectId],
          ]),
        ]),
  );
};

/** Who returns to which gemeente in the coming months, and what is arranged; without names. */
export const terugkeren = (options: TerugkerenOptions): Promise<void> =>
  withSession(options, async (session) => {
    await catchUp(session.engine);
    await (options.overzicht ? toonOverzicht : toonLijst)(session, options);
  });
