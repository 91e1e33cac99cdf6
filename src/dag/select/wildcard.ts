/** Says of a text whether a pattern means it. */
export type TextMatcher = (text: string) => boolean

const WILD = /[*?[\]]/

/** True where `pattern` holds a wildcard. */
export function isWild(pattern: string): boolean {
  return WILD.test(pattern)
}

/** Matches a whole text as a shell does: `*` anything, `?` one character, `[ab]`, `[a-z]`, `[!a]` one of (not of) these. */
export function matching(pattern: string): TextMatcher {
  return isWild(pattern) ? tester(pattern, '.*', '.') : (text) => text === pattern
}

/** The same for paths: `*` and `?` stop at a slash, `**` does not. */
export function matchingPath(pattern: string): TextMatcher {
  return isWild(pattern) ? tester(pattern, '[^/]*', '[^/]') : (path) => path === pattern
}

function tester(pattern: string, star: string, one: string): TextMatcher {
  const source = pattern.replace(
    /\*\*\/|\*\*|\*|\?|\[(!?)(\]?[^\]]*)\]|[\s\S]/g,
    (part, not?: string, set?: string) => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '**') return '.*'
      if (part === '*') return star
      if (part === '?') return one
      if (set !== undefined && set !== '') return `[${not === '!' ? '^' : ''}${set.replace(/[\\\]^[]/g, '\\$&')}]`
      return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    },
  )
  try {
    const expression = new RegExp(`^(?:${source})$`, 's')
    return (text) => expression.test(text)
  } catch {
    // A range such as [z-a] that no character is in.
    return () => false
  }
}
