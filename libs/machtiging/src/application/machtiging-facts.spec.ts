import { describe, expect, it } from '@jest/globals';
import type { CommandRunner } from '@regielijn/event-store';
import { metKortTevoren } from '../../../termijnen/src/termijnen.kit.js';
import { MachtigingFactsReader } from './machtiging-facts.js';

const legeLog = { stateOf: async () => null } as unknown as CommandRunner;

const factsMet = (termijn: string) => new MachtigingFactsReader(legeLog, metKortTevoren(termijn)).over('');

describe('the setting for how long ago counts as kort tevoren', () => {
  it.each([
    ['14 dagen', '2026-03-16', '2026-03-17'],
    ['2 weken', '2026-03-16', '2026-03-17'],
    ['1 maand', '2026-04-02', '2026-04-03'],
    ['5 werkdagen', '2026-03-09', '2026-03-10'],
  ])(
    'given %s, then an examination of 2 March counts at a request on %s and no more on %s',
    async (tekst, nog, oud) => {
      const { isOnderzoekOud } = await factsMet(tekst);
      expect(isOnderzoekOud('2026-03-02', nog)).toBe(false);
      expect(isOnderzoekOud('2026-03-02', oud)).toBe(true);
    },
  );
});
