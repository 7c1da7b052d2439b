import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { jeugdigeFeiten as feit } from '../events.js';
import {
  AanvaardRegieoverdracht,
  BiedRegieoverdrachtAan,
  HervatRegieoverdracht,
  KomVoorwaardeNa,
  LaatRegieoverdrachtVerlopen,
  WeigerRegieoverdracht,
  ZetRegieoverdrachtStil,
} from './commands.js';
import { overdrachtIdVan } from './overdracht.js';
import {
  aangeboden,
  aanvaard,
  context,
  type Dag,
  dossier,
  gemeente,
  gi,
  jeugdigeId,
  op,
  overdrachtId,
  regel,
  weigering,
} from './regie.kit.js';

const minimumset = { plan: 'Rust en een vaste begeleider.', netwerk: [] };
const bied = (aan = gi, dag = '2026-03-01', geldigTot: string | null = op('2026-05-01')) =>
  new BiedRegieoverdrachtAan({ jeugdigeId, aan, geldigTot, toelichting: null, minimumset }, context(dag));
const aanvaardMet = (...voorwaarden: string[]) =>
  new AanvaardRegieoverdracht(
    { jeugdigeId, overdrachtId, organisatie: gi.organisatie, medewerker: 'jb-1', voorwaarden },
    context('2026-03-03'),
  );
const weiger = (dag = '2026-03-03') =>
  new WeigerRegieoverdracht({ jeugdigeId, overdrachtId, organisatie: gi.organisatie, reden: 'vol' }, context(dag));
const verloop = (dag: string, id = overdrachtId) =>
  new LaatRegieoverdrachtVerlopen({ jeugdigeId, overdrachtId: id }, context(dag));
const nagekomen = (nummer: number, id = overdrachtId) =>
  new KomVoorwaardeNa({ jeugdigeId, overdrachtId: id, nummer }, context('2026-03-10'));

describe('an offer whose term stands still', () => {
  const stil = feit.overdrachtStilgezet.of({ jeugdigeId, overdrachtId });
  const hervat = feit.overdrachtHervat.of({ jeugdigeId, overdrachtId, dagen: 3 });
  const zetStil = (dag = '2026-03-02') => new ZetRegieoverdrachtStil({ jeugdigeId, overdrachtId }, context(dag));
  const laatLopen = (dag = '2026-03-05') =>
    new HervatRegieoverdracht({ jeugdigeId, overdrachtId, dagen: 3 }, context(dag));
  const aanbod: Dag = ['2026-03-01', aangeboden(gi, gemeente, op('2026-03-02'))];
  const metPauze = dossier(aanbod, ['2026-03-02', stil]);

  it('given a pause, then it can be answered after its last moment, and no other offer can be made', () => {
    expect(dossier(aanbod).doe(zetStil())).toEqual([stil]);
    expect(metPauze.doe(zetStil())).toEqual([]);
    expect(metPauze.doe(aanvaardMet())).toEqual([aanvaard()]);
    expect(weigering(() => metPauze.doe(bied(gi, '2026-03-03')))).toBe('OVERDRACHT_STAAT_OPEN');
    expect(weigering(() => dossier(aanbod).doe(aanvaardMet()))).toBe('OVERDRACHT_VERLOPEN');
  });

  it('given that it goes on, then its last moment is as many days later, by the clock on the wall', () => {
    expect(metPauze.doe(laatLopen())).toEqual([hervat]);
    const daarna = dossier(aanbod, ['2026-03-02', stil], ['2026-03-05', hervat]);
    expect(daarna.state.overdracht).toMatchObject({ geldigTot: op('2026-03-05'), aangebodenTot: op('2026-03-02') });
    expect(daarna.doe(laatLopen())).toEqual([]);
    expect(weigering(() => daarna.doe(verloop('2026-03-04')))).toBe('OVERDRACHT_NOG_GELDIG');
    expect(daarna.doe(verloop('2026-03-05'))).toHaveLength(1);
    const tweede = dossier(
      ...[['2026-03-27', aangeboden(gi, gemeente, op('2026-03-28'))] as Dag, ['2026-03-27', stil] as Dag],
      ...[['2026-03-28', hervat] as Dag, ['2026-03-28', stil] as Dag, ['2026-03-29', hervat] as Dag],
    );
    expect(tweede.state.overdracht).toMatchObject({ uitstelDagen: 6, geldigTot: '2026-04-03T08:00:00.000Z' });
  });

  it('given a lapse that the clock tells before the end of the pause came here, then it is recorded', () =>
    expect(metPauze.doe(verloop('2026-03-06'))).toHaveLength(1));

  it('given that it was answered meanwhile, then there is nothing to stand still', () => {
    const { doe } = dossier(aanbod, ['2026-03-01', aanvaard()]);
    expect([doe(zetStil()), doe(laatLopen())]).toEqual([[], []]);
  });
});

