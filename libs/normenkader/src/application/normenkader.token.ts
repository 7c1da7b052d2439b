/** Injection token of the Normenkader as read from `config/normenkader.json`. */
export const NORMENKADER = Symbol('Normenkader');

/** Injection token of the Termijnregels as read from `config/termijnen.json`: by when a deviation is to be motivated. */
export const NORMTERMIJNEN = Symbol('Normtermijnen');
