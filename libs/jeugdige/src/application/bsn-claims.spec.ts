import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '@regielijn/event-store';
import fc from 'fast-check';
import { runs } from '../../../kern/src/sequence.kit.js';
import { jeugdigeFeiten as feit, jeugdigeStream } from '../domain/events.js';
import { Gedeeld, idVan, type Onderweg } from './processen.kit.js';

const [A, B, C, D] = ['999900006', '999990019', '999990020', '999990032'] as const;

let gedeeld: Gedeeld;
beforeEach(() => {
  gedeeld = new Gedeeld();
});

/** A gate that something waits at until it is opened. */
const poort = () => {
  let open = (): void => undefined;
  const geopend = new Promise<void>((resolve) => (open = resolve));
  return { open, geopend };
};

/** Holds a process back before the n-th time that it asks this. */
const houdtOp = (naam: string, keer: number, geopend: Promise<void>): Onderweg => {
  let gezien = 0;
  return async (wat, moment) => {
    if (wat === naam && moment === 'voor' && (gezien += 1) === keer) await geopend;
  };
};

/** The store goes away for good before or after the n-th time that this is asked: the process dies there. */
const sterft = (naam: string, wanneer: 'voor' | 'na', keer = 1): Onderweg => {
  let gezien = 0;
  return async (wat, moment) => {
    if (wat === naam && moment === wanneer && (gezien += 1) >= keer) throw new StoreUnavailableError('weg');
  };
};

/** Every dossier holds the claim on its own BSN, and nobody holds another. */
const expectClaims = async (dossiers: Readonly<Record<string, string>>): Promise<void> => {
  const verwacht = Object.entries(dossiers).map(([sleutel, bsn]) => [idVan(sleutel), bsn] as const);
  expect([...(await gedeeld.dossiers())].sort()).toEqual([...verwacht].sort());
  expect([...(await gedeeld.keys.claimedIds())].sort()).toEqual(verwacht.map(([id]) => id).sort());
  const holders = await gedeeld.keys.holdersOf([A, B, C, D]);
  expect([...holders].sort()).toEqual(verwacht.map(([id, bsn]) => [bsn, id]).sort());
};

describe('registering one BSN twice', () => {
  it('given a registration whose append is held up, when another takes its BSN over, then it never becomes a dossier', async () => {
    const { open, geopend } = poort();
    const traag = gedeeld.proces(houdtOp('append', 1, geopend));
    const eerste = traag.registreer('traag', A);
    expect(await gedeeld.ongeduldig().registreer('snel', A)).toBe('goed');
    open();
    expect(await eerste).toBe('REGISTRATIE_VERVALLEN');
    await expectClaims({ snel: A });
    expect(await traag.registreer('traag', A)).toBe('REGISTRATIE_VERVALLEN');
    expect(await traag.registreer('opnieuw', A)).toBe('BSN_AL_BEKEND');
    await expectClaims({ snel: A });
  });

  it('given a registration that is only slow, when another comes, then that one waits and hears that there is a dossier', async () => {
    const { open, geopend } = poort();
    const eerste = gedeeld.proces(houdtOp('append', 1, geopend)).registreer('traag', A);
    const tweede = gedeeld.proces().registreer('snel', A);
    await sleep(150);
    open();
    expect([await eerste, await tweede]).toEqual(['goed', 'BSN_AL_BEKEND']);
    await expectClaims({ traag: A });
  });

  it('given a process that died between claim and append, when the BSN is registered, then that takes the claim over', async () => {
    expect(await gedeeld.proces(sterft('append', 'voor')).registreer('dood', A)).toBe('OPSLAG_NIET_BEREIKBAAR');
    expect(await gedeeld.keys.claimedIds()).toEqual([idVan('dood')]);
    expect(await gedeeld.metKortGeduld().registreer('levend', A)).toBe('goed');
    await expectClaims({ levend: A });
  });

  it('given such a process, when its own registration comes again, then it goes on with its claim', async () => {
    await gedeeld.proces(sterft('append', 'voor')).registreer('dood', A);
    expect(await gedeeld.proces().registreer('dood', A)).toBe('goed');
    await expectClaims({ dood: A });
  });

  it('given a lapsed registration, then its fence says who set it, and nothing about a person', async () => {
    await gedeeld.proces(sterft('append', 'voor')).registreer('dood', A);
    await gedeeld.ongeduldig().registreer('levend', A);
    const [vervallen, ...rest] = await gedeeld.log.read(jeugdigeStream(idVan('dood')));
    expect(rest).toEqual([]);
    expect(vervallen).toMatchObject({
      ...{ type: feit.registratieVervallen.type, data: { jeugdigeId: idVan('dood') } },
      metadata: { actor: { organisatie: 'gemeente-0599' }, commandId: expect.any(String) },
    });
  });

  it.each([
    ['and nothing else', false],
    ['after a process that died with the claim', true],
  ])('given twenty registrations at once %s, then one becomes a dossier', async (_, metDode) => {
    if (metDode) await gedeeld.proces(sterft('append', 'voor')).registreer('dood', A);
    const namen = Array.from({ length: 20 }, (__, nr) => `nummer ${nr}`);
    const uitkomsten = await Promise.all(namen.map((naam) => gedeeld.metKortGeduld().registreer(naam, A)));
    expect([...uitkomsten].sort()).toEqual([...Array<string>(19).fill('BSN_AL_BEKEND'), 'goed']);
    await expectClaims({ [namen[uitkomsten.indexOf('goed')]!]: A });
  });

  it('given one key with two BSNs, then the second is refused and stays free', async () => {
    const proces = gedeeld.proces();
    expect(await proces.registreer('sam', A)).toBe('goed');
    expect(await proces.registreer('sam', B)).toBe('IDEMPOTENCY_SLEUTEL_HERGEBRUIKT');
    await expectClaims({ sam: A });
  });
});

