import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commands } from '@regielijn/engine';
import { isCodedError } from '@regielijn/kern';
import fc from 'fast-check';
import { aanloop } from './aanloop.kit.js';
import { type Geheugen, startGeheugen } from './geheugen.kit.js';
import { KAN_NIET_STAAN } from './geweigerd.kit.js';
import { toetsPlekken } from './plekken.kit.js';
import { type Gegeven, Speler, type Zet, zetten } from './reeks.kit.js';
import { Standen, toetsCasusregie, toetsPeildagen, toetsTermijnen } from './standen.kit.js';
import { toetsWetten } from './wetten.kit.js';

/** `REEKSEN=2000 npm test -- test/reeksen` plays the long form. */
const AANTAL = Number(process.env['REEKSEN'] ?? 60);

/** A sequence lasts four weeks; this is told a year after an opname. */
const TE_LAAT_VOOR_EEN_REEKS = 'traject.leg-woonsituatie-vast';

/** What went wrong with what was given; null: nothing. */
const bezwaar = ({ naam, soort, welgevormd, uitkomst }: Gegeven): string | null => {
  if (!(uitkomst instanceof Error)) return null;
  if (!isCodedError(uitkomst)) return `${naam} broke: ${uitkomst.stack}`;
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(uitkomst.code)) return `${naam}: ${uitkomst.code} is no stable code`;
  if (soort === 'feit' && welgevormd && !(uitkomst.code in KAN_NIET_STAAN))
    return `the feit ${naam} was refused with ${uitkomst.code}`;
  return null;
};

describe('whatever is told and decided about jeugdigen, machtigingen, trajecten and voorzieningen together', () => {
  let geheugen: Geheugen;
  const gelukt = new Set<string>();

  beforeAll(async () => {
    geheugen = await startGeheugen();
  });
  afterAll(() => geheugen.close());

  const history = (stream: string) => geheugen.opslag.log.read(stream);

  /** After each turn: what was answered, what was decided, and whether a replay gives the same. */
  const toetsZet = async (speler: Speler, standen: Standen, vanaf: number): Promise<void> => {
    for (const gegeven of speler.gegeven.slice(vanaf)) {
      const { naam, soort, uitkomst } = gegeven;
      expect(bezwaar(gegeven)).toBeNull();
      if (uitkomst instanceof Error) continue;
      gelukt.add(naam);
      if (soort === 'besluit') toetsWetten(await history(uitkomst.stream), uitkomst.eventIds);
    }
    await standen.volg(await speler.log());
  };

  /** The plekken are level with the trajecten; read again from the first event on, the log gets no other. */
  const toetsVolger = async (speler: Speler): Promise<void> => {
    await geheugen.volgPlekken();
    const log = await speler.log();
    toetsPlekken(log);
    await geheugen.volgPlekken();
    expect((await speler.log()).length).toBe(log.length);
  };

  const speel = async (reeks: readonly Zet[]): Promise<void> => {
    geheugen.leeg();
    const speler = new Speler(geheugen);
    const standen = new Standen(geheugen.opslag);
    try {
      for (const [nr, zet] of reeks.entries()) {
        const vanaf = speler.gegeven.length;
        await speler.speel(zet);
        await toetsZet(speler, standen, vanaf);
        // Once on the way: what comes after finds plekken that were taken.
        if (nr === Math.floor(reeks.length / 2)) await toetsVolger(speler);
      }
      await toetsVolger(speler);
      await standen.volg(await speler.log());
      for (const stream of new Set((await speler.log()).map((event) => event.stream))) {
        toetsPeildagen(stream, await history(stream));
        toetsTermijnen(stream, await history(stream));
        if (stream.startsWith('jeugdige-')) toetsCasusregie(stream, await history(stream));
      }
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${speler.verslag}`, {
        cause: error,
      });
    }
  };

  it('then nothing breaks, every feit that can stand is taken, no besluit is against the law, and a replay gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(aanloop, zetten(geheugen.rules), (begin, reeks) => speel([...begin, ...reeks])),
      { numRuns: AANTAL },
    );
  }, 3_600_000);

  it('and the sequences came far: most commands were taken at least once, and in the long form all of them', () => {
    const nooit = commands
      .map(({ definition }) => definition.naam)
      .filter((naam) => !gelukt.has(naam) && naam !== TE_LAAT_VOOR_EEN_REEKS);
    if (AANTAL >= 1000) expect(nooit).toEqual([]);
    expect(nooit.length).toBeLessThan(commands.length / 2);
  });
});
