// A property runs at each mutant again: a fifth of a second of random cases has found what it will find.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 200 });