describe('correcting a BSN', () => {
  beforeEach(async () => {
    expect(await gedeeld.proces().registreer('sam', A)).toBe('goed');
  });

  it('given a mistyped BSN, when corrected, then its real owner can be registered and nobody else with the new one', async () => {
    const proces = gedeeld.proces();
    expect(await proces.corrigeer('c', 'sam', B)).toBe('goed');
    await expectClaims({ sam: B });
    expect(await proces.registreer('eigenaar', A)).toBe('goed');
    expect(await proces.registreer('dubbel', B)).toBe('BSN_AL_BEKEND');
    await expectClaims({ sam: B, eigenaar: A });
  });

  it('given a BSN of another dossier, when corrected to it, then it is refused and nothing changes', async () => {
    const proces = gedeeld.proces();
    await proces.registreer('eigenaar', B);
    expect(await proces.corrigeer('c', 'sam', B)).toBe('BSN_AL_BEKEND');
    await expectClaims({ sam: A, eigenaar: B });
  });

  it('given a BSN that a dead process claimed, when corrected to it, then that takes the claim over', async () => {
    await gedeeld.proces(sterft('append', 'voor')).registreer('dood', B);
    expect(await gedeeld.ongeduldig().corrigeer('c', 'sam', B)).toBe('goed');
    await expectClaims({ sam: B });
  });

  it('given a BSN corrected away and back, then the dossier has its first one and only that', async () => {
    const proces = gedeeld.proces();
    await proces.corrigeer('heen', 'sam', B);
    expect(await proces.corrigeer('terug', 'sam', A)).toBe('goed');
    expect(await proces.corrigeer('heen', 'sam', B)).toBe('goed');
    await expectClaims({ sam: A });
  });

  it('given a BSN that is somebody else’s, when taken away, then that one can be registered; given the right one, then it is claimed', async () => {
    const proces = gedeeld.proces();
    expect(await proces.corrigeer('weg', 'sam', null)).toBe('goed');
    expect(await gedeeld.bsnVan(idVan('sam'))).toBeNull();
    await expectClaims({});
    expect(await proces.registreer('eigenaar', A)).toBe('goed');
    expect(await proces.corrigeer('terug', 'sam', A)).toBe('BSN_AL_BEKEND');
    expect(await proces.corrigeer('goed', 'sam', B)).toBe('goed');
    await expectClaims({ sam: B, eigenaar: A });
  });

  it('given a BSN taken away by a process that died before it was released, when the command comes again, then it is free', async () => {
    expect(await gedeeld.proces(sterft('releaseBsn', 'voor')).corrigeer('weg', 'sam', null)).toBe(
      'OPSLAG_NIET_BEREIKBAAR',
    );
    expect(await gedeeld.proces().corrigeer('weg', 'sam', null)).toBe('goed');
    await expectClaims({});
  });

  it('given a process that died between append and release, when the command comes again, then it gives the old BSN up', async () => {
    expect(await gedeeld.proces(sterft('releaseBsn', 'voor')).corrigeer('c', 'sam', B)).toBe('OPSLAG_NIET_BEREIKBAAR');
    expect(await gedeeld.keys.claimedIds()).toEqual([idVan('sam'), idVan('sam')]);
    expect(await gedeeld.proces().corrigeer('c', 'sam', B)).toBe('goed');
    await expectClaims({ sam: B });
  });

  it('given such a process and nobody who tries again, when the real owner is registered, then the old BSN is free', async () => {
    await gedeeld.proces(sterft('releaseBsn', 'voor')).corrigeer('c', 'sam', B);
    expect(await gedeeld.proces().registreer('eigenaar', A)).toBe('goed');
    await expectClaims({ sam: B, eigenaar: A });
  });

  it('given a process that died between claim and append, when others want that BSN, then they are asked to wait, and the repeated command settles it', async () => {
    await gedeeld.proces(sterft('append', 'voor')).corrigeer('c', 'sam', B);
    expect(await gedeeld.proces().registreer('ander', B)).toBe('BSN_IN_BEHANDELING');
    expect(await gedeeld.proces().corrigeer('c', 'sam', B)).toBe('goed');
    await expectClaims({ sam: B });
  });

  it('given an append of which nobody knows whether it was written, when the command comes again, then all is settled', async () => {
    expect(await gedeeld.proces(sterft('append', 'na')).corrigeer('c', 'sam', B)).toBe('OPSLAG_NIET_BEREIKBAAR');
    expect(await gedeeld.bsnVan(idVan('sam'))).toBe(B);
    expect(await gedeeld.proces().corrigeer('c', 'sam', B)).toBe('goed');
    await expectClaims({ sam: B });
  });

  it('given an If-Match that was overtaken while the claim was made, then the new BSN is free again', async () => {
    const { open, geopend } = poort();
    const traag = gedeeld.proces(houdtOp('append', 1, geopend)).corrigeer('traag', 'sam', B, 0n);
    expect(await gedeeld.proces().corrigeer('snel', 'sam', C)).toBe('goed');
    open();
    expect(await traag).toBe('VERSIE_VEROUDERD');
    await expectClaims({ sam: C });
  });

  it('given two corrections to one BSN, when the one that lost gives its claim up, then the one that won keeps it', async () => {
    const { open, geopend } = poort();
    const traag = gedeeld.proces(houdtOp('append', 1, geopend)).corrigeer('traag', 'sam', B, 0n);
    expect(await gedeeld.proces().corrigeer('snel', 'sam', B, 0n)).toBe('goed');
    open();
    expect(await traag).toBe('VERSIE_VEROUDERD');
    await expectClaims({ sam: B });
  });

  it('given a correction back whose claim comes before the release of the first, then the dossier keeps the BSN it bears', async () => {
    const [klaar, teruggedraaid] = [poort(), poort()];
    const heen = gedeeld.proces(houdtOp('releaseBsn', 1, klaar.geopend)).corrigeer('heen', 'sam', B);
    const terug = gedeeld.proces(houdtOp('append', 1, teruggedraaid.geopend));
    while ((await gedeeld.bsnVan(idVan('sam'))) !== B) await sleep(5);
    // It has claimed the old BSN again, and is about to append when the first gives that one up.
    const tweede = terug.corrigeer('terug', 'sam', A);
    await sleep(50);
    klaar.open();
    expect(await heen).toBe('goed');
    teruggedraaid.open();
    expect(await tweede).toBe('goed');
    await expectClaims({ sam: A });
  });
});

