import type { Faker } from '@faker-js/faker';
import { datumVan, indelingVan, type Instant, type Urgentie } from '@regielijn/kern';
import type { GeplandeVoorziening, Groepsvariant } from './demo-plan.js';
import { eersteVanVolgendeMaand } from './kalender.js';
import type { Opdracht } from './ontwerp.js';

/** A traject that needs a plek: from its opname, over its overplaatsingen, to its end. */
export interface Verloop {
  readonly regio: string;
  readonly urgentie: Urgentie;
  /** Opname, each overplaatsing, end. */
  readonly grenzen: readonly Instant[];
}

interface Groep extends Omit<GeplandeVoorziening, 'geopendOp' | 'geslotenOp'> {
  /** Null when the group stands outside the landsdeel. */
  readonly regio: string | null;
  bezet: number;
  laatsteVertrek: Instant;
}

const BOMEN = ['Eik', 'Linde', 'Beuk', 'Wilg', 'Berk', 'Esdoorn', 'Kastanje', 'Populier', 'Hazelaar', 'Meidoorn'];
const VOGELS = [
  'Lijster',
  'Merel',
  'Zwaluw',
  'Kievit',
  'Reiger',
  'IJsvogel',
  'Leeuwerik',
  'Winterkoning',
  'Grutto',
  'Specht',
];
const NAMEN = [...BOMEN, ...VOGELS].map((naam) => `Groep De ${naam}`);

/** Share of the urgent opnames that asks for a crisisgroep first. */
const KANS_CRISISGROEP = 0.35;

/**
 * Makes as many groups as the busiest moment needs and gives every stay a plek in one of them, an overplaatsing always in
 * another group. Prefers the variant that fits and a group in the region of herkomst.
 */
export function verdeelOverGroepen<Deel extends Verloop>(
  verlopen: readonly Deel[],
  opdracht: Opdracht,
): { voorzieningen: GeplandeVoorziening[]; plaatsen: ReadonlyMap<Deel, readonly string[]> } {
  const groepen = maakGroepen(hoogsteBezetting(verlopen), opdracht);
  const plaatsen = new Map<Deel, string[]>();
  const huidige = new Map<Deel, Groep>();
  for (const { op, verloop, plaats } of stappenVan(verlopen)) {
    const vertrekt = huidige.get(verloop);
    const blijft = plaats < verloop.grenzen.length - 1;
    const komt = blijft ? kiesGroep(groepen, verloop, vertrekt, opdracht.random) : undefined;
    if (vertrekt) {
      vertrekt.bezet -= 1;
      vertrekt.laatsteVertrek = op;
    }
    if (!komt) continue;
    komt.bezet += 1;
    huidige.set(verloop, komt);
    plaatsen.set(verloop, [...(plaatsen.get(verloop) ?? []), komt.key]);
  }
  return { voorzieningen: gebruikteVoorzieningen(groepen, eersteJaarVan(verlopen, opdracht)), plaatsen };
}

function stappenVan<Deel extends Verloop>(verlopen: readonly Deel[]) {
  return verlopen
    .flatMap((verloop) => verloop.grenzen.map((op, plaats) => ({ op, verloop, plaats })))
    .toSorted((a, b) => (a.op < b.op ? -1 : Number(a.op > b.op)));
}

function hoogsteBezetting(verlopen: readonly Verloop[]): number {
  let bezet = 0;
  let hoogste = 0;
  for (const { verloop, plaats } of stappenVan(verlopen)) {
    if (plaats === 0) bezet += 1;
    if (plaats === verloop.grenzen.length - 1) bezet -= 1;
    hoogste = Math.max(hoogste, bezet);
  }
  return hoogste;
}

/** One full group above the busiest moment: then an overplaatsing always finds a free plek in another group. */
function maakGroepen(hoogste: number, { targets, landsdeel, random }: Opdracht): Groep[] {
  const { plekkenPerGroep, aanbieders, procentCrisisgroepen } = targets.aannames;
  const locaties = aanbieders.flatMap(({ id, locaties: codes }) => codes.map((code) => ({ aanbieder: id, code })));
  const indeling = indelingVan(landsdeel);
  const groepen: Groep[] = [];
  for (let plekken = 0; plekken < hoogste + plekkenPerGroep.totEnMet; plekken += groepen.at(-1)?.plekken ?? 0) {
    const nummer = groepen.length;
    const { aanbieder, code } = random.helpers.arrayElement(locaties);
    const reeks = Math.floor(nummer / NAMEN.length);
    groepen.push({
      key: `voorziening-${nummer + 1}`,
      naam: `${NAMEN[nummer % NAMEN.length]}${reeks > 0 ? ` ${reeks + 1}` : ''}`,
      aanbieder,
      locatieGemeentecode: code,
      variant: random.datatype.boolean(procentCrisisgroepen / 100) ? 'crisisgroep' : 'dwanggroep',
      plekken: random.number.int({ min: plekkenPerGroep.van, max: plekkenPerGroep.totEnMet }),
      regio: indeling.regioVan(code, `${targets.jaar}-01-01`),
      bezet: 0,
      laatsteVertrek: '',
    });
  }
  return groepen;
}

function kiesGroep(
  groepen: readonly Groep[],
  { urgentie, regio }: Verloop,
  huidige: Groep | undefined,
  random: Faker,
): Groep {
  const crisis = huidige === undefined && urgentie !== 'regulier' && random.datatype.boolean(KANS_CRISISGROEP);
  const variant: Groepsvariant = crisis ? 'crisisgroep' : 'dwanggroep';
  const score = (groep: Groep): number => 2 * Number(groep.variant === variant) + Number(groep.regio === regio);
  const vrij = groepen.filter((groep) => groep !== huidige && groep.bezet < groep.plekken);
  const beste = Math.max(...vrij.map(score));
  return random.helpers.arrayElement(vrij.filter((groep) => score(groep) === beste));
}

const eersteJaarVan = (verlopen: readonly Verloop[], { targets }: Opdracht): string =>
  verlopen
    .map(({ grenzen: [opname = ''] }) => datumVan(opname).slice(0, 4))
    .reduce((eerste, jaar) => (jaar < eerste ? jaar : eerste), String(targets.jaar));

/** Groups open with the first year and close the month after their last jeugdige left: a cohort needs no empty groups. */
function gebruikteVoorzieningen(groepen: readonly Groep[], eersteJaar: string): GeplandeVoorziening[] {
  return groepen
    .filter(({ laatsteVertrek }) => laatsteVertrek !== '')
    .map(({ key, naam, aanbieder, locatieGemeentecode, variant, plekken, laatsteVertrek }) => ({
      key,
      naam,
      aanbieder,
      locatieGemeentecode,
      variant,
      plekken,
      geopendOp: `${eersteJaar}-01-01`,
      geslotenOp: eersteVanVolgendeMaand(datumVan(laatsteVertrek)),
    }));
}
