import { describe, expect, it } from '@jest/globals';
import { metKortTevoren, metLezing, regels, vraag } from './termijnen.kit.js';
import { isOnderzoekOud } from './verzoek.js';

describe('A1: does time under schorsing count for the lapse after three months', () => {
  const geschorst = { regel: 'D5', geldigVan: '2026-01-15', schorsingVanaf: '2026-02-20', peildatum: '2026-06-01' };

  it('given the default, then there is a signal and no lapse', () => {
    const antwoord = vraag(geschorst);
    expect(antwoord).toMatchObject({ eind: null, signaal: '2026-05-20', geldig: true });
    expect(antwoord.lezing).toContain('vraag een jurist');
  });

  it('given that it counts, then the machtiging lapses', () => {
    const antwoord = vraag(geschorst, metLezing('A1', 'telt_mee'));
    expect(antwoord).toMatchObject({ eind: '2026-05-20', geldig: false });
    expect(antwoord).not.toHaveProperty('signaal');
    expect(antwoord.lezing).toContain('Tijd onder schorsing telt mee');
  });

  it('given that it does not count, then there is neither', () => {
    const antwoord = vraag(geschorst, metLezing('A1', 'telt_niet_mee'));
    expect(antwoord).toMatchObject({ eind: null, geldig: true });
    expect(antwoord).not.toHaveProperty('signaal');
  });
});

describe('A2: does a voorwaardelijke machtiging lapse when it is not executed', () => {
  const vmgj = { regel: 'D5', soort: 'VMGJ', geldigVan: '2026-01-15' };

  it('given the default, then it does not, and the answer says so', () => {
    expect(vraag(vmgj).eind).toBeNull();
    expect(vraag(vmgj).lezing).toContain('vervalt niet doordat zij niet ten uitvoer is gelegd');
  });

  it('given the other reading, then it does', () =>
    expect(vraag(vmgj, metLezing('A2', 'vervalt')).eind).toBe('2026-04-15'));
});

describe('A3: an MGJ from before the eighteenth birthday that runs beyond it', () => {
  const mgj = { regel: 'D1', start: '2026-03-01', geboortedatum: '2008-06-15' };

  it('given the default, then it runs on, with two signals', () => {
    const antwoord = vraag(mgj);
    expect(antwoord).toMatchObject({ eind: '2027-03-01', achttien: '2026-06-15', signaal: '2026-12-15' });
    expect(antwoord.lezing).toContain('loopt door');
  });

  it('given the other reading, then it ends six months after the birthday', () => {
    const antwoord = vraag(mgj, metLezing('A3', 'eindigt'));
    expect(antwoord).toMatchObject({ eind: '2026-12-15', achttien: '2026-06-15' });
    expect(antwoord.lezing).toContain('eindigt zes maanden na die verjaardag');
  });

  it('given one that was granted at eighteen, then the law decides and no reading', () => {
    expect(vraag({ ...mgj, start: '2026-06-15' }).lezing).not.toContain('loopt door');
  });

  it('given a birth on 29 February, then it says which birthday counts', () => {
    const schrikkel = { ...mgj, geboortedatum: '2008-02-29', start: '2026-01-01' };
    expect(vraag(schrikkel)).toMatchObject({ achttien: '2026-03-01', signaal: '2026-09-01' });
    expect(vraag(schrikkel).lezing).toContain('op 1 maart jarig');
    expect(vraag({ ...schrikkel, geboortedatum: '2008-03-01' }).lezing).not.toContain('jarig');
  });
});

describe('A4: how long ago is "kort tevoren"', () => {
  it.each([
    ['2026-03-02', '2026-03-16', false],
    ['2026-03-02', '2026-03-17', true],
    ['2026-03-02', '2026-03-02', false],
  ])('given an examination on %s and a request on %s, then it is too old: %s', (onderzoek, ingediend, oud) =>
    expect(isOnderzoekOud(onderzoek, ingediend, regels)).toBe(oud),
  );

  // Hemelvaartsdag and the Friday after it, which a royal decree made a feestdag, lie between.
  it.each([
    ['2026-05-18', false],
    ['2026-05-19', true],
  ])('given that it is one werkdag, an examination on 2026-05-13 and a request on %s, then: %s', (ingediend, oud) =>
    expect(isOnderzoekOud('2026-05-13', ingediend, metKortTevoren('1 werkdag'))).toBe(oud),
  );
});

describe('A5: the list of measures at a voorwaardelijke machtiging', () => {
  it('given a complaint, then the answer says where the list stands', () =>
    expect(vraag({ regel: 'D19', start: '2026-03-02' }).lezing).toContain('art. 6.1.4 lid 6'));
});