describe('whatever commands about four BSNs come together in whatever order', () => {
  const bsn = fc.constantFrom(A, B, C, D);
  const opdracht = fc.oneof(
    fc.record({ doe: fc.constant('registreer' as const), bsn }),
    fc.record({
      ...{ doe: fc.constant('corrigeer' as const), bsn, dossier: fc.constantFrom('een', 'twee') },
      ifMatch: fc.option(fc.constant(0n), { nil: undefined, freq: 2 }),
    }),
  );
  /** Where the process of a command dies, by how much it asked of the stores; most do not. */
  const dood = fc.option(fc.record({ na: fc.nat(8), moment: fc.constantFrom('voor' as const, 'na' as const) }), {
    freq: 2,
  });

  it('then no BSN has two dossiers, each dossier holds its own, and once all is repeated nobody holds another', async () => {
    const opdrachten = fc.array(fc.tuple(opdracht, dood), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(opdrachten, fc.scheduler(), async (gegeven, scheduler) => {
        gedeeld = new Gedeeld();
        await gedeeld.proces().registreer('een', A);
        await gedeeld.proces().registreer('twee', B);
        const geef = (nr: number, onderweg: Onderweg): Promise<string> => {
          const [wat] = gegeven[nr]!;
          const proces = gedeeld.ongeduldig(onderweg);
          if (wat.doe === 'registreer') return proces.registreer(`opdracht ${nr}`, wat.bsn);
          return proces.corrigeer(`opdracht ${nr}`, wat.dossier, wat.bsn, wat.ifMatch);
        };
        const samen = gegeven.map(([, einde], nr) => {
          let stappen = 0;
          return geef(nr, async (wat, moment) => {
            if (einde?.moment === moment && (stappen += 1) > einde.na) throw new StoreUnavailableError('weg');
            await scheduler.schedule(Promise.resolve(), `${nr} ${moment} ${wat}`);
          });
        });
        await scheduler.waitFor(Promise.all(samen));
        const eigenClaims = async (): Promise<number> => {
          const dossiers = await gedeeld.dossiers();
          expect(new Set(dossiers.values()).size).toBe(dossiers.size);
          const holders = await gedeeld.keys.holdersOf([A, B, C, D]);
          for (const [id, bsnVanDossier] of dossiers) expect(holders.get(bsnVanDossier)).toBe(id);
          return dossiers.size;
        };
        await eigenClaims();
        for (const nr of gegeven.keys()) await geef(nr, async () => undefined);
        expect(await gedeeld.keys.claimedIds()).toHaveLength(await eigenClaims());
      }),
      runs(25),
    );
  }, 60_000);
});
