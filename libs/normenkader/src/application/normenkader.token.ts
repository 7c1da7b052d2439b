/** Injection token of the Normenkader as read from `config/normenkader.json`. */
export const NORMENKADER = Symbol('Normenkader');