describe('offering casusregie with the minimumset', () => {
  it('given a set that lacks something, then the offer stands, sealed, and says what is missing', () => {
    const [event] = dossier().doe(bied(), { ontbreekt: ['gezag', 'veiligheidsplan'] });
    expect(event).toEqual(
      feit.overdrachtAangeboden.of({
        ...{ jeugdigeId, overdrachtId: overdrachtIdVan(context('2026-03-01').commandId), van: gemeente, aan: gi },
        ...{ geldigTot: op('2026-05-01'), toelichting: null, richting: 'heen', minimumset },
        ontbreekt: ['gezag', 'veiligheidsplan'],
      }),
    );
    expect(dossier(['2026-03-01', event!]).state.overdracht).toMatchObject({
      ...{ richting: 'heen', minimumset, ontbreekt: ['gezag', 'veiligheidsplan'] },
    });
  });

  it('given no end, then the offer ends as the setting says; given an end, then that counts', () => {
    const facts = { ontbreekt: [], aanbodTot: op('2026-03-16') };
    const eindeVan = (command: BiedRegieoverdrachtAan) => dossier().doe(command, facts)[0]!.data;
    expect(eindeVan(bied(gi, '2026-03-01', null))).toMatchObject({ geldigTot: op('2026-03-16') });
    expect(eindeVan(bied())).toMatchObject({ geldigTot: op('2026-05-01') });
  });

  it('given a GI that holds casusregie, when it offers it to a gemeente, then that is the way back', () => {
    const { doe } = dossier(['2026-02-01', aangeboden()], ['2026-02-02', aanvaard()]);
    expect(doe(bied(gemeente), { ontbreekt: [] })[0]).toMatchObject({ data: { van: gi, richting: 'terug' } });
  });

  it('given an offer that expired while nobody said so, when another is made, then the first is settled', () => {
    const oud = aangeboden(gi, gemeente, op('2026-02-15'));
    const events = dossier(['2026-01-15', regel(['2026-01-10', 'GI'])], ['2026-02-01', oud]).doe(bied());
    expect(events).toMatchObject([
      { type: 'jeugdige.regieoverdracht-verlopen@1', data: { overdrachtId, escalatie: true } },
      { type: 'jeugdige.regieoverdracht-aangeboden@2' },
    ]);
  });
});

