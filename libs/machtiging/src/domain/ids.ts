import { deriveId, IdSchema } from '@regielijn/kern';

/** What every event of a machtiging carries. */
export const machtiging = { machtigingId: IdSchema, jeugdigeId: IdSchema };

export const machtigingStream = (machtigingId: string): string => `machtiging-${machtigingId}`;

/** A new machtiging's id follows from the command that requests it. */
export const nieuwMachtigingId = (commandId: string): string => deriveId('machtiging', commandId);
