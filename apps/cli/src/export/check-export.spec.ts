import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CodedError, deriveId } from '@regielijn/kern';
import fc from 'fast-check';
import { runs } from '../../../../libs/kern/src/sequence.kit.js';
import { checkExport } from './check-export.js';
import { alsBestand, catalogue, geldigeRegels, groep, groepStream, metSlot, verander } from './export.kit.js';

async function* inStukken(bestand: Buffer, grootte = 64 * 1024): AsyncGenerator<Buffer> {
  for (let van = 0; van < bestand.length; van += grootte) yield bestand.subarray(van, van + grootte);
}

const controleer = async (bestand: Buffer, grootte?: number): Promise<number> =>
  (await checkExport(inStukken(bestand, grootte), catalogue)).events;

/** The refusal, or a failed test when there was none. */
const weigering = async (bestand: Buffer): Promise<{ regel: number; reden: string; message: string }> => {
  const outcome = await controleer(bestand).then(
    (events) => new Error(`geaccepteerd: ${events} gebeurtenissen`),
    (error: unknown) => error as CodedError,
  );
  expect(outcome).toMatchObject({ code: 'IMPORT_REGEL', kind: 'invalid' });
  const { data, message } = outcome as CodedError;
  return { regel: data['regel'] as number, reden: data['reden'] as string, message };
};

let regels: readonly string[];
let events: readonly string[];
let aantal: number;

beforeAll(async () => {
  regels = await geldigeRegels();
  events = regels.slice(0, -1);
  aantal = events.length;
});

/** The line of a byte, counted from 1. */
const regelVan = (bestand: Buffer, plaats: number): number =>
  bestand.subarray(0, plaats).filter((byte) => byte === 0x0a).length + 1;

const eenRegel = () => fc.nat({ max: regels.length - 1 });
const eenByte = () => fc.nat({ max: alsBestand(regels).length - 1 });

describe('an export as it was written', () => {
  it('is accepted, in whatever pieces it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5_000 }), async (grootte) => {
        expect(await controleer(alsBestand(regels), grootte)).toBe(aantal);
      }),
      { numRuns: 30 },
    );
  });

  it('names whose keys open it, so that nobody makes a second one where they did not come along', async () => {
    const { keyIds } = await checkExport(inStukken(alsBestand(regels)), catalogue);
    expect([...keyIds]).toEqual([deriveId('kind', 1)]);
  });

  it('is accepted when it holds no event', async () => {
    expect(await controleer(alsBestand(metSlot([])))).toBe(0);
  });

  it('is accepted when a name holds what other programs take for the end of a line', async () => {
    const { data } = groep(1, 'Groep\u2028De\u2029Eik\u0085');
    const regel = verander(events[0]!, (event) => (event.data = data));
    expect(await controleer(alsBestand(metSlot([regel])))).toBe(1);
  });
});

describe('an export in which something was changed is refused, and the line is named', () => {
  it('when any line is missing', async () => {
    await fc.assert(
      fc.asyncProperty(eenRegel(), async (weg) => {
        const { regel } = await weigering(alsBestand(regels.toSpliced(weg, 1)));
        expect(regel).toBe(weg + 1);
      }),
    );
  });

  it('when any line is there twice', async () => {
    await fc.assert(
      fc.asyncProperty(eenRegel(), async (dubbel) => {
        const { regel } = await weigering(alsBestand(regels.toSpliced(dubbel, 0, regels[dubbel]!)));
        expect(regel).toBe(dubbel + 2);
      }),
    );
  });

  it('when two lines changed places', async () => {
    await fc.assert(
      fc.asyncProperty(eenRegel(), eenRegel(), async (een, ander) => {
        fc.pre(een < ander);
        const gewisseld = regels.with(een, regels[ander]!).with(ander, regels[een]!);
        const { regel } = await weigering(alsBestand(gewisseld));
        expect(regel).toBe(een + 1);
      }),
    );
  });

  it('when it was cut off after any byte', async () => {
    const bestand = alsBestand(regels);
    await fc.assert(
      fc.asyncProperty(eenByte(), async (lengte) => {
        const { regel, reden } = await weigering(bestand.subarray(0, lengte));
        expect(regel).toBe(regelVan(bestand, lengte));
        expect(reden).toContain('het bestand is afgebroken');
      }),
    );
  });

  it('when any byte became another one: at its line, or at the first one that no longer fits to it', async () => {
    const bestand = alsBestand(regels);
    await fc.assert(
      fc.asyncProperty(eenByte(), fc.integer({ min: 1, max: 255 }), async (plaats, verschil) => {
        const beschadigd = Buffer.from(bestand);
        beschadigd[plaats]! ^= verschil;
        const { regel, reden } = await weigering(beschadigd);
        // Another valid stream name, moment or text is noticed by the lines after it.
        if (/^(versie|vastgelegdOp|de controlesom)/.test(reden))
          expect(regel).toBeGreaterThanOrEqual(regelVan(bestand, plaats));
        else expect(regel).toBe(regelVan(bestand, plaats));
      }),
      runs(250),
    );
  });

  it('when bytes were put in anywhere', async () => {
    const bestand = alsBestand(regels);
    await fc.assert(
      fc.asyncProperty(eenByte(), fc.uint8Array({ minLength: 1, maxLength: 20 }), async (plaats, meer) => {
        const { regel } = await weigering(Buffer.concat([bestand.subarray(0, plaats), meer, bestand.subarray(plaats)]));
        expect(regel).toBeGreaterThanOrEqual(regelVan(bestand, plaats));
      }),
    );
  });

  it('in a sentence that a person can act on', async () => {
    const { message } = await weigering(alsBestand(regels.toSpliced(1, 1)));
    expect(message).toBe(
      'Regel 2 van de import klopt niet: nummer 3 waar 2 moet staan; een regel ontbreekt of staat dubbel. Er is niets geïmporteerd.',
    );
  });
});

