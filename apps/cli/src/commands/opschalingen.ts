import { catchUp } from '@regielijn/engine';
import { VraagOpschalingen } from '@regielijn/opschaling';
import { dienstAccounts } from '@regielijn/toegang';
import { answer, dagTekst, table } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface OpschalingenOptions extends CommonOptions {
  readonly jeugdige?: string;
  readonly ladder?: string;
  readonly trede?: string;
  readonly stand?: string;
}

/** The questions that go up a ladder, the oldest first, with who is next and until when. */
export const opschalingen = (options: OpschalingenOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { jeugdige: jeugdigeId, ladder, trede, stand } = options;
    const lijst = await poort.vraag(VraagOpschalingen, { jeugdigeId, ladder, trede, stand }, dienstAccounts.cli);
    answer(lijst, options, () =>
      lijst.length === 0
        ? 'Geen opschalingen.'
        : table(
            lijst.map(({ uiterlijk, trede: op, stand: hoe, organisatie, vraagsteller, ...een }) => [
              ...[uiterlijk === null ? '' : dagTekst(uiterlijk), een.ladder, op, hoe, organisatie ?? ''],
              ...[een.reden, vraagsteller, een.opschalingId],
            ]),
          ),
    );
  });
