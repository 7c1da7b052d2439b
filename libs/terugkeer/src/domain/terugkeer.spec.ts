import { describe, expect, it } from '@jest/globals';
import { fold, type Past, persoonsgegevensVan } from '@regielijn/kern';
import { given, past } from '../../../kern/src/scenario.kit.js';
import type { TerugkeerCommand } from './commands.js';
import { terugkeerDecider } from './decide.js';
import type { TerugkeerFacts } from './einde.js';
import { terugkeerFeiten as feit, type TerugkeerEvent } from './events.js';
import {
  doeMee,
  doetMee,
  ELDERS,
  facts,
  geopend,
  gesloten,
  gewisseld,
  ingetrokken,
  legVast,
  legVerwachtVast,
  op,
  vastgelegd,
  verschoven,
  verwacht,
  voorbij,
  werkBij,
  zonderEinde,
} from './terugkeer.kit.js';
import { nietGeregeld, zonderPartner } from './state.js';

/** A preparation with this history, all of it a day before the first step. */
const na = (...history: readonly TerugkeerEvent[]) => {
  const gegeven = given(terugkeerDecider, history);
  return { als: (command: TerugkeerCommand, bekend: TerugkeerFacts = facts()) => gegeven.when(command, bekend) };
};

describe('the end of the help comes in sight', () => {
  it('given a machtiging that ends in three months, then the return is prepared, for each levensgebied', () =>
    na()
      .als(werkBij(op(0)))
      .then(geopend));

  it('given a day earlier, then not yet', () =>
    na()
      .als(werkBij(op(-1)))
      .thenRefused('EINDE_NIET_IN_ZICHT'));

  it('given that it is prepared already, then nothing more begins', () =>
    na(geopend).als(werkBij()).thenNothingHappened());

  it.each([
    ['help that has not begun', facts({ hulp: 'nog_niet' })],
    ['no machtiging', zonderEinde],
    ['help that is over', voorbij()],
  ])('given %s, then there is nothing to prepare', (_, bekend) =>
    na().als(werkBij(), bekend).thenRefused('EINDE_NIET_IN_ZICHT'),
  );
});

describe('an end that moves', () => {
  it('given a verlenging, then the preparation goes on until the new end, however far that is', () =>
    na(geopend)
      .als(werkBij(), facts({ machtigingTot: '2026-12-02', inZichtVanaf: '2026-09-02' }))
      .then(verschoven('2026-12-02')));

  it('given that no end is known any more, then it is withdrawn, once', () => {
    na(geopend).als(werkBij(), zonderEinde).then(ingetrokken);
    na(geopend, ingetrokken).als(werkBij(), zonderEinde).thenNothingHappened();
  });

  it('given that help turned out not to have begun, then it is withdrawn', () =>
    na(geopend)
      .als(werkBij(), facts({ hulp: 'nog_niet' }))
      .then(ingetrokken));

  it('given an end that comes back in sight, then it begins again, with what was arranged before', () => {
    na(geopend, ingetrokken).als(werkBij()).then(geopend);
    const state = fold(
      terugkeerDecider,
      past([geopend, vastgelegd('wonen', 'geregeld', 'corp-1'), ingetrokken, geopend]),
    )!;
    expect(nietGeregeld(state)).toEqual(['support', 'school_werk']);
  });

  it('given an end that is known and not in sight, then it stays withdrawn', () =>
    na(geopend, ingetrokken)
      .als(werkBij(), facts({ machtigingTot: '2026-12-02', inZichtVanaf: '2026-09-02' }))
      .thenNothingHappened());
});

