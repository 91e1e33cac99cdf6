import { ValueOutOfRange } from '../../errors/index.ts'

/** Most patterns that are kept compiled: more only come from patterns in data. */
const MOST_KEPT = 1000

/** A pattern whose escapes all escape something. */
const LIKE = /^(?:[^\\]|\\[\\%_])*$/

/** Keeps what patterns were made into. */
export function compiledOnce<C>(compile: (pattern: string) => C): (pattern: string) => C {
  const kept = new Map<string, C>()
  return (pattern) => {
    const known = kept.get(pattern)
    if (known) return known
    const made = compile(pattern)
    if (kept.size > MOST_KEPT) kept.clear()
    kept.set(pattern, made)
    return made
  }
}

/** `%` any text, `_` one character, `\` escapes. */
const likePattern = (flags: string) =>
  compiledOnce((like) => {
    if (!LIKE.test(like)) throw new ValueOutOfRange(`like: a bad pattern: ${like}`)
    const source = like.replace(
      /\\([\s\S])|([%_])|[\\^$.*+?()[\]{}|/-]/gu,
      (found, escaped: string | undefined, wild: string | undefined) =>
        wild === '%' ? '[\\s\\S]*' : wild === '_' ? '[\\s\\S]' : literal(escaped ?? found),
    )
    return new RegExp(`^${source}$`, flags)
  })
const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace('-', '\\x2d')

export const like = likePattern('u')
export const ilike = likePattern('iu')
