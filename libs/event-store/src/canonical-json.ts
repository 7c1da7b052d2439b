import canonicalize from 'canonicalize';

/** JSON with sorted keys and one way to write each value (RFC 8785): equal content gives equal bytes. */
export const canonicalJson = (value: unknown): string => {
  // The package is CommonJS with a default export, which TypeScript and Node see differently.
  const write = canonicalize as unknown as (value: unknown) => string | undefined;
  return write(value) ?? 'null';
};