describe('an end that somebody expects', () => {
  it('given no machtiging, then the preparation begins at once', () =>
    na()
      .als(legVerwachtVast('2026-09-01'), zonderEinde)
      .then(feit.geopend.of({ ...geopend.data, eindeOp: '2026-09-01', grond: 'verwacht' }), verwacht('2026-09-01')));

  it('given a machtiging that ends sooner, then that end counts', () =>
    na(geopend).als(legVerwachtVast('2026-09-01')).then(verwacht('2026-09-01')));

  it('given a day before the end of the machtiging, then that day counts', () =>
    na(geopend).als(legVerwachtVast('2026-05-01')).then(verschoven('2026-05-01', 'verwacht'), verwacht('2026-05-01')));

  it('given that it is not known any more, then the end of the machtiging counts again, or there is none', () => {
    const history = [geopend, verschoven('2026-05-01', 'verwacht'), verwacht('2026-05-01')];
    na(...history)
      .als(legVerwachtVast(null))
      .then(verschoven('2026-06-02'), verwacht(null));
    na(...history)
      .als(legVerwachtVast(null), zonderEinde)
      .then(ingetrokken, verwacht(null));
  });

  it('given the same day once more, then nothing happens', () =>
    na(geopend, verschoven('2026-05-01', 'verwacht'), verwacht('2026-05-01'))
      .als(legVerwachtVast('2026-05-01'))
      .thenNothingHappened());

  it('given that no help runs, or nothing was ever expected, then it is refused', () => {
    na()
      .als(legVerwachtVast('2026-05-01'), facts({ hulp: 'nog_niet' }))
      .thenRefused('HULP_LOOPT_NIET');
    na(geopend).als(legVerwachtVast('2026-05-01'), voorbij()).thenRefused('HULP_LOOPT_NIET');
    na().als(legVerwachtVast(null)).thenRefused('NIET_GEVONDEN');
  });
});

describe('the lokale team', () => {
  it('given the gemeente to which the jeugdige returns, then it takes part with a worker; the same again says nothing', () => {
    na(geopend).als(doeMee()).then(doetMee());
    na(geopend, doetMee()).als(doeMee()).thenNothingHappened();
  });

  it('given another worker of the same team, then that is recorded', () =>
    na(geopend, doetMee()).als(doeMee(undefined, 'lt-13')).then(doetMee(undefined, 'lt-13')));

  it('given another gemeente, then it hears to whom the jeugdige returns', () =>
    na(geopend).als(doeMee(ELDERS)).thenRefused('TERUGKEER_NAAR_ANDERE_GEMEENTE'));

  it('given a jeugdige who moved, then the new gemeente must answer', () => {
    na(geopend, doetMee())
      .als(werkBij(), facts({ gemeente: ELDERS }))
      .then(gewisseld);
    na(geopend, doetMee(), gewisseld).als(doeMee(ELDERS)).then(doetMee(ELDERS));
    na(geopend, doetMee(), gewisseld).als(doeMee()).thenRefused('TERUGKEER_NAAR_ANDERE_GEMEENTE');
    expect(fold(terugkeerDecider, past([geopend, doetMee(), gewisseld]))!.deelname).toBeNull();
  });

  it('given a moment before the preparation began, then it is refused', () =>
    na(geopend)
      .als(doeMee(undefined, undefined, op(-20)))
      .thenRefused('DATUM_VOLGORDE'));

  it.each([
    ['nothing is prepared any more', [geopend, ingetrokken]],
    ['the help is over', [geopend, gesloten()]],
  ])('given that %s, then it is refused', (_, history) =>
    na(...history)
      .als(doeMee())
      .thenRefused('TERUGKEER_NIET_OPEN'),
  );

  it('given that nothing was ever prepared, then it is not found', () =>
    na().als(doeMee()).thenRefused('NIET_GEVONDEN'));
});

