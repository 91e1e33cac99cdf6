/** How a pattern can match: what tells whether an engine that prefers the longest match finds Spark's. */
import { beginningOf } from '../../functions/regex/beginning.ts'
import { type Characters, LINE_ENDS, NONE, overlap, union } from '../../functions/regex/characters.ts'
import type { Pattern } from '../../functions/regex/pattern.ts'

/** Number of characters where each match has as many; undefined where not. */
export function lengthOf(pattern: Pattern): number | undefined {
  switch (pattern.kind) {
    case 'set':
      return 1
    case 'group':
      return lengthOf(pattern.inner)
    case 'sequence':
      return pattern.items.map(lengthOf).reduce<number | undefined>((sum, one) => add(sum, one), 0)
    case 'choice': {
      const [first, ...others] = pattern.options.map(lengthOf)
      return others.every((one) => one === first) ? first : undefined
    }
    case 'repeat': {
      const inner = lengthOf(pattern.inner)
      return pattern.min === pattern.max && inner !== undefined ? inner * pattern.min : undefined
    }
    default:
      return 0
  }
}
const add = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b)

/** Which way of several a match takes is not always told by the next character. */
export interface Doubt {
  readonly pattern: Pattern
  readonly kind: 'choice' | 'repeat'
  /** Whether it stands in the pattern's own row of items (a group around it does not count), not in a repetition or choice. */
  readonly inRow: boolean
}

/** What a whole pattern leaves open. */
export interface Shape {
  readonly doubts: readonly Doubt[]
  /** Repetitions behind which a match may end: what they prefer decides how long it is. */
  readonly ends: readonly Extract<Pattern, { kind: 'repeat' }>[]
}

/** What can stand behind a place. */
interface Follow {
  readonly characters: Characters
  /** The match may end here. */
  readonly end: boolean
}

export function shapeOf(pattern: Pattern): Shape {
  const doubts: Doubt[] = []
  const ends: Extract<Pattern, { kind: 'repeat' }>[] = []
  const visit = (one: Pattern, follow: Follow, inRow: boolean): void => {
    switch (one.kind) {
      case 'group':
        visit(one.inner, follow, inRow)
        return
      case 'sequence': {
        let behind = follow
        for (const item of one.items.toReversed()) {
          visit(item, behind, inRow)
          const { characters, empty } = beginningOf(item)
          behind = empty
            ? { characters: union(characters, behind.characters), end: behind.end }
            : { characters, end: false }
        }
        return
      }
      case 'choice': {
        const options = one.options.map(beginningOf)
        const apart = options.every((option, index) =>
          options.every((other, place) => place <= index || !overlap(option.characters, other.characters)),
        )
        const empty = options.findIndex((option) => option.empty)
        const filled = union(...options.map((option) => option.characters))
        const clear =
          empty === -1 || (empty === options.length - 1 && !overlap(filled, follow.characters) && !follow.end)
        if (!apart || !clear) doubts.push({ pattern: one, kind: 'choice', inRow })
        for (const option of one.options) visit(option, follow, false)
        return
      }
      case 'repeat': {
        const inner = beginningOf(one.inner)
        const varies = one.min !== one.max
        const again: Follow = { characters: union(inner.characters, follow.characters), end: follow.end }
        if (inner.empty || (varies && overlap(inner.characters, follow.characters)))
          doubts.push({ pattern: one, kind: 'repeat', inRow })
        if (varies && follow.end) ends.push(one)
        visit(one.inner, one.max > 1 ? again : follow, false)
        return
      }
      default:
        return
    }
  }
  visit(pattern, { characters: NONE, end: true }, true)
  return { doubts, ends }
}

/** The items of a pattern in a row, without the groups around them. */
export function rowOf(pattern: Pattern): readonly Pattern[] {
  if (pattern.kind === 'group') return rowOf(pattern.inner)
  return pattern.kind === 'sequence' ? pattern.items.flatMap(rowOf) : [pattern]
}

/** Groups that a repetition may set in one round and leave in the next: engines disagree about what they hold. */
export function unsteadyGroups(pattern: Pattern): ReadonlySet<number> {
  const found = new Set<number>()
  const visit = (one: Pattern, repeated: boolean, optional: boolean): void => {
    switch (one.kind) {
      case 'group':
        if (repeated && optional) found.add(one.index)
        visit(one.inner, repeated, optional)
        return
      case 'sequence':
        for (const item of one.items) visit(item, repeated, optional)
        return
      case 'choice':
        for (const option of one.options) visit(option, repeated, true)
        return
      case 'repeat':
        visit(one.inner, repeated || one.max > 1, repeated && (optional || one.min === 0))
        return
      case 'look':
        visit(one.inner, repeated, optional)
        return
      default:
        return
    }
  }
  visit(pattern, false, false)
  return found
}

/** The pattern backwards: what it can end with is what this begins with. */
export function backwards(pattern: Pattern): Pattern {
  switch (pattern.kind) {
    case 'sequence':
      return { ...pattern, items: pattern.items.toReversed().map(backwards) }
    case 'choice':
      return { ...pattern, options: pattern.options.map(backwards) }
    case 'group':
    case 'repeat':
      return { ...pattern, inner: backwards(pattern.inner) }
    default:
      return pattern
  }
}

/** All characters that a pattern can match anywhere. */
export function charactersOf(pattern: Pattern): Characters {
  switch (pattern.kind) {
    case 'set':
      return pattern.characters
    case 'sequence':
      return union(...pattern.items.map(charactersOf))
    case 'choice':
      return union(...pattern.options.map(charactersOf))
    case 'group':
    case 'repeat':
      return charactersOf(pattern.inner)
    default:
      return NONE
  }
}

/** Whether the pattern, before a `$`, ends at one place alone where the text ends in a line end: it never takes that. */
export function stopsBeforeLineEnd(pattern: Pattern): boolean {
  const { characters, empty } = beginningOf(backwards(pattern))
  return !empty && !overlap(characters, LINE_ENDS)
}
