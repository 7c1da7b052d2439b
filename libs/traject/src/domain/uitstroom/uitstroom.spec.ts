import { describe, expect, it } from '@jest/globals';
import { fold, type Past } from '@regielijn/kern';
import { eventId, past } from '../../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../decide.js';
import type { TrajectEvent } from '../events.js';
import { strijdig } from '../herleid.js';
import {
  aangemeld,
  EERDER,
  nazorg,
  NU,
  om,
  scenario,
  TOEN,
  trajectId,
  uitgestroomd,
  verblijf,
} from '../traject.kit.js';
import {
  LegAndereWetVast,
  LegAntwoordVervolgplekVast,
  LegWoonsituatieVast,
  MeldKlaarVoorUitstroom,
  VraagVervolgplek,
} from './commands.js';
import { nieuwVraagId } from './decide.js';
import { uitstroomFeiten as feit } from './events.js';
import { andereWet, geantwoord, gevraagd, klaar, vraagId, woontThuis } from './uitstroom.kit.js';
import { wachtOpUitstroomDagen } from './wacht.js';

const stand = (...history: Parameters<typeof past>[0]) => fold(trajectDecider, past(history))!;

describe('ready for uitstroom', () => {
  const meld = (op = NU, reden: MeldKlaarVoorUitstroom['data']['reden'] = 'behandeling_klaar') =>
    new MeldKlaarVoorUitstroom({ trajectId, reden, toelichting: null }, om(op));

  it('given a verblijf, when the treatment is done, then that is recorded; the same again, then nothing happens', () => {
    scenario(...verblijf)
      .when(meld())
      .then(klaar);
    scenario(...verblijf, klaar)
      .when(meld())
      .thenNothingHappened();
  });

  it('given it waits already, when another reason comes up, then it waits since the first', () => {
    const anders = feit.klaarVoorUitstroom.of({ ...klaar.data, reden: 'andere_wet' });
    scenario(...verblijf, klaar)
      .when(meld(NU, 'andere_wet'))
      .then(anders);
    const [begin, later] = [past([...verblijf, klaar]), past([anders], NU)];
    expect(fold(trajectDecider, [...begin, ...later])!.uitstroom.klaar).toEqual({ sinds: TOEN, reden: 'andere_wet' });
  });

  it('given it was ready before what was told first, then it waits since that earlier moment; told again, then nothing happens', () => {
    const eerst = past(verblijf);
    const [laat, vroeg] = [past([klaar], '2026-03-10T09:00:00.000Z'), past([klaar], NU)];
    const beslis = (...history: Past<TrajectEvent>[]) =>
      trajectDecider.decide(meld(), fold(trajectDecider, history), {});
    expect(beslis(...eerst, ...laat)).toEqual([klaar]);
    expect(fold(trajectDecider, [...eerst, ...laat, ...vroeg])!.uitstroom.klaar).toMatchObject({ sinds: NU });
    expect(beslis(...eerst, ...laat, ...vroeg)).toEqual([]);
  });

  it('given no opname, a moment before it, or one after the end, then it is refused', () => {
    scenario(aangemeld).when(meld()).thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...verblijf)
      .when(meld(EERDER))
      .thenRefused('DATUM_VOLGORDE');
    scenario(...nazorg)
      .when(meld())
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...nazorg)
      .when(meld(TOEN))
      .then(klaar);
  });
});

describe('days of waiting for a vervolgplek', () => {
  const op = (dag: string, event: TrajectEvent): Past<TrajectEvent> => past([event], dag)[0]!;
  const sinds = [...past(verblijf), op('2026-03-02T22:30:00.000Z', klaar)];

  it.each([
    ['that day in Amsterdam', '2026-03-02', 0],
    ['the day after', '2026-03-03', 1],
    ['over the change to summer time', '2026-04-01', 30],
    ['the day before', '2026-03-01', null],
  ])('given ready since the evening of 2 March, when asked %s, then it is counted in days', (_, dag, dagen) => {
    expect(wachtOpUitstroomDagen(fold(trajectDecider, sinds)!, dag)).toBe(dagen);
  });

  it('given the uitstroom came, then the waiting ended there', () => {
    const weg = [...sinds, op('2026-03-12T10:00:00.000Z', uitgestroomd)];
    expect(wachtOpUitstroomDagen(fold(trajectDecider, weg)!, '2026-06-01')).toBe(10);
  });

  it('given nobody said it was ready, then there is no waiting', () => {
    expect(wachtOpUitstroomDagen(stand(...verblijf), '2026-03-02')).toBeNull();
  });
});

