import { z } from 'zod';

const dutch = z.locales.nl().localeError;

const SOORTEN: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  object: 'een object',
  array: 'een lijst',
};

const VORMEN: Readonly<Record<string, string>> = {
  date: 'dit is geen dag die bestaat; schrijf zoals 2026-03-17',
  datetime: 'dit is geen tijdstip dat bestaat, of de tijdzone ontbreekt; schrijf zoals 2026-03-17T09:30:00+01:00',
  uuid: 'dit is geen id; neem het over uit een eerder antwoord',
  guid: 'dit is geen id; neem het over uit een eerder antwoord',
};

const EENHEDEN: Readonly<Record<string, string>> = { string: ' tekens', array: ' in de lijst' };

const grens = (woord: string, aantal: number | bigint, origin: string): string =>
  `dit moet ${woord} ${aantal}${EENHEDEN[origin] ?? ''} zijn`;

const MEESTE_NAMEN = 10;
const LANGSTE_NAAM = 60;

/** Enough of the fields to find them by, however many were sent and however long. */
const namen = (velden: readonly string[]): string =>
  [
    ...velden.slice(0, MEESTE_NAMEN).map((veld) => veld.slice(0, LANGSTE_NAAM)),
    ...(velden.length > MEESTE_NAMEN ? [`en nog ${velden.length - MEESTE_NAMEN}`] : []),
  ].join(', ');

/** What is wrong with a field, in plain Dutch and with what to do: for who sends it. Of what was sent it names no more than a field. */
export const zinOverInvoer: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') return `dit veld bestaat hier niet: ${namen(issue.keys)}`;
  if (issue.input === undefined) return 'dit veld is nodig';
  if (issue.code === 'invalid_value') return `kies uit ${issue.values.map(String).join(', ')}`;
  const soort = issue.code === 'invalid_type' && SOORTEN[issue.expected];
  if (soort) return `hier hoort ${soort}`;
  if (issue.code === 'invalid_format')
    return VORMEN[issue.format] ?? 'dit heeft niet de goede vorm; kijk na of er een teken te veel of te weinig staat';
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'dit mag niet leeg zijn';
  if (issue.code === 'too_small') return grens('minstens', issue.minimum, issue.origin);
  if (issue.code === 'too_big') return grens('hoogstens', issue.maximum, issue.origin);
  // A kind of question that does not exist: the field that tells them apart.
  if (issue.code === 'invalid_union' && Array.isArray(issue.options)) return `kies uit ${issue.options.join(', ')}`;
  return dutch(issue);
};
