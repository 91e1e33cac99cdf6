import { InvalidArgument } from '../../errors/index.ts'

/** Goes through a pattern from left to right. */
export interface Reader {
  readonly done: boolean
  /** The next character (code point); empty at the end. */
  readonly next: string
  /** The next character, gone past. */
  take(): string
  /** Whether a text stands here, gone past then. */
  skip(wanted: string): boolean
  /** What matches from here (a pattern that begins with ^), gone past. */
  match(pattern: RegExp): RegExpExecArray | undefined
  /** The error of a pattern that cannot be read here. */
  bad(why: string): InvalidArgument
}

export function readerOf(source: string): Reader {
  let at = 0
  const next = (): string => {
    const code = source.codePointAt(at)
    return code === undefined ? '' : String.fromCodePoint(code)
  }
  return {
    get done() {
      return at >= source.length
    },
    get next() {
      return next()
    },
    take: () => {
      const taken = next()
      at += taken.length
      return taken
    },
    skip: (wanted) => {
      if (!source.startsWith(wanted, at)) return false
      at += wanted.length
      return true
    },
    match: (pattern) => {
      const found = pattern.exec(source.slice(at))
      if (!found) return undefined
      at += found[0].length
      return found
    },
    bad: (why) =>
      new InvalidArgument(`${JSON.stringify(source)} is no regular expression: ${why} (at character ${at})`),
  }
}
