import { catchUp } from '@regielijn/engine';
import { VraagDossier, VraagTijdlijn } from '@regielijn/dossier';
import { dienstAccounts } from '@regielijn/toegang';
import { answer, table } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface DossierOptions extends CommonOptions {
  readonly op?: string;
  readonly bekendOp?: string;
}

/** One dossier: as it is, as it was on a day, or as it was known on a day. */
export const dossier = (jeugdigeId: string, options: DossierOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { op, bekendOp } = options;
    const vraag = { jeugdigeId, ...(op === undefined ? {} : { op }), ...(bekendOp === undefined ? {} : { bekendOp }) };
    const stand = await poort.vraag(VraagDossier, vraag, dienstAccounts.cli);
    const tijdlijn = await poort.vraag(VraagTijdlijn, vraag, dienstAccounts.cli);
    answer({ ...stand, tijdlijn }, options, () => {
      const regels = tijdlijn.map(({ geldigOp, vastgelegdOp, soort, vervangen }) => [
        ...[geldigOp, vastgelegdOp.slice(0, 10), soort, vervangen ? 'vervangen' : ''],
      ]);
      return [
        `${stand.persoon.naam}, geboren ${stand.persoon.geboortedatum}`,
        '',
        table([['gebeurd op', 'vastgelegd', 'wat', ''], ...regels]),
      ].join('\n');
    });
  });
