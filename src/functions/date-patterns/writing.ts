/** What a pattern of dates and times writes, in UTC and in English. */
import { type Letters, type PatternPart, patternParts } from './parts.ts'

/** Parts of a moment that are written as numbers. */
export type NumberField =
  | 'year'
  | 'month'
  | 'day'
  | 'dayOfYear'
  | 'quarter'
  | 'hour'
  | 'hourOfHalf'
  | 'minute'
  | 'second'
/** Parts of a moment that have names. */
export type NameField = 'month' | 'weekday' | 'half'

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** A number with zeros before it up to a width; a year of the width 2 is its last two digits. */
  | { readonly kind: 'number'; readonly field: NumberField; readonly width: number }
  | { readonly kind: 'name'; readonly field: NameField; readonly long: boolean }
  /** The first digits of what of the second is over, nine at most. */
  | { readonly kind: 'fraction'; readonly digits: number }

const LETTERS: Letters = {
  y: [1, 2, 4, 5, 6],
  M: [1, 2, 3, 4],
  L: [1, 2, 3, 4],
  d: [1, 2],
  D: [1, 3],
  E: [1, 2, 3, 4],
  Q: [1, 2, 3],
  q: [1, 2, 3],
  a: [1],
  H: [1, 2],
  h: [1, 2],
  m: [1, 2],
  s: [1, 2],
  S: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  G: [1, 2, 3, 4],
  X: [1, 2, 3, 4, 5],
  x: [1, 2, 3, 4, 5],
  Z: [1, 2, 3, 4, 5],
  z: [1, 2, 3, 4],
  V: [2],
  O: [1, 4],
}

const NUMBERS: Readonly<Record<string, NumberField>> = {
  y: 'year',
  M: 'month',
  L: 'month',
  d: 'day',
  D: 'dayOfYear',
  Q: 'quarter',
  q: 'quarter',
  H: 'hour',
  h: 'hourOfHalf',
  m: 'minute',
  s: 'second',
}

/** What is the same for all moments that there are: their era, and UTC by its many names. */
const CONSTANTS: Readonly<Record<string, readonly string[]>> = {
  G: ['AD', 'AD', 'AD', 'Anno Domini'],
  X: ['Z', 'Z', 'Z', 'Z', 'Z'],
  x: ['+00', '+0000', '+00:00', '+0000', '+00:00'],
  Z: ['+0000', '+0000', '+0000', 'GMT', 'Z'],
  z: ['UTC', 'UTC', 'UTC', 'Coordinated Universal Time'],
  V: ['', 'UTC'],
  O: ['GMT', '', '', 'GMT'],
}

function piecesOf(part: PatternPart): readonly Piece[] {
  if (part.kind === 'text') return [part]
  // Optional is a section only where text is read.
  if (part.kind !== 'field') return []
  const { letter, count } = part
  const constant = CONSTANTS[letter]?.[count - 1]
  if (constant !== undefined) return [{ kind: 'text', text: constant }]
  if (letter === 'S') return [{ kind: 'fraction', digits: count }]
  if (letter === 'a') return [{ kind: 'name', field: 'half', long: false }]
  if (letter === 'E') return [{ kind: 'name', field: 'weekday', long: count === 4 }]
  const field = NUMBERS[letter] as NumberField
  if (field === 'month' && count > 2) return [{ kind: 'name', field, long: count === 4 }]
  if (field !== 'quarter' || count < 3) return [{ kind: 'number', field, width: count }]
  return [
    { kind: 'text', text: 'Q' },
    { kind: 'number', field, width: 1 },
  ]
}

/** The pieces that a pattern writes one behind the other. @throws as `patternParts` */
export function writtenPieces(pattern: string, fn: string): readonly Piece[] {
  return patternParts(pattern, LETTERS, fn).flatMap(piecesOf)
}
