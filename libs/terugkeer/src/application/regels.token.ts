/** Injection token of the Bewakingsregels: the levensgebieden that count, and from when on an end is in sight. */
export const TERUGKEERREGELS = Symbol('Terugkeerregels');
