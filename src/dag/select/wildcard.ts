const WILD = /[*?[\]]/

/** True where `pattern` holds a wildcard. */
export function isWild(pattern: string): boolean {
  return WILD.test(pattern)
}

/** Matches a whole text as a shell does: `*` anything, `?` one character, `[ab]`, `[a-z]`, `[!a]` one of (not of) these. */
export function matches(pattern: string, text: string): boolean {
  return toRegExp(pattern, '.*', '.').test(text)
}

/** The same for paths: `*` and `?` stop at a slash, `**` does not. */
export function matchesPath(pattern: string, path: string): boolean {
  return toRegExp(pattern, '[^/]*', '[^/]').test(path)
}

function toRegExp(pattern: string, star: string, one: string): RegExp {
  const source = pattern.replace(
    /\*\*\/|\*\*|\*|\?|\[(!?)(\]?[^\]]*)\]|[\s\S]/g,
    (part, not?: string, set?: string) => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '**') return '.*'
      if (part === '*') return star
      if (part === '?') return one
      if (set !== undefined && set !== '') return `[${not === '!' ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`
      return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    },
  )
  try {
    return new RegExp(`^(?:${source})$`, 's')
  } catch {
    // A range such as [z-a] that no character is in.
    return /(?!)/
  }
}
