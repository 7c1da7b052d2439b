import {
  CommandRunner,
  EventCatalogue,
  EventCodec,
  EventLog,
  type KeyStore,
  MemoryEventStore,
  MemoryKeyStore,
  StoreUnavailableError,
} from '@regielijn/event-store';
import { type CommandContext, deriveId } from '@regielijn/kern';
import { testContext } from '../../../kern/src/scenario.kit.js';
import { jeugdigeCorrectieCommands, RegistreerJeugdige } from '../domain/commands.js';
import { nieuwJeugdigeId } from '../domain/decide.js';
import { huidigBsn } from '../domain/bsn.js';
import { jeugdigeEvents, jeugdigeStream, jeugdigeUpcasters } from '../domain/events.js';
import { BsnClaims } from './bsn-claims.js';
import { CorrigeerJeugdigeHandler } from './corrigeer-jeugdige.handler.js';
import { RegistreerJeugdigeHandler } from './registreer-jeugdige.handler.js';

class Ongeduldig extends BsnClaims {
  protected override readonly rivalMs = 0;
}

/** Looks twice whether a rival is done: waits for one that will not come back, without the test taking a second. */
class KortGeduld extends BsnClaims {
  protected override readonly rivalMs = 80;
}

/** Reading the event types takes longer than most of what is done with a store. */
const catalogue = new EventCatalogue(jeugdigeEvents, jeugdigeUpcasters);

/** Comes before and after everything that a process asks of a store; what it throws is the answer. */
export type Onderweg = (wat: string, moment: 'voor' | 'na') => Promise<void>;

/** The object, with somebody beside its methods of these names. */
const bespied = <T extends object>(store: T, namen: readonly (keyof T & string)[], onderweg: Onderweg): T => {
  const spied = Object.create(store) as T;
  for (const naam of namen)
    Object.assign(spied, {
      [naam]: async (...args: unknown[]) => {
        await onderweg(naam, 'voor');
        const answer: unknown = await (store[naam] as (...given: unknown[]) => Promise<unknown>).apply(store, args);
        await onderweg(naam, 'na');
        return answer;
      },
    });
  return spied;
};

/** The stores that several processes share. */
export class Gedeeld {
  readonly store = new MemoryEventStore();
  readonly keys: KeyStore = new MemoryKeyStore();
  readonly log = new EventLog(this.store, new EventCodec(catalogue, this.keys));

  /** A process of its own. */
  proces(onderweg: Onderweg = async () => undefined, claims = BsnClaims): Proces {
    const keys = bespied(this.keys, ['claimBsn', 'releaseBsn'], onderweg);
    const log = bespied(this.log, ['append', 'read'], onderweg);
    return new Proces(log, new CommandRunner(log), new claims(log, keys));
  }

  /** One that gives a rival no time. */
  ongeduldig(onderweg?: Onderweg): Proces {
    return this.proces(onderweg, Ongeduldig);
  }

  /** One that gives a rival little time. */
  metKortGeduld(): Proces {
    return this.proces(undefined, KortGeduld);
  }

  /** The log, of which the n-th append never comes through: the process dies there. */
  sterftBijAppend(keer: number): EventLog {
    let gezien = 0;
    return bespied(this.log, ['append'], async (_, moment) => {
      if (moment === 'voor' && (gezien += 1) >= keer) throw new StoreUnavailableError('weg');
    });
  }

  async bsnVan(jeugdigeId: string): Promise<string | null> {
    return huidigBsn(await this.log.read(jeugdigeStream(jeugdigeId)));
  }

  /** The BSN of every dossier there is, by its id. */
  async dossiers(): Promise<ReadonlyMap<string, string>> {
    const streams = new Set((await this.store.readAll('', 100_000)).map(({ stream }) => stream));
    const dossiers = new Map<string, string>();
    for (const stream of streams) {
      const bsn = huidigBsn(await this.log.read(stream));
      if (bsn !== null) dossiers.set(stream.slice('jeugdige-'.length), bsn);
    }
    return dossiers;
  }
}

const contextVan = (sleutel: string, changes: Partial<CommandContext> = {}): CommandContext =>
  testContext({ commandId: deriveId('opdracht', sleutel), ...changes });

export const idVan = (sleutel: string): string => nieuwJeugdigeId(deriveId('opdracht', sleutel));
export const registratieVan = (sleutel: string): string =>
  deriveId('event', deriveId('opdracht', sleutel), jeugdigeStream(idVan(sleutel)), 0);

/** What one process is asked: commands by a key of their own, so that the same key is the same command. */
export class Proces {
  private readonly registraties: RegistreerJeugdigeHandler;
  private readonly correcties: CorrigeerJeugdigeHandler;

  constructor(log: EventLog, runner: CommandRunner, claims: BsnClaims) {
    const regios = { regios: [], regioVan: () => 'rijnmond', gemeentenOp: () => [] };
    this.registraties = new RegistreerJeugdigeHandler(runner, claims, regios);
    this.correcties = new CorrigeerJeugdigeHandler(runner, log, claims, regios);
  }

  /** Registers somebody; answers what came of it: `goed`, or the code of the refusal. */
  registreer(sleutel: string, bsn: string): Promise<string> {
    const persoon = { naam: 'Sam Voorbeeld', geboortedatum: '2010-06-15', geslacht: 'x' as const };
    const data = { ...persoon, bsn, gemeente: { code: '0599' } };
    return uitkomst(this.registraties.execute(new RegistreerJeugdige(data, contextVan(sleutel))));
  }

  /** Corrects the BSN of the jeugdige that `dossier` registered, or takes it away. */
  corrigeer(sleutel: string, dossier: string, bsn: string | null, ifMatch?: bigint): Promise<string> {
    const data = { vervangt: registratieVan(dossier), velden: { bsn }, gebeurdOp: null, reden: 'Verkeerd getypt.' };
    const context = contextVan(sleutel, ifMatch === undefined ? {} : { ifMatch });
    const command = new jeugdigeCorrectieCommands.Corrigeer({ ...data, jeugdigeId: idVan(dossier) }, context);
    return uitkomst(this.correcties.execute(command));
  }
}

const uitkomst = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'goed',
    (error: { code?: string }) => {
      if (error.code === undefined) throw error;
      return error.code;
    },
  );
