import { VraagKlokcontrole, VraagTermijnen } from '@regielijn/bewaking';
import { catchUp } from '@regielijn/engine';
import { dienstAccounts } from '@regielijn/toegang';
import { answer, dagTekst, table } from '../output.js';
import { type CommonOptions, type Session, withSession } from '../session.js';

interface TermijnenOptions extends CommonOptions {
  readonly jeugdige?: string;
  readonly regel?: string;
  readonly casusregie?: string;
  readonly stand?: string;
  readonly controle?: boolean;
}

const MEESTE = 200;

/** Whether the clock forgot or doubled something. A fault is an exit code too, for who watches. */
const controleer = async ({ poort }: Session, options: TermijnenOptions): Promise<void> => {
  const uitslag = await poort.vraag(VraagKlokcontrole, {}, dienstAccounts.cli);
  const { vergeten, dubbel } = uitslag;
  answer(uitslag, options, () => `vergeten termijnen: ${vergeten}\ndubbel gemeld: ${dubbel}`);
  if (vergeten + dubbel > 0) process.exitCode = 1;
};

const toon = async ({ poort }: Session, options: TermijnenOptions): Promise<void> => {
  const { jeugdige, regel, casusregie, stand } = options;
  const vraag = { jeugdigeId: jeugdige, regel, casusregie, stand, aantal: MEESTE };
  const antwoord = await poort.vraag(VraagTermijnen, vraag, dienstAccounts.cli);
  const { termijnen, volgende } = antwoord;
  answer(antwoord, options, () =>
    [
      termijnen.length === 0
        ? 'Geen termijnen.'
        : table(termijnen.map((een) => [dagTekst(een.eind), een.stand, een.regel, een.naam, een.bij, een.artikel])),
      ...(volgende === null ? [] : [`Alleen de eerste ${MEESTE} staan hier. Kies met --jeugdige of --regel.`]),
    ].join('\n'),
  );
};

/** The terms of all dossiers, or of one, whoever is first in turn first. Without names. */
export const termijnen = (options: TermijnenOptions): Promise<void> =>
  withSession(options, async (session) => {
    await catchUp(session.engine);
    await (options.controle ? controleer : toon)(session, options);
  });
