/** Injection token of the ReviewRegels as read from `config/kwartaalreview.json`. */
export const REVIEWREGELS = Symbol('Reviewregels');
