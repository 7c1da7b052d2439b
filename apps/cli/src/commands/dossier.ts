import { VraagTermijnen } from '@regielijn/bewaking';
import { catchUp, type Engine } from '@regielijn/engine';
import { VraagDossier, VraagDossiers, VraagTijdlijn } from '@regielijn/dossier';
import { datumVan, IdSchema, VERNIETIGD } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { alleBladzijden } from '../bladzijden.js';
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

type Gebeurtenis = VraagTijdlijn['answer']['gebeurtenissen'][number];

const inWoorden = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** What should not have been so: of a request with its code and article, of the others the code alone. */
const vlaggenVan = ({ vlaggen }: Gebeurtenis['gegevens']): readonly string[] =>
  ((vlaggen ?? []) as readonly (string | { code: string })[]).map((vlag) =>
    inWoorden(typeof vlag === 'string' ? vlag : vlag.code),
  );

const wat = ({ soort, gegevens, vervangen }: Gebeurtenis, betekenis: ReadonlyMap<string, string>): string => {
  // One event means the same for every norm: without its name a row would say nothing.
  const { norm, uitkomst } = gegevens as { norm?: string; uitkomst?: string };
  const welkeNorm = norm === undefined ? '' : ` (${norm}${uitkomst === undefined ? '' : `: ${inWoorden(uitkomst)}`})`;
  const opmerkingen = vlaggenVan(gegevens);
  const vlaggen = opmerkingen.length === 0 ? '' : ` Let op: ${opmerkingen.join(', ')}.`;
  return `${betekenis.get(soort)!}${welkeNorm}${vlaggen}${vervangen ? ' (later verbeterd of ingetrokken)' : ''}`;
};

type Stand = VraagDossier['answer'];
interface Machtiging {
  readonly soort: string;
  readonly toestand: string;
  readonly geldigTot?: string;
  readonly zonderUitvoering: { readonly sinds: string; readonly vervaltOp: string | null } | null;
}

const overMachtiging = ({ soort, toestand, geldigTot, zonderUitvoering: stil }: Machtiging): string =>
  [
    `Machtiging ${soort}: ${inWoorden(toestand)}`,
    ...(geldigTot === undefined ? [] : [`geldig tot ${dagTekst(geldigTot)}`]),
    ...(stil ? [`niet uitgevoerd sinds ${dagTekst(stil.sinds)}`] : []),
    ...(stil?.vervaltOp ? [`vervalt daardoor op ${dagTekst(stil.vervaltOp)}`] : []),
  ].join(', ');

/** Where things stand, before what led to it. */
const standInTekst = ({
  regiestand: { casusregie, systeemregie },
  machtigingen,
  trajecten,
}: Stand): readonly string[] => [
  `Casusregie: ${casusregie.houder.organisatie}, ${casusregie.medewerker ?? 'niemand benoemd'}`,
  `Systeemregie: ${systeemregie.houder.organisatie}`,
  ...machtigingen.map((machtiging) => overMachtiging(machtiging as unknown as Machtiging)),
  ...trajecten.map((traject) => {
    const { trajectId, status } = traject as unknown as { trajectId: string; status: string };
    return `Traject ${trajectId}: ${inWoorden(status)}`;
  }),
];

const MEESTE_TERMIJNEN = 20;

/** What must happen when, by what is known now: for a dossier as of a day there is no such list. */
const termijnenInTekst = async (
  jeugdigeId: string,
  { op, bekendOp }: DossierOptions,
  poort: Poort,
): Promise<readonly string[]> => {
  if (op !== undefined || bekendOp !== undefined) return [];
  const vraag = { jeugdigeId, aantal: MEESTE_TERMIJNEN };
  const { termijnen, volgende } = await poort.vraag(VraagTermijnen, vraag, dienstAccounts.cli);
  return [
    ...termijnen.map(({ eind, stand, naam }) => `Termijn ${dagTekst(eind)} (${inWoorden(stand)}): ${naam}`),
    ...(volgende === null ? [] : ['Er zijn er meer: zie regielijn termijnen --jeugdige.']),
  ];
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
    const tijdlijn = await alleBladzijden(
      (na) => poort.vraag(VraagTijdlijn, { ...vraag, ...na }, dienstAccounts.cli),
      ({ gebeurtenissen }) => gebeurtenissen,
    );
    const termijnen = await termijnenInTekst(jeugdigeId, options, poort);
    answer({ ...stand, tijdlijn }, options, () => {
      const betekenis = betekenissen(engine);
      const regels = tijdlijn.map((gebeurtenis) => [
        ...[tijdstipTekst(gebeurtenis.geldigOp), dagTekst(datumVan(gebeurtenis.vastgelegdOp))],
        wat(gebeurtenis, betekenis),
      ]);
      const { naam, geboortedatum } = stand.persoon;
      const geboren = geboortedatum === VERNIETIGD ? geboortedatum : dagTekst(geboortedatum);
      return [
        `${naam}, geboren ${geboren}`,
        ...standInTekst(stand),
        ...termijnen,
        '',
        table([['gebeurd op', 'vastgelegd', 'wat'], ...regels]),
      ].join('\n');
    });
  });
