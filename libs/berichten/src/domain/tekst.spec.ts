import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold } from '@regielijn/kern';
import { past } from '../../../kern/src/scenario.kit.js';
import { afgehandeld, dossierId, herinnerd, inhoud, opgesteld } from './bericht.kit.js';
import { berichtDecider } from './decide.js';
import { BerichtSoortSchema } from './events.js';
import { mailVan, onderwerpVan, overzichtVan } from './tekst.js';

const WEB = 'https://regielijn.voorbeeld.nl';
const bericht = (anders: object = {}, ...later: DomainEvent[]) =>
  fold(berichtDecider, past([{ ...opgesteld, data: { ...opgesteld.data, ...anders } }, ...later]))!;

describe('what a mail says', () => {
  it('given an offer, then what is asked, until when, and where to look', () => {
    const { onderwerp, tekst } = mailVan(bericht(), WEB);
    expect(onderwerp).toBe('Casusregie aangeboden: antwoord nodig uiterlijk 16 maart 2026');
    expect(tekst).toContain('Aanvaard of weiger dit uiterlijk 16 maart 2026.');
    expect(tekst).toContain(`\n${WEB}/jeugdigen/${dossierId}\n`);
    expect(tekst).toContain('met opzet geen persoonsgegevens');
  });

  it('given a reminder, then subject and text say so', () => {
    const { onderwerp, tekst } = mailVan(bericht({}, herinnerd), WEB);
    expect(onderwerp).toMatch(/^Herinnering: Casusregie aangeboden/);
    expect(tekst).toContain('Dit is een herinnering');
  });

  it('given an escalation, then it says to whom it goes', () =>
    expect(mailVan(bericht({ soort: 'overdracht_geweigerd', escalatie: true }), WEB).tekst).toContain(
      'voorgelegd aan de leidinggevenden',
    ));

  it.each(BerichtSoortSchema.options)('given %s, then there are words for it, with and without a last day', (soort) => {
    for (const uiterlijk of [inhoud.uiterlijk, null]) {
      const { onderwerp, tekst } = mailVan(bericht({ soort, termijn: 'Einde van de machtiging', uiterlijk }), WEB);
      expect(`${onderwerp} ${tekst}`).not.toMatch(/null|undefined| {2}|\s\./);
      if (soort.startsWith('termijn')) expect(onderwerp).toContain('Einde van de machtiging');
    }
  });

  it('given a term that is about no dossier, then what it is about, and a link to the front page', () => {
    const { tekst } = mailVan(bericht({ soort: 'termijn_vooraf', over: 'voorziening-1', dossierId: null }), WEB);
    expect(tekst).toContain(`Kenmerk: voorziening-1\n${WEB}\n`);
  });

  it('given the name of a term with lines in it, then the subject is one line', () =>
    expect(onderwerpVan(bericht({ soort: 'termijn_vooraf', termijn: 'Einde\r\nBcc: iemand@elders.nl' }))).toBe(
      'Termijn loopt bijna af: Einde Bcc: iemand@elders.nl',
    ));
});

describe('a digest', () => {
  it('given several messages, then what has the earliest last day comes first, and what has none last', () => {
    const { onderwerp, tekst } = overzichtVan(
      [bericht({ uiterlijk: null, soort: 'overdracht_aanvaard' }), bericht(), bericht({ uiterlijk: '2026-03-04' })],
      WEB,
    );
    expect(onderwerp).toBe('Uw overzicht: 3 berichten over casusregie');
    expect(tekst.match(/^\d\. .*$/gm)).toEqual([
      '1. Casusregie aangeboden: antwoord nodig uiterlijk 4 maart 2026',
      '2. Casusregie aangeboden: antwoord nodig uiterlijk 16 maart 2026',
      '3. Casusregie is overgenomen',
    ]);
  });

  it('given one message, then it is counted as one', () =>
    expect(overzichtVan([bericht({}, afgehandeld)], WEB).onderwerp).toBe('Uw overzicht: 1 bericht over casusregie'));
});
