/** Base64 as text stands for bytes, in regular expressions that PostgreSQL, RE2 and JavaScript share. */

const C = '[A-Za-z0-9+/]'

/** Groups of four characters with `between` before each, the last one broken off as `ends` say. */
const groups = (between: string, ends: readonly string[]): string =>
  `^(?:${between}${C}${between}${C}${between}${C}${between}${C})*${between}(?:${ends.join('|')})?$`

const ANYTHING = '[^A-Za-z0-9+/=]*'
/** With other characters anywhere but inside of the padding, and no more of its own behind it. */
export const LENIENT = groups(ANYTHING, [
  `${C}${ANYTHING}${C}${ANYTHING}(?:==[^A-Za-z0-9+/]*)?`,
  `${C}${ANYTHING}${C}${ANYTHING}${C}${ANYTHING}(?:=[^A-Za-z0-9+/]*)?`,
])

const SPACE = '[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*'
/** With white space between the characters, and padding that may be left out. */
export const STRICT = groups(SPACE, [`${C}${SPACE}${C}${SPACE}(?:==)?`, `${C}${SPACE}${C}${SPACE}${C}${SPACE}=?`])
