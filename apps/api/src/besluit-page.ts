import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { type Besluit, VraagBesluit } from '@regielijn/jeugdige';
import { actorOf, Poort, type Verzoek } from '@regielijn/poort';
import { escapeHtml } from '@regielijn/toegang';
import { day, inWords, page } from './page.js';

const asText = (typed: string): string => escapeHtml(typed).replaceAll('\n', '<br>');

/** For one sheet of A4; who writes more than fits there gets a second one. */
const ON_PAPER = `dt { font-weight: 600; margin-top: .7em } dd { margin: 0 }
@page { size: A4; margin: 16mm }
@media print { body { font-size: 9.5pt; line-height: 1.35; margin: 0; max-width: none } dt, dd { break-inside: avoid } }
`;

/** One accountable decision on one sheet. */
export const besluitPage = (besluit: Besluit): string => {
  const { subject, organisatie, rol } = besluit.door;
  const rows: readonly (readonly [string, string])[] = [
    ['Jeugdige', besluit.naam],
    ['Datum van het besluit', day.format(new Date(besluit.genomenOp))],
    ['Wat is besloten?', besluit.besluit],
    ['Welke stappen zijn gezet?', besluit.stappen],
    ['Waarom is dit besloten?', besluit.argumenten],
    ['Welk risico is afgewogen?', besluit.afgewogenRisico],
    ['Welke andere mogelijkheden waren er?', besluit.alternatieven ?? 'Niet ingevuld'],
    ['Wie heeft meegedacht?', besluit.geraadpleegd.join(', ') || 'Niemand'],
    ['Op grond waarvan mocht dit worden besloten?', inWords(besluit.mandaat)],
    ['Wie staat achter dit besluit?', besluit.gedragenDoor],
    ['Wie heeft het opgeschreven?', `${subject} (${inWords(rol)}, ${organisatie})`],
    ['Opgeschreven op', day.format(new Date(besluit.vastgelegdOp))],
    ...(besluit.gecorrigeerd
      ? ([['Let op', 'Dit besluit is later verbeterd. Hier staat hoe het nu luidt.']] as const)
      : []),
  ];
  const list = rows.map(([label, text]) => `<dt>${label}</dt>\n<dd>${asText(text)}</dd>`).join('\n');
  return page(`Besluit over ${inWords(besluit.onderwerp)}`, `<dl>\n${list}\n</dl>`, ON_PAPER);
};

export const BESLUIT_PAGE_PATH = 'jeugdigen';
export const BESLUIT_PAGE = ':jeugdigeId/besluiten/:besluitId/afdruk';

/** The print view of a decision: the same question, through the same gate, as a page instead of JSON. */
@Controller(BESLUIT_PAGE_PATH)
export class BesluitPageController {
  constructor(@Inject(Poort) private readonly poort: Poort) {}

  @Get(BESLUIT_PAGE)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async print(@Req() verzoek: Verzoek): Promise<string> {
    return besluitPage(await this.poort.vraag(VraagBesluit, verzoek.params, actorOf(verzoek)));
  }
}
