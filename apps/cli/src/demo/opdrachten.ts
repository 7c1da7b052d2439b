import { type CommandClass, deriveId, type Instant } from '@regielijn/kern';

/** One command of the demo. Commands of one dossier follow each other; different dossiers do not wait. */
export interface DemoOpdracht {
  readonly op: Instant;
  readonly dossier: string;
  readonly commandId: string;
  readonly type: CommandClass;
  readonly data: object;
}

export const plusUren = (moment: Instant, uren: number): Instant =>
  new Date(Date.parse(moment) + uren * 3_600_000).toISOString();

export const eerder = (een: Instant, ander: Instant): Instant => (een < ander ? een : ander);
export const later = (een: Instant, ander: Instant): Instant => (een > ander ? een : ander);

/** Collects the commands of one dossier in any order; each has a label that is its own within the dossier. */
export class Dossierlijst {
  private readonly opdrachten: DemoOpdracht[] = [];

  constructor(
    private readonly seed: number,
    private readonly dossier: string,
  ) {}

  /** The id that the command with this label has or will have. */
  commandId(label: string): string {
    return deriveId('demo', this.seed, this.dossier, label);
  }

  /** Adds a command and answers its id. */
  geef(op: Instant, label: string, type: CommandClass, data: object): string {
    const commandId = this.commandId(label);
    this.opdrachten.push({ op, dossier: this.dossier, commandId, type, data });
    return commandId;
  }

  /** In order of time; what has the same time stays in the order in which it was added. */
  opVolgorde(): readonly DemoOpdracht[] {
    return [...this.opdrachten].sort((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0));
  }
}
