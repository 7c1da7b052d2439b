import { createHash } from 'node:crypto';
import { createCatalogue } from '@regielijn/engine';
import {
  canonicalJson,
  EventCodec,
  EventLog,
  type EventStore,
  MemoryEventStore,
  MemoryKeyStore,
  type NewEvent,
} from '@regielijn/event-store';
import { deriveId } from '@regielijn/kern';
import { exportLog } from './export-log.js';
import { toEndLine } from './line.js';

export const catalogue = createCatalogue();

/** Events of one stream; the same words give the same ids. */
export const gebeurtenis = (
  type: string,
  data: NewEvent['data'],
  ...woorden: readonly (string | number)[]
): NewEvent => ({
  id: deriveId('export', ...woorden),
  type,
  geldigOp: '2020-01-01T08:00:00.000Z',
  vastgelegdOp: '2020-01-01T08:00:00.000Z',
  metadata: {
    actor: { subject: 'proef', organisatie: 'gi-1', rol: 'beheer' },
    correlationId: deriveId('export', 'keten'),
    causationId: deriveId('export', 'keten'),
  },
  data,
});

export const groepId = (nummer: number): string => deriveId('groep', nummer);
export const groepStream = (nummer: number): string => `voorziening-${groepId(nummer)}`;

export const groep = (nummer: number, naam = `Groep ${nummer}`): NewEvent =>
  gebeurtenis(
    'voorziening.geopend@1',
    { voorzieningId: groepId(nummer), naam, aanbieder: 'aanbieder-1', gemeentecode: '0599', variant: 'kib' },
    'groep',
    nummer,
  );

export const plekken = (nummer: number, keer: number): NewEvent =>
  gebeurtenis(
    'voorziening.plekken-geopend@1',
    { voorzieningId: groepId(nummer), aantal: 2, vanaf: '2020-01-01' },
    'plekken',
    nummer,
    keer,
  );

const kind = (nummer: number): NewEvent =>
  gebeurtenis(
    'jeugdige.geregistreerd@1',
    {
      jeugdigeId: deriveId('kind', nummer),
      bsn: '999990019',
      naam: 'Sanne Voorbeeld',
      geboortedatum: '2006-05-04',
      geslacht: 'vrouw',
      gemeentecode: '0599',
      overigReden: null,
      regio: 'rijnmond',
      casusregie: { soort: 'gemeente', organisatie: 'gemeente-0599' },
    },
    'kind',
    nummer,
  );

/** A log of three groups, each in a few turns, and a jeugdige whose fields are encrypted. */
export const vulLog = async (store: EventStore): Promise<void> => {
  const log = new EventLog(store, new EventCodec(catalogue, new MemoryKeyStore()));
  for (const nummer of [1, 2, 3]) await log.append(groepStream(nummer), 'no-stream', [groep(nummer)]);
  await log.append(`jeugdige-${deriveId('kind', 1)}`, 'no-stream', [kind(1)]);
  await log.append(groepStream(1), 0n, [plekken(1, 1), plekken(1, 2)]);
  await log.append(groepStream(3), 0n, [plekken(3, 1)]);
  await log.append(groepStream(1), 2n, [plekken(1, 3)]);
  await log.append(groepStream(2), 0n, [plekken(2, 1)]);
};

export const exporteer = async (store: EventStore): Promise<string> => {
  let text = '';
  for await (const part of exportLog(store)) text += part;
  return text;
};

/** The lines of a valid export, the closing line last. */
export const geldigeRegels = async (): Promise<readonly string[]> => {
  const store = new MemoryEventStore();
  await vulLog(store);
  return (await exporteer(store)).trimEnd().split('\n');
};

export const alsBestand = (regels: readonly string[]): Buffer =>
  Buffer.from(regels.map((regel) => `${regel}\n`).join(''));

/** Closes event lines as an export does, so that the checksum cannot be what refuses them. */
export const metSlot = (regels: readonly string[]): readonly string[] => [
  ...regels,
  toEndLine(regels.length, createHash('sha256').update(alsBestand(regels)).digest('hex')),
];

/** Changes the value of a line and writes it canonically again. */
export const verander = (regel: string, wijzig: (waarde: any) => void): string => {
  const waarde = JSON.parse(regel);
  wijzig(waarde);
  return canonicalJson(waarde);
};
