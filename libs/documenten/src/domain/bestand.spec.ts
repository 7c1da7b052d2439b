import { describe, expect, it } from '@jest/globals';
import type { CodedError } from '@regielijn/kern';
import fc from 'fast-check';
import {
  BESTANDSTYPEN,
  DocumentregelsSchema,
  herken,
  keurBestand,
  MAX_BYTES,
  type Mediatype,
  MediatypeSchema,
} from './bestand.js';
import { bestand, regels } from './document.kit.js';

const types = MediatypeSchema.options;

describe('what a file is, by its first bytes', () => {
  it.each(types)('given a file that begins as %s does, then it is that, whatever follows', (type) => {
    fc.assert(fc.property(fc.string(), (rest) => expect(herken(bestand(type, rest))).toBe(type)));
  });

  it.each(types)('given the beginning of %s with any one byte another, or cut off, then it is not that', (type) => {
    const { begin } = BESTANDSTYPEN[type];
    begin.forEach((_, plaats) => {
      const anders = bestand(type);
      anders[plaats]! ^= 1;
      expect(herken(anders)).not.toBe(type);
      expect(herken(bestand(type).subarray(0, plaats))).toBeNull();
    });
  });

  it.each<[string, Buffer]>([
    ['a Word file, which begins as any zip does', Buffer.from('PK\u0003\u0004 word/document.xml', 'latin1')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('MZ\u0090', 'latin1')],
    ['a PDF that begins with something else', Buffer.from('<html>%PDF-1.7')],
    ['nothing', Buffer.alloc(0)],
  ])('given %s, then it is none that may be laid in a dossier', (_, bytes) => expect(herken(bytes)).toBeNull());
});

const keur = (soort: keyof typeof regels.soorten, mediatype: string, herkend: Mediatype | null, omvang = 1_000) =>
  keurBestand(regels, soort, mediatype, { herkend, omvang });

const weigering = (work: () => unknown): CodedError => {
  try {
    work();
  } catch (error) {
    return error as CodedError;
  }
  throw new Error('accepted');
};

describe('which file may be laid in a dossier', () => {
  it.each(types)('given a beschikking as %s that is what it says, then it may', (type) =>
    expect(keur('beschikking', type, type)).toBe(type),
  );

  it.each([
    ['DOCUMENT_TE_GROOT', () => keur('plan', 'application/pdf', 'application/pdf', MAX_BYTES + 1)],
    ['BESTAND_LEEG', () => keur('plan', 'application/pdf', null, 0)],
    ['BESTANDSTYPE_MAG_NIET', () => keur('plan', 'text/html', null)],
    ['BESTANDSTYPE_MAG_NIET', () => keur('verslag', 'image/png', 'image/png')],
    ['BESTANDSTYPE_MAG_NIET', () => keur('plan', 'toString', null)],
    ['BESTANDSTYPE_ONWAAR', () => keur('plan', 'application/pdf', null)],
    ['BESTANDSTYPE_ONWAAR', () => keur('plan', 'application/pdf', 'image/png')],
  ])('refuses with %s and one sentence', (code, work) => {
    const { code: gekregen, message } = weigering(work);
    expect(gekregen).toBe(code);
    expect(message).toMatch(/^[A-Z].+\.$/);
  });

  it('given a file of exactly the largest size, then it may', () =>
    expect(keur('plan', 'application/pdf', 'application/pdf', MAX_BYTES)).toBe('application/pdf'));

  it('given a limit of its own for a kind, then that holds, and the sentence names it', () => {
    const kleiner = {
      ...regels,
      soorten: { ...regels.soorten, plan: { ...regels.soorten.plan, maxBytes: 1_572_864 } },
    };
    const { data, message } = weigering(() =>
      keurBestand(kleiner, 'plan', 'application/pdf', { herkend: 'application/pdf', omvang: 1_572_865 }),
    );
    expect(data).toEqual({ omvang: 1_572_865, maxBytes: 1_572_864 });
    expect(message).toContain('1.5 MB');
  });
});

describe('config/documenten.json', () => {
  const zonder = (change: (inhoud: any) => void): boolean => {
    const inhoud = structuredClone(regels);
    change(inhoud);
    return DocumentregelsSchema.safeParse(inhoud).success;
  };

  it.each<[string, (inhoud: any) => void]>([
    ['a kind without rules', ({ soorten }) => delete soorten.plan],
    ['a kind that nobody knows', ({ soorten }) => (soorten.brief = soorten.plan)],
    ['a type that nobody can tell by its bytes', ({ soorten }) => (soorten.plan.mediatypen = ['text/html'])],
    ['a kind that may be nothing', ({ soorten }) => (soorten.plan.mediatypen = [])],
    ['a limit above what the program takes in', ({ soorten }) => (soorten.plan.maxBytes = MAX_BYTES + 1)],
    ['no reason', ({ soorten }) => delete soorten.plan.reden],
  ])('given %s, then the file is refused', (_, change) => expect(zonder(change)).toBe(false));

  it('given no limit, then it is ten megabytes', () => {
    const inhoud: any = structuredClone(regels);
    delete inhoud.soorten.plan.maxBytes;
    expect(DocumentregelsSchema.parse(inhoud).soorten.plan.maxBytes).toBe(10 * 1024 * 1024);
  });
});
