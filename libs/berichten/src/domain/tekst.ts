import { type Datum, inWoorden } from '@regielijn/kern';
import type { Bericht } from './state.js';

/** What a mail says. */
export interface Tekst {
  readonly onderwerp: string;
  readonly tekst: string;
}

type Zin = (bericht: Bericht) => { readonly onderwerp: string; readonly uitleg: string };

const tot = (dag: Datum | null): string => (dag === null ? '' : ` uiterlijk ${inWoorden(dag)}`);
const naam = ({ termijn }: Bericht): string => termijn ?? 'een termijn';

const ZINNEN: Readonly<Record<Bericht['soort'], Zin>> = {
  overdracht_aangeboden: ({ uiterlijk }) => ({
    onderwerp: `Casusregie aangeboden: antwoord nodig${tot(uiterlijk)}`,
    uitleg: `Uw organisatie krijgt de casusregie van een jeugdige aangeboden. Aanvaard of weiger dit${tot(uiterlijk)}. Zonder antwoord verloopt het aanbod.`,
  }),
  overdracht_aanvaard: () => ({
    onderwerp: 'Casusregie is overgenomen',
    uitleg: 'De andere organisatie heeft uw aanbod aanvaard en voert nu de casusregie. Kijk of er voorwaarden zijn.',
  }),
  overdracht_geweigerd: () => ({
    onderwerp: 'Overdracht van de casusregie is geweigerd',
    uitleg: `Het aanbod van de casusregie is geweigerd. De organisatie die haar aanbood, houdt de casusregie. Lees de reden in het dossier en spreek af hoe het verder gaat.`,
  }),
  overdracht_verlopen: () => ({
    onderwerp: 'Aanbod van de casusregie is verlopen',
    uitleg:
      'Het aanbod van de casusregie is verlopen zonder antwoord. De organisatie die haar aanbood, houdt de casusregie. Spreek af hoe het verder gaat.',
  }),
  termijn_vooraf: (bericht) => ({
    onderwerp: `Termijn loopt bijna af: ${naam(bericht)}`,
    uitleg: `Deze termijn loopt bijna af: ${naam(bericht)}. Doe wat nodig is${tot(bericht.uiterlijk)}.`,
  }),
  termijn_verstreken: (bericht) => ({
    onderwerp: `Termijn is voorbij: ${naam(bericht)}`,
    uitleg: `Deze termijn is voorbij: ${naam(bericht)}. De laatste dag was${bericht.uiterlijk === null ? ' al' : ` ${inWoorden(bericht.uiterlijk)}`}. Doe alsnog wat nodig is.`,
  }),
  termijn_opgeschaald: (bericht) => ({
    onderwerp: `Opgeschaald: ${naam(bericht)}`,
    uitleg: `Op deze termijn is niet gereageerd: ${naam(bericht)}. Daarom wordt dit nu aan u voorgelegd. Bepaal wie wat doet, en wanneer.`,
  }),
};

const SLOT = [
  'In deze mail staan met opzet geen persoonsgegevens. Meld u aan om te zien om wie het gaat.',
  'Hoe en wanneer u deze mails krijgt, stelt u in bij Mijn berichten.',
].join('\n');

/** Where to look: the page of the dossier, by its number and nothing else. */
export const linkVan = ({ dossierId }: Pick<Bericht, 'dossierId'>, webAdres: string): string =>
  dossierId === null ? webAdres : `${webAdres}/jeugdigen/${dossierId}`;

/** A header holds one line: the name of a term comes from elsewhere. */
const eenRegel = (tekst: string): string => tekst.replaceAll(/\s+/g, ' ').trim();

export const onderwerpVan = (bericht: Bericht): string => {
  const { onderwerp } = ZINNEN[bericht.soort](bericht);
  return eenRegel(bericht.herinnerdOp === null ? onderwerp : `Herinnering: ${onderwerp}`);
};

const alineaVan = (bericht: Bericht, webAdres: string): string =>
  [
    eenRegel(ZINNEN[bericht.soort](bericht).uitleg),
    ...(bericht.escalatie ? ['Dit wordt voorgelegd aan de leidinggevenden.'] : []),
    ...(bericht.herinnerdOp === null ? [] : ['Dit is een herinnering: er kwam nog geen antwoord.']),
    bericht.dossierId === null ? `Kenmerk: ${bericht.over}` : `Dossier: ${bericht.dossierId}`,
    linkVan(bericht, webAdres),
  ].join('\n');

/** The mail for one message. */
export const mailVan = (bericht: Bericht, webAdres: string): Tekst => ({
  onderwerp: onderwerpVan(bericht),
  tekst: `${alineaVan(bericht, webAdres)}\n\n${SLOT}\n`,
});

/** One mail for all that waits; never empty. What has a last day comes first, the earliest before the others. */
export const overzichtVan = (berichten: readonly Bericht[], webAdres: string): Tekst => {
  const opDag = [...berichten].sort((a, b) =>
    (a.uiterlijk ?? '9999') === (b.uiterlijk ?? '9999')
      ? a.opgesteldOp.localeCompare(b.opgesteldOp)
      : (a.uiterlijk ?? '9999').localeCompare(b.uiterlijk ?? '9999'),
  );
  const aantal = berichten.length === 1 ? '1 bericht' : `${berichten.length} berichten`;
  const delen = opDag.map((bericht, nr) => `${nr + 1}. ${onderwerpVan(bericht)}\n${alineaVan(bericht, webAdres)}`);
  return { onderwerp: `Uw overzicht: ${aantal} over casusregie`, tekst: `${[...delen, SLOT].join('\n\n')}\n` };
};
