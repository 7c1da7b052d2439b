/** Three-valued answer: `onbekend` where a fact that could decide is missing. */
export type Uitkomst = 'ja' | 'nee' | 'onbekend';

/** All must hold (Kleene): one known "nee" decides, whatever else is missing. Of nothing: "ja". */
export const alle = (delen: readonly Uitkomst[]): Uitkomst => {
  if (delen.includes('nee')) return 'nee';
  return delen.includes('onbekend') ? 'onbekend' : 'ja';
};

/** One is enough (Kleene): one known "ja" decides, whatever else is missing. Of nothing: "nee". */
export const enige = (delen: readonly Uitkomst[]): Uitkomst => {
  if (delen.includes('ja')) return 'ja';
  return delen.includes('onbekend') ? 'onbekend' : 'nee';
};

export const niet = (uitkomst: Uitkomst): Uitkomst =>
  uitkomst === 'onbekend' ? 'onbekend' : uitkomst === 'ja' ? 'nee' : 'ja';
