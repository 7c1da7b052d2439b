import { describe, expect, it } from '@jest/globals';
import {
  dag,
  dossier,
  jeugdigeId,
  oma,
  omaVastgelegd,
  op,
  trainer,
  trainerVastgelegd,
  type Verloop,
} from '../omgeving.kit.js';
import { herleidVlaggen } from '../strijd.js';
import {
  BiedJimSupport,
  type JimCommand,
  LegJimAfspraakVast,
  LegJimWeigeringVast,
  LegJimZoekstapVast,
  StartJimZoektocht,
  StopJim,
  VindJim,
  VoerLevinasgesprek,
  VraagJim,
} from './commands.js';
import { jimFeiten as feit } from './events.js';
import { geenJim, type Jim } from './state.js';
import { jimTeVragenOp } from './vraag.js';

const volgende = '2026-03-20';
const gestart = feit.jimZoektochtGestart.of({ jeugdigeId, volgendeOp: volgende });
const stap = feit.jimZoekstapVastgelegd.of({ jeugdigeId, uitkomst: 'niemand_in_beeld', volgendeOp: volgende });
const gevraagd = (persoonId = oma) => feit.jimGevraagd.of({ jeugdigeId, persoonId });
const levinas = feit.levinasgesprekGevoerd.of({ jeugdigeId });
const gevonden = (persoonId = oma) => feit.jimGevonden.of({ jeugdigeId, persoonId });
const woorden = { blijftBijJim: 'Wat zij vertelt.', jimWordtGebeldAls: 'Zij wegloopt.' };
const afspraak = (...vlaggen: 'wat_voor_wie'[]) => feit.jimAfspraakVastgelegd.of({ jeugdigeId, ...woorden, vlaggen });
const geweigerd = (tot: string | null) => feit.jimGeweigerdDoorOuders.of({ jeugdigeId, tot });
const einde = { reden: 'contact_verbroken' as const, toelichting: 'Zij is verhuisd.' };
const gestopt = feit.jimGestopt.of({ jeugdigeId, ...einde });
const support = feit.jimSupportGeboden.of({ jeugdigeId, vorm: 'training' });

const start = (n: number, volgendeOp = volgende) => new StartJimZoektocht({ jeugdigeId, volgendeOp }, op(n));
const zetStap = (n: number, volgendeOp = volgende) =>
  new LegJimZoekstapVast({ jeugdigeId, uitkomst: 'niemand_in_beeld', volgendeOp }, op(n));
const vraag = (n: number, persoonId = oma) => new VraagJim({ jeugdigeId, persoonId }, op(n));
const voer = (n: number) => new VoerLevinasgesprek({ jeugdigeId }, op(n));
const vind = (n: number, persoonId = oma) => new VindJim({ jeugdigeId, persoonId }, op(n));
const spreekAf = (n: number) => new LegJimAfspraakVast({ jeugdigeId, ...woorden }, op(n));
const bied = (n: number) => new BiedJimSupport({ jeugdigeId, vorm: 'training' }, op(n));
const weiger = (n: number, tot: string | null) => new LegJimWeigeringVast({ jeugdigeId, tot }, op(n));
const stop = (n: number) => new StopJim({ jeugdigeId, ...einde }, op(n));

const netwerk = [
  [1, omaVastgelegd],
  [1, trainerVastgelegd],
] as const;
const met = (...verloop: Verloop) => dossier(...netwerk, ...verloop);

