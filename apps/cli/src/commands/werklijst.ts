import { catchUp } from '@regielijn/engine';
import { dienstAccounts } from '@regielijn/toegang';
import { VraagWerklijst } from '@regielijn/werklijst';
import { alleBladzijden } from '../bladzijden.js';
import { answer, dagTekst, table } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface WerklijstOptions extends CommonOptions {
  readonly organisatie: string;
  readonly rol: string;
  readonly soort?: string;
  readonly jeugdige?: string;
  readonly uiterlijk?: string;
}

/** What waits for an organisation in a role, as somebody who works there sees it. Without names. */
export const werklijst = (options: WerklijstOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { organisatie, rol, soort, jeugdige: jeugdigeId, uiterlijk } = options;
    const actor = { ...dienstAccounts.cli, organisatie, rol };
    const werk = await alleBladzijden(
      (na) => poort.vraag(VraagWerklijst, { soort, jeugdigeId, uiterlijk, ...na }, actor),
      (bladzijde) => bladzijde.werk,
    );
    answer({ werk }, options, () =>
      werk.length === 0
        ? 'Er wacht geen werk.'
        : table(werk.map((een) => [dagTekst(een.uiterlijk), een.teLaat ? 'te laat' : '', een.wat, een.bij])),
    );
  });
