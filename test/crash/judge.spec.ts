import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@regielijn/event-store';
import { deriveId, type JsonObject } from '@regielijn/kern';
import type { Kill } from './chaos.js';
import { judgeAcknowledged, judgeDoubles, judgeRefused } from './judge-commands.js';
import { judgeKills } from './judge-kills.js';
import { judgeAgendas, judgeHolders, judgePlaces, judgeSteps, judgeTold } from './judge-log.js';
import { judgeMails, type Mail } from './judge-mails.js';
import { holds, sentence, type Verdict } from './verdict.js';

/** One event of a log that is made up; positions and versions count by themselves. */
interface Fact {
  readonly stream: string;
  readonly type: string;
  readonly data?: JsonObject;
  readonly key?: string;
  readonly at?: string;
}

const logOf = (...facts: readonly Fact[]): readonly RecordedEvent[] =>
  facts.map(({ stream, type, data = {}, key = deriveId('command', stream), at = '2026-03-02T09:00:00.000Z' }, nr) => ({
    ...{ stream, type, data, geldigOp: at, vastgelegdOp: at },
    id: deriveId('event', String(nr)),
    position: String(nr + 1),
    streamVersion: BigInt(facts.slice(0, nr).filter((earlier) => earlier.stream === stream).length),
    metadata: {
      ...{ commandId: key, correlationId: key, causationId: key },
      actor: { subject: 'wie', organisatie: 'weet', rol: 'beheer' },
    },
  }));

const faultsOf = (verdict: Verdict): readonly string[] => verdict.faults;
const [key, other] = [deriveId('key'), deriveId('other key')];

describe('the judge of what was acknowledged', () => {
  const log = logOf({ stream: 'voorziening-1', type: 'voorziening.geopend@1', key });
  const told = { what: 'acknowledged', key, position: '1', events: [log[0]!.id] } as const;

  it('given a command that is in the log as it was answered, then nothing is wrong', () => {
    expect(judgeAcknowledged([told], log)).toMatchObject({ counted: 1, faults: [] });
  });

  it.each([
    ['is not in the log', told, []],
    ['is there with another event', { ...told, events: [deriveId('elsewhere')] }, log],
    ['is there with fewer events', { ...told, events: [log[0]!.id, deriveId('lost')] }, log],
    ['was answered with nothing, and left an event', { ...told, events: [] }, log],
    ['stands at another place', { ...told, position: '7' }, log],
  ])('given one that %s, then it is found', (_, line, held) => {
    expect(faultsOf(judgeAcknowledged([line], held))).toEqual([expect.stringContaining(key)]);
  });

  it('given one that was refused and is there all the same, then it is found', () => {
    const refused = { what: 'refused', key, status: 409, code: 'GEEN_PLEK_VRIJ' } as const;
    expect(faultsOf(judgeRefused([refused], log))).toEqual([expect.stringContaining('GEEN_PLEK_VRIJ')]);
    expect(faultsOf(judgeRefused([{ ...refused, key: other }], log))).toEqual([]);
  });
});

describe('the judge of what is there twice', () => {
  const opened: Fact = { stream: 'voorziening-1', type: 'voorziening.geopend@1', key };

  it('given one command that wrote two events at once, then nothing is wrong', () => {
    expect(judgeDoubles(logOf(opened, opened)).faults).toEqual([]);
  });

  it.each([
    ['in another stream', logOf(opened, { ...opened, stream: 'voorziening-2' })],
    ['later in the same stream', logOf(opened, { ...opened, key: other }, opened)],
  ])('given a command that is there once more, %s, then it is found', (_, log) => {
    expect(faultsOf(judgeDoubles(log))).toEqual([expect.stringContaining(key)]);
  });

  it('given an event that is there twice, then it is found', () => {
    const [first] = logOf(opened) as [RecordedEvent];
    expect(faultsOf(judgeDoubles([first, { ...first, streamVersion: 1n }]))).toEqual([
      expect.stringContaining(first.id),
    ]);
  });
});

