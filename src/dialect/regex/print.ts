/** Writes a pattern in the words of an engine. Every class is written out, since engines disagree about `\d`, `\s` and `.`. */
import { type Characters, complement, LAST, WORD } from '../../functions/regex/characters.ts'
import type { Anchor, Pattern } from '../../functions/regex/pattern.ts'

/** How an engine writes what engines write differently. */
export interface RegexWords {
  /** A character by its code, in a class or outside. */
  code(code: number): string
  anchor(at: Anchor): string
  /** Throws where the engine has none. */
  look(ahead: boolean, negative: boolean, inner: string): string
  /** Most repetitions that can be written as a number. */
  readonly mostRepetitions: number
  /** Throws for more of them. */
  tooMany(): never
  /** The least code of a character that texts can hold. */
  readonly least: number
}

const PLAIN = /^[A-Za-z0-9 _,;:=<>@%&'"`~!#/-]$/

function character(code: number, words: RegexWords, inClass: boolean): string {
  const text = String.fromCodePoint(code)
  return PLAIN.test(text) && !(inClass && /[-&~:=]/.test(text)) ? text : words.code(code)
}

/** A class; one character is itself. */
function characterClass(set: Characters, words: RegexWords): string {
  const [only] = set
  if (set.length === 1 && only && only[0] === only[1]) return character(only[0], words, false)
  const inverted = set[0]?.[0] === 0 && set.at(-1)?.[1] === LAST
  const ranges = (inverted ? complement(set) : set).filter(([, to]) => to >= words.least)
  if (ranges.length === 0) return inverted ? everything(words) : nothing(words)
  const members = ranges.map(([from, to]) => {
    const low = Math.max(from, words.least)
    return low === to ? character(low, words, true) : `${character(low, words, true)}-${character(to, words, true)}`
  })
  return `[${inverted ? '^' : ''}${members.join('')}]`
}

const everything = (words: RegexWords): string => `[${words.code(words.least)}-${words.code(LAST)}]`
const nothing = (words: RegexWords): string => `[^${words.code(words.least)}-${words.code(LAST)}]`

/** The class of letters, digits and the underscore, and what is none of them. */
export const wordClass = (words: RegexWords): string => characterClass(WORD, words)

export function printPattern(pattern: Pattern, words: RegexWords, captures = true): string {
  const print = (one: Pattern): string => printPattern(one, words, captures)
  switch (pattern.kind) {
    case 'set':
      return characterClass(pattern.characters, words)
    case 'sequence':
      return pattern.items.map((item) => (item.kind === 'choice' ? `(?:${print(item)})` : print(item))).join('')
    case 'choice':
      return pattern.options.map(print).join('|')
    case 'group':
      return captures ? `(${print(pattern.inner)})` : `(?:${print(pattern.inner)})`
    case 'repeat': {
      const { inner, min, max, lazy } = pattern
      if (min > words.mostRepetitions || (Number.isFinite(max) && max > words.mostRepetitions)) words.tooMany()
      const atom = inner.kind === 'set' || (inner.kind === 'group' && captures) ? print(inner) : `(?:${print(inner)})`
      return `${atom}${repetitions(min, max)}${lazy ? '?' : ''}`
    }
    case 'look':
      return words.look(!pattern.behind, pattern.negative, print(pattern.inner))
    case 'anchor':
      return words.anchor(pattern.at)
  }
}

function repetitions(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`
  if (min === 0 && max === 1) return '?'
  return min === max ? `{${min}}` : `{${min},${max}}`
}