describe('accepting with conditions', () => {
  const voorwaarden = ['De school is ingelicht.', 'Er is een veiligheidsplan.'];
  const metVoorwaarden = dossier(['2026-03-01', aangeboden()], ['2026-03-03', aanvaard(gi, 'jb-1', voorwaarden)]);

  it('then it is acceptance, and every condition is open', () => {
    const { doe } = dossier(['2026-03-01', aangeboden()]);
    expect(doe(aanvaardMet(...voorwaarden))).toEqual([aanvaard(gi, 'jb-1', voorwaarden)]);
    expect(doe(aanvaardMet())).toEqual([aanvaard()]);
    expect(metVoorwaarden.state.casusregie.at(-1)).toMatchObject({ houder: gi, medewerker: 'jb-1' });
    expect(metVoorwaarden.state.voorwaarden).toEqual([{ overdrachtId, teksten: voorwaarden, open: [1, 2] }]);
  });

  it('given one that was kept, then the other is open; told once more, then nothing happens', () => {
    const eerste = feit.voorwaardeNagekomen.of({ jeugdigeId, overdrachtId, nummer: 1 });
    expect(metVoorwaarden.doe(nagekomen(1))).toEqual([eerste]);
    const daarna = dossier(
      ['2026-03-01', aangeboden()],
      ['2026-03-03', aanvaard(gi, 'jb-1', voorwaarden)],
      ['2026-03-10', eerste],
    );
    expect(daarna.state.voorwaarden[0]!.open).toEqual([2]);
    expect(daarna.doe(nagekomen(1))).toEqual([]);
    expect(daarna.doe(nagekomen(2))).toHaveLength(1);
  });

  it.each([nagekomen(3), nagekomen(1, deriveId('andere overdracht'))])(
    'given a condition that was never made, when said to be kept, then it is refused',
    (command) => expect(weigering(() => metVoorwaarden.doe(command))).toBe('VOORWAARDE_ONBEKEND'),
  );
});

describe('an offer that nobody answers', () => {
  const metAanbod = dossier(['2026-03-01', aangeboden()]);
  const verlopen = (escalatie: boolean) => feit.overdrachtVerlopen.of({ jeugdigeId, overdrachtId, escalatie });

  it('given that it still holds, when said to be expired, then that is refused; on its last moment it is not', () => {
    expect(weigering(() => metAanbod.doe(verloop('2026-03-31')))).toBe('OVERDRACHT_NOG_GELDIG');
    expect(metAanbod.doe(verloop('2026-04-01'))).toEqual([verlopen(false)]);
  });

  it('given that it expired, then the giver keeps casusregie; told once more, then nothing happens', () => {
    const daarna = dossier(['2026-03-01', aangeboden()], ['2026-04-01', verlopen(false)]);
    expect(daarna.state).toMatchObject({ overdracht: null, casusregie: [{ houder: gemeente }] });
    expect(daarna.doe(verloop('2026-04-02'))).toEqual([]);
    expect(weigering(() => daarna.doe(verloop('2026-04-02', deriveId('ander'))))).toBe('OVERDRACHT_NIET_OPEN');
    expect(weigering(() => daarna.doe(aanvaardMet()))).toBe('OVERDRACHT_NIET_OPEN');
  });
});