describe('a question for a vervolgplek', () => {
  const vraag = (op = NU) =>
    new VraagVervolgplek({ trajectId, aanbieder: 'gezinshuis-demo', bestemming: 'gezinshuis' }, om(op));
  const antwoord = (soort: LegAntwoordVervolgplekVast['data']['antwoord'], verwachtOp: string | null = null, op = NU) =>
    new LegAntwoordVervolgplekVast({ trajectId, vraagId, antwoord: soort, reden: null, verwachtOp }, om(op));

  it('given a traject, when asked, then it is recorded and open', () => {
    const eigenId = { ...gevraagd, data: { ...gevraagd.data, vraagId: nieuwVraagId(om().commandId) } };
    scenario(...verblijf)
      .when(vraag())
      .then(eigenId);
    scenario(...verblijf)
      .when(vraag(EERDER))
      .thenRefused('DATUM_VOLGORDE');
    expect(stand(...verblijf, gevraagd).uitstroom.vervolgplekken).toMatchObject([{ vraagId, antwoord: null }]);
  });

  it('given a question, when several answers come, then each is recorded and the last counts', () => {
    scenario(...verblijf, gevraagd)
      .when(antwoord('afgewezen'))
      .then(geantwoord('afgewezen'));
    const wachtlijst = geantwoord('wachtlijst', '2026-05-01');
    scenario(...verblijf, gevraagd, wachtlijst)
      .when(antwoord('plek', '2026-04-01'))
      .then(geantwoord('plek', '2026-04-01'));
    expect(stand(...verblijf, gevraagd, wachtlijst, geantwoord('plek')).uitstroom.vervolgplekken).toMatchObject([
      { antwoord: 'plek', verwachtOp: null, geantwoordOp: TOEN },
    ]);
  });

  it('given the same answer for the same day, then nothing happens; for another day, then it is recorded', () => {
    const wachtlijst = geantwoord('wachtlijst', '2026-05-01');
    scenario(...verblijf, gevraagd, wachtlijst)
      .when(antwoord('wachtlijst', '2026-05-01'))
      .thenNothingHappened();
    scenario(...verblijf, gevraagd, wachtlijst)
      .when(antwoord('wachtlijst', '2026-06-01'))
      .then(geantwoord('wachtlijst', '2026-06-01'));
  });

  it('given a correction that puts an answer before the one it followed, then the dates no longer stand in order', () => {
    const tweeAntwoorden = (tweedeOp: string) =>
      [
        ...past([...verblijf, gevraagd]),
        ...past([geantwoord('wachtlijst')], '2026-03-10T09:00:00.000Z'),
        ...past([geantwoord('plek')], tweedeOp),
      ].map((event, index) => ({ ...event, id: eventId(index) }));
    expect(strijdig(tweeAntwoorden('2026-03-10T09:00:00.000Z'))).toEqual([]);
    expect(strijdig(tweeAntwoorden('2026-03-09T09:00:00.000Z'))).toMatchObject([
      { feit: eventId(5), regel: 'volgorde' },
    ]);
  });

  it('given an unknown question, or an answer before it, then it is refused', () => {
    scenario(...verblijf)
      .when(antwoord('plek'))
      .thenRefused('NIET_GEVONDEN');
    scenario(...verblijf, gevraagd)
      .when(antwoord('plek', null, EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });
});

describe('another law', () => {
  const leg = (uitkomst: LegAndereWetVast['data']['uitkomst'], op = NU) =>
    new LegAndereWetVast({ trajectId, wet: 'Wlz', uitkomst }, om(op));

  it('given a law was asked, when the decision comes, then it is recorded; the same again, then nothing happens', () => {
    scenario(...verblijf)
      .when(leg('aangevraagd'))
      .then(andereWet);
    scenario(...verblijf, andereWet)
      .when(leg('aangevraagd'))
      .thenNothingHappened();
    scenario(...verblijf, andereWet)
      .when(leg('toegekend'))
      .then(feit.andereWetAangevraagd.of({ ...andereWet.data, uitkomst: 'toegekend' }));
    scenario(...verblijf)
      .when(leg('aangevraagd', EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });
});

describe('where the jeugdige lives one year after the opname', () => {
  const leg = (op: string) => new LegWoonsituatieVast({ trajectId, woont: 'thuis_of_netwerk' }, om(op));

  it('given an opname on 1 March 2026, then it can be told from the same day a year later on, also after the end', () => {
    scenario(...verblijf)
      .when(leg('2027-02-28T22:59:59.999Z'))
      .thenRefused('DATUM_VOLGORDE');
    scenario(...verblijf)
      .when(leg('2027-02-28T23:00:00.000Z'))
      .then(woontThuis);
    scenario(...nazorg)
      .when(leg('2027-03-05T09:00:00.000Z'))
      .then(woontThuis);
  });

  it('given it was told, when told again, then nothing happens; without opname it is refused', () => {
    scenario(...verblijf, woontThuis)
      .when(leg('2027-03-05T09:00:00.000Z'))
      .thenNothingHappened();
    scenario(aangemeld).when(leg('2027-03-05T09:00:00.000Z')).thenRefused('PAST_NIET_BIJ_TRAJECT');
  });
});
