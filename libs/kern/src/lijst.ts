/** Whether everything in a list is there once. Compares as `Set` does: texts and numbers by value. */
export const geenDubbele = (lijst: readonly unknown[]): boolean => new Set(lijst).size === lijst.length;

/** A list with each thing once, where it stood first. */
export const uniek = <T>(lijst: readonly T[]): T[] => [...new Set(lijst)];
