import { uniek } from '@regielijn/kern';
import { kanWaardeHebben, ORDENBAAR } from './profiel.js';
import { type Toets, vergelijkingenIn } from './toets.js';
import type { Regel, Route, TriageVersie } from './triage-regels.js';

/** What is wrong in a table, by the path of the key. */
export interface Fout {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What a schema of separate rows cannot see: rows that point at something that is not there, or that contradict. */
export const controleerVersie = (versie: TriageVersie): readonly Fout[] => [
  ...dubbeleIds(versie),
  ...regelsIn(versie).flatMap(({ regel, path }) => fouteWaarden(regel.toets, versie, [...path, 'toets'])),
  ...fouteLezingen(versie),
  ...versie.varianten.flatMap((_, index) => foutenInVariant(versie, index)),
  ...versie.routes.flatMap((route, index) => foutenInRoute(route, versie, ['routes', index])),
];

interface MetPad<T> {
  readonly regel: T;
  readonly path: (string | number)[];
}

const metPad = <T>(rijen: readonly T[], ...path: (string | number)[]): MetPad<T>[] =>
  rijen.map((regel, index) => ({ regel, path: [...path, index] }));

const regelsIn = ({ varianten, routes, signalen }: TriageVersie): readonly MetPad<Regel>[] => [
  ...varianten.flatMap(({ criteria, contraIndicaties }, index) => [
    ...metPad<Regel>(criteria, 'varianten', index, 'criteria'),
    ...metPad<Regel>(contraIndicaties, 'varianten', index, 'contraIndicaties'),
  ]),
  ...routes.flatMap(({ voorwaarden }, index) => metPad(voorwaarden, 'routes', index, 'voorwaarden')),
  ...metPad<Regel>(signalen, 'signalen'),
];

const dubbeleIds = (versie: TriageVersie): Fout[] =>
  (['varianten', 'instellingen', 'routes', 'plekcriteria'] as const).flatMap((lijst) => {
    const ids = versie[lijst].map(({ id }) => id);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [{ path: [lijst, index, 'id'], message: `"${id}" staat er twee keer in` }],
    );
  });

const fouteWaarden = (toets: Toets, { varianten }: TriageVersie, path: Fout['path']): Fout[] =>
  vergelijkingenIn(toets).flatMap((deel) => {
    const { op, attribuut } = deel;
    const waarden = op === 'een_van' ? deel.waarden : [deel.waarde];
    const bekend = attribuut === 'verblijftAlIn' ? (id: unknown) => varianten.some((rij) => rij.id === id) : () => true;
    const fout = waarden.find((waarde) => !kanWaardeHebben(attribuut, waarde) || !bekend(waarde));
    const zonderOrde = (op === 'minstens' || op === 'hoogstens') && !ORDENBAAR.includes(attribuut);
    return [
      ...(fout === undefined ? [] : [{ path, message: `"${attribuut}" kan niet ${JSON.stringify(fout)} zijn` }]),
      ...(zonderOrde ? [{ path, message: `"${op}" kan niet bij "${attribuut}"` }] : []),
    ];
  });

const fouteLezingen = (versie: TriageVersie): Fout[] => {
  const lezingen = new Map(versie.instellingen.map(({ id, lezingen }) => [id, lezingen.map((lezing) => lezing.id)]));
  const rijen = [
    ...regelsIn(versie),
    ...versie.varianten.flatMap(({ kenmerken }, index) => metPad(kenmerken, 'varianten', index, 'kenmerken')),
  ];
  const gebruikt = new Set(rijen.flatMap(({ regel }) => Object.keys(regel.bijLezing)));
  return [
    ...rijen.flatMap(({ regel, path }) =>
      Object.entries(regel.bijLezing)
        .filter(([id, lezing]) => !lezingen.get(id)?.includes(lezing))
        .map(([id, lezing]) => ({ path: [...path, 'bijLezing', id], message: `lezing "${lezing}" bestaat niet` })),
    ),
    ...versie.instellingen.flatMap(({ id, standaard, lezingen: van }, index) => [
      ...(van.some((lezing) => lezing.id === standaard)
        ? []
        : [{ path: ['instellingen', index, 'standaard'], message: `lezing "${standaard}" bestaat niet` }]),
      ...(gebruikt.has(id)
        ? []
        : [{ path: ['instellingen', index, 'id'], message: `geen enkele rij hangt af van "${id}"` }]),
    ]),
  ];
};

