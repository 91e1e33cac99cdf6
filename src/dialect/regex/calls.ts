/** What functions of regular expressions ask of their arguments, on engines that get patterns in their own words. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { beginningOf } from '../../functions/regex/beginning.ts'
import { complement } from '../../functions/regex/characters.ts'
import { parsePattern } from '../../functions/regex/parse.ts'
import type { ParsedPattern, Pattern } from '../../functions/regex/pattern.ts'
import { parseReplacement, type Replacement } from '../../functions/regex/replacement.ts'
import type { SpelledCall } from '../spelling.ts'
import { unsteadyGroups } from './shape.ts'

/** The pattern of a call. @throws UnsupportedOnDialect where it is no constant. */
export function patternOf({ literals }: SpelledCall, fn: string, title: string): ParsedPattern {
  const pattern = literals[1]
  if (typeof pattern === 'string') return parsePattern(pattern)
  throw new UnsupportedOnDialect(`${fn} with a pattern that is no constant is not supported on ${title}`, {
    hint: `${title} reads patterns otherwise than Java: write the pattern into the program, or choose among several with when(…)`,
  })
}

/** The group of a call, 1 where it says none. @throws UnsupportedOnDialect for one whose content engines disagree about. */
export function groupOf({ literals }: SpelledCall, { pattern, source }: ParsedPattern): number {
  const group = literals[2] === undefined ? 1 : Number(literals[2])
  checkSteady(pattern, source, [group])
  return group
}

function checkSteady(pattern: Pattern, source: string, groups: readonly (string | number)[]): void {
  const unsteady = unsteadyGroups(pattern)
  if (!groups.some((group) => typeof group === 'number' && unsteady.has(group))) return
  throw new UnsupportedOnDialect(
    `the group in ${JSON.stringify(source)} that one round of a repetition sets and the next may not`,
    { hint: 'put the group around the repetition' },
  )
}

/** The replacement of a call. @throws UnsupportedOnDialect where it is no constant, or has more groups than a digit counts. */
export function replacementOf({ literals }: SpelledCall, pattern: ParsedPattern, title: string): Replacement {
  const text = literals[2]
  if (typeof text !== 'string') {
    throw new UnsupportedOnDialect(
      `regexpReplace with a replacement that is no constant is not supported on ${title}`,
      {
        hint: 'write the replacement into the program, or take the text apart with regexpExtract and concat',
      },
    )
  }
  const parts = parseReplacement(text, pattern, 'regexpReplace')
  checkSteady(pattern.pattern, pattern.source, parts)
  if (parts.some((part) => typeof part === 'number' && part > 8)) {
    throw new UnsupportedOnDialect(`a ninth group in a replacement is not supported on ${title}`, {
      hint: 'let groups that are not replaced be no groups: (?:…)',
    })
  }
  return parts
}

/** A replacement in the words of PostgreSQL and DuckDB: `\1`. */
export const replacementText = (parts: Replacement): string =>
  parts.map((part) => (typeof part === 'number' ? `\\${part}` : part.replaceAll('\\', '\\\\'))).join('')

/**
 * A pattern all of whose matches count. One that can match nothing is handled by itself where it repeats one character
 * (`x*`): what is given back is the character's class, once or more often, and otherwise any single character, since
 * between any two characters there is such a match.
 *
 * @throws UnsupportedOnDialect for other patterns that can match nothing.
 */
export function emptyMatches(
  { pattern, source }: ParsedPattern,
  title: string,
): { once: Pattern; other: Pattern } | undefined {
  if (!beginningOf(pattern).empty) return undefined
  if (pattern.kind === 'repeat' && pattern.inner.kind === 'set' && !pattern.lazy) {
    return {
      once: { ...pattern, min: 1 },
      other: { kind: 'set', characters: complement(pattern.inner.characters) },
    }
  }
  throw new UnsupportedOnDialect(
    `all matches of ${JSON.stringify(source)}, which can match nothing, are not supported on ${title}`,
    { hint: 'write a pattern that matches at least one character: + in place of *' },
  )
}
