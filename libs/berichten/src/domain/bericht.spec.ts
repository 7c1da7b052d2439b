import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold } from '@regielijn/kern';
import { given, past } from '../../../kern/src/scenario.kit.js';
import {
  adresseer,
  afgehandeld,
  geadresseerd,
  gelukt,
  handelAf,
  herinner,
  herinnerd,
  inOverzicht,
  legVast,
  mislukt,
  nietVerzonden,
  opgegeven,
  opgesteld,
  stelOp,
  verzonden,
} from './bericht.kit.js';
import { berichtDecider, berichtIdVan } from './decide.js';
import { PAUZES_IN_MINUTEN } from './herkansing.js';
import { statusVan, wachtenden } from './state.js';

const geven = (...history: DomainEvent[]) => given(berichtDecider, history);
const stand = (...history: DomainEvent[]) => fold(berichtDecider, past(history))!;

describe('making a message', () => {
  it('given nothing yet, then it is made, under an id that follows from event and organisation', () => {
    geven().when(stelOp()).then(opgesteld);
    expect(opgesteld.data.berichtId).toBe(berichtIdVan(opgesteld.data.aanleiding, 'gi-jb-west'));
    expect(berichtIdVan(opgesteld.data.aanleiding, 'gemeente-0599')).not.toBe(opgesteld.data.berichtId);
  });

  it('given the message, when the same event comes by once more, then nothing is made', () =>
    geven(opgesteld).when(stelOp()).thenNothingHappened());

  it.each([
    ['addressed', adresseer('jb-017')],
    ['sent', legVast('jb-017', gelukt)],
    ['repeated', herinner()],
    ['closed', handelAf()],
  ])('given no message, then none can be %s', (_, command) => geven().when(command).thenRefused('NIET_GEVONDEN'));
});

describe('who gets a message', () => {
  it('given nobody yet, then those who are named', () =>
    geven(opgesteld)
      .when(adresseer('jb-018', 'jb-017', 'jb-017'))
      .then(geadresseerd('jb-017', 'jb-018')));

  it('given the same names once more, then nothing happens', () =>
    geven(opgesteld, geadresseerd('jb-017', 'jb-018')).when(adresseer('jb-018', 'jb-017')).thenNothingHappened());

  it('given somebody who has it and somebody who is away, then only who is named and waits gets it', () => {
    geven(opgesteld, geadresseerd('jb-017', 'jb-018'), verzonden('jb-017'))
      .when(adresseer('jb-017', 'jb-019'))
      .then(geadresseerd('jb-019'));
    const bericht = stand(opgesteld, geadresseerd('jb-017', 'jb-018'), verzonden('jb-017'), geadresseerd('jb-019'));
    expect(Object.keys(bericht.leveringen).sort()).toEqual(['jb-017', 'jb-019']);
    expect(wachtenden(bericht)).toEqual(['jb-019']);
  });

  it('given that it is no longer needed, then nobody', () =>
    geven(opgesteld, afgehandeld).when(adresseer('jb-017')).thenNothingHappened());
});

