import { describe, expect, it } from '@jest/globals';
import { deriveId, fold, type Past } from '@regielijn/kern';
import fc from 'fast-check';
import { given, past, testContext } from '../../../kern/src/scenario.kit.js';
import {
  BevestigPlekken,
  BezetPlek,
  GeefPlekVrij,
  GeefReserveringVrij,
  OpenPlekken,
  OpenVoorziening,
  ReserveerPlek,
  SluitPlekken,
  type VoorzieningCommand,
} from './commands.js';
import { nieuwVoorzieningId, voorzieningDecider } from './decide.js';
import { voorzieningFeiten as feit, type VoorzieningEvent } from './events.js';
import { geldigeReserveringen, minstOpenPlekken } from './state.js';

const voorzieningId = deriveId('voorziening');
const traject = (n: number): string => deriveId('traject', n);
const reservering = (n: number): string => deriveId('reservering van', n);

const geopend = feit.geopend.of({
  voorzieningId,
  naam: 'Groep De Eik',
  aanbieder: 'aanbieder-demo',
  gemeentecode: '0599',
  variant: 'dwanggroep',
});
const plekken = (aantal: number, vanaf = '2026-01-01') => feit.plekkenGeopend.of({ voorzieningId, aantal, vanaf });
const gesloten = (aantal: number, vanaf: string) => feit.plekkenGesloten.of({ voorzieningId, aantal, vanaf });
const gereserveerd = (n: number, geldigTot = '2026-03-10T12:00:00.000Z') =>
  feit.plekGereserveerd.of({ voorzieningId, reserveringId: reservering(n), trajectId: traject(n), geldigTot });
const bezet = (n: number) =>
  feit.plekBezet.of({ voorzieningId, trajectId: traject(n), reserveringId: null, bovenCapaciteit: false });

const nu = '2026-03-02T09:30:00.000Z';
const reserveer = (n: number, geldigTot = '2026-03-04T12:00:00.000Z') =>
  new ReserveerPlek({ voorzieningId, trajectId: traject(n), geldigTot }, testContext({ nu }));

