import { CommandRunner, type EventLog } from '@regielijn/event-store';
import { leesSamenvoeging, MaakSamenvoegingOngedaan, SluitDossier, VoegDossiersSamen } from '@regielijn/jeugdige';
import { type CommandContext, deriveId } from '@regielijn/kern';
import type pg from 'pg';
import { Gedeeld, idVan } from '../../jeugdige/src/application/processen.kit.js';
import {
  MaakSamenvoegingOngedaanHandler,
  VoegDossiersSamenHandler,
} from '../../jeugdige/src/application/samenvoeging.handlers.js';
import { jeugdigeDecider } from '../../jeugdige/src/domain/decide.js';
import { jeugdigeStream } from '../../jeugdige/src/domain/events.js';
import { testContext } from '../../kern/src/scenario.kit.js';

export const [a, b, c] = [idVan('a'), idVan('b'), idVan('c')] as const;
const ALLE = [a, b, c];

const context = (...opdracht: readonly string[]): CommandContext => testContext({ commandId: deriveId(...opdracht) });
const paar = (jeugdigeId: string, metJeugdigeId: string) => ({
  jeugdigeId,
  metJeugdigeId,
  reden: 'Twee keer aangemeld.',
});

/** Three dossiers of one jeugdige: only the last bears a BSN, so that any can go into it, or into another. */
export class DrieDossiers extends Gedeeld {
  async begin(): Promise<this> {
    const proces = this.proces();
    for (const [naam, bsn] of [
      ['a', '999900006'],
      ['b', '999990019'],
      ['c', '999990020'],
    ] as const) {
      await proces.registreer(naam, bsn);
      if (naam !== 'c') await proces.corrigeer(`weg ${naam}`, naam, null);
    }
    return this;
  }

  /** One dossier goes into another; a log that dies at its second append leaves it half done. */
  async samen(welk: string, inWelk: string, log: EventLog = this.log): Promise<void> {
    const command = new VoegDossiersSamen(paar(inWelk, welk), context('samen', welk, inWelk));
    await new VoegDossiersSamenHandler(new CommandRunner(log), log).execute(command);
  }

  async ongedaan(welk: string, inWelk: string, log: EventLog = this.log): Promise<void> {
    const command = new MaakSamenvoegingOngedaan(paar(inWelk, welk), context('ongedaan', welk, inWelk));
    await new MaakSamenvoegingOngedaanHandler(new CommandRunner(log), log).execute(command);
  }

  /** a into b and b into c at one moment. */
  async keten(): Promise<void> {
    await this.samen(a, b, this.sterftBijAppend(2)).catch(() => undefined);
    await this.samen(b, c);
    await this.samen(a, b);
  }

  async sluit(welk: string): Promise<bigint> {
    const { version } = await new CommandRunner(this.log).decide({
      decider: jeugdigeDecider,
      stream: jeugdigeStream(welk),
      command: new SluitDossier({ jeugdigeId: welk }, context('sluit', welk)),
      facts: () => ({ regio: null }),
    });
    return version;
  }

  /** The read model of jeugdigen, as it is now: which of them say that they went into these. */
  readonly pool = {
    query: async (_: string, [dossiers]: [readonly string[]]) => {
      const gelezen = await Promise.all(ALLE.map(leesSamenvoeging(this.log)));
      return { rows: ALLE.filter((__, n) => dossiers.includes(gelezen[n]!.opgegaanIn!)).map((id) => ({ id })) };
    },
  } as unknown as pg.Pool;

  /** Whose key is still there. */
  async leesbaar(): Promise<readonly string[]> {
    const keys = await this.keys.find(ALLE);
    return ALLE.filter((id) => keys.has(id));
  }
}
