/** Regular expressions on PostgreSQL, which takes the longest match where Java takes the first that it finds. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { overlap } from '../../functions/regex/characters.ts'
import type { ParsedPattern, Pattern } from '../../functions/regex/pattern.ts'
import { printPattern, type RegexWords, wordClass } from './print.ts'
import { charactersOf, lengthOf, rowOf, shapeOf, stopsBeforeLineEnd } from './shape.ts'

const unsupported = (what: string, hint: string): UnsupportedOnDialect =>
  new UnsupportedOnDialect(`${what} is not supported on PostgreSQL`, { hint })

const words: RegexWords = {
  code: (code) =>
    code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`,
  anchor: (at) => {
    const word = wordClass(words)
    switch (at) {
      case 'start':
        return '\\A'
      case 'last':
        return '\\Z'
      case 'end':
        return '(?:(?=(?:\\r\\n|[\\r\\u0085\\u2028\\u2029])?\\Z)|(?<!\\r)(?=\\n\\Z))'
      case 'boundary':
        return `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`
      case 'notBoundary':
        return `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
    }
  },
  look: (ahead, negative, inner) => `(?${ahead ? '' : '<'}${negative ? '!' : '='}${inner})`,
  mostRepetitions: 255,
  tooMany: () => {
    throw unsupported('a repetition of more than 255 times', 'write two repetitions, one after the other')
  },
  // No text has a NUL in it.
  least: 1,
}

/** A pattern that is only asked whether it is found: how long a match is does not matter. */
export const findingPattern = ({ pattern }: ParsedPattern): string => printPattern(pattern, words)

/** Which match counts: the longest or the shortest; undefined where neither is always Java's. */
type Preference = 'longest' | 'shortest' | undefined

/**
 * A pattern whose matches count, whole or their groups.
 *
 * @throws UnsupportedOnDialect where the longest match may be another than Java's.
 */
export function matchingPattern({ source, pattern }: ParsedPattern, captures = true): string {
  const preference = preferenceOf(pattern)
  if (preference === undefined) {
    throw unsupported(
      `where the matches of ${JSON.stringify(source)} end`,
      'PostgreSQL takes the longest match: let the next character tell what follows ([^,]* in place of .*), factor out what alternatives begin with, or anchor the pattern with $',
    )
  }
  return `(?:${printPattern(pattern, words, captures)}){1,1}${preference === 'shortest' ? '?' : ''}`
}

function preferenceOf(pattern: Pattern): Preference {
  const { doubts, ends } = shapeOf(pattern)
  const row = rowOf(pattern)
  const wanted = ends.every((one) => !one.lazy) ? 'longest' : ends.every((one) => one.lazy) ? 'shortest' : undefined
  if (doubts.length === 0) return wanted
  // Whatever repeats single characters in a row is shared out as in Java once the whole match's length is given.
  const simple = doubts.every(
    ({ pattern: one, kind, inRow }) => kind === 'repeat' && inRow && one.kind === 'repeat' && isCharacter(one.inner),
  )
  if (!simple) return undefined
  if (endsOneWay(row)) return 'longest'
  const [doubt, ...others] = doubts
  if (doubt?.pattern.kind !== 'repeat' || others.length > 0) return undefined
  const repeat = doubt.pattern
  const own = repeat.lazy ? 'shortest' : 'longest'
  if (!ends.every((one) => one.lazy === repeat.lazy)) return undefined
  const tail = row.slice(row.indexOf(repeat) + 1)
  if (lengthOf({ kind: 'sequence', items: tail }) !== undefined) return own
  // A character that nothing behind it can be: the last one that is followed by the rest is the longest match's.
  const [mark, ...rest] = tail
  const marked = mark?.kind === 'set' && !overlap(mark.characters, charactersOf({ kind: 'sequence', items: rest }))
  return marked && !repeat.lazy && wanted === 'longest' ? 'longest' : undefined
}

const isCharacter = (pattern: Pattern): boolean =>
  pattern.kind === 'group' ? isCharacter(pattern.inner) : pattern.kind === 'set'

/** Whether every match ends at the text's end, and there is only one such place. */
function endsOneWay(row: readonly Pattern[]): boolean {
  const last = row.at(-1)
  if (last?.kind !== 'anchor') return false
  if (last.at === 'last') return true
  return last.at === 'end' && stopsBeforeLineEnd({ kind: 'sequence', items: row.slice(0, -1) })
}
