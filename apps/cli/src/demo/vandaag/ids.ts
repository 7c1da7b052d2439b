import { deriveId } from '@regielijn/kern';

/**
 * Ids that a slice derives from the command that made the thing. A wrong one shows at once: the next command about it is
 * refused as not known.
 */
export const persoonIdVan = (commandId: string): string => deriveId('netwerkpersoon', commandId);
export const hulpOudersIdVan = (commandId: string): string => deriveId('hulp-ouders', commandId);
export const aanmeldingIdVan = (commandId: string): string => deriveId('aanmelding bij aanbieder', commandId);
export const vraagIdVan = (commandId: string): string => deriveId('vervolgplekvraag', commandId);

/** The only event that a command wrote in a stream. */
export const eventIdVan = (commandId: string, stream: string): string => deriveId('event', commandId, stream, 0);
