/** MGJ: machtiging gesloten jeugdhulp (Jeugdwet art. 6.1.2); SPOED: art. 6.1.3; VMGJ: voorwaardelijk, art. 6.1.4. */
export const SOORTEN = ['MGJ', 'SPOED', 'VMGJ'] as const;
export type Soort = (typeof SOORTEN)[number];