const foutenInVariant = ({ varianten }: TriageVersie, index: number): Fout[] => {
  const { trede, criteria, contraIndicaties, vormen } = varianten[index]!;
  const vorige = varianten[index - 1];
  const path = ['varianten', index];
  const teLaat = vorige !== undefined && trede !== null && trede < (vorige.trede ?? Infinity);
  const attributen = uniek([...criteria, ...contraIndicaties].flatMap(({ toets }) => vergelijkingenIn(toets))).map(
    (deel) => deel.attribuut,
  );
  const vervalt = vormen.flatMap((vorm) => vorm.vervalt).find((attribuut) => !attributen.includes(attribuut));
  const altijd = criteria.some(({ bijLezing }) => Object.keys(bijLezing).length === 0);
  return [
    ...(teLaat
      ? [{ path: [...path, 'trede'], message: 'zet de lichtste variant eerst en de routering achteraan' }]
      : []),
    ...(vervalt ? [{ path: [...path, 'vormen'], message: `geen criterium gaat over "${vervalt}"` }] : []),
    // Else a reading could leave no criterium at all, and everybody would fit.
    ...(altijd
      ? []
      : [{ path: [...path, 'criteria'], message: 'er moet een criterium zijn dat bij elke lezing geldt' }]),
  ];
};

const foutenInRoute = ({ gebieden }: Route, versie: TriageVersie, path: Fout['path']): Fout[] =>
  gebieden.flatMap((gebied, index) => {
    const onbekend = gebied.regios?.find((regio) => !versie.regios.includes(regio));
    const dubbel = gebieden.slice(0, index).some((eerder) => zelfdeRegio(eerder, gebied) && overlapt(eerder, gebied));
    const plek = [...path, 'gebieden', index];
    return [
      ...(onbekend ? [{ path: [...plek, 'regios'], message: `regio "${onbekend}" is niet bekend` }] : []),
      ...(dubbel
        ? [{ path: [...plek, 'geldigVanaf'], message: 'deze periode overlapt een andere in dezelfde regio' }]
        : []),
    ];
  });

type Gebied = Route['gebieden'][number];

const zelfdeRegio = (a: Gebied, b: Gebied): boolean =>
  a.regios === null || b.regios === null || a.regios.some((regio) => b.regios!.includes(regio));

const overlapt = (a: Gebied, b: Gebied): boolean =>
  (a.geldigVanaf ?? '') < (b.geldigTot ?? '9999') && (b.geldigVanaf ?? '') < (a.geldigTot ?? '9999');

/** Every `bron`, however deep, of which a publication is not among the titles. Two publications are split by "; ". */
export const bronnenZonderTitel = (deel: unknown, titels: readonly string[], path: Fout['path']): readonly Fout[] => {
  if (typeof deel !== 'object' || deel === null) return [];
  return Object.entries(deel).flatMap(([sleutel, waarde]: [string, unknown]) => {
    const hier = [...path, Array.isArray(deel) ? Number(sleutel) : sleutel];
    if (sleutel !== 'bron' || typeof waarde !== 'string') return bronnenZonderTitel(waarde, titels, hier);
    const zonder = waarde
      .split('; ')
      .find((bron) => !titels.some((titel) => bron === titel || bron.startsWith(`${titel}, `)));
    return zonder === undefined ? [] : [{ path: hier, message: `"${zonder}" begint niet met een van de bronnen` }];
  });
};