describe('how it stands with a JIM', () => {
  it.each<[string, Verloop, Partial<Jim>]>([
    ['nothing', [], { status: 'geen', sinds: null, volgendeOp: null }],
    ['a search', [[2, gestart]], { status: 'zoekend', sinds: dag(2), volgendeOp: volgende }],
    [
      'a step in it',
      [
        [2, gestart],
        [4, stap],
      ],
      { status: 'zoekend', sinds: dag(2), volgendeOp: volgende },
    ],
    [
      'who was asked',
      [
        [2, gestart],
        [5, gevraagd()],
      ],
      { status: 'gevraagd', sinds: dag(5), persoonId: oma, volgendeOp: null },
    ],
    [
      'somebody else asked',
      [
        [2, gevraagd()],
        [5, gevraagd(trainer)],
      ],
      { status: 'gevraagd', sinds: dag(5), persoonId: trainer },
    ],
    [
      'a no',
      [
        [2, gevraagd()],
        [5, stap],
      ],
      { status: 'zoekend', sinds: dag(5), persoonId: null, wie: [{ vanaf: dag(2), gevondenOp: null, tot: dag(5) }] },
    ],
    [
      'a JIM',
      [
        [2, gevraagd()],
        [3, levinas],
        [5, gevonden()],
      ],
      {
        status: 'gevonden',
        sinds: dag(5),
        persoonId: oma,
        wie: [{ vanaf: dag(2), gevondenOp: dag(5), tot: null }],
        levinasgesprekken: [{ op: dag(3) }],
      },
    ],
    [
      'another JIM than was asked',
      [
        [2, gevraagd()],
        [3, levinas],
        [5, gevonden(trainer)],
      ],
      { status: 'gevonden', sinds: dag(5), persoonId: trainer },
    ],
    [
      'a JIM that stopped',
      [
        [2, gevonden()],
        [3, afspraak()],
        [9, gestopt],
      ],
      { status: 'gestopt', sinds: dag(9), persoonId: null },
    ],
    [
      'parents who refuse',
      [
        [2, gevonden()],
        [3, afspraak()],
        [9, geweigerd('2026-09-01')],
      ],
      { status: 'geweigerd', volgendeOp: '2026-09-01', persoonId: null },
    ],
    [
      'parents who refuse until they say so',
      [[9, geweigerd(null)]],
      { status: 'geweigerd', sinds: dag(9), volgendeOp: null },
    ],
  ])('given %s, then that is how it stands', (_, verloop, jim) => {
    expect(met(...verloop).stand.jim).toMatchObject(jim);
    expect(met(...verloop).strijd()).toEqual([]);
  });

  it('given an agreement and support, then both stand with their moment', () => {
    const { jim } = met([2, gevonden()], [3, afspraak()], [4, support]).stand;
    expect(jim.afspraken).toEqual([{ op: dag(3), ...woorden, vlaggen: [] }]);
    expect(jim.support).toEqual([{ op: dag(4), vorm: 'training' }]);
  });
});

describe('WIE before WAT', () => {
  it('given that nobody was asked, when it is agreed what a JIM does, then that is recorded with a flag', () => {
    expect(met([2, gestart]).doe(spreekAf(4))).toEqual([afspraak('wat_voor_wie')]);
  });

  it('given that somebody was asked or found, then it is recorded without one', () => {
    expect(met([2, gevraagd()]).doe(spreekAf(4))).toEqual([afspraak()]);
    expect(met([2, gevonden()]).doe(spreekAf(4))).toEqual([afspraak()]);
  });

  it('given that somebody was asked after the agreement was made, then the flag stands', () => {
    expect(met([6, gevraagd()]).doe(spreekAf(4))).toEqual([afspraak('wat_voor_wie')]);
    expect(met([4, gevraagd()]).doe(spreekAf(4))).toEqual([afspraak()]);
  });

  it('given that the search began again, then WIE is open again', () => {
    expect(met([2, gevonden()], [3, gestopt], [4, gestart]).doe(spreekAf(5))).toEqual([afspraak('wat_voor_wie')]);
    expect(met([2, gevraagd()], [3, stap]).doe(spreekAf(5))).toEqual([afspraak('wat_voor_wie')]);
  });

  it('given an agreement that is told after the JIM stopped, then it counts by when it was made', () => {
    const gestoptOpZes = met([2, gevonden()], [6, gestopt]);
    for (const n of [2, 4, 6]) expect(gestoptOpZes.doe(spreekAf(n))).toEqual([afspraak()]);
    for (const n of [1, 7]) expect(gestoptOpZes.doe(spreekAf(n))).toEqual([afspraak('wat_voor_wie')]);
    const { afspraken } = met([2, gevonden()], [5, afspraak()], [4, afspraak()]).stand.jim;
    expect(afspraken.map(({ op: gemaaktOp }) => gemaaktOp)).toEqual([dag(4), dag(5)]);
  });

  it('given a correction of when somebody was asked, then the flag follows', () => {
    const vlaggen = (dagGevraagd: number) =>
      herleidVlaggen(met([dagGevraagd, gevraagd()], [4, afspraak()]).history).map(({ velden }) => velden);
    expect([vlaggen(3), vlaggen(5)]).toEqual([[{ vlaggen: [] }], [{ vlaggen: ['wat_voor_wie'] }]]);
  });
});

