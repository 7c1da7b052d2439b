import { type Dag, dagVan, schuifMaanden } from './kalender.js';
import { kiesDag, kiesUrgentie, maakOntwerp, NOG_IN_ZORG, type Ontwerp, type Opdracht } from './ontwerp.js';
import type { VertrekUitBeginstand } from './vertrek.js';

/** How far chance may shift who counts as a late departure when choosing the long trajecten, in days. */
const SPREIDING_LANGE_DUUR = 90;
/** The most by which a long traject exceeds the published duration, in days. */
const HOOGSTE_OVERSCHRIJDING = 300;

/**
 * The trajecten of everybody in care when the year began, with an opname that makes the published share of the trajecten
 * that end in the year a long one: mostly those who leave late.
 */
export function maakBeginstand(vertrek: VertrekUitBeginstand, opdracht: Opdracht): Ontwerp[] {
  const { quota, random } = opdracht;
  const plaatsen = [...vertrek].flatMap(([regio, dagen]) => dagen.map((einde) => ({ regio, einde })));
  const vertrekkers = plaatsen
    .filter(({ einde }) => einde !== NOG_IN_ZORG)
    .map((plaats) => ({ ...plaats, volgorde: plaats.einde + kiesDag(random, 0, SPREIDING_LANGE_DUUR) }))
    .toSorted((a, b) => b.volgorde - a.volgorde);
  const blijvers = plaatsen.filter(({ einde }) => einde === NOG_IN_ZORG);
  const maak = (regio: string, opname: Dag, einde: Dag): Ontwerp =>
    maakOntwerp({ regio, opname, urgentie: kiesUrgentie(opdracht, opname) }, einde);
  return [
    ...vertrekkers.map(({ regio, einde }, rang) =>
      maak(regio, kiesOpname(einde, rang < quota.langeDuur, opdracht), einde),
    ),
    ...blijvers.map(({ regio, einde }) => maak(regio, kiesOpname(jaarbegin(opdracht), false, opdracht), einde)),
  ];
}

const jaarbegin = ({ targets }: Opdracht): Dag => dagVan(`${targets.jaar}-01-01`);

/** A day before the year on which the opname makes a traject up to `einde` long, or not. */
function kiesOpname(einde: Dag, lang: boolean, opdracht: Opdracht): Dag {
  const { maanden } = opdracht.targets.duur;
  const grens = schuifMaanden(einde, -maanden);
  if (lang) return kiesDag(opdracht.random, grens - HOOGSTE_OVERSCHRIJDING, grens - 1);
  // Around 29 February two days lie the same number of months before the end: only the later one is surely short.
  const eersteKorte = Math.max(grens + 1, schuifMaanden(einde + 1, -maanden));
  return kiesDag(opdracht.random, eersteKorte, jaarbegin(opdracht) - 1);
}