describe('what no export holds is refused, also with a checksum that fits', () => {
  /** Changes line 2 of three and closes the file again. */
  const metRegel2 = (wijzig: (event: any) => void): Promise<{ regel: number; reden: string }> =>
    weigering(alsBestand(metSlot(events.slice(0, 3).with(1, verander(events[1]!, wijzig)))));

  it.each<[string, (event: any) => void, string]>([
    ['an event type that this program does not know', (e) => (e.type = 'voorziening.verhuisd@1'), 'onbekend soort'],
    ['a version of an event from a newer program', (e) => (e.type = 'voorziening.geopend@99'), 'onbekend soort'],
    ['a number that skips one', (e) => (e.nr = 3), 'nummer 3 waar 2 moet staan'],
    ['a stream that does not begin at its beginning', (e) => (e.versie = 1), 'versie 1'],
    ['a stream version that was there', (e) => (e.stream = groepStream(1)), 'versie 0'],
    ['an id that was there', (e) => (e.id = groep(1).id), 'dit id kwam al eerder voor'],
    [
      'a moment before that of the line before it',
      (e) => (e.vastgelegdOp = '2019-12-31T23:59:59.999Z'),
      'ligt voor dat van',
    ],
    ['a field too many', (e) => (e.toelichting = 'erbij'), 'klopt niet'],
    ['a field too few', (e) => delete e.geldigOp, 'veld geldigOp'],
    ['an id in capitals', (e) => (e.id = deriveId('x').toUpperCase()), 'veld id'],
    ['a moment without milliseconds', (e) => (e.geldigOp = '2020-01-01T08:00:00Z'), 'veld geldigOp'],
    ['a day that does not exist', (e) => (e.geldigOp = '2020-02-30T08:00:00.000Z'), 'veld geldigOp'],
    ['the year 0, which no store knows', (e) => (e.geldigOp = '0000-01-01T08:00:00.000Z'), 'veld geldigOp'],
    ['a stream name that a store refuses', (e) => (e.stream = 'voorziening-\u0000'), 'veld stream'],
    ['data that is no object', (e) => (e.data = ['x']), 'veld data'],
  ])('%s', async (_, wijzig, reden) => {
    const gezien = await metRegel2(wijzig);
    expect(gezien).toMatchObject({ regel: 2, reden: expect.stringContaining(reden) });
  });

  it('an event with a name that is not encrypted', async () => {
    const nr = events.findIndex((regel) => regel.includes('jeugdige.geregistreerd@1'));
    const leesbaar = verander(events[nr]!, (event) => (event.data.naam = 'Sanne Voorbeeld'));
    expect(await weigering(alsBestand(metSlot(events.slice(0, nr + 1).with(nr, leesbaar))))).toMatchObject({
      regel: nr + 1,
      reden: 'een persoonsgegeven staat er niet versleuteld in',
    });
  });

  it.each<[string, (regel: string) => string]>([
    ['spaces', (regel) => regel.replace(':', ': ')],
    ['fields in another order', (regel) => JSON.stringify({ type: JSON.parse(regel).type, ...JSON.parse(regel) })],
    ['a letter as an escape', (regel) => regel.replace('voorziening', '\\u0076oorziening')],
    ['a number in another way', (regel) => regel.replace('"nr":2', '"nr":2.0')],
    ['one field twice', (regel) => regel.replace('"nr":2', '"nr":2,"nr":2')],
    ['a carriage return at the end', (regel) => `${regel}\r`],
  ])('a line that is written with %s', async (_, schrijf) => {
    const anders = schrijf(events[1]!);
    expect(anders).not.toBe(events[1]);
    const gezien = await weigering(alsBestand(metSlot(events.slice(0, 3).with(1, anders))));
    expect(gezien).toMatchObject({ regel: 2, reden: expect.stringContaining('RFC 8785') });
  });

  it('a file with the line ends of Windows, at its first line', async () => {
    const bestand = Buffer.from(regels.map((regel) => `${regel}\r\n`).join(''));
    expect(await weigering(bestand)).toMatchObject({ regel: 1 });
  });

  it('a file with the line ends of Windows at its closing line only', async () => {
    const bestand = alsBestand(regels.with(-1, `${regels.at(-1)}\r`));
    expect(await weigering(bestand)).toMatchObject({ regel: regels.length });
  });

  it('a byte order mark', async () => {
    const bestand = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), alsBestand(regels)]);
    expect(await weigering(bestand)).toMatchObject({ regel: 1 });
  });

  it('bytes that are no text', async () => {
    const bestand = Buffer.concat([alsBestand(events.slice(0, 1)), Buffer.from([0xc3, 0x28, 0x0a])]);
    expect(await weigering(bestand)).toMatchObject({ regel: 2, reden: expect.stringContaining('UTF-8') });
  });

  it('an input of nothing at all', async () => {
    expect(await weigering(Buffer.alloc(0))).toMatchObject({ regel: 1, reden: expect.stringContaining('slotregel') });
  });

  it('an empty line', async () => {
    expect(await weigering(alsBestand(events.toSpliced(1, 0, '')))).toMatchObject({ regel: 2 });
  });
});

