import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { type Pakket, VraagPakket } from '@regielijn/kwartaalreview';
import { actorOf, Poort, type Verzoek } from '@regielijn/poort';
import { escapeHtml } from '@regielijn/toegang';
import { day, inWords, page } from './page.js';

type Cell = string | number;
type Zaak = Pakket['zaken'][number];
type Punt = Zaak['afwijkingen'][number];

const dayOf = (moment: string): string => day.format(new Date(moment));
const words = (codes: readonly string[]): string => codes.map(inWords).join(', ') || 'Geen';
const cell = (value: Cell): string => escapeHtml(String(value));

/** A table that can be heard as well as seen: what it is about, and of each cell its row and its column. */
const table = (caption: string, columns: readonly string[], rows: readonly (readonly [Cell, ...Cell[]])[]): string => {
  if (rows.length === 0) return `<p>${cell(caption)}: er is niets.</p>`;
  const head = columns.map((column) => `<th scope="col">${cell(column)}</th>`).join('');
  const body = rows.map(
    ([first, ...rest]) =>
      `<tr><th scope="row">${cell(first)}</th>${rest.map((value) => `<td>${cell(value)}</td>`).join('')}</tr>`,
  );
  return `<table>\n<caption>${cell(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
};

const counted = (caption: string, what: string, telling: Pakket['cijfers']['perNorm']): string =>
  table(
    caption,
    [what, 'Afwijkingen'],
    telling.map(({ code, aantal }) => [inWords(code), aantal]),
  );

const figures = ({ cijfers }: Pakket): string =>
  [
    table(
      'Deze review in getallen',
      ['Wat', 'Aantal'],
      [
        ['Zaken', cijfers.zaken],
        ['Afwijkingen', cijfers.afwijkingen],
        ['Waarvan meegenomen uit een eerdere review', cijfers.meegenomen],
        ['Waarvan gemotiveerd', cijfers.gemotiveerd],
        ['Waarvan besproken', cijfers.besproken],
        ['Vervallen voor de bespreking (telt verder niet mee)', cijfers.vervallen],
      ],
    ),
    counted('Afwijkingen per norm', 'Norm', cijfers.perNorm),
    counted('Afwijkingen per regio', 'Regio', cijfers.perRegio),
    counted('Afwijkingen per aanbieder', 'Aanbieder', cijfers.perAanbieder),
    counted('Afwijkingen per oorzaak', 'Oorzaak', cijfers.perOorzaak),
    counted('Conclusies', 'Conclusie', cijfers.perConclusie),
    counted('Opschaling', 'Naar wie', cijfers.perOpschaling),
  ].join('\n');

const trend = ({ trend: quarters }: Pakket): string =>
  table(
    'Eerdere kwartalen, zonder wat daar uit een nog eerder kwartaal kwam',
    ['Kwartaal', 'Zaken', 'Afwijkingen', 'Gemotiveerd', 'Besproken', 'Per norm'],
    quarters.map(({ kwartaal, zaken, afwijkingen, gemotiveerd, besproken, perNorm }) => [
      ...([kwartaal, zaken, afwijkingen, gemotiveerd, besproken] as const),
      Object.entries(perNorm)
        .map(([norm, aantal]) => `${norm}: ${aantal}`)
        .join(', '),
    ]),
  );

const groups = ({ teBespreken, gesloten }: Pakket): string =>
  table(
    gesloten ? 'Wat niet is besproken, bij elkaar' : 'Wat nog te bespreken is, bij elkaar',
    ['Norm', 'Regio', 'Aanbieder', 'Oorzaak', 'Zaken', 'Afwijkingen'],
    teBespreken.map(({ norm, regio, aanbieder, oorzaken, zaken, afwijkingen }) => [
      ...([norm, inWords(regio), aanbieder ?? 'Geen'] as const),
      oorzaken.length > 0 ? words(oorzaken) : 'Niet gemotiveerd',
      ...[zaken.join(', '), afwijkingen.length],
    ]),
  );

const STANDEN: Readonly<Record<Punt['stand'], string>> = {
  open: 'Nog te bespreken',
  besproken: 'Besproken',
  afgevoerd: 'Vervallen',
  doorgeschoven: 'Naar de volgende review',
};

const outcome = ({ stand, bespreking }: Punt): string =>
  bespreking
    ? `${inWords(bespreking.conclusie)}; lessen: ${words(bespreking.lessen)}; opschaling: ${inWords(bespreking.opschaling)}`
    : STANDEN[stand];

const zaak = (een: Zaak): string => {
  const { trajectId, regio, aanbieder, opLeeslijst, verschoond, afwijkingen } = een;
  const about = [
    `Traject ${trajectId}, regio ${inWords(regio)}, aanbieder ${aanbieder ?? 'geen'}.`,
    ...(opLeeslijst ? ['Deze zaak staat op de leeslijst.'] : []),
    ...(verschoond.length > 0 ? [`Oordelen niet mee: ${verschoond.join(', ')}.`] : []),
  ];
  return `<section>\n<h3>Zaak ${een.zaak}</h3>\n<p>${cell(about.join(' '))}</p>\n${table(
    `Afwijkingen in zaak ${een.zaak}`,
    ['Norm', 'Vastgesteld op', 'Waarom is afgeweken?', 'Meegenomen uit', 'Uitkomst'],
    afwijkingen.map((punt) => [
      ...([punt.norm, dayOf(punt.vastgesteldOp)] as const),
      punt.gemotiveerd ? words(punt.redencodes) : 'Niet gemotiveerd',
      ...[punt.uitReview ?? 'Nieuw', outcome(punt)],
    ]),
  )}\n</section>`;
};

const acties = (pakket: Pakket): string =>
  table(
    'Acties',
    ['Wat', 'Wie', 'Uiterlijk', 'Klaar op', 'Afgesproken in'],
    pakket.acties.map(({ soort, eigenaar, uiterlijk, afgerondOp, uitReview }) => [
      ...([inWords(soort), eigenaar, dayOf(uiterlijk)] as const),
      ...[afgerondOp === null ? 'Nog niet' : dayOf(afgerondOp), uitReview ?? 'Deze review'],
    ]),
  );

const people = ({ deelnemers, vergaderingen }: Pakket): string =>
  [
    table(
      'Deelnemers',
      ['Account', 'Discipline'],
      deelnemers.map(({ account, discipline }) => [account, inWords(discipline)]),
    ),
    table(
      'Vergaderingen',
      ['Datum', 'Aanwezig'],
      vergaderingen.map(({ op, aanwezig }) => [dayOf(op), aanwezig.join(', ')]),
    ),
  ].join('\n');

const seal = ({ gesloten }: Pakket): string => {
  if (!gesloten) return '<p>Deze review is nog open: wat hier staat, kan veranderen.</p>';
  const holds = gesloten.klopt ? 'De inhoud past bij het zegel.' : 'Let op: de inhoud past niet bij het zegel.';
  return `<p>Gesloten op ${dayOf(gesloten.op)}, met wat toen bekend was. ${holds} Zegel: <code>${gesloten.zegel}</code></p>`;
};

const STYLE = `table { border-collapse: collapse; width: 100%; margin: 1em 0 } caption { text-align: left; font-weight: 600 }
th, td { border: 1px solid #595959; padding: .25em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
@page { size: A4; margin: 16mm }
@media print { body { font-size: 9.5pt; line-height: 1.35; margin: 0; max-width: none } thead { display: table-header-group } tr, h2, h3 { break-inside: avoid } h2, h3, caption { break-after: avoid } }
`;

/** The pack of one review: figures, trend, cases by number, acties. */
export const kwartaalreviewPage = (pakket: Pakket): string =>
  page(
    `Kwartaalreview ${inWords(pakket.landsdeel)} ${pakket.kwartaal}`,
    [
      seal(pakket),
      '<p>Alleen voor wie deelneemt aan deze review: kleine aantallen zijn niet afgeschermd.</p>',
      `<h2>Cijfers</h2>\n${figures(pakket)}`,
      `<h2>Vergelijking met eerdere kwartalen</h2>\n${trend(pakket)}`,
      `<h2>Te bespreken</h2>\n${groups(pakket)}`,
      `<h2>Zaken</h2>\n${pakket.zaken.map(zaak).join('\n') || '<p>Er zijn geen zaken.</p>'}`,
      `<h2>Acties</h2>\n${acties(pakket)}`,
      `<h2>Wie erbij waren</h2>\n${people(pakket)}`,
    ].join('\n'),
    STYLE,
  );

export const KWARTAALREVIEW_PAGE_PATH = 'kwartaalreviews';
export const KWARTAALREVIEW_PAGE = ':review/afdruk';

/** The pack to read or print: the same question, through the same gate, as a page instead of JSON. */
@Controller(KWARTAALREVIEW_PAGE_PATH)
export class KwartaalreviewPageController {
  constructor(@Inject(Poort) private readonly poort: Poort) {}

  @Get(KWARTAALREVIEW_PAGE)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async print(@Req() verzoek: Verzoek): Promise<string> {
    return kwartaalreviewPage(await this.poort.vraag(VraagPakket, verzoek.params, actorOf(verzoek)));
  }
}
