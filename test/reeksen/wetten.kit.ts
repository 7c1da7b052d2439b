import { deepStrictEqual, ok } from 'node:assert/strict';
import type { RecordedEvent } from '@regielijn/event-store';
import { fold, plusUren } from '@regielijn/kern';
import { machtigingDecider } from '@regielijn/machtiging';
import { dagVan, type Feit, feitenOp } from './naslag.kit.js';

/** What was decided, with all that stood before it in the same stream. */
interface Besluit {
  readonly feit: Feit;
  readonly ervoor: readonly Feit[];
  readonly history: readonly RecordedEvent[];
}

type Soort = 'MGJ' | 'SPOED' | 'VMGJ';
type Toestanden = Readonly<Partial<Record<Soort, readonly string[]>>>;

const IN_UITVOER: Toestanden = { MGJ: ['TEN_UITVOER'], VMGJ: ['OMGEZET'] };
const LOOPT: Toestanden = { VMGJ: ['LOOPT'] };

/** From where each decision may be taken, read from the law and not from the table of the engine. */
const VANUIT: Readonly<Record<string, Toestanden>> = {
  // Jeugdwet art. 6.1.12 lid 5
  'machtiging.schorsing-verleend': IN_UITVOER,
  'machtiging.schorsing-ingetrokken': { MGJ: ['GESCHORST'], VMGJ: ['GESCHORST'] },
  // Jeugdwet art. 6.4.1
  'machtiging.verlof-verleend': IN_UITVOER,
  'machtiging.verlof-ingetrokken': IN_UITVOER,
  // Jeugdwet art. 6.1.5 and 6.1.6
  'machtiging.hulpverleningsplan-gewijzigd': LOOPT,
  'machtiging.opname-verplicht-vastgesteld': LOOPT,
  'machtiging.opname-bevoegd-vastgesteld': LOOPT,
  'machtiging.opnamebeslissing-genomen': { VMGJ: ['OPNAME_VERPLICHT', 'OPNAME_BEVOEGD'] },
};

const naamVan = ({ type }: { readonly type: string }): string => type.replace(/@\d+$/, '');
const van = (feiten: readonly Feit[], naam: string): readonly Feit[] => feiten.filter((feit) => naamVan(feit) === naam);

const vanuitDeWet = ({ feit, history }: Besluit): void => {
  const state = fold(machtigingDecider, history as never)!;
  const toegestaan = VANUIT[naamVan(feit)]![state.soort] ?? [];
  ok(toegestaan.includes(state.toestand), `${naamVan(feit)} of a ${state.soort} in ${state.toestand}`);
};

const opEenDagVanDeVerlening = ({ feit, ervoor }: Besluit): void => {
  const [verlening] = van(ervoor, 'machtiging.verleend');
  const dag = dagVan(feit.geldigOp);
  ok(verlening && verlening.data['geldigVan'] <= dag && dag < verlening.data['geldigTot'], 'it does not hold that day');
};

const metInstemming = ({ feit }: Besluit): void =>
  ok(feit.data['instemming'] !== null, 'a gedragswetenschapper must agree');

const verzoekVolgensDeWet = ({ feit: { data } }: Besluit): void => {
  // Jeugdwet art. 6.1.12 lid 2
  ok(!(data['soort'] === 'SPOED' && data['verlenging']), 'a spoedmachtiging cannot be extended');
  // Jeugdwet art. 6.1.8 lid 4 and art. 6.1.3 lid 3
  const zonderOnderzoek = data['soort'] === 'SPOED' && data['redenGeenOnderzoek'] !== null;
  ok(data['instemming'] !== null || zonderOnderzoek, 'a gedragswetenschapper must agree');
  // Jeugdwet art. 6.1.8 lid 1 to 3
  const { giMaatregel, giJeugdreclassering } = data['bevoegdheid'] ?? {};
  const isGi = data['verzoekerSoort'] === 'GI';
  ok(!isGi || [giMaatregel, giJeugdreclassering].includes(data['verzoeker']), 'another GI than carries something out');
  ok(data['verzoekerSoort'] !== 'anders', 'only those of the law request');
  // Jeugdwet art. 6.1.4 lid 4
  ok(data['soort'] !== 'VMGJ' || data['hulpverleningsplan'] !== null, 'a VMGJ needs a plan');
};

/** Source: Jeugdwet art. 6.3.2.2 lid 3. */
const eenVerlengingVanEenInsluiting = ({ feit, ervoor }: Besluit): void => {
  const deze = ({ data }: Feit): boolean => data['maatregelId'] === feit.data['maatregelId'];
  deepStrictEqual(van(ervoor, 'traject.maatregel-toegepast').find(deze)?.data['maatregel'], 'insluiting');
  ok(!van(ervoor, 'traject.maatregel-verlengd').some(deze), 'an insluiting is extended once');
  ok(feit.data['door'] === 'gedragswetenschapper', 'only a gedragswetenschapper extends');
};

