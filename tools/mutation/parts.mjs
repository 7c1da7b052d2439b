/** The rule files, part by part, each with the tests that stand beside it. Only those run: a rule is proven where it lies. */
export const parts = {
  kalender: { rules: ['libs/kern/src/kalender.ts'], tests: 'libs/kern/src/kalender.spec.ts' },
  termijnen: { rules: ['libs/termijnen/src/**/*.ts'], tests: 'libs/termijnen/src/**/*.spec.ts' },
  normenkader: {
    rules: ['libs/normenkader/src/domain/normen/*.ts'],
    tests: 'libs/normenkader/src/domain/**/*.spec.ts',
  },
  triage: { rules: ['libs/triage/src/**/*.ts'], tests: 'libs/triage/src/**/*.spec.ts' },
  regie: { rules: ['libs/regie/src/**/*.ts'], tests: 'libs/regie/src/**/*.spec.ts' },
  machtiging: {
    rules: ['libs/machtiging/src/domain/regels/*.ts'],
    tests: 'libs/machtiging/src/domain/regels/**/*.spec.ts',
  },
};

/** The part that `mutate.mjs` runs now. */
export const part = parts[process.env.MUTATION_PART ?? 'kalender'];
