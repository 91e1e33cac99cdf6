/** UTF-8 as regular expressions over hexadecimal digits in lower case, which PostgreSQL and DuckDB read alike. */

const NEXT = '[89ab][0-9a-f]'

/** One character. Forms that are too long, halves of pairs and what is beyond U+10FFFF are none. */
export const CHARACTER = [
  '[0-7][0-9a-f]',
  `(?:c[2-9a-f]|d[0-9a-f])${NEXT}`,
  `e0[ab][0-9a-f]${NEXT}`,
  `(?:e[1-9a-cef])${NEXT}${NEXT}`,
  `ed[89][0-9a-f]${NEXT}`,
  `f0[9ab][0-9a-f]${NEXT}${NEXT}`,
  `f[1-3]${NEXT}${NEXT}${NEXT}`,
  `f48[0-9a-f]${NEXT}${NEXT}`,
].join('|')

/** What is replaced as one: the beginning of a character that breaks off, else a single byte. */
const BROKEN = [
  `e0[ab][0-9a-f]`,
  `(?:e[1-9a-cef])${NEXT}`,
  `ed[89][0-9a-f]`,
  `f0[9ab][0-9a-f](?:${NEXT})?`,
  `f[1-3]${NEXT}(?:${NEXT})?`,
  `f48[0-9a-f](?:${NEXT})?`,
  '[0-9a-f][0-9a-f]',
].join('|')

/** A pattern as a literal of SQL inside a fragment, where a bare question mark would be a binding. */
const quoted = (pattern: string): string => `'${pattern.replaceAll('?', '\\?')}'`

/** Nothing but characters. */
export const VALID = quoted(`^(?:${CHARACTER})*$`)
/** One character, alone. */
export const ONE = quoted(`^(?:${CHARACTER})$`)
/** Characters and broken parts, one after another. */
export const PARTS = quoted(`${CHARACTER}|${BROKEN}`)
/** The same, but the half of a pair of UTF-16, which other readers replace a byte at a time, is one part. */
export const PARTS_AND_HALVES = quoted(`${CHARACTER}|ed[ab][0-9a-f](?:${NEXT})?|${BROKEN}`)
