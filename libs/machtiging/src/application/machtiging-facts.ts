import type { CommandRunner } from '@regielijn/event-store';
import { dossiersVan, type Jeugdige, leesJeugdige, metWoonplaatsOp, vereisOpenDossier } from '@regielijn/jeugdige';
import { nietGevonden } from '@regielijn/kern';
import { antwoordTermijn, isOnderzoekOud, type Termijnregels, TermijnVraagSchema } from '@regielijn/termijnen';
import { machtigingDecider } from '../domain/decide.js';
import type { MachtigingFacts, Termijn, TermijnVraag } from '../domain/feiten.js';
import { machtigingStream } from '../domain/ids.js';

/** Injection token of the terms of law and the readings of its open points. */
export const TERMIJNREGELS = Symbol('Termijnregels');

/** The strict end of a term of the law, by these rules; null where the law, or its text of that day, names no such date. */
export const termijnVan =
  (regels: Termijnregels): Termijn =>
  (vraag: TermijnVraag) =>
    antwoordTermijn(TermijnVraagSchema.parse(vraag), regels).eind;

/** Gathers what a decision about a machtiging needs from the jeugdige and from the rules. */
export class MachtigingFactsReader {
  constructor(
    private readonly runner: CommandRunner,
    private readonly regels: Termijnregels,
  ) {}

  /** About a machtiging that is there: the dossier may be closed, or even destroyed. */
  async over(jeugdigeId: string): Promise<MachtigingFacts> {
    const jeugdige = await leesJeugdige(this.runner)(jeugdigeId);
    return this.met(jeugdige?.status === 'vernietigd' ? null : jeugdige);
  }

  /** For a new machtiging: only in a dossier that is open, and extending only one of the same jeugdige, in whichever dossier. */
  async voorNieuw(jeugdigeId: string, verlengt: string | null): Promise<MachtigingFacts> {
    const jeugdige = vereisOpenDossier(await leesJeugdige(this.runner)(jeugdigeId));
    if (verlengt !== null) {
      const eerdere = await this.runner.stateOf(machtigingDecider, machtigingStream(verlengt));
      const dossiers = await dossiersVan(jeugdigeId, leesJeugdige(this.runner));
      if (eerdere === null || !dossiers.includes(eerdere.jeugdigeId))
        throw nietGevonden(
          'De machtiging die verlengd moet worden, is bij deze jeugdige niet bekend. Kijk na of het nummer klopt.',
        );
    }
    return this.met(jeugdige);
  }

  private met(jeugdige: Jeugdige | null): MachtigingFacts {
    const { regels } = this;
    return {
      geboortedatum: jeugdige?.geboortedatum ?? null,
      collegeOp: (moment) => {
        // Where somebody lived before the first that is known, no dossier says.
        if (jeugdige === null || moment < jeugdige.woonplaatsen[0]!.vanaf) return null;
        const { gemeentecode } = metWoonplaatsOp(jeugdige, moment);
        return gemeentecode && `gemeente-${gemeentecode}`;
      },
      isOnderzoekOud: (onderzoekOp, ingediendOp) => isOnderzoekOud(onderzoekOp, ingediendOp, regels),
      eindigtNaAchttien: regels.lezingen.A3.gekozen === 'eindigt',
      termijn: termijnVan(regels),
    };
  }
}
