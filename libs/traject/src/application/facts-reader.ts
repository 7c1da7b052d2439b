import type { CommandRunner } from '@regielijn/event-store';
import { dossierVernietigd, type Instant, type MachtigingSoort, type Variant } from '@regielijn/kern';
import { dossiersVan, type Jeugdige, leesJeugdige, vereisOpenDossier } from '@regielijn/jeugdige';
import {
  geldtOm,
  machtigingDecider,
  type MachtigingState,
  machtigingStream,
  staatOpnameToe,
  type Termijn,
} from '@regielijn/machtiging';
import { geldigeReserveringen, voorzieningDecider, voorzieningStream } from '@regielijn/voorziening';
import type { TrajectFacts } from '../domain/decide.js';

/** Reads in other streams what a traject must know to decide. Each answer may be stale by the time it is used. */
export class TrajectFactsReader {
  constructor(private readonly runner: CommandRunner) {}

  jeugdige(jeugdigeId: string): Promise<Jeugdige | null> {
    return leesJeugdige(this.runner)(jeugdigeId);
  }

  /** The dossier in which is told what belongs to something that began before, also when it was closed meanwhile. */
  async dossier(jeugdigeId: string): Promise<Jeugdige | null> {
    const jeugdige = await this.jeugdige(jeugdigeId);
    if (jeugdige?.status === 'vernietigd') throw dossierVernietigd();
    return jeugdige;
  }

  /** All dossiers of this jeugdige: what is of one of them is of the others, as long as they are one. */
  dossiers(jeugdigeId: string): Promise<readonly string[]> {
    return dossiersVan(jeugdigeId, leesJeugdige(this.runner));
  }

  /** The dossier in which something new may begin. */
  async openDossier(jeugdigeId: string): Promise<Jeugdige> {
    return vereisOpenDossier(await this.jeugdige(jeugdigeId));
  }

  /** That for a traject that is there: its own dossier, or the one in which that goes on. */
  async openDossierVanTraject(jeugdigeId: string): Promise<Jeugdige> {
    const eigen = await this.dossier(jeugdigeId);
    const anderen = await Promise.all((await this.dossiers(jeugdigeId)).map((id) => this.jeugdige(id)));
    return vereisOpenDossier(anderen.find((dossier) => dossier?.opgegaanIn === null) ?? eigen);
  }

  /** A reservation counts when it is this traject's and still holds at the moment of the decision. */
  async voorziening(voorzieningId: string, trajectId: string, op: Instant): Promise<TrajectFacts['voorziening']> {
    const state = await this.runner.stateOf(voorzieningDecider, voorzieningStream(voorzieningId));
    if (state === null) return null;
    const reservering = geldigeReserveringen(state, op).find((kandidaat) => kandidaat.trajectId === trajectId) ?? null;
    return { variant: state.variant, reservering };
  }

  async variant(voorzieningId: string): Promise<Variant | null> {
    return (await this.runner.stateOf(voorzieningDecider, voorzieningStream(voorzieningId)))?.variant ?? null;
  }

  async machtiging(machtigingId: string): Promise<MachtigingState> {
    return this.runner.stateOf(machtigingDecider, machtigingStream(machtigingId));
  }

  async machtigingGeldt(
    machtigingId: string | null,
    jeugdigeId: string,
    op: Instant,
    termijn: Termijn,
  ): Promise<boolean> {
    if (machtigingId === null) return false;
    return opnameMagVoor(await this.machtiging(machtigingId), await this.dossiers(jeugdigeId), op, termijn);
  }

  async machtigingSoort(id: string | null, jeugdigeId: string, op: Instant): Promise<MachtigingSoort | null> {
    return id === null ? null : soortVoor(await this.machtiging(id), await this.dossiers(jeugdigeId), op);
  }
}

/** Whether an opname of the jeugdige of these dossiers at this moment could rest on this machtiging. */
export const opnameMagVoor = (
  state: MachtigingState,
  dossiers: readonly string[],
  op: Instant,
  termijn: Termijn,
): boolean => state !== null && dossiers.includes(state.jeugdigeId) && staatOpnameToe(state, op, termijn);

/** The kind of a machtiging that holds for the jeugdige of these dossiers, a converted VMGJ as MGJ; null: it does not hold. */
export const soortVoor = (state: MachtigingState, dossiers: readonly string[], op: Instant): MachtigingSoort | null => {
  if (state === null || !dossiers.includes(state.jeugdigeId) || !geldtOm(state, op)) return null;
  return 'omgezet' in state && state.omgezet ? 'MGJ' : state.soort;
};