describe('the outcome of a delivery', () => {
  const wachtOpEen = [opgesteld, geadresseerd('jb-017')];

  it('given that the server took it in, then it is sent, and told again adds nothing', () => {
    geven(...wachtOpEen)
      .when(legVast('jb-017', gelukt))
      .then(verzonden('jb-017'));
    geven(...wachtOpEen, verzonden('jb-017'))
      .when(legVast('jb-017', gelukt))
      .thenNothingHappened();
  });

  it('given a digest, then that is told apart', () => {
    geven(...wachtOpEen)
      .when(legVast('jb-017', { ...gelukt, soort: 'in_overzicht' }))
      .then(inOverzicht('jb-017'));
    expect(stand(...wachtOpEen, inOverzicht('jb-017')).leveringen['jb-017']).toMatchObject({
      ...{ stand: 'verzonden', inOverzicht: true },
    });
  });

  it('given somebody who was not addressed, then nothing', () =>
    geven(...wachtOpEen)
      .when(legVast('jb-018', gelukt))
      .thenNothingHappened());

  it.each([
    [1, '2026-03-02T09:01:00.000Z'],
    [2, '2026-03-02T09:05:00.000Z'],
    [3, '2026-03-02T09:15:00.000Z'],
    [4, '2026-03-02T10:00:00.000Z'],
    [5, '2026-03-02T10:00:00.000Z'],
    [52, '2026-03-02T10:00:00.000Z'],
  ])('given that it failed for time %i at 09:00, then the next try is at %s', (poging, volgendeOp) => {
    const eerder = poging === 1 ? [] : [nietVerzonden('jb-017', poging - 1, '2026-03-02T09:00:00.000Z')];
    geven(...wachtOpEen, ...eerder)
      .when(legVast('jb-017', mislukt))
      .then(nietVerzonden('jb-017', poging, volgendeOp));
  });

  it('given that it failed for two days, then it is given up', () => {
    expect(PAUZES_IN_MINUTEN.reduce((som, minuten) => som + minuten, 0)).toBe(1 + 5 + 15 + 60 + 48 * 60);
    geven(...wachtOpEen, nietVerzonden('jb-017', 52, '2026-03-02T09:00:00.000Z'))
      .when(legVast('jb-017', mislukt))
      .then({ type: 'bericht.opgegeven@1', data: { ...opgegeven('jb-017').data, code: mislukt.code, poging: 53 } });
  });

  it('given an address that is refused for good, then it is given up at once', () =>
    geven(...wachtOpEen)
      .when(legVast('jb-017', { soort: 'mislukt', code: 'ADRES_GEWEIGERD', definitief: true }))
      .then(opgegeven('jb-017')));
});

describe('a reminder', () => {
  const uit = [opgesteld, geadresseerd('jb-017', 'jb-018'), verzonden('jb-017'), opgegeven('jb-018')];

  it('given a message without an answer, then whoever had it gets it once more', () => {
    geven(...uit)
      .when(herinner())
      .then(herinnerd);
    expect(wachtenden(stand(...uit, herinnerd))).toEqual(['jb-017']);
  });

  it('given that it was repeated before, or is no longer needed, then it is not', () => {
    geven(...uit, herinnerd)
      .when(herinner())
      .thenNothingHappened();
    geven(...uit, afgehandeld)
      .when(herinner())
      .thenNothingHappened();
  });

  it('given a first mail that still waits for its next try, then it goes on with that', () => {
    const poging = nietVerzonden('jb-017', 3, '2026-03-02T09:15:00.000Z');
    expect(stand(opgesteld, geadresseerd('jb-017'), poging, herinnerd).leveringen['jb-017']).toMatchObject({
      ...{ pogingen: 3, volgendeOp: '2026-03-02T09:15:00.000Z' },
    });
  });
});

describe('what is no longer needed', () => {
  it('given a message that waits, then it waits no more, and that is told once', () => {
    geven(opgesteld, geadresseerd('jb-017')).when(handelAf()).then(afgehandeld);
    expect(wachtenden(stand(opgesteld, geadresseerd('jb-017'), afgehandeld))).toEqual([]);
    geven(opgesteld, afgehandeld).when(handelAf()).thenNothingHappened();
  });

  it('given that, when the mail was on its way meanwhile, then it is told that it went, once; that it failed is not', () => {
    const dicht = [opgesteld, geadresseerd('jb-017'), afgehandeld];
    geven(...dicht)
      .when(legVast('jb-017', gelukt))
      .then(verzonden('jb-017'));
    geven(...dicht, verzonden('jb-017'))
      .when(legVast('jb-017', gelukt))
      .thenNothingHappened();
    geven(...dicht)
      .when(legVast('jb-017', mislukt))
      .thenNothingHappened();
  });
});

describe('how far a message is', () => {
  const [een, beide] = [geadresseerd('jb-017'), geadresseerd('jb-017', 'jb-018')];
  it.each<[status: string, history: DomainEvent[]]>([
    ['nieuw', []],
    ['wacht', [een]],
    ['wacht', [beide, verzonden('jb-017')]],
    ['verzonden', [een, verzonden('jb-017')]],
    ['opgegeven', [beide, verzonden('jb-017'), opgegeven('jb-018')]],
    ['wacht', [een, verzonden('jb-017'), herinnerd]],
    ['vervallen', [afgehandeld]],
    ['vervallen', [beide, verzonden('jb-017'), afgehandeld]],
    ['verzonden', [een, verzonden('jb-017'), afgehandeld]],
  ])('%s', (status, history) => expect(statusVan(stand(opgesteld, ...history))).toBe(status));
});
