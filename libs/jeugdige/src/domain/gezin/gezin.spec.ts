import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { dag, dossier, jeugdigeId, oma, omaVastgelegd, op, trainer, trainerVastgelegd } from '../omgeving.kit.js';
import { LegOpvoedbesluitVast, StartHulpOuders, StopHulpOuders, VraagHulpOuders } from './commands.js';
import { nieuwHulpOudersId } from './decide.js';
import { gezinFeiten as feit } from './events.js';

const hulpId = deriveId('hulp');
const gevraagd = feit.hulpOudersGevraagd.of({ jeugdigeId, hulpId, soort: 'ggz' });
const gestart = feit.hulpOudersGestart.of({ jeugdigeId, hulpId });
const gestopt = feit.hulpOudersGestopt.of({ jeugdigeId, hulpId });
const start = (n: number) => new StartHulpOuders({ jeugdigeId, hulpId }, op(n));
const stop = (n: number) => new StopHulpOuders({ jeugdigeId, hulpId }, op(n));

describe('the opvoedbesluit of a gezinsopname', () => {
  const besluit = { uitkomst: 'bij_ouders' as const, meeOpgenomen: [oma], toelichting: null };
  const vastgelegd = feit.opvoedbesluitVastgelegd.of({ jeugdigeId, ...besluit });
  const leg = (changes: object = {}, n = 5) => new LegOpvoedbesluitVast({ jeugdigeId, ...besluit, ...changes }, op(n));

  it('given who stayed along, then it is recorded; told once more it is not', () => {
    expect(dossier([2, omaVastgelegd]).doe(leg())).toEqual([vastgelegd]);
    const daarna = dossier([2, omaVastgelegd], [5, vastgelegd]);
    expect(daarna.doe(leg())).toEqual([]);
    expect(daarna.stand.gezin.opvoedbesluiten).toEqual([{ op: dag(5), ...besluit }]);
  });

  it.each([
    { uitkomst: 'niet_bij_ouders' },
    { meeOpgenomen: [] },
    { meeOpgenomen: [oma, trainer] },
    { toelichting: 'Na overleg.' },
  ])('given another %j at the same moment, then that is news', (changes) => {
    const verloop = dossier([2, omaVastgelegd], [2, trainerVastgelegd], [5, vastgelegd]);
    expect(verloop.doe(leg(changes))).toHaveLength(1);
    expect(verloop.doe(leg({}, 6))).toEqual([vastgelegd]);
  });

  it('given somebody who is not in the netwerk, then it is refused, also when that follows from a withdrawal', () => {
    dossier().weigert(leg(), 'NIET_GEVONDEN');
    expect(dossier([5, vastgelegd]).strijd()).toMatchObject([{ regel: 'NIET_GEVONDEN' }]);
  });
});

describe('help for the parents themselves', () => {
  it('given a question, a start and an end, then each stands with its moment', () => {
    const vraag = new VraagHulpOuders({ jeugdigeId, soort: 'ggz' }, op(2));
    expect(dossier().doe(vraag)).toEqual([
      { ...gevraagd, data: { ...gevraagd.data, hulpId: nieuwHulpOudersId(vraag.context.commandId) } },
    ]);
    expect(dossier([2, gevraagd]).doe(start(4))).toEqual([gestart]);
    expect(dossier([2, gevraagd], [4, gestart]).doe(stop(6))).toEqual([gestopt]);
    const verloop = dossier([2, gevraagd], [4, gestart], [6, gestopt]);
    expect(verloop.stand.gezin.hulpOuders).toEqual([
      { hulpId, soort: 'ggz', gevraagdOp: dag(2), gestartOp: dag(4), gestoptOp: dag(6) },
    ]);
    expect(verloop.strijd()).toEqual([]);
  });

  it('given two questions, then the start of one leaves the other waiting', () => {
    const ander = feit.hulpOudersGevraagd.of({ jeugdigeId, hulpId: deriveId('ander'), soort: 'schulden' });
    expect(dossier([2, gevraagd], [2, ander], [4, gestart]).stand.gezin.hulpOuders).toMatchObject([
      { soort: 'ggz', gestartOp: dag(4) },
      { soort: 'schulden', gestartOp: null },
    ]);
  });

  it('given help that never started, then it can stop', () =>
    expect(dossier([2, gevraagd]).doe(stop(6))).toEqual([gestopt]));

  it('given a start or an end told once more, then nothing is recorded', () => {
    expect(dossier([2, gevraagd], [4, gestart]).doe(start(5))).toEqual([]);
    expect(dossier([2, gevraagd], [4, gestopt]).doe(stop(5))).toEqual([]);
  });

  it('given nothing asked, a wrong order or help that stopped, then it is refused', () => {
    dossier().weigert(start(4), 'NIET_GEVONDEN');
    dossier().weigert(stop(4), 'NIET_GEVONDEN');
    dossier([4, gevraagd]).weigert(start(3), 'DATUM_VOLGORDE');
    dossier([2, gevraagd], [5, gestart]).weigert(stop(4), 'DATUM_VOLGORDE');
    dossier([2, gevraagd], [4, gestopt]).weigert(start(5), 'HULP_IS_GESTOPT');
  });
});
