import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BsnSchema, isBsn } from './bsn.js';

const TESTNUMMERS = [
  '999990007',
  '999990019',
  '999990020',
  '999990032',
  '999990044',
  '999990056',
  '999990068',
  '999990081',
  '999990093',
  '999990111',
];

const testnummer = fc.integer({ min: 999_900_006, max: 999_999_990 }).map(String).filter(isBsn);

describe('a burgerservicenummer', () => {
  it.each(TESTNUMMERS)('given %s from the test range, then it passes the elfproef', (bsn) =>
    expect(BsnSchema.parse(bsn)).toBe(bsn),
  );

  it.each([
    ['of eight digits', '99990007'],
    ['of ten digits', '9999900070'],
    ['of zeros only', '000000000'],
    ['with a wrong check digit', '999990008'],
    ['with a letter', '99999000a'],
    ['with a space', '999990007 '],
    ['with a line end', '999990007\n'],
    ['in digits of another script', '٩٩٩٩٩٠٠٠٧'],
    ['that is empty', ''],
  ])('given a number %s, then it is refused', (_, tekst) => {
    expect(isBsn(tekst)).toBe(false);
    expect(BsnSchema.safeParse(tekst).success).toBe(false);
  });

  it('given a refused number, then the answer does not repeat it', () => {
    expect(JSON.stringify(BsnSchema.safeParse('999990008').error?.issues)).not.toContain('999990008');
  });

  it('given any valid number, when one digit is mistyped, then the elfproef notices', () => {
    fc.assert(
      fc.property(testnummer, fc.nat(8), fc.nat(9), (bsn, plek, cijfer) => {
        fc.pre(bsn[plek] !== String(cijfer));
        expect(isBsn(`${bsn.slice(0, plek)}${cijfer}${bsn.slice(plek + 1)}`)).toBe(false);
      }),
    );
  });

  it('given any valid number, when two neighbouring digits are swapped, then the elfproef notices', () => {
    fc.assert(
      fc.property(testnummer, fc.nat(7), (bsn, plek) => {
        const [links, rechts] = [bsn[plek]!, bsn[plek + 1]!];
        fc.pre(links !== rechts);
        expect(isBsn(`${bsn.slice(0, plek)}${rechts}${links}${bsn.slice(plek + 2)}`)).toBe(false);
      }),
    );
  });
});
