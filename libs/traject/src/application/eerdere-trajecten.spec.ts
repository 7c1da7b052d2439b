import { describe, expect, it } from '@jest/globals';
import type { CommandRunner } from '@regielijn/event-store';
import { jeugdigeStream } from '@regielijn/jeugdige';
import { deriveId, fold } from '@regielijn/kern';
import type pg from 'pg';
import { past } from '../../../kern/src/scenario.kit.js';
import { trajectDecider } from '../domain/decide.js';
import type { TrajectEvent } from '../domain/events.js';
import { ingetrokken, variantBeeindigd, variantGestart } from '../domain/toeleiding.kit.js';
import { aangemeld, EERDER, jeugdigeId, nazorg, NU, TOEN, trajectId, verblijf } from '../domain/traject.kit.js';
import { EerdereTrajecten } from './eerdere-trajecten.js';

const blijft = deriveId('dossier dat blijft');

/**
 * Everything in the traject happened at TOEN; the read model finds it, whatever it holds. Its dossier went into another
 * one.
 */
const eerdere = (...events: readonly TrajectEvent[]): EerdereTrajecten =>
  new EerdereTrajecten(
    {
      stateOf: async (_: unknown, stream: string) => {
        if (stream === jeugdigeStream(blijft)) return { opgegaanIn: null, samengevoegdMet: [jeugdigeId] };
        return stream.startsWith('traject-') ? fold(trajectDecider, past(events, TOEN)) : null;
      },
    } as unknown as CommandRunner,
    { query: async () => ({ rows: [{ traject_id: trajectId }] }) } as unknown as pg.Pool,
  );

describe('the traject that makes a next one hernieuwd', () => {
  it('given a verblijf that ended before, then it is that one, named or not', async () => {
    expect(await eerdere(...nazorg).vorige(jeugdigeId, null, NU)).toBe(trajectId);
    expect(await eerdere(...nazorg).vorige(jeugdigeId, trajectId, NU)).toBe(trajectId);
  });

  it('given that it stands in a dossier that went into this one, then it is that one too', async () => {
    expect(await eerdere(...nazorg).vorige(blijft, null, NU)).toBe(trajectId);
    expect(await eerdere(...nazorg).vorige(blijft, trajectId, NU)).toBe(trajectId);
  });

  it.each<[string, readonly TrajectEvent[]]>([
    ['a verblijf that goes on', verblijf],
    ['help without an opname that ended', [aangemeld, variantGestart(), variantBeeindigd]],
    ['an aanmelding that was withdrawn', [aangemeld, ingetrokken]],
  ])('given %s, then there is none, and to name it is refused', async (_, events) => {
    expect(await eerdere(...events).vorige(jeugdigeId, null, NU)).toBeNull();
    await expect(eerdere(...events).vorige(jeugdigeId, trajectId, NU)).rejects.toMatchObject({
      code: 'VORIG_TRAJECT_KLOPT_NIET',
    });
  });

  it('given another jeugdige, or a moment before the end, then there is none', async () => {
    expect(await eerdere(...nazorg).vorige(deriveId('iemand anders'), null, NU)).toBeNull();
    expect(await eerdere(...nazorg).vorige(jeugdigeId, null, EERDER)).toBeNull();
  });
});
