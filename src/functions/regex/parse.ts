/** Reads regular expressions as Java does, whose rules Spark's are. */
import { InvalidArgument, UnsupportedOnDialect } from '../../errors/index.ts'
import { ALL, bothCases, type Characters, complement, LINE_ENDS, single } from './characters.ts'
import { classEscape, parseClass } from './parse-class.ts'
import type { ParsedPattern, Pattern } from './pattern.ts'
import { readerOf } from './reader.ts'

interface Flags {
  readonly ignoreCase: boolean
  readonly dotAll: boolean
}

const parsed = new Map<string, ParsedPattern>()
/** Most patterns that are kept: more only come from patterns in data. */
const MOST_KEPT = 1000

/**
 * Reads a pattern.
 *
 * @throws InvalidArgument where it is none, saying what and where.
 * @throws UnsupportedOnDialect for what is not in the common part of the engines' regular expressions.
 */
export function parsePattern(source: string): ParsedPattern {
  const known = parsed.get(source)
  if (known) return known
  const reader = readerOf(source)
  const names = new Map<string, number>()
  let groups = 0

  const alternatives = (flags: Flags): Pattern => {
    let current = flags
    const options: Pattern[] = []
    let items: Pattern[] = []
    const close = () => options.push(items.length === 1 ? (items[0] as Pattern) : { kind: 'sequence', items })
    while (!reader.done && reader.next !== ')') {
      if (reader.skip('|')) {
        close()
        items = []
        continue
      }
      // (?i) counts to the end of the group that it stands in.
      const switched = reader.match(/^\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?\)/)
      if (switched) current = withFlags(current, switched[1] ?? '', switched[2] ?? '')
      else items.push(quantified(atom(current)))
    }
    close()
    return options.length === 1 ? (options[0] as Pattern) : { kind: 'choice', options }
  }

  const withFlags = (flags: Flags, on: string, off: string): Flags => {
    for (const flag of on + off) {
      if (flag === 'i' || flag === 's') continue
      if ('mxudU'.includes(flag)) throw unsupported(source, `the flag (?${flag})`)
      throw reader.bad(`there is no flag ${flag}`)
    }
    const set = (flag: string, now: boolean) => (off.includes(flag) ? false : now || on.includes(flag))
    return { ignoreCase: set('i', flags.ignoreCase), dotAll: set('s', flags.dotAll) }
  }

  const set = (characters: Characters): Pattern => ({ kind: 'set', characters })
  const character = (code: number, flags: Flags): Pattern =>
    set(flags.ignoreCase ? bothCases(single(code)) : single(code))

  const atom = (flags: Flags): Pattern => {
    const first = reader.take()
    switch (first) {
      case '(':
        return group(flags)
      case '[':
        return set(parseClass(reader, flags.ignoreCase))
      case '.':
        return set(flags.dotAll ? ALL : complement(LINE_ENDS))
      case '^':
        return { kind: 'anchor', at: 'start' }
      case '$':
        return { kind: 'anchor', at: 'end' }
      case '\\':
        return escaped(flags)
      case '*':
      case '+':
      case '?':
      case '{':
        throw reader.bad(`${first} has nothing to repeat`)
      default:
        return character(first.codePointAt(0) as number, flags)
    }
  }

  const group = (flags: Flags): Pattern => {
    const closed = (inner: Pattern): Pattern => {
      if (!reader.skip(')')) throw reader.bad('a group is not closed')
      return inner
    }
    const opened = reader.match(/^\?(?:<([a-zA-Z][a-zA-Z0-9]*)>|(<?[=!])|(>)|([a-zA-Z]*)(?:-([a-zA-Z]*))?:)/)
    if (opened) {
      const [, name, look, atomic, on, off] = opened
      if (atomic) throw unsupported(source, 'an atomic group')
      if (look) {
        const inner = closed(alternatives(flags))
        return { kind: 'look', behind: look.startsWith('<'), negative: look.endsWith('!'), inner }
      }
      if (name === undefined) return closed(alternatives(withFlags(flags, on ?? '', off ?? '')))
      if (names.has(name)) throw reader.bad(`two groups are called ${name}`)
      names.set(name, groups + 1)
    } else if (reader.next === '?') throw reader.bad('there is no such group')
    groups += 1
    const index = groups
    return { kind: 'group', index, inner: closed(alternatives(flags)) }
  }

  const escaped = (flags: Flags): Pattern => {
    const quotedText = reader.match(/^Q([\s\S]*?)(?:\\E|$)/)
    if (quotedText) {
      const items = Array.from(quotedText[1] ?? '', (one) => character(one.codePointAt(0) as number, flags))
      return items.length === 1 ? (items[0] as Pattern) : { kind: 'sequence', items }
    }
    if (reader.match(/^(?:[1-9]|k<)/)) throw unsupported(source, 'a group again')
    const anchors = { A: 'start', Z: 'end', z: 'last', b: 'boundary', B: 'notBoundary' } as const
    const anchor = reader.match(/^[AZzbB]/)
    if (anchor) {
      if (reader.next === '{') throw unsupported(source, '\\b{…}')
      return { kind: 'anchor', at: anchors[anchor[0] as keyof typeof anchors] }
    }
    if (reader.match(/^R/)) {
      return {
        kind: 'choice',
        options: [
          { kind: 'sequence', items: [set(single(13)), set(single(10))] },
          set([
            [10, 13],
            [0x85, 0x85],
            [0x2028, 0x2029],
          ]),
        ],
      }
    }
    if (reader.match(/^[GX]/)) throw unsupported(source, '\\G and \\X')
    const { characters, one } = classEscape(reader)
    return set(one && flags.ignoreCase ? bothCases(characters) : characters)
  }

  const quantified = (inner: Pattern): Pattern => {
    let result = inner
    for (;;) {
      const found = reader.match(/^(?:([*+?])|\{(\d+)(,(\d*))?\})([?+]?)/)
      if (!found) {
        if (reader.next === '{') throw reader.bad('{ has no numbers of repetitions behind it')
        return result
      }
      const [, sign, least, comma, most, mode] = found
      if (mode === '+') throw unsupported(source, 'a possessive quantifier')
      if (inner.kind === 'anchor' || inner.kind === 'look') throw unsupported(source, 'a repeated anchor')
      const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0
      const max =
        sign === undefined
          ? comma === undefined
            ? min
            : most === ''
              ? Number.POSITIVE_INFINITY
              : Number(most)
          : sign === '?'
            ? 1
            : Number.POSITIVE_INFINITY
      if (max < min) throw reader.bad('the numbers of repetitions are the wrong way round')
      result = { kind: 'repeat', inner: result, min, max, lazy: mode === '?' }
    }
  }

  const pattern = alternatives({ ignoreCase: false, dotAll: false })
  if (!reader.done) throw reader.bad('a ) too many')
  const made: ParsedPattern = { source, pattern, groups, names }
  if (parsed.size > MOST_KEPT) parsed.clear()
  parsed.set(source, made)
  return made
}

const unsupported = (source: string, what: string): UnsupportedOnDialect =>
  new UnsupportedOnDialect(`the regular expression ${JSON.stringify(source)} has ${what}`, {
    hint: 'regular expressions are made of what all engines have: classes, groups, quantifiers, lazy ones, anchors, (?i), (?s)',
  })

/** Reads a pattern for a function: one that is none is the program's mistake. */
export function checkedPattern(source: unknown, fn: string): ParsedPattern {
  try {
    return parsePattern(String(source))
  } catch (error) {
    if (error instanceof InvalidArgument) throw new InvalidArgument(`${fn}: ${error.message}`)
    throw error
  }
}
