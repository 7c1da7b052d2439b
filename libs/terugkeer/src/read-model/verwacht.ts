import { Inject, Injectable } from '@nestjs/common';
import { type Datum, plusMaanden } from '@regielijn/kern';
import type { Machtiging } from '@regielijn/machtiging';
import { DATABASE } from '@regielijn/postgres';
import type pg from 'pg';
import { z } from 'zod';
import { machtigingTot } from '../application/einde-van-hulp.js';
import type { Terugkeer } from '../domain/state.js';
import { toonTerugkeer, vlaggenVan } from './terugkeer-schema.js';

export const binnenMaanden = z.coerce
  .number()
  .int()
  .min(1)
  .max(24)
  .default(6)
  .meta({ description: 'Alleen wat binnen zoveel maanden eindigt' });

/** A return that is prepared, was, or will be once its end is in sight. */
export type Verwacht = ReturnType<typeof toonTerugkeer> & {
  readonly stand: 'verwacht' | 'open' | 'gesloten';
  readonly casusregie: string;
  readonly vlaggen: ReturnType<typeof vlaggenVan>;
};

interface Lopend {
  readonly traject_id: string;
  readonly jeugdige_id: string;
  readonly systeemregie: string;
  readonly casusregie: string;
  /** Of a preparation that was begun; null: none was. */
  readonly toestand: Terugkeer | null;
  readonly machtigingen: readonly Machtiging[] | null;
}

/** Help that runs, with the machtigingen of this jeugdige, also those of a dossier that is one with this one. */
const LOPEND = `
select t.traject_id, t.jeugdige_id, j.systeemregie, j.casusregie, r.toestand,
  (select jsonb_agg(m.toestand) from lm.machtiging m where m.jeugdige_id in (
     select een.jeugdige_id from lm.jeugdige een
     where een.jeugdige_id in (j.jeugdige_id, j.opgegaan_in) or een.opgegaan_in = j.jeugdige_id)) as machtigingen
from lm.traject t join lm.jeugdige j on j.jeugdige_id = t.jeugdige_id left join lm.terugkeer r on r.traject_id = t.traject_id
where t.status in ('verblijf', 'hulp_zonder_opname') and j.status <> 'vernietigd'`;

const GESLOTEN = `
select r.toestand, j.casusregie from lm.terugkeer r join lm.jeugdige j on j.jeugdige_id = r.jeugdige_id
where r.stand = 'gesloten' and j.status <> 'vernietigd'`;

const metStand = (toestand: Terugkeer, stand: 'open' | 'gesloten', casusregie: string): Verwacht => ({
  ...toonTerugkeer(toestand),
  ...{ stand, casusregie, vlaggen: vlaggenVan(toestand) },
});

const verwachtVan = (rij: Lopend, vandaag: Datum): Verwacht | null => {
  const { toestand, casusregie, machtigingen } = rij;
  if (toestand?.stand === 'open') return metStand(toestand, 'open', casusregie);
  const eindeOp = machtigingTot(machtigingen ?? [], vandaag);
  if (eindeOp === null) return null;
  return {
    ...{ trajectId: rij.traject_id, jeugdigeId: rij.jeugdige_id, gemeente: rij.systeemregie, eindeOp, casusregie },
    ...{ grond: 'machtiging', deelname: null, levensgebieden: [], zonderPartner: [], nietGeregeld: [] },
    ...{ stand: 'verwacht', vlaggen: [] },
  };
};

const eersteEindeVoorop = (rijen: readonly Verwacht[]): readonly Verwacht[] => {
  const plaats = ({ eindeOp, trajectId }: Verwacht): string => `${eindeOp} ${trajectId}`;
  return [...rijen].sort((a, b) => (plaats(a) < plaats(b) ? -1 : 1));
};

/**
 * Who returns in the coming months. Found out at each question from help that runs, since most of those whose end is known
 * have no preparation yet; there are some hundreds of them in a landsdeel.
 */
@Injectable()
export class VerwachteTerugkeren {
  constructor(@Inject(DATABASE) private readonly pool: pg.Pool) {}

  async binnen(vandaag: Datum, maanden: number): Promise<readonly Verwacht[]> {
    const { rows } = await this.pool.query<Lopend>(LOPEND);
    const tot = plusMaanden(vandaag, maanden);
    const verwacht = rows.map((rij) => verwachtVan(rij, vandaag)).filter((een) => een !== null);
    return eersteEindeVoorop(verwacht.filter(({ eindeOp }) => eindeOp <= tot));
  }

  async gesloten(): Promise<readonly Verwacht[]> {
    const { rows } = await this.pool.query<{ toestand: Terugkeer; casusregie: string }>(GESLOTEN);
    return eersteEindeVoorop(rows.map(({ toestand, casusregie }) => metStand(toestand, 'gesloten', casusregie)));
  }
}
