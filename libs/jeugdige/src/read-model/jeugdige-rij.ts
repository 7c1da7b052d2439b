import type { Datum, Instant, Past } from '@regielijn/kern';
import type { ReadModel } from '@regielijn/projecties';
import type { JeugdigeEvent } from '../domain/events.js';
import { casusregieNu, metMedewerkers, systeemregieNu, zonderMedewerkerSinds } from '../domain/regie/lijnen.js';
import { regiekloof } from '../domain/regie/regiekloof.js';
import { evolve, type Jeugdige, jeugdigeVan } from '../domain/state.js';

export interface JeugdigeRij {
  readonly jeugdige_id: string;
  readonly status: string;
  readonly regio: string;
  readonly gemeentecode: string | null;
  readonly casusregie: string;
  readonly medewerker: string | null;
  readonly zonder_medewerker_sinds: Instant | null;
  readonly systeemregie: string;
  /** An offer that waits for its answer: to whom, and until when. */
  readonly overdracht_aan: string | null;
  readonly overdracht_geldig_tot: Instant | null;
  /**
   * The last regie gap by what is known, also when it lies ahead: it is open on a day from the first up to, not
   * including, the second; without a second nothing closes it.
   */
  readonly regiekloof_vanaf: Datum | null;
  readonly regiekloof_tot: Datum | null;
  readonly opgegaan_in: string | null;
  readonly samengevoegd_met: readonly string[];
  /** The folded state; what is personal in it is ciphertext here. */
  readonly toestand: Jeugdige;
}

/** Later than any day that somebody may enter. */
const HORIZON = '2199-12-31';

const rijVan = (toestand: Jeugdige): JeugdigeRij => {
  const { jeugdigeId, status, regio, gemeentecode, overdracht, opgegaanIn, samengevoegdMet } = toestand;
  const kloof = regiekloof(toestand, HORIZON).at(-1);
  return {
    ...{ jeugdige_id: jeugdigeId, status, regio, gemeentecode },
    casusregie: casusregieNu(toestand).houder.organisatie,
    medewerker: metMedewerkers(toestand, 'casusregie').at(-1)!.medewerker,
    zonder_medewerker_sinds: zonderMedewerkerSinds(metMedewerkers(toestand, 'casusregie')),
    systeemregie: systeemregieNu(toestand).houder.organisatie,
    overdracht_aan: overdracht?.aan.organisatie ?? null,
    overdracht_geldig_tot: overdracht?.geldigTot ?? null,
    regiekloof_vanaf: kloof?.vanaf ?? null,
    regiekloof_tot: kloof?.tot ?? null,
    opgegaan_in: opgegaanIn,
    samengevoegd_met: samengevoegdMet,
    toestand,
  };
};

export const jeugdigeReadModel: ReadModel<JeugdigeRij> = {
  name: 'jeugdige',
  version: 5,
  categories: ['jeugdige'],
  columns: {
    jeugdige_id: 'uuid',
    status: 'text',
    regio: 'text',
    gemeentecode: 'text',
    casusregie: 'text',
    medewerker: 'text',
    zonder_medewerker_sinds: 'timestamptz',
    systeemregie: 'text',
    overdracht_aan: 'text',
    overdracht_geldig_tot: 'timestamptz',
    regiekloof_vanaf: 'date',
    regiekloof_tot: 'date',
    opgegaan_in: 'uuid',
    samengevoegd_met: 'jsonb',
    toestand: 'jsonb',
  },
  indexes: [['casusregie', 'status'], ['overdracht_geldig_tot'], ['regiekloof_vanaf']],
  evolve(row, event) {
    const toestand = jeugdigeVan(evolve(row?.toestand ?? null, event as unknown as Past<JeugdigeEvent>));
    return toestand === null ? null : rijVan(toestand);
  },
};
