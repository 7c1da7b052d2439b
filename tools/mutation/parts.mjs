const normenkader = 'libs/normenkader/src/domain';

/**
 * The rule files, part by part, and how the paths of the tests that stand beside them begin. Only those run: a rule is
 * proven where it lies, and what loads other slices as well costs seconds at each mutant.
 */
export const parts = {
  kalender: { rules: ['libs/kern/src/kalender.ts'], tests: ['libs/kern/src/kalender.'] },
  termijnen: { rules: ['libs/termijnen/src/**/*.ts'], tests: ['libs/termijnen/src/'] },
  normenkader: {
    rules: [`${normenkader}/normen/*.ts`],
    tests: ['normen/', 'normenkader.', 'norm-antwoord.'].map((begin) => `${normenkader}/${begin}`),
  },
  triage: { rules: ['libs/triage/src/**/*.ts'], tests: ['libs/triage/src/'] },
  regie: { rules: ['libs/regie/src/**/*.ts'], tests: ['libs/regie/src/'] },
  machtiging: { rules: ['libs/machtiging/src/domain/regels/*.ts'], tests: ['libs/machtiging/src/domain/regels/'] },
};

/** The part that `mutate.mjs` runs now. */
export const part = parts[process.env.MUTATION_PART ?? 'kalender'];
