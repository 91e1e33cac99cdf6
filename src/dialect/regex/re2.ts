/** Regular expressions on DuckDB, whose library RE2 finds the same matches as Java, but cannot look around. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { of, overlap } from '../../functions/regex/characters.ts'
import type { ParsedPattern, Pattern } from '../../functions/regex/pattern.ts'
import { printPattern, type RegexWords } from './print.ts'
import { rowOf, stopsBeforeLineEnd } from './shape.ts'

const unsupported = (what: string, hint: string): UnsupportedOnDialect =>
  new UnsupportedOnDialect(`${what} is not supported on DuckDB`, { hint })

/** What may stand between `$` and the very end. */
const LINE_END = '(?:\\r\\n|[\\n\\r\\x{85}\\x{2028}\\x{2029}])?'

const words: RegexWords = {
  code: (code) => `\\x{${code.toString(16)}}`,
  // `$` takes the line end behind it, and so stands only where nothing follows it.
  anchor: (at) => ({ start: '\\A', end: `${LINE_END}\\z`, last: '\\z', boundary: '\\b', notBoundary: '\\B' })[at],
  look: () => {
    throw unsupported('looking ahead or behind in a regular expression', 'capture what is wanted with a group instead')
  },
  mostRepetitions: 1000,
  tooMany: () => {
    throw unsupported('a repetition of more than 1,000 times', 'write two repetitions, one after the other')
  },
  least: 0,
}

/** Whether each `$` is the last thing that its pattern matches. */
function endsAtLast(pattern: Pattern, last: boolean): boolean {
  switch (pattern.kind) {
    case 'anchor':
      return pattern.at !== 'end' || last
    case 'group':
      return endsAtLast(pattern.inner, last)
    case 'sequence':
      return pattern.items.every((item, index) => endsAtLast(item, last && index === pattern.items.length - 1))
    case 'choice':
      return pattern.options.every((option) => endsAtLast(option, last))
    case 'repeat':
    case 'look':
      return endsAtLast(pattern.inner, false)
    default:
      return true
  }
}

/** A pattern that is only asked whether it is found. */
export function findingPattern({ source, pattern }: ParsedPattern): string {
  if (!endsAtLast(pattern, true)) throw misplaced(source)
  return printPattern(pattern, words)
}

export const misplaced = (source: string): UnsupportedOnDialect =>
  unsupported(
    `$ where it stands in ${JSON.stringify(source)}`,
    'put $ at the end of the pattern, or write \\z for the very end of the text',
  )

/**
 * A pattern whose matches count: what is matched, and behind it (where the pattern ends in `$`) the end of the text, which
 * takes a line end along that is no part of the match.
 */
export function matchingPattern(
  { source, pattern }: ParsedPattern,
  captures = true,
): { readonly match: string; readonly end: string } {
  const row = rowOf(pattern)
  const last = row.at(-1)
  const anchored =
    last?.kind === 'anchor' && last.at === 'end' && pattern.kind === 'sequence' && pattern.items.at(-1) === last
  const body: Pattern = anchored ? { kind: 'sequence', items: pattern.items.slice(0, -1) } : pattern
  if (!endsAtLast(body, false) || (anchored && !stopsBeforeLineEnd(body) && !takesAll(row.at(-2))))
    throw misplaced(source)
  return { match: printPattern(body, words, captures), end: anchored ? `${LINE_END}\\z` : '' }
}

/** Whether the last part takes all that it can, line ends too: `\s+$` has one place to end. */
function takesAll(last: Pattern | undefined): boolean {
  if (last?.kind !== 'repeat' || last.lazy || last.max !== Number.POSITIVE_INFINITY) return false
  const { inner } = last
  return inner.kind === 'set' && ['\n', '\r'].every((one) => overlap(inner.characters, of(one)))
}