describe('a voorziening', () => {
  it('given nothing, when opened, then it is there under an id that follows from the command', () => {
    const { voorzieningId: _, ...data } = geopend.data;
    const context = testContext();
    given(voorzieningDecider, [])
      .when(new OpenVoorziening(data, context))
      .then(feit.geopend.of({ voorzieningId: nieuwVoorzieningId(context.commandId), ...data }));
  });

  it('given free plekken, when the aanbieder confirms them, then that is recorded; of an earlier moment it is not', () => {
    const bevestig = (op: string) => new BevestigPlekken({ voorzieningId }, testContext({ geldigOp: op, nu }));
    const bevestigd = feit.plekkenBevestigd.of({ voorzieningId });
    given(voorzieningDecider, [geopend]).when(bevestig(nu)).then(bevestigd);
    given(voorzieningDecider, [geopend, bevestigd]).when(bevestig(nu)).then(bevestigd);
    given(voorzieningDecider, [geopend, bevestigd]).when(bevestig('2026-03-01T09:00:00.000Z')).thenNothingHappened();
  });

  it('given confirmations told in any order, then the last moment counts', () => {
    const bevestigd = feit.plekkenBevestigd.of({ voorzieningId });
    const [later] = past([bevestigd], nu);
    const history = [...past([geopend]), later!, ...past([bevestigd])];
    expect(fold(voorzieningDecider, history)!.bevestigdOp).toBe(nu);
    expect(fold(voorzieningDecider, past([geopend]))!.bevestigdOp).toBeNull();
  });

  it('given no such voorziening, when a plek is reserved, then it is refused', () => {
    given(voorzieningDecider, []).when(reserveer(1)).thenRefused('NIET_GEVONDEN');
  });

  it('given a free plek, when reserved, then it is held for the traject until the given moment', () => {
    const command = reserveer(1);
    given(voorzieningDecider, [geopend, plekken(1)])
      .when(command)
      .then(
        feit.plekGereserveerd.of({
          ...command.data,
          reserveringId: deriveId('reservering', command.context.commandId),
        }),
      );
  });

  it('given no plek that is open today, when reserved, then it is refused', () => {
    given(voorzieningDecider, [geopend, plekken(1, '2026-03-03')])
      .when(reserveer(1))
      .thenRefused('GEEN_PLEK_VRIJ');
  });

  it('given a plek that closes before the reservation ends, when reserved, then it is refused', () => {
    given(voorzieningDecider, [geopend, plekken(1), gesloten(1, '2026-03-04')])
      .when(reserveer(1))
      .thenRefused('GEEN_PLEK_VRIJ');
  });

  it('given the last plek reserved, when another asks, then it is refused; once that reservation expired it is not', () => {
    given(voorzieningDecider, [geopend, plekken(1), gereserveerd(2)])
      .when(reserveer(1))
      .thenRefused('GEEN_PLEK_VRIJ');
    const verlopen = [geopend, plekken(1), gereserveerd(2, nu)];
    expect(voorzieningDecider.decide(reserveer(1), fold(voorzieningDecider, past(verlopen)), undefined)).toHaveLength(
      1,
    );
  });

  it('given a reservation for a traject, when it asks again, then it is refused', () => {
    given(voorzieningDecider, [geopend, plekken(3), gereserveerd(1)])
      .when(reserveer(1))
      .thenRefused('AL_GERESERVEERD');
  });

  it('given a reservation that would end before now, when asked, then it is refused', () => {
    given(voorzieningDecider, [geopend, plekken(1)])
      .when(reserveer(1, nu))
      .thenRefused('RESERVERING_AL_VERLOPEN');
  });

  it('given a reservation, when released, then the plek is free; released again, then nothing happens', () => {
    const release = new GeefReserveringVrij({ voorzieningId, reserveringId: reservering(1) }, testContext({ nu }));
    const vrij = feit.reserveringVrijgegeven.of({
      voorzieningId,
      reserveringId: reservering(1),
      trajectId: traject(1),
    });
    given(voorzieningDecider, [geopend, plekken(1), gereserveerd(1)])
      .when(release)
      .then(vrij);
    given(voorzieningDecider, [geopend, plekken(1), gereserveerd(1), vrij])
      .when(release)
      .thenNothingHappened();
  });

  it('given an own reservation, when the jeugdige moves in, then it is used and within capacity', () => {
    given(voorzieningDecider, [geopend, plekken(1), gereserveerd(1)])
      .when(new BezetPlek({ voorzieningId, trajectId: traject(1) }, testContext({ nu })))
      .then(
        feit.plekBezet.of({
          voorzieningId,
          trajectId: traject(1),
          reserveringId: reservering(1),
          bovenCapaciteit: false,
        }),
      );
  });

  it('given a reservation that lapsed and a new one, when an opname of before both is told, then the new one is used', () => {
    const opnieuw = feit.plekGereserveerd.of({
      ...{ voorzieningId, reserveringId: deriveId('opnieuw'), trajectId: traject(1) },
      geldigTot: '2026-03-04T12:00:00.000Z',
    });
    const geldigOp = '2026-02-02T09:00:00.000Z';
    given(voorzieningDecider, [geopend, plekken(1), gereserveerd(1, '2026-03-01T12:00:00.000Z'), opnieuw])
      .when(new BezetPlek({ voorzieningId, trajectId: traject(1) }, testContext({ nu, geldigOp })))
      .then(
        feit.plekBezet.of({
          ...{ voorzieningId, trajectId: traject(1), reserveringId: deriveId('opnieuw'), bovenCapaciteit: false },
        }),
      );
  });

  it('given a plek promised to another, when a jeugdige moves in all the same, then that is registered and flagged', () => {
    given(voorzieningDecider, [geopend, plekken(1), gereserveerd(2)])
      .when(new BezetPlek({ voorzieningId, trajectId: traject(1) }, testContext({ nu })))
      .then(feit.plekBezet.of({ voorzieningId, trajectId: traject(1), reserveringId: null, bovenCapaciteit: true }));
  });

  it('given a traject that does not live here, when it leaves, then nothing happens', () => {
    given(voorzieningDecider, [geopend, plekken(1)])
      .when(new GeefPlekVrij({ voorzieningId, trajectId: traject(1) }, testContext({ nu })))
      .thenNothingHappened();
  });

  it('given a promised plek, when plekken close below what is promised, then it is refused', () => {
    const sluit = (aantal: number) =>
      new SluitPlekken({ voorzieningId, aantal, vanaf: '2026-03-05' }, testContext({ nu }));
    given(voorzieningDecider, [geopend, plekken(2), gereserveerd(1)])
      .when(sluit(2))
      .thenRefused('PLEK_IS_GERESERVEERD');
    given(voorzieningDecider, [geopend, plekken(2), gereserveerd(1)])
      .when(sluit(1))
      .then(gesloten(1, '2026-03-05'));
    given(voorzieningDecider, [geopend, plekken(2)])
      .when(sluit(3))
      .thenRefused('MINDER_DAN_NUL_PLEKKEN');
  });

  it('given people on all plekken, when some close, then they close: occupation is a fact, capacity a plan', () => {
    given(voorzieningDecider, [geopend, plekken(2), bezet(1), bezet(2)])
      .when(new SluitPlekken({ voorzieningId, aantal: 1, vanaf: '2026-03-02' }, testContext({ nu })))
      .then(gesloten(1, '2026-03-02'));
  });
});

