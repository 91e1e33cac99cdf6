import {
  ALL,
  BLANKS,
  bothCases,
  type Characters,
  complement,
  DIGITS,
  intersection,
  NONE,
  POSIX,
  property,
  SPACES,
  single,
  union,
  VERTICAL,
  WORD,
} from './characters.ts'
import type { Reader } from './reader.ts'

const KINDS: Readonly<Record<string, Characters>> = { d: DIGITS, w: WORD, s: SPACES, h: BLANKS, v: VERTICAL }
const CODES: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }

/** What stands behind a backslash, in a class or outside of one; `one` where it is a single character. */
export function classEscape(reader: Reader): { readonly characters: Characters; readonly one: boolean } {
  const hex = reader.match(/^(?:x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4}))/)
  if (hex) return one(Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16))
  const octal = reader.match(/^0([0-3][0-7]{2}|[0-7]{1,2})/)
  if (octal) return one(Number.parseInt(octal[1] as string, 8))
  const control = reader.match(/^c([\s\S])/)
  if (control) return one((control[1] as string).charCodeAt(0) ^ 64)
  const named = reader.match(/^([pP])(?:\{(\^?)([^}]*)\}|([A-Z]))/)
  if (named) {
    const [, letter, , name, short] = named
    const characters = namedKind(name ?? short ?? '')
    if (!characters) throw reader.bad(`there are no characters called ${name ?? short}`)
    return { characters: letter === 'P' ? complement(characters) : characters, one: false }
  }
  const letter = reader.take()
  const kind = KINDS[letter.toLowerCase()]
  if (kind && /[a-zA-Z]/.test(letter))
    return { characters: letter === letter.toLowerCase() ? kind : complement(kind), one: false }
  const code = CODES[letter]
  if (code !== undefined) return one(code)
  if (letter === '') throw reader.bad('a backslash stands at its end')
  if (/^[a-zA-Z0-9]$/.test(letter)) throw reader.bad(`\\${letter} means nothing`)
  return one(letter.codePointAt(0) as number)
}

const one = (code: number) => ({ characters: single(code), one: true })

/** `\p{L}`, `\p{Lu}`, `\p{IsAlphabetic}`, `\p{Alpha}`, `\p{IsGreek}`. */
function namedKind(name: string): Characters | undefined {
  if (Object.hasOwn(POSIX, name)) return POSIX[name]
  const plain = name.replace(/^(?:Is|general_category=|gc=)/i, '')
  const names = {
    Alphabetic: 'Alphabetic',
    Letter: 'L',
    Digit: 'Nd',
    Uppercase: 'Uppercase',
    Lowercase: 'Lowercase',
  } as const
  if (name.startsWith('Is')) {
    const binary = Object.entries(names).find(([known]) => known.toLowerCase() === plain.toLowerCase())
    if (binary) return property(binary[1])
  }
  if (/^[LMNPSZC][a-z]?$/.test(plain)) return property(plain)
  return /^Is[A-Z]/.test(name) ? property(`Script=${plain}`) : undefined
}

/** A class behind its `[`. */
export function parseClass(reader: Reader, ignoreCase: boolean): Characters {
  const negative = reader.skip('^')
  let met: Characters = ALL
  let sets: Characters[] = []
  let first = true
  const joined = (): Characters => intersection(met, sets.length > 0 ? union(...sets) : NONE)
  for (;;) {
    if (reader.done) throw reader.bad('a [ is not closed')
    if (!first && reader.skip(']')) break
    if (reader.skip('&&')) {
      if (sets.length > 0) met = joined()
      sets = []
      first = false
      continue
    }
    first = false
    if (reader.skip('[')) {
      sets.push(parseClass(reader, ignoreCase))
      continue
    }
    sets.push(item(reader, ignoreCase))
  }
  const found = sets.length > 0 ? joined() : met
  return negative ? complement(found) : found
}

/** A character, a range of them, or an escape, in a class. */
function item(reader: Reader, ignoreCase: boolean): Characters {
  const from = member(reader)
  const range = from.one ? reader.match(/^-(?![\][]|&&|$)/) : undefined
  if (!range) return ignoreCase && from.one ? bothCases(from.characters) : from.characters
  const to = member(reader)
  const [low, high] = [from.characters[0]?.[0] ?? 0, to.characters[0]?.[0] ?? 0]
  if (!to.one || high < low) throw reader.bad('a range goes backwards, or to no character')
  const characters: Characters = [[low, high]]
  return ignoreCase ? bothCases(characters) : characters
}

function member(reader: Reader): { readonly characters: Characters; readonly one: boolean } {
  if (reader.skip('\\')) return classEscape(reader)
  return one(reader.take().codePointAt(0) as number)
}
