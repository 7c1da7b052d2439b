import { describe, expect, it } from '@jest/globals';
import { type CodedError, MACHTIGING_SOORTEN, type MachtigingSoort } from '@regielijn/kern';
import {
  LegGebeurtenisVast,
  NeemBesluit,
  NeemOpnamebeslissing,
  WijzigHulpverleningsplan,
  BesluitSchema,
  FeitelijkeGebeurtenisSchema,
} from './commands.js';
import { hulpverleningsplan, inToestand, machtigingId, stapOp, toestemming, wegenNaar } from '../machtiging.kit.js';
import { overgang } from '../regels/overgangen.js';
import type { Gebeurtenis, Toestand } from '../regels/toestanden.js';

/** Every toestand that a machtiging of a kind can be in, with a log that leads there. */
const gevallen = MACHTIGING_SOORTEN.flatMap((soort) =>
  [...wegenNaar(soort).keys()].map((toestand): [MachtigingSoort, Toestand] => [soort, toestand]),
);
const later = stapOp(12);

/** The decision of this gebeurtenis, with everything that the law asks with it. */
const beslis = (soort: MachtigingSoort, van: Toestand, gebeurtenis: Gebeurtenis) => {
  const log = inToestand(soort, van);
  if (gebeurtenis === 'opnamebeslissing_genomen')
    log.geef(
      NeemOpnamebeslissing,
      { machtigingId, door: 'medewerker-1', actueleToestandNagegaan: true, redenen: 'nodig' },
      later,
    );
  else if (gebeurtenis === 'hulpverleningsplan_gewijzigd')
    log.geef(WijzigHulpverleningsplan, { machtigingId, hulpverleningsplan, jeugdigeStemtIn: true }, later);
  else
    log.geef(
      NeemBesluit,
      { machtigingId, besluit: gebeurtenis as 'schorsing_verleend', instemming: toestemming, toelichting: null },
      later,
    );
  return log;
};

const besluiten = [...BesluitSchema.options, 'opnamebeslissing_genomen', 'hulpverleningsplan_gewijzigd'] as const;

describe.each(gevallen)('a %s in %s', (soort, van) => {
  it('given a log by the table, then that is where it stands', () => {
    expect(inToestand(soort, van).stand.toestand).toBe(van);
  });

  it.each(besluiten)('when %s is decided, then only as the table says, or refused with the article', (gebeurtenis) => {
    const rij = overgang(soort, van, gebeurtenis);
    if (rij !== null) {
      expect(beslis(soort, van, gebeurtenis).stand.toestand).toBe(rij.naar);
      return;
    }
    let fout: CodedError | null = null;
    try {
      beslis(soort, van, gebeurtenis);
    } catch (error) {
      fout = error as CodedError;
    }
    expect(fout).toMatchObject({ kind: 'refused', code: 'OVERGANG_MAG_NIET', data: { soort, gebeurtenis } });
    expect(fout!.bron).toMatch(/^Jeugdwet art\. 6\.\d/);
    expect(fout!.message).toMatch(/^[A-Z].+\.$/);
  });

  it.each(FeitelijkeGebeurtenisSchema.options)(
    'when %s is told, then it is recorded; outside the table with a flag, and the toestand stays',
    (gebeurtenis) => {
      const log = inToestand(soort, van);
      const rij = overgang(soort, van, gebeurtenis);
      const [event] = log.geef(LegGebeurtenisVast, { machtigingId, gebeurtenis, toelichting: null }, later);
      expect(event!.data).toMatchObject({ vlaggen: rij === null ? ['buiten_volgorde'] : [] });
      expect(log.stand.toestand).toBe(rij?.naar ?? van);
      expect(log.stand.verloop.at(-1)).toMatchObject({ gebeurtenis, op: later });
      expect(log.geef(LegGebeurtenisVast, { machtigingId, gebeurtenis, toelichting: null }, later)).toEqual([]);
    },
  );
});
