import { describe, expect, it } from '@jest/globals';
import { ontbrekendInWoorden } from './woorden.js';

describe('what is missing, as a caseworker reads it', () => {
  it.each<[string, string[], string]>([
    ['a fact', ['PlekBeoordeeld'], 'de beoordeling van de plek'],
    ['its time', ['OpnameGestart.tijdstip'], 'het tijdstip van de opname'],
    ['the day that it carries itself', ['UitstroomGerealiseerd.datum'], 'de datum van de uitstroom'],
    ['what it says', ['PlekBeoordeeld.passend'], 'of de plek past'],
    ['something of the traject', ['variant'], 'de variant van de hulp'],
    ['something of a fact that has no words of its own', ['PlekBeoordeeld.kleur'], 'de beoordeling van de plek'],
    ['two things', ['TriageUitkomst', 'PlekBeoordeeld'], 'de uitkomst van de triage; de beoordeling van de plek'],
    [
      'the same of several parts of life',
      ['wonen', 'school_werk', 'welzijn'].map((gebied) => `NazorgplanVastgesteld.levensgebieden.${gebied}.nodig`),
      'of nazorg nodig is voor wonen, school en werk en welzijn',
    ],
    [
      'different things of different variants',
      ['TriageUitkomst.lichtereVarianten.R6.passend', 'TriageUitkomst.lichtereVarianten.R1.reden', 'PlekBeoordeeld'],
      'of een lichtere variant past: R6; waarom een lichtere variant niet past: R1; de beoordeling van de plek',
    ],
  ])('given %s, then it reads so', (_, namen, zin) => expect(ontbrekendInWoorden(namen)).toBe(zin));
});
