/** Texts that stand nowhere but in personal fields, by what they are: whoever finds one has found a leak. */
export type Sentinels = Readonly<Record<string, string>>;

/** Base64 of the text at any place in a longer one: three ways to start, without the characters its neighbours share. */
const base64Anywhere = (text: string): string[] =>
  [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = Math.floor((bytes.length * 8) / 6);
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), whole);
  });

const reversed = (text: string): string => [...text].reverse().join('');

/** The ways in which a text can lie somewhere without being seen at first sight. */
export const disguisesOf = (text: string): readonly (readonly [name: string, disguise: string])[] => {
  const hex = Buffer.from(text).toString('hex');
  return [
    ['plain', text],
    ['reversed', reversed(text)],
    ['in a URL', encodeURIComponent(text)],
    ['hex', hex],
    ['hex reversed', reversed(hex)],
    ['hex of the reversed text', Buffer.from(reversed(text)).toString('hex')],
    ...base64Anywhere(text).map((part) => ['base64', part] as const),
    ...base64Anywhere(text).map((part) => ['base64url', part.replaceAll('+', '-').replaceAll('/', '_')] as const),
    ...base64Anywhere(reversed(text)).map((part) => ['base64 of the reversed text', part] as const),
  ];
};

/** Which sentinels a text holds, and how; the case of letters tells nothing, except in base64. */
export const leaksIn = (haystack: string, sentinels: Sentinels): readonly string[] => {
  const lower = haystack.toLowerCase();
  return Object.entries(sentinels).flatMap(([what, text]) =>
    disguisesOf(text)
      .filter(([name, disguise]) =>
        name.startsWith('base64') ? haystack.includes(disguise) : lower.includes(disguise.toLowerCase()),
      )
      .map(([name]) => `${what} (${name})`),
  );
};