describe('the Algemene termijnenwet: which date decides', () => {
  const zaterdag = { regel: 'D10', start: '2026-03-03' };
  const opMaandag = { ...zaterdag, gebeurdOp: '2026-03-09', peildatum: '2026-03-09' };

  it('given the default, then the strict date', () => {
    expect(vraag(opMaandag)).toMatchObject({ opTijd: false, geldig: false });
    expect(vraag(zaterdag).lezing).toContain('De strikte datum telt');
  });

  it('given the other reading, then the date of the act, and not a day more', () => {
    const atw = metLezing('ATW', 'atw');
    expect(vraag(opMaandag, atw)).toMatchObject({ eind: '2026-03-07', opTijd: true, geldig: true });
    expect(vraag({ ...zaterdag, gebeurdOp: '2026-03-10' }, atw).opTijd).toBe(false);
  });

  it('given a term to which the act cannot apply, then the reading changes nothing', () => {
    const motivering = { regel: 'MOT', start: '2026-03-02', gebeurdOp: '2026-03-10' };
    expect(vraag(motivering, metLezing('ATW', 'atw'))).toMatchObject({ atw: null, opTijd: false });
  });
});

describe('the day on which a validity ends', () => {
  const spoed = { regel: 'D2', start: '2026-03-01', peildatum: '2026-03-29' };

  it('given the default, then the machtiging does not hold on it', () => {
    expect(vraag(spoed).geldig).toBe(false);
    expect(vraag(spoed).lezing).toContain('Op de einddatum zelf geldt de machtiging niet meer');
  });

  it('given the other reading, then it does, and the day after it does not', () => {
    const mee = metLezing('EINDDAG', 'telt_mee');
    expect(vraag(spoed, mee).geldig).toBe(true);
    expect(vraag({ ...spoed, peildatum: '2026-03-30' }, mee).geldig).toBe(false);
  });

  it('given a lapse by law, then the machtiging never holds on that day', () => {
    const verval = { regel: 'D7', intrekking: '2026-03-10', peildatum: '2026-03-24' };
    expect(vraag(verval, metLezing('EINDDAG', 'telt_mee')).geldig).toBe(false);
  });
});

describe('the end date in the beschikking', () => {
  it.each([
    [{ regel: 'D1', start: '2026-03-01' }],
    [{ regel: 'D2', start: '2026-03-01' }],
    [{ regel: 'D13', geboortedatum: '2008-06-15' }],
  ])('given %j, then the reading is named only where the beschikking names a day', (feiten) => {
    expect(vraag(feiten).lezing).not.toContain('De einddatum in de beschikking telt');
    expect(vraag({ ...feiten, geldigTot: '2026-10-01' }).lezing).toContain('De einddatum in de beschikking telt');
  });
});

describe('how long a day is for a measure', () => {
  const insluiting = { regel: 'D17', start: '2026-03-28T14:00:00+01:00' };

  it('given the default, then 24 hours, also in the night of the summer time', () => {
    expect(vraag(insluiting).eindMoment).toBe('2026-03-29T13:00:00.000Z');
    expect(vraag(insluiting).lezing).toBe('Een dag is 24 uur, ook als de klok verzet wordt.');
  });

  it('given the other reading, then until the same time on the clock', () => {
    const kloktijd = metLezing('DAG', 'kloktijd');
    expect(vraag(insluiting, kloktijd).eindMoment).toBe('2026-03-29T12:00:00.000Z');
    const maatregel = { regel: 'D16', start: '2026-03-28T14:00:00+01:00' };
    expect(vraag(maatregel, kloktijd).lezing).toBe(
      'Een dag duurt tot hetzelfde tijdstip op de klok, ook als de klok verzet wordt.',
    );
    expect(vraag(maatregel, kloktijd)).toMatchObject({
      eindMoment: '2026-03-31T12:00:00.000Z',
      toestemmingNa: '2026-03-29T01:00:00.000Z',
    });
  });
});

describe('what is taken as true because nobody said', () => {
  it.each([
    [{ regel: 'D11', start: '2026-03-02' }, 'Aangenomen: de jeugdige is al binnen.'],
    [{ regel: 'D12', start: '2026-03-02' }, 'Aangenomen: de jeugdige is al binnen.'],
    [{ regel: 'D6', besluit: '2026-03-02' }, 'Aangenomen: het besluit gaat niet over verblijf bij een pleegouder.'],
  ])('given %j, then it is said', (feiten, zin) => expect(vraag(feiten).lezing).toContain(zin));

  it.each([
    [{ regel: 'D11', start: '2026-03-02', jeugdigeBinnen: true }],
    [{ regel: 'D6', besluit: '2026-03-02', verblijf: 'accommodatie' }],
  ])('given %j, then nothing is assumed', (feiten) => expect(vraag(feiten).lezing).not.toContain('Aangenomen'));
});

describe('a norm applied to days before it existed', () => {
  it.each([
    ['2020-10-11', true],
    ['2020-10-12', false],
  ])('given an opname on %s, then the answer is a terugblik: %s', (start, terugblik) =>
    expect(vraag({ regel: 'O3', start }).lezing.includes('terugblik')).toBe(terugblik),
  );
});