describe('who takes up a levensgebied', () => {
  it('given a partner who was asked, then nobody need be found; given one who does it, then it is arranged', () => {
    na(geopend)
      .als(legVast('wonen', 'gevraagd', 'corp-1'))
      .then(vastgelegd('wonen', 'gevraagd', 'corp-1'));
    const state = fold(
      terugkeerDecider,
      past([
        ...[geopend, vastgelegd('wonen', 'gevraagd', 'corp-1'), vastgelegd('support', 'geregeld', 'jim-west')],
        vastgelegd('vrije_tijd', 'gezocht'),
      ]),
    )!;
    expect(zonderPartner(state)).toEqual(['school_werk', 'vrije_tijd']);
    expect(nietGeregeld(state)).toEqual(['wonen', 'school_werk', 'vrije_tijd']);
  });

  it('given the same once more, then nothing happens, unless somebody says more about it', () => {
    const history = [geopend, vastgelegd('wonen', 'gevraagd', 'corp-1')];
    na(...history)
      .als(legVast('wonen', 'gevraagd', 'corp-1'))
      .thenNothingHappened();
    na(...history)
      .als(legVast('wonen', 'gevraagd', 'corp-1', 'Zij bellen terug.'))
      .then(vastgelegd('wonen', 'gevraagd', 'corp-1', 'Zij bellen terug.'));
  });

  it.each([
    ['gevraagd', null],
    ['geregeld', null],
    ['gezocht', 'corp-1'],
    ['niet_nodig', 'corp-1'],
  ] as const)('given %s with partner %s, then that cannot be', (stand, partner) =>
    na(geopend)
      .als(legVast('wonen', stand, partner))
      .thenRefused('PARTNER_PAST_NIET'),
  );

  it('given a word on an earlier moment, then it is kept and the later one stands', () => {
    const feiten: Past<TerugkeerEvent>[] = past([
      geopend,
      vastgelegd('wonen', 'geregeld', 'corp-1'),
      vastgelegd('wonen', 'gezocht'),
    ]);
    const state = fold(terugkeerDecider, [
      feiten[0]!,
      feiten[1]!,
      { ...feiten[2]!, geldigOp: '2026-02-27T09:00:00.000Z' },
    ])!;
    expect(state.levensgebieden.find(({ levensgebied }) => levensgebied === 'wonen')).toMatchObject({
      stand: 'geregeld',
    });
  });

  it('given a partner who fell away, then a word on an earlier moment does not bring it back', () => {
    const [begin, weg, eerder] = past([
      geopend,
      vastgelegd('wonen', 'gezocht'),
      vastgelegd('wonen', 'geregeld', 'corp-1'),
    ]);
    const feiten = [begin!, weg!, { ...eerder!, geldigOp: '2026-01-05T09:00:00.000Z' }];
    expect(zonderPartner(fold(terugkeerDecider, feiten)!)).toContain('wonen');
  });

  it('given a partner who was found before the end came in sight, then that counts', () => {
    const [begin, gevonden] = past([geopend, vastgelegd('wonen', 'geregeld', 'corp-1')]);
    const state = fold(terugkeerDecider, [begin!, { ...gevonden!, geldigOp: '2026-01-05T09:00:00.000Z' }])!;
    expect(nietGeregeld(state)).toEqual(['support', 'school_werk']);
  });

  it('then what is said about it is personal, and nothing else in a return is', () =>
    expect(
      Object.values(feit).flatMap(({ type, schema }) => [...persoonsgegevensVan(schema)].map(([veld]) => [type, veld])),
    ).toEqual([['terugkeer.levensgebied-vastgelegd@1', 'toelichting']]));
});

describe('the end of the help', () => {
  it('given that nothing was arranged, then it closes with all of it, and that the lokale team was not there', () =>
    na(geopend).als(werkBij(), voorbij()).then(gesloten()));

  it('given that everything is arranged with the lokale team, then it closes without a flag', () =>
    na(
      ...[geopend, doetMee(), vastgelegd('wonen', 'geregeld', 'corp-1'), vastgelegd('support', 'geregeld', 'jim-west')],
      vastgelegd('school_werk', 'niet_nodig'),
    )
      .als(werkBij(), voorbij())
      .then(gesloten([], [])));

  it('given that it closed, then not again, unless the help ended on another day', () => {
    na(geopend, gesloten()).als(werkBij(), voorbij()).thenNothingHappened();
    const anders = { ...gesloten().data, eindeOp: '2026-05-21' };
    na(geopend, gesloten()).als(werkBij(), voorbij('2026-05-21')).then(feit.gesloten.of(anders));
  });

  it('given an end that was withdrawn, then it is prepared again', () =>
    na(geopend, gesloten()).als(werkBij()).then(geopend));

  it('given that nothing was prepared, then nothing closes', () => {
    na(geopend, ingetrokken).als(werkBij(), voorbij()).thenNothingHappened();
  });

  it('given what was arranged before it and is told after it, then that counts; what came later belongs to nazorg', () => {
    const vooraf = legVast('wonen', 'geregeld', 'corp-1', null, op(79));
    na(geopend, gesloten())
      .als(vooraf)
      .then(vastgelegd('wonen', 'geregeld', 'corp-1'));
    const state = fold(terugkeerDecider, past([geopend, gesloten(), vastgelegd('wonen', 'geregeld', 'corp-1')]))!;
    expect(nietGeregeld(state)).toEqual(['support', 'school_werk']);
    na(geopend, gesloten())
      .als(legVast('wonen', 'geregeld', 'corp-1', null, op(80)))
      .thenRefused('TERUGKEER_IS_GESLOTEN');
  });
});
