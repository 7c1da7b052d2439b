import { describe, expect, it } from '@jest/globals';
import { deriveId } from '@regielijn/kern';
import { dag, dossier, jeugdigeId, oma, omaVastgelegd, op } from '../omgeving.kit.js';
import {
  BiedFamiliegroepsplanAan,
  LaatNetwerkpersoonVervallen,
  LegNetwerkpersoonVast,
  StelFamiliegroepsplanVast,
  WijzigNetwerkpersoon,
} from './commands.js';
import { nieuwPersoonId } from './decide.js';
import { netwerkFeiten as feit } from './events.js';

const truida = { naam: 'Truida Voorbeeld', contact: null, relatie: 'oma' as const, gezag: false };
const wijzig = (changes: object, n = 5) =>
  new WijzigNetwerkpersoon({ jeugdigeId, persoonId: oma, ...truida, ...changes }, op(n));
const vervallen = feit.netwerkpersoonVervallen.of({ jeugdigeId, persoonId: oma });
const laatVervallen = (n: number, persoonId = oma) => new LaatNetwerkpersoonVervallen({ jeugdigeId, persoonId }, op(n));

describe('somebody of the network', () => {
  it('given nobody, when somebody is recorded, then that person gets an id of the command', () => {
    const command = new LegNetwerkpersoonVast({ jeugdigeId, ...truida }, op(2));
    const persoonId = nieuwPersoonId(command.context.commandId);
    expect(dossier().doe(command)).toEqual([feit.netwerkpersoonVastgelegd.of({ jeugdigeId, persoonId, ...truida })]);
  });

  it('given input without contact and gezag, then both are not known', () => {
    const gegeven = { jeugdigeId, naam: 'Truida Voorbeeld', relatie: 'oma' };
    expect(LegNetwerkpersoonVast.definition.schema.parse(gegeven)).toMatchObject({ contact: null, gezag: null });
  });

  it('given somebody whose gezag changes, then the same person stands with it since that day', () => {
    const verloop = dossier([2, omaVastgelegd], [5, wijziging({ gezag: true })]);
    expect(verloop.stand.netwerk.personen).toEqual([
      { persoonId: oma, ...truida, gezag: true, sinds: dag(5), vervallenOp: null },
    ]);
    expect(verloop.strijd()).toEqual([]);
  });
  const wijziging = (changes: object) =>
    feit.netwerkpersoonVastgelegd.of({ jeugdigeId, persoonId: oma, ...truida, ...changes });

  it.each([{ gezag: true }, { contact: '06 00 00 00 00' }, { relatie: 'tante' }, { naam: 'Truus Voorbeeld' }])(
    'given another %j, then that is recorded; told once more it is not',
    (changes) => {
      expect(dossier([2, omaVastgelegd]).doe(wijzig(changes))).toEqual([wijziging(changes)]);
      expect(dossier([2, omaVastgelegd], [3, wijziging(changes)]).doe(wijzig(changes))).toEqual([]);
    },
  );

  it('given nothing else, then nothing is recorded', () => {
    expect(dossier([2, omaVastgelegd]).doe(wijzig({}))).toEqual([]);
  });

  it('given a change before the person was recorded, or of nobody known, then it is refused', () => {
    dossier([4, omaVastgelegd]).weigert(wijzig({ gezag: true }, 3), 'DATUM_VOLGORDE');
    dossier().weigert(wijzig({}), 'NIET_GEVONDEN');
  });

  it('given somebody who drops out, then that is recorded once, and the person stays known', () => {
    expect(dossier([2, omaVastgelegd]).doe(laatVervallen(4))).toEqual([vervallen]);
    const daarna = dossier([2, omaVastgelegd], [4, vervallen]);
    expect(daarna.doe(laatVervallen(5))).toEqual([]);
    expect(daarna.stand.netwerk.personen).toMatchObject([{ persoonId: oma, vervallenOp: dag(4) }]);
  });

  it('given somebody who dropped out and comes back, then that is news even when nothing else changed', () => {
    const daarna = dossier([2, omaVastgelegd], [4, vervallen]);
    expect(daarna.doe(wijzig({}))).toEqual([omaVastgelegd]);
    daarna.weigert(wijzig({}, 3), 'DATUM_VOLGORDE');
    expect(dossier([2, omaVastgelegd], [4, vervallen], [5, omaVastgelegd]).stand.netwerk.personen).toMatchObject([
      { vervallenOp: null },
    ]);
  });

  it('given nobody by that id, or a moment before the person was recorded, then dropping out is refused', () => {
    dossier([2, omaVastgelegd]).weigert(laatVervallen(4, deriveId('niemand')), 'NIET_GEVONDEN');
    dossier([4, omaVastgelegd]).weigert(laatVervallen(3), 'DATUM_VOLGORDE');
  });

  it('given that the recording is withdrawn, then who dropped out has nothing to rest on', () => {
    expect(dossier([4, vervallen]).strijd()).toMatchObject([
      { regel: 'NIET_GEVONDEN', zin: expect.stringContaining('trek het in') },
    ]);
  });
});

