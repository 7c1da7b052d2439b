import { catchUp, type Engine } from '@regielijn/engine';
import { VraagDossier, VraagDossiers, VraagTijdlijn } from '@regielijn/dossier';
import { datumVan, IdSchema, VERNIETIGD } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { answer, dagTekst, table, tijdstipTekst } from '../output.js';
import { type CommonOptions, withSession } from '../session.js';

interface DossierOptions extends CommonOptions {
  readonly op?: string;
  readonly bekendOp?: string;
}

/** What each kind of event means: the first sentence that its newest version says about itself. */
const betekenissen = ({ log }: Engine): ReadonlyMap<string, string> =>
  new Map(
    log.catalogue.definitions
      .map(({ type, omschrijving }) => ({ type: type.split('@'), zin: omschrijving.split(/(?<=\.) /)[0]! }))
      .sort((a, b) => Number(a.type[1]) - Number(b.type[1]))
      .map(({ type, zin }) => [type[0]!, zin]),
  );

type Gebeurtenis = VraagTijdlijn['answer'][number];

const wat = ({ soort, gegevens, vervangen }: Gebeurtenis, betekenis: ReadonlyMap<string, string>): string => {
  // One event means the same for every norm: without its name a row would say nothing.
  const { norm, uitkomst } = gegevens as { norm?: string; uitkomst?: string };
  const inWoorden = uitkomst === undefined ? '' : `: ${uitkomst.toLowerCase().replaceAll('_', ' ')}`;
  const welkeNorm = norm === undefined ? '' : ` (${norm}${inWoorden})`;
  return `${betekenis.get(soort)!}${welkeNorm}${vervangen ? ' (later verbeterd of ingetrokken)' : ''}`;
};

/** The dossier of this number: its own, or that of one of its trajecten, as a list of deviations names them. */
const jeugdigeVan = async (nummer: string, poort: Poort): Promise<string> => {
  // The question about the dossier says what a number looks like.
  if (!IdSchema.safeParse(nummer).success) return nummer;
  const { dossiers } = await poort.vraag(VraagDossiers, { traject: nummer }, dienstAccounts.cli);
  return dossiers[0]?.jeugdigeId ?? nummer;
};

/** One dossier: as it is, as it was on a day, or as it was known on a day. */
export const dossier = (nummer: string, options: DossierOptions): Promise<void> =>
  withSession(options, async ({ engine, poort }) => {
    await catchUp(engine);
    const { op, bekendOp } = options;
    const jeugdigeId = await jeugdigeVan(nummer, poort);
    const vraag = { jeugdigeId, ...(op === undefined ? {} : { op }), ...(bekendOp === undefined ? {} : { bekendOp }) };
    const stand = await poort.vraag(VraagDossier, vraag, dienstAccounts.cli);
    const tijdlijn = await poort.vraag(VraagTijdlijn, vraag, dienstAccounts.cli);
    answer({ ...stand, tijdlijn }, options, () => {
      const betekenis = betekenissen(engine);
      const regels = tijdlijn.map((gebeurtenis) => [
        ...[tijdstipTekst(gebeurtenis.geldigOp), dagTekst(datumVan(gebeurtenis.vastgelegdOp))],
        wat(gebeurtenis, betekenis),
      ]);
      const { naam, geboortedatum } = stand.persoon;
      const geboren = geboortedatum === VERNIETIGD ? geboortedatum : dagTekst(geboortedatum);
      return [`${naam}, geboren ${geboren}`, '', table([['gebeurd op', 'vastgelegd', 'wat'], ...regels])].join('\n');
    });
  });