const commandArb = (index: number): fc.Arbitrary<VoorzieningCommand> => {
  const moment = new Date(Date.parse(nu) + index * 3_600_000).toISOString();
  const context = testContext({ nu: moment, commandId: deriveId('command', index) });
  const trajectId = fc.integer({ min: 1, max: 6 }).map(traject);
  const dag = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03', '2026-03-05');
  return fc.oneof(
    fc
      .integer({ min: 1, max: 3 })
      .chain((aantal) => dag.map((vanaf) => new OpenPlekken({ voorzieningId, aantal, vanaf }, context))),
    fc
      .integer({ min: 1, max: 3 })
      .chain((aantal) => dag.map((vanaf) => new SluitPlekken({ voorzieningId, aantal, vanaf }, context))),
    fc
      .tuple(trajectId, fc.integer({ min: 1, max: 60 }))
      .map(
        ([id, uren]) =>
          new ReserveerPlek(
            { voorzieningId, trajectId: id, geldigTot: new Date(Date.parse(moment) + uren * 3_600_000).toISOString() },
            context,
          ),
      ),
    trajectId.map((id) => new BezetPlek({ voorzieningId, trajectId: id }, context)),
    trajectId.map((id) => new GeefPlekVrij({ voorzieningId, trajectId: id }, context)),
  );
};

describe('whatever is asked of a voorziening', () => {
  const runs = fc.tuple(...Array.from({ length: 25 }, (_, index) => commandArb(index)));

  it('never is more reserved than open, at the moment of each decision and until the reservation ends', () => {
    fc.assert(
      fc.property(runs, (commands) => {
        let history: Past<VoorzieningEvent>[] = past([geopend]);
        for (const command of commands) {
          const state = fold(voorzieningDecider, history);
          let decided: readonly VoorzieningEvent[];
          try {
            decided = voorzieningDecider.decide(command, state, undefined);
          } catch {
            continue;
          }
          history = [
            ...history,
            ...decided.map((event, n) => ({
              ...event,
              id: deriveId(command.context.commandId, n),
              geldigOp: command.context.geldigOp,
              vastgelegdOp: command.context.nu,
            })),
          ];
          const after = fold(voorzieningDecider, history)!;
          const reserved = geldigeReserveringen(after, command.context.nu);
          if (command.naam === 'voorziening.reserveer-plek' && decided.length > 0)
            expect(reserved.length + after.bezet.length).toBeLessThanOrEqual(
              minstOpenPlekken(after, command.context.nu, command.data.geldigTot),
            );
        }
      }),
      { numRuns: 300 },
    );
  });
});
