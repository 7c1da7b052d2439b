import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineEvent, persoonsgegeven, persoonsgegevensVan } from './event.js';
import { IdSchema } from './ids.js';
import { TekstSchema } from './tekst.js';

describe('a personal field', () => {
  it('given marked fields, then each is named with the field that says whose key it takes', () => {
    const { schema } = defineEvent('proef.gedaan@1', {
      omschrijving: 'Proef.',
      data: {
        jeugdigeId: IdSchema,
        contactId: IdSchema,
        naam: persoonsgegeven(TekstSchema),
        telefoon: persoonsgegeven(z.string(), 'contactId'),
        gemeentecode: z.string(),
      },
    });
    expect([...persoonsgegevensVan(schema)]).toEqual([
      ['naam', 'jeugdigeId'],
      ['telefoon', 'contactId'],
    ]);
  });

  it('given a personal field that may be absent, then it is marked all the same', () => {
    const schema = z.strictObject({ toelichting: persoonsgegeven(TekstSchema.nullable()) });
    expect([...persoonsgegevensVan(schema).keys()]).toEqual(['toelichting']);
    expect(schema.parse({ toelichting: null })).toEqual({ toelichting: null });
  });

  it('given a marked field, then other uses of the same schema stay unmarked', () => {
    persoonsgegeven(TekstSchema);
    expect(persoonsgegevensVan(z.strictObject({ tekst: TekstSchema })).size).toBe(0);
  });

  it('given a schema with a description, then the mark stands beside it', () => {
    const marked = persoonsgegeven(z.string().meta({ description: 'de naam' }));
    expect(marked.meta()).toEqual({ description: 'de naam', persoonsgegeven: 'jeugdigeId' });
  });
});

describe('an event type', () => {
  const gedaan = defineEvent('proef.gedaan@1', { omschrijving: 'Proef.', bron: 'Proefwet', data: { n: z.int() } });

  it('given its data, then the event carries the type word for word', () => {
    expect(gedaan.of({ n: 1 })).toEqual({ type: 'proef.gedaan@1', data: { n: 1 } });
  });

  it('given a field that the type does not have, then the data is refused', () => {
    expect(gedaan.schema.safeParse({ n: 1 }).success).toBe(true);
    expect(gedaan.schema.safeParse({ n: 1, m: 2 }).success).toBe(false);
  });

  it('given no source, then there is none in the catalogue; given one, then it stands there', () => {
    expect(gedaan.bron).toBe('Proefwet');
    expect(defineEvent('proef.gezien@1', { omschrijving: 'Proef.', data: {} })).not.toHaveProperty('bron');
  });
});