/** Source: Normenkader B7. */
const nazorgOpgepakt = ({ ervoor }: Besluit): void => {
  const plan = van(ervoor, 'traject.nazorgplan-vastgesteld').at(-1);
  const opgepakt = van(ervoor, 'traject.lokale-partner-opgepakt').map(({ data }) => data['levensgebied'] as string);
  const gebieden = plan?.data['levensgebieden'] as readonly { levensgebied: string; nodig: boolean }[] | undefined;
  const open = gebieden?.filter(({ levensgebied, nodig }) => nodig && !opgepakt.includes(levensgebied));
  deepStrictEqual(open, [], 'nazorg that is needed and nobody took up');
};

/** No more promised and lived in than there are plekken: the double toewijzing that this engine is there to end. */
const nietMeerDanDePlekken = ({ feit, ervoor }: Besluit): void => {
  const { vastgelegdOp: nu } = feit;
  const alles = [...ervoor, feit];
  const aantal = (naam: string): number =>
    van(alles, naam).reduce((som, { data }) => som + (data['vanaf'] <= dagVan(nu) ? (data['aantal'] as number) : 0), 0);
  const bewoners = new Set<string>();
  const beloofd = new Map<string, string>();
  for (const { type, data } of alles) {
    const traject = data['trajectId'] as string;
    if (type.startsWith('voorziening.plek-bezet@')) bewoners.add(traject);
    if (type.startsWith('voorziening.plek-vrijgekomen@')) bewoners.delete(traject);
    if (type.startsWith('voorziening.plek-gereserveerd@') && data['geldigTot'] > nu)
      beloofd.set(data['reserveringId'] as string, traject);
    if (/^voorziening\.(reservering-vrijgegeven|plek-bezet)@/.test(type))
      beloofd.delete(data['reserveringId'] as string);
  }
  const open = aantal('voorziening.plekken-geopend') - aantal('voorziening.plekken-gesloten');
  ok(bewoners.size + beloofd.size <= open, `${bewoners.size} live there and ${beloofd.size} are promised, of ${open}`);
};

/** Who accepts, was asked; while the offer stood. As long as its term stands still it does not end; later it ends so many days later. */
const aanvaardDoorWieWerdGevraagd = ({ feit, ervoor }: Besluit): void => {
  const aanbod = van(ervoor, 'jeugdige.regieoverdracht-aangeboden').at(-1);
  deepStrictEqual(aanbod?.data['overdrachtId'], feit.data['overdrachtId'], 'only the last offer is open');
  deepStrictEqual(feit.data['door'], aanbod?.data['aan'], 'another one than was asked');
  const over = (naam: string): readonly Feit[] =>
    van(ervoor, naam).filter(({ data }) => data['overdrachtId'] === feit.data['overdrachtId']);
  const hervat = over('jeugdige.regieoverdracht-hervat');
  const staatStil = over('jeugdige.regieoverdracht-stilgezet').length > hervat.length;
  const dagen = hervat.reduce((som, { data }) => som + (data['dagen'] as number), 0);
  // By the clock on the wall: a change of the clock is an hour more or less.
  const uren = dagen * 24 + (dagen > 0 ? 1 : 0);
  ok(staatStil || plusUren(aanbod?.data['geldigTot'] as string, uren) > feit.vastgelegdOp, 'the offer was over');
};

type Wet = (besluit: Besluit) => void;

/** What may not be decided, whatever the engine thinks: by the name of the event. */
const WETTEN: Readonly<Record<string, readonly Wet[]>> = {
  ...Object.fromEntries(Object.keys(VANUIT).map((naam) => [naam, [vanuitDeWet, opEenDagVanDeVerlening]])),
  'machtiging.schorsing-verleend': [vanuitDeWet, opEenDagVanDeVerlening, metInstemming],
  'machtiging.verlof-verleend': [vanuitDeWet, opEenDagVanDeVerlening, metInstemming],
  'machtiging.verzoek-ingediend': [verzoekVolgensDeWet],
  'traject.maatregel-verlengd': [eenVerlengingVanEenInsluiting],
  'traject.verlof-verleend': [
    ({ feit }) => ok(feit.data['instemmingGedragswetenschapper'] === true, 'a gedragswetenschapper must agree'),
  ],
  'traject.afgesloten': [nazorgOpgepakt],
  'voorziening.plek-gereserveerd': [nietMeerDanDePlekken],
  'jeugdige.regieoverdracht-aanvaard': [aanvaardDoorWieWerdGevraagd],
};

/** Holds what a besluit recorded against the laws, by what stood at that moment. */
export const toetsWetten = (history: readonly RecordedEvent[], eventIds: readonly string[]): void => {
  for (const eventId of eventIds) {
    const plek = history.findIndex(({ id }) => id === eventId);
    if (plek === -1) continue;
    const feit = history[plek] as unknown as Feit;
    const ervoor = history.slice(0, plek);
    for (const wet of WETTEN[naamVan(feit)] ?? []) wet({ feit, ervoor: feitenOp(ervoor), history: ervoor });
  }
};