describe('the closing line', () => {
  const slot = (wijzig: (einde: any) => void): string => verander(regels.at(-1)!, ({ einde }) => wijzig(einde));

  it('given another checksum, then the file is refused at that line', async () => {
    const anders = slot((einde) => (einde.sha256 = 'a'.repeat(64)));
    expect(await weigering(alsBestand([...events, anders]))).toMatchObject({
      regel: aantal + 1,
      reden: expect.stringContaining('controlesom'),
    });
  });

  it('given another count, then the file is refused at that line', async () => {
    const anders = slot((einde) => (einde.events = aantal + 1));
    expect(await weigering(alsBestand([...events, anders]))).toMatchObject({ regel: aantal + 1 });
  });

  it.each([
    ['a checksum in capitals', (einde: any) => (einde.sha256 = einde.sha256.toUpperCase())],
    ['a field too many', (einde: any) => (einde.door = 'iemand')],
    ['a count that is no number', (einde: any) => (einde.events = String(einde.events))],
  ])('given %s, then the file is refused at that line', async (_, wijzig) => {
    expect(await weigering(alsBestand([...events, slot(wijzig)]))).toMatchObject({
      regel: aantal + 1,
      reden: expect.stringContaining('slotregel'),
    });
  });

  it('given none, then the file was cut off', async () => {
    expect(await weigering(alsBestand(events))).toMatchObject({
      regel: aantal + 1,
      reden: expect.stringContaining('slotregel ontbreekt'),
    });
  });

  it.each([
    ['an event', () => events[0]!],
    ['another closing line', () => regels.at(-1)!],
    ['an empty line', () => ''],
  ])('given %s after it, then that line is refused', async (_, meer) => {
    expect(await weigering(alsBestand([...regels, meer()]))).toMatchObject({
      regel: aantal + 2,
      reden: 'na de slotregel komt niets meer',
    });
  });
});

describe('a line that is far too large', () => {
  it('is refused before it is read to its end', async () => {
    let gelezen = 0;
    async function* zonderEinde(): AsyncGenerator<Buffer> {
      yield alsBestand(events.slice(0, 1));
      for (; gelezen < 50 * 1024 * 1024; gelezen += 64 * 1024) yield Buffer.alloc(64 * 1024, 'x');
    }
    await expect(checkExport(zonderEinde(), catalogue)).rejects.toMatchObject({
      code: 'IMPORT_REGEL',
      data: { regel: 2, reden: 'de regel is te lang' },
    });
    expect(gelezen).toBeLessThan(2 * 1024 * 1024);
  });

  it('and lies in memory already, is refused all the same', async () => {
    const groot = Buffer.alloc(50 * 1024 * 1024, 'x');
    groot[groot.length - 1] = 0x0a;
    await expect(controleer(groot, groot.length)).rejects.toMatchObject({ data: { regel: 1 } });
  });

  it('is no reason to refuse the largest event that a store takes', async () => {
    const { data } = groep(1, 'x'.repeat(1024 * 1024 - 700));
    const regel = verander(events[0]!, (event) => (event.data = data));
    expect(await controleer(alsBestand(metSlot([regel])))).toBe(1);
  });

  it('in depth: nesting without end is refused, and ends no process', async () => {
    const diep = events[0]!.replace('"Groep 1"', `${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(await weigering(alsBestand(metSlot([diep])))).toMatchObject({ regel: 1 });
  });
});
