import type { Placeholder } from './ddl.ts'

/**
 * What a statement's text is made of, as far as finding placeholders needs it: strings, quoted names, comments (all to
 * be skipped) and the placeholder itself.
 */
const SKIPPED = `'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\\n]*|/\\*[\\s\\S]*?\\*/`

/** `?`, counted from the left. */
const QUESTION = new RegExp(`${SKIPPED}|(\\?)`, 'g')
/** `$1`, but not the `$1` inside a name such as `a$1`. */
const DOLLAR = new RegExp(`${SKIPPED}|[A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*|\\$(\\d+)`, 'g')

/** `@p0`, outside of names in brackets too. */
const AT = new RegExp(`${SKIPPED}|\\[(?:[^\\]]|\\]\\])*\\]|@p(\\d+)\\b`, 'g')

/** The `?` of a statement. */
export function questionMarks(sql: string): readonly Placeholder[] {
  let count = 0
  return find(sql, QUESTION, () => count++)
}

/** The `$1`, `$2` … of a statement. */
export function dollarNumbers(sql: string): readonly Placeholder[] {
  return find(sql, DOLLAR, (digits) => Number(digits) - 1)
}

/** The `@p0`, `@p1` … of a statement. */
export function atNumbers(sql: string): readonly Placeholder[] {
  return find(sql, AT, Number)
}

function find(sql: string, pattern: RegExp, binding: (text: string) => number): readonly Placeholder[] {
  return [...sql.matchAll(pattern)].flatMap((match) =>
    match[1] === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, binding: binding(match[1]) }],
  )
}
