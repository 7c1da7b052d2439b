import { type Datum, inWoorden } from '@regielijn/kern';
import type { RegelId, Termijnregels, Versie } from './config.js';
import { plusDuur } from './duur.js';
import { dagVan, type Vraag } from './feiten.js';
import { regelVan } from './regels.js';
import type { Hulp, Uitkomst } from './uitkomst.js';

export type Regeldata = Termijnregels['regels'][RegelId];

/** The text that holds on a day. Only what is no law is applied to days before it existed: a terugblik. */
export const versieOp = (
  { versies, aard }: Regeldata,
  dag: Datum | undefined,
): { readonly versie: Versie | undefined; readonly terugblik: boolean } => {
  const versie = dag === undefined ? versies.at(-1) : versies.findLast(({ vanaf }) => vanaf <= dag);
  const terugblik = versie === undefined && aard !== 'wet';
  return { versie: terugblik ? versies[0] : versie, terugblik };
};

const hulpBij = ({ kalender }: Vraag, { gelijkgesteldeDagen, lezingen }: Termijnregels): Hulp => ({
  plus: (van, duur) => plusDuur(van, duur, { kalender, gelijkgesteld: gelijkgesteldeDagen }),
  gekozen: Object.fromEntries(Object.entries(lezingen).map(([id, { gekozen }]) => [id, gekozen])) as Hulp['gekozen'],
});

const isVoorSoort = ({ soort, omgezetInMgj }: Vraag, { soorten }: Regeldata): boolean =>
  soort === undefined ||
  soorten === undefined ||
  soorten.includes(soort) ||
  (omgezetInMgj === true && soort === 'VMGJ' && soorten.includes('MGJ'));

const GEEN_EIND = { van: null, eind: null };

/** What is known without the text of the law: only what the beschikking itself says. */
const zonderTekst = ({ geldigTot, start }: Vraag, { eind }: Regeldata, versie: Versie | undefined): Uitkomst => {
  const reden =
    versie === undefined
      ? 'de Jeugdwet gold toen nog niet'
      : `de tekst van de wet zoals die gold vanaf ${inWoorden(versie.vanaf)} is hier niet bekend`;
  const uitleg = [`Geen datum uit de wet: term van destijds niet vastgelegd, want ${reden}.`];
  if (eind !== 'geldigheid' || geldigTot === undefined) return { ...GEEN_EIND, uitleg };
  const van = start === undefined ? null : dagVan(start);
  return { van, eind: geldigTot, uitleg: [...uitleg, `De beschikking zegt: tot ${inWoorden(geldigTot)}.`] };
};

/** What the rule concludes from these facts by this version of its text. */
export const uitkomstVan = (vraag: Vraag, versie: Versie | undefined, regels: Termijnregels): Uitkomst => {
  const regel: Regeldata = regels.regels[vraag.regel];
  if (!isVoorSoort(vraag, regel))
    return { ...GEEN_EIND, uitleg: [`Deze regel gaat niet over een machtiging van de soort ${vraag.soort}.`] };
  if (versie === undefined || versie.stand === 'niet_vastgelegd') return zonderTekst(vraag, regel, versie);
  if (versie.stand === 'zonder_termijn') return { ...GEEN_EIND, uitleg: [versie.gevolg] };
  const uitkomst = regelVan(vraag.regel).bereken(vraag, versie.waarden, hulpBij(vraag, regels));
  if (uitkomst.eind === null) return uitkomst;
  return {
    ...uitkomst,
    uitleg: [...uitkomst.uitleg, versie.gevolg],
    lezingen: [...(uitkomst.lezingen ?? []), ...versie.lezingen],
  };
};
