import { Faker, nl } from '@faker-js/faker';
import { isBsn } from '@regielijn/kern';

/** The range that is reserved for tests: no living person has one of these numbers. */
const EERSTE_TEST_BSN = 999_900_006;
const LAATSTE_TEST_BSN = 999_999_990;

export interface Persoon {
  readonly naam: string;
  readonly bsn: string;
}

/** Invented people, the same for the same seed: each with a name and a test BSN of their own. */
export const verzinPersonen = (aantal: number, seed: number): readonly Persoon[] => {
  const faker = new Faker({ locale: nl, seed });
  const personen: Persoon[] = [];
  for (let nummer = EERSTE_TEST_BSN; nummer <= LAATSTE_TEST_BSN && personen.length < aantal; nummer += 1)
    if (isBsn(String(nummer))) personen.push({ naam: faker.person.fullName(), bsn: String(nummer) });
  return personen;
};
