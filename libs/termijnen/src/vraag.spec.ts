import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { REGEL_IDS } from './config.js';
import { TermijnVraagSchema } from './index.js';
import { scenarios } from './termijnen.kit.js';

/** Field and reason of the first refusal. */
const weigering = (feiten: object): [string, string] => {
  const result = TermijnVraagSchema.safeParse(feiten);
  if (result.success) throw new Error('not refused');
  const [issue] = result.error.issues;
  return [issue!.path.join('.'), issue!.message];
};

describe('a question that cannot be answered', () => {
  it.each<[object, string, string]>([
    [{ regel: 'D1' }, 'start', 'dit veld is nodig bij D1'],
    [{ regel: 'D5' }, 'geldigVan', 'dit veld is nodig bij D5'],
    [{ regel: 'D9', besluit: '2026-03-02' }, 'vmgjGeldigTot', 'dit veld is nodig bij D9'],
    [{ regel: 'D13' }, 'geboortedatum', 'dit veld is nodig bij D13'],
    [{ regel: 'D15' }, 'start', 'dit veld is nodig bij D15'],
    [{ regel: 'D18', start: '2026-03-02', aantal: 2 }, 'eenheid', 'dit veld is nodig bij D18'],
    [{ regel: 'D18', start: '2026-03-02', eenheid: 'weken' }, 'aantal', 'dit veld is nodig bij D18'],
    [{ regel: 'D18' }, 'start', 'dit veld is nodig bij D18'],
    [{ regel: 'D16' }, 'start', 'dit veld is nodig bij D16'],
    [{ regel: 'D16', start: '2026-03-02' }, 'start', 'geef een tijdstip met zone, zoals 2026-03-02T09:30:00+01:00'],
    [{ regel: 'D17', start: '2026-03-02' }, 'start', 'geef een tijdstip met zone, zoals 2026-03-02T09:30:00+01:00'],
    [
      { regel: 'D15', start: '2026-03-02', nr: 1, vorigeEvaluatie: '2026-03-20' },
      'vorigeEvaluatie',
      'vóór de eerste evaluatie (nr 1) kan er geen vorige zijn',
    ],
    [{ regel: 'D1', start: '2026-03-02', geldigTot: '2026-03-01' }, 'geldigTot', 'kan niet voor start liggen'],
    [{ regel: 'D2', start: '2026-03-02', beslissingMgj: '2026-03-01' }, 'beslissingMgj', 'kan niet voor start liggen'],
    [
      { regel: 'D15', start: '2026-03-02', vorigeEvaluatie: '2026-03-01' },
      'vorigeEvaluatie',
      'kan niet voor start liggen',
    ],
    [{ regel: 'D18', start: '2026-03-02', termijnEinde: '2026-03-01' }, 'termijnEinde', 'kan niet voor start liggen'],
    [{ regel: 'D5', geldigVan: '2026-03-02', geldigTot: '2026-03-01' }, 'geldigTot', 'kan niet voor geldigVan liggen'],
    [
      { regel: 'D5', geldigVan: '2026-03-02', schorsingVanaf: '2026-03-01' },
      'schorsingVanaf',
      'kan niet voor geldigVan liggen',
    ],
    [
      { regel: 'D1', start: '2026-03-02', geboortedatum: '2026-03-03' },
      'geboortedatum',
      'die ligt na 2 maart 2026; kijk de datums na',
    ],
    [
      { regel: 'D13', geboortedatum: '2026-03-03', geldigTot: '2026-03-02' },
      'geboortedatum',
      'die ligt na 2 maart 2026; kijk de datums na',
    ],
    [
      { regel: 'D13', geboortedatum: '2026-03-03', peildatum: '2026-03-01T23:30:00Z' },
      'geboortedatum',
      'die ligt na 2 maart 2026; kijk de datums na',
    ],
    [
      { regel: 'D1', start: '2026-05-01', geboortedatum: '2026-03-02', peildatum: '2026-01-01' },
      'geboortedatum',
      'die ligt na 1 januari 2026; kijk de datums na',
    ],
    [
      { regel: 'D17', geboortedatum: '1910-05-04', start: '2026-03-02T09:30:00+01:00' },
      'geboortedatum',
      'dan is de jeugdige op 2 maart 2026 ouder dan 30 jaar; kijk de datums na',
    ],
  ])('given %j, then %s: %s', (feiten, veld, reden) => expect(weigering(feiten)).toEqual([veld, reden]));

  it.each<[object, string]>([
    [{ regel: 'D23', start: '2026-03-02' }, 'regel'],
    [{ start: '2026-03-02' }, 'regel'],
    [{ regel: 'D1', start: '2026-02-30' }, 'start'],
    [{ regel: 'D1', start: '2026-03-02T09:30:00' }, 'start'],
    [{ regel: 'D1', start: '0026-03-02' }, 'start'],
    [{ regel: 'D1', start: 20260302 }, 'start'],
    [{ regel: 'D1', start: '2026-03-02', soort: 'ZM' }, 'soort'],
    [{ regel: 'D1', start: '2026-03-02', kalender: 'nl' }, 'kalender'],
    [{ regel: 'D13', geboortedatum: '2008-06-15T00:00:00Z' }, 'geboortedatum'],
    [{ regel: 'D18', start: '2026-03-02', aantal: 0, eenheid: 'weken' }, 'aantal'],
    [{ regel: 'D18', start: '2026-03-02', aantal: 1.5, eenheid: 'weken' }, 'aantal'],
    [{ regel: 'D18', start: '2026-03-02', aantal: 1001, eenheid: 'weken' }, 'aantal'],
    [{ regel: 'D18', start: '2026-03-02', aantal: 1, eenheid: 'jaren' }, 'eenheid'],
    [{ regel: 'D15', start: '2026-03-02', nr: 0 }, 'nr'],
    [{ regel: 'D17', start: '2026-03-02T09:30:00Z', verlengingen: -1 }, 'verlengingen'],
    [{ regel: 'D21', vorige: '2026-03-02', aan: 'ouders' }, 'aan'],
    [{ regel: 'D2', start: '2026-03-02', soortBeslissing: 'verleend' }, 'soortBeslissing'],
    [{ regel: 'D11', start: '2026-03-02', jeugdigeBinnen: 'ja' }, 'jeugdigeBinnen'],
  ])('given %j, then %s is refused', (feiten, veld) => expect(weigering(feiten)[0]).toBe(veld));

  it('given a day that is no day, then both ways to write it are shown', () =>
    expect(weigering({ regel: 'D1', start: 'morgen' })[1]).toBe(
      'geef een datum zoals 2026-03-02, of een tijdstip met zone zoals 2026-03-02T09:30:00+01:00',
    ));

  it('given a fact that no rule knows, then it is refused by name', () =>
    expect(
      TermijnVraagSchema.safeParse({ regel: 'D1', start: '2026-03-02', startdatum: 1 }).error?.issues[0],
    ).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['startdatum'],
    }));
});

