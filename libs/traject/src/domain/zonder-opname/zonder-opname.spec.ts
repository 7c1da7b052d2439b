import { describe, expect, it } from '@jest/globals';
import { fold } from '@regielijn/kern';
import { past } from '../../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../decide.js';
import {
  beeindigVariant,
  gewogen,
  ingetrokken,
  startVariant,
  trekAanmeldingIn,
  variantBeeindigd,
  variantGestart,
} from '../toeleiding.kit.js';
import {
  aangemeld,
  afgesloten,
  EERDER,
  facts,
  gebied,
  machtigingId,
  NU,
  opgenomen,
  opgepakt,
  plan,
  scenario,
  sluit,
  start,
  TOEN,
  toegewezen,
  verblijf,
  wijsToe,
} from '../traject.kit.js';

const hulp = [aangemeld, variantGestart()];
const geeindigd = [...hulp, variantBeeindigd];

describe('an aanmelding that is withdrawn', () => {
  it('given an aanmelding, when withdrawn, then the traject is closed without opname', () => {
    scenario(aangemeld).when(trekAanmeldingIn()).then(ingetrokken);
    const traject = fold(trajectDecider, past([aangemeld, toegewezen(), ingetrokken]));
    expect(traject).toMatchObject({ status: 'afgesloten', ingetrokkenOp: TOEN });
    expect(traject).not.toHaveProperty('toewijzing');
  });

  it('given a withdrawn aanmelding, when told or closed again, then nothing happens; an opname is refused', () => {
    scenario(aangemeld, ingetrokken).when(trekAanmeldingIn()).thenNothingHappened();
    scenario(aangemeld, ingetrokken).when(sluit()).thenNothingHappened();
    scenario(aangemeld, ingetrokken).when(start()).thenRefused('PAST_NIET_BIJ_TRAJECT');
  });

  it('given a verblijf, or a moment before the aanmelding, then it cannot be withdrawn', () => {
    scenario(...verblijf)
      .when(trekAanmeldingIn())
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...hulp)
      .when(trekAanmeldingIn())
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(aangemeld).when(trekAanmeldingIn(EERDER)).thenRefused('DATUM_VOLGORDE');
  });
});

describe('help without opname', () => {
  it.each([
    ['no weging of the safety', [], ['zonder_veiligheidsweging']],
    ['a weging that finds it safe', [gewogen()], []],
    ['a weging with agreements', [gewogen('verantwoord_met_afspraken')], []],
    ['a weging that finds it not safe', [gewogen('niet_verantwoord')], ['niet_verantwoord_gewogen']],
  ] as const)('given %s, when it begins, then it is recorded with the flags %j', (_, eerder, vlaggen) =>
    scenario(aangemeld, ...eerder)
      .when(startVariant())
      .then(variantGestart([...vlaggen])),
  );

  it('given a weging of after the start, then that counts as none', () => {
    scenario(aangemeld, gewogen()).when(startVariant({}, EERDER)).thenRefused('DATUM_VOLGORDE');
    const [begin, weging] = past([aangemeld, gewogen()]);
    const traject = fold(trajectDecider, [begin!, { ...weging!, geldigOp: '2026-03-02T10:00:00.000Z' }]);
    expect(trajectDecider.decide(startVariant(), traject, {})).toEqual([variantGestart()]);
  });

  it.each(['crisisgroep', 'dwanggroep', 'zikos'] as const)(
    'given %s, within the walls, then no weging is asked',
    (variant) => scenario(aangemeld).when(startVariant({ variant })).then(variantGestart([], { variant })),
  );

  it('given help that runs, when the same is told, then nothing happens; another variant or aanbieder follows it', () => {
    scenario(...hulp)
      .when(startVariant())
      .thenNothingHappened();
    for (const velden of [{ variant: 'kib', machtigingId } as const, { aanbieder: 'aanbieder-oost' }])
      scenario(...hulp)
        .when(startVariant(velden))
        .then(variantGestart(['zonder_veiligheidsweging'], velden));
    scenario(...hulp)
      .when(startVariant({ variant: 'kib' }, EERDER))
      .thenRefused('DATUM_VOLGORDE');
  });

  it('given a verblijf or an end, when it is said to begin, then it is refused', () => {
    for (const history of [verblijf, geeindigd, [aangemeld, ingetrokken]])
      scenario(...history)
        .when(startVariant())
        .thenRefused('PAST_NIET_BIJ_TRAJECT');
  });

  it('given help that runs, when it ends, then nazorg begins; told again of that moment, then nothing happens', () => {
    scenario(...hulp)
      .when(beeindigVariant())
      .then(variantBeeindigd);
    scenario(...geeindigd)
      .when(beeindigVariant(TOEN))
      .thenNothingHappened();
    scenario(...geeindigd)
      .when(beeindigVariant(NU))
      .thenRefused('PAST_NIET_BIJ_TRAJECT');
    scenario(...hulp)
      .when(beeindigVariant(EERDER))
      .thenRefused('DATUM_VOLGORDE');
    scenario(aangemeld).when(beeindigVariant()).thenRefused('PAST_NIET_BIJ_TRAJECT');
  });

  it('given its end, then the traject closes as any other: with a nazorgplan of which all is taken up', () => {
    scenario(...geeindigd)
      .when(sluit())
      .thenRefused('NAZORGPLAN_ONTBREEKT');
    scenario(...geeindigd, plan(gebied('wonen', true)))
      .when(sluit())
      .thenRefused('NAZORG_STAAT_OPEN');
    scenario(...geeindigd, plan(gebied('wonen', true)), opgepakt('wonen'))
      .when(sluit())
      .then(afgesloten);
  });

  it('given help that runs, then a plek can be assigned and an opname follows it; not before it began', () => {
    scenario(...hulp)
      .when(wijsToe())
      .then(toegewezen());
    scenario(...hulp, toegewezen())
      .when(start())
      .then(opgenomen());
    scenario(...hulp)
      .when(start(EERDER))
      .thenRefused('DATUM_VOLGORDE');
    expect(fold(trajectDecider, past([...hulp, opgenomen()]))).not.toHaveProperty('hulp');
  });
});

describe('an opname', () => {
  const opname = (variant: 'kib' | 'crisisgroep', ...vlaggen: NonNullable<Parameters<typeof opgenomen>[0]>) => {
    const event = opgenomen(vlaggen);
    return { ...event, data: { ...event.data, variant } };
  };
  const groep = (variant: 'kib' | 'crisisgroep') => ({ ...facts, voorziening: { ...facts.voorziening!, variant } });

  it('given no weging of the safety, then an opname outside the walls carries that flag, and one within them does not', () => {
    scenario(aangemeld, toegewezen()).when(start(), groep('kib')).then(opname('kib', 'zonder_veiligheidsweging'));
    scenario(aangemeld, toegewezen()).when(start(), groep('crisisgroep')).then(opname('crisisgroep'));
    scenario(aangemeld, gewogen(), toegewezen()).when(start(), groep('kib')).then(opname('kib'));
  });
});
