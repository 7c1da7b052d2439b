import { deriveId, type Instant, type JsonObject } from '@regielijn/kern';

/** One event of a stream, as the domain offered it: personal fields still readable. */
export type Fact = readonly [type: string, geldigOp: Instant, data: JsonObject];

/** The id of the example of this type. */
export const idOf = (type: string): string => deriveId('voorbeeld', type);

export const jeugdigeId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a01';
export const machtigingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a02';
export const trajectId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a03';
export const voorzieningId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a04';
export const andereVoorzieningId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a05';
export const reserveringId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a06';
export const overdrachtId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a07';
export const tweedeOverdrachtId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a08';
export const afwijkingId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a09';
export const documentId = '0d6f3a52-5a0e-4f0c-9b1d-6f4f0c8e1a20';

export const gemeente = { soort: 'gemeente', organisatie: 'gemeente-0599' };
export const gi = { soort: 'GI', organisatie: 'gi-jb-west' };
export const traject = { trajectId, jeugdigeId };
export const toets = { ...traject, norm: 'O1', regelversie: '2020-10-12' };