describe('the judge of casusregie', () => {
  const organisation = (organisatie: string) => ({ organisatie });
  const registered = { type: 'jeugdige.geregistreerd@1', data: { casusregie: organisation('gemeente') } };
  const offered = (overdrachtId: string, van: string, aan: string) => ({
    type: 'jeugdige.regieoverdracht-aangeboden@1',
    data: { overdrachtId, van: organisation(van), aan: organisation(aan) },
  });
  const accepted = (overdrachtId: string, door: string) => ({
    type: 'jeugdige.regieoverdracht-aanvaard@1',
    data: { overdrachtId, door: organisation(door) },
  });
  const story = (...facts: readonly Omit<Fact, 'stream'>[]) =>
    judgeHolders(logOf(...facts.map((fact) => ({ ...fact, stream: 'jeugdige-1' }))));

  it('given a holder that follows another, then nothing is wrong', () => {
    expect(story(registered, offered('a', 'gemeente', 'gi'), accepted('a', 'gi')).faults).toEqual([]);
  });

  it.each([
    ['an offer that is accepted twice', [offered('a', 'gemeente', 'gi'), accepted('a', 'gi'), accepted('a', 'gi')]],
    [
      'two offers that were both accepted',
      [offered('a', 'gemeente', 'gi'), offered('b', 'gemeente', 'gi-2'), accepted('a', 'gi'), accepted('b', 'gi-2')],
    ],
    ['an acceptance without an offer', [accepted('a', 'gi')]],
    [
      'an acceptance from before the holder began',
      [offered('a', 'gemeente', 'gi'), { ...accepted('a', 'gi'), at: '2026-03-01T09:00:00.000Z' }],
    ],
  ])('given %s, then two held it at once, and that is found', (_, facts) => {
    expect(story(registered, ...facts).faults).toHaveLength(1);
  });

  it('given a dossier without a registration, then nobody holds it', () => {
    expect(story(offered('a', 'gemeente', 'gi')).faults).toEqual(['jeugdige-1: niemand voert de casusregie']);
  });
});

describe('the judge of plekken', () => {
  const opened = { type: 'voorziening.plekken-geopend@1', data: { aantal: 1 } };
  const reserved = (nr: number, geldigTot = '2026-03-03T09:00:00.000Z') => ({
    type: 'voorziening.plek-gereserveerd@1',
    data: { reserveringId: `r${nr}`, trajectId: `t${nr}`, geldigTot },
  });
  const taken = (nr: number) => ({
    type: 'voorziening.plek-bezet@1',
    data: { reserveringId: `r${nr}`, trajectId: `t${nr}` },
  });
  const story = (...facts: readonly Omit<Fact, 'stream'>[]) =>
    judgePlaces(logOf(...facts.map((fact) => ({ ...fact, stream: 'voorziening-1' })))).faults;

  it.each([
    ['was given back', { type: 'voorziening.reservering-vrijgegeven@1', data: { reserveringId: 'r1' } }],
    ['lapsed', null],
  ])('given a plek that was kept, and is kept for another after that %s, then nothing is wrong', (_, end) => {
    expect(
      end === null
        ? story(opened, reserved(1, '2026-03-02T08:00:00.000Z'), reserved(2))
        : story(opened, reserved(1), end, reserved(2)),
    ).toEqual([]);
  });

  it('given a plek that was taken and left, then another may have it', () => {
    const left = { type: 'voorziening.plek-vrijgekomen@1', data: { trajectId: 't1' } };
    expect(story(opened, reserved(1), taken(1), left, reserved(2))).toEqual([]);
  });

  it.each([
    ['is kept for two', [reserved(1), reserved(2)]],
    ['somebody lives on', [reserved(1), taken(1), reserved(2)]],
    ['was closed', [{ type: 'voorziening.plekken-gesloten@1', data: { aantal: 1 } }, reserved(1)]],
  ])('given a reservation of a plek that %s, then it is found', (_, facts) => {
    expect(story(opened, ...facts)).toHaveLength(1);
  });
});

describe('the judge of terms', () => {
  const told = (wektOp: string): Fact => ({
    ...{ stream: 'proces-termijn-1', type: 'bewaking.termijn-gemeld@1' },
    data: { termijnId: 'een', moment: 'verstreken', wektOp },
  });

  it('given a moment that was told twice, then it is found; one that moved is another', () => {
    expect(judgeTold(logOf(told('2026-03-01'), told('2026-03-08')))).toMatchObject({ counted: 2, faults: [] });
    expect(judgeTold(logOf(told('2026-03-01'), told('2026-03-01'))).faults).toHaveLength(1);
  });
});

describe('the judge of agendas', () => {
  const found: Fact = {
    ...{ stream: 'normtoets-1', type: 'normenkader.afwijking-vastgesteld@2' },
    data: { afwijkingId: 'a' },
  };
  const lapsed = { ...found, type: 'normenkader.afwijking-vervallen@1' };
  const [first, second] = ['kwartaalreview-zuidwest-2026-K1', 'kwartaalreview-zuidwest-2026-K2'];
  const planned = (stream: string): Fact => ({
    ...{ stream, type: 'kwartaalreview.afwijking-geagendeerd@1' },
    data: { afwijkingId: 'a' },
  });
  const concluded = (stream: string): Fact => ({
    ...{ stream, type: 'kwartaalreview.besproken@1' },
    data: { afwijkingen: ['a'] },
  });
  const closed = (stream: string): Fact => ({ stream, type: 'kwartaalreview.gesloten@1' });

  it.each([
    ['on one agenda', [planned(first)]],
    ['concluded', [planned(first), concluded(first), closed(first)]],
    ['moved on', [planned(first), closed(first), planned(second)]],
    ['lapsed after it was concluded', [planned(first), concluded(first), lapsed]],
  ])('given one that is %s, then nothing is wrong', (_, facts) => {
    expect(judgeAgendas(logOf(found, ...facts))).toMatchObject({ counted: 1, faults: [] });
  });

  it.each([
    ['on none', []],
    ['lost at a closing', [planned(first), closed(first)]],
    ['on two', [planned(first), planned(second)]],
    ['concluded twice', [planned(first), concluded(first), planned(second), concluded(second)]],
    ['concluded, and on another still', [planned(first), concluded(first), planned(second)]],
    ['lapsed and still there', [planned(first), lapsed]],
  ])('given one that is %s, then it is found', (_, facts) => {
    expect(faultsOf(judgeAgendas(logOf(found, ...facts)))).toHaveLength(1);
  });
});