describe('each step towards a JIM', () => {
  it.each<[string, Verloop, JimCommand, object]>([
    ['a search that begins', [], start(2), gestart],
    [
      'a search again after a JIM stopped',
      [
        [2, gevonden()],
        [3, gestopt],
      ],
      start(4),
      gestart,
    ],
    ['a search again after a refusal', [[2, geweigerd(null)]], start(4), gestart],
    ['a step', [[2, gestart]], zetStap(4), stap],
    ['a step while somebody thinks about it', [[2, gevraagd()]], zetStap(4), stap],
    ['a step while parents refuse', [[2, geweigerd(null)]], zetStap(4), stap],
    ['somebody asked without a search', [], vraag(2), gevraagd()],
    ['the Levinasgesprek', [[2, gevraagd()]], voer(3), levinas],
    [
      'the Levinasgesprek, told after the JIM was found',
      [
        [2, gevraagd()],
        [5, gevonden()],
      ],
      voer(3),
      levinas,
    ],
    ['the Levinasgesprek with who is the JIM', [[2, gevonden()]], voer(3), levinas],
    ['a JIM who was asked', [[2, gevraagd()]], vind(4), gevonden()],
    ['a JIM nobody had asked', [], vind(4), gevonden()],
    ['support', [[2, gevonden()]], bied(3), support],
    [
      'support on the day of the finding',
      [
        [2, gevraagd()],
        [4, gevonden()],
      ],
      bied(4),
      support,
    ],
    [
      'support, told after the JIM stopped',
      [
        [2, gevonden()],
        [4, gestopt],
      ],
      bied(3),
      support,
    ],
    [
      'support by a JIM who came the moment another stopped',
      [
        [2, gevonden()],
        [4, gestopt],
        [4, gevonden(trainer)],
      ],
      bied(4),
      support,
    ],
    [
      'a Levinasgesprek, told after somebody said no',
      [
        [2, gevraagd()],
        [4, stap],
      ],
      voer(3),
      levinas,
    ],
    ['a refusal by the parents', [], weiger(3, '2026-03-03'), geweigerd('2026-03-03')],
    ['a refusal of the JIM that there is', [[2, gevonden()]], weiger(3, null), geweigerd(null)],
    ['a JIM that stops', [[2, gevonden()]], stop(4), gestopt],
  ])('given %s, then it is recorded', (_, verloop, command, event) => {
    expect(met(...verloop).doe(command)).toEqual([event]);
  });

  it.each<[string, Verloop, JimCommand]>([
    ['a search with the same date', [[2, gestart]], start(3)],
    [
      'a step',
      [
        [2, gestart],
        [4, stap],
      ],
      zetStap(4),
    ],
    ['who was asked', [[2, gevraagd()]], vraag(4)],
    [
      'the Levinasgesprek',
      [
        [2, gevraagd()],
        [3, levinas],
      ],
      voer(3),
    ],
    ['the JIM', [[2, gevonden()]], vind(4)],
    [
      'the agreement',
      [
        [2, gevonden()],
        [3, afspraak()],
      ],
      spreekAf(3),
    ],
    [
      'support',
      [
        [2, gevonden()],
        [3, support],
      ],
      bied(3),
    ],
    ['a refusal', [[2, geweigerd(null)]], weiger(4, null)],
    [
      'that the JIM stopped',
      [
        [2, gevonden()],
        [4, gestopt],
      ],
      stop(5),
    ],
  ])('given %s told once more, then nothing is recorded', (_, verloop, command) => {
    expect(met(...verloop).doe(command)).toEqual([]);
  });

  it.each<[string, Verloop, JimCommand, string]>([
    ['a search while there is a JIM', [[2, gevonden()]], start(3), 'JIM_IS_ER_AL'],
    ['a search while one goes on', [[2, gestart]], start(3, '2026-03-25'), 'ZOEKTOCHT_LOOPT_AL'],
    ['a step without a search', [], zetStap(3), 'GEEN_ZOEKTOCHT'],
    [
      'a step after the JIM stopped',
      [
        [2, gevonden()],
        [3, gestopt],
      ],
      zetStap(4),
      'GEEN_ZOEKTOCHT',
    ],
    ['a step while there is a JIM', [[2, gevonden()]], zetStap(3), 'JIM_IS_ER_AL'],
    ['a next date before the step', [[2, gestart]], zetStap(4, '2026-03-03'), 'VOLGENDE_DATUM_TE_VROEG'],
    ['a next date before the search', [], start(4, '2026-03-03'), 'VOLGENDE_DATUM_TE_VROEG'],
    ['a refusal until a day before it', [], weiger(4, '2026-03-03'), 'VOLGENDE_DATUM_TE_VROEG'],
    ['a step before the last one', [[4, gestart]], zetStap(3), 'DATUM_VOLGORDE'],
    ['a question before the search', [[4, gestart]], vraag(3), 'DATUM_VOLGORDE'],
    ['somebody unknown asked', [], vraag(3, jeugdigeId), 'NIET_GEVONDEN'],
    ['somebody unknown found', [], vind(3, jeugdigeId), 'NIET_GEVONDEN'],
    ['another asked while there is a JIM', [[2, gevonden()]], vraag(3, trainer), 'JIM_IS_ER_AL'],
    ['another found while there is a JIM', [[2, gevonden()]], vind(3, trainer), 'JIM_IS_ER_AL'],
    ['a JIM found before being asked', [[4, gevraagd()]], vind(3), 'DATUM_VOLGORDE'],
    ['a Levinasgesprek with nobody', [[2, gestart]], voer(3), 'NIEMAND_GEVRAAGD'],
    ['a Levinasgesprek before the question', [[4, gevraagd()]], voer(3), 'NIEMAND_GEVRAAGD'],
    ['support without a JIM', [[2, gevraagd()]], bied(3), 'GEEN_JIM'],
    [
      'support between the question and the finding',
      [
        [2, gevraagd()],
        [4, gevonden()],
      ],
      bied(3),
      'GEEN_JIM',
    ],
    [
      'support after the JIM stopped',
      [
        [2, gevonden()],
        [4, gestopt],
      ],
      bied(5),
      'GEEN_JIM',
    ],
    [
      'a Levinasgesprek after somebody said no',
      [
        [2, gevraagd()],
        [4, stap],
      ],
      voer(5),
      'NIEMAND_GEVRAAGD',
    ],
    ['a refusal before the last step', [[4, gestart]], weiger(3, null), 'DATUM_VOLGORDE'],
    ['that one stopped who never was', [[2, gevraagd()]], stop(3), 'GEEN_JIM'],
    ['that one stopped before being found', [[4, gevonden()]], stop(3), 'DATUM_VOLGORDE'],
  ])('given %s, then it is refused', (_, verloop, command, code) => met(...verloop).weigert(command, code));

  it('given that the finding is withdrawn, then support and the end have nothing to rest on', () => {
    expect(
      met([3, support], [4, gestopt])
        .strijd()
        .map(({ regel }) => regel),
    ).toEqual(['GEEN_JIM', 'GEEN_JIM']);
  });
});

