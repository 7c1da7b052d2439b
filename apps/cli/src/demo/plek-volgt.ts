import type { Engine } from '@regielijn/engine';
import type { CommandReceipt } from '@regielijn/event-store';
import type { Poort } from '@regielijn/poort';
import {
  BeeindigVariant,
  EindigNaOnttrekking,
  MeldUitstroom,
  PlaatsOver,
  PlekVolgtTraject,
  StartOpname,
  TrekAanmeldingIn,
} from '@regielijn/traject';
import type { DemoOpdracht } from './opdrachten.js';

/** After these somebody has a plek, or leaves the one that was meant for them. */
const VOLGT: readonly DemoOpdracht['type'][] = [
  ...[StartOpname, PlaatsOver, MeldUitstroom, EindigNaOnttrekking, TrekAanmeldingIn, BeeindigVariant],
];

/** Hears what a command of the demo recorded, before the next one is given. */
export type NaOpdracht = (opdracht: DemoOpdracht, receipt: CommandReceipt) => Promise<void>;

/**
 * Lets the plek follow the traject at once. A load gives in a minute what took years: a follower that is behind would
 * leave plekken taken whose jeugdige left long ago, and the next reservation would be refused. When the follower itself
 * comes by, it is done already.
 */
export const plekVolgt = (poort: Poort, { log, pool }: Pick<Engine, 'log' | 'pool'>): NaOpdracht => {
  const follower = new PlekVolgtTraject(poort, log, pool);
  return async ({ type }, { stream, eventIds }) => {
    if (!VOLGT.includes(type)) return;
    const history = await log.readSealed(stream);
    for (const event of history) if (eventIds.includes(event.id)) await follower.volgPlek(event, history);
  };
};
