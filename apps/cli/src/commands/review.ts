import { catchUp } from '@regielijn/engine';
import { systemClock } from '@regielijn/kern';
import { OpentKwartaalreviews, type Pakket, VraagKwartaalreviews, VraagPakket } from '@regielijn/kwartaalreview';
import { nietInToekomst } from '@regielijn/poort';
import { dienstAccounts } from '@regielijn/toegang';
import { kwartaalreviewPage } from '../../../api/src/kwartaalreview-page.js';
import { answer, dagTekst, table, tijdstipTekst } from '../output.js';
import { type CommonOptions, type Session, withSession } from '../session.js';

interface PakketOptions extends CommonOptions {
  readonly html?: boolean;
}

interface OpenOptions extends CommonOptions {
  readonly op: string;
}

type Reviews = VraagKwartaalreviews['answer'];

const lijstTekst = (reviews: Reviews): string =>
  reviews.length === 0
    ? 'Er zijn nog geen kwartaalreviews. Een review opent vanzelf als haar kwartaal begint.'
    : table([
        ['Review', 'Stand', 'Zaken', 'Afwijkingen', 'Besproken'],
        ...reviews.map(({ review, geslotenOp, zaken, afwijkingen, besproken }) => [
          ...[review, geslotenOp === null ? 'open' : `gesloten op ${tijdstipTekst(geslotenOp)}`],
          ...[zaken, afwijkingen, besproken],
        ]),
      ]);

const reviewsOf = async ({ engine, poort }: Session): Promise<Reviews> => {
  await catchUp(engine);
  return poort.vraag(VraagKwartaalreviews, {}, dienstAccounts.cli);
};

/** Which reviews there are. */
export const reviewLijst = (options: CommonOptions): Promise<void> =>
  withSession(options, async (session) => {
    const reviews = await reviewsOf(session);
    answer(reviews, options, () => lijstTekst(reviews));
  });

const vraagPakket = async ({ engine, poort }: Session, review: string): Promise<Pakket> => {
  await catchUp(engine);
  return poort.vraag(VraagPakket, { review }, dienstAccounts.cli);
};

const zaakTekst = ({ zaak, trajectId, regio, afwijkingen }: Pakket['zaken'][number]): readonly string[] => [
  `Zaak ${zaak}  ${trajectId} (${regio})`,
  ...afwijkingen.map(({ norm, stand, bespreking, gemotiveerd }) => {
    const uitkomst = bespreking ? `${bespreking.conclusie}, opschaling ${bespreking.opschaling}` : stand;
    return `  ${norm}  ${gemotiveerd ? 'gemotiveerd' : 'niet gemotiveerd'}  ${uitkomst}`;
  }),
];

const pakketTekst = ({ review, gesloten, cijfers, zaken, acties }: Pakket): string =>
  [
    `${review}, ${gesloten ? `gesloten op ${tijdstipTekst(gesloten.op)}` : 'open'}`,
    `${cijfers.zaken} zaken met ${cijfers.afwijkingen} afwijkingen; ${cijfers.besproken} besproken, ${cijfers.meegenomen} meegenomen`,
    ...zaken.flatMap(zaakTekst),
    ...acties.map(({ soort, eigenaar, uiterlijk, afgerondOp }) => {
      const wanneer = afgerondOp === null ? `uiterlijk ${dagTekst(uiterlijk)}` : 'klaar';
      return `Actie  ${soort}  ${eigenaar}  ${wanneer}`;
    }),
  ].join('\n');

/** One review: its cases, what was concluded, and what has to be done. */
export const reviewToon = (review: string, options: CommonOptions): Promise<void> =>
  withSession(options, async (session) => {
    const pakket = await vraagPakket(session, review);
    answer(pakket, options, () => pakketTekst(pakket));
  });

/** The whole pack, to give to the participants: JSON, or a page that can be read and printed. */
export const reviewPakket = (review: string, options: PakketOptions): Promise<void> =>
  withSession(options, async (session) => {
    const pakket = await vraagPakket(session, review);
    answer(pakket, { json: !options.html }, () => kwartaalreviewPage(pakket));
  });

/** Opens what must be open at a moment. By itself that happens too, when a quarter begins. */
export const reviewOpen = (options: OpenOptions): Promise<void> =>
  withSession(options, async (session) => {
    nietInToekomst(options.op, systemClock.now());
    await session.app.get(OpentKwartaalreviews, { strict: false }).bijTijd(options.op);
    const open = (await reviewsOf(session)).filter(({ geslotenOp }) => geslotenOp === null);
    answer(open, options, () => lijstTekst(open));
  });
