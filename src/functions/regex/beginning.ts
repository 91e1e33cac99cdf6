/** How matches begin: with which characters, or with none. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { type Characters, NONE, union } from './characters.ts'
import type { ParsedPattern, Pattern } from './pattern.ts'

/** The characters that a match can begin with, and whether it can be empty. */
export interface Beginning {
  readonly characters: Characters
  readonly empty: boolean
}

export function beginningOf(pattern: Pattern): Beginning {
  switch (pattern.kind) {
    case 'set':
      return { characters: pattern.characters, empty: false }
    case 'group':
      return beginningOf(pattern.inner)
    case 'sequence': {
      let characters = NONE
      for (const item of pattern.items) {
        const one = beginningOf(item)
        characters = union(characters, one.characters)
        if (!one.empty) return { characters, empty: false }
      }
      return { characters, empty: true }
    }
    case 'choice': {
      const options = pattern.options.map(beginningOf)
      return {
        characters: union(...options.map((one) => one.characters)),
        empty: options.some((one) => one.empty),
      }
    }
    case 'repeat': {
      const inner = beginningOf(pattern.inner)
      return pattern.max === 0
        ? { characters: NONE, empty: true }
        : { characters: inner.characters, empty: inner.empty || pattern.min === 0 }
    }
    default:
      return { characters: NONE, empty: true }
  }
}

/**
 * A pattern whose matches count. Where a part that can match nothing is repeated, engines (and JavaScript) go different
 * ways about it.
 *
 * @throws UnsupportedOnDialect for such a pattern.
 */
export function checkRepetitions({ pattern, source }: ParsedPattern): void {
  if (!repeatsNothing(pattern)) return
  throw new UnsupportedOnDialect(
    `the regular expression ${JSON.stringify(source)} repeats what can match nothing: engines disagree about its matches`,
    { hint: 'let what is repeated match at least one character: (?:a+)* in place of (?:a*)*' },
  )
}

function repeatsNothing(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'repeat':
      return (pattern.min !== pattern.max && beginningOf(pattern.inner).empty) || repeatsNothing(pattern.inner)
    case 'group':
    case 'look':
      return repeatsNothing(pattern.inner)
    case 'sequence':
      return pattern.items.some(repeatsNothing)
    case 'choice':
      return pattern.options.some(repeatsNothing)
    default:
      return false
  }
}
