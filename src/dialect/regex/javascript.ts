/** Regular expressions in JavaScript, for SQLite's functions. */
import type { ParsedPattern } from '../../functions/regex/pattern.ts'
import { printPattern, type RegexWords } from './print.ts'

const LINE_END = '(?:\\r\\n|[\\r\\x85\\u2028\\u2029]|(?<!\\r)\\n)'

const words: RegexWords = {
  code: (code) => `\\u{${code.toString(16)}}`,
  anchor: (at) => ({ start: '^', end: `(?=${LINE_END}?$)`, last: '$', boundary: '\\b', notBoundary: '\\B' })[at],
  look: (ahead, negative, inner) => `(?${ahead ? '' : '<'}${negative ? '!' : '='}${inner})`,
  mostRepetitions: Number.MAX_SAFE_INTEGER,
  tooMany: () => {
    throw new RangeError('there are repetitions without end')
  },
  least: 0,
}

/** A pattern for JavaScript, with the flags for it. */
export const javascriptPattern = ({ pattern }: ParsedPattern): { readonly source: string; readonly flags: string } => ({
  source: printPattern(pattern, words),
  flags: 'u',
})
