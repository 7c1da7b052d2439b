// A property runs at each mutant again: a tenth of a second of random cases has found what it will find, and that it fails
// is enough to know.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 100, endOnFailure: true });
