import fc from 'fast-check';

/**
 * Anything that can stand in a text, control characters and half an emoji too. Not the `binary` unit of fast-check: that
 * first makes a table of a million characters, a second for each test file.
 */
export const anyTeken: fc.Arbitrary<string> = fc.oneof(
  fc.nat(0xffff).map((eenheid) => String.fromCharCode(eenheid)),
  fc.nat(0x10ffff).map((teken) => String.fromCodePoint(teken)),
);
