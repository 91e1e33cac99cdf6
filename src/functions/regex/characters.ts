/** Sets of characters as ranges of code points: what classes of regular expressions mean, whatever an engine thinks of them. */

/** Ranges in order, apart from each other, both ends included. */
export type Characters = readonly (readonly [from: number, to: number])[]

export const LAST = 0x10ffff
export const NONE: Characters = []
export const ALL: Characters = [[0, LAST]]

export function union(...sets: readonly Characters[]): Characters {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function complement(set: Characters): Characters {
  const rest: [number, number][] = []
  let next = 0
  for (const [from, to] of set) {
    if (from > next) rest.push([next, from - 1])
    next = to + 1
  }
  if (next <= LAST) rest.push([next, LAST])
  return rest
}

export const intersection = (a: Characters, b: Characters): Characters =>
  complement(union(complement(a), complement(b)))

export const overlap = (a: Characters, b: Characters): boolean =>
  a.some(([from, to]) => b.some(([start, end]) => from <= end && start <= to))

export const single = (code: number): Characters => [[code, code]]

/** The characters of a text, and ranges written as pairs: `of('_', ['a', 'z'])`. */
export const of = (...parts: readonly (string | readonly [string, string])[]): Characters =>
  union(
    ...parts.flatMap((part) =>
      typeof part === 'string'
        ? Array.from(part, (one) => single(one.codePointAt(0) as number))
        : [[[part[0].codePointAt(0) as number, part[1].codePointAt(0) as number] as const]],
    ),
  )

/** With the other case of each letter of ASCII. */
export function bothCases(set: Characters): Characters {
  const shifted = (from: number, to: number, by: number): Characters =>
    intersection(set, [[from, to]]).map(([start, end]) => [start + by, end + by])
  return union(set, shifted(0x41, 0x5a, 32), shifted(0x61, 0x7a, -32))
}

const known = new Map<string, Characters>()

/** All characters with a property of Unicode, as JavaScript names it; undefined where there is none of that name. */
export function property(name: string): Characters | undefined {
  const found = known.get(name)
  if (found) return found
  let wanted: RegExp
  try {
    wanted = new RegExp(`\\p{${name}}`, 'u')
  } catch {
    return undefined
  }
  const ranges: [number, number][] = []
  for (let code = 0; code <= LAST; code += 1) {
    if ((code >= 0xd800 && code <= 0xdfff) || !wanted.test(String.fromCodePoint(code))) continue
    const last = ranges.at(-1)
    if (last?.[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  known.set(name, ranges)
  return ranges
}

export const DIGITS = of(['0', '9'])
export const WORD = of(['0', '9'], ['A', 'Z'], ['a', 'z'], '_')
export const SPACES = of(' \t\n\v\f\r')
export const LINE_ENDS = of('\n\r\u0085\u2028\u2029')
/** `\h`: blanks within a line. */
export const BLANKS = of(' \t\u00a0\u1680\u180e', ['\u2000', '\u200a'], '\u202f\u205f\u3000')
/** `\v`: what begins a new line. */
export const VERTICAL = of('\n\v\f\r\u0085\u2028\u2029')

const LOWER = of(['a', 'z'])
const UPPER = of(['A', 'Z'])
const ALPHA = union(LOWER, UPPER)
const PUNCTUATION = of(['!', '/'], [':', '@'], ['[', '`'], ['{', '~'])

/** Java's names for kinds of ASCII. */
export const POSIX: Readonly<Record<string, Characters>> = {
  Lower: LOWER,
  Upper: UPPER,
  ASCII: [[0, 0x7f]],
  Alpha: ALPHA,
  Digit: DIGITS,
  Alnum: union(ALPHA, DIGITS),
  Punct: PUNCTUATION,
  Graph: union(ALPHA, DIGITS, PUNCTUATION),
  Print: of([' ', '~']),
  Blank: of(' \t'),
  Cntrl: union([[0, 0x1f]], single(0x7f)),
  XDigit: of(['0', '9'], ['A', 'F'], ['a', 'f']),
  Space: SPACES,
}