describe('the familiegroepsplan', () => {
  const aangeboden = (uitkomst: 'aanvaard' | 'afgezien') =>
    feit.familiegroepsplanAangeboden.of({ jeugdigeId, uitkomst });
  const bied = (n: number) => new BiedFamiliegroepsplanAan({ jeugdigeId, uitkomst: 'afgezien' }, op(n));
  const plan = (versie: number, inhoud = 'Oma haalt uit school.') => ({ jeugdigeId, versie, inhoud });
  const vastgesteld = (versie: number) => feit.familiegroepsplanVastgesteld.of(plan(versie));
  const stel = (versie: number, n: number, inhoud?: string) =>
    new StelFamiliegroepsplanVast(plan(versie, inhoud), op(n));

  it('given an offer that was waived, then that is recorded, once for each time', () => {
    expect(dossier().doe(bied(2))).toEqual([aangeboden('afgezien')]);
    expect(dossier([2, aangeboden('afgezien')]).doe(bied(2))).toEqual([]);
    expect(dossier([2, aangeboden('afgezien')]).doe(bied(9))).toEqual([aangeboden('afgezien')]);
    expect(dossier([2, aangeboden('aanvaard')]).doe(bied(2))).toEqual([aangeboden('afgezien')]);
  });

  it('given an earlier offer that is told afterwards, then it stands before the later one', () => {
    const { familiegroepsplan } = dossier([9, aangeboden('aanvaard')], [2, aangeboden('afgezien')]).stand.netwerk;
    expect(familiegroepsplan.aanbiedingen).toEqual([
      { uitkomst: 'afgezien', op: dag(2) },
      { uitkomst: 'aanvaard', op: dag(9) },
    ]);
  });

  it('given a first plan and a next version, then both are recorded and the last one holds', () => {
    expect(dossier().doe(stel(1, 3))).toEqual([vastgesteld(1)]);
    expect(dossier([3, vastgesteld(1)]).doe(stel(2, 5))).toEqual([vastgesteld(2)]);
    const { plan: laatste } = dossier([3, vastgesteld(1)], [5, vastgesteld(2)]).stand.netwerk.familiegroepsplan;
    expect(laatste).toEqual({ versie: 2, inhoud: 'Oma haalt uit school.', op: dag(5) });
  });

  it('given the same version with the same words, then nothing is recorded; with other words it is refused', () => {
    expect(dossier([3, vastgesteld(2)]).doe(stel(2, 5))).toEqual([]);
    dossier([3, vastgesteld(2)]).weigert(stel(2, 5, 'Opa haalt uit school.'), 'VERSIE_NIET_NIEUWER');
    dossier([3, vastgesteld(2)]).weigert(stel(1, 5), 'VERSIE_NIET_NIEUWER');
  });

  it('given a version dated before the one it replaces, then it is refused, and so is a correction that makes it so', () => {
    dossier([3, vastgesteld(1)]).weigert(stel(2, 2), 'DATUM_VOLGORDE');
    expect(dossier([6, vastgesteld(1)], [5, vastgesteld(2)]).strijd()).toMatchObject([{ regel: 'DATUM_VOLGORDE' }]);
  });
});
