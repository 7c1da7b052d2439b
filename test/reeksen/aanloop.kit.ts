import fc from 'fast-check';
import { dag, id, uur } from './later.kit.js';
import { BSNS, verzoek } from './voorbeelden.kit.js';
import type { Zet } from './reeks.kit.js';

const geef = (naam: string, invoer: object): Zet => ({ doe: 'geef', vraag: { naam, invoer, uren: 0 } });
const beide = (naam: string, invoer: (nr: number) => object): Zet[] => [0, 1].map((nr) => geef(naam, invoer(nr)));

/** Two jeugdigen, two machtigingen of these kinds, two trajecten and a voorziening. */
const begin = (soorten: readonly [string, string]): readonly Zet[] => [
  ...beide('jeugdige.registreer', (nr) => ({
    ...{ bsn: BSNS[nr], naam: `Kind ${nr}`, geboortedatum: '2010-05-05', geslacht: 'x' },
    gemeente: { code: '0599' },
  })),
  ...beide('machtiging.dien-verzoek-in', (nr) => ({ jeugdigeId: id(nr), ...verzoek(soorten[nr]!) })),
  ...beide('traject.meld-aan', (nr) => ({
    ...{ jeugdigeId: id(nr), urgentie: 'regulier', kader: 'gedwongen', herkomst: 'thuis', aanmelder: 'gi-jb-west' },
  })),
  geef('voorziening.open', {
    ...{ naam: 'De Linde', aanbieder: 'aanbieder-demo', gemeentecode: '0599', variant: 'dwanggroep' },
  }),
  geef('voorziening.open-plekken', { voorzieningId: id(0), aantal: 2, vanaf: dag(0) }),
];

/** Of two dossiers that go together, one may bear a BSN. */
const zonderBsn = geef('jeugdige.corrigeer', {
  ...{ jeugdigeId: id(1), vervangt: id(0), velden: { bsn: null }, gebeurdOp: null, reden: 'van een ander' },
});
const samen = [
  zonderBsn,
  geef('jeugdige.voeg-samen', { jeugdigeId: id(0), metJeugdigeId: id(1), reden: 'twee keer aangemeld' }),
];

/** What usually comes next. A sequence that begins with some of it comes to where the rules bite. */
const vervolg = (soorten: readonly [string, string]): readonly Zet[] => [
  geef('jeugdige.bied-regieoverdracht-aan', {
    ...{ jeugdigeId: id(0), aan: { soort: 'GI', organisatie: 'gi-jb-west' }, geldigTot: uur(300) },
  }),
  geef('jeugdige.bied-regieoverdracht-aan', {
    ...{ jeugdigeId: id(1), aan: { soort: 'GI', organisatie: 'gi-jb-west' }, geldigTot: uur(300) },
  }),
  geef('jeugdige.aanvaard-regieoverdracht', {
    ...{ jeugdigeId: id(0), overdrachtId: id(0), organisatie: 'gi-jb-west', medewerker: 'mw-1', voorwaarden: ['bel'] },
  }),
  geef('jeugdige.leg-netwerkpersoon-vast', { jeugdigeId: id(0), naam: 'Oma', relatie: 'oma' }),
  geef('jeugdige.vraag-advies', { jeugdigeId: id(0), bij: 'GI', vraag: 'wat nu' }),
  geef('jeugdige.vraag-hulp-ouders', { jeugdigeId: id(1), soort: 'ggz' }),
  ...beide('machtiging.leg-beschikking-vast', (nr) => ({
    ...{ machtigingId: id(nr), uitkomst: 'verleend', beschikkingOp: dag(0) },
    ...{ geldigVan: dag(0), geldigTot: dag(28) },
  })),
  ...beide('machtiging.leg-gebeurtenis-vast', (nr) => ({
    ...{ machtigingId: id(nr), gebeurtenis: soorten[nr] === 'VMGJ' ? 'toezicht_gestart' : 'opname_gestart' },
  })),
  geef('voorziening.reserveer-plek', { voorzieningId: id(0), trajectId: id(1), geldigTot: uur(400) }),
  geef('traject.meld-aan-bij-aanbieder', { trajectId: id(1), aanbieder: 'aanbieder-demo', vraag: 'behandeling' }),
  geef('traject.start-opname', { trajectId: id(0), voorzieningId: id(0), machtigingId: id(0) }),
  geef('traject.stel-plan-vast', {
    ...{ trajectId: id(0), versie: 1, doelen: [{ levensgebied: 'wonen', doel: 'thuis' }], geldigVan: dag(0) },
  }),
  geef('traject.pas-maatregel-toe', {
    ...{ trajectId: id(0), maatregel: 'insluiting', machtigingId: id(0), inPlan: true, noodsituatie: true },
    ...{ reden: 'gevaar', beslotenDoor: 'jeugdhulpverantwoordelijke' },
  }),
  zonderBsn,
  geef('voorziening.open', {
    ...{ naam: 'De Eik', aanbieder: 'aanbieder-demo', gemeentecode: '0518', variant: 'kib' },
  }),
];

const soort = fc.constantFrom('MGJ', 'SPOED', 'VMGJ');

/**
 * How a sequence begins: with what must be there, and any part of what usually comes next. One in four goes on with two
 * dossiers that are one, unless one of them waits for the answer to an offer.
 */
export const aanloop: fc.Arbitrary<readonly Zet[]> = fc
  .tuple(soort, soort, fc.nat(3))
  .chain(([een, ander, nr]) =>
    fc
      .subarray([...vervolg([een, ander])], { minLength: 8 })
      .map((deel) => [...begin([een, ander]), ...deel, ...(nr === 0 ? samen : [])]),
  );