describe('what escalates', () => {
  const verleend = ['2026-02-10', regel(['2026-02-10', 'GI'])] as const;
  const aanbod = ['2026-03-01', aangeboden()] as const;

  it('given no machtiging, when refused, then it does not; given one on that day or before, then it does', () => {
    expect(dossier(aanbod).doe(weiger())).toMatchObject([{ data: { escalatie: false } }]);
    expect(dossier(verleend, aanbod).doe(weiger())).toMatchObject([{ data: { escalatie: true } }]);
    const opDeDag = ['2026-03-03', regel(['2026-03-03', 'GI'])] as const;
    expect(dossier(aanbod, opDeDag).doe(weiger())).toMatchObject([{ data: { escalatie: true } }]);
    const daarna = ['2026-03-02', regel(['2026-03-04', 'GI'])] as const;
    expect(dossier(aanbod, daarna).doe(weiger())).toMatchObject([{ data: { escalatie: false } }]);
  });

  it('given a machtiging, when an offer expires, then it does', () => {
    expect(dossier(verleend, aanbod).doe(verloop('2026-04-02'))).toMatchObject([{ data: { escalatie: true } }]);
  });

  it('given a machtiging that is known later than the refusal it was before, then that escalates after all', () => {
    const [geweigerd] = dossier(aanbod).doe(weiger());
    const { state } = dossier(aanbod, ['2026-03-03', geweigerd!], ['2026-03-05', regel(['2026-02-10', 'GI'])]);
    expect(state.nietOvergenomen).toMatchObject([{ overdrachtId, hoe: 'geweigerd', escalatie: true }]);
    const later = dossier(aanbod, ['2026-03-03', geweigerd!], ['2026-03-05', regel(['2026-03-04', 'GI'])]);
    expect(later.state.nietOvergenomen).toMatchObject([{ escalatie: false }]);
  });

  it('given a machtiging that turns out to be of later or never was, then the refusal before it no longer escalates', () => {
    const [geweigerd] = dossier(verleend, aanbod).doe(weiger());
    const stand = (...na: readonly Dag[]) =>
      dossier(verleend, aanbod, ['2026-03-03', geweigerd!], ...na).state.nietOvergenomen;
    expect(stand()).toMatchObject([{ escalatie: true }]);
    expect(stand(['2026-03-05', regel(['2026-03-04', 'GI'])])).toMatchObject([{ escalatie: false }]);
    expect(stand(['2026-03-05', regel()])).toMatchObject([{ escalatie: false }]);
  });

  it('given a refusal that was on another day, when corrected, then the machtiging of that day counts', () => {
    const [geweigerd] = dossier(verleend, aanbod).doe(weiger());
    expect(dossier(verleend, aanbod, ['2026-02-09', geweigerd!]).state.nietOvergenomen).toMatchObject([
      { op: op('2026-02-09'), escalatie: false },
    ]);
  });

  it('given a refusal of which it was not asked then, then that stays unknown until a machtiging says so', () => {
    const oud = feit.overdrachtGeweigerd.of({ jeugdigeId, overdrachtId, reden: 'vol', escalatie: null });
    const { state } = dossier(aanbod, ['2026-03-03', oud]);
    expect(state.nietOvergenomen).toMatchObject([{ escalatie: null }]);
    const daarna = dossier(aanbod, ['2026-03-03', oud], ['2026-03-05', regel(['2026-02-10', 'GI'])]);
    expect(daarna.state.nietOvergenomen).toMatchObject([{ escalatie: true }]);
  });

  it.each<[string, Dag, boolean | null]>([
    ['of before it', ['2026-03-03', regel(['2026-02-10', 'GI'])], true],
    ['of after it', ['2026-03-03', regel(['2026-03-04', 'GI'])], null],
  ])(
    'given such a refusal and a machtiging %s, then it is the same whichever was told first',
    (_, machtiging, escalatie) => {
      const oud = [
        '2026-03-03',
        feit.overdrachtGeweigerd.of({ jeugdigeId, overdrachtId, reden: 'vol', escalatie: null }),
      ] as const;
      expect(dossier(aanbod, oud, machtiging).state.nietOvergenomen).toMatchObject([{ escalatie }]);
      expect(dossier(machtiging, aanbod, oud).state.nietOvergenomen).toMatchObject([{ escalatie }]);
    },
  );

  it('given a machtiging of after the offer expired, when that is said later, then it does not', () => {
    const daarna = ['2026-04-01', regel(['2026-04-02', 'GI'])] as const;
    const [verlopen] = dossier(aanbod, daarna).doe(verloop('2026-04-10'));
    expect(verlopen).toMatchObject({ data: { escalatie: false } });
    expect(dossier(aanbod, daarna, ['2026-04-10', verlopen!]).state.nietOvergenomen).toEqual([
      { overdrachtId, hoe: 'verlopen', op: op('2026-04-01'), escalatie: false },
    ]);
    const opDeDag = ['2026-03-30', regel(['2026-04-01', 'GI'])] as const;
    expect(dossier(aanbod, opDeDag).doe(verloop('2026-04-10'))).toMatchObject([{ data: { escalatie: true } }]);
  });
});
