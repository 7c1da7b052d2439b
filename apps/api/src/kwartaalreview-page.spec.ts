import { describe, expect, it } from '@jest/globals';
import type { Pakket } from '@regielijn/kwartaalreview';
import { deriveId } from '@regielijn/kern';
import { kwartaalreviewPage } from './kwartaalreview-page.js';

const telling = (code: string) => [{ code, aantal: 1 }];
const afwijking = {
  ...{ afwijkingId: deriveId('a'), norm: 'O1', vastgesteldOp: '2026-01-09T23:30:00.000Z', gemotiveerd: true },
  ...{ redencodes: ['bij_gebrek_aan_beter'], uitReview: null, stand: 'besproken' as const },
  bespreking: {
    ...{ op: '2026-03-24T13:00:00.000Z', conclusie: 'te_voorkomen', lessen: ['eerder_afstemmen'] },
    opschaling: 'regio',
  },
};
const pakket: Pakket = {
  ...{ review: 'zuidwest-2026-K1', landsdeel: 'zuidwest', kwartaal: '2026-K1', geopendOp: '2026-01-01T00:00:00.000Z' },
  ...{ regelversie: '2020-10-12', gesloten: null, quorum: { minimaalDisciplines: 3, verplicht: [] } },
  deelnemers: [{ account: 'gw-004', discipline: 'gedragswetenschapper' }],
  vergaderingen: [{ op: '2026-03-24T13:00:00.000Z', aanwezig: ['gw-004'] }],
  cijfers: {
    ...{ zaken: 1, afwijkingen: 1, meegenomen: 0, gemotiveerd: 1, besproken: 1, vervallen: 0 },
    ...{ perNorm: telling('O1'), perRegio: telling('rijnmond'), perAanbieder: telling('aanbieder-demo') },
    ...{ perOorzaak: telling('bij_gebrek_aan_beter'), perConclusie: telling('te_voorkomen') },
    perOpschaling: telling('regio'),
  },
  trend: [{ kwartaal: '2025-K4', zaken: 7, afwijkingen: 9, gemotiveerd: 8, besproken: 5, perNorm: { O1: 4, B3: 5 } }],
  zaken: [
    {
      ...{ zaak: 1, trajectId: deriveId('t'), regio: 'rijnmond', aanbieder: 'aanbieder-demo', opLeeslijst: true },
      ...{ verschoond: ['jb-017'], afwijkingen: [afwijking] },
    },
  ],
  teBespreken: [
    {
      ...{ norm: 'B3', regio: 'haaglanden', aanbieder: null, oorzaken: ['wachtlijst'], zaken: [2, 5] },
      afwijkingen: ['b', 'c', 'd'].map((naam) => deriveId(naam)),
    },
  ],
  acties: [
    {
      ...{ actieId: deriveId('actie'), soort: 'werkafspraak_maken', eigenaar: 'gi-jb-west', uiterlijk: '2026-06-01' },
      ...{ afgerondOp: null, uitReview: 'zuidwest-2025-K4', afwijkingen: [], trajecten: [] },
    },
  ],
};
const html = kwartaalreviewPage(pakket);
const cellen = (pagina: string): string => pagina.replaceAll(/<\/?(td|th)[^>]*>/g, '|').replaceAll(/\|+/g, '|');

describe('the page of a review', () => {
  it('is in Dutch, with one title, and headings that go down one step at a time', () => {
    expect(html).toContain('<html lang="nl">');
    const koppen = [...html.matchAll(/<h(\d)/g)].map(([, niveau]) => Number(niveau));
    expect(koppen.filter((niveau) => niveau === 1)).toHaveLength(1);
    for (const [n, niveau] of koppen.entries()) expect(niveau).toBeLessThanOrEqual((koppen[n - 1] ?? 0) + 1);
  });

  it('says of each table what it is about, and of each head what it is the head of', () => {
    const tabellen = [...html.matchAll(/<table>[\s\S]*?<\/table>/g)].map(([tabel]) => tabel);
    expect(tabellen.length).toBeGreaterThan(10);
    for (const tabel of tabellen) {
      expect(tabel).toMatch(/^<table>\n<caption>[^<]+<\/caption>/);
      expect(tabel.match(/<th(?! scope="(col|row)")[ >]/g)).toBeNull();
      const kolommen = tabel.match(/<th scope="col">/g)!.length;
      for (const [, rij] of tabel.matchAll(/<tr>(<th scope="row">.*?)<\/tr>/g))
        expect(rij!.match(/<t[hd]/g)).toHaveLength(kolommen);
    }
  });

  it('shows the figures, the trend, each case with its outcome, and who does what', () => {
    expect(cellen(html)).toContain('|2025-K4|7|9|8|5|O1: 4, B3: 5|');
    // Half past midnight in Amsterdam.
    expect(cellen(html)).toContain('|O1|10 januari 2026|bij gebrek aan beter|Nieuw|te voorkomen; lessen: eerder');
    expect(cellen(html)).toContain('|B3|haaglanden|Geen|wachtlijst|2, 5|3|');
    expect(html).toContain('Oordelen niet mee: jb-017.');
    expect(cellen(html)).toContain('|werkafspraak maken|gi-jb-west|1 juni 2026|Nog niet|zuidwest-2025-K4|');
  });

  it('prints on A4 and brings nothing from elsewhere', () => {
    expect(html).toMatch(/@page \{ size: A4;/);
    expect(html).toContain('@media print');
    expect(html).not.toMatch(/<(script|link|img|iframe)/);
  });

  it.each<[string, Pakket['gesloten'], string]>([
    ['open', null, 'nog open: wat hier staat, kan veranderen'],
    ['sealed', { op: '2026-04-02T10:00:00.000Z', zegel: 'ab'.repeat(32), klopt: true }, 'past bij het zegel'],
    [
      'changed since',
      { op: '2026-04-02T10:00:00.000Z', zegel: 'ab'.repeat(32), klopt: false },
      'past niet bij het zegel',
    ],
  ])('given a review that is %s, then it says so', (_, gesloten, zin) => {
    expect(kwartaalreviewPage({ ...pakket, gesloten })).toContain(zin);
  });

  it('given nothing on the agenda, then it says so', () => {
    const leeg = kwartaalreviewPage({ ...pakket, zaken: [], teBespreken: [], acties: [], trend: [] });
    expect(leeg).toContain('Er zijn geen zaken.');
    expect(leeg).toContain('Acties: er is niets.');
  });

  it('given HTML where a code should be, then it is shown as text and does nothing', () => {
    const [zaak] = pakket.zaken;
    const fout = kwartaalreviewPage({ ...pakket, zaken: [{ ...zaak!, regio: '<img src=x>' }] });
    expect(fout).not.toContain('<img');
  });
});