describe('a question that can', () => {
  it.each<[object]>([
    [{ regel: 'D1', start: '2026-03-02', geldigTot: '2026-03-02' }],
    [{ regel: 'D15', vorigeEvaluatie: '2026-03-02' }],
    [{ regel: 'D15', start: '2026-03-02', nr: 2, vorigeEvaluatie: '2026-03-20' }],
    [{ regel: 'D18', termijnEinde: '2026-03-02' }],
    [{ regel: 'D18', start: '2026-03-02', aantal: 1000, eenheid: 'dagen' }],
    [{ regel: 'D21' }],
    [{ regel: 'D22' }],
    [{ regel: 'D1', start: '2026-03-02T23:30:00Z', geldigTot: '2026-03-03' }],
    [{ regel: 'D1', start: '2026-03-02T09:30:00+01:00', geldigTot: '2026-03-02' }],
    [{ regel: 'D1', start: '2026-03-02', geboortedatum: '2026-03-02' }],
    [{ regel: 'D13', geboortedatum: '2010-05-04' }],
    [{ regel: 'D1', start: '2019-03-02', geboortedatum: '2004-05-04', peildatum: '2040-03-02' }],
  ])('given %j, then it is taken', (feiten) => expect(TermijnVraagSchema.safeParse(feiten).error).toBeUndefined());

  it('given null, then the fact is not known, as if it were absent', () =>
    expect(TermijnVraagSchema.parse({ regel: 'D1', start: '2026-03-02', geldigTot: null, kalender: null })).toEqual(
      TermijnVraagSchema.parse({ regel: 'D1', start: '2026-03-02' }),
    ));

  it('given null where a fact is needed, then it is missing', () =>
    expect(weigering({ regel: 'D1', start: null })).toEqual(['start', 'dit veld is nodig bij D1']));

  it('given moments where a rule asks for days, then the day in Amsterdam counts', () =>
    expect(TermijnVraagSchema.parse({ regel: 'D6', besluit: '2026-03-02T23:30:00Z' }).besluit).toBe('2026-03-03'));
});

