import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '@regielijn/kern';
import { leesRegels, regelbestand, regels, regioIds } from './rules.kit.js';

const weigering = (change: (bestand: any) => void): { sleutel: unknown; reden: unknown; message: string } => {
  const bestand = regelbestand();
  change(bestand);
  try {
    leesRegels(bestand);
  } catch (error) {
    if (!isCodedError(error, 'CONFIG_ONGELDIG')) throw error;
    return { sleutel: error.data['sleutel'], reden: error.data['reden'], message: error.message };
  }
  throw new Error('accepted');
};

const regel = (bestand: any, id: string) => bestand.regels.find((rij: any) => rij.id === id);

describe('the file with regieregels', () => {
  it('given that of the project, then it is read, with its regions and the one for whoever belongs to none', () => {
    expect(regels.regios).toEqual([...regioIds, 'overig']);
    expect(regels.standaardRegelset.regelset).toBe('tabel_4_2');
  });

  it.each<[string, (bestand: any) => void, string, RegExp]>([
    [
      'two regels on the same days',
      (b) => (regel(b, 'aanloopperiode').geldigVan = '2020-10-11'),
      'regels.5.geldigVan',
      /aanloopperiode sluit niet aan .*\(aanloopperiode, haaglanden, vrijwillig, buiten een pilot\)/,
    ],
    [
      'a day without a regel',
      (b) => (regel(b, 'aanloopperiode').geldigVan = '2020-10-13'),
      'regels.5.geldigVan',
      /aanloopperiode sluit niet aan/,
    ],
    [
      'a regel that always holds beside another',
      (b) => b.regels.push({ ...regel(b, 'pilot'), id: 'pilot_nog_eens' }),
      'regels.6.geldigVan',
      /pilot_nog_eens sluit niet aan .*in een pilot/,
    ],
    [
      'a regel that starts beside one without an end',
      (b) => b.regels.push({ ...regel(b, 'pilot'), id: 'pilot_nieuw', geldigVan: '2027-01-01' }),
      'regels.6.geldigVan',
      /pilot_nieuw/,
    ],
    [
      'no regel for the first days',
      (b) => (regel(b, 'gedwongen_kader').geldigVan = '2015-01-01'),
      'regels.0.geldigVan',
      /gedwongen_kader/,
    ],
    [
      'no regel for the last days',
      (b) => (regel(b, 'aanloopperiode').geldigTot = '2027-01-01'),
      'regels',
      /er is niet altijd een regel \(aanloopperiode, haaglanden, vrijwillig, buiten een pilot\)/,
    ],
    [
      'a region without a regel',
      (b) => regel(b, 'vrijwillig_andere_regios').regios.pop(),
      'regels',
      /er is niet altijd een regel \(tabel_4_2, overig, vrijwillig, buiten een pilot\)/,
    ],
    [
      'an end before the begin',
      (b) => Object.assign(regel(b, 'pilot'), { geldigVan: '2021-01-01', geldigTot: '2021-01-01' }),
      'regels.1.geldigTot',
      /het einde moet na het begin liggen/,
    ],
    [
      'a region of elsewhere',
      (b) => regel(b, 'vrijwillig_rijnmond').regios.push('zeeland'),
      'regels.2.regios',
      /regio "zeeland" hoort niet bij dit landsdeel/,
    ],
    ['a regel without regions', (b) => (regel(b, 'vrijwillig_rijnmond').regios = []), 'regels.2.regios', /./],
    ['a regel without a source', (b) => delete regel(b, 'pilot').bron, 'regels.1.bron', /./],
    [
      'a source that is not listed',
      (b) => (regel(b, 'pilot').bron = 'elders'),
      'regels.1.bron',
      /bron "elders" staat niet bij de bronnen/,
    ],
    [
      'a term with a source that is not listed',
      (b) => (b.termijnen.aanbodVervalt.bron = 'toString'),
      'termijnen.aanbodVervalt.bron',
      /toString/,
    ],
    ['a uitgangspunt that is missing', (b) => delete b.uitgangspunten.na_uitstroom, 'uitgangspunten.na_uitstroom', /./],
    [
      'a uitgangspunt that nobody uses',
      (b) => (b.uitgangspunten.extra = b.uitgangspunten.na_uitstroom),
      'uitgangspunten',
      /extra/,
    ],
    [
      'the same id twice',
      (b) => (b.regels[1].id = b.regels[0].id),
      'regels.1.id',
      /gedwongen_kader staat er twee keer in/,
    ],
    ['an id with a space', (b) => (b.regels[1].id = 'in pilot'), 'regels.1.id', /kleine letters/],
    ['the same pilot twice', (b) => b.pilots.push(b.pilots[0]), 'pilots.3.id', /ambulant staat er twee keer in/],
    ['a pilot that nobody knows', (b) => (b.pilots[0].id = 'thuis'), 'pilots.0.id', /./],
    ['the same variant twice', (b) => b.varianten.push(b.varianten[0]), 'varianten.8.id', /ambulant/],
    ['a variant that nobody knows', (b) => (b.varianten[0].id = 'thuis'), 'varianten.0.id', /./],
    [
      'a part of the minimum set twice',
      (b) => b.minimumset.onderdelen.push(b.minimumset.onderdelen[0]),
      'minimumset.onderdelen.11.id',
      /casus/,
    ],
    [
      'a field that an offer does not have',
      (b) => (b.minimumset.onderdelen[0].velden = ['bsn']),
      'minimumset.onderdelen.0.velden.0',
      /./,
    ],
    ['a part without fields', (b) => (b.minimumset.onderdelen[0].velden = []), 'minimumset.onderdelen.0.velden', /./],
    [
      'a term that nobody executes',
      (b) => (b.termijnen.uitstroomVoorbereiding = b.termijnen.aanbodVervalt),
      'termijnen',
      /uitstroomVoorbereiding/,
    ],
    ['a term of no days', (b) => (b.termijnen.aanbodVervalt.aantal = 0), 'termijnen.aanbodVervalt.aantal', /./],
    ['a term in years', (b) => (b.termijnen.aanbodVervalt.eenheid = 'jaren'), 'termijnen.aanbodVervalt.eenheid', /./],
    [
      'a regelset that nobody knows',
      (b) => (b.standaardRegelset.regelset = 'later'),
      'standaardRegelset.regelset',
      /./,
    ],
    ['a word too many', (b) => (b.opmerking = ''), '(het hele bestand)', /opmerking/],
  ])('given %s, then file, key and reason are named', (_, change, sleutel, reden) => {
    const gevonden = weigering(change);
    expect(gevonden.sleutel).toBe(sleutel);
    expect(gevonden.reden).toMatch(reden);
    expect(gevonden.message).toContain('config/regie.json');
  });

  it('given the rows in another order, then the file says the same and is read', () => {
    const bestand = regelbestand();
    bestand.regels.reverse();
    expect(leesRegels(bestand).regels).toEqual([...regels.regels].reverse());
  });

  it('given a source field inside the sources, then it is no reference', () => {
    const bestand = regelbestand();
    bestand.bronnen.bron = { titel: 'Een bron die zo heet' };
    expect(leesRegels(bestand).bronnen['bron']!.titel).toBe('Een bron die zo heet');
  });
});
