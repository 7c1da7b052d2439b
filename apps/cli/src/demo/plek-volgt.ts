import type { Engine } from '@regielijn/engine';
import type { CommandReceipt, RecordedEvent } from '@regielijn/event-store';
import { isCodedError } from '@regielijn/kern';
import type { Poort } from '@regielijn/poort';
import { waitForReadModels } from '@regielijn/projecties';
import {
  BeeindigVariant,
  EindigNaOnttrekking,
  MeldUitstroom,
  PlaatsOver,
  PlekVolgtTraject,
  StartOpname,
  TrekAanmeldingIn,
  WijsPlekToe,
} from '@regielijn/traject';
import type { DemoOpdracht } from './opdrachten.js';

const WACHT_MS = 120_000;

const VOLGT: readonly DemoOpdracht['type'][] = [
  ...[WijsPlekToe, StartOpname, PlaatsOver, MeldUitstroom, EindigNaOnttrekking, TrekAanmeldingIn, BeeindigVariant],
];

/** Hears what a command of the demo recorded, before the next one is given. */
export type NaOpdracht = (opdracht: DemoOpdracht, receipt: CommandReceipt) => Promise<void>;

/**
 * Lets the plek follow the traject at once. A load gives in a minute what took years: a follower that is behind would
 * leave plekken taken whose jeugdige left long ago, and the next reservation would be refused. What the follower does
 * when it comes by is then done already.
 */
export const plekVolgt = (poort: Poort, { log, pool }: Pick<Engine, 'log' | 'pool'>): NaOpdracht => {
  const follower = new PlekVolgtTraject(poort, log, pool);
  const volg = async (event: RecordedEvent): Promise<void> => {
    try {
      await follower.handle(event);
    } catch (error) {
      if (!isCodedError(error, 'LEESMODEL_LOOPT_ACHTER')) throw error;
      await waitForReadModels(pool, event.position, WACHT_MS, ['voorziening']);
      await follower.handle(event);
    }
  };
  return async ({ type }, { stream, eventIds }) => {
    if (!VOLGT.includes(type)) return;
    for (const event of await log.read(stream)) if (eventIds.includes(event.id)) await volg(event);
  };
};
