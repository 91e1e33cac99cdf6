import { ValueOutOfRange } from '../../errors/index.ts'

/** Most patterns that are kept compiled: more only come from patterns in data. */
const MOST_KEPT = 1000

/** A pattern whose escapes all escape something. */
const LIKE = /^(?:[^\\]|\\[\\%_])*$/

function compiledOnce(compile: (pattern: string) => RegExp): (pattern: string) => RegExp {
  const kept = new Map<string, RegExp>()
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

/** A regular expression; one that cannot be read is the database's error, as everywhere. */
export const regularExpression = compiledOnce((pattern) => {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    throw new ValueOutOfRange(`${JSON.stringify(pattern)} is no regular expression`)
  }
})