describe('the judge of mails', () => {
  const sent = (kenmerk: string): Fact => ({
    ...{ stream: 'bericht-1', type: 'bericht.verzonden@1' },
    data: { kenmerk, ontvanger: 'wie' },
  });
  const mail = (at: number): Mail => ({ kenmerk: 'k', at });
  const killOf = (part: string, from: number): Kill => ({ part, from, until: from + 500 });

  it('given a mail that went and is recorded, then nothing is wrong', () => {
    expect(judgeMails([mail(0)], logOf(sent('k')), [])).toMatchObject({ counted: 1, faults: [] });
  });

  it.each(['worker', 'postgresql', 'eventstoredb'])(
    'given one that went twice while the %s was taken away in between, then that explains it',
    (part) => {
      expect(judgeMails([mail(0), mail(9_000)], logOf(sent('k')), [killOf(part, 4_000)]).faults).toEqual([]);
    },
  );

  it.each([
    ['nothing was taken away', []],
    ['only redis was', [killOf('redis', 4_000)]],
    ['the worker was long before that', [killOf('worker', -9_000)]],
    ['the worker was only after that', [killOf('worker', 20_000)]],
  ])('given one that went twice, and %s, then it is found', (_, kills) => {
    expect(judgeMails([mail(0), mail(9_000)], logOf(sent('k')), kills).faults).toHaveLength(1);
  });

  it('given a mail that nobody recorded, then it is found, unless who should was killed at that moment', () => {
    expect(judgeMails([mail(0)], [], []).faults).toHaveLength(1);
    expect(judgeMails([mail(0)], [], [killOf('worker', 20_000)]).faults).toHaveLength(1);
    expect(judgeMails([mail(0)], [], [killOf('worker', 100)]).faults).toEqual([]);
  });

  it('given a mail that was recorded and never came, then it is found', () => {
    expect(judgeMails([], logOf(sent('k')), []).faults).toHaveLength(1);
  });

  it('given one delivery that went under two names, then it is found, unless it was a reminder', () => {
    const mails = [mail(0), { kenmerk: 'l', at: 1 }];
    const reminded: Fact = { stream: 'bericht-1', type: 'bericht.herinnerd@1' };
    expect(judgeMails(mails, logOf(sent('k'), sent('l')), []).faults).toHaveLength(1);
    expect(judgeMails(mails, logOf(sent('k'), reminded, sent('l')), []).faults).toEqual([]);
  });
});

describe('the judge of the campaign itself', () => {
  const parts = [{ name: 'api' }, { name: 'worker' }];
  const [api, worker] = ['api', 'worker'].map((part): Kill => ({ part, from: 0, until: 1 })) as [Kill, Kill];

  it('given every part that was away while work went on, then nothing is wrong', () => {
    expect(judgeKills([api, worker], parts, 3)).toMatchObject({ counted: 2, faults: [] });
  });

  it('given a part that missed a turn, or hardly any work, then it is found', () => {
    expect(judgeKills([api, api, api, worker], parts, 5).faults).toEqual(['worker viel minder dan 2 keer weg']);
    expect(judgeKills([api, worker], parts, 2).faults).toEqual(['maar 2 opdrachten bevestigd']);
  });

  it('given fewer kills than parts, then not every part need have been away', () => {
    expect(judgeKills([api], parts, 3).faults).toEqual([]);
  });
});

describe('a verdict', () => {
  it('given a campaign in which nothing happened, then it does not hold', () => {
    expect(judgeSteps([]).faults.length).toBeGreaterThan(5);
    expect(holds(judgeAcknowledged([], []))).toBe(false);
  });

  it('given many faults, then the first are shown and the rest counted', () => {
    const verdict = { name: 'iets', counted: 30, faults: Array.from({ length: 30 }, (_, nr) => `fout ${nr}`) };
    expect(sentence(verdict)).toMatch(/^FOUT {2}iets: 30 bekeken\n {4}fout 0\n[^]*en nog 20$/);
  });
});
