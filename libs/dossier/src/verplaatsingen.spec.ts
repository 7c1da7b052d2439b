import { describe, expect, it } from '@jest/globals';
import { deriveId, type DomainEvent, type Past } from '@regielijn/kern';
import { verplaatsingenVan } from './verplaatsingen.js';

const gebeurd = (type: string): Past<DomainEvent> => ({
  ...{ type, data: {}, id: deriveId(type) },
  ...{ geldigOp: '2026-03-01T12:00:00.000Z', vastgelegdOp: '2026-03-01T12:00:00.000Z' },
});
const plek = (van: string) => ({
  woonplekId: deriveId(van),
  soort: 'thuis' as const,
  van,
  tot: null,
  bron: 'ouders' as const,
});
const hulpgeschiedenis = { hulp: [], woonplekken: [plek('2010-01-01'), plek('2020-01-01')] };

describe('how often a jeugdige moved in all', () => {
  it('given one move before and a traject in, on and out, then four', () => {
    const verloop = [
      'aangemeld@2',
      'opname-gestart@2',
      'onttrekking-gemeld@1',
      'overgeplaatst@1',
      'uitstroom-gerealiseerd@1',
    ];
    const traject = verloop.map((type) => gebeurd(`traject.${type}`));
    expect(verplaatsingenVan({ hulpgeschiedenis }, [traject])).toBe(4);
  });

  it('given two trajecten, then both count; given none, then only what came before', () => {
    const traject = [gebeurd('traject.opname-gestart@2')];
    expect(verplaatsingenVan({ hulpgeschiedenis }, [traject, traject])).toBe(3);
    expect(verplaatsingenVan({ hulpgeschiedenis }, [])).toBe(1);
  });
});
