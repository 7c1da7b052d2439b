import { describe, expect, it } from '@jest/globals';
import type { Besluit } from '@regielijn/jeugdige';
import { deriveId } from '@regielijn/kern';
import { besluitPage } from './besluit-page.js';

const besluit: Besluit = {
  ...{ jeugdigeId: deriveId('jeugdige'), besluitId: deriveId('besluit'), naam: 'Sam Voorbeeld' },
  ...{ onderwerp: 'contact_met_gezin', besluit: 'Elke week naar huis.', stappen: 'Eerst gebeld.\nToen bezocht.' },
  ...{ argumenten: 'Hij wil het.', afgewogenRisico: 'Ruzie.', alternatieven: 'Om de week.' },
  ...{ geraadpleegd: ['gw-3', 'gemeente-0599'], mandaat: 'eigen_bevoegdheid', gedragenDoor: 'tl-1' },
  ...{ genomenOp: '2026-03-02T23:30:00.000Z', vastgelegdOp: '2026-03-04T09:00:00.000Z', gecorrigeerd: false },
  door: { subject: 'jb-017', organisatie: 'gi-jb-west', rol: 'jeugdbeschermer' },
};
const readable = (changes: Partial<Besluit> = {}): string =>
  besluitPage({ ...besluit, ...changes })
    .replace(/^[\s\S]*<dl>/, '')
    .replaceAll(/<br>/g, ' / ')
    .replaceAll(/<\/?(dt|dd)>/g, '|')
    .replaceAll(/\s*\|\s*/g, '|');

describe('the page of a decision', () => {
  it.each<[string, string]>([
    ['Jeugdige', 'Sam Voorbeeld'],
    ['Wat is besloten?', 'Elke week naar huis.'],
    ['Welke stappen zijn gezet?', 'Eerst gebeld. / Toen bezocht.'],
    ['Waarom is dit besloten?', 'Hij wil het.'],
    ['Welk risico is afgewogen?', 'Ruzie.'],
    ['Welke andere mogelijkheden waren er?', 'Om de week.'],
    ['Wie heeft meegedacht?', 'gw-3, gemeente-0599'],
    ['Op grond waarvan mocht dit worden besloten?', 'eigen bevoegdheid'],
    ['Wie staat achter dit besluit?', 'tl-1'],
    ['Wie heeft het opgeschreven?', 'jb-017 (jeugdbeschermer, gi-jb-west)'],
    ['Opgeschreven op', '4 maart 2026'],
  ])('given a decision, then it answers: %s', (vraag, antwoord) => {
    expect(readable()).toContain(`|${vraag}||${antwoord}|`);
  });

  it('given half past eleven at night in UTC, then the day is that of Amsterdam', () => {
    expect(readable()).toContain('|Datum van het besluit||3 maart 2026|');
  });

  it('given what it is about, then that is its title, on paper of A4 with nothing else around it', () => {
    const html = besluitPage(besluit);
    expect(html).toContain('<h1>Besluit over contact met gezin</h1>');
    expect(html).toMatch(/@page \{ size: A4;/);
    expect(html).not.toMatch(/<(script|link|img|iframe)/);
  });

  it('given nobody asked and nothing else considered, then it says so', () => {
    expect(readable({ geraadpleegd: [], alternatieven: null })).toMatch(/\|Niet ingevuld\|.*\|Niemand\|/s);
  });

  it('given a decision that was corrected, then it says so; otherwise it does not', () => {
    expect(readable({ gecorrigeerd: true })).toContain('later verbeterd');
    expect(readable()).not.toContain('later verbeterd');
  });

  it.each<keyof Besluit>(['naam', 'besluit', 'stappen', 'argumenten', 'afgewogenRisico', 'alternatieven'])(
    'given HTML in %s, then it is shown as text and does nothing',
    (veld) => {
      const html = besluitPage({ ...besluit, [veld]: `<img src=x onerror="alert('1')">&amp;` });
      expect(html).not.toContain('<img');
      expect(html).toContain('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;');
    },
  );
});
