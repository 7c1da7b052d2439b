/** The outcome of one check. `fouten` names what is wrong, without personal data, at most the first twenty. */
export interface Controle {
  readonly naam: string;
  readonly geteld: number;
  readonly fouten: readonly string[];
  /** What may be behind the faults and what to do; only where there are any. */
  readonly uitleg?: string;
}

const MOST = 20;

/** Counts what it looked at and keeps the first faults. */
export class Telling {
  private geteld = 0;
  private meer = 0;
  private readonly fouten: string[] = [];

  constructor(
    private readonly naam: string,
    private readonly uitleg?: string,
  ) {}

  tel(aantal = 1): void {
    this.geteld += aantal;
  }

  fout(wat: string): void {
    if (this.fouten.length < MOST) this.fouten.push(wat);
    else this.meer += 1;
  }

  uitslag(): Controle {
    const fouten = this.meer > 0 ? [...this.fouten, `en nog ${this.meer}`] : this.fouten;
    const { naam, geteld, uitleg } = this;
    return { naam, geteld, fouten, ...(uitleg !== undefined && fouten.length > 0 ? { uitleg } : {}) };
  }
}