describe('asking about a JIM at a request for residential stay', () => {
  const verzoekOp = '2026-03-10';
  const twaalf = '2014-03-10';
  const te = (jim: Partial<Jim>, geboortedatum = twaalf) =>
    jimTeVragenOp({ geboortedatum, jim: { ...geenJim, ...jim } }, verzoekOp);

  it.each<[string, Partial<Jim>, string | null]>([
    ['no JIM', {}, verzoekOp],
    ['one that stopped', { status: 'gestopt' }, verzoekOp],
    ['a search that goes on later', { status: 'zoekend', volgendeOp: '2026-03-20' }, '2026-03-20'],
    ['a search whose date has passed', { status: 'zoekend', volgendeOp: '2026-03-01' }, verzoekOp],
    ['parents who refuse for a time', { status: 'geweigerd', volgendeOp: '2026-09-01' }, '2026-09-01'],
    ['parents who refused without a date', { status: 'geweigerd' }, verzoekOp],
    ['somebody asked', { status: 'gevraagd', persoonId: oma }, null],
    ['a JIM', { status: 'gevonden', persoonId: oma }, null],
  ])('given a twelfth birthday and %s, then it is due on %j', (_, jim, op) => expect(te(jim)).toBe(op));

  it.each([
    ['the day before the twelfth birthday', '2014-03-11'],
    ['a geboortedatum that was destroyed', '(vernietigd)'],
  ])('given %s, then nothing is due', (_, geboortedatum) => expect(te({}, geboortedatum)).toBeNull());
});