describe('a birth date in a question', () => {
  const dagen = [
    ...['start', 'geldigVan', 'geldigTot', 'besluit', 'beslissingMgj', 'intrekking', 'vmgjGeldigTot', 'peildatum'],
    ...['laatsteTenuitvoerlegging', 'schorsingVanaf', 'vorigeEvaluatie', 'termijnEinde', 'afgebouwdOp', 'gebeurdOp'],
  ];
  it.each(dagen)('given a %s before it, then it cannot be right; on the day itself it can', (feit) => {
    const velden = (dag: string): string[] =>
      TermijnVraagSchema.safeParse({ regel: 'D13', geboortedatum: '2026-03-02', [feit]: dag }).error?.issues.map(
        ({ path }) => path.join('.'),
      ) ?? [];
    expect(velden('2026-03-01')).toEqual(['geboortedatum']);
    expect(velden('2026-03-02')).toEqual([]);
  });

  it('given an earlier overview of the accommodatie, then that says nothing about the jeugdige', () =>
    expect(
      TermijnVraagSchema.safeParse({ regel: 'D21', vorige: '2026-03-01', geboortedatum: '2026-03-02' }).error,
    ).toBeUndefined());
});

describe('the JSON schema of a question', () => {
  const schema: any = z.toJSONSchema(TermijnVraagSchema, { io: 'input' });

  it('given every rule, then it says which facts that rule needs', () => {
    const nodig = Object.fromEntries(
      schema.allOf.map((als: any) => [als.if.properties.regel.const, als.then.anyOf.map((set: any) => set.required)]),
    );
    expect(Object.keys(nodig)).toEqual(REGEL_IDS);
    expect(nodig).toMatchObject({
      D1: [['start']],
      D9: [['besluit', 'vmgjGeldigTot']],
      D15: [['start'], ['vorigeEvaluatie']],
      D18: [['start', 'aantal', 'eenheid'], ['termijnEinde']],
      D22: [[]],
    });
    expect(schema.allOf[0].if.required).toEqual(['regel']);
  });

  it('given every fact, then it is described, and only the rule is always needed', () => {
    expect(schema.required).toEqual(['regel']);
    expect(schema.additionalProperties).toBe(false);
    const kaal = Object.entries<any>(schema.properties).filter(([, { description }]) => !description);
    expect(kaal.map(([feit]) => feit)).toEqual([]);
  });

  it('given a day or a moment, then both ways to write it are shown', () =>
    expect(JSON.stringify(schema.properties.start)).toContain('2026-03-02T09:30:00+01:00'));

  it('given every fact of the scenarios, then the schema knows it', () => {
    const feiten = new Set(scenarios().flatMap(([, , { feiten }]) => Object.keys(feiten)));
    expect([...feiten].filter((feit) => !(feit in schema.properties))).toEqual([]);
  });
});
