import { StelPostbusIn, StelVoorkeurIn, VraagBerichten } from '@regielijn/berichten';
import { catchUp, type Engine, postbusFolder } from '@regielijn/engine';
import { ongeldig } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { answer, dagTekst, table, tijdstipTekst } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface Filters {
  readonly stand?: string | undefined;
  readonly organisatie?: string | undefined;
}

type Antwoord = VraagBerichten['answer'];
type Bericht = Antwoord['berichten'][number];

/** Page after page: on the command line nobody asks for the next one. */
const alleBerichten = async (poort: Pick<Poort, 'vraag'>, filters: Filters): Promise<readonly Bericht[]> => {
  const alle: Bericht[] = [];
  let na: string | null = null;
  do {
    const vraag = { ...filters, aantal: 200, ...(na === null ? {} : { na }) };
    const bladzijde: Antwoord = await poort.vraag(VraagBerichten, vraag, dienstAccounts.cli);
    alle.push(...bladzijde.berichten);
    na = bladzijde.volgende;
  } while (na !== null);
  return alle;
};

/** Per recipient how far it is, and why not further. */
const leveringTekst = ({ ontvanger, stand, code, volgendeOp, op }: Bericht['leveringen'][number]): string =>
  [
    ...[ontvanger, stand, op === null ? '' : tijdstipTekst(op), code ?? ''],
    volgendeOp === null ? '' : `opnieuw ${tijdstipTekst(volgendeOp)}`,
  ]
    .filter((deel) => deel !== '')
    .join(' ');

/** What to do about messages that cannot go anywhere. */
const zonderAdres = (gevonden: readonly Bericht[]): string => {
  const organisaties = new Set(
    gevonden.flatMap(({ stand, organisatie }) => (stand === 'geen_adres' ? [organisatie] : [])),
  );
  if (organisaties.size === 0) return '';
  return `\nZonder adres: ${[...organisaties].sort().join(', ')}. Stel een postbus in met: regielijn ontvanger --organisatie <organisatie> --wijze direct --adres <adres>`;
};

/** Where mails go, so that who finds none knows why. */
const waarheen = ({ settings }: Engine): string => {
  if (settings.SMTP_URL !== undefined) return 'Mails gaan naar de mailserver van SMTP_URL.';
  if (settings.embedded) return `Er is geen mailserver ingesteld (SMTP_URL): mails staan in ${postbusFolder(settings)}`;
  return 'Er is geen mailserver ingesteld (SMTP_URL): berichten blijven wachten.';
};

/** Which messages there are, to whom they went and what did not succeed. Without names: a message has none. */
export const berichten = (options: CommonOptions & Filters): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { stand, organisatie } = options;
    const gevonden = await alleBerichten(poort, { stand, organisatie });
    answer({ berichten: gevonden }, options, () => {
      if (gevonden.length === 0) return `Er zijn geen berichten die hieraan voldoen. ${waarheen(engine)}`;
      const regels = gevonden.map((bericht) => [
        ...[tijdstipTekst(bericht.opgesteldOp), bericht.organisatie, bericht.stand.replaceAll('_', ' ')],
        ...[bericht.uiterlijk === null ? '-' : dagTekst(bericht.uiterlijk), bericht.onderwerp],
        bericht.leveringen.map(leveringTekst).join('; '),
      ]);
      return [
        table([['opgesteld', 'organisatie', 'stand', 'uiterlijk', 'onderwerp', 'ontvangers'], ...regels]),
        `Berichten: ${gevonden.length}. ${waarheen(engine)}${zonderAdres(gevonden)}`,
      ].join('\n');
    });
  });

interface Instelling extends CommonOptions {
  readonly organisatie: string;
  readonly account?: string;
  readonly adres?: string;
  readonly wijze: string;
  readonly uur?: string;
}

const uurVan = (tekst: string): number => {
  if (!/^\d{1,2}$/.test(tekst)) throw ongeldig('ONGELDIG_UUR', 'Geef een uur van 0 tot en met 23, zoals --uur 8.');
  return Number(tekst);
};

/** Sets where a worker, or without an account the mailbox of an organisation, gets messages. */
export const ontvanger = (options: Instelling): Promise<void> =>
  withSession(options, async ({ poort }) => {
    const { organisatie, account, adres, wijze, uur } = options;
    const voorkeur = {
      ...{ organisatie, wijze, adres: adres ?? null },
      ...(uur === undefined ? {} : { uur: uurVan(uur) }),
    };
    const aanroep = { actor: dienstAccounts.cli };
    if (account === undefined) await poort.opdracht(StelPostbusIn, voorkeur, aanroep);
    else await poort.opdracht(StelVoorkeurIn, { ...voorkeur, account }, aanroep);
    const wie = account ?? `de postbus van ${organisatie}`;
    answer({ organisatie, account: account ?? null, wijze }, options, () => `Ingesteld voor ${wie}: ${wijze}.`);
  });
